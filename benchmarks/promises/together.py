"""Ask and write one index at the same time, and use threads and worker processes: the answers stay the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from benchmarks.promises.command import ALL_STATEMENTS, ARTICLE, STATEMENTS, run, surroundings
from benchmarks.promises.outcome import CLOCK, Outcome
from statements_cli.query.filters import Filter
from statements_cli.store import Store

_THREADS, _WRITERS, _ARTICLES = 8, 2, 40


def work_together(count: int, seed: int) -> Outcome:
    """Do each trial ``count`` times: two writers, readers beside a writer, eight threads, four workers."""
    failures: list[str] = []
    tried = 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for number in CLOCK.turns(count, "together"):
            chance = Random(f"{seed} {number}")
            for trial in (_two_writers, _readers, _threads, _workers):
                shutil.rmtree(place, ignore_errors=True)
                _write(place, "first")
                failures += [f"{trial.__name__[1:]}, number {number}: {fault}" for fault in trial(place, chance)]
                tried += 1
    return Outcome(
        tried // 4, tuple(failures), "times each", "two writers, readers beside a writer, 8 threads, 4 workers"
    )


def _write(place: Path, word: str) -> None:
    (place / "news").mkdir(parents=True, exist_ok=True)
    for number in range(_ARTICLES):
        (place / "news" / f"{number}.txt").write_text(ARTICLE.format(number=number, word=word), "utf-8")


def _listed(place: Path, *where: str) -> list[str]:
    done = run("list", *where, *ALL_STATEMENTS, folder=place)
    return done.out.splitlines() if done.status == 0 else [done.err]


def _index(place: Path) -> subprocess.Popen[bytes]:
    call = [*STATEMENTS, "index", "news", "-q", "-o", "news.db"]
    return subprocess.Popen(call, cwd=place, env=surroundings(), stderr=subprocess.PIPE)


def _two_writers(place: Path, chance: Random) -> list[str]:
    """Two writers at once: one or both do it, one may be told of the other, and the index is whole."""
    writers = []
    for _ in range(_WRITERS):
        writers.append(_index(place))
        time.sleep(chance.uniform(0, 0.3))
    said = [writer.communicate()[1] for writer in writers]
    faults = []
    for writer, words in zip(writers, said, strict=True):
        told = writer.returncode == 2 and b"another statements index is writing" in words and words.count(b"\n") == 1
        if writer.returncode and not told:
            faults.append(f"a writer ends with {writer.returncode}: {words[-300:]!r}")
    if all(writer.returncode for writer in writers):
        faults.append("no writer did it")
    if _listed(place, "-c", "news.db") != _listed(place, "news"):
        faults.append("the index is not what the files hold")
    if left := {path.name for path in place.iterdir()} - {"news", "news.db"}:
        faults.append(f"left behind: {left}")
    return faults


def _readers(place: Path, _: Random) -> list[str]:
    """Readers while a writer writes have what was before, or what is after it, whole."""
    _index(place).communicate()
    before = _listed(place, "news")
    _write(place, "second")
    writer = _index(place)
    answers = []
    while writer.poll() is None:
        answers.append(_listed(place, "-c", "news.db"))
    writer.communicate()
    after = _listed(place, "news")
    faults = [
        f"a reader has {len(answer)} statements: {answer[:1]}" for answer in answers if answer not in (before, after)
    ]
    if _listed(place, "-c", "news.db") != after:
        faults.append("the index is not what the files hold")
    return faults


def _threads(place: Path, _: Random) -> list[str]:
    """One store gives each of eight threads that ask it at once what one thread has, parts made at need included."""
    _index(place).communicate()
    questions: list[Callable[[Store], list[str | None]]] = [
        lambda store: [one.id for one in store.statements(Filter(acts=("any",), confidence=0.0))],
        lambda store: [hit.statement.id for hit in store.search("talks of round")],
        lambda store: [one.speaker for one in store.speakers()],
        lambda store: [one.article.id for one in store.articles()],
    ]
    faults = []
    for store in (Store.open(str(place / "news.db")), Store.from_paths([str(place / "news")])):

        def ask(number: int, store: Store = store) -> object:
            return questions[number % len(questions)](store)

        with ThreadPoolExecutor(_THREADS) as pool:
            answers = list(pool.map(ask, range(_THREADS * len(questions))))
        expected = [question(store) for question in questions]
        if answers != [expected[number % len(questions)] for number in range(len(answers))]:
            faults.append("a thread has another answer")
        store.close()
    return faults


def _workers(place: Path, _: Random) -> list[str]:
    """Four workers give what one does, to the byte."""
    one, four = (run("extract", "news", "-j", jobs, folder=place) for jobs in ("1", "4"))
    faults = [] if one.out == four.out and one.out else ["-j 4 writes something else than -j 1"]
    indexes = []
    for jobs in ("1", "4"):
        run("index", "news", "-q", "-o", f"{jobs}.db", "-j", jobs, folder=place)
        indexes.append(_listed(place, "-c", f"{jobs}.db"))
        os.unlink(place / f"{jobs}.db")  # noqa: PTH108
    return faults if indexes[0] == indexes[1] and indexes[0] else [*faults, "an index by -j 4 holds something else"]
