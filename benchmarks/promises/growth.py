"""Try texts of many shapes, short and ten times as long: time grows as the text does, memory stays within its bound."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.promises.command import Run, run
from benchmarks.promises.outcome import CLOCK, Outcome
from benchmarks.promises.volume import BESIDE, TIMES

MOST = 12
"""Ten times the text may cost so many times the CPU time, start-up taken off."""
_LEAST = 0.05  # CPU seconds of the shorter text below which start-up is all that is measured
_STARTS = 3
"""Runs of a hundredth of a shape by which start-up is known: each loads what reading that shape takes, no more."""
_TRIES = 3
"""Runs at each size, in turn, where the first are beyond ``MOST``; what else the machine does only ever adds time."""

_ARTICLE = """\
Tolls fall again in Bergen

By Ann Field
May 20, 2025

BERGEN, May 20 (Reuters) - The harbour opens on Monday, Minister Jørgen Moe said. “We are,” he was quoted as saying.

The envoy said that they agree to meet again soon.

"""
"""An article that follows others: what is looked for in the whole document for each of them grows with their square."""

SHAPES: dict[str, tuple[str, ...]] = {
    "en": (
        "“We hope so very much,” Foreign Minister Mao Ning said on Monday. Putin told reporters that he agreed.\n",
        "the minister said on Monday that they hope for peace and the envoy added that they agree to meet ",
        "“ ",
        '" ',
        "“No\n",
        "“A” ‘b “c ",
        "Q: Why is that so?\nA: Because we said so.\n",
        "TV 24: It is. CHANNEL 4: It is not.\n",
        "SPEAKER 1: Yes.\n\n",
        "said ",
        "he said that ",
        "Mao Ning ",
        "Mr. A. B. ",
        "according to the U.S. ",
        "on Tuesday, May 20, 2025, ",
        "( [ ",
        "— ",
        ". ",
        "\n",
        "By Ann Field\n\n",
        "# Talks\n\n> **no**\n\n",
        "1,",
        "https://example.org/a ",
        "PARIS, May 20 (Reuters) - ",
        _ARTICLE,
    ),
    "fr": (
        "« Nous devons agir », a déclaré le ministre des Affaires étrangères dans un entretien.\n",
        "« Nous devons ",
        "Le ministre a déclaré que les deux pays étaient prêts et que ",
    ),
    "de": (
        "„Wir müssen handeln“, sagte der Minister am Montag und fügte hinzu, dass es nicht anders geht.\n",
        "„Wir müssen ",
        "Der Minister sagte, dass die Länder bereit sind und dass ",
    ),
    "es": (
        "«Debemos actuar», dijo el ministro el lunes, y añadió que no hay otra salida para el país.\n",
        "«Debemos ",
    ),
    "ru": (
        "«Мы надеемся на мир», — заявил министр в понедельник и добавил, что другого пути у страны нет и не будет.\n",
        "«Мы надеемся ",
    ),
    "zh": (
        "“我们希望和平，”外交部发言人毛宁星期一在北京说。他表示，中国支持一切努力。\n",
        "“中国",
        "他说：“",
    ),
    "ar": (
        "«نأمل ذلك كثيرا»، قال وزير الخارجية يوم الاثنين للصحفيين في العاصمة وأضاف أن البلاد مستعدة.\n",
        "«نأمل ",
        "قال إن ",
    ),
}
"""What texts are made of, by language, over and over."""


class _Growth(NamedTuple):
    """How a shape grew: times the CPU time, the largest share of the memory allowed, and what went wrong."""

    times: float
    memory: float
    failures: list[str]


def grow(kilobytes: int, _seed: int) -> Outcome:
    """Read each shape at ``kilobytes`` and at ten times as much; compare CPU time, and look at the memory."""
    units = [(language, unit) for language, held in SHAPES.items() for unit in held]
    grown: list[_Growth] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in CLOCK.turns(len(units), "shapes"):
            language, unit = units[number]
            grown.append(_grow(Path(folder) / "shape.txt", f"{language}, {unit!r}", unit, kilobytes))
    worst = max((one.times for one in grown), default=0)
    memory = max((one.memory for one in grown), default=0)
    tried = f"{len(grown)} shapes in {len(SHAPES)} languages"
    note = f"{tried}; at most {worst:.1f} times the time, {memory:.0%} of the memory allowed"
    failures = tuple(failure for one in grown for failure in one.failures)
    return Outcome(kilobytes if len(grown) == len(units) else 0, failures, "kB, and ten times as much", note)


def _grow(path: Path, name: str, unit: str, kilobytes: int) -> _Growth:
    """Read one shape; again where it seems to take too long, and the least time of each size counts."""
    start = min(_run(path, unit, kilobytes * 10, 0.0).seconds for _ in range(_STARTS))
    failures: list[str] = []
    memory = 0.0
    short = long = float("inf")
    for attempt in range(_TRIES):
        first = _run(path, unit, kilobytes * 1000, 1.0)
        short = min(short, max(first.seconds - start, _LEAST))
        second = _run(path, unit, kilobytes * 10_000, short)
        long = min(long, max(second.seconds - start, _LEAST))
        for done, size in ((first, kilobytes / 1000), (second, kilobytes / 100)) if not attempt else ():
            most = TIMES * size + BESIDE
            memory = max(memory, done.memory / most)
            if done.status not in (0, 1):
                failures.append(f"{name}: ended with {done.status} {done.err[:200]}")
            if done.memory > most:
                failures.append(f"{name}: {done.memory:.0f} MB for {size:.1f} MB of text")
        if long <= MOST * short:
            break
    else:
        failures.append(f"{name}: {short:.2f} s, ten times as much {long:.2f} s")
    return _Growth(long / short, memory, failures)


def _run(path: Path, unit: str, size: int, usual: float) -> Run:
    """Extract from a text of a shape with at least so many bytes; a tenth of it takes ``usual`` seconds or so."""
    path.write_text(unit * (size // len(unit.encode()) + 1), "utf-8")
    return run("extract", path, patience=40 * max(1.0, usual) + 200)
