"""Write the article of a statement, with the statement as its note, for reference managers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from statements_cli.model import Statement
from statements_cli.output.citations.footnote import retrieval, saying
from statements_cli.output.safe import one_line

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}


def csl_item(statement: Statement) -> dict[str, Any]:
    """Return a statement's article as an item of CSL-JSON with a note.

    See the schema of the Citation Style Language, csl-data.json.
    """
    item: dict[str, Any] = {"id": statement.id, "type": "article-newspaper"}
    if statement.byline:
        item["author"] = [{"literal": statement.byline}]
    if parts := _date_parts(statement):
        item["issued"] = {"date-parts": [parts]}
    known = {
        "title": statement.headline,
        "container-title": statement.outlet,
        "URL": statement.url,
        "language": statement.language,
        "note": _note(statement),
    }
    return item | {key: value for key, value in known.items() if value}


def bibtex_entry(statement: Statement) -> str:
    """Return the article of a statement as an entry of BibTeX, in UTF-8."""
    dated = zip(("year", "month", "day"), map(str, _date_parts(statement)), strict=False)
    fields = {
        "author": f"{{{_latex(statement.byline)}}}" if statement.byline else None,
        "title": f"{{{_latex(statement.headline)}}}" if statement.headline else None,
        "journal": _latex(statement.outlet) if statement.outlet else None,
        **dict(dated),
        "url": _address(statement.url) if statement.url else None,
        "language": statement.language,
        "note": _latex(_note(statement)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{statement-{statement.id},\n{lines}}}\n"


def ris_record(statement: Statement) -> str:
    """Return the article of a statement as a record of RIS."""
    parts = _date_parts(statement)
    day = "/".join([*(f"{part:02}" for part in parts), *[""] * (4 - len(parts))]) if parts else None
    tags = (
        ("TY", "NEWS"),
        ("ID", statement.id),
        ("AU", statement.byline),
        ("TI", statement.headline),
        ("T2", statement.outlet),
        ("PY", str(parts[0]) if parts else None),
        ("DA", day),
        ("UR", statement.url),
        ("LA", statement.language),
        ("N1", _note(statement)),
    )
    return "".join(f"{tag}  - {one_line(value)}\n" for tag, value in tags if value) + "ER  - \n"


def joined(entries: Iterable[str]) -> str:
    """Return entries with an empty line between them."""
    return "\n".join(entries)


def _note(statement: Statement) -> str:
    return f"{saying(statement)} {retrieval(statement)}"


def _date_parts(statement: Statement) -> list[int]:
    """Return year, month and day of publication, as far as they are known."""
    published = (statement.published or "")[:10]
    return [int(part) for part in published.split("-") if part.isdecimal()]


def _latex(text: str) -> str:
    return "".join(_LATEX.get(letter, letter) for letter in one_line(text))


def _address(url: str) -> str:
    """Return an address that neither ends nor opens a BibTeX field."""
    return one_line(url).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
