"""What tests of the store share: an index in a file, of documents parsed already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from sqlite3 import connect

import pytest

from statements_cli.pipeline import Parsed
from statements_cli.speakers.user_names import Names
from statements_cli.store import Store
from statements_cli.store.tables.index_creation import create
from statements_cli.store.writer import Writer

Kept = Callable[..., Store]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Make an index of parsed documents in a file of its own, and open it."""

    def make(parsed: Iterable[Parsed], names: Names | None = None) -> Store:
        path: Path = tmp_path_factory.mktemp("index") / "news.db"
        connection = connect(path, isolation_level=None)
        create(connection)
        connection.execute("begin")
        writer = Writer(connection, names)
        for one in parsed:
            writer.add(one)
        writer.finish()
        connection.execute("commit")
        connection.close()
        return Store.open(str(path))

    return make
