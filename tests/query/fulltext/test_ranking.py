"""Search finds what was meant, best first."""

from __future__ import annotations

from json import dumps

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.query.asking import QueryError, parse_query
from statements_cli.query.fulltext.candidates import Texts
from statements_cli.query.fulltext.lexis import Lexis, spellings
from statements_cli.query.fulltext.matching import in_memory
from statements_cli.query.fulltext.ranking import Match, Matches, highlights, search

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
    "Ministers of labour met at the defence centre to organise co-operation",
    "Ёлка стоит в Киеве, сказал он, и йод не нужен",
]


LETTERS = st.characters(max_codepoint=0x7FF, categories=["L", "Nd", "Z", "P"]) | st.sampled_from("й中文のﬁⅣ\u0301")


def index(*texts: str) -> Texts:
    """An index of these texts, whose ids are their places."""
    return Texts(in_memory(texts), len(texts))


INDEX = index(*TEXTS)


def found(query: str, texts: Texts = INDEX, limit: int | None = None) -> list[int]:
    """The places of what a query finds, best first."""
    return [match.number for match in search(texts, parse_query(query), limit).best]


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
        ("labor", 9),
        ("defense centers organized", 9),
        ("co-operation", 9),
        ("елка", 10),
        ("иода", 10),
    ],
)
def test_best_hit(query: str, first: int) -> None:
    """The statement that was meant comes first."""
    assert first == found(query)[0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("negotiating", {0, 3, 4}),  # an inflected word finds its kin
        ("dialogues", {0, 1}),
        ("xyzzy", set()),
        ("crises", {1}),
        ('"peace treaty"', {2}),
        ('"treaty peace"', set()),  # a phrase is exact, and must stand
        ('"possible future" dialogue', {2}),
        ('"dialog"', set()),
        ("negoti*", {0, 3, 4}),
        ("negoti* -negotiated", {0, 3}),
        ('dialogue -"viable way"', {0}),
        ("-negoti* -ukraine -the", {6, 7, 8, 10}),
        ("对 话", {8}),
        ("话对", set()),
    ],
)
def test_found(query: str, expected: set[int]) -> None:
    """Other forms of a word count, of phrases and beginnings none; what is left out isn't there."""
    assert expected == set(found(query))


def test_short_text_is_no_match_for_everything() -> None:
    """A text of one letter, which is part of nearly every query, isn't found by all of them."""
    assert 6 not in found("dialogue in crisis")


def test_absent_word_prefers_its_nearest_spelling() -> None:
    """For a word that no text has, its nearest spelling is worth more than a word of its stem."""
    texts = index("the policies changed", "the policing changed")

    assert "policing" == Lexis(texts.connection, 2).forms("policinge")[0].word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("labour", "labor"),
        ("analysed", "analyzed"),
        ("centre", "center"),
        ("dialogue", "dialog"),
        ("travelling", "traveling"),
        ("judgement", "judgment"),
        ("paediatricians", "pediatricians"),
    ],
)
def test_british_and_american_spelling(one: str, other: str) -> None:
    """Either spelling leads to the other."""
    assert other in spellings(one)
    assert one in spellings(other)


@pytest.mark.parametrize("word", ["four", "force", "sense", "negotiation", "your", "filing", ""])
def test_one_spelling(word: str) -> None:
    """A word that all spell alike has no other spelling."""
    assert [] == spellings(word)


def test_ties_keep_their_order() -> None:
    """Equally good hits come in the order of the texts, each time."""
    assert [0, 1, 2] == found("peace talks", index("peace talks", "peace talks", "peace talks"))


def test_filter_narrows_before_ranking() -> None:
    """A condition decides what is searched, however many others would be better."""
    texts = index(*["peace talks"] * 500, "they talked of many things, and of peace among others")
    narrowed = texts._replace(condition="number in (select value from json_each(?))", parameters=(dumps([499, 500]),))

    assert [499, 500] == found("peace talks", narrowed, 2)
    assert [499, 500] == found("peace talks", narrowed._replace(narrow=True), 2)


def test_narrow_filter_finds_all_in_a_big_index() -> None:
    """What few of very many texts say in common words is found where a filter lets only these through."""
    texts = index(*(["talks went on"] * 15_000), *(["grain was sold"] * 15_000))
    narrowed = texts._replace(condition="number between ? and ?", parameters=(14_990, 15_009), narrow=True)

    assert {*range(14_990, 15_010)} == set(found("talks grain", narrowed))


def test_score_is_of_a_hundred() -> None:
    """The whole text as query scores 100, a partial one less."""
    assert 100.0 == search(INDEX, parse_query(TEXTS[1])).best[0].score
    assert 0 < search(INDEX, parse_query("memorandum nonsenseword")).best[0].score < 100


def test_limit_and_total() -> None:
    """A limit cuts the answer, whose total says how many there are."""
    assert Matches((Match(0, 100.0, frozenset({"dialogue"})),), 2) == search(INDEX, parse_query("dialogue"), 1)


def test_without_words() -> None:
    """A query that only leaves out gives the newest of the rest."""
    assert Matches((Match(2, 100.0, frozenset()),), 8) == search(INDEX, parse_query("-dialogue -negotiated"), 1)


def test_highlights_stand_in_the_text() -> None:
    """Matched words are found in the text as it is, with its case and accents."""
    text = "“Le PRÉSIDENT”, China’s president; 支持对话谈判, u\u0308ber"

    spans = highlights(text, frozenset({"president", "china", "对话", "uber"}))

    assert ["PRÉSIDENT", "China", "president", "对话", "u\u0308ber"] == [text[start:end] for start, end in spans]


@given(texts=st.lists(st.text(max_size=60), max_size=8), query=st.text(max_size=40))
def test_any_text_and_query(texts: list[str], query: str) -> None:
    """No text and no query raises, scores stay within 0 and 100, and highlights within the text."""
    try:
        asked = parse_query(query)
    except QueryError:
        return
    for match in search(index(*texts), asked).best:
        assert 0 <= match.score <= 100
        for start, end in highlights(texts[match.number], match.matched):
            assert 0 <= start < end <= len(texts[match.number])


@given(texts=st.lists(st.text(LETTERS, min_size=1, max_size=40), min_size=1, max_size=5))
def test_any_text_is_found_by_its_own_words(texts: list[str]) -> None:
    """Whatever letters a text has, its words as a phrase find it."""
    for place, text in enumerate(texts):
        try:
            asked = parse_query('"' + text.replace('"', " ") + '"')
        except QueryError:
            continue
        assert place in {match.number for match in search(index(*texts), asked).best}
