"""Write the man pages from the commands' own definitions: the same that their help is made of.

    python tools/man_pages.py [--check]

The pages stand in docs/man and go into the wheel, to be read with ``man statements`` and
``man statements-list``. With ``--check`` nothing is written, and a page that is not current ends it with 1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from statements_cli.cli.group import COMMANDS, load_command, load_group
from statements_cli.version import VERSION
from tools.release_notes import section

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "docs" / "man"
EXIT_STATUS = (
    ("0", "Something was found."),
    ("1", "Nothing matched."),
    ("2", "Wrong usage, or something could not be read; the rest is still delivered."),
    ("130", "Interrupted."),
)
ENVIRONMENT = (
    ("STATEMENTS_CORPUS", "The articles to read where a call names none: paths, separated as in PATH."),
    ("STATEMENTS_CACHE_DIR", "The folder that keeps what was found in articles."),
    ("STATEMENTS_LANGUAGES", "A folder with word lists of your own for other languages than English."),
    ("NO_COLOR", "No colours, whatever the terminal can show."),
)


class Roff:
    """What a command's help is written to, as the framework's own formatter is; it keeps sections apart.

    Rows of two columns become tagged paragraphs, and what is written without a heading is the description.
    """

    width = 10_000  # nothing is wrapped here: man does it

    def __init__(self) -> None:
        """Start without any section."""
        self.usage = ""
        self.sections: dict[str, list[str]] = {}
        self._title = "Description"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002
        """Keep the line of usage."""
        self.usage = f"{prog} {args}".strip()

    def write_heading(self, heading: str) -> None:
        """Begin a section."""
        self._title = heading

    def write_paragraph(self) -> None:
        """End what was written in a section."""
        self._title = "Description"

    def write(self, text: str) -> None:
        """Keep a line that is to be copied, such as an example."""
        self._add(f".PP\n.nf\n{escaped(text.strip())}\n.fi\n")

    def write_text(self, text: str) -> None:
        """Keep paragraphs of prose."""
        for paragraph in text.split("\n\n"):
            if words := " ".join(paragraph.split()):
                self._add(f".PP\n{escaped(words)}\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:  # noqa: ARG002
        """Keep rows of a name and what it means."""
        for name, meaning in rows:
            self._add(f".TP\n.B {escaped(name)}\n{escaped(' '.join(meaning.split()))}\n")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a part under a heading."""
        before, self._title = self._title, name
        yield
        self._title = before

    @contextmanager
    def indentation(self) -> Iterator[None]:
        """Write as before: man indents."""
        yield

    def indent(self) -> None:
        """Do nothing: man indents."""

    def dedent(self) -> None:
        """Do nothing: man indents."""

    def _add(self, block: str) -> None:
        self.sections.setdefault(self._title, []).append(block)


def escaped(text: str) -> str:
    """Return text as roff shows it unchanged: hyphens that can be copied, no line that is a request."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in safe.split("\n"))


def page(name: str, summary: str, command: Any, day: str, more: Iterable[tuple[str, str]] = ()) -> str:
    """Return the man page of a command; ``more`` are further sections, each a title and its roff."""
    import typer

    context_type: Any = typer.Context
    context = context_type(command, info_name=name, terminal_width=Roff.width, **command.context_settings)
    roff = Roff()
    command.format_help(context, roff)
    title = name.replace(" ", "-")
    sections = dict(roff.sections)
    examples, description = sections.pop("Examples", []), sections.pop("Description", [])
    parts = [
        f'.TH "{escaped(title.upper())}" "1" "{day}" "statements {VERSION}" "User Commands"\n',
        f".SH NAME\n{escaped(title)} \\- {escaped(summary[0].lower() + summary[1:].rstrip('.'))}\n",
        f".SH SYNOPSIS\n.B {escaped(roff.usage)}\n",
        ".SH DESCRIPTION\n" + "".join(description),
        *(f".SH {escaped(heading.upper())}\n{''.join(blocks)}" for heading, blocks in sections.items()),
        ".SH EXAMPLES\n" + "".join(examples),
        *(f".SH {heading}\n{text}" for heading, text in more),
    ]
    return re.sub(r"(?m)^(\.SH .*\n)\.PP\n", r"\1", "".join(parts))  # a section begins a paragraph by itself


def rows(pairs: Iterable[tuple[str, str]]) -> str:
    """Return pairs of a name and its meaning as tagged paragraphs."""
    roff = Roff()
    roff.write_dl(list(pairs))
    return "".join(roff.sections["Description"])


def references(titles: Iterable[str]) -> str:
    """Return the names of other pages, as SEE ALSO lists them."""
    return ",\n".join(f"\\fB{escaped(title)}\\fR(1)" for title in titles) + "\n"


def pages() -> dict[str, str]:
    """Return every man page by its file name."""
    dated = section((TOP / "CHANGELOG.md").read_text("utf-8"), VERSION)
    day = dated[0] if dated else ""
    whole = [
        ("EXIT STATUS", rows(EXIT_STATUS)),
        ("ENVIRONMENT", rows(ENVIRONMENT)),
        ("SEE ALSO", references(f"statements-{name}" for name in COMMANDS)),
    ]
    group = load_group()
    found = {"statements.1": page("statements", "who said what, when, to whom", group, day, whole)}
    for name, summary in COMMANDS.items():
        more = [("EXIT STATUS", rows(EXIT_STATUS)), ("SEE ALSO", references(["statements"]))]
        found[f"statements-{name}.1"] = page(f"statements {name}", summary, load_command(name), day, more)
    return found


def main() -> int:
    """Write the pages, or check that they are current."""
    made = pages()
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.1")}
    if "--check" in sys.argv[1:]:
        stale = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
        print(*(f"docs/man/{name} is not current: python tools/man_pages.py" for name in stale), sep="\n", end="")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in there.keys() - made.keys():
        (FOLDER / name).unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
