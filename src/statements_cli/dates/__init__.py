"""Days: when each statement was said, and when an undated article was published."""
