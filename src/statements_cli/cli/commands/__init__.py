"""One module a command: its examples, its parameters, and what it does with a request."""
