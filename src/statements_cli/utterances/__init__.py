"""Find versions of one utterance, formulas and positions over time, as functions of statements."""
