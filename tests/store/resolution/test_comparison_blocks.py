"""What is left of reading blocks of an index when an interruption has closed it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, connect
from typing import Any

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import Parsed
from statements_cli.store.resolution.comparison_blocks import all_blocks
from statements_cli.store.resolution.reports import reports_where, rows_by_speaker
from statements_cli.store.tables.index_creation import create
from statements_cli.store.writer import Writer

ARTICLE = (
    "# Talks | Global Times | 2025-05-20\n"
    "2025-05-19 | Mao Ning | CN | speech | Words about peace and dialogue\n"
    "2025-05-20 | Mao Ning | CN | speech | Other words about peace and dialogue\n"
)


@pytest.fixture
def path(tmp_path: Path, fake_parse: Callable[[Document], Parsed]) -> Path:
    """An index of two statements of one speaker."""
    path = tmp_path / "news.db"
    with closing(connect(path, isolation_level=None)) as connection:
        create(connection)
        connection.execute("begin")
        writer = Writer(connection)
        writer.add(fake_parse(Document("talks.txt", ARTICLE, "0" * 64)))
        writer.finish()
        connection.execute("commit")
    return path


@pytest.mark.parametrize(
    "begin", [all_blocks, rows_by_speaker, lambda connection: reports_where(connection, "s.article > 0")]
)
def test_an_interrupted_reading_says_nothing(
    begin: Callable[[Connection], Iterator[Any]], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A generator that closes its cursor behind the database would print a traceback."""
    complaints: list[str] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda told: complaints.append(str(told.exc_value)))
    with closing(connect(path)) as connection:
        reading = begin(connection)
        assert next(reading)
    del reading
    gc.collect()

    assert [] == complaints
