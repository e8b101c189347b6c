"""Fill README.md and docs/*.md with what commands print and what was measured.

    python docs/make.py [--check]

In a ``console`` block each line after ``$`` is run and what it prints stands below it; between
``<!-- table: NAME -->`` and ``<!-- end -->`` stands a table made of ``benchmarks/results``. With
``--check`` nothing is written, and pages that are not current end the run with 1.
"""

from __future__ import annotations

import itertools
import json
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.cost import ARCHIVES, reckoned

TOP = Path(__file__).resolve().parent.parent
RESULTS = TOP / "benchmarks" / "results"
MODELS = {"statements": "", "statements --model accurate": "_accurate"}  # and the ends of their results' names
WIDTH = 96
_BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")
_TABLE = re.compile(r"(?ms)^<!-- table: ([a-z-]+) -->\n.*?^<!-- end -->$")


class Example(NamedTuple):
    """A command line of a page, and what stands below it."""

    page: Path
    command: str
    output: str

    @property
    def runnable(self) -> bool:
        """Whether the programs that its pipes lead through are installed."""
        words = ["|", *shlex.shlex(self.command, posix=True, punctuation_chars="|")]
        programs = {word for before, word in itertools.pairwise(words) if before == "|"}
        return all(map(shutil.which, programs - {"statements"}))


def pages() -> list[Path]:
    """The pages with examples and tables, in order."""
    made = {TOP / "docs" / "reference.md"}
    return [TOP / "README.md", *sorted(set((TOP / "docs").glob("*.md")) - made)]


def examples(page: Path) -> Iterator[Example]:
    """The examples of a page."""
    for block in _BLOCK.finditer(page.read_text("utf-8")):
        for part in re.split(r"(?m)^\$ ", block[1])[1:]:
            command, _, output = part.partition("\n")
            yield Example(page, command, output)


def run(command: str) -> tuple[int, str]:
    """Run a command line at the top of the project, on a terminal without colours; its status and text.

    Nothing but the project's own seeds is read: no settings, no environment.
    """
    variables = {name: value for name, value in os.environ.items() if not name.startswith("STATEMENTS")}
    variables |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "XDG_CONFIG_HOME": os.devnull,
        "COLUMNS": str(WIDTH),
        "TERM": "xterm",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        ["/bin/sh", "-c", command], cwd=TOP, env=variables, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    printed = b""
    try:
        while more := os.read(ours, 65536):
            printed += more
    except OSError:  # Linux reports the other end's closing so
        pass
    os.close(ours)
    # a line that shows progress is wiped, as it is on a terminal
    lines = [line.rpartition("\r")[2] for line in printed.decode("utf-8").replace("\r\n", "\n").split("\n")]
    if lines[-1] == "":
        del lines[-1]
    return running.wait(), "".join(f"{line.rstrip()}\n" for line in lines)


def made(page: Path) -> str:
    """The page as it should read now."""
    text = _BLOCK.sub(lambda block: f"```console\n{_rerun(page, block[1])}```", page.read_text("utf-8"))
    return _TABLE.sub(lambda found: f"<!-- table: {found[1]} -->\n{TABLES[found[1]]()}\n<!-- end -->", text)


def _rerun(page: Path, block: str) -> str:
    parts = re.split(r"(?m)^\$ ", block)
    written = [parts[0]]
    for part in parts[1:]:
        command, _, output = part.partition("\n")
        if Example(page, command, output).runnable:
            output = run(command)[1]
        written.append(f"$ {command}\n{output}")
    return "".join(written)


def _results(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text("utf-8"))
    return found


def _rows(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _figure(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def polnear_table() -> str:
    """F1 on the development texts of PolNeAR, beside the peers."""
    peers, measures = _results("peers"), ("content", "statement", "attributed", "exact")
    rows = []
    for name, result in MODELS.items():
        ours = _results(f"accuracy{result}")["polnear"]
        recall = ours["attributed recall by kind"]
        rows.append(
            [
                f"**{name}**",
                *(f"**{_figure(ours[measure]['f1'])}**" for measure in measures),
                " / ".join(_figure(recall[kind]) for kind in ("direct", "mixed", "indirect")),
            ]
        )
    for name, figures in [*peers["polnear_dev"].items(), ("*two people, on other texts*", peers["people"])]:
        parts = " / ".join(_figure(part) for part in figures["recall"])
        rows.append([name, *(_figure(figures[measure]) for measure in measures), parts])
    return _rows(["F1 on PolNeAR dev", *measures, "attributed recall, direct / mixed / indirect"], rows)


def news_table() -> str:
    """What is right on newer articles, beside the peers."""
    accuracy, peers = _results("accuracy"), _results("peers")
    measures = ("found", "speaker", "kind", "not invented")
    kinds = {
        "blind": "**statements**, 20 articles never read",
        "newer": "statements, 42 newer articles used for development",
        "news": "statements, 32 articles used for development",
    }
    rows = []
    for corpus, name in kinds.items():
        ours = accuracy[corpus]
        f1 = _figure(ours["attributed F1"]["share"])
        shares = (f"{ours[measure]['share']:.0%}" for measure in measures)
        rows.append([name, *shares, f"**{f1}**" if corpus == "blind" else f1])
    for name, figures in [*peers["news"].items(), ("*a second reader, two texts*", peers["people_news"])]:
        shares = (f"{figures[measure]:.0%}" for measure in measures)
        rows.append([name, *shares, _figure(figures["attributed F1"])])
    heads = [
        "newer articles",
        "found",
        "right speaker of found",
        "right kind",
        "not invented",
        "attributed F1",
    ]
    return _rows(heads, rows)


def models_table() -> str:
    """What either model finds in texts that neither has learned from, and what it takes."""
    rows = []
    for name, result in MODELS.items():
        accuracy, speed = _results(f"accuracy{result}"), _results(f"speed{result}")
        corpus, blind = accuracy["polnear"], accuracy["blind"]
        rows.append(
            [
                name,
                *(_figure(corpus[measure]["f1"]) for measure in ("content", "statement", "attributed", "exact")),
                *(f"{blind[measure]['share']:.0%}" for measure in ("found", "speaker", "not invented")),
                _figure(blind["attributed F1"]["share"]),
                f"{speed['MB/s']:g}",
                f"{speed['peak MiB']:g} MB",
            ]
        )
    heads = ["", "content", "statement", "attributed", "exact", "found", "right speaker", "not invented",
             "attributed F1", "MB a CPU second", "memory"]  # fmt: skip
    return _rows(heads, rows)


def details_table() -> str:
    """Every figure on the newer articles and the seeds."""
    accuracy = _results("accuracy")
    rows = []
    corpora = ("blind", "newer", "news", "seeds")
    for what in {what: None for corpus in corpora for what in accuracy[corpus]}:
        cells = []
        for corpus in corpora:
            figure = accuracy[corpus].get(what, {})
            share, of = figure.get("share"), figure.get("of")
            cells.append("" if share is None else f"{share:.1%} of {of}" if of else _figure(share))
        rows.append([what, *cells])
    return _rows(["", "20 never read", "42 used for development", "32 used for development", "the five samples"], rows)


def speed_table() -> str:
    """Start-up, throughput and memory, beside the peers."""
    peers = _results("peers")["speed"]
    known = {
        f"**{name}**": {"cold s": round(ours["cold s"], 2), "MB/s": ours["MB/s"], "MB": ours["peak MiB"]}
        for name, result in MODELS.items()
        for ours in (_results(f"speed{result}"),)
    }
    rows = [
        [name, f"{figures['cold s']:g} s", f"{figures['MB/s']:g}", f"{figures['MB']:g} MB"]
        for name, figures in {**known, **peers}.items()
    ]
    return _rows(["speed", "one short article, cold", "MB/s after loading", "memory"], rows)


def startup_table() -> str:
    """What commands cost from a cold start, in bare starts of Python."""
    rows = [[f"`{name}`", f"{ratio:.1f}"] for name, ratio in _results("speed")["start-up"].items()]
    return _rows(["CPU time from a cold start", "times `python -c pass`"], rows)


def linear_table() -> str:
    """What ten times the text costs."""
    rows = [[name, f"{ratio:.1f}"] for name, ratio in _results("speed")["ten times the text"].items()]
    return _rows(["one document of ten times the size", "times the CPU time"], rows)


def plain_table() -> str:
    """How the speed stands to plain regular expressions run beside it."""
    ours = _results("speed")
    rows = [
        ["statements", f"{ours['MB/s']:g}", f"1/{1 / ours['share of plain']:.0f}"],
        ["plain regular expressions", f"{ours['plain MB/s']:g}", "1"],
    ]
    return _rows(["in the same minutes", "MB a CPU second", "ratio"], rows)


def textacy_line() -> str:
    """How the speed stands to a peer run in turn with it."""
    found = _results("textacy")
    rates = f"{found['statements MB/s']:g} MB a CPU second against {found['textacy MB/s']:g} of textacy"
    return (
        f"Over {found['texts']} news texts of {found['megabytes']:g} MB, {rates}, which finds direct quotations"
        f" alone: {found['times']:g} times as fast."
    )


def measured_table() -> str:
    """On what the speeds were measured."""
    found = _results("speed")["measured"]
    origin = _results("peers")["origin"]
    return f"statements {found['statements']}, {found['python']}, {found['machine']}; peers: {origin}."


def publishers_table() -> str:
    """F1 on each publisher's texts, learned from the others'."""
    figures = _results("publishers")["publishers left out"]
    rows = [[name, _figure(one["statement"]), _figure(one["attributed"])] for name, one in figures.items()]
    return _rows(["publisher left out", "statement F1", "attributed F1"], rows)


def calibration_table() -> str:
    """How often findings of a confidence are right, on the development texts."""
    rows = [
        [f"{one['from']:.1f} to {one['from'] + 0.1:.1f}", str(one["findings"]), f"{one['right']:.0%}"]
        for one in _results("calibration")["calibration"]
    ]
    return _rows(["confidence", "findings", "right"], rows)


def pages_table() -> str:
    """What is read of real web pages, beside the libraries it is read with."""
    figures = _results("pages")
    measures = ("headline", "own form", "day", "authors", "body F1", "times trafilatura")
    rows = []
    for name in [name for name in figures if name not in ("measured", "pages")]:
        shares = (figures[name].get(measure) for measure in measures[:4])
        f1, times = (figures[name].get(measure) for measure in measures[4:])
        cells = [
            *("" if share is None else f"{share:.0%}" for share in shares),
            _figure(f1) if f1 else "",
            f"{times:g}",
        ]
        rows.append([f"**{name}**" if name == "statements" else name, *cells])
    heads = [
        f"{figures['pages']} web pages",
        "headline",
        "a form of the page's",
        "day",
        "authors",
        "body F1",
        "CPU time",
    ]
    return _rows(heads, rows)


_QUERIES = {
    "filter": "speaker and dates, first 20",
    "word": "one word",
    "misspelt": "two misspelt words",
    "fragment": "fragment of six words, one wrong",
}


def search_table() -> str:
    """What queries cost in indexes of several sizes, beside others."""
    results = _results("search")
    found = results["sizes"]
    scanner = "ripgrep" if results.get("scanner") == "rg" else "grep"
    rows = []
    for kind, name in _QUERIES.items():
        costs = [one["cost"][kind] for one in found]
        beside = next(cost for cost in reversed(costs) if "grep" in cost)
        others = [f"{beside[other]['cpu']:.1f}" if other in beside else "" for other in ("bm25", "grep")]
        memory = max(cost["statements"]["memory"] for cost in costs)
        rows.append([name, *(f"{cost['statements']['cpu']:.1f}" for cost in costs), *others, f"{memory} MB"])
    most = max(one["statements"] for one in found if "plain_bytes" in one)
    sizes = [f"{one['statements']:,}" for one in found]
    return _rows(["query", *sizes, f"bm25, {most:,}", f"{scanner}, {most:,}", "memory, at most"], rows)


def search_index_table() -> str:
    """How big indexes are, beside a plain FTS5 table of the same columns."""
    rows = []
    for one in _results("search")["sizes"]:
        plain = f"{one['plain_bytes']:.0f}" if "plain_bytes" in one else ""
        rows.append([f"{one['statements']:,}", f"{one['bytes']:.0f}", plain])
    return _rows(["statements", "bytes a statement", "plain FTS5 table"], rows)


def index_table() -> str:
    """What an index of a million statements takes, made and brought up to date."""
    found = _results("index")
    made, size = found["made in times of a plain table"], found["of a plain table"]
    rows = [
        ["made, extraction not counted", f"{made:.2f} times the CPU time of a plain FTS5 table of all its columns"],
        ["its size", f"{found['bytes a statement']} bytes a statement, {size:.0%} of the plain table"],
        ["memory, at most", f"{found['peak MiB']} MiB"],
        ["brought up to date, nothing changed", f"{found['nothing changed, in walks']:.1f} walks over the files"],
        ["brought up to date, one file changed", f"{found['one file changed, in walks']:.1f} walks over the files"],
    ]
    return _rows([f"{found['statements']:,} statements in {found['files']:,} files", ""], rows)


def search_items_table() -> str:
    """How well half-remembered statements are found, by each ranking."""
    found = _results("search")["items"]
    names = {"statements": "statements", "recipe": "the recipe", "bm25": "bm25"}
    rows = [[name, _figure(found[key]["mrr"]), _figure(found[key]["recall"])] for key, name in names.items()]
    head = f"{found['items']:,} queries, {found['among']:,} statements"
    return _rows([head, "mean reciprocal rank", "among the first ten"], rows)


def utterances_table() -> str:
    """How well versions of an utterance are grouped, and how long that takes."""
    figures = _results("utterances")
    seconds = [(int(size), taken) for size, taken in figures["seconds"].items()]
    rows = [
        ["utterances", f"{figures['utterances']:,}"],
        ["pairs of versions", f"{figures['pairs']:,}"],
        ["pairwise precision", _figure(figures["precision"])],
        ["pairwise recall", _figure(figures["recall"])],
        *([f"{size:,} statements", f"{taken:.1f} s, {1e6 * taken / size:.0f} µs each"] for size, taken in seconds),
    ]
    return _rows(["measure", "figure"], rows)


def reliability_table() -> str:
    """What is promised of reliability, how often it was tried of how often it should be, and with what result."""
    rows = []
    for row in _results("reliability")["rows"]:
        of = f" of {row['full']:,}" if row["tried"] < row["full"] else ""
        tried = f"{row['tried']:,}{of} {row['unit']}"
        result = "nothing failed" if not row["failed"] else f"**{row['failed']:,} failed**"
        cells = [row["skipped"] or f"{tried}: {row['note']}", "" if row["skipped"] else result, row["date"]]
        rows.append([f"**{row['name']}**: {row['must']}", row["what"], *(cell.replace("|", "\\|") for cell in cells)])
    return _rows(["promised", "tried with", "how often", "result", "date"], rows).replace(" ---: |", " --- |")


def report_table() -> str:
    """How big reports are, and how long they take to write, to open and to answer a key in a browser."""
    rows = []
    for head, found in _results("report").items():
        if head != "measured":
            size, written = f"{found['bytes'] / 1e6:.1f} MB", f"{found['seconds to write']:.1f} s"
            opened, key = f"{found['opened after, ms'] / 1000:.1f} s", f"{found['key to picture, ms, slowest']} ms"
            rows.append([head, size, written, opened, key])
    return _rows(["report of", "size", "written in", "opens in", "answers the slowest key in"], rows)


def languages_table() -> str:
    """How much is found of annotated articles in other languages, and how much text that is."""
    names = {"fr": "French", "es": "Spanish", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese", "de": "German"}
    rows = []
    for code, found in _results("languages")["annotated"].items():
        total = found.get("statements") or found["found"]["of"]
        shares = [found.get(f"found {kind}", {}).get("share") for kind in ("direct", "mixed", "indirect")]
        kinds = ["" if share is None else f"{share:.0%}" for share in shares]
        speaker = f"{found['speaker']['share']:.0%}" if "speaker" in found else ""
        invented = found["not invented"]["share"] if "not invented" in found else found["precision"]
        day = f"{found['day said']['share']:.0%}" if "day said" in found else ""
        f1 = _figure(found["attributed F1"]["share"])
        cells = [names.get(code, code), str(found["articles"]), str(total), *kinds, speaker, f"{invented:.0%}", day, f1]
        rows.append(cells)
    heads = ["language", "articles", "statements", "direct found", "mixed", "indirect", "right speaker of found",
             "not invented", "day said", "attributed F1"]  # fmt: skip
    return _rows(heads, rows)


def language_speed_table() -> str:
    """How fast other languages are read beside English."""
    found = _results("languages")["speed over English"]
    rows = [[code, f"{ratio:.1f}"] for code, ratio in found.items()]
    return _rows(["language", "characters a CPU second over those of English"], rows)


def archives_table() -> str:
    """What archives of news would cost, reckoned from what an article costs."""
    measured, spark = _results("cost"), _results("spark")["cost"]["CPU beside extract"]
    heads = ["", "articles", "core-hours", "for them", "days on 100 cores", "records", "indexes", "kept, a month"]
    return _rows(heads, [reckoned(archive, measured, spark) for archive in ARCHIVES])


def archive_assumptions() -> str:
    """What an article and a page were measured to cost."""
    measured, spark = _results("cost"), _results("spark")["cost"]["CPU beside extract"]
    length = measured["characters an article"]
    article = f"{1000 * measured['CPU seconds an article']:.0f} ms"
    return (
        f"An article of {length:,} characters takes {article}, on Spark {spark:g} times that,"
        f" and has {measured['statements an article']:g} statements; a web page takes "
        f"{1000 * measured['CPU seconds a page']:.0f} ms more."
    )


TABLES: dict[str, Callable[[], str]] = {
    "archives": archives_table,
    "archive-assumptions": archive_assumptions,
    "languages": languages_table,
    "language-speed": language_speed_table,
    "report": report_table,
    "utterances": utterances_table,
    "reliability": reliability_table,
    "search": search_table,
    "search-index": search_index_table,
    "search-items": search_items_table,
    "index": index_table,
    "pages": pages_table,
    "publishers": publishers_table,
    "calibration": calibration_table,
    "polnear": polnear_table,
    "news": news_table,
    "models": models_table,
    "details": details_table,
    "speed": speed_table,
    "startup": startup_table,
    "linear": linear_table,
    "plain": plain_table,
    "textacy": textacy_line,
    "measured": measured_table,
}


def main() -> int:
    """Make all pages, or check them."""
    old = [page for page in pages() if made(page) != page.read_text("utf-8")]
    for page in old:
        if "--check" in sys.argv[1:]:
            print(f"{page.relative_to(TOP)} is not current: python docs/make.py")
        else:
            page.write_text(made(page), "utf-8")
            print(f"made {page.relative_to(TOP)}")
    return 1 if old and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
