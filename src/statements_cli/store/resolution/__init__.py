"""Resolution across documents: canonical names, namesakes, spellings and lent days."""
