"""The commands, each in a module of its name: the function ``run``, whose docstring is its help, and ``EXAMPLES``."""
