"""Collect whom and what an article names: persons, bodies, the parties to a talk."""
