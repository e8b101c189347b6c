"""Decide which statements answer a question, and in what order."""
