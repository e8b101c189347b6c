"""Records from Spark are those of one machine, whatever documents come in and however they are read."""

from __future__ import annotations

import gzip
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from statements_cli.spark import Choices, extract, extraction
from tests.spark.articles import OPENING, records, write_corpus, write_lines
from tests.spark.comparing import EVERY_RECORD, ordered, records_by, records_in

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the paths of articles that bear on each other, with the samples."""
    return [str(write_corpus(tmp_path_factory.mktemp("corpus") / "news")), str(SEEDS)]


def test_by_document_as_extract(spark: Any, corpus: list[str]) -> None:
    """Without resolving across documents the records are those of ``statements extract``."""
    found = records_in(extract(corpus, resolve=False, spark=spark))

    assert ordered(records_by("extract", *corpus, "--min-confidence", "0")) == ordered(found)


def test_resolved_as_an_index(spark: Any, corpus: list[str], tmp_path: Path) -> None:
    """Names, days and groups are those of an index of the same files, record for record."""
    records_by("index", *corpus, "-o", tmp_path / "news.db")
    index = records_by("list", "-c", tmp_path / "news.db", *EVERY_RECORD)
    alone = {(one["path"], one["id"]): one for one in records_by("extract", *corpus, "--min-confidence", "0")}
    changed = {key for one in index for key in one if one[key] != alone[one["path"], one["id"]][key]}

    assert {"speaker", "date", "date_basis", "published", "published_basis", "utterance"} <= changed
    assert any(one["utterance"] != one["id"] for one in index)
    assert ordered(index) == ordered(records_in(extract(corpus, spark=spark)))


def test_what_has_one_key_is_in_one_task(spark: Any, corpus: list[str], tmp_path: Path) -> None:
    """Statements of one speaker are compared in one task where a join before is read where it was made."""
    records_by("index", *corpus, "-o", tmp_path / "news.db")
    index = records_by("list", "-c", tmp_path / "news.db", *EVERY_RECORD)
    coalesce = "spark.sql.adaptive.coalescePartitions.enabled"
    spark.conf.set(coalesce, "false")  # so that there are several tasks, as with much data
    try:
        found = records_in(extract(corpus, spark=spark))
    finally:
        spark.conf.unset(coalesce)

    assert ordered(index) == ordered(found)


def test_the_users_own_names(spark: Any, corpus: list[str], tmp_path: Path) -> None:
    """The user's names of speakers have the last word, as in an index."""
    from statements_cli.speakers.user_names import load_names

    names = tmp_path / "names.toml"
    names.write_text('["Ana Petrova"]\naliases = ["Petrova"]\nrole = "foreign minister"\ncountry = "BG"\n')
    records_by("index", *corpus, "-o", tmp_path / "news.db", "--names", names)
    index = records_by("list", "-c", tmp_path / "news.db", *EVERY_RECORD)

    assert any(one["speaker"] == "Ana Petrova" and one["country"] == "BG" for one in index)
    assert ordered(index) == ordered(records_in(extract(corpus, names=load_names(str(names)), spark=spark)))


def test_rows_of_a_frame_are_records(spark: Any, tmp_path: Path) -> None:
    """The rows of a DataFrame are read as the same records in a file; only their path is another."""
    lines = write_lines(tmp_path / "wire.jsonl", 3)
    frame = spark.read.json(str(lines))
    found = records_in(extract(frame, resolve=False))

    assert {"https://daily.example/autumn"} == {one["path"] for one in found if one["url"]}
    assert ordered(without_path(records_by("extract", lines, "--min-confidence", "0"))) == ordered(without_path(found))


def without_path(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return records without the place they came from."""
    return [one | {"path": None} for one in records]


def test_columns_can_be_named(spark: Any) -> None:
    """A column that no usual name tells is mapped; a DataFrame without any text is refused and says what to do."""
    frame = spark.createDataFrame([(OPENING, "a")], "prose string, path string")

    assert ["a"] == list({one["path"] for one in records_in(extract(frame, columns={"text": "prose"}))})
    with pytest.raises(ValueError, match="no column of text"):
        extract(frame)


@pytest.mark.parametrize("kind", ["parquet", "gzip", "warc"])
def test_files_of_many_documents(spark: Any, tmp_path: Path, kind: str) -> None:
    """Parquet, compressed JSON Lines and WARC are read by the reader of one machine."""
    path = tmp_path / f"news.{kind}"
    WRITERS[kind](path)
    alone = records_by("extract", path, "--min-confidence", "0")

    assert len({one["path"] for one in alone}) > 1
    assert ordered(alone) == ordered(records_in(extract(path, resolve=False, spark=spark)))


def write_parquet(path: Path) -> None:
    """Write the records as a table."""
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist(records() + records(1)), path)


def write_gzip(path: Path) -> None:
    """Write the records as compressed lines."""
    lines = write_lines(path.with_suffix(".jsonl"), 2)
    path.write_bytes(gzip.compress(lines.read_bytes()))
    lines.unlink()


def write_warc(path: Path) -> None:
    """Write two pages as a crawler stores them."""
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    with path.open("wb") as out:
        for number, record in enumerate(records()):
            paragraphs = "".join(f"<p>{one}</p>" for one in record["text"].split("\n\n"))
            page = f"<html><head><title>{record['title']}</title></head><body><article>{paragraphs}</article></body></html>"
            body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
            out.write(
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
                f"WARC-Date: 2025-05-20T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                f"WARC-Record-ID: <urn:uuid:0000000{number}-0000-4000-8000-000000000000>\r\n"
                f"Content-Length: {len(body)}\r\n\r\n".encode()
                + body
                + b"\r\n\r\n"
            )


WRITERS = {"parquet": write_parquet, "gzip": write_gzip, "warc": write_warc}


def test_a_large_file_is_parsed_by_several_tasks(spark: Any, tmp_path: Path) -> None:
    """The documents of one large file beside a small one are spread over all tasks that parse."""
    write_lines(tmp_path / "large.jsonl", 40)
    (tmp_path / "small.txt").write_text(OPENING)
    done = extraction(str(tmp_path), Choices(resolve=False, partitions=6), spark=spark)
    shares = done.held[0].rdd.glom().map(len).collect()

    assert 6 == len(shares)
    assert max(shares) < sum(shares) / 2
    done.close()


def test_what_cannot_be_read_is_an_error_and_the_rest_goes_on(spark: Any, tmp_path: Path) -> None:
    """A damaged file and a missing path are told with their reasons; the other files are read."""
    (tmp_path / "good.txt").write_text(OPENING)
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 and nothing else PAR1")
    done = extraction([str(tmp_path), str(tmp_path / "missing.txt")], spark=spark)
    errors = {Path(row["path"]).name: row["error"] for row in records_in(done.errors)}

    assert {"bad.parquet", "missing.txt"} == errors.keys()
    assert "no such file or folder" == errors["missing.txt"]
    assert {str(tmp_path / "good.txt")} == {one["path"] for one in records_in(done.records)}
    done.close()


def test_a_worker_that_is_killed(spark: Any, tmp_path: Path) -> None:
    """A worker killed while it works is replaced, and the records are the same."""
    mark = tmp_path / "killed"

    def dying(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield batch
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)

    frame = spark.createDataFrame([(one["text"], one["title"]) for one in records()], "text string, title string")
    found = records_in(extract(frame.mapInArrow(dying, frame.schema)))

    assert mark.exists()
    assert ordered(records_in(extract(frame))) == ordered(found)


def test_the_program_of_the_page_runs(spark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the page on scale has for Python runs on a table whose text has a name of its own."""
    page = (SEEDS.parent / "docs" / "scale.md").read_text("utf-8")
    (program,) = re.findall(r"(?ms)^```py\n(from pyspark.*?)^```$", page)
    table = str(tmp_path / "news")
    spark.createDataFrame([(one["text"],) for one in records()], "body string").write.parquet(table)

    exec(program.replace("hdfs:///news", table), {})

    assert "Ana Petrova" in capsys.readouterr().out
