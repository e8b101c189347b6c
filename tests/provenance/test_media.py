"""Which words mean a medium, which name one, and which noun heads a source."""

from __future__ import annotations

import pytest

from statements_cli.provenance.media import head_phrase, is_generic, known_name, last_medium, named_medium
from statements_cli.provenance.noun_heads import document_of, head_words, words_of


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("a Pentagon memo seen by Reuters", "a Pentagon memo"),
        ("the paper, which", "the paper"),
        ("of the paper", "of the paper"),
        ("memo", "memo"),
        ("", ""),
    ],
)
def test_head_phrase(phrase: str, expected: str) -> None:
    """A noun phrase ends before the words that begin another, which may open it."""
    assert expected == head_phrase(phrase)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Reuters", "Reuters"),
        ("“Reuters”,", "Reuters"),
        ("Reuters’s", "Reuters"),
        ("Tass", "TASS"),
        ("a Reuters report", None),
        ("Ann", None),
        ("", None),
    ],
)
def test_known_name(phrase: str, expected: str | None) -> None:
    """A phrase that is the name of a listed medium and nothing else has the name that records give."""
    assert expected == known_name(phrase)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Russian state media outlet Tass", "TASS"),
        ("an AFP report", "AFP"),
        ("a Reuters reporter", None),
        ("the mayor", None),
    ],
)
def test_named_medium(phrase: str, expected: str | None) -> None:
    """A medium named in a phrase counts, unless people are meant."""
    assert expected == named_medium(phrase)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the newspaper", True),
        ("state media", True),
        ("local media", True),
        ("The paper", True),
        ("the mayor", False),
        ("the newspaper reporter", False),
        ("the " + "very " * 14 + "newspaper", False),
        ("", False),
    ],
)
def test_is_generic(phrase: str, expected: bool) -> None:
    """A noun for a medium without a name is generic."""
    assert expected == is_generic(phrase)


@pytest.mark.parametrize(
    ("text", "ending", "expected"),
    [
        ("Reuters said so. AFP said more. ", "", "AFP"),
        ("The Wall Street Journal said so. AFP said more. ", "Journal", "The Wall Street Journal"),
        ("Nobody said so. ", "", None),
    ],
)
def test_last_medium(text: str, ending: str, expected: str | None) -> None:
    """The medium named last counts, or the last one whose name ends in a word."""
    assert expected == last_medium(text, len(text), ending=ending)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a report from the auditor general", ["a", "report"]),
        ("The minister’s letter", ["the", "minister", "letter"]),
        ("the letter, dated Monday", ["the", "letter"]),
        ("the letter (a copy)", ["the", "letter"]),
        ("“Report”", ["report"]),
        ("", []),
    ],
)
def test_head_of(source: str, expected: list[str]) -> None:
    """A noun phrase goes up to its head, in lower case."""
    assert expected == head_words(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a report from the auditor general", "report"),
        ("Security Council resolutions", "resolution"),
        ("the studies", "study"),
        ("the author of a report", None),
        ("the minister", None),
        ("", None),
    ],
)
def test_document_of(source: str, expected: str | None) -> None:
    """A source is a document where its head is one, in whatever number."""
    assert expected == document_of(source)


def test_words_of() -> None:
    """The words of spans stand in order, white space folded."""
    assert "one two" == words_of("one \n two three", ((0, 9),))
    assert "one three" == words_of("one \n two three", ((0, 3), (10, 15)))
    assert "" == words_of("one", ())
