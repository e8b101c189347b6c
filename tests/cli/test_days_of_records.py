"""Days that records tell of undated articles are lent again where they were lent, and else are the articles' own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.pipeline import parse
from tests.index_rows import rows_of
from tests.spark.articles import OPENING, write_lines

Run = Callable[..., Any]
EVERY = ("--act", "any", "--min-confidence", "0")
OWN = "The ministers met in Sofia on Friday, May 16, 2025.\n\n" + OPENING
"""An undated article whose own text tells the day, other than the one that it is lent."""
OWN_ALONE = (
    "The council met in Varna on Friday, May 16, 2025.\n\n"
    '"The quay will be built of the stone that our own quarries have given us," mayor Ivo Kolev said on Thursday.\n'
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with dated articles, and undated ones that were lent a day, have their own, or both."""
    monkeypatch.setattr("statements_cli.pipeline.parse", parse)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stories").mkdir()
    write_lines(tmp_path / "stories" / "wire.jsonl")
    for name, text in {"lent": OPENING, "own": OWN, "own_alone": OWN_ALONE, "nothing": OPENING[:70]}.items():
        (tmp_path / "stories" / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "stories" / "copy").mkdir()
    (tmp_path / "stories" / "copy" / "lent.txt").write_text(OPENING, encoding="utf-8")
    return tmp_path


def days_in(run: Run, index: str) -> dict[str, tuple[str | None, str | None]]:
    """Return the day published, and its basis, by path."""
    found = run("list", "-c", index, *EVERY, "-n", "0", "--json").json
    return {one["path"]: (one["published"], one["published_basis"]) for one in found}


def export(run: Run, index: str, file: str) -> None:
    """Write all records of an index as JSON Lines, of which nothing says that they are settled."""
    run("export", index, *EVERY, "--format", "jsonl", "-o", file)


def test_lent_again(run: Run, here: Path) -> None:
    """Days, groups and their ids are those of the articles' index, whose lent days are lent here, too."""
    run("index", "stories", "-o", "one.db")
    export(run, "one.db", "all.jsonl")
    run("index", "--from", "all.jsonl", "-o", "new.db")
    expected = rows_of(here / "one.db")

    assert ("2025-05-20", "inferred") == days_in(run, "one.db")["stories/lent.txt"]
    assert ("2025-05-16", "inferred") == days_in(run, "one.db")["stories/own_alone.txt"]
    assert any(row[1] is None for row in expected["days of articles alone"])
    for name, rows in rows_of("new.db").items():
        assert expected[name] == rows, name
    assert 0 == run("index", "--check", "new.db").status


def test_lent_here_after_all(run: Run, here: Path) -> None:
    """What was lent a day elsewhere takes that of the articles it is with: two exports give one index."""
    (here / "late").mkdir()
    (here / "stories" / "lent.txt").rename(here / "late" / "lent.txt")
    (here / "late" / "later.jsonl").write_text(
        (here / "stories" / "wire.jsonl").read_text("utf-8").replace("2025-05-20", "2025-05-21"), "utf-8"
    )
    run("index", "stories", "late", "-o", "one.db")
    for part in ("stories", "late"):
        run("index", part, "-o", f"{part}.db")
        export(run, f"{part}.db", f"{part}.jsonl")
    run("index", "--from", "stories.jsonl", "late.jsonl", "-o", "new.db")

    assert ("2025-05-21", "inferred") == days_in(run, "late.db")["late/lent.txt"]
    assert days_in(run, "one.db") == days_in(run, "new.db")
    assert ("2025-05-20", "inferred") == days_in(run, "new.db")["late/lent.txt"]


def test_nobody_here_lent_it(run: Run, here: Path) -> None:
    """A day that no article here lends stays, and stays inferred: it dates no other article."""
    run("index", "stories", "-o", "one.db")
    export(run, "one.db", "all.jsonl")
    lines = [line for line in (here / "all.jsonl").read_text("utf-8").splitlines() if "wire.jsonl" not in line]
    (here / "some.jsonl").write_text("\n".join(lines), "utf-8")
    run("index", "--from", "some.jsonl", "-o", "new.db")

    expected = {path: day for path, day in days_in(run, "one.db").items() if "wire" not in path}
    assert expected == days_in(run, "new.db")


def test_taken_back_and_lent_again(run: Run, here: Path) -> None:
    """Records of the article that lent a day may go and come again, and the day with them."""
    run("index", "stories", "-o", "one.db")
    export(run, "one.db", "all.jsonl")
    lines = (here / "all.jsonl").read_text("utf-8").splitlines()
    (here / "undated.jsonl").write_text("\n".join(line for line in lines if "wire.jsonl" not in line), "utf-8")
    for file in ("all", "undated", "all"):
        run("index", "--from", f"{file}.jsonl", "--prune", "-o", "new.db")
        found = days_in(run, "new.db")
        assert (("2025-05-20", "inferred") if file == "all" else (None, None)) == found["stories/lent.txt"]
        assert 0 == run("index", "--check", "new.db").status
