"""What is asked of statements comes in; which of them answer it, and in what order, goes out."""
