"""Nothing comes in; the arguments and options that commands share go out, each defined once.

A command names the groups it takes; help, parser, completion and the reference are all made from them.
"""

from __future__ import annotations

from statements_cli.output.writers import FORMATS
from statements_cli.query.filters import ALL_ACTS, DEFAULT_CONFIDENCE

TYPE_CHECKING = False  # typing itself is not loaded for a plain call
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

CORPUS_PANEL = "Articles"
FILTER_PANEL = "Which statements"
OUTPUT_PANEL = "Output"


class Parameter:
    """What a command may be given; ``kind`` makes the value from its text, ``many`` collects them in a list."""

    __slots__ = ("help", "kind", "many", "metavar", "name")

    def __init__(self, name: str, kind: type, many: bool, help: str, metavar: str | None) -> None:
        self.name, self.kind, self.many, self.help, self.metavar = name, kind, many, help, metavar

    @property
    def default(self) -> bool | None:
        """The value where nothing is given."""
        return False if self.kind is bool else None


class Argument(Parameter):
    """One given by its place."""

    __slots__ = ("required",)

    def __init__(self, name: str, kind: type, many: bool, help: str, metavar: str, required: bool) -> None:
        super().__init__(name, kind, many, help, metavar)
        self.required = required


class Option(Parameter):
    """One given by a flag; ``more`` is passed on to the framework."""

    __slots__ = ("flags", "more", "panel")

    def __init__(
        self,
        flags: Sequence[str],
        kind: type,
        many: bool,
        help: str,
        metavar: str | None,
        panel: str,
        more: dict[str, Any],
    ) -> None:
        name = min(flags, key=lambda flag: not flag.startswith("--"))[2:].replace("-", "_")
        super().__init__(name, kind, many, help, metavar)
        self.flags, self.panel, self.more = flags, panel, more


def argument(name: str, kind: Any, help: str, metavar: str, *, required: bool = False) -> Argument:
    """Return a positional argument; one that isn't required is None where it is not given."""
    return Argument(name, *_item(kind), help, metavar, required)


def option(flags: str, kind: Any, help: str, panel: str, metavar: str | None = None, **more: Any) -> Option:
    """Return an option; ``flags`` are parted by spaces, the first long one names the value."""
    return Option(flags.split(), *_item(kind), help, metavar, panel, more)


def _item(kind: Any) -> tuple[type, bool]:
    # list[str] takes many str
    items = getattr(kind, "__args__", None)
    return (items[0], True) if items else (kind, False)


def _filter(flags: str, kind: Any, help: str, metavar: str | None = None) -> Option:
    return option(flags, kind, help, FILTER_PANEL, metavar)


PATHS = argument(
    "paths", list[str], "Files, folders or archives to read, in any format; - is standard input.", "[PATH]..."
)

FILES = (
    option(
        "--corpus -c",
        list[str],
        "Files, folders, archives or an index to read, as the paths; may be given several times.",
        CORPUS_PANEL,
        "PATH",
    ),
    option(
        "--names",
        str,
        "A names.toml with aliases, roles and countries of speakers; one that lies beside the articles is "
        "taken too, but by extract.",
        CORPUS_PANEL,
        "FILE",
    ),
    option(
        "--map",
        list[str],
        "Which column or key of records holds what, where its name doesn't tell: text=body,date=pubDate; also "
        "title, source, author, url, language.",
        CORPUS_PANEL,
        "FIELD=COLUMN",
    ),
)
CORPUS = (
    *FILES,
    option("--no-cache", bool, "Neither use nor keep what was found in these articles before.", CORPUS_PANEL),
)
JOBS = option("--jobs -j", int, "Work on so many documents at once; 0 is one a core.", CORPUS_PANEL, "N")

CHOICES = {
    "kind": ("direct", "mixed", "indirect"),
    "type": ("person", "organisation", "country", "media", "group", "anonymous"),
    "act": (*ALL_ACTS, "any"),
    "format": FORMATS,
    "color": ("auto", "always", "never"),
}


def filters(acts: str) -> tuple[Option, ...]:
    """Return the filters; ``acts`` says which acts are taken where ``--act`` is not given."""
    return (
        _filter("--speaker", list[str], "Said by this speaker: any spelling, or a part of the name.", "NAME"),
        _filter("--role", list[str], "Whose role has these words.", "WORDS"),
        _filter("--country", list[str], "Who speak for this country (CN, China) or body (EU).", "CODE"),
        _filter("--outlet", list[str], "Printed by this outlet, or a part of its name.", "NAME"),
        _filter("--kind", list[str], "All quoted, partly quoted, or not.", "|".join(CHOICES["kind"])),
        _filter("--type", list[str], f"What the speaker is: {', '.join(CHOICES['type'])}.", "TYPE"),
        _filter("--act", list[str], f"{', '.join(CHOICES['act'])}; {acts}.", "ACT"),
        _filter("--via", list[str], "Relayed by this medium or person.", "NAME"),
        _filter("--language", list[str], "In articles in this language: fr, French.", "CODE"),
        _filter("--since", str, "Said on this day or later: 2025-05-20, 2025-05, 'last week'.", "DATE"),
        _filter("--until", str, "Said on this day or earlier.", "DATE"),
        _filter("--on", list[str], "Said on this day, or in this month or year.", "DATE"),
        _filter("--undated", bool, "With dates: also those without a day; alone: only those."),
        _filter(
            "--min-confidence",
            float,
            f"At least as sure as this, 0 to 1; 0 is all. [default: {DEFAULT_CONFIDENCE:g}]",
            "NUMBER",
        ),
    )


FILTERS = filters("all but attitude unless given")


def listing(orders: Sequence[str], limit: str = "all") -> tuple[Option, ...]:
    """Return limit and order; ``orders`` are the keys to sort by, the first the one taken by itself."""
    keys = ", ".join(orders)
    return (
        option("--limit -n", int, f"At most so many; 0 is all. [default: {limit}]", OUTPUT_PANEL, "N"),
        option(
            "--sort",
            str,
            f"Order by {keys}; a - before it turns it round. [default: {orders[0]}]",
            OUTPUT_PANEL,
            "KEY",
        ),
    )


FIELDS = option("--fields", str, "Only these columns: date,speaker,text.", OUTPUT_PANEL, "A,B,C")
FORMAT = option(
    "--format",
    str,
    f"{', '.join(FORMATS)}; a table unless given.",
    OUTPUT_PANEL,
    "FORMAT",
)
AS_JSON = option("--json", bool, "The same as --format json.", OUTPUT_PANEL)
COLOR = option("--color", str, "Whether to colour.", OUTPUT_PANEL, "|".join(CHOICES["color"]))
MESSAGES = (
    option("--quiet -q", bool, "Say nothing on stderr but errors.", OUTPUT_PANEL),
    option("--verbose -v", bool, "Explain on stderr what is done.", OUTPUT_PANEL),
    option("--debug", bool, "Show the traceback of an error.", OUTPUT_PANEL),
)
OUTPUT = (FIELDS, FORMAT, AS_JSON, COLOR, *MESSAGES)
