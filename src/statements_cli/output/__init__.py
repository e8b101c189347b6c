"""Records come in; tables, JSON, CSV and messages on the user's streams go out."""
