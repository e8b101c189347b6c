"""Turns of transcripts and interviews: labels, who they name, and the speech that follows them."""
