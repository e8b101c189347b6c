"""The tables of a store: their definitions, rows, conditions and readers."""
