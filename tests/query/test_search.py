"""Search finds what was meant, best first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements_cli.query.search import TextIndex, highlights, search, widened

TEXTS = [
    "China supports direct dialogue and negotiation between the parties concerned",
    "Dialogue is the only viable way out of the crisis",
    "Russia is ready to work with Ukraine on a memorandum on a possible future peace treaty",
    "Negotiations must be held without delay",
    "The two sides negotiated for two hours, substantive and candid",
    "Aid to Ukraine fell by a third",
    "I",
    "Le président Macron a salué l’accord",
    "中方支持对话谈判",
]
INDEX = TextIndex(TEXTS)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("dialogue", 0),
        ("dialoge negociation", 0),  # both misspelt
        ("NEGOTIATIONS", 3),
        ("memorandum future peace treaty", 2),  # a half-remembered phrase
        ("russia ready to work on possible memorandom", 2),
        ("substantiv candid", 4),
        ("macron president", 7),  # accents don't matter
        ("Aids to Ukraine", 5),
        ("对话", 8),  # inside a run of characters without spaces
    ],
)
def test_best_hit(query: str, first: int) -> None:
    """The statement that was meant comes first."""
    assert first == search(INDEX, query)[0].place


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("negotiating", {0, 3, 4}),  # an inflected word finds its kin
        ("dialogues", {0, 1}),
        ("xyzzy", set()),
        ("", set()),
        ("...", set()),
        ("crises", {1}),
    ],
)
def test_found(query: str, found: set[int]) -> None:
    """Other forms of a word count; what has no word like the query isn't found."""
    assert found == {match.place for match in search(INDEX, query)}


def test_short_text_is_no_match_for_everything() -> None:
    """A text of one letter, which is part of nearly every query, isn't found by all of them."""
    assert 6 not in {match.place for match in search(INDEX, "dialogue in crisis")}


def test_absent_word_prefers_its_nearest_spelling() -> None:
    """For a word that no text has, its nearest spelling is worth more than a word of its stem."""
    index = TextIndex(["the policies changed", "the policing changed"])

    assert "policing" == next(iter(widened("policinge", index)))


def test_ties_keep_their_order() -> None:
    """Equally good hits come in the order of the texts, each time."""
    index = TextIndex(["peace talks", "peace talks", "peace talks"])

    assert [0, 1, 2] == [match.place for match in search(index, "peace talks")]


def test_among_narrows_before_ranking() -> None:
    """A filter's places are all that is searched."""
    assert [1] == [match.place for match in search(INDEX, "dialogue", among=[1, 2])]


def test_score_is_of_a_hundred() -> None:
    """The whole text as query scores 100, a partial one less."""
    assert 100.0 == search(INDEX, TEXTS[2])[0].score
    assert 0 < search(INDEX, "memorandum nonsenseword")[0].score < 100


def test_highlights_stand_in_the_text() -> None:
    """Matched words are found in the text as it is, with its case and accents."""
    text = "“Le PRÉSIDENT”, China’s president"

    spans = highlights(text, frozenset({"president", "china"}))

    assert ["PRÉSIDENT", "China’s", "president"] == [text[start:end] for start, end in spans]


@settings(max_examples=100)
@given(texts=st.lists(st.text(max_size=60), max_size=8), query=st.text(max_size=40))
def test_any_text_and_query(texts: list[str], query: str) -> None:
    """No text and no query raises, scores stay within 0 and 100, and highlights within the text."""
    for match in search(TextIndex(texts), query):
        assert 0 <= match.score <= 100
        for start, end in highlights(texts[match.place], match.matched):
            assert 0 <= start < end <= len(texts[match.place])
