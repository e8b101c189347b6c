"""Office documents: Word, PDF and RTF."""
