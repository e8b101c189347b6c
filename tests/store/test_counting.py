"""Statements are counted by what they have in common, in memory and in an index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.pipeline import Parsed
from statements_cli.query.filters import Filter
from statements_cli.store import Store
from statements_cli.store.counting import _week

CASES: list[tuple[object, Filter, str]] = [
    ("speaker", Filter(), "Mao Ning 2, Guo Jiakun 1, Kiel Institute 1, Vladimir Putin 1, Volodymyr Zelensky 1"),
    (
        "speaker",
        Filter(acts=("any",)),
        "Guo Jiakun 2, Mao Ning 2, Kiel Institute 1, Vladimir Putin 1, Volodymyr Zelensky 1",
    ),
    ("country", Filter(), "CN 3, DE 1, RU 1, UA 1"),
    ("outlet", Filter(), "Global Times 4, AFP 2"),
    ("kind", Filter(), "direct 6"),
    ("act", Filter(), "speech 4, report 1, writing 1"),
    ("type", Filter(countries="CN"), "person 3"),
    ("role", Filter(), "Foreign Ministry spokesperson 3, None 3"),
    ("year", Filter(), "2025 5, None 1"),
    ("month", Filter(), "2025-02 2, 2025-05 3, None 1"),
    ("week", Filter(), "2025-W07 2, 2025-W21 2, None 2"),  # a month is no week
    ("day", Filter(countries="CN"), "2025-02-13 1, 2025-05-20 1, None 1"),
    (("country", "act"), Filter(countries=["CN", "DE"]), "CN/speech 2, CN/writing 1, DE/report 1"),
    (("year", "outlet"), Filter(), "2025/Global Times 3, 2025/AFP 2, None/Global Times 1"),
    ("speaker", Filter(speakers="nobody at all"), ""),
]


def shown(store: Store, by: object, wanted: Filter, **more: object) -> str:
    """Return the counts in words."""
    found = store.count(by, wanted, **more)  # type: ignore[arg-type]
    return ", ".join(f"{'/'.join(map(str, count.values))} {count.statements}" for count in found)


@pytest.mark.parametrize(("by", "wanted", "counts"), CASES)
def test_counts(store: Store, by: object, wanted: Filter, counts: str) -> None:
    """Each value has its number; periods stand in the order of time, the others by number, what is unknown last."""
    assert sorted(counts.split(", ")) == sorted(shown(store, by, wanted).split(", "))
    if isinstance(by, str):
        assert counts == shown(store, by, wanted)


def test_an_index_counts_alike(
    store: Store, tmp_path: Path, fake_parse: Callable[..., Parsed], corpus_file: Path
) -> None:
    """An index in a file counts as the store in memory does."""
    from statements_cli.pipeline import attempt
    from statements_cli.store.index.build import IndexInputs, update_index

    path = str(tmp_path / "news.db")
    update_index(
        path,
        IndexInputs([str(corpus_file)]),
        lambda some: (attempt(one, None, fake_parse) for one in some),
        print,
        print,
        "e",
    )
    index = Store.open(path)

    assert all(shown(store, by, wanted) == shown(index, by, wanted) for by, wanted, _ in CASES)


@pytest.mark.parametrize(
    ("sort", "first"),
    [(None, "CN 3"), ("statements", "CN 3"), ("-statements", "DE 1"), ("value", "CN 3"), ("-value", "UA 1")],
)
def test_orders(store: Store, sort: str | None, first: str) -> None:
    """Counts are ordered by number or by value, either way round."""
    assert first == shown(store, "country", Filter(), sort=sort, limit=1)


def test_pages_and_totals(store: Store) -> None:
    """A page says how many counts there are, and how many statements only their day or confidence left out."""
    found = store.count("country", limit=2, offset=3)

    assert (1, 4, 3) == (len(found), found.total, found.offset)
    assert [{"country": "UA", "statements": 1}] == found.to_dicts()
    assert 1 == store.count("country", Filter(since="2025")).undated
    assert 1 == store.count("country", Filter(confidence=0.6)).doubtful


@pytest.mark.parametrize("by", ["words", (), ("speaker", "speaker"), ("speaker", "kind", "act"), ("speaker", "words")])
def test_wrong_fields(store: Store, by: object) -> None:
    """Other fields, none, one twice and more than two are refused."""
    with pytest.raises(ValueError):
        store.count(by)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "week"),
    [("2025-05-20", "2025-W21"), ("2024-12-30", "2025-W01"), ("2027-01-01", "2026-W53"), ("2025-05", None)],
)
def test_weeks(date: str, week: str | None) -> None:
    """Weeks are those of ISO 8601, which have a year of their own."""
    assert week == _week(date)
