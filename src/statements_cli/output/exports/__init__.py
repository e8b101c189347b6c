"""Write statements in the formats of other programs."""
