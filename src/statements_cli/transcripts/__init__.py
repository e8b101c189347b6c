"""Statements of transcripts: what each turn says, who says it and on which day."""
