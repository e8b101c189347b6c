"""Rules for statements that no cue introduces."""
