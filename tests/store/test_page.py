"""The queries on the page about the index run on an index of the sample articles, and find something."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

import pytest

from statements_cli.pipeline import attempt
from statements_cli.store.index.build import IndexInputs, update_index

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "index-file.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"(?ms)^```sql\n(.*?)^```$", PAGE)
PROGRAMS = re.findall(r"(?ms)^```py\n(.*?)^```$", PAGE)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An index of the sample articles."""
    path = str(tmp_path_factory.mktemp("index") / "news.db")
    update_index(path, IndexInputs([str(ROOT / "seeds")]), lambda some: map(attempt, some), _unheard, _unheard, "e")
    return path


def _unheard(_: object) -> None:
    """Take no notice."""


def test_there_are_three() -> None:
    """The page shows two queries, for sqlite3 and datasette, and a program for pandas with its own."""
    assert (2, 1) == (len(QUERIES), len(PROGRAMS))


@pytest.mark.parametrize("query", QUERIES)
def test_queries_find_something(path: str, query: str) -> None:
    """Each query runs as printed on a connection that can't write, and has rows."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        assert connection.execute(query).fetchmany(2)
    finally:
        connection.close()


def test_pandas(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines for pandas run as printed."""
    pytest.importorskip("pandas")
    monkeypatch.chdir(os.path.dirname(path))  # noqa: PTH120
    held: dict[str, object] = {}
    exec(PROGRAMS[0], held)

    assert len(held["table"])  # type: ignore[arg-type]
