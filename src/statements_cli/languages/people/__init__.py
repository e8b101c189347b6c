"""Keep whom an article in another language names, and find whom its descriptions mean."""
