"""Find who relays what another said, and part the two."""
