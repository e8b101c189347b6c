"""Draw tables that fit a terminal, and say what stands in their cells."""
