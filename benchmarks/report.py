"""Measure what writing statements as a page, and opening it, costs.

    python benchmarks/report.py FOLDER [--write]

FOLDER holds texts that the made-up statements are made of. For 1,000 and 20,000 of them: the size of the page, the
seconds and memory to write it, and, in a headless browser, the milliseconds until it can be used and those from a key
pressed in the search field to the next picture, for words typed letter by letter: the middle one of several times.
Beside them stands what of that was work of the page's own thread, which other programs on the machine don't lengthen
much; where those take most of it, ``chrt -r 1`` before the command measures as if they were not there.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.machine import measured_on
from benchmarks.synthetic import Corpus
from statements_cli.output.report.page_rows import Heading, page_rows
from statements_cli.output.report.report_page import report_page
from statements_cli.query.filters import Filter
from statements_cli.store import Store
from tools.browser import Window, missing, window

RESULTS = Path(__file__).resolve().parent / "results" / "report.json"
SIZES = (1_000, 20_000)
TYPED = ("dialogue negotiation", "sanctoins", "peace -talks", '"the president"')
_TIMES = 5  # that a page is opened, and that words are typed; the middle one counts
_KEY = """
const [key, done] = arguments, field = document.getElementById("search"), start = performance.now();
field.value = key;
field.dispatchEvent(new Event("input", { bubbles: true }));
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""


def write_page(folder: Path, count: int, page: Path) -> dict[str, Any]:
    """Write the page of so many made-up statements; return what it took."""
    store = Store(Corpus(folder).documents(count))
    began = time.process_time()
    everything = Filter(acts=("any",))
    found = sorted(store.statements(everything), key=lambda one: (one.path, one.article, one.spans.content))
    rows = page_rows(store.passages(found))
    with page.open("w", encoding="utf-8") as file:
        file.writelines(report_page(Heading("Made up", (), "2025-01-01", "0"), rows))
    return {
        "statements": len(found),
        "articles": sum(1 for _ in groupby(found, key=lambda one: one.article)),
        "bytes": page.stat().st_size,
        "seconds to write": round(time.process_time() - began, 2),
        "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def in_browser(page: Path, browser: Window) -> dict[str, Any]:
    """Return how long a page takes to open and to answer, in milliseconds."""
    browser.look(1280, 900)
    browser.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    openings, firsts = [], []
    for _ in range(_TIMES):
        browser.open(page)
        opened = browser.run("return performance.getEntriesByName('ready')[0].startTime")
        openings.append((opened, work := worked(browser)))
        shown = browser.driver.execute_async_script(_KEY, TYPED[0][:1])
        firsts.append((shown, worked(browser) - work))
    took: dict[str, list[tuple[float, float]]] = {}
    for _ in range(_TIMES):
        for words in TYPED:
            for end in range(1, len(words) + 1):
                before = worked(browser)
                shown = browser.driver.execute_async_script(_KEY, words[:end])
                took.setdefault(words[:end], []).append((shown, worked(browser) - before))
    middle = {key: sorted(times)[_TIMES // 2] for key, times in took.items()}
    slowest = max(middle, key=middle.__getitem__)
    return {
        "opened after, ms": round(sorted(openings)[_TIMES // 2][0]),
        "of that work, ms": round(sorted(work for _, work in openings)[_TIMES // 2]),
        "first key to picture, ms": round(sorted(firsts)[_TIMES // 2][0]),
        "work of the first key, ms": round(sorted(work for _, work in firsts)[_TIMES // 2]),
        "keys": len(middle),
        "key to picture, ms, middle": round(sorted(middle.values())[len(middle) // 2][0]),
        "key to picture, ms, slowest": round(middle[slowest][0]),
        "slowest key": slowest,
        "work a key, ms, middle": round(sorted(work for _, work in middle.values())[len(middle) // 2]),
        "work a key, ms, most": round(max(work for _, work in middle.values())),
    }


def worked(browser: Window) -> float:
    """Return how long the page's thread has worked since the page was opened, in milliseconds of a core."""
    told = browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    [seconds] = [float(one["value"]) for one in told if one["name"] == "TaskDuration"]
    return seconds * 1000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a report costs to write, to open and to search.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    if fault := missing():
        raise SystemExit(f"no browser to measure in: {fault}")
    figures: dict[str, Any] = {"measured": measured_on()}
    with TemporaryDirectory() as folder:
        for count in SIZES:
            page = Path(folder) / f"{count}.html"
            figures[f"{count:,} statements"] = write_page(options.folder, count, page)
            with window() as browser:
                figures[f"{count:,} statements"] |= in_browser(page, browser)
    print(json.dumps(figures, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
