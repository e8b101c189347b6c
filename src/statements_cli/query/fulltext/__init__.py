"""Search full text: query words, candidates and ranking."""
