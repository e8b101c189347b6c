"""A folder of records that Spark wrote becomes the index of the same articles, without settling them again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import statements_cli.spark.parquet_output as parquet_output
import statements_cli.spark.submitted as submitted
from statements_cli.store.shards.settled_parts import LIST, settled_parts
from tests.index_rows import ROWS, rows_of
from tests.spark.articles import write_corpus
from tests.spark.comparing import records_by

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def job(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an index of articles, and the records that Spark wrote of them in small files."""
    folder = tmp_path_factory.mktemp("job")
    news = str(write_corpus(folder / "news"))
    shutil.copytree(SEEDS, folder / "news" / "samples")
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(submitted, "_session", lambda _: spark)
        changed.setattr(parquet_output, "MOST_RECORDS", 20)
        assert 0 == submitted.main([news, "-o", str(folder / "records")])
        assert 0 == submitted.main([news, "-o", str(folder / "alone"), "--by-document"])
    records_by("index", news, "-o", folder / "one.db")
    return folder


def files_in(records: Path) -> list[str]:
    """Return the Parquet files of a job."""
    return sorted(map(str, records.glob("month=*/*.parquet")))


def test_list(job: Path) -> None:
    """The list names every file with its records; one of records that aren't settled isn't written."""
    from pyarrow import parquet

    files = files_in(job / "records")
    listed = settled_parts(files)

    assert listed is not None
    assert sorted(f"{job}/records/{part.name}" for part in listed) == files
    assert {part.name: part.records for part in listed} == {
        part.name: parquet.read_metadata(job / "records" / part.name).num_rows for part in listed
    }
    assert max(part.records for part in listed) == 20
    assert not (job / "alone" / LIST).exists()


@pytest.mark.parametrize("how", ["folder", "files", "backwards", "elsewhere", "all that is there", "settled again"])
def test_as_an_index_of_articles(job: Path, tmp_path: Path, how: str) -> None:
    """Records, days, speakers, utterances and documents are those of the articles, however the files are named."""
    records = job / "records"
    if how in ("elsewhere", "settled again"):
        records = tmp_path / "copied"
        shutil.copytree(job / "records", records)
    if how == "settled again":
        (records / LIST).unlink()
    named = {"folder": [records], "all that is there": sorted(records.iterdir())}
    sources = named.get(how, files_in(records)[:: -1 if how == "backwards" else 1])
    is_settled = settled_parts(files_in(records)) is not None
    records_by("index", "--from", *sources, "-o", tmp_path / "new.db")
    expected, found = rows_of(job / "one.db"), rows_of(tmp_path / "new.db")

    assert (how != "settled again") == is_settled
    for name in ROWS:
        assert expected[name] == found[name], name


def test_by_document(job: Path, tmp_path: Path) -> None:
    """Records that Spark settled within documents alone are settled when an index is made of them."""
    records_by("index", "--from", job / "alone", "-o", tmp_path / "new.db")
    expected, found = rows_of(job / "one.db"), rows_of(tmp_path / "new.db")

    for name in ("records", "speakers", "documents"):
        assert expected[name] == found[name], name


def test_no_list_where_files_were_left(spark: Any, job: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where a folder holds other records than the job has written, it gets no list."""
    parts = parquet_output._parts
    monkeypatch.setattr(submitted, "_session", lambda _: spark)
    monkeypatch.setattr(parquet_output, "_parts", lambda *given: parts(*given)[1:])
    assert 0 == submitted.main([str(job / "news"), "-o", str(tmp_path / "records")])

    assert (tmp_path / "records" / "_SUCCESS").exists()
    assert not (tmp_path / "records" / LIST).exists()
    assert json.loads((job / "records" / LIST).read_text())["files"]
