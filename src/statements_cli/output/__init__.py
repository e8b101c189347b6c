"""Write records as tables, JSON or CSV, and messages on the user's streams."""
