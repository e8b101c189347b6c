"""What goes to reference managers is read by readers of these formats, whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from statements_cli.model import Statement
from statements_cli.output.citations.reference_formats import bibtex_entry, csl_item, joined, ris_record
from statements_cli.store import Store

HOSTILE = r"100% & {more} #1_a $5 ~x^y \end \\ “quoted”"
PLAIN = {"\\textbackslash{}": "\\", "\\textasciitilde{}": "~", "\\textasciicircum{}": "^"}


@pytest.fixture
def said(store: Store) -> Statement:
    """A statement of which all is known that a reference may hold."""
    known = {"byline": "Ann Example", "url": "https://news.example/1?a=b&c_d", "headline": "Talks"}
    return replace(store.statements()[0], **known)  # type: ignore[arg-type]


def unescaped(text: str) -> str:
    """Return what LaTeX makes of an escaped text."""
    for escape, letter in PLAIN.items():
        text = text.replace(escape, f"\0{letter}")
    for letter in "{}&%$#_":
        text = text.replace(f"\\{letter}", letter)
    return text.replace("\0", "")


def read_bibtex(text: str) -> list[dict[str, str]]:
    """Return the entries of BibTeX by their reader."""
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(text)
    assert [] == library.failed_blocks
    return [
        {"key": entry.key, "type": entry.entry_type} | {f.key: f.value for f in entry.fields}
        for entry in library.entries
    ]


def test_bibtex(said: Statement) -> None:
    """An entry of BibTeX has author, title, journal, day, address, and the statement as its note."""
    [entry] = read_bibtex(bibtex_entry(said))

    assert ("article", f"statement-{said.id}") == (entry["type"], entry["key"])
    assert ("{Ann Example}", "{Talks}", "Global Times") == (entry["author"], entry["title"], entry["journal"])
    assert ("2025", "5", "20") == (entry["year"], entry["month"], entry["day"])
    assert said.url == entry["url"]
    assert "Mao Ning (Foreign Ministry spokesperson): “China supports" in entry["note"]
    assert said.id in entry["note"]


def test_several_entries(said: Statement) -> None:
    """Several entries are read as several."""
    other = replace(said, id="e0", published="2025-05", byline=None, url=None, headline=None, outlet=None)

    assert ["2025", "2025"] == [entry["year"] for entry in read_bibtex(joined(map(bibtex_entry, (said, other))))]
    rispy = pytest.importorskip("rispy")
    assert [said.id, "e0"] == [entry["id"] for entry in rispy.loads(joined(map(ris_record, (said, other))))]


@pytest.mark.parametrize("field", ["headline", "outlet", "byline", "text", "url"])
def test_no_text_breaks_bibtex(said: Statement, field: str) -> None:
    """Marks that mean something in LaTeX are escaped, wherever they stand."""
    changed: Any = {field: HOSTILE}
    [entry] = read_bibtex(bibtex_entry(replace(said, **changed)))

    if field != "url":
        held = {"headline": "title", "outlet": "journal", "byline": "author", "text": "note"}[field]
        assert HOSTILE in unescaped(entry[held])


def test_ris(said: Statement) -> None:
    """A record of RIS is a newspaper's, and has the same."""
    rispy = pytest.importorskip("rispy")
    [entry] = rispy.loads(ris_record(replace(said, headline="Talks\r\nER  - \r\nTY  - BOOK")))

    assert ("NEWS", said.id) == (entry["type_of_reference"], entry["id"])
    assert (["Ann Example"], "Talks  ER  -   TY  - BOOK") == (entry["authors"], entry["title"])
    assert ("2025", "2025/05/20/", [said.url]) == (entry["year"], entry["date"], entry["urls"])
    assert "Mao Ning" in entry["notes"][0]


@pytest.mark.parametrize(
    ("published", "parts", "day"),
    [
        ("2025-05-20T14:30+05:30", [2025, 5, 20], "2025/05/20/"),
        ("2025-05", [2025, 5], "2025/05//"),
        ("2025", [2025], "2025///"),
        (None, None, None),
    ],
)
def test_days(said: Statement, published: str | None, parts: list[int] | None, day: str | None) -> None:
    """A day published has as many parts as are known."""
    known = replace(said, published=published)

    assert parts == csl_item(known).get("issued", {"date-parts": [None]})["date-parts"][0]
    assert (f"DA  - {day}\n" in ris_record(known)) == (day is not None)


def test_csl_json(said: Statement) -> None:
    """CSL-JSON has the variables of the Citation Style Language alone, and its reader takes it."""
    citeproc = pytest.importorskip("citeproc")
    from citeproc.source.json import CiteProcJSON
    from citeproc.types import ARTICLE_NEWSPAPER

    item = csl_item(said)

    assert {key.replace("-", "_") for key in item} <= {
        *citeproc.VARIABLES,
        *citeproc.NAMES,
        *citeproc.DATES,
        "id",
        "type",
        "language",
    }
    [(key, read)] = CiteProcJSON([item]).items()
    assert (said.id.lower(), ARTICLE_NEWSPAPER, "Talks") == (key, read.type, str(read.title))


def test_csl_json_of_what_is_unknown(said: Statement) -> None:
    """What isn't known has no key."""
    unknown = replace(said, byline=None, headline=None, outlet=None, published=None, url=None, language=None)

    assert {"id", "type", "note"} == set(csl_item(unknown))
