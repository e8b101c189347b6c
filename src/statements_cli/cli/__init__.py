"""Arguments come in; a command's data on stdout, messages on stderr and an exit status go out."""
