"""Read transcripts: turns, speakers, statements."""
