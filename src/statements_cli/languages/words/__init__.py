"""Hold the lists of a language, and split a stretch of text into words and phrases."""
