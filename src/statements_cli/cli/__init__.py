"""Run commands: arguments, data on stdout, messages on stderr, an exit status."""
