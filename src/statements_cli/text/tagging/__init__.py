"""Parts of speech and dependency arcs of tokens, by small linear models."""
