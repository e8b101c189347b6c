"""Nothing comes in; how the evidence for a day tells which words tell it goes out: said first, read again later."""

TOLD = "day told: "
"""Begins the note with the words of the text that tell the day."""

CARRIED = ", carried over"
"""Ends it where another statement's words tell it."""
