"""A job's files, listed as settled, become the index of the same articles; so do those that are settled again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from statements_cli.pipeline import parse
from statements_cli.store.shards.settled_parts import LIST, ListedFile, list_of
from tests.index_rows import EVERY, ROWS, rows_of
from tests.spark.articles import write_corpus

parquet = pytest.importorskip("pyarrow.parquet")
Run = Callable[..., Any]
SEEDS = Path(__file__).parents[2] / "seeds"
OWN_DAY = (
    "The ministers met in Sofia on Tuesday, May 20, 2025.\n\n"
    '"Our ports are open to all who keep the peace of the sea," Petrova said on Monday.\n'
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for the records of one corpus, which takes a while to read."""
    return tmp_path_factory.mktemp("made")


@pytest.fixture
def job(run: Run, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an index of articles, and its records as a job writes them, by month and in small files."""
    monkeypatch.setattr("statements_cli.pipeline.parse", parse)
    monkeypatch.chdir(made)
    if not (made / "records").exists():
        write_corpus(made / "stories")
        (made / "stories" / "own.txt").write_text(OWN_DAY, encoding="utf-8")
        shutil.copytree(SEEDS, made / "stories" / "samples")
        run("index", "stories", "-o", "one.db")
        run("export", "one.db", *EVERY, "-o", "whole.parquet")
        write_parts(made / "records", parquet.read_table("whole.parquet"))
    shutil.copytree(made / "records", tmp_path / "records")
    return tmp_path


def write_parts(folder: Path, table: Any) -> None:
    """Write records by month, sorted by day, ten in a file, with their list."""
    listed = []
    for month, rows in by_month(table):
        (folder / f"month={month}").mkdir(parents=True)
        for start in range(0, len(rows), 10):
            name = f"month={month}/part-{start:05}.zstd.parquet"
            parquet.write_table(table.from_pylist(rows[start : start + 10], schema=table.schema), folder / name)
            data = (folder / name).read_bytes()
            listed.append(ListedFile(name, len(data), len(rows[start : start + 10]), sha256(data).hexdigest()))
    (folder / LIST).write_text(list_of(listed))
    (folder / "_SUCCESS").touch()


def by_month(table: Any) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the months, and the records of each in the order of days."""
    rows = sorted(table.to_pylist(), key=lambda row: (row["date"] or "", row["path"], row["id"]))
    months: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        months.setdefault((row["date"] or "none")[:7], []).append(row)
    yield from months.items()


def parts_in(records: Path) -> list[Path]:
    """Return the files of a job."""
    return sorted(records.glob("*/*.parquet"))


def same_rows(one: Path, other: Path, names: Iterator[str] | None = None) -> None:
    """Hold that two indexes have the same rows."""
    expected, found = rows_of(one), rows_of(other)
    for name in names or ROWS:
        assert expected[name] == found[name], name


@pytest.mark.parametrize("how", ["folder", "pattern", "files backwards", "all that is there"])
def test_as_it_was(run: Run, made: Path, job: Path, settled: list[str], how: str) -> None:
    """However its files are named, the index is that of the articles, and nothing is settled again."""
    records = job / "records"
    sources = {
        "folder": [records],
        "pattern": [records / "month=*" / "*.parquet"],
        "files backwards": parts_in(records)[::-1],
        "all that is there": sorted(records.iterdir()),
    }[how]
    ended = run("index", "--from", *map(str, sources), "-o", str(job / "new.db"))

    assert (0, []) == (ended.status, settled)
    assert len(parts_in(records)) > 9
    same_rows(made / "one.db", job / "new.db")
    assert 0 == run("index", "--check", str(job / "new.db")).status


def tampered(records: Path) -> None:
    """Write a file again, with the same records."""
    parquet.write_table(parquet.read_table(parts_in(records)[0]), parts_in(records)[0], compression="gzip")


def no_list(records: Path) -> None:
    """Remove the list."""
    (records / LIST).unlink()


def missing(records: Path) -> None:
    """Remove a file."""
    parts_in(records)[0].unlink()


def extra(records: Path) -> None:
    """Add a file, which holds what another one does."""
    shutil.copy(parts_in(records)[0], records / "month=none" / "more.parquet")


def twice(records: Path) -> None:
    """List a file that holds what another one does."""
    extra(records)
    files = parts_in(records)
    parts = [(str(file.relative_to(records)), file.read_bytes()) for file in files]
    (records / LIST).write_text(
        list_of(ListedFile(name, len(data), 1, sha256(data).hexdigest()) for name, data in parts)
    )


@pytest.mark.parametrize("change", [tampered, no_list, missing, extra, twice], ids=lambda change: change.__name__)
def test_settled_again(run: Run, made: Path, job: Path, settled: list[str], change: Callable[[Path], None]) -> None:
    """Changed, unlisted, missing or additional files are settled again, and all that is there comes out the same."""
    change(job / "records")
    ended = run("index", "--from", str(job / "records"), "-o", str(job / "new.db"))

    assert (0, ["lend_all_days", "group_all"]) == (ended.status, settled)
    if change is not missing:
        same_rows(made / "one.db", job / "new.db")
    assert 0 == run("index", "--check", str(job / "new.db")).status


def test_names_of_the_user(run: Run, job: Path, settled: list[str]) -> None:
    """With names of the user's own, all is settled again."""
    (job / "names.toml").write_text('["Ana Petrova"]\naliases = ["Petrova"]\n')
    sources = ("--from", str(job / "records"), "--names", str(job / "names.toml"))

    assert 0 == run("index", *sources, "-o", str(job / "new.db")).status
    assert ["lend_all_days", "group_all"] == settled


def test_brought_up_to_date(run: Run, made: Path, job: Path) -> None:
    """An index of settled records takes others as one of records that were settled again does."""
    plain = shutil.copytree(job / "records", job / "plain")
    no_list(plain)
    (job / "later.jsonl").write_text(run("extract", str(made / "stories" / "wire.jsonl"), "--min-confidence", "0").out)
    for index, records in (("new.db", "records"), ("other.db", "plain")):
        run("index", "--from", str(job / records), "-o", str(job / index))
        run("index", "--from", str(job / "later.jsonl"), "-o", str(job / index))

    same_rows(job / "other.db", job / "new.db")
    assert 0 == run("index", "--check", str(job / "new.db")).status
