"""The index of texts is the same however its texts came in and went out."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from hypothesis import given
from hypothesis import strategies as st

from statements_cli.query.fulltext.matching import (
    add_texts,
    count_all_words,
    in_memory,
    put_texts,
    remove_texts,
    take_texts,
)

TEXTS = st.lists(st.text("ab c'éй中ß-", max_size=12), max_size=6)


def held(connection: Connection) -> tuple[object, object]:
    """The words of an index, counted, and where each stands."""
    words = connection.execute("select word, count from word order by word").fetchall()
    vocabulary = connection.execute("select term, doc from statement_vocabulary order by term").fetchall()
    return words, vocabulary


def add(connection: Connection, texts: Sequence[str], first: int) -> list[tuple[int, str]]:
    """Put texts in as an update does; return them with their numbers."""
    rows = list(enumerate(texts, first))
    connection.executemany("insert into statement values (?, ?)", rows)
    add_texts(connection, rows)
    return rows


def test_words_are_counted_once_a_text() -> None:
    """The count of a word is how many texts have it, folded."""
    connection = in_memory(["Peace, peace", "peace at Évian", "中文"])

    assert [("at", 1), ("evian", 1), ("peace", 2), ("中", 1), ("文", 1)] == held(connection)[0]


@given(kept=TEXTS, gone=TEXTS, added=TEXTS)
def test_updates_are_as_a_build(kept: list[str], gone: list[str], added: list[str]) -> None:
    """Texts put in and taken out later leave the words that a build from nothing has."""
    connection = in_memory(kept)
    remove_texts(connection, add(connection, gone, 100))
    add(connection, added, 200)
    words, vocabulary = held(connection)

    assert held(in_memory(kept + added)) == (words, vocabulary)
    assert words == vocabulary


@given(kept=TEXTS, gone=TEXTS)
def test_words_counted_last(kept: list[str], gone: list[str]) -> None:
    """Texts whose words are counted when all are in, some of which went out again, give the words of a build."""
    connection = in_memory(())
    texts = list(enumerate(kept + gone))
    connection.executemany("insert into statement values (?, ?)", texts)
    put_texts(connection, texts)
    take_texts(connection, texts[len(kept) :])
    count_all_words(connection)

    assert held(in_memory(kept)) == held(connection)
