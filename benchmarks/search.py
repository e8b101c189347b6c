"""Measure what searching an index of made-up statements costs and finds.

    python benchmarks/search.py ../shared/polnear/train/text --sizes 100000 1000000 --keep /tmp/search --write

Each query runs in a cold process, and its CPU time stands as a multiple of that of ``python -c pass`` in the same
run, beside ripgrep (or grep, where there is none) on the same records as JSON Lines and a plain FTS5 table ranked
by bm25, up to a million statements. Known items (``known_items.py``) are looked for in the index of 100,000
by the command's own ranking, by the prototype's recipe and by bm25. ``--keep`` names a folder in which indexes
made before are used again. With ``--write`` the figures go to ``results/search.json`` and the chart to
``docs/search-cost.svg``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.chart import chart
from benchmarks.known_items import Item, corrupted, measured
from benchmarks.machine import measured_on
from benchmarks.recipe import Recipe
from benchmarks.synthetic import Corpus
from statements_cli.model import RECORD_KEYS
from statements_cli.query.asking import of_text
from statements_cli.query.filters import Filter
from statements_cli.query.fulltext.query_words import word_pattern
from statements_cli.store import Store
from statements_cli.store.tables.file_rows import FileState
from statements_cli.store.tables.index_creation import create
from statements_cli.store.writer import Writer

TOP = Path(__file__).resolve().parent.parent
RESULTS = TOP / "benchmarks" / "results" / "search.json"
CHART = TOP / "docs" / "search-cost.svg"
COMPARED = 1_000_000  # statements up to which others are measured beside
ITEMS_IN = 100_000  # statements among which known items are looked for, or all where they are fewer
SEEDS = 5
_ALL = Filter(acts=("any",))
_PLAIN = (
    "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); "
    "print(*c.execute('select id,speaker,date,text from plain where plain match ? order by rank limit 20',"
    "(sys.argv[2],)),sep=chr(10))"
)

_LAUNCH = (
    "import os,subprocess,sys,tempfile; running=subprocess.Popen(sys.argv[1:],stdout=tempfile.TemporaryFile()); "
    "_,status,used=os.wait4(running.pid,0); "
    "print(os.waitstatus_to_exitcode(status),used.ru_utime+used.ru_stime,used.ru_maxrss)"
)


def main() -> None:
    """Make the indexes that are not there, measure, print, and write what is asked for."""
    parser = argparse.ArgumentParser(description="What searching costs and finds.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--items", type=int, default=2_000, help="known items to look for; 0 for none")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(exist_ok=True)
        figures: dict[str, Any] = {"measured": measured_on(), "scanner": grep()[0], "sizes": []}
        corpus = Corpus(options.folder)
        for size in options.sizes:
            figures["sizes"].append(measured_size(corpus, size, keep, options.runs))
            print(json.dumps(figures["sizes"][-1], indent=1), flush=True)
        if options.items and (small := [size for size in options.sizes if size <= ITEMS_IN]):
            figures["items"] = found_items(keep, max(small), options.items)
            print(json.dumps(figures["items"], indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
        CHART.write_text(chart(figures["sizes"]), "utf-8")


def measured_size(corpus: Corpus, size: int, keep: Path, runs: int) -> dict[str, Any]:
    """Make what isn't there for a size, and measure the queries on it."""
    index, plain, records = keep / f"index-{size}.db", keep / f"plain-{size}.db", keep / f"records-{size}.jsonl"
    note = keep / f"built-{size}.json"
    built: dict[str, float] = json.loads(note.read_text("utf-8")) if note.exists() else {}
    if not index.exists():
        built["build"] = build(corpus, size, index)
    if size <= COMPARED and not plain.exists():
        built["plain_build"] = build_plain(index, plain, records)
    note.write_text(json.dumps(built), "utf-8")
    figures: dict[str, Any] = {"statements": size, **built, "bytes": round(index.stat().st_size / size, 1)}
    if size <= COMPARED:
        figures["plain_bytes"] = round(plain.stat().st_size / size, 1)
    command = [sys.executable, "-m", "statements_cli"]
    questions = queries(index)
    figures["cost"] = {}
    for name, (arguments, words) in questions.items():
        commands = {"python": [sys.executable, "-c", "pass"], "statements": [*command, *arguments, "-c", str(index)]}
        if size <= COMPARED:
            if words:
                matched = " OR ".join(f'"{word}"' for word in words)
                commands["bm25"] = [sys.executable, "-c", _PLAIN, str(plain), matched]
            commands["grep"] = [*grep(), "-e", words[0] if words else arguments[2], str(records)]
        figures["cost"][name] = compared(commands, runs)
    return figures


def build(corpus: Corpus, size: int, path: Path) -> float:
    """Write an index; return the CPU time in seconds that writing it took, making up the statements left out."""
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part, isolation_level=None)
    connection.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-100000")
    create(connection, indexes=False)
    connection.execute("begin")
    writer = Writer(connection)
    spent = 0.0
    for number, parsed in enumerate(corpus.documents(size)):
        began = process_time()
        document = parsed.document
        writer.add(parsed, FileState(document.path, len(document.text), number, document.digest))
        spent += process_time() - began
    began = process_time()
    writer.finish()
    connection.execute("commit")
    connection.close()
    part.rename(path)
    return round(spent + process_time() - began, 1)


def build_plain(index: Path, path: Path, records: Path) -> float:
    """Write the records of an index as a plain FTS5 table and as JSON Lines; return the table's CPU time in seconds."""
    source = sqlite3.connect(index)
    keys = ", ".join(RECORD_KEYS)
    with records.open("w", encoding="utf-8") as file:
        for row in source.execute(f"select {keys} from statements"):
            file.write(json.dumps(dict(zip(RECORD_KEYS, row, strict=True)), ensure_ascii=False) + "\n")
    source.close()
    began = process_time()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-100000")
    columns = ", ".join(key if key == "text" else f"{key} unindexed" for key in RECORD_KEYS)
    connection.execute(f"create virtual table plain using fts5({columns})")
    connection.execute("attach ? as source", (str(index),))
    connection.execute(f"insert into plain ({keys}) select {keys} from source.statements")
    connection.close()
    return round(process_time() - began, 1)


def queries(index: Path) -> dict[str, tuple[list[str], list[str]]]:
    """The queries measured: arguments of the command, and the words that others look for."""
    connection = sqlite3.connect(index)
    (speaker,) = connection.execute("select name from speaker where number = 1").fetchone()
    text = next(
        text
        for (text,) in connection.execute("select text from statement where number >= 1000")
        if len(word_pattern().findall(text)) > 20
    )
    words = word_pattern().findall(text.lower())[6:12]
    words[3] = "perhaps"
    period = ["--since", "2018-01-01", "--until", "2020-12-31"]
    return {
        "filter": (["list", "--speaker", speaker, *period, "-n", "20", "--json", "-q"], []),
        "word": (["search", "dialogue", "--json", "-q"], ["dialogue"]),
        "misspelt": (["search", "dialoge negociation", "--json", "-q"], ["dialoge", "negociation"]),
        "fragment": (["search", " ".join(words), "--json", "-q"], words),
    }


def grep() -> list[str]:
    """Ripgrep, or grep where it isn't installed."""
    return ["rg", "-F"] if shutil.which("rg") else ["grep", "-F"]


def compared(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Any]:
    """The CPU times of commands run in turn as multiples of the first one's, and their memory in megabytes."""
    spent: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, float] = {}
    for _ in range(runs):
        for name, command in commands.items():
            seconds, megabytes = once(command)
            spent[name].append(seconds)
            memory[name] = max(megabytes, memory.get(name, 0.0))
    bare = statistics.median(spent["python"])
    return {
        name: {"cpu": round(statistics.median(times) / bare, 2), "memory": round(memory[name])}
        for name, times in spent.items()
        if name != "python"
    }


def once(command: Sequence[str]) -> tuple[float, float]:
    """Run a command; its CPU time in seconds and the most memory it held, in megabytes."""
    # by way of a small process: memory is counted from what the one who starts it holds
    environment = {**os.environ, "PYTHONPATH": str(TOP / "src")}
    told = subprocess.run(
        [sys.executable, "-c", _LAUNCH, *command], stdout=subprocess.PIPE, env=environment, check=True
    )
    status, seconds, kilobytes = told.stdout.split()
    if int(status) not in (0, 1):
        raise SystemExit(f"{command} ended with {int(status)}")
    return float(seconds), int(kilobytes) / 1024


def found_items(keep: Path, size: int, count: int) -> dict[str, Any]:
    """How well known items are found, over several seeds, by each way of ranking."""
    index = keep / f"index-{size}.db"
    connection = sqlite3.connect(index)
    rows, frequencies = sampled(connection, size)
    items: list[Item] = []
    for seed in range(SEEDS):
        items += corrupted(
            rows, frequencies, lambda words, near: alone(connection, words, near), count // SEEDS // 5, seed
        )
    numbers = dict(connection.execute("select id, number from statement"))
    store = Store.open(str(index))
    plain = sqlite3.connect(keep / f"plain-{size}.db")
    finders: dict[str, Callable[[str], list[int]]] = {
        "statements": lambda query: [numbers[hit.statement.id] for hit in store.search(of_text(query), _ALL)],
        "recipe": Recipe(connection).find,
        "bm25": lambda query: bm25(plain, query),
    }
    figures: dict[str, Any] = {"among": size, "items": len(items)}
    for name, find in finders.items():
        found = measured(items, find)
        figures[name] = {"mrr": round(found.mrr, 4), "recall": round(found.recall, 4)}
    return figures


def sampled(connection: sqlite3.Connection, size: int) -> tuple[list[tuple[int, str]], Counter[str]]:
    """Some of the statements, numbered, and in how many each word is."""
    chosen = Random(1).sample(range(1, size + 1), min(size, 5_000))
    rows = [
        connection.execute("select number, text from statement where number = ?", (number,)).fetchone()
        for number in chosen
    ]
    return rows, Counter(dict(connection.execute("select word, count from word")))


def alone(connection: sqlite3.Connection, words: Sequence[str], near: bool) -> bool:
    """Whether only one statement has these words."""
    expression = f'"{" ".join(words)}"' if near else " AND ".join(f'"{word}"' for word in words)
    found = connection.execute("select rowid from statement_words where statement_words match ? limit 2", (expression,))
    return len(found.fetchall()) == 1


def bm25(plain: sqlite3.Connection, query: str) -> list[int]:
    """The numbers of the twenty best by FTS5's own rank."""
    expression = " OR ".join(f'"{word}"' for word in word_pattern().findall(query))
    found = plain.execute("select rowid from plain where plain match ? order by rank limit 20", (expression,))
    return [number for (number,) in found]


if __name__ == "__main__":
    main()
