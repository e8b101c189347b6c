"""Try volumes: endless streams and files of many articles in flat memory, one huge text within its bound, no loss.

Most of each volume is text that is read fast (tables of figures, German without quotations), as extraction from
English takes a second for 0.2 to 0.3 MB; every hundredth document is an English article whose statements are counted.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.promises.command import STATEMENTS, surroundings
from benchmarks.promises.outcome import Outcome

MEGABYTE = 1_000_000
TIMES, BESIDE = 20, 60
"""A document may take so many times the size of its text, and so many megabytes beside."""
_GROWTH, _SLACK = 1.15, 8.0
"""Memory of ten times the documents beside that of a tenth, and megabytes that don't count as growth."""
_FILLER = "Die Sonne schien gestern über dem ganzen Land und es blieb bis zum Abend trocken und warm. "
_EVERY = 100  # documents between articles with a statement


def stream_documents(megabytes: int, seed: int) -> Outcome:
    """Pipe small documents as JSON Lines to ``extract``."""

    def lines(size: int, chance: Random) -> Iterator[bytes]:
        return _lines(_documents(size, chance))

    return _streamed(lines, megabytes, seed, "MB in one stream")


def read_json_lines(megabytes: int, seed: int) -> Outcome:
    """Read a file of JSON Lines with longer records."""

    def lines(size: int, chance: Random) -> Iterator[bytes]:
        return _lines(_documents(size, chance, sentences=60))

    return _of_a_file(lines, megabytes, seed, "MB of JSON Lines", ".jsonl")


def read_many_articles(count: int, seed: int) -> Outcome:
    """Read one JSON list of so many short English articles, a statement in each."""

    def parts(number: int, _: Random) -> Iterator[bytes]:
        yield b"["
        for place in range(number):
            comma = b"," if place else b""
            yield comma + json.dumps({"text": _said(place), "title": f"Article {place}"}).encode()
        yield b"]"

    with tempfile.TemporaryDirectory() as folder:
        return _compared(
            lambda number: _written(Path(folder) / "a.json", parts(number, Random(seed))),
            count,
            lambda number: number,
            "articles in one file",
        )


def read_huge_text(megabytes: int, _seed: int) -> Outcome:
    """Read one text, a file without a break, with a statement now and then."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "huge.txt"
        said = 0
        with path.open("wb") as file:
            while file.tell() < megabytes * MEGABYTE:
                said += 1
                quoted = f"„Wir setzen die Gespräche in Runde {said} fort“, sagte der Minister Johann Wadephul."
                file.write(f"{_FILLER * 40}\n\n{quoted}\n\n".encode())
        size = path.stat().st_size / MEGABYTE
        status, found, memory, seconds = _extracted([str(path)], None)
    failures = []
    if status != 0:
        failures.append(f"ended with {status}")
    if found != said:
        failures.append(f"found {found:,} statements of {said:,}")
    if memory > TIMES * size + BESIDE:
        failures.append(f"took {memory:.0f} MB, more than {TIMES} times {size:.0f} MB and {BESIDE}")
    note = f"peak {memory:.0f} MB, {memory / size:.1f} times the text; {found:,} statements found; {seconds:.0f} s"
    return Outcome(round(size), tuple(failures), "MB in one text", note)


def _documents(megabytes: int, chance: Random, sentences: int = 4) -> Iterator[str]:
    size, number = 0, 0
    while size < megabytes * MEGABYTE:
        if number % _EVERY == 0:
            text = _said(number)
        elif number % 2:
            text = f"{number}. {_FILLER * sentences}"
        else:
            text = "\n".join(" ".join(str(chance.randint(0, 9999)) for _ in range(12)) for _ in range(sentences * 2))
        size += len(text.encode()) + 25
        number += 1
        yield text


def _said(number: int) -> str:
    return f"“We will go on with the talks of round {number},” the Foreign Minister, Mao Ning, said on Monday."


def _lines(texts: Iterable[str]) -> Iterator[bytes]:
    for number, text in enumerate(texts):
        yield json.dumps({"id": str(number), "text": text}, ensure_ascii=False).encode() + b"\n"


def _expected(lines: Iterable[bytes]) -> int:
    return sum("“We will go on".encode() in line for line in lines)


def _streamed(lines: Callable[[int, Random], Iterator[bytes]], megabytes: int, seed: int, unit: str) -> Outcome:
    def run(size: int) -> tuple[int, int, float, float]:
        return _extracted(["-"], lines(size, Random(seed)))

    return _judged(run, megabytes, lambda size: _expected(lines(size, Random(seed))), unit)


def _of_a_file(
    lines: Callable[[int, Random], Iterator[bytes]], megabytes: int, seed: int, unit: str, ending: str
) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        return _compared(
            lambda size: _written(Path(folder) / f"a{ending}", lines(size, Random(seed))),
            megabytes,
            lambda size: _expected(lines(size, Random(seed))),
            unit,
        )


def _written(path: Path, parts: Iterable[bytes]) -> Path:
    with path.open("wb") as file:
        file.writelines(parts)
    return path


def _compared(write: Callable[[int], Path], volume: int, expected: Callable[[int], int], unit: str) -> Outcome:
    def run(size: int) -> tuple[int, int, float, float]:
        return _extracted([str(write(size))], None)

    return _judged(run, volume, expected, unit)


def _judged(
    run: Callable[[int], tuple[int, int, float, float]], volume: int, expected: Callable[[int], int], unit: str
) -> Outcome:
    """Run a tenth of the volume, then all of it; compare the memory, and count what is found."""
    failures = []
    small = max(1, volume // 10)
    _, _, least, _ = run(small)
    status, found, most, seconds = run(volume)
    if status != 0:
        failures.append(f"ended with {status}")
    if most > least * _GROWTH + _SLACK:
        failures.append(f"took {most:.0f} MB, a tenth of it {least:.0f} MB")
    wanted = expected(volume)
    if found != wanted:
        failures.append(f"found {found:,} statements of {wanted:,}")
    note = f"peak {most:.0f} MB, of a tenth {least:.0f} MB; {found:,} statements found; {seconds:.0f} s"
    return Outcome(volume, tuple(failures), unit, note)


def _extracted(arguments: list[str], stdin: Iterable[bytes] | None) -> tuple[int, int, float, float]:
    """Return the status of ``extract``, how many records it wrote, its peak memory in MB and CPU seconds."""
    running = subprocess.Popen(
        [*STATEMENTS, "extract", "-q", "--min-confidence", "0", *arguments],
        stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=surroundings(),
    )
    assert running.stdout is not None
    if stdin is not None and not os.fork():  # one process writes while this one reads
        assert running.stdin is not None
        for data in stdin:
            running.stdin.write(data)
        running.stdin.close()
        os._exit(0)
    if running.stdin is not None:
        running.stdin.close()
    found = sum(1 for _ in running.stdout)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if stdin is not None:
        os.wait()
    return running.returncode, found, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
