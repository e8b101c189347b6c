"""Hold the lists of a language, and split text into words and phrases."""
