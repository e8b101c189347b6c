"""A query as typed is read as words, phrases, beginnings, what to leave out, and fields; nothing else means anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.query.asking import MOST_TERMS, Query, QueryError, Term, of_text, parse_query
from statements_cli.query.filters import Filter


def word(*words: str) -> tuple[Term, ...]:
    """Terms that are plain words."""
    return tuple(Term("word", (one,)) for one in words)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("dialogue negotiation", word("dialogue", "negotiation")),
        ("Dialogue, DIALOGUE!", word("dialogue")),
        ("China’s two-state accord", word("china", "two", "state", "accord")),
        ('"peace talks" soon', (Term("phrase", ("peace", "talks")), *word("soon"))),
        ("“Frieden jetzt” «paix»", (Term("phrase", ("frieden", "jetzt")), Term("phrase", ("paix",)))),
        ("negoti*", (Term("prefix", ("negoti",)),)),
        ("re-negoti*", (*word("re"), Term("prefix", ("negoti",)))),
        ("对话 truce", (Term("stretch", ("对", "话")), *word("truce"))),
        ("Élysée ЁЛКА", word("elysee", "елка")),
        ('an "unclosed quotation', word("an", "unclosed", "quotation")),
        ("a - b — c", word("a", "b", "c")),
        ("speaker: none", word("speaker", "none")),
        ("https://example.org/?q=1", word("https", "example", "org", "q", "1")),
        ("x\" OR text:'y", word("x", "or", "text", "y")),
        ("NEAR(a b) {text} : ^c", word("near", "a", "b", "text", "c")),
    ],
)
def test_terms(text: str, terms: tuple[Term, ...]) -> None:
    """Marks that mean nothing part words; those that do make phrases and beginnings."""
    assert terms == parse_query(text).terms


def test_left_out_and_fields() -> None:
    """A minus leaves out what stands behind it; a field and a colon narrow."""
    query = parse_query('gas -pipeline -"cold war" -lng* speaker:"Mao Ning" Country:China outlet:tass kind:DIRECT')

    assert word("gas") == query.terms
    assert (*word("pipeline"), Term("phrase", ("cold", "war")), Term("prefix", ("lng",))) == query.excluded
    assert (
        ("speaker", "Mao Ning"), ("country", "China"), ("outlet", "tass"), ("kind", "direct"),
    ) == query.fields  # fmt: skip


def test_fields_narrow_a_filter() -> None:
    """What fields say is added to the filter, countries by their codes."""
    query = parse_query("x speaker:Putin speaker:Trump country:Russian outlet:NBC kind:mixed")
    filter = Filter(
        speakers=("Xi", "Putin", "Trump"), countries=("RU",), outlets=("NBC",), kinds=("mixed",), since="2025"
    )

    assert filter == query.narrowing(Filter(speakers=("Xi",), since="2025"))


@pytest.mark.parametrize("text", ["", " ", "...", '""', "*", "- --", '"!?" **'])
def test_empty(text: str) -> None:
    """A query without words is refused, and the error says what to type."""
    with pytest.raises(QueryError, match="no words") as raised:
        parse_query(text)

    assert "peace talks" in raised.value.mend


@pytest.mark.parametrize("text", ["kind:loud", 'outlet:""', "-speaker:Putin x"])
def test_wrong_field(text: str) -> None:
    """A field without a value, of a kind that there isn't, or left out is refused."""
    with pytest.raises(QueryError):
        parse_query(text)


def test_endless_query() -> None:
    """Of a query without end the beginning counts."""
    assert MOST_TERMS == len(parse_query(" ".join(f"w{n}" for n in range(50_000))).terms)
    assert MOST_TERMS == len(parse_query('"' + "a " * 50_000 + '"').terms[0].words)


def test_text_as_query() -> None:
    """In a text taken as query no mark means anything."""
    assert Query(word("no", "talks", "speaker", "x"), text="no talks speaker x") == of_text('-no "talks" speaker:x')


@given(text=st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Any text is a query or refused as one, and its words hold letters and digits only."""
    try:
        query = parse_query(text)
    except QueryError:
        return
    for term in (*query.terms, *query.excluded):
        assert all(one.isalnum() for one in term.words)
