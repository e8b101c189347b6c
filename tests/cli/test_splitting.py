"""What --split cuts apart answers as one index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
_DAYS = {"a": "2025-05-20", "b": "2025-05-20", "c": "2025-05-22", "d": "", "e": "2025-06-01"}


@pytest.fixture
def texts(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of five documents of three days and of none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    for name, day in _DAYS.items():
        said = f"{day or '-'} | Mao Ning | CN | speech | We hope for a fair and durable peace deal, said {name}\n"
        (tmp_path / "texts" / f"{name}.txt").write_text(f"# {name} | AFP | {day}\n{said}", encoding="utf-8")
    assert run("index", "texts", "-o", "one.db").status == 0
    return tmp_path


@pytest.mark.parametrize(
    ("most", "names"),
    [
        ("1", ["2025-05-20", "2025-05-22", "2025-06-01", "undated"]),
        ("3", ["2025-05-20", "2025-06-01", "undated"]),
        ("9", ["2025-05-20", "undated"]),
    ],
)
def test_cut_by_day(run: Run, texts: Path, most: str, names: list[str]) -> None:
    """The parts have the names of their first days, are whole, and answer together as one index does."""
    made = run("index", "texts", "-o", "news.db", "--split", most)

    assert 0 == made.status
    assert ["news", *[f"news-{name}" for name in names]] == [line.split(".db: ")[0] for line in made.err.splitlines()]
    assert [f"news-{name}.db" for name in names] == sorted(path.name for path in texts.glob("news-*"))
    assert not list(texts.glob(".*"))
    for name in names:
        assert 0 == run("index", "--check", f"news-{name}.db").status
    for command in (("list", "--json"), ("search", "peace", "--json"), ("speakers", "--json"), ("articles", "--json")):
        assert run(*command, "one.db") == run(*command, "news-*.db")


def test_records_are_cut_too(run: Run, texts: Path) -> None:
    """What is made of records is cut alike."""
    (texts / "records.jsonl").write_text(run("extract", "texts").out, encoding="utf-8")

    assert 0 == run("index", "--from", "records.jsonl", "-o", "news.db", "--split", "2").status
    assert 3 == len(list(texts.glob("news-*.db")))
    assert run("list", "--json", "one.db").json == run("list", "--json", "news-*.db").json


def test_nothing_is_overwritten(run: Run, texts: Path) -> None:
    """Where parts are there already, nothing is written, and the error names one."""
    (texts / "news-2024-01-01.db").write_bytes(b"mine")
    (texts / "news-old.db").write_bytes(b"mine, too")
    ended = run("index", "texts", "-o", "news.db", "--split", "1")

    assert 2 == ended.status
    assert "news-2024-01-01.db is there already. Remove it" in ended.err
    assert 2 == len(list(texts.glob("news-*")))
    assert 2 == run("index", "texts", "-o", "no/news.db", "--split", "1").status


def test_all_or_none(run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one part can't be written, there is none of them."""
    from statements_cli.store.shards import day_parts

    write = day_parts._write

    def failing(unfinished: str, whole: str, part: day_parts.Part) -> None:
        if part.first is None:
            raise OSError(28, "No space left on device")
        write(unfinished, whole, part)

    monkeypatch.setattr(day_parts, "_write", failing)
    ended = run("index", "texts", "-o", "news.db", "--split", "1")

    assert (2, []) == (ended.status, [*texts.glob("news-*"), *texts.glob(".*")])
    assert "No space left on device" in ended.err


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("read", [("texts",), ("--from", "records.jsonl")], ids=["articles", "records"])
@pytest.mark.parametrize(
    ("step", "failing", "fault"),
    [
        ("_sync", _full, "news.db could not be written"),
        ("_hold", lambda *_: False, "another statements index is writing news.db."),
    ],
    ids=["full", "held"],
)
def test_faults_name_what_was_named(
    run: Run,
    texts: Path,
    monkeypatch: pytest.MonkeyPatch,
    read: tuple[str, ...],
    step: str,
    failing: Callable[..., object],
    fault: str,
) -> None:
    """Where the whole can't be made, the error names the index asked for, not the hidden place where it is made."""
    from statements_cli.store.index import lock

    (texts / "records.jsonl").write_text(run("extract", "texts").out, encoding="utf-8")
    monkeypatch.setattr(lock, step, failing)
    ended = run("index", *read, "-o", "news.db", "--split", "1")

    assert (2, []) == (ended.status, [*texts.glob("news-*"), *texts.glob(".*")])
    assert ended.err.splitlines()[-1].startswith(f"statements: error: {fault}")
