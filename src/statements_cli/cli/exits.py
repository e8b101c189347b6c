"""The exit statuses of every command."""

FOUND = 0
NOTHING = 1
FAILED = 2
INTERRUPTED = 130
