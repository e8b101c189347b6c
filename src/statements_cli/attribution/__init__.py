"""Find attributions in paragraphs: cue, source and content, nothing resolved."""
