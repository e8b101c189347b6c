"""Reading files shows its rate and the time left, says what would be faster, and what an interrupt leaves."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.cli.reading.progress import ReadingProgress, rate_and_time_left
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages

Run = Callable[..., Any]
ADVICE = "an index would answer this"


@pytest.mark.parametrize(
    ("documents", "done", "total", "seconds", "said"),
    [
        (10, 10, 40, 5, "10 documents, 2 a second, 0:15 left"),
        (1, 1, 3601, 2, "1 document, 0 a second, 2:00:00 left"),
        (10, 10, 10, 5, "10 documents, 2 a second"),
        (10, 0, 0, 5, "10 documents, 2 a second"),
        (90, 90, 3, 5, "90 documents, 18 a second"),  # of one file that holds many
    ],
)
def test_rate(documents: int, done: int, total: int, seconds: float, said: str) -> None:
    """The rate is told, and the time left where it is known."""
    assert said == rate_and_time_left(documents, done, total, seconds)


@pytest.mark.parametrize(
    ("seconds", "index_helps", "paths", "times"),
    [([1, 5], True, ["a"], 0), ([1, 5.1, 6, 9], True, ["a"], 1), ([9], False, ["a"], 0), ([9], True, ["-"], 0)],
)
def test_an_index_is_advised_once(seconds: list[float], index_helps: bool, paths: list[str], times: int) -> None:
    """After five seconds of reading files it is said, once, that an index would be faster."""
    environment = Environment(stdin=io.StringIO(), stdout=io.StringIO(), stderr=io.StringIO())
    ticks = iter([0.0, *seconds])
    progress = ReadingProgress(Messages(environment), paths, index_helps=index_helps, clock=lambda: next(ticks))
    for number in range(len(seconds)):
        progress.show(number + 1)
    said = environment.stderr.getvalue()  # type: ignore[attr-defined]

    assert times == said.count(ADVICE)
    assert not times or "statements index a -o news.db, then -c news.db" in said


@pytest.mark.parametrize(
    ("paths", "named"),
    [(["my news"], "'my news'"), (["a", "b", "c"], "a b c"), (["a", "b", "c", "d"], "a b c ...")],
)
def test_paths_of_the_index_advised(paths: list[str], named: str) -> None:
    """The call that makes the index can be copied, and isn't as long as a pattern makes it."""
    environment = Environment(stdin=io.StringIO(), stdout=io.StringIO(), stderr=io.StringIO())
    ticks = iter([0.0, 9.0])
    ReadingProgress(Messages(environment), paths, index_helps=True, clock=lambda: next(ticks)).show(1)

    assert f"statements index {named} -o news.db" in environment.stderr.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("more", "kept"),
    [([], "What was found in 2 documents is kept"), (["--no-cache"], "Nothing was kept")],
)
def test_an_interrupt_says_what_was_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: list[str], kept: str
) -> None:
    """Ctrl-C ends with 130 and one line about what the cache has."""
    from statements_cli import pipeline

    found = pipeline.parse
    folder = tmp_path / "three"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"# A | B | 2025-01-01\n2025-01-01 | X{number} | CN | speech | Words\n")

    def parse(document: Any, *given: Any, **named: Any) -> Any:
        if document.path.endswith("2.txt"):
            raise KeyboardInterrupt
        return found(document, *given, **named)

    monkeypatch.setattr("statements_cli.pipeline.parse", parse)
    ran = run("list", str(folder), *more, variables={"STATEMENTS_CACHE_DIR": str(tmp_path / "cache")})

    assert (130, f"statements: error: interrupted. {kept}") == (ran.status, ran.err.partition(", and")[0].rstrip(".\n"))
