"""Which day an article was published on, by its head, its address and its foot."""
