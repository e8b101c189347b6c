"""Compare what is read of real web pages with what a reader says.

    python benchmarks/pages.py [--pages ../shared/pages] [--write]

The pages are no part of this project: a folder of gzipped HTML with ``gold.jsonl``, a line a page with
``file``, ``url``, ``title``, ``published``, ``authors`` and ``body``. Beside ours stand trafilatura and
htmldate, each alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.machine import measured_on

TOP = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).resolve().parent / "results" / "pages.json"
MARKS = str.maketrans("‘’‚`´“”„«»", "'''''" + '"' * 5)


class Found(NamedTuple):
    """What a system says of a page; None for what it doesn't say at all."""

    headline: str | None = None
    day: str | None = None
    authors: str | None = None
    body: str | None = None


def ours(data: bytes) -> Found:
    """What the package reads."""
    from statements_cli.documents.pages.page import read_page

    document = read_page("page", data, lambda _: None)
    if document is None or document.metadata is None:
        return Found()
    said = document.metadata
    body = document.text.removeprefix(said.headline or "")
    return Found(said.headline, (said.published or "")[:10], said.byline, body)


def ours_headless(data: bytes) -> Found:
    """What the package reads where a page says nothing for programs."""
    bare = re.sub(rb"(?is)<script[^>]*ld\+json.*?</script>", b"", data)
    return ours(re.sub(rb"(?i)<meta (?![^>]*charset)[^>]*>", b"", bare))


def trafilatura_alone(data: bytes) -> Found:
    """What trafilatura reads as it comes, comments left out."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(data, with_metadata=True, include_comments=False)
    return Found(found.title, found.date, found.author, found.text) if found else Found()


def htmldate_alone(data: bytes) -> Found:
    """The day that htmldate finds, the original one."""
    from htmldate import find_date

    return Found(day=find_date(data, original_date=True))


SYSTEMS: dict[str, Callable[[bytes], Found]] = {
    "statements": ours,
    "statements, without JSON-LD and meta tags": ours_headless,
    "trafilatura alone": trafilatura_alone,
    "htmldate alone": htmldate_alone,
}


def main() -> int:
    """Read all pages with all systems, print the figures and write them if asked to."""
    parser = argparse.ArgumentParser(description="What is read of web pages.")
    parser.add_argument("--pages", type=Path, default=TOP.parent / "shared" / "pages")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.relative_to(TOP)}")
    options = parser.parse_args()
    if not (options.pages / "gold.jsonl").exists():
        print(f"no pages in {options.pages}", file=sys.stderr)
        return 2
    gold = [json.loads(line) for line in (options.pages / "gold.jsonl").read_text("utf-8").splitlines()]
    pages = [(one, gzip.decompress((options.pages / one["file"]).read_bytes())) for one in gold]
    for read in SYSTEMS.values():
        read(pages[0][1])  # so that loading isn't counted
    figures = {name: measure(read, pages) for name, read in SYSTEMS.items()}
    base = figures["trafilatura alone"]["CPU ms a page"]
    print(f"{len(pages)} pages")
    for name, row in figures.items():
        row["times trafilatura"] = round(row.pop("CPU ms a page") / base, 2)
        print(f"  {name:42}" + "  ".join(f"{what} {value}" for what, value in row.items()))
    if options.write:
        results = {"measured": measured_on(), "pages": len(pages), **figures}
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    return 0


def measure(read: Callable[[bytes], Found], pages: list[tuple[dict[str, Any], bytes]]) -> dict[str, float]:
    """The figures of one system; those that it says nothing for are left out."""
    began = process_time()
    found = [read(data) for _, data in pages]
    spent = process_time() - began
    rows = [(one, data, said) for (one, data), said in zip(pages, found, strict=True)]
    figures: dict[str, float] = {}
    if any(said.headline for said in found):
        headlines = [(said.headline or "", one, sites(one, data), data) for one, data, said in rows]
        figures["headline"] = _mean(fold(h, names) == fold(one["title"], names) for h, one, names, _ in headlines)
        figures["own form"] = _mean(
            fold(h, names) in {fold(form, names) for form in forms(data)} for h, _, names, data in headlines
        )
    figures["day"] = _mean(said.day == one["published"][:10] for one, _, said in rows)
    if any(said.authors for said in found):
        figures["authors"] = _mean(
            letters(author) in letters(said.authors or "") for one, _, said in rows for author in one["authors"]
        )
    if any(said.body for said in found):
        figures["body F1"] = _mean(f1(said.body or "", one["body"]) for one, _, said in rows)
    return figures | {"CPU ms a page": 1000 * spent / len(pages)}


def _mean(values: Iterator[float]) -> float:
    known = list(values)
    return round(sum(known) / len(known), 3)


def letters(words: str) -> str:
    """Letters and digits alone, case folded."""
    return re.sub(r"[\W_]+", "", words).casefold()


def fold(title: str, names: set[str]) -> str:
    """A title with its marks made plain, and without the site's names at its end."""
    title = " ".join(unescape(title).translate(MARKS).split())
    while match := re.search(r"\s*(?:\s[|–—-]\s|\||--)\s*([^|]{2,40})$", title):
        if letters(match[1]) not in names:
            break
        title = title[: match.start()]
    return title


def sites(one: dict[str, Any], data: bytes) -> set[str]:
    """The names of the site that a page stands on: of its address, and as it calls itself."""
    host = re.sub(r"^https?://(?:www\.)?|[/?#].*$", "", one["url"])
    markup = data.decode("utf-8", "replace")
    named = re.findall(r'og:site_name["\'][^>]*?content=["\']([^"\'<>]+)', markup)
    return {letters(name) for name in (host, *host.split("."), *named)}


def forms(data: bytes) -> Iterator[str]:
    """All headlines of a page: of its JSON-LD, first headings, titles for sharing, and its title."""
    from lxml.html import document_fromstring

    from statements_cli.documents.pages.page import decode_page

    markup = decode_page(data)
    for value in re.findall(r'"headline"\s*:\s*("(?:[^"\\]|\\.)*")', markup):
        try:
            yield unescape(json.loads(value, strict=False))
        except ValueError:
            continue
    tree = document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", markup))
    yield from (element.text_content() for element in tree.iter("h1", "title"))
    for element in tree.iter("meta"):
        if (element.get("property") or element.get("name") or "").endswith("title"):
            yield element.get("content") or ""


def f1(found: str, expected: str) -> float:
    """F1 of the words that two texts have in common, each as often as it stands."""
    ours, theirs = (Counter(re.findall(r"\w+", text.lower())) for text in (found, expected))
    both = sum((ours & theirs).values())
    return 2 * both / (sum(ours.values()) + sum(theirs.values())) if both else 0.0


if __name__ == "__main__":
    sys.exit(main())
