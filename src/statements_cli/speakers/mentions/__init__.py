"""Source mentions: what a phrase says of whom it means (name, role, number, gender, country)."""
