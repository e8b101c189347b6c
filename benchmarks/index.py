"""Measure what it costs to keep an index of made-up articles up to date.

    python benchmarks/index.py [--files 100000] [--write]

Each file is an article of ten statements by some of 20,000 speakers, whom a stand-in for extraction reads off its
lines: measured is the index, not extraction, whose stand-in's time is taken off that of making it. Shown are CPU
seconds, also as ratios to a walk over the files (of the settling of names by itself, too, which is part of what a
changed file costs), and the index's size and the time to make it beside those of a plain FTS5 table with the columns
of a record.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.commands import conclude
from benchmarks.machine import measured_on
from benchmarks.names import Mention, made_up
from statements_cli.documents import read
from statements_cli.documents.walking import walk
from statements_cli.model import (
    RECORD_KEYS,
    Article,
    Block,
    Clue,
    Document,
    Evidence,
    SpeakerEvidence,
    Statement,
    StatementSpans,
)
from statements_cli.pipeline import Attempt, Parsed
from statements_cli.pipeline.statement_making import statement_id
from statements_cli.store.index.build import IndexInputs, update_index
from statements_cli.store.resolution.canonical_names import settle

RESULTS = Path(__file__).resolve().parent / "results" / "index.json"
PER_FILE = 10
NOTHING: dict[str, Any] = dict.fromkeys(RECORD_KEYS) | {"non_answer": False}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What it costs to keep an index up to date.")
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    gc.set_threshold(200_000, 20, 20)  # as the command collects
    with TemporaryDirectory() as folder:
        figures = {"measured": measured_on()} | measured(Path(folder), options.files)
    conclude(figures, RESULTS, write=options.write)
    return 0


def measured(folder: Path, files: int) -> dict[str, Any]:
    """The figures for so many files."""
    news, path = folder / "news", folder / "news.db"
    write_files(news, files)
    walking = seconds(lambda: sum(1 for _ in walk(str(news), print)))
    reading = seconds(lambda: sum(1 for _ in read([str(news)], report=print)))
    standing_in = seconds(lambda: sum(1 for _ in read_off(read([str(news)], report=print)))) - reading
    making = seconds(lambda: update(news, path))
    nothing = seconds(lambda: update(news, path))
    changed = news / "000" / "000000.txt"
    changed.write_text(changed.read_text("utf-8") + "2025-01-01 ~ Mao Ning ~ CN ~ minister ~ One word more\n", "utf-8")
    one = seconds(lambda: update(news, path))
    settling, again = settled(path, 1), settled(path, files * PER_FILE)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    statements = files * PER_FILE + 1
    plain = folder / "plain.db"
    inserting = seconds(lambda: write_plain(path, plain))
    return {
        "files": files,
        "statements": statements,
        "walk s": round(walking, 2),
        "make s": round(making - standing_in, 1),
        "plain table s": round(inserting, 1),
        "made in times of a plain table": round((making - standing_in) / inserting, 2),
        "nothing changed, in walks": round(nothing / walking, 1),
        "one file changed, in walks": round(one / walking, 1),
        "its names settled, in walks": round(settling / walking, 3),
        "all names settled, in walks": round(again / walking, 1),
        "peak MiB": memory,
        "bytes a statement": round(path.stat().st_size / statements),
        "of a plain table": round(path.stat().st_size / plain.stat().st_size, 2),
    }


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds that a piece of work takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def settled(path: Path, changed: int) -> float:
    """The CPU seconds that it takes to settle who is meant by so many mentions, told once more; the index stays."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("begin")
    touched = [number for (number,) in connection.execute("select number from mention limit ?", (changed,))]
    connection.executemany("update mention set statements = statements + 1 where number = ?", zip(touched))
    spent = seconds(lambda: settle(connection, None, touched))
    connection.close()
    return spent


def write_files(news: Path, files: int) -> None:
    """Write the articles, the same for the same number."""
    chance = random.Random(7)
    words = [path.read_text("utf-8").split() for path in sorted((RESULTS.parents[2] / "seeds").glob("*.txt"))]
    told = [word for text in words for word in text]
    speakers = made_up(files * PER_FILE // 10, 20_000)
    for number in range(files):
        path = news / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        day = f"20{15 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        path.write_text("".join(line(day, chance.choice(speakers), told, chance) for _ in range(PER_FILE)), "utf-8")


def line(day: str, speaker: Mention, told: list[str], chance: random.Random) -> str:
    """A statement as the stand-in reads it."""
    start = chance.randrange(len(told) - 20)
    words = " ".join([*told[start : start + chance.randint(6, 18)], chance.choice(told), chance.choice(told)])
    return f"{day} ~ {speaker.name} ~ {speaker.country or ''} ~ {speaker.role or ''} ~ {words}\n"


def update(news: Path, path: Path) -> None:
    """Make the index or bring it up to date."""
    update_index(str(path), IndexInputs([str(news)]), read_off, print, lambda _: None, "stand-in")


def read_off(documents: Iterable[Document]) -> Iterable[Attempt]:
    """The stand-in for extraction."""
    for document in documents:
        day = document.text[:10]
        number = document.digest[:12]
        article = Article(
            number, document.path, (0, len(document.text)), (Block((0, len(document.text)), "paragraph"),),
            headline=f"Article {number}", outlet=f"Outlet {int(number, 16) % 30}", published=day,
            published_basis="metadata", language="en", evidence=(Clue("place in page", ("published", "head")),),
        )  # fmt: skip
        statements, at = [], 0
        for told in document.text.split("\n")[:-1]:
            statements.append(statement_of(told.rstrip().split(" ~ "), at, document, article))
            at += len(told) + 1
        yield Attempt(Parsed(document, (article,), tuple(statements)))


def statement_of(told: list[str], at: int, document: Document, article: Article) -> Statement:
    """The statement that a line tells of."""
    day, speaker, country, role, text = told
    end = at + sum(map(len, told)) + 12
    content, source = ((end - len(text), end),), ((at + 13, at + 13 + len(speaker)),)
    own = {
        "id": statement_id(document.digest, content), "date": day, "date_basis": "article", "speaker": speaker,
        "type": "person", "role": role or None, "country": country or None, "kind": "direct", "act": "speech",
        "text": text, "quotes": (text,), "cue": "said", "source": speaker, "via": (), "headline": article.headline,
        "outlet": article.outlet, "published": day, "published_basis": "metadata", "article": article.id,
        "path": document.path, "spans": StatementSpans(content, (), source), "confidence": 0.9, "language": "en",
        "evidence": Evidence(
            (Clue("cue probability", ("0.90",)),), speaker=SpeakerEvidence((Clue("named as", (speaker,)),))
        ),
    }  # fmt: skip
    return Statement(**NOTHING | own)


def write_plain(path: Path, plain: Path) -> None:
    """Put the records of an index into a full-text table, each key a column, and nothing else."""
    source, target = sqlite3.connect(path), sqlite3.connect(plain, isolation_level=None)
    target.execute(f"create virtual table statements using fts5({', '.join(RECORD_KEYS)})")
    target.execute("begin")
    target.executemany(
        f"insert into statements values ({', '.join('?' * len(RECORD_KEYS))})",
        source.execute("select * from statements"),
    )
    target.execute("commit")
    target.close()
    source.close()


if __name__ == "__main__":
    sys.exit(main())
