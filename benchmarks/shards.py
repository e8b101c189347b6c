"""Measure what several indexes cost against one, and an index of records against one of articles.

    python benchmarks/shards.py [--statements 1000000] [--shards 4] [--said 100000] [--write] [PART ...]

PARTs: ``shards`` (several indexes beside one), ``records`` (an index of records beside one of articles).

Made-up statements (``synthetic.py``) become records, of which one index is made, and several of a part each. Shown are
CPU seconds of whole commands and their ratios, the cost of the first question, which joins the indexes, and the most
memory that takes. Articles are the texts of other made-up statements (``--said``), which extraction reads as it does
any text; with few of them, starting the command is much of what an index of records costs. Their records are those that
``export`` writes, a copy of these, and the folder that Spark writes, where there is Spark.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.commands import PROGRAM, conclude, cost, write_articles
from benchmarks.machine import measured_on
from benchmarks.processes import spent
from benchmarks.synthetic import Corpus

TOP = Path(__file__).resolve().parent.parent
RESULTS = TOP / "benchmarks" / "results" / "shards.json"
JOB = [sys.executable, "-m", "statements_cli.spark"]
QUESTIONS = {
    "search": ("search", "peace negotiations", "-q", "--json"),
    "filter": ("list", "--since", "2019-03", "--until", "2019-06", "-n", "100", "-q", "--json"),
    "count": ("count", "--by", "year", "-q", "--json"),
}
ROUNDS = 3  # the least of so many counts
PARTS = ("shards", "records")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What several indexes cost against one.")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--said", type=int, default=100_000)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(PARTS)}; all")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ["STATEMENTS_CACHE_DIR"] = str(Path(folder, "cache"))
        figures: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if options.parts and RESULTS.exists() else {}
        parts = options.parts or PARTS
        if "shards" in parts:
            figures |= {"measured": measured_on(), **of_shards(Path(folder), options.statements, options.shards)}
        if "records" in parts:
            figures["records"] = {"measured": measured_on(), **of_records(Path(folder), options.said)}
    conclude(figures, RESULTS, write=options.write)
    return 0


def of_shards(folder: Path, count: int, shards: int) -> dict[str, Any]:
    """Return the CPU seconds of questions to one index and to several of the same statements."""
    files = [(folder / f"{shard}.jsonl").open("w", encoding="utf-8") for shard in range(shards)]
    for number, parsed in enumerate(Corpus(TOP / "seeds").documents(count)):
        for statement in parsed.statements:
            files[number % shards].write(json.dumps(statement.to_dict()) + "\n")
    for file in files:
        file.close()
    paths = [str(folder / f"{shard}.jsonl") for shard in range(shards)]
    one, several = str(folder / "one.db"), [str(folder / f"shard{shard}.db") for shard in range(shards)]
    made = ran("index", "--from", *paths, "-o", one)[0]
    for path, shard in zip(paths, several, strict=True):
        ran("index", "--from", path, "-o", shard)
    first, memory = ran(*QUESTIONS["search"], *several)
    figures: dict[str, Any] = {"statements": count, "made of records": made}
    figures |= {"first question": first, "memory of it in MB": memory}
    for name, question in QUESTIONS.items():
        alone = min(ran(*question, one)[0] for _ in range(ROUNDS))
        joined = min(ran(*question, *several)[0] for _ in range(ROUNDS))
        figures[name] = {"one": alone, "several": joined, "ratio": round(joined / alone, 2)}
    return figures


def of_records(folder: Path, count: int) -> dict[str, Any]:
    """Return the CPU seconds of an index of articles, and of those of their records, the middle of several.

    A copy of the records is as another program writes it: without the mark that all is settled.
    """
    from pyarrow import parquet

    articles = folder / "articles"
    made = Corpus(TOP / "seeds", seed=8).documents(count)
    write_articles(articles, (parsed.document.text for parsed in made))
    of_articles = ran("index", str(articles), "-o", str(folder / "articles.db"))[0]
    records = folder / "records.parquet"
    exported = ("--act", "any", "--min-confidence", "0", "-o", str(records))
    ran("export", str(folder / "articles.db"), *exported)
    copy = folder / "copy.parquet"
    parquet.write_table(parquet.read_table(records), copy)
    figures: dict[str, Any] = {"statements said": count, "of articles": of_articles}
    sources = {"records": records, "a copy": copy}
    if (parts := by_spark(articles, folder / "spark")) is not None:
        sources["Spark's folder"] = parts
    for name, source in sources.items():
        index = folder / f"{source.stem}.db"
        took = []
        for _ in range(ROUNDS):
            index.unlink(missing_ok=True)
            took.append(ran("index", "--from", str(source), "-o", str(index)))
        seconds, memory = sorted(took)[ROUNDS // 2]
        figures[f"of {name}"] = {
            "seconds": seconds,
            "times as fast": round(of_articles / seconds, 1),
            "memory in MB": memory,
            "rows that differ": differing(index, folder / "articles.db"),
        }
    return figures


def by_spark(articles: Path, records: Path) -> Path | None:
    """Return a folder of the articles' records that Spark has written; None where there is no Spark."""
    from statements_cli.spark.submitted import SparkUsageError, require_spark

    try:
        require_spark()
    except SparkUsageError as error:
        print(error, file=sys.stderr)
        return None
    few_tasks = {"PYSPARK_SUBMIT_ARGS": "--conf spark.sql.shuffle.partitions=8 pyspark-shell"}
    spent([*JOB, "--master", "local[2]", str(articles), "-o", str(records)], variables=few_tasks)
    return records


def differing(one: Path, other: Path) -> int:
    """Return how many records of an index are others than those of another one."""
    with closing(connect(one)) as first, closing(connect(other)) as second:
        rows = [held.execute("select * from statements order by path, id") for held in (first, second)]
        return sum(mine != others for mine, others in zip_longest(*rows))


def ran(*arguments: str) -> tuple[float, float]:
    """Run a command; return its CPU seconds, and the most memory it took, in megabytes."""
    spent = cost([*PROGRAM, *arguments])
    return round(spent.seconds, 2), round(spent.memory)


if __name__ == "__main__":
    sys.exit(main())
