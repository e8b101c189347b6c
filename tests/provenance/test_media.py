"""Which words mean a medium, which name one, and which noun heads a source."""

from __future__ import annotations

import pytest

from statements_cli.provenance.media import (
    head_phrase,
    is_generic,
    known_name,
    last_medium,
    named_medium,
    proper_name,
    stands_for,
)
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
        ("the Reuters news agency", "Reuters"),
        ("Reuters News Agency", "Reuters"),
        ("the Reuters news editor", None),
        ("the Moe news agency", None),
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


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        # a listed name, with the article that some need
        ("the Hill", "The Hill"),
        ("The Hill", "The Hill"),
        ("Hill", None),
        ("a Hill report", None),
        ("the Hill report", "The Hill"),
        ("Straits Times", "The Straits Times"),
        # within a phrase, not within a longer name, a person's or a poll's
        ("Russian state media outlet Tass", "TASS"),
        ("Fox News' show", "Fox News"),
        ("The Wall Street Journal's Ann", "The Wall Street Journal"),
        ("The New York Times and Reuters", "Reuters"),
        ("Fox Newsy", None),
        ("Reuters Ann", None),
        ("my-Reuters", None),
        ("Reuters-Ipsos", None),
        ("a Reuters reporter", None),
        # an unlisted one by how its name ends
        ("Ann Times", "Ann Times"),
        ("News-Register", "News-Register"),
        ("In Valley Star", "Valley Star"),
        ("As Valley Star", "Valley Star"),
        ("But The Valley Star", "Valley Star"),
        ("A Valley Star", "Valley Star"),
        ("An Valley Star", "Valley Star"),
        ("d’Reuters", None),
        ("d'Reuters", None),
        ("Moe’s Valley Star", "Valley Star"),
        ("Moe's Valley Star", "Valley Star"),
        ("Valley Star News Agency", "Valley Star News Agency"),
        ("TASS Times", "TASS Times"),
        ("an Interfax Service report", "Interfax"),
        ("an Interfax Network report", "Interfax Network"),
        ("an Interfax Club report", None),
        ("Valley Star Ann", None),
        ("KTVX", None),
        # the article's own
        ("Lund Post", "The Lund Post"),
        ("the lund post", "The Lund Post"),
        ("some Lund Post men", "Lund Post"),
    ],
)
def test_named_in_a_phrase(phrase: str, expected: str | None) -> None:
    """A medium is named by a list, by its kind of name, or as the outlet."""
    assert expected == named_medium(phrase, "The Lund Post")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("KTVX", "KTVX"),
        ("the Nordlys", "Nordlys"),
        ("“ABC 7”,", "ABC 7"),
        ("One Two Three Four", "One Two Three Four"),
        ("One Two Three Four Five", None),
        ("One two", None),
        ("a b", None),
        ("", None),
    ],
)
def test_proper_name(phrase: str, expected: str | None) -> None:
    """A phrase is a name where every word of at most four has a capital or is a number."""
    assert expected == proper_name(phrase)


@pytest.mark.parametrize(
    ("phrase", "near", "nowhere"),
    [
        # by name
        ("the Straits Times", "The Straits Times", "The Straits Times"),
        ("the Nordlys newspaper", "Nordlys", "Nordlys"),
        # by the end of a name before
        ("the Star", "The Star", "The Star"),
        ("the Journal", "Journal", "Journal"),
        ("Post", "The Lund Post", "The Lund Post"),
        # "the" with what it is: the one named last; others as they stand
        ("the newspaper", "Reuters", None),
        ("The broadcaster", "Reuters", None),
        ("the news agency", "Reuters", None),
        ("a broadcaster", "a broadcaster", "a broadcaster"),
        ("state media", "state media", "state media"),
        ("local media reports", "local media reports", "local media reports"),
        ("one of the newspapers", "one of the newspapers", "one of the newspapers"),
        ("the minister", None, None),
    ],
)
def test_stands_for(phrase: str, near: str | None, nowhere: str | None) -> None:
    """A phrase stands for the medium that it names, or that was named before."""
    text = "The Valley Star and Reuters met. "

    assert near == stands_for(phrase, text, len(text), "The Lund Post")
    assert nowhere == stands_for(phrase, "It met. ", 8, "The Lund Post")


def test_reach_of_a_noun() -> None:
    """What "the newspaper" stands for is named within four thousand characters before."""
    text = f"Reuters{' ' * 3993}"

    assert ["Reuters", None] == [last_medium(text, len(text)), last_medium(f"{text} ", len(text) + 1)]


def test_by_the_end_of_a_name() -> None:
    """With an ending the last medium whose name ends so is meant, the outlet where none is named."""
    text = "The Valley Journal met the Lake Journal and the Valley Star. "

    assert "Lake Journal" == last_medium(text, len(text), None, "Journal")
    assert "Valley Journal" == last_medium(text, 30, None, "Journal")
    assert last_medium("Journal men met. ", 17, None, "Journal") is None
    assert "Lund Journal" == last_medium("Nobody met. ", 12, "Lund Journal", "Journal")
    assert last_medium("Nobody met. ", 12, "Lund Journal") is None


def test_limits_of_a_generic_phrase() -> None:
    """A phrase for a medium has at most five words before its noun, and fewer than eighty characters."""
    assert [True, False] == [is_generic(f"the {'very ' * number}newspaper") for number in (4, 5)]
    assert [True, False] == [is_generic(f"the {'x' * number} newspaper") for number in (65, 66)]
