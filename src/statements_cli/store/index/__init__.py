"""Index files: building, updating, locking and changed files."""
