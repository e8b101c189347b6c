"""Coreference within an article: which person or body a source mention refers to."""
