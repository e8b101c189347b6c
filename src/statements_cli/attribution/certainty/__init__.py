"""Bound how probable a statement is, by grammar."""
