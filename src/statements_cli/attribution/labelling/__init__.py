"""Learned labellers: which tokens are cue, source and content, and how probable that is."""
