"""Tokens, sentences and parts of speech of an article."""
