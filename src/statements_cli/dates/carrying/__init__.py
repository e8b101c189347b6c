"""Carry days to statements that have none of their own: occasions, speakers, and the ranking of both."""
