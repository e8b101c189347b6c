"""Cues with their source and content as a pretrained encoder finds them: the accurate model."""
