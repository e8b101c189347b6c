"""Measure what share of the CPU time each step of reading takes.

    python benchmarks/steps.py [PATH...]

Without paths the sample articles are read. The first reading only warms up (lists are loaded and patterns compiled
once); of ``--runs`` readings of fresh copies the median counts. Times are CPU times.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "statements_cli" / "samples"
STEPS = {
    "splitting into articles": ("articles", "split"),
    "day published, where the article gives none": ("dates.from_own_text", "infer_published"),
    "statements found": ("attribution.finder", "find_attributions"),
    "sentences around them": ("provenance.frame", "Framer.frames"),
    "who relays, to whom, where": ("provenance.chain", "chain"),
    "who: names and sentences read": ("speakers.coreference.resolve", "MentionScan"),
    "who: persons named": ("speakers.coreference.resolve", "Cast"),
    "who: bodies named": ("speakers.coreference.resolve", "Bodies"),
    "who: he and she": ("speakers.coreference.resolve", "Pronouns"),
    "who: what each source means": ("speakers.coreference.resolve", "resolve"),
    "when": ("dates.said", "said_on"),
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Share of each step in reading documents.")
    parser.add_argument("paths", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    for name, share in shares(options.paths, options.runs).items():
        print(f"{share:6.1%}  {name}")
    return 0


def shares(paths: Sequence[str], runs: int) -> dict[str, float]:
    """The median share of each step, and of what is left, in CPU time."""
    from statements_cli.documents import read
    from statements_cli.pipeline import parse

    clock = _Clock()
    for module, name in STEPS.values():
        clock.watch(importlib.import_module(f"statements_cli.{module}"), name)
    documents = list(read(paths, report=_unheard))
    found: dict[str, list[float]] = {step: [] for step in (*STEPS, "all else")}
    for run in range(runs + 1):
        clock.spent.clear()
        begin = time.process_time()
        for document in documents:
            parse(document)
        whole = time.process_time() - begin
        if run:
            spent = {step: clock.spent.get(name, 0.0) / whole for step, (_, name) in STEPS.items()}
            for step, share in (*spent.items(), ("all else", 1 - sum(spent.values()))):
                found[step].append(share)
    return {step: statistics.median(them) for step, them in found.items()}


def _unheard(notice: object) -> None:
    """Take no notice of what can't be read."""


class _Clock:
    """Adds up what functions take, what they call that is watched too left out."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._inner = [0.0]

    def watch(self, home: Any, name: str) -> None:
        *parents, last = name.split(".")
        for parent in parents:
            home = getattr(home, parent)
        setattr(home, last, self._timed(getattr(home, last), name))

    def _timed(self, function: Callable[..., Any], name: str) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            begin = time.process_time()
            try:
                return function(*given, **named)
            finally:
                took = time.process_time() - begin
                self.spent[name] = self.spent.get(name, 0.0) + took - self._inner.pop()
                self._inner[-1] += took

        return timed


if __name__ == "__main__":
    sys.exit(main())
