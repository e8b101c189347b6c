"""Write statements as one HTML page that holds all it needs."""
