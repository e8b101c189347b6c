"""The cache of parsed files."""
