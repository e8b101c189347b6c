"""Carry days to statements that have none of their own.

Occasions, speakers, and the ranking of both.
"""
