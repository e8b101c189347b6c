"""Documents of every format through the commands: columns named by the user, what is said on stderr."""

from __future__ import annotations

import gzip
import json
from multiprocessing import get_start_method
from pathlib import Path
from typing import Any

import pytest

TABLE = "id,Volltext,Datum\n1,The minister said so.,2025-05-20\n2,,2025-05-21\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A table whose columns have names of their own."""
    path = tmp_path / "export.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["extract", "list", "articles"])
@pytest.mark.parametrize(
    "given", [["--map", "text=Volltext,date=Datum"], ["--map", "text=Volltext", "--map", "published=Datum"]]
)
def test_mapped_columns(run: Any, export: Path, command: str, given: list[str]) -> None:
    """Every command that reads articles takes the columns named."""
    ran = run(command, str(export), *given, "--format", "jsonl")
    assert "2 of 2 records" not in ran.err
    assert "1 of 2 records without text, passed over (the first is #2)" in ran.err
    assert 2 != ran.status


def test_mapped_in_settings(run: Any, export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A settings file may name the columns."""
    (tmp_path / "statements.toml").write_text('map = "text=Volltext"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "no column of text" not in run("list", str(export)).err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("text", "--map text maps nothing. Write --map text=COLUMN,date=COLUMN."),
        ("body=Volltext", "--map knows no field body. Use one of text, title, date, source, author, url, language."),
        ("text=", "--map text= maps nothing. Write --map text=COLUMN,date=COLUMN."),
    ],
)
def test_no_mapping(run: Any, export: Path, given: str, said: str) -> None:
    """What maps nothing is wrong usage."""
    ran = run("list", str(export), "--map", given)
    assert (2, f"statements: error: {said}\n") == (ran.status, ran.err)


def test_table_without_text(run: Any, export: Path) -> None:
    """A table without a known column says which it has and how to name one."""
    ran = run("list", str(export))
    assert 2 == ran.status
    assert "it has id, Volltext, Datum. Name it with --map text=COLUMN.\n" in ran.err


def test_what_was_left_out(run: Any, tmp_path: Path) -> None:
    """What was passed over and what could not be read is said one by one and counted."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "b.gz").write_bytes(gzip.compress(b"x" * 99)[:-9])
    (folder / "c.jsonl").write_text(json.dumps({"text": "She said so."}) + "\n", encoding="utf-8")
    ran = run("extract", str(folder), "-v")
    assert 2 == ran.status
    assert "a.png: is a binary file, passed over" in ran.err
    assert "b.gz: is damaged or cut off" in ran.err
    assert "c.jsonl: read as JSON: 1 of 1 records" in ran.err
    assert "1 document read; 1 passed over, 1 that could not be read" in ran.err


@pytest.mark.skipif(get_start_method() != "fork", reason="the stand-in for extraction is only this process's")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_records_in_several_processes(run: Any, tmp_path: Path, jobs: str) -> None:
    """Records go through several processes as files do, in their order."""
    path = tmp_path / "a.jsonl"
    text = "# A | B | 2025-01-01\n2025-01-01 | X | CN | speech | Words"
    path.write_text("".join(json.dumps({"text": f"{text} {n}"}) + "\n" for n in range(20)), encoding="utf-8")
    ran = run("extract", str(path), "-j", jobs)
    places = [json.loads(line)["path"] for line in ran.lines]
    numbers = [int(place.rpartition("#")[2]) for place in places]
    assert sorted(numbers) == numbers
    assert set(range(1, 21)) == set(numbers)


@pytest.mark.parametrize(
    ("copies", "said"),
    [
        (0, ""),
        (1, "1 document is a copy of another, byte for byte; what is said in a copy is counted again\n"),
        (2, "2 documents are copies of others, byte for byte; what is said in a copy is counted again\n"),
    ],
)
def test_copies(run: Any, tmp_path: Path, copies: int, said: str) -> None:
    """Documents that are the same byte for byte are counted each time, and that is said."""
    folder = tmp_path / "copied"
    folder.mkdir()
    for name in ("a", "b", "c")[: copies + 1]:
        (folder / f"{name}.txt").write_text("A text of its own.\n", encoding="utf-8")

    assert said == "".join(line for line in run("list", str(folder)).err.splitlines(True) if "byte" in line)
