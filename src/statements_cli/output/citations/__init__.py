"""Cite a statement as a footnote, in a named style, or for a reference manager."""
