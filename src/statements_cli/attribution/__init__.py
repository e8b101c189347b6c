"""Paragraphs with their quotations in; who is quoted, by which words and saying what, out, nothing resolved."""
