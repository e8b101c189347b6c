"""Names across the articles of a corpus: one person or body, one canonical name."""
