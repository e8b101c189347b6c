"""Define the options that choose statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from statements_cli.cli.completion import name_in, one_of
from statements_cli.query.filters import ACTS, DEFAULT_CONFIDENCE, KINDS, TYPES

FILTER_PANEL = "Which statements"


def _filter(*flags: str, help: str, metavar: str | None = None, **more: Any) -> Any:
    return typer.Option(*flags, help=help, metavar=metavar, rich_help_panel=FILTER_PANEL, **more)


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """What statements must be; an option given twice means either, different ones mean both."""

    speaker: Annotated[
        list[str] | None,
        _filter(
            "--speaker",
            help="Said by this speaker: any spelling, a part of the name, a role with or without it, an @handle.",
            metavar="NAME",
            autocompletion=name_in("speaker"),
        ),
    ] = None
    role: Annotated[list[str] | None, _filter("--role", help="Whose role has these words.", metavar="WORDS")] = None
    country: Annotated[
        list[str] | None,
        _filter(
            "--country",
            help="Who speak for this country (CN, China) or body (EU).",
            metavar="CODE",
            autocompletion=name_in("country"),
        ),
    ] = None
    outlet: Annotated[
        list[str] | None,
        _filter(
            "--outlet",
            help="Printed by this outlet, or a part of its name.",
            metavar="NAME",
            autocompletion=name_in("outlet"),
        ),
    ] = None
    kind: Annotated[
        list[str] | None,
        _filter(
            "--kind",
            help="All quoted, partly quoted, or not.",
            metavar="|".join(KINDS),
            autocompletion=one_of(KINDS),
        ),
    ] = None
    type: Annotated[
        list[str] | None,
        _filter(
            "--type",
            help=f"What the speaker is: {', '.join(TYPES)}.",
            metavar="TYPE",
            autocompletion=one_of(TYPES),
        ),
    ] = None
    act: Annotated[
        list[str] | None,
        _filter(
            "--act",
            help=f"{', '.join(ACTS)}; all but attitude unless given, for extract all.",
            metavar="ACT",
            autocompletion=one_of(ACTS),
        ),
    ] = None
    via: Annotated[list[str] | None, _filter("--via", help="Relayed by this medium or person.", metavar="NAME")] = None
    language: Annotated[
        list[str] | None, _filter("--language", help="In articles in this language: fr, French.", metavar="CODE")
    ] = None
    since: Annotated[
        str | None,
        _filter("--since", help="Said on this day or later: 2025-05-20, 2025-05, 'last week'.", metavar="DATE"),
    ] = None
    until: Annotated[str | None, _filter("--until", help="Said on this day or earlier.", metavar="DATE")] = None
    on: Annotated[
        list[str] | None, _filter("--on", help="Said on this day, or in this month or year.", metavar="DATE")
    ] = None
    undated: Annotated[bool, _filter("--undated", help="With dates: also those without a day; alone: only those.")] = (
        False
    )
    min_confidence: Annotated[
        float | None,
        _filter(
            "--min-confidence",
            help=f"At least as sure as this, 0 to 1; 0 is all. [default: {DEFAULT_CONFIDENCE:g}]",
            metavar="NUMBER",
        ),
    ] = None
