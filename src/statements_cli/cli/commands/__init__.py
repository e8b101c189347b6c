"""The commands, each in a module of its name.

The function ``run``, whose docstring is its help, and ``EXAMPLES``.
"""
