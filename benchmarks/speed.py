"""Measure speed, memory, start-up and growth with length, into ``results/speed.json``.

    python benchmarks/speed.py [--runs 5] [--megabytes 0.25] [--model NAME] [--write]

Machines are shared and noisy: all times are CPU times, medians, speed stands beside that of plain regular expressions
run in turn with it, and the load of the machine before is kept with the figures. Growth is what ten times the text
costs, start-up taken off, for one article repeated, one endless paragraph, one endless sentence, and one endless line
of quotation marks. From 0.25 to 2.5 megabytes of each it ends within minutes; what grows with the square of the length
takes longer to show the smaller its part is, and ``--megabytes 1`` looks for it in 10 megabytes.
``--model accurate`` takes the extra, measures throughput alone, and writes ``results/speed_accurate.json``.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks import startup
from benchmarks.commands import conclude, cost
from benchmarks.machine import measured_on

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
EXTRACT = [sys.executable, "-m", "statements_cli", "extract", "-q"]
PLAIN = [sys.executable, str(HERE / "plain.py")]
MOST = 12  # ten times the text may cost so many times the CPU time
MEGABYTE = 1_000_000
LONGER = {"one endless line of quotation marks": 20}
"""How many times longer a shape is than the others, which is read so much faster that its time would be too short."""


def main() -> int:
    """Measure and print; 1 where time grows faster than the text."""
    parser = argparse.ArgumentParser(description="Speed, memory, start-up and growth with length.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--megabytes", type=float, default=0.25, help="the shorter of the two lengths compared")
    parser.add_argument("--write", action="store_true", help="write the figures into benchmarks/results")
    parser.add_argument("--model", choices=("fast", "accurate"), default="fast")
    options = parser.parse_args()
    startup.install()
    extract = [*EXTRACT, "--model", options.model]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        busy = round(os.getloadavg()[0], 1)  # what else the machine does makes CPU time dearer
        figures: dict[str, Any] = {
            "measured": {**measured_on(), "load": busy},
            **throughput(folder, options.runs, extract),
        }
        if options.model == "fast":
            figures["start-up"] = starts(options.runs)
            figures["ten times the text"] = growth(folder, options.megabytes)
            figures["growth from MB"] = options.megabytes
    results = "speed" if options.model == "fast" else f"speed_{options.model}"
    conclude(figures, RESULTS / f"{results}.json", write=options.write)
    return int(max(figures.get("ten times the text", {"": 0}).values()) > MOST)


def throughput(folder: Path, runs: int, extract: Sequence[str]) -> dict[str, Any]:
    """Megabytes a CPU second after loading, beside plain regular expressions in the same minutes."""
    articles = [path.read_bytes() for path in sorted((startup.PACKAGE / "samples").glob("*.txt"))]
    short = folder / "short.txt"
    short.write_text('"We are ready," the minister said on Monday.\n', "utf-8")
    files = []
    for copy in range(10):  # different documents, so that nothing is remembered from one to the next
        for number, article in enumerate(articles):
            files.append(folder / f"{copy}-{number}.txt")
            files[-1].write_bytes(article + f"\nCopy {copy}.\n".encode())
    size = sum(path.stat().st_size for path in files) / MEGABYTE
    names = [str(path) for path in files]
    # the baseline is so fast that it needs more text for its speed to be more than its start
    plain_names = names * 20
    rates, plain_rates, cold, memory = [], [], [], 0.0
    for _ in range(runs):
        start, whole = cost([*extract, str(short)]), cost([*extract, *names])
        plain_start, plain_whole = cost([*PLAIN, str(short)]), cost([*PLAIN, *plain_names])
        cold.append(cost([*extract, names[1]]).seconds)
        rates.append(size / (whole.seconds - start.seconds))
        plain_rates.append(20 * size / (plain_whole.seconds - plain_start.seconds))
        memory = max(memory, whole.memory)
    rate, plain_rate = statistics.median(rates), statistics.median(plain_rates)
    return {
        "cold s": round(statistics.median(cold), 3),
        "MB/s": round(rate, 3),
        "plain MB/s": round(plain_rate, 2),
        "share of plain": round(rate / plain_rate, 5),
        "peak MiB": round(memory),
    }


def starts(runs: int) -> dict[str, float]:
    """CPU time of commands from a cold start, as a ratio to bare Python's."""
    medians = startup.median_seconds(runs)
    bare = medians.pop("python -c pass")
    return {name: round(seconds / bare, 1) for name, seconds in medians.items()}


def shapes(size: int) -> dict[str, str]:
    """Documents of about ``size`` bytes, by what they are."""
    seed = sorted((startup.PACKAGE / "samples").glob("*.txt"))[1].read_text("utf-8")
    line = " ".join(seed.split()) + " "
    clause = "the minister said on Monday that they hope for peace and the envoy added that they agree to meet "
    marks = "\"“”'‘’«»"
    return {
        "one article, repeated": seed * (size // len(seed.encode()) + 1),
        "one endless paragraph": line * (size // len(line.encode()) + 1),
        "one endless sentence": clause * (size // len(clause) + 1),
        "one endless line of quotation marks": marks * (size // len(marks.encode()) + 1),
    }


def growth(folder: Path, megabytes: float) -> dict[str, float]:
    """What ten times the text costs, for each shape of document."""
    path, ratios = folder / "long.txt", {}

    def seconds_for(name: str, size: float) -> float:
        path.write_text(shapes(int(size))[name], "utf-8")
        return cost([*EXTRACT, str(path)]).seconds

    for name in shapes(0):
        size = megabytes * MEGABYTE * LONGER.get(name, 1)
        # a hundredth loads what reading that shape takes, no more
        start = statistics.median(seconds_for(name, size / 100) for _ in range(5))
        runs = 5 if name in LONGER else 1
        seconds = [
            statistics.median(seconds_for(name, size * factor) for _ in range(runs)) - start for factor in (1, 10)
        ]
        ratios[name] = round(seconds[1] / seconds[0], 1)
        print(f"{name}: {seconds[0]:.2f} s, ten times as much {seconds[1]:.2f} s", file=sys.stderr, flush=True)
    return ratios


if __name__ == "__main__":
    sys.exit(main())
