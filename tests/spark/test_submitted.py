"""The command writes Parquet by month, refuses what is there, and says in one line what is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import statements_cli.spark.submitted as submitted
from tests.spark.articles import OPENING, write_corpus
from tests.spark.comparing import EVERY_RECORD, ordered, records_by


@pytest.fixture
def here(spark: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the command run in the session of the tests."""
    monkeypatch.setattr(submitted, "_session", lambda _: spark)
    return spark


@pytest.mark.usefixtures("here")
def test_writes_what_an_index_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files, by month said, hold the records of an index in the schema of records; all is said in one line."""
    from pyarrow import parquet

    from statements_cli.model.arrow_schema import arrow_schema

    corpus, out = write_corpus(tmp_path / "news"), tmp_path / "records"
    status = submitted.main([str(corpus), "-o", str(out)])
    said = capsys.readouterr().err
    files = sorted(out.glob("month=*/*.parquet"))
    found = [row for file in files for row in parquet.ParquetFile(file).read().to_pylist()]
    records_by("index", corpus, "-o", tmp_path / "news.db")

    assert (0, f"{out}: {len(found)} statements\n") == (status, said)
    assert ordered(records_by("list", "-c", tmp_path / "news.db", *EVERY_RECORD)) == ordered(found)
    assert {"month=2025-05", "month=2025-06"} <= {file.parent.name for file in files}
    for file in files:
        assert arrow_schema() == parquet.ParquetFile(file).schema_arrow.remove_metadata()
        month = file.parent.name.removeprefix("month=")
        assert {month} == {(row["date"] or "none")[:7] for row in parquet.ParquetFile(file).read().to_pylist()}
    assert (out / "_SUCCESS").exists()
    assert not (tmp_path / "errors").exists()


@pytest.mark.usefixtures("here")
def test_errors_are_kept_and_the_status_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged file ends up in ``errors`` with its reason and status 2; the rest is written; all in one line."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "good.txt").write_text(OPENING)
    (tmp_path / "news" / "bad.parquet").write_bytes(b"PAR1 and nothing else PAR1")
    status = submitted.main([str(tmp_path / "news"), "-o", str(tmp_path / "records"), "--by-document"])
    lines = [json.loads(line) for file in (tmp_path / "errors").glob("*.json") for line in file.open()]

    assert 2 == status
    assert [str(tmp_path / "news" / "bad.parquet")] == [line["path"] for line in lines]
    assert "Parquet" in lines[0]["error"]
    assert list((tmp_path / "records").glob("month=*/*.parquet"))
    assert ["statements: error:"] == [line[:18] for line in capsys.readouterr().err.splitlines()[1:]]


@pytest.mark.usefixtures("here")
def test_output_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run is refused in one line and leaves what is there; ``--overwrite`` replaces it."""
    (tmp_path / "a.txt").write_text(OPENING)
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "mine").write_text("kept")
    arguments = [str(tmp_path / "a.txt"), "-o", str(tmp_path / "records")]

    assert 2 == submitted.main(arguments)
    assert "is there already" in capsys.readouterr().err
    assert "kept" == (tmp_path / "records" / "mine").read_text()
    assert 0 == submitted.main([*arguments, "--overwrite"])
    assert not (tmp_path / "records" / "mine").exists()


@pytest.mark.usefixtures("here")
def test_nothing_was_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Documents without statements give a folder without files, and the exit status for nothing found."""
    (tmp_path / "a.txt").write_text("It rained.\n")
    status = submitted.main([str(tmp_path / "a.txt"), "-o", str(tmp_path / "records")])

    assert (1, f"{tmp_path}/records: 0 statements\n") == (status, capsys.readouterr().err)
    assert [] == list((tmp_path / "records").rglob("*.parquet"))
    assert (tmp_path / "records" / "_SUCCESS").exists()


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "statements_cli.spark", *arguments],
        capture_output=True,
        text=True,
        env=os.environ | environment,
        check=False,
    )


def test_without_java(tmp_path: Path) -> None:
    """Without Java one line says what to install."""
    pytest.importorskip("pyspark", reason="the extra spark is not installed")
    done = run("a.txt", "-o", str(tmp_path / "out"), JAVA_HOME=str(tmp_path))

    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "openjdk-17-jre-headless" in done.stderr


def test_without_the_extra(tmp_path: Path) -> None:
    """Without the extra one line says what to install."""
    (tmp_path / "pyspark.py").write_text("raise ImportError('no pyspark here')")
    source = str(Path(submitted.__file__).parents[2])
    done = run("a.txt", "-o", str(tmp_path / "out"), PYTHONPATH=os.pathsep.join([str(tmp_path), source]))

    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "pip install 'statements-cli[spark]'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "required: -o/--output"),
        (["a.txt", "-o", "out", "--map", "prose"], "maps nothing"),
        (["a.txt", "-o", "out", "--names", "no.toml"], "names of speakers"),
    ],
)
def test_wrong_usage(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong is said in one line, with status 2."""
    monkeypatch.setattr(submitted, "require_spark", lambda: None)
    try:
        status = submitted.main(arguments)
    except SystemExit as end:
        status = int(end.code or 0)
    error = capsys.readouterr().err

    assert (2, 1) == (status, len(error.splitlines()))
    assert said in error
