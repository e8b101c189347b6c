"""What must hold for any document: sound results pass, and each kind of fault is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from fuzz.invariants import document_faults, faults, index_faults, is_day, is_moment
from statements_cli.documents.plain import digest
from statements_cli.model import Article, Document, Metadata, Statement, StatementSpans
from statements_cli.pipeline import Parsed, parse

TEXT = "“We hope so very much,” Mao Ning said on Monday.\n\nPutin told reporters that Russia was ready for talks.\n"
DOCUMENT = Document("a.txt", TEXT, digest(TEXT.encode()))


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    """A text with two statements, parsed."""
    found = parse(DOCUMENT)
    assert 2 == len(found.statements)
    return found


def changed(parsed: Parsed, **values: Any) -> Parsed:
    """Return the same with other values of the first statement."""
    return parsed._replace(statements=(replace(parsed.statements[0], **values), *parsed.statements[1:]))


def of_article(parsed: Parsed, **values: Any) -> Parsed:
    """Return the same with other values of the article."""
    return parsed._replace(articles=(replace(parsed.articles[0], **values),))


def test_sound(parsed: Parsed) -> None:
    """Nothing is wrong with what is found in a text."""
    assert [] == list(faults(parsed))
    assert [] == list(index_faults([parsed]))


FAULTS: dict[str, Callable[[Parsed], Parsed]] = {
    "outside the text": lambda p: changed(p, spans=StatementSpans(((1, len(TEXT) + 1),))),
    "overlap": lambda p: changed(p, spans=StatementSpans(((1, 9), (5, 12)))),
    "not what stands in the text": lambda p: changed(p, text="We hope so"),
    "one id": lambda p: p._replace(statements=(*p.statements, *p.statements)),
    "not made from the document": lambda p: changed(p, id="0" * 12),
    "the date '2025-02-30'": lambda p: changed(p, date="2025-02-30", date_basis="stated"),
    "a date without its basis": lambda p: changed(p, date="2025-02-20", date_basis=None),
    "confidence: 1.01": lambda p: changed(p, confidence=1.01),
    "kind: 'loud'": lambda p: changed(p, kind="loud"),
    "quote is not in the text": lambda p: changed(p, quotes=("no",)),
    "the article is unknown": lambda p: changed(p, article="0" * 12),
    "relays itself": lambda p: changed(p, via=("Mao Ning",), speaker="Mao Ning", type="person"),
    "article's span": lambda p: of_article(p, span=(0, len(TEXT) + 1)),
    "the day published '2025-13-01'": lambda p: of_article(p, published="2025-13-01", published_basis="byline"),
    "blocks are out of order": lambda p: of_article(p, blocks=p.articles[0].blocks[::-1]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults(parsed: Parsed, fault: str) -> None:
    """A result with something wrong in it is found out, and what is said names the fault."""
    assert any(fault in found for found in faults(FAULTS[fault](parsed), stored=False))


def test_other_cache_and_index(parsed: Parsed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache or an index that gives back something else is found out."""
    monkeypatch.setattr("fuzz.invariants.through_cache", lambda _: changed(parsed, headline="Another"))
    monkeypatch.setattr("fuzz.invariants.Store.statements", lambda *_: changed(parsed, text="Another").statements)

    assert ["the cache gives back something else"] == list(faults(parsed, stored=False))
    assert any("another text" in found for found in index_faults([parsed]))


@pytest.mark.parametrize(
    ("value", "day", "moment"),
    [
        ("2025", True, True),
        ("2025-05", True, True),
        ("2024-02-29", True, True),
        ("2025-02-29", False, False),
        ("2025-13", False, False),
        ("2025-5-1", False, False),
        ("0000-01-01", False, False),
        ("٢٠٢٥", False, False),
        ("2025-05-20T10:00:00+03:00", False, True),
        ("2025-05-20T10:00Z", False, True),
        ("2025-05-20T10:61:00", False, False),
        ("2025-05-20 10:00", False, False),
    ],
)
def test_days(value: str, day: bool, moment: bool) -> None:
    """Days that exist in ISO 8601 are days; with a time they are moments."""
    assert (day, moment) == (is_day(value), is_moment(value))


@pytest.mark.parametrize(
    ("metadata", "wrong"),
    [
        (Metadata(headline="Talks", published="2025-05-20", language="en"), False),
        (Metadata(published="20 May"), True),
        (Metadata(language="English"), True),
        (Metadata(headline="  "), True),
    ],
)
def test_documents(metadata: Metadata, wrong: bool) -> None:
    """What a reader says beside the text is checked."""
    assert wrong == bool(list(document_faults(replace(DOCUMENT, metadata=metadata))))


def test_fields() -> None:
    """The values that the table of faults changes are those of statements and articles."""
    assert {"spans", "confidence", "via"} <= set(Statement.__match_args__)
    assert {"span", "published"} <= set(Article.__match_args__)


def test_capitals_are_read_as_print_would_have_them() -> None:
    """Of a text in capitals the words are compared, not their case; other words are a fault all the same."""
    text = 'MAYOR ELLEN PARK SAID ON TUESDAY THAT THE BRIDGE WAS NOT FOR SALE.\n\n"IT IS OURS," PARK SAID.\n'
    found = parse(Document("a.txt", text, digest(text.encode())))
    assert [] == list(faults(found))
    assert any("not what stands" in fault for fault in faults(changed(found, text="the bridge was for sale")))
