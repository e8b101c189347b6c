"""Source mentions: what a phrase says of its bearer (name, role, number, gender, country)."""
