"""Define the options that choose statements.

By who said them, what, when, and where it was printed.
"""

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from statements_cli.cli.completion import name_in, one_of
from statements_cli.query.filters import ACTS, DATE_BASES, DEFAULT_CONFIDENCE, KINDS, TYPES

WHO_PANEL = "Who said it"
WHAT_PANEL = "What was said"
WHEN_PANEL = "When it was said"
WHERE_PANEL = "Where it was printed"


def _filter(panel: str, *flags: str, help: str, metavar: str | None = None, **more: Any) -> Any:
    return typer.Option(*flags, help=help, metavar=metavar, rich_help_panel=panel, **more)


@dataclass(slots=True, eq=False, repr=False)
class FilterOptions:
    """What statements must be; an option given twice means either, different ones mean both."""

    speaker: Annotated[
        list[str] | None,
        _filter(
            WHO_PANEL,
            "--speaker",
            help="Said by this speaker: any spelling, a part of the name, a role with or without it, an @handle.",
            metavar="NAME",
            autocompletion=name_in("speaker"),
        ),
    ] = None
    role: Annotated[
        list[str] | None,
        _filter(
            WHO_PANEL,
            "--role",
            help="Whose role has these words.",
            metavar="WORDS",
            autocompletion=name_in("role"),
        ),
    ] = None
    country: Annotated[
        list[str] | None,
        _filter(
            WHO_PANEL,
            "--country",
            help="Who speak for this country (CN, China) or body (EU).",
            metavar="CODE",
            autocompletion=name_in("country"),
        ),
    ] = None
    type: Annotated[
        list[str] | None,
        _filter(
            WHO_PANEL,
            "--type",
            help=f"What the speaker is: {', '.join(TYPES)}.",
            metavar="TYPE",
            autocompletion=one_of(TYPES),
        ),
    ] = None
    via: Annotated[
        list[str] | None, _filter(WHO_PANEL, "--via", help="Relayed by this medium or person.", metavar="NAME")
    ] = None
    kind: Annotated[
        list[str] | None,
        _filter(
            WHAT_PANEL,
            "--kind",
            help="All quoted, partly quoted, or not.",
            metavar="|".join(KINDS),
            autocompletion=one_of(KINDS),
        ),
    ] = None
    act: Annotated[
        list[str] | None,
        _filter(
            WHAT_PANEL,
            "--act",
            help=f"{', '.join(ACTS)}; all but attitude unless given, for extract all.",
            metavar="ACT",
            autocompletion=one_of(ACTS),
        ),
    ] = None
    audience: Annotated[
        list[str] | None,
        _filter(WHAT_PANEL, "--audience", help="Told to whom these words name: 'Global Times'.", metavar="WORDS"),
    ] = None
    channel: Annotated[
        list[str] | None,
        _filter(
            WHAT_PANEL, "--channel", help="Said by this channel: 'press briefing', 'phone call', X.", metavar="WORDS"
        ),
    ] = None
    question: Annotated[
        list[str] | None,
        _filter(
            WHAT_PANEL, "--question", help="In a transcript: answers a question with these words.", metavar="WORDS"
        ),
    ] = None
    min_confidence: Annotated[
        float | None,
        _filter(
            WHAT_PANEL,
            "--min-confidence",
            help=f"At least as sure as this, 0 to 1; 0 is all. [default: {DEFAULT_CONFIDENCE:g}]",
            metavar="NUMBER",
        ),
    ] = None
    since: Annotated[
        str | None,
        _filter(
            WHEN_PANEL, "--since", help="Said on this day or later: 2025-05-20, 2025-05, 'last week'.", metavar="DATE"
        ),
    ] = None
    until: Annotated[
        str | None, _filter(WHEN_PANEL, "--until", help="Said on this day or earlier.", metavar="DATE")
    ] = None
    on: Annotated[
        list[str] | None,
        _filter(WHEN_PANEL, "--on", help="Said on this day, or in this month or year.", metavar="DATE"),
    ] = None
    date_basis: Annotated[
        list[str] | None,
        _filter(
            WHEN_PANEL,
            "--date-basis",
            help="How the day is known: a date in the text, a word like yesterday, the day published, or inferred.",
            metavar="|".join(DATE_BASES),
            autocompletion=one_of(DATE_BASES),
        ),
    ] = None
    undated: Annotated[
        bool, _filter(WHEN_PANEL, "--undated", help="With dates: also those without a day; alone: only those.")
    ] = False
    outlet: Annotated[
        list[str] | None,
        _filter(
            WHERE_PANEL,
            "--outlet",
            help="Printed by this outlet, or a part of its name.",
            metavar="NAME",
            autocompletion=name_in("outlet"),
        ),
    ] = None
    language: Annotated[
        list[str] | None,
        _filter(WHERE_PANEL, "--language", help="In articles in this language: fr, French.", metavar="CODE"),
    ] = None
