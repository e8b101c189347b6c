"""Words near in meaning are found by their vectors, which come with the package."""

from __future__ import annotations

import pytest

pytest.importorskip("wordllama")

from statements_cli.query.asking import parse_query
from statements_cli.query.fulltext.candidates import Texts
from statements_cli.query.fulltext.matching import in_memory
from statements_cli.query.fulltext.meaning import Meaning
from statements_cli.query.fulltext.ranking import search

TEXTS = [
    "Dialogue is the only viable way out",
    "The weather was fine",
    "Conflict broke out in the north",
    "He warned of wariness and warming",
    "A truce will hold, the generals said",
]
INDEX = Texts(in_memory(TEXTS), len(TEXTS))


@pytest.mark.parametrize(("query", "first"), [("talks", 0), ("war", 2), ("ceasefire", 4)])
def test_found_by_meaning(query: str, first: int) -> None:
    """What has none of the words is found where it has words of that meaning."""
    assert [] == [match.number for match in search(INDEX, parse_query(query)).best]
    assert [first] == [match.number for match in search(INDEX, parse_query(query), by_meaning=True).best]


def test_merely_alike_is_not_near() -> None:
    """Words that only begin or end alike are not taken for words of one meaning."""
    assert {"warned", "wariness", "warming"}.isdisjoint(Meaning(INDEX.connection).near("war"))


def test_empty_index() -> None:
    """An index without words has none that are near."""
    assert {} == Meaning(in_memory([])).near("war")
