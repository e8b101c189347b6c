"""What export has written becomes an index as it is settled; any other records are settled again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from statements_cli.pipeline import parse
from statements_cli.store.shards import settled_export
from tests.index_rows import EVERY
from tests.spark.articles import write_corpus, write_lines

parquet = pytest.importorskip("pyarrow.parquet")
Run = Callable[..., Any]


@pytest.fixture
def whole(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an index of articles that bear on each other, and the export of all its records."""
    monkeypatch.setattr("statements_cli.pipeline.parse", parse)
    monkeypatch.chdir(tmp_path)
    write_corpus(tmp_path / "stories")
    run("index", "stories", "-o", "one.db")
    run("export", "one.db", *EVERY, "-o", "whole.parquet")
    return tmp_path


def tables(index: str) -> list[tuple[str, str]]:
    """Return what an index is made of, tables and indexes of them."""
    with closing(sqlite3.connect(index)) as connection:
        return sorted(connection.execute("select type, name from sqlite_schema"))


def records(run: Run, index: str) -> Any:
    """Return all records of an index."""
    return run("list", "-c", index, *EVERY, "-n", "0", "--sort", "article", "--json").json


@pytest.mark.usefixtures("whole")
def test_as_it_was(run: Run, settled: list[str]) -> None:
    """Days that were lent, versions and their ids come out as they went in, and nothing is settled again."""
    assert 0 == run("index", "--from", "whole.parquet", "-o", "new.db").status
    found = records(run, "one.db")

    assert [] == settled
    assert {"inferred"} < {one["published_basis"] for one in found}
    assert any(one["utterance"] != one["id"] for one in found)
    assert found == records(run, "new.db")
    assert tables("one.db") == tables("new.db")
    for question in (("articles", "--json"), ("count", "--by", "speaker", "--json"), ("utterance", found[0]["id"])):
        assert run(*question, "-c", "one.db") == run(*question, "-c", "new.db")
    assert 0 == run("index", "--check", "new.db").status


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("chosen", [("--speaker", "Ana Petrova"), ("--outlet", "Daily"), ("-n", "3")], ids=" ".join)
def test_part(run: Run, settled: list[str], chosen: tuple[str, ...]) -> None:
    """A part comes out as it went in, but for the ids of groups whose first report isn't there."""
    run("export", "one.db", *EVERY, *chosen, "-o", "part.parquet")
    assert 0 == run("index", "--from", "part.parquet", "-o", "new.db").status
    listed, found = parquet.read_table("part.parquet").to_pylist(), records(run, "new.db")

    assert [] == settled
    assert [one | {"utterance": None} for one in listed] == [one | {"utterance": None} for one in found]
    assert {one["utterance"] for one in found} <= {one["id"] for one in found}
    assert 0 == run("index", "--check", "new.db").status


def test_brought_up_to_date(run: Run, whole: Path) -> None:
    """Records put in later are compared with those that were settled before."""
    write_lines(whole / "later.jsonl", 2)
    (whole / "later.jsonl.records").write_text(run("extract", "later.jsonl", "--min-confidence", "0").out)
    for index, first in (("new.db", "whole.parquet"), ("other.db", "copy.parquet")):
        parquet.write_table(parquet.read_table("whole.parquet"), "copy.parquet")
        run("index", "--from", first, "-o", index)
        run("index", "--from", "later.jsonl.records", "-o", index)
    groups = []
    with closing(sqlite3.connect("new.db")) as connection:  # who is one person is settled with the first change
        assert (2,) == connection.execute("select count(person) from mention").fetchone()
    for index in ("new.db", "other.db"):
        joined: dict[str, set[tuple[str, str]]] = {}
        for one in records(run, index):
            joined.setdefault(one["utterance"], set()).add((one["path"], one["id"]))
        groups.append(sorted(map(sorted, joined.values())))

    assert any(len({path for path, _ in group}) > 3 for group in groups[0])
    assert groups[1] == groups[0]
    assert 0 == run("index", "--check", "new.db").status


@pytest.mark.parametrize("what", ["copy", "edited", "two files", "names", "version", "lines", "order", "more inside"])
@pytest.mark.usefixtures("whole")
def test_settled_again(run: Run, settled: list[str], what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program wrote, several files, or with names of the user's own: all is settled again."""
    source, more = "whole.parquet", []
    table = parquet.read_table(source)
    if what in ("copy", "edited"):
        source = "changed.parquet"
        mark = parquet.read_metadata("whole.parquet").metadata[settled_export.KEY.encode()]
        changed = table if what == "copy" else table.slice(1)
        parquet.write_table(changed.replace_schema_metadata({settled_export.KEY: mark}), source)
    elif what == "two files":
        more = ["records.jsonl"]
        Path("records.jsonl").write_text(run("extract", "stories/surname.txt", "--min-confidence", "0").out)
    elif what == "names":
        Path("names.toml").write_text('["Ana Petrova"]\naliases = ["Petrova"]\n')
        more = ["--names", "names.toml"]
    elif what == "version":
        monkeypatch.setattr(settled_export, "VERSION", "0.0.0")
    elif what == "lines":
        source = "whole.jsonl"
        run("export", "one.db", *EVERY, "-o", source)
    elif what == "order":  # marked by something else than export, which knows how
        source = "order.parquet"
        with Path(source).open("wb") as out:
            marked = settled_export.MarkedStream(out)
            with parquet.ParquetWriter(marked, table.schema) as writer:
                writer.write_table(table.take(list(range(len(table)))[::-1]))
                writer.add_key_value_metadata({settled_export.KEY: marked.mark(len(table))})
        assert settled_export.is_settled_export(source)
    else:  # bytes between the rows and the foot, whose rows are then elsewhere or damaged
        data = Path(source).read_bytes()
        at = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
        source = "more.parquet"
        Path(source).write_bytes(data[:at] + b"more" + data[at:])
    assert 0 == run("index", "--from", source, *more, "-o", "new.db").status

    assert ["lend_all_days", "group_all"] == settled
    assert 0 == run("index", "--check", "new.db").status
