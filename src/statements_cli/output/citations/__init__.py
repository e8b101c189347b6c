"""Cite a statement: as a plain footnote, in a named style, or for a reference manager."""
