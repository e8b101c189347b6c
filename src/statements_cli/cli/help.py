"""A command's parameters and examples come in; its help goes out: examples first, options by what they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

_OTHER = "Other"


class ExampleCommand(TyperCommand):
    """A command whose help opens with examples and groups the options under headings."""

    examples: Sequence[str] = ()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help: examples, usage, what the command does, arguments, options."""
        write_examples(formatter, self.examples)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.help or "")
        for title, rows in self._sections(ctx).items():
            write_options(formatter, title, rows)

    def _sections(self, ctx: Any) -> dict[str, list[tuple[str, str]]]:
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            arguments = parameter.param_type_name == "argument"
            panel = "Arguments" if arguments else getattr(parameter, "rich_help_panel", None) or _OTHER
            sections.setdefault(panel, []).append(record)
        return sections


def write_examples(formatter: Any, examples: Sequence[str]) -> None:
    """Write examples under a heading, each on a line of its own, never wrapped: they are to be copied."""
    formatter.write_heading("Examples")
    for example in examples:
        formatter.write(f"  {example}\n")


def write_options(formatter: Any, title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Write names and what they mean in two columns, long names on lines of their own where room is short."""
    with formatter.section(title):
        formatter.write_dl(rows, col_max=30 if formatter.width > 60 else 10)


class CommandGroup(TyperGroup):
    """The group of commands, importing only the one that is named."""

    examples: Sequence[str] = ()
    summaries: dict[str, str]

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names of the commands in the order they are told."""
        return list(self.summaries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return the command of that name, importing its module now; None if there is none."""
        from statements_cli.cli.framework import built_command

        return built_command(cmd_name) if cmd_name in self.summaries else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command named. Raises a usage error that names the nearest for one that isn't there."""
        from statements_cli.cli.faults import UsageError

        if args and args[0] not in self.summaries:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.summaries, n=1)
            mend = f"Did you mean statements {near[0]}?" if near else "See statements -h"
            raise UsageError(f"there is no command {args[0]}", mend)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the whole: examples, usage, commands, options; no command is imported for it."""
        write_examples(formatter, self.examples)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.help or "")
        write_options(formatter, "Commands", list(self.summaries.items()))
        options = [parameter.get_help_record(ctx) for parameter in self.get_params(ctx)]
        write_options(formatter, "Options", [record for record in options if record is not None])
