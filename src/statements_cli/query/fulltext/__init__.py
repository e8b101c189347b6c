"""Full-text search: the words of a query, the candidates they reach and the ranking of these."""
