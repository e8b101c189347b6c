"""Several indexes as one: joined for questions, cut by day, made from records."""
