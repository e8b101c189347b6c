"""The table of what is promised of reliability: every row is tried, failures are told, and parts of a volume count."""

from __future__ import annotations

import importlib
import json
import time
from pathlib import Path

import pytest

from benchmarks import reliability
from benchmarks.promises import fuzzing, growth
from benchmarks.promises.command import Run, run
from benchmarks.promises.growth import SHAPES
from benchmarks.promises.hostile_files import _faults
from benchmarks.promises.hostile_words import _markdown_faults, _steering, _table_faults
from benchmarks.promises.outcome import CLOCK, Outcome


@pytest.mark.parametrize("promise", reliability.PROMISES, ids=lambda promise: promise.name)
def test_rows(promise: reliability.Promise) -> None:
    """Each row names a function that there is, and volumes that are small by default."""
    module, _, name = promise.function.partition(":")

    assert callable(getattr(importlib.import_module(f"benchmarks.{module}"), name))
    assert promise.few <= promise.full
    assert promise.what and promise.must


def test_names() -> None:
    """A row is named once."""
    names = [promise.name for promise in reliability.PROMISES]

    assert sorted(set(names)) == sorted(names)


def result_of(tried: int, failed: int = 0) -> dict[str, object]:
    """Return the result of one row."""
    return {"name": reliability.PROMISES[0].name, "tried": tried, "failed": failed}


@pytest.mark.parametrize(
    ("before", "now", "stays"),
    [
        (result_of(10), result_of(9), True),
        (result_of(10), result_of(10), False),
        (result_of(10), result_of(11), False),
        (result_of(10), result_of(1, failed=1), False),
        (result_of(10, failed=1), result_of(1), False),
    ],
)
def test_larger_runs_stay(
    before: dict[str, object], now: dict[str, object], stays: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A smaller run takes the place of a larger one only where something failed in either."""
    monkeypatch.setattr(reliability, "RESULTS", tmp_path / "reliability.json")
    reliability._write([before])
    reliability._write([now])

    assert [before if stays else now] == json.loads((tmp_path / "reliability.json").read_text())["rows"]


def test_fuzzing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts and documents made by chance pass, and what raises is told with the text."""
    assert (40, ()) == fuzzing.fuzz_texts(40, 1)[:2]
    assert (20, ()) == fuzzing.fuzz_documents(20, 1)[:2]
    monkeypatch.setattr(fuzzing, "parse", lambda _: 1 / 0)
    failed = fuzzing.fuzz_texts(3, 1)

    assert (3, 3) == (failed.tried, len(failed.failures))
    assert failed.failures[0].startswith("ZeroDivisionError")


def test_time_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time is over, what was reached counts."""
    monkeypatch.setattr(CLOCK, "deadline", time.monotonic() - 1)

    assert [] == list(CLOCK.turns(5, "turns"))
    assert 0 == fuzzing.fuzz_texts(5, 1).tried


def test_result(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A row has what was tried and the failures by kind; rows of earlier runs stay."""
    promise = reliability.PROMISES[0]._replace(function="promises.fuzzing:fuzz_texts")
    outcome = Outcome(9, tuple(f"{kind * 60} {number}" for kind in "ab" for number in range(3)), "texts")
    monkeypatch.setattr(fuzzing, "fuzz_texts", lambda _count, _seed: outcome)
    monkeypatch.setattr(reliability, "RESULTS", tmp_path / "results.json")
    row = reliability._row(promise, 9, 1, None)
    reliability._write([row | {"name": "documents"}])
    reliability._write([row])
    written = (tmp_path / "results.json").read_text("utf-8")

    assert (9, 6) == (row["tried"], row["failed"])
    assert [f"3 times: {kind * 60} 0" for kind in "ab"] == row["failures"]
    assert written.index('"texts"') < written.index('"documents"')


def test_shapes() -> None:
    """Forty-one shapes in seven languages."""
    assert (7, 41) == (len(SHAPES), sum(map(len, SHAPES.values())))


def done(status: int = 0, out: str = "", err: str = "", seconds: float = 0.1, memory: float = 40.0) -> Run:
    """Return what a call did."""
    return Run(status, out, err, seconds, memory)


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        (done(), False),
        (done(2, err="a\nb\n"), False),
        (done(2, err="a\nb\nc\n"), True),
        (done(-9), True),
        (done(seconds=21), True),
        (done(memory=401), True),
        (done(out="root:x:0:0:root"), True),
        (done(2, err="a fault of the program"), True),
    ],
)
def test_hostile_files(call: Run, wrong: bool) -> None:
    """A call that ends otherwise, takes too much, says too much or lets something out is told."""
    assert wrong == bool(_faults(call, good=False))


@pytest.mark.parametrize(
    ("out", "wrong"),
    [("a \\x1b[31m b\n\tc", False), ("a \x1b[31m b", True), ("a \u202e b", True), ("a\r", True)],
)
def test_steering(out: str, wrong: bool) -> None:
    """What steers a terminal is told."""
    assert wrong == bool(_steering(done(out=out)))


@pytest.mark.parametrize(
    ("out", "wrong"),
    [("a,b\n'=1,-5\n", False), ("a,b\n=1,2\n", True), ("a,b\n1,2,3\n", True), ("a,b\n -x,2\n", True)],
)
def test_tables(out: str, wrong: bool) -> None:
    """Formulas and rows with too many cells are told."""
    assert wrong == bool(_table_faults(",")(done(out=out)))


@pytest.mark.parametrize(
    ("out", "wrong"),
    [
        ("| a |\n| --- |\n| b \\| c |\n", False),
        ("| a |\n| --- |\n| b | c |\n", True),
        ("| a |\n| --- |\n| <script>x |\n", True),
        ("| a |\n| --- |\n| [x](y) |\n", True),
    ],
)
def test_markdown(out: str, wrong: bool) -> None:
    """Cells that break out, and live markup, are told."""
    assert wrong == bool(_markdown_faults(done(out=out)))


def test_run() -> None:
    """A call is run with its standard input, its status, output, errors, time and memory known."""
    found = run("extract", "-", stdin="“We hope so,” Mao Ning said.".encode())

    assert (0, 1) == (found.status, found.out.count("\n"))
    assert found.seconds > 0
    assert found.memory > 10


@pytest.mark.parametrize(
    ("short", "long", "failed"),
    [
        ([1.4], [11.4], False),  # the start-up of 0.4 seconds is no growth
        ([1.4, 1.4, 1.4], [13.4, 13.4, 13.4], True),
        ([1.4, 1.4], [15.4, 11.4], False),  # once something else took the machine
        ([0.4], [0.9], False),  # too little to be measured
    ],
)
def test_growth(
    short: list[float], long: list[float], failed: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each shape's own start-up is taken off, and what seems to take too long must do so every time."""
    seconds: dict[int, list[float]] = {3: [], 5: [*short], 6: [*long]}

    def read(_command: str, path: Path, **_: object) -> Run:
        left = seconds[len(str(path.stat().st_size - 1))]
        return Run(1, "", "", left.pop(0) if left else 0.4, 30.0)

    monkeypatch.setattr(growth, "run", read)
    grown = growth._grow(tmp_path / "shape.txt", "en, 'no '", "no ", 10)

    assert failed == bool(grown.failures)
    assert [] == [*seconds[5], *seconds[6]]
