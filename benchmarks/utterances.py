"""Measure how well versions of one utterance are grouped, and how long that takes.

    python benchmarks/utterances.py FOLDER [--write] [--most 1000000] [--keep /tmp/utterances]

The corpus is made: sentences like those of the texts in FOLDER (``synthetic``), each said by one of 20,000 speakers,
who talk as often as Zipf has it, and reported by one to six articles on its day or the next, verbatim, cut, reworded or
in indirect speech (``versions``). Pairs of statements that are in one group and should be, that should not be, and that
should be and are not, give precision and recall. The time is that of grouping an index which holds the statements; its
days grow with the corpus, as those of a collection of news do. Each index is made once and copied for every trial;
``--keep`` names a folder in which those made before are used again.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from sqlite3 import Connection, connect
from statistics import median
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.machine import measured_on
from benchmarks.synthetic import FIRST_DAY, SPEAKERS, Corpus
from benchmarks.versions import version
from statements_cli.model import RECORD_KEYS, Article, Block, Document, Statement, StatementSpans
from statements_cli.pipeline import Parsed
from statements_cli.store.resolution.utterance_groups import group_all
from statements_cli.store.tables.file_rows import FileState
from statements_cli.store.tables.index_creation import create
from statements_cli.store.writer import Writer

RESULTS = Path(__file__).resolve().parent / "results" / "utterances.json"
UTTERANCES = 100_000
MOST_VERSIONS = 6
A_DAY = 2000  # statements in all articles of a day, where precision and recall are measured
A_DAY_TIMED = 200  # where time is: the smallest corpus, too, has many days, not mostly a first and a last one
TRIALS = 5  # of corpora that are grouped in seconds: other work on the machine changes their time most
SIZES = (10_000, 100_000, 1_000_000)  # statements
_NOTHING: dict[str, Any] = dict.fromkeys(RECORD_KEYS) | {"non_answer": False}


def reports(folder: Path, utterances: int, a_day: int, seed: int = 11) -> Iterator[Parsed]:
    """Yield articles of one statement each; an utterance is the part of a statement's id before its last letter."""
    corpus = Corpus(folder, seed)
    random = Random(seed)
    often = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(1, SPEAKERS + 1)))
    days = max(1, round(utterances * (1 + MOST_VERSIONS) / 2 / a_day))
    for number in range(utterances):
        speaker = corpus.speakers[bisect(often, random.random() * often[-1])]
        text = corpus.sentence(random)
        day = random.randrange(days)
        for copy in range(random.randint(1, MOST_VERSIONS)):
            said = text if copy == 0 else version(text, random)
            date = (FIRST_DAY + timedelta(day + (random.random() < 0.2))).isoformat()
            name = f"{number:011x}{copy}"
            statement = Statement(
                **_NOTHING
                | {
                    **{"id": name, "date": date, "date_basis": "article", "speaker": speaker.name, "type": "person"},
                    **{"role": speaker.role, "country": speaker.country, "kind": "direct", "act": "speech"},
                    **{"text": said, "quotes": (said,), "cue": "said", "source": speaker.name, "via": ()},
                    **{"published": date, "published_basis": "metadata", "article": name, "path": name},
                    **{"spans": StatementSpans(((0, len(said)),)), "confidence": 0.9, "language": "en"},
                }
            )
            article = Article(name, name, (0, len(said)), (Block((0, len(said)), "paragraph"),), published=date)
            yield Parsed(Document(name, said, name), (article,), (statement,))


def indexed(path: Path, documents: Iterator[Parsed], most: int | None = None) -> Connection:
    """Return an index of documents whose utterances are not grouped yet."""
    connection = connect(path, isolation_level=None)
    connection.execute("pragma journal_mode = off")
    connection.execute("pragma synchronous = off")
    create(connection)
    connection.execute("begin")
    writer = Writer(connection)
    for number, parsed in enumerate(documents):
        if number == most:
            break
        writer.add(parsed, FileState(parsed.document.path), place=f"{number:010}")
    writer.finish_lean()
    return connection


def measured_quality(texts: Path, utterances: int) -> dict[str, float]:
    """Return precision and recall of pairs in a made corpus."""
    with tempfile.TemporaryDirectory() as folder:
        connection = indexed(Path(folder, "quality.db"), reports(texts, utterances, A_DAY))
        group_all(connection)
        found = {"utterances": utterances} | quality(connection)
        connection.close()
    return found


def ungrouped(texts: Path, size: int, keep: Path) -> Path:
    """Return an index of so many statements in a folder, made now where it isn't there."""
    path = keep / f"{size}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        connection = indexed(part, reports(texts, size // 3, A_DAY_TIMED), size)
        connection.execute("commit")
        connection.close()
        part.rename(path)
    return path


def measured_time(index: Path) -> float:
    """Return the CPU seconds of grouping the statements of a copy of an index."""
    with tempfile.TemporaryDirectory(dir=index.parent) as folder:
        connection = connect(shutil.copyfile(index, Path(folder, "speed.db")), isolation_level=None)
        connection.executescript("pragma journal_mode = off; pragma synchronous = off; begin")
        start = time.process_time()
        group_all(connection)
        taken = time.process_time() - start
        connection.close()
    return taken


def trials(texts: Path, most: int, keep: Path) -> list[tuple[int, list[float]]]:
    """Return the CPU seconds of each trial by size, the sizes in turn.

    So what else the machine does meanwhile bears on all of them alike. The largest is tried once, amid the others.
    """
    taken: dict[int, list[float]] = {size: [] for size in SIZES if size <= most}
    indexes = {size: ungrouped(texts, size, keep) for size in taken}
    for trial in range(TRIALS):
        for size, index in indexes.items():
            if size < SIZES[-1] or trial == TRIALS // 2:
                taken[size].append(measured_time(index))
                print(size, round(taken[size][-1], 2), flush=True)
    return [*taken.items()]


def quality(connection: Connection) -> dict[str, float]:
    """Return precision and recall of pairs, and how many there are."""
    groups: dict[str, Counter[str]] = {}
    held: Counter[str] = Counter()
    for id_, utterance in connection.execute("select id, ifnull(utterance, id) from statement"):
        groups.setdefault(utterance, Counter())[id_[:-1]] += 1
        held[id_[:-1]] += 1
    right = sum(_pairs(count) for group in groups.values() for count in group.values())
    found = sum(_pairs(sum(group.values())) for group in groups.values())
    wanted = sum(map(_pairs, held.values()))
    return {"pairs": wanted, "precision": round(right / found, 4), "recall": round(right / wanted, 4)}


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How well, and how fast, versions of one utterance are grouped.")
    parser.add_argument("folder", type=Path, help="texts to make sentences like")
    parser.add_argument("--utterances", type=int, default=UTTERANCES, help="0: leave precision and recall out")
    parser.add_argument(
        "--most", type=int, default=SIZES[-1], help="statements of the largest corpus that is timed; 0: none"
    )
    parser.add_argument("--keep", type=Path, help="a folder for the indexes that are timed; else a temporary one")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {RESULTS.name}")
    options = parser.parse_args()
    found: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"seconds": {}}
    found["measured_on"] = measured_on()
    if options.utterances:
        found |= measured_quality(options.folder, options.utterances)
        print(json.dumps(found), flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        timed = trials(options.folder, options.most, keep)
    found["seconds"] |= {str(size): round(median(taken), 2) for size, taken in timed}
    print(json.dumps(found["seconds"]), flush=True)
    if options.write:
        RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
