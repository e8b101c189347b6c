"""Try what is promised of reliability, row by row, and print the table of how often and with what result.

    python benchmarks/reliability.py [ROW ...] [--full | --share 0.1] [--minutes 60] [--seed 1] [--write]

Volumes are small unless ``--full`` is given; ``--share`` takes a part of the full ones. ``--minutes`` ends a row
that takes longer: what was reached counts, and the table says how much that is. ``--write`` puts the rows that were
run into ``results/reliability.json``, from which ``docs/reliability.md`` is made, beside those of earlier runs with
their dates; a smaller run doesn't replace a larger one in which nothing failed. Times are CPU times. Some rows need
Linux; one needs strace, one needs root for a small file system.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.machine import measured_on
from benchmarks.promises.outcome import CLOCK, Outcome

RESULTS = Path(__file__).resolve().parent / "results" / "reliability.json"
EVERYTHING = 0
"""The volume of a row that has so many cases as there are."""
_MANY = 1_000_000  # more than there are
_SHOWN = 12  # kinds of failures that are printed and kept of a row
_TELLING = 50  # characters of a failure that tell its kind


class Promise(NamedTuple):
    """One row of the table: what is tried how often, by which function ``module:name``, and what must come out."""

    name: str
    what: str
    must: str
    function: str
    few: int
    full: int

    def keep(self, count: int, seed: int) -> Outcome:
        """Try it so many times."""
        module, _, name = self.function.partition(":")
        trial: Callable[[int, int], Outcome | tuple[int, list[str]]] = getattr(
            importlib.import_module(f"benchmarks.{module}"), name
        )
        outcome = trial(count or _MANY, seed)
        return outcome if isinstance(outcome, Outcome) else Outcome(outcome[0], tuple(outcome[1]), self.name)


PROMISES = (
    Promise(
        "texts",
        "texts of 50 to 300 characters made by a grammar of marks, names, cues, labels, dates, controls and scripts, "
        "or by damage to the samples",
        "no exception, every span and record sound, the cache and an index give back the same, none over 10 times "
        "the usual time a byte",
        "promises.fuzzing:fuzz_texts",
        2_000,
        1_000_000,
    ),
    Promise(
        "documents",
        "documents of 19 formats with bytes cut out, put in, moved and repeated",
        "no exception, every document and record sound, none over 10 times the usual time a byte of its format",
        "promises.fuzzing:fuzz_documents",
        500,
        100_000,
    ),
    Promise(
        "growth",
        "texts of 41 shapes in 7 languages, articles, endless sentences, marks, labels, names, days over and over",
        "ten times the text at most 12 times the CPU time; memory at most 20 times the text and 60 MB",
        "promises.growth:grow",
        20,
        1_000,
    ),
    Promise(
        "kill -9",
        "builds and updates of an index, with and without workers, and writing of the cache, killed at random moments",
        "the index as before or complete, --check finds nothing, the next run complete, nothing left behind",
        "promises.ends:kill_writers",
        6,
        300,
    ),
    Promise(
        "signals",
        "SIGTERM, SIGINT and SIGPIPE at random moments of builds, updates and lists, so many each",
        "the index as it was, no files left, no processes left, one line",
        "promises.ends:interrupt_writers",
        2,
        100,
    ),
    Promise(
        "full disk",
        "builds and updates where files may not grow, on a small file system, in read-only folders and files",
        "the index as it was, nothing left behind, a true hint",
        "promises.ends:fill_disks",
        4,
        20,
    ),
    Promise(
        "damaged indexes",
        "indexes with pages zeroed, swapped, doubled or stale, bits flipped, cut, other programs' and newer ones; "
        "asked for lists, searches, speakers, articles and passages; half of them sealed, as small ones are",
        "said or harmless; index --check finds all",
        "damage:damaged_indexes",
        20,
        3_000,
    ),
    Promise(
        "together",
        "two writers at once, readers beside a writer, one store in eight threads, -j 4 beside -j 1; so often each",
        "equal answers, the index whole, one writer told of the other",
        "promises.together:work_together",
        1,
        25,
    ),
    Promise(
        "hostile files",
        "bombs, names that lead out, links, loops, FIFOs, devices, entities and deep nesting in all formats that can "
        "have them, named, in a folder and from standard input",
        "bounded in time and memory, one line each, the good file beside it read, nothing written",
        "promises.hostile_files:try_hostile_files",
        EVERYTHING,
        EVERYTHING,
    ),
    Promise(
        "hostile words",
        "escape sequences, marks of direction, formulas, markup, SQL and shell in headlines, names, quotations, file "
        "names and questions, over all commands and formats, on a terminal too",
        "nothing gets through: no control character, no formula, no markup, no row too many; the index unchanged",
        "promises.hostile_words:try_hostile_words",
        EVERYTHING,
        EVERYTHING,
    ),
    Promise(
        "one stream",
        "a stream of small documents on standard input, every hundredth an article with a statement",
        "memory as of a tenth of it, no statement lost",
        "promises.volume:stream_documents",
        10,
        1_000,
    ),
    Promise(
        "JSON Lines",
        "a file of JSON Lines, every hundredth an article with a statement",
        "memory as of a tenth of it, no statement lost",
        "promises.volume:read_json_lines",
        5,
        200,
    ),
    Promise(
        "many articles",
        "one JSON file of articles with a statement each",
        "memory as of a tenth of them, no statement lost",
        "promises.volume:read_many_articles",
        1_000,
        100_000,
    ),
    Promise(
        "one huge text",
        "one text in German with a quotation every 40 sentences, in one file",
        "at most 20 times the text and 60 MB of memory, no statement lost",
        "promises.volume:read_huge_text",
        3,
        100,
    ),
    Promise(
        "network",
        "every command, its workers too, over files of several formats and an index, under strace",
        "no socket",
        "promises.network:trace_commands",
        EVERYTHING,
        EVERYTHING,
    ),
)


def main() -> int:
    """Try the promises and print the table; 1 where one was not kept."""
    names = [promise.name for promise in PROMISES]
    parser = argparse.ArgumentParser(description="Try what is promised of reliability.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(names))
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("--full", action="store_true", help="the volumes that are promised; takes hours")
    volume.add_argument("--share", type=float, help="a part of them")
    parser.add_argument("--minutes", type=float, help="the most that a row may take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    if unknown := set(options.rows) - set(names):
        parser.error(f"no row {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    rows = []
    for promise in PROMISES:
        if options.rows and promise.name not in options.rows:
            continue
        share = 1.0 if options.full else options.share
        count = promise.few if share is None or not promise.full else max(1, round(promise.full * share))
        rows.append(_row(promise, count, options.seed, options.minutes))
        print(_line(rows[-1]), flush=True)
        if options.write:
            _write(rows)
    return int(any(row["failed"] for row in rows))


def _row(promise: Promise, count: int, seed: int, minutes: float | None) -> dict[str, Any]:
    """Try one promise; what became of it."""
    CLOCK.deadline = time.monotonic() + minutes * 60 if minutes else float("inf")
    began = time.process_time()
    outcome = promise.keep(count, seed)
    return {
        "name": promise.name,
        "what": promise.what,
        "must": promise.must,
        "tried": outcome.tried,
        "full": promise.full,
        "unit": outcome.unit,
        "failed": len(outcome.failures),
        "failures": _kinds(outcome.failures),
        "note": outcome.note,
        "skipped": outcome.skipped,
        "seed": seed,
        "date": datetime.now(UTC).date().isoformat(),
        "CPU s": round(time.process_time() - began),
    }


def _kinds(failures: Sequence[str]) -> list[str]:
    """Return the first failure of each kind, as their beginnings tell, with how many there are."""
    kinds: dict[str, list[str]] = {}
    for failure in failures:
        kinds.setdefault(failure[:_TELLING], []).append(failure)
    return [f"{len(held)} times: {min(held, key=len)[:2000]}" for held in list(kinds.values())[:_SHOWN]]


def _line(row: dict[str, Any]) -> str:
    result = row["skipped"] or f"{row['failed']} failed of {row['tried']:,} {row['unit']} ({row['note']})"
    return "\n    ".join([f"{row['name']}: {result}", *row["failures"]])


def _write(rows: list[dict[str, Any]]) -> None:
    """Put rows among those of earlier runs: in the place of a smaller run, or where either failed."""
    held = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"rows": []}
    known = {row["name"]: row for row in held["rows"]}
    for row in rows:
        before = known.get(row["name"])
        if before is None or row["failed"] or before["failed"] or row["tried"] >= before["tried"]:
            known[row["name"]] = row
    ordered = [known[promise.name] for promise in PROMISES if promise.name in known]
    figures = {"measured": measured_on(), "rows": ordered}
    RESULTS.write_text(json.dumps(figures, indent=1, ensure_ascii=True) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
