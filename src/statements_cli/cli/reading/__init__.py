"""Find, read and parse the articles that a command is asked about."""
