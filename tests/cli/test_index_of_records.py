"""An index of records answers as one of the articles that they are of."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from statements_cli.pipeline import parse

Run = Callable[..., Any]
NEWS = {
    "a": """\
# China backs talks | Global Times | 2025-05-20
2025-05-20 | Mao Ning | CN | speech | China supports direct dialogue and negotiation between the parties
2025-05-19 | Vladimir Putin | RU | speech | Russia is ready to work on a memorandum on a future peace treaty
# Second article | AFP | 2025-05-21
2025-05-21 | Mao | CN | speech | China supports direct dialogue and negotiation
""",
    "b": "# Studies | AFP | 2025-02-13\n2025-02-12 | Kiel Institute | DE | report | Aid fell by a third\n",
}


@pytest.fixture
def records(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two documents, an index of them and their records."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    for name, text in NEWS.items():
        (tmp_path / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    run("index", "texts", "-o", "one.db")
    found = run("extract", "texts", "--min-confidence", "0")
    (tmp_path / "records.jsonl").write_text(found.out, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize(
    "command",
    [
        ("list", "--json"),
        ("list", "--json", "--act", "any", "--min-confidence", "0", "--sort", "article"),
        ("search", "dialoge", "--json"),
        ("speakers", "--json"),
        ("articles", "--json"),
        ("count", "--by", "outlet", "--json"),
        ("export", "--format", "jsonl"),
        ("compare", "dialogue", "--json"),
    ],
    ids=" ".join,
)
def test_answers_as_an_index_of_articles(run: Run, records: Path, command: tuple[str, ...], there: bool) -> None:
    """The same rows come of records as of the articles, whether or not these are still there."""
    if not there:
        (records / "texts").rename(records / "elsewhere")
    assert 0 == run("index", "--from", "records.jsonl", "-o", "new.db").status

    assert run(*command, "-c", "one.db") == run(*command, "-c", "new.db")
    assert 0 == run("index", "--check", "new.db").status


def test_from_standard_input_and_parquet(run: Run, records: Path) -> None:
    """JSON Lines on standard input, Parquet, and a folder of such files give the same."""
    pytest.importorskip("pyarrow")
    expected = run("list", "--json", "one.db").json
    lines = (records / "records.jsonl").read_text("utf-8")
    (records / "made").mkdir()
    run("export", "one.db", "-o", "made/records.parquet", "--min-confidence", "0", "--act", "any")
    for source, stdin in (("-", lines), ("made/records.parquet", ""), ("made", ""), ("made/*.parquet", "")):
        assert 0 == run("index", "--from", source, "-o", "new.db", stdin=stdin).status
        assert expected == run("list", "--json", "new.db").json
        (records / "new.db").unlink()


def test_passages(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is there gives the passage; otherwise the record's words do, and show says so."""
    monkeypatch.setattr("statements_cli.pipeline.parse", parse)
    monkeypatch.chdir(tmp_path)
    text = (
        "BEIJING, May 20, 2025\n\nIt rained.\n\n“Peace is near,” spokesperson Mao Ning said on Monday.\n\nIt rained.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run("index", "a.txt", "-o", "one.db")
    (tmp_path / "records.jsonl").write_text(run("extract", "a.txt").out, encoding="utf-8")
    [id_] = run("list", "--ids", "-q", "one.db").lines
    whole = run("show", id_, "one.db", "--json").json
    run("index", "--from", "records.jsonl", "-o", "there.db")
    there = run("show", id_, "there.db", "--json").json
    (tmp_path / "a.txt").write_text("“Other words,” spokesperson Mao Ning said.")
    run("index", "--from", "records.jsonl", "-o", "gone.db")
    gone = run("show", id_, "gone.db", "--json").json

    assert (whole["passage"], whole["text_sha256"]) == (there["passage"], there["text_sha256"])
    assert ["read from a record, which says nothing of how the statement was found"] == there["evidence"]
    assert ["Peace", "is", "near", "spokesperson", "Mao", "Ning", "said"] == gone["passage"].split()
    assert any("record alone" in words for words in gone["evidence"])
    assert gone["text_sha256"] is None
    assert "[[Peace is near]]" in run("show", id_, "gone.db").out
    assert 2 == run("show", id_, "gone.db", "--document").status


def test_malformed_records(run: Run, records: Path) -> None:
    """Each record that is none has a line that says why; the rest is read, and the status is 2."""
    [first, *rest] = [json.loads(line) for line in (records / "records.jsonl").read_text("utf-8").splitlines()]
    bad: list[Any] = [
        "no json",
        [1],
        first | {"kind": "loud"},
        first | {"spans": {"content": [[3]]}},
        first | {"spans": {"content": [[9, 3]], "cue": [], "source": []}},
        first | {"confidence": 7},
        first | {"date": "soon"},
        first | {"path": ""},
        {key: value for key, value in first.items() if key != "text"},
    ]
    lines = [one if isinstance(one, str) else json.dumps(one) for one in [*bad, *rest]]
    ended = run("index", "--from", "-", "-o", "new.db", stdin="\n".join(lines))

    assert 2 == ended.status
    told = [line for line in ended.err.splitlines() if line.startswith("statements: error: ")]
    assert [f"-: record {number}" for number in range(1, len(bad) + 1)] == [
        line.removeprefix("statements: error: ").split(": ")[0] + ": " + line.split(": ")[3] for line in told
    ]
    assert len(rest) == len(run("list", "--json", "--act", "any", "--min-confidence", "0", "new.db").json)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_pipe(run: Run, records: Path) -> None:
    """Records are read from a pipe, too, which can be read once only: ``--from <(statements extract news)``."""
    os.mkfifo(records / "pipe")
    written = Thread(
        target=(records / "pipe").write_bytes, args=[(records / "records.jsonl").read_bytes()], daemon=True
    )
    written.start()
    ended = run("index", "--from", "pipe", "-o", "piped.db")
    written.join()
    run("index", "--from", "records.jsonl", "-o", "new.db")

    assert 0 == ended.status
    assert run("list", "--json", "-c", "new.db") == run("list", "--json", "-c", "piped.db")


def test_a_fault_in_many_records(run: Run, records: Path) -> None:
    """What is wrong with many records of a file in the same way is said once, with how many and which they are."""
    [first, *rest] = [json.loads(line) for line in (records / "records.jsonl").read_text("utf-8").splitlines()]
    unnamed = {key: value for key, value in first.items() if key != "id"}
    lines = [unnamed, unnamed, first | {"confidence": 7}, *rest, unnamed, unnamed, first | {"confidence": 8}]
    ended = run("index", "--from", "-", "-o", "new.db", stdin="\n".join(map(json.dumps, lines)))

    assert 2 == ended.status
    last = len(lines)
    assert [
        "statements: error: -: record 1: has no id; so it is with 3 other records: 2, "
        f"{last - 2} to {last - 1}. The rest is read.",
        "statements: error: -: record 3: has a confidence that is no probability; so it is with another record: "
        f"{last}. Name records that extract or export wrote.",
        f"{len({one['path'] for one in rest})} documents read; 6 that could not be read",
    ] == ended.err.splitlines()[:3]
    assert len(rest) == len(run("list", "--json", "--act", "any", "--min-confidence", "0", "new.db").json)


def test_brought_up_to_date(run: Run, records: Path) -> None:
    """Documents of the same records stay, others are put in again; what has none goes with --prune alone."""
    run("index", "--from", "records.jsonl", "-o", "new.db")
    again = run("index", "--from", "records.jsonl", "-o", "new.db")
    assert "new.db: 0 files read, 2 unchanged, 0 gone; 4 statements" in again.err

    (records / "texts" / "b.txt").write_text(NEWS["b"].replace("a third", "a half"))
    found = run("extract", "texts/b.txt", "--min-confidence", "0").out
    changed = run("index", "--from", "-", "-o", "new.db", stdin=found)
    assert "1 files of it have no records here; --prune drops them" in changed.err
    assert "1 file read, 0 unchanged, 0 gone; 4 statements" in changed.err
    assert {"Aid fell by a half"} < {
        one["text"] for one in run("list", "new.db", "--json", "--min-confidence", "0").json
    }
    assert (
        "1 unchanged, 1 gone; 1 statement of" in run("index", "--from", "-", "--prune", "-o", "new.db", stdin=found).err
    )
    assert 0 == run("index", "--check", "new.db").status


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "records.jsonl", "-o", "one.db"), "one.db was made of articles"),
        (("--from", "records.jsonl", "-o", "new.db", "--map", "text=body"), "--map bears on how articles are read"),
        (("--from", "nowhere.jsonl", "-o", "new.db"), "nowhere.jsonl: no such file or folder"),
        (("--from", "records.jsonl"), "index needs a file to write"),
    ],
)
def test_refused(run: Run, records: Path, arguments: tuple[str, ...], said: str) -> None:
    """What can't be is an error that says why, and what is there stays."""
    before = (records / "one.db").read_bytes()
    ended = run("index", *arguments)

    assert 2 == ended.status
    assert said in ended.err
    assert before == (records / "one.db").read_bytes()
