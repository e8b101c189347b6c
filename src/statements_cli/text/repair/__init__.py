"""Damaged text: garbled encodings and marks, mended with a way back to the original offsets."""
