"""A command's parameters and the arguments typed come in; the values they mean go out, where they are plain.

Most calls hold nothing but known options with their values and paths. Reading those here saves loading the
framework, which costs four times what Python itself takes to start. Whatever is not plain (help, an unknown
or shortened option, a value of the wrong kind, something missing) is left to the framework, which alone
words errors; a test holds that both read every plain call alike.
"""

from __future__ import annotations

from statements_cli.cli.parameters import Argument, Option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any


def plain_values(parameters: Sequence[Argument | Option], given: Sequence[str]) -> dict[str, Any] | None:
    """Return the value of every parameter by name, or None where the framework is to read ``given``."""
    flags = {flag: option for option in parameters if isinstance(option, Option) for flag in option.flags}
    values: dict[str, Any] = {p.name: p.default for p in parameters}
    loose: list[str] = []
    rest = iter(given)
    for word in rest:
        if word == "--":
            loose += rest
        elif word == "-" or not word.startswith("-"):
            loose.append(word)
        elif not _take(word, rest, flags, values):
            return None
    return values if _place(loose, [p for p in parameters if isinstance(p, Argument)], values) else None


def _take(word: str, rest: Iterator[str], flags: dict[str, Option], values: dict[str, Any]) -> bool:
    # one option with its value, which may begin with a dash itself
    flag, equals, joined = word.partition("=") if word.startswith("--") else (word, "", "")
    option = flags.get(flag)
    if option is None or (option.kind is bool and equals):
        return False
    if option.kind is bool:
        values[option.name] = True
        return True
    value = joined if equals else next(rest, None)
    if value is None:
        return False
    try:
        read = option.kind(value)
    except ValueError:
        return False
    values[option.name] = [*(values[option.name] or ()), read] if option.many else read
    return True


def _place(loose: list[str], arguments: Sequence[Argument], values: dict[str, Any]) -> bool:
    # single ones in their order, then the one that takes all the rest
    for argument in arguments:
        if argument.many:
            values[argument.name], loose = loose or None, []
        elif loose:
            values[argument.name] = argument.kind(loose.pop(0))
        elif argument.required:
            return False
    return not loose
