"""Words are folded, stemmed and located the same way everywhere."""

from __future__ import annotations

import pytest

from statements_cli.query.countries import country_code
from statements_cli.query.fulltext.query_words import words
from statements_cli.query.order import ordered


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("China’s Foreign Ministry", ["china", "foreign", "ministry"]),
        ("the parties' talks", ["the", "parties", "talks"]),
        ("Türkiye, 3+3", ["turkiye", "3", "3"]),
        ("don't", ["don", "t"]),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    """Case, accents and possessive endings don't matter."""
    assert found == words(text)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CN", "CN"),
        ("cn", "CN"),
        ("China", "CN"),
        ("chinese", "CN"),
        ("UK", "GB"),
        ("nato", "NATO"),
        ("Zubrowka", "Zubrowka"),
        (" xx ", "xx"),
        ("us", "US"),
    ],
)
def test_country_code(typed: str, code: str) -> None:
    """A country may be named by code, name or adjective."""
    assert code == country_code(typed)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("date", ["c", "a", "b"]),
        ("-date", ["a", "c", "b"]),
        ("name", ["a", "b", "c"]),
        ("article", ["a", "b", "c"]),
    ],
)
def test_ordered(by: str, expected: list[str]) -> None:
    """Dates go newest first, words alphabetically, what has no value last even when turned round."""
    items: list[dict[str, str | None]] = [
        {"name": "a", "date": "2024"},
        {"name": "b", "date": None},
        {"name": "c", "date": "2025"},
    ]

    assert expected == [item["name"] for item in ordered(items, by, lambda item, key: item[key])]
