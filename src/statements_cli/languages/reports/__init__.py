"""Find indirect and mixed speech in languages other than English, by the words of each."""
