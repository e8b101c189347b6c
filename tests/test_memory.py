"""Memory: what is kept of one document while others are read is little, however many they are."""

from __future__ import annotations

import functools
import gc
import io
from collections.abc import Iterator

import pytest

from statements_cli.documents.plain import PIECE
from statements_cli.documents.records import tally
from statements_cli.documents.records.tally import Tally
from statements_cli.documents.streams import Budget, Reading, read_whole
from statements_cli.model import Document
from statements_cli.pipeline import parse

MOST = 4096


def sizes(bounded: bool) -> dict[str, int]:
    """How many answers each function keeps that has a bound, or has none."""
    kept = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    return {
        f"{one.__module__}.{one.__qualname__}": one.cache_info().currsize
        for one in kept
        if one.__module__.startswith("statements_cli") and (one.cache_info().maxsize is not None) == bounded
    }


def bounds() -> Iterator[tuple[str, int]]:
    """The functions that remember a bounded number of answers, and how many."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("statements_cli"):
            yield f"{one.__module__}.{one.__qualname__}", one.cache_info().maxsize or 0


def read_articles(first: int, last: int) -> None:
    """Read articles each with names, bodies and words that no other has."""
    for number in range(first, last):
        mark = "".join(chr(97 + int(digit)) for digit in str(number))
        text = (
            f"PARIS, May 3, 2024 (Reuters) - The minister of K{mark}ia, Anna B{mark}er, said on Friday that the dam "
            f"would hold.\n\n“We n{mark}ed it,” said Paul M{mark}an, head of the V{mark}o Institute. He added that "
            f"W{mark} Motors had agreed.\n"
        )
        parse(Document(f"{number}.txt", text, f"{number:064}"))


def test_what_texts_hold_is_kept_within_bounds() -> None:
    """Functions that remember answers without bound remember no more after other texts, and bounds are small."""
    read_articles(0, 20)
    before = sizes(bounded=False)
    read_articles(20, 40)
    after = sizes(bounded=False)
    assert {} == {name: count for name, count in after.items() if count > before.get(name, 0) + 1}
    assert max(sizes(bounded=True).values()) > 20
    assert [] == [one for one, most in bounds() if most > MOST]


def test_rows_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a table with long rows few are read ahead for their dates."""
    taken = []

    def rows() -> Iterator[dict[str, str]]:
        for number in range(50):
            taken.append(number)
            yield {"text": "word " * 20, "date": f"{number}"}

    monkeypatch.setattr(tally, "LOOKED_THROUGH", 300)
    documents = Tally("a.csv", "a table", Reading(print, Budget(), set())).documents_of(rows())
    assert "a.csv#1" == next(documents).path
    assert [0, 1, 2] == taken
    assert 49 == len(list(documents))


def test_a_member_is_read_piece_by_piece() -> None:
    """What can only be read whole is never asked for all at once: a stream sets that much memory aside."""
    asked = []

    class Stream(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(size)
            return super().read(size)

    reading = Reading(print, Budget(), set()).deeper()
    data = b"x" * (PIECE * 2 + 5)
    assert b"head" + data == read_whole(b"head", Stream(data), reading)
    assert {PIECE} == set(asked)
