"""Measure accuracy on a folder of annotated corpora, into ``results/accuracy.json``.

    python benchmarks/accuracy.py [--shared ../shared] [--floors benchmarks/floors.toml] [--model NAME] [--write]

The scorers run the installed command as a user would and are no part of this project. With ``--floors``
each figure is held against the least it may be, and one below it ends the run with 1. ``--model accurate`` takes the
extra, and its figures go into ``results/accuracy_accurate.json``.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.machine import measured_on

TOP = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).resolve().parent / "results"
SCORERS = {
    "seeds": ("seeds.py", str(TOP / "seeds")),
    "news": ("news.py", "gold/news"),
    "newer": ("news.py", "gold/newer"),
    "blind": ("news.py", "gold/blind"),
    "polnear": ("evaluate.py", "polnear/dev"),
}
WIDE = 0.05
"""The confidence best for PolNeAR's attributions, which are wider than statements of news: the doubtful among them."""


def main() -> int:
    """Run the scorers that are there, print what they print, and write or check the figures."""
    parser = argparse.ArgumentParser(description="Accuracy on annotated corpora.")
    parser.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    parser.add_argument("--floors", type=Path, help="a TOML file with the least that each figure may be")
    parser.add_argument("--write", action="store_true", help="write the figures into benchmarks/results")
    parser.add_argument("--model", choices=("fast", "accurate"), default="fast")
    options = parser.parse_args()
    refuse_what_does_not_run(options.model)
    figures: dict[str, Any] = {}
    for name, (scorer, corpus) in SCORERS.items():
        script, folder = options.shared / "eval" / scorer, options.shared / corpus
        if script.exists() and folder.exists():
            printed = run(script, folder, options.model)
            print(f"--- {name}\n{printed}", flush=True)
            figures[name] = read_speed(printed) if name == "polnear" else read_counts(printed)
    if not figures:
        print(f"no annotated corpora in {options.shared}", file=sys.stderr)
        return 2
    if options.write:
        name = "accuracy" if options.model == "fast" else f"accuracy_{options.model}"
        written = json.dumps({"measured": measured_on(), **figures}, indent=1)
        (RESULTS / f"{name}.json").write_text(written + "\n", "utf-8")
    return check(figures, tomllib.loads(options.floors.read_text("utf-8"))) if options.floors else 0


def refuse_what_does_not_run(model: str) -> None:
    """Raise SystemExit where the command fails with a model: the scorers would take its silence for no statements."""
    command = Path(sys.executable).with_name("statements")
    tried = subprocess.run(
        [command, "extract", "--model", model, str(TOP / "seeds")], capture_output=True, text=True, check=False
    )
    if tried.returncode:
        raise SystemExit(tried.stderr.strip())


def run(script: Path, folder: Path, model: str = "fast") -> str:
    """What a scorer prints of the command beside this Python; it ends with 1 where anything is missed."""
    command = Path(sys.executable).with_name("statements")
    is_wide = script.name == "evaluate.py"
    scoring = ["--min-confidence", str(WIDE)] if is_wide else []
    everything = ["--min-confidence", "0"] if is_wide else []
    ended = subprocess.run(
        [sys.executable, "-B", script, folder, *scoring, "--", command, "extract", "--model", model, *everything],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if ended.returncode not in (0, 1) or not ended.stdout:
        raise SystemExit(f"{script.name} ended with {ended.returncode}: {ended.stderr}")
    return ended.stdout


def read_counts(printed: str) -> dict[str, Any]:
    """Rows such as ``speaker   73 of 82   89.0%`` as shares, and ``attributed F1   0.780`` as it is."""
    figures: dict[str, Any] = {}
    for line in printed.splitlines():
        if counted := re.match(r"(.+?) +(\d+) of +(\d+) ", line):
            right, total = int(counted[2]), int(counted[3])
            figures[counted[1]] = {"right": right, "of": total, "share": round(right / total, 4)}
        elif single := re.match(r"(.+?) {2,}(0?\.\d+|1\.0+)$", line):
            figures[single[1]] = {"share": float(single[2])}
    return figures


def read_speed(printed: str) -> dict[str, Any]:
    """Rows such as ``statement   precision 0.788  recall 0.660  f1 0.718``, and the speed and memory rows."""
    figures: dict[str, Any] = {}
    for line in printed.splitlines():
        label, _, values = line.partition("  ")
        pairs = re.findall(r"(precision|recall|f1|direct|mixed|indirect) (\d+(?:\.\d+)?)", values)
        if pairs:
            figures[label] = {key: float(value) for key, value in pairs}
        elif label == "speed":
            numbers = [float(number) for number in re.findall(r"\d+\.\d+", values)]
            names = ("MB/s by the clock", "MB a CPU second", "MB a CPU second after loading", "start-up s")
            figures[label] = dict(zip(names, numbers, strict=True))
        elif label == "peak memory":
            figures[label] = {"MiB": float(values.split()[0])}
    return figures


def check(figures: dict[str, Any], floors: dict[str, Any]) -> int:
    """Print each figure that is below its floor; 1 if any is."""
    low = 0
    for corpus, least in floors.items():
        for path, floor in least.items():
            value = figures.get(corpus, {})
            for key in path.split("/"):
                value = value.get(key) if isinstance(value, dict) else None
            value = value.get("share") if isinstance(value, dict) else value
            if corpus in figures and (value is None or value < floor):
                print(f"{corpus}, {path}: {value}, which is below {floor}")
                low = 1
    if not low:
        print("all figures at or above their floors")
    return low


if __name__ == "__main__":
    sys.exit(main())
