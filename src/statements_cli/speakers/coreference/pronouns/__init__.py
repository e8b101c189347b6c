"""Resolve he and she: who may be meant, and how likely that is."""
