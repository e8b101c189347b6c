"""Web pages: head, authors, days and the text without what surrounds it."""
