"""Find the clauses around a quotation that say who speaks."""
