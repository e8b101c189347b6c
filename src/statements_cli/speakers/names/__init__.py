"""Names: their parts, spellings and keys, and whether two may belong to one bearer."""
