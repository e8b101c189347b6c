"""Write the help of commands: examples first, options grouped by what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand

_OTHER = "Other"
_FIRST = "Most used"
_NEEDED_FIRST = ("speaker", "country", "outlet", "since", "until", "on", "kind", "corpus", "limit", "format")
_MANY = 16  # options from which those most used are named before all
_HEADING = re.compile(r"(?m)^[A-Z][\w ]*:")
_ROOMY = 60  # columns from which long names of options stand beside their meaning
_WIDE_NAMES, _NARROW_NAMES = 30, 10  # columns for names where there is room, and where there is little


class Command(TyperCommand):
    """A command whose help opens with examples and groups its options under headings."""

    examples: Sequence[str] = ()

    def get_help(self, ctx: Any) -> str:
        """Return the help, its headings coloured where stdout takes colours."""
        return colored_help(super().get_help(ctx), ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, then what Typer writes."""
        write_examples(formatter, self.examples)
        super().format_help(ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options under their headings, the most used first."""
        sections: dict[str, list[tuple[str, str]]] = {}
        flags: dict[str, str] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            argument = parameter.param_type_name == "argument"
            panel = "Arguments" if argument else getattr(parameter, "rich_help_panel", None) or _OTHER
            sections.setdefault(panel, []).append(record)
            if not argument:
                flags[parameter.name or ""] = max(parameter.opts, key=len)
        if len(flags) >= _MANY:
            with formatter.section(_FIRST):
                formatter.write_text(", ".join(flags[name] for name in _NEEDED_FIRST if name in flags))
        for title, rows in sections.items():
            write_rows(formatter, title, rows)


def colored_help(text: str, context: Any) -> str:
    """Return a help text with bold headings where the context's stdout takes colours."""
    environment = getattr(context.obj, "environment", None)
    if environment is None or not environment.colored:
        return text
    return _HEADING.sub(lambda heading: f"\x1b[1m{heading[0]}\x1b[0m", text)


def write_examples(formatter: Any, examples: Sequence[str]) -> None:
    """Write examples under a heading, each on a line of its own, never wrapped.

    They are to be copied.
    """
    formatter.write_heading("Examples")
    for example in examples:
        formatter.write(f"  {example}\n")
    formatter.write_paragraph()


def write_rows(formatter: Any, title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Write names and their meanings in two columns, long names on their own lines."""
    with formatter.section(title):
        formatter.write_dl(rows, col_max=_WIDE_NAMES if formatter.width > _ROOMY else _NARROW_NAMES)
