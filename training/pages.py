"""Put the annotation of saved pages back beside their texts, which the project does not hold.

The pages are those of the parser tests of fundus (``NAME.html.gz``), with what a reader says of them in ``gold.jsonl``:
file, title, time published, body with white space folded. ``pages.jsonl`` has a line a page: its name, a digest of the
text made of it, and its statements with their parts as spans of it (characters, half-open). They serve for testing,
since each is of another outlet.

``python -m training.pages --pages FOLDER --output FOLDER`` writes ``NAME.txt`` and ``NAME.gold.json``.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.annotated import digest

ANNOTATION = Path(__file__).with_name("pages.jsonl")
SHORTEST = 20  # characters of a paragraph: shorter ones are captions and buttons


def page_text(html: str, said: Mapping[str, Any]) -> str:
    """The text of a page as a reader would save it: headline, time, the paragraphs that belong to its body."""
    from lxml import html as markup

    body, seen, paragraphs = _folded(said["body"]), set[str](), list[str]()
    tree = markup.fromstring(html.encode(), parser=markup.HTMLParser(encoding="utf-8"))
    for one in tree.iter("p", "li", "h2", "h3", "blockquote", "div"):
        outer = one.find(".//p") is not None or (one.tag == "div" and one.find("div") is not None)
        text = _folded(one.text_content())
        if (outer and one.tag not in ("p", "h2", "h3")) or len(text) <= SHORTEST or text in seen or text not in body:
            continue
        seen.add(text)
        paragraphs.append(text)
    return "\n\n".join([_folded(said["title"]), said["published"][:16].replace("T", " "), *paragraphs]) + "\n"


def _folded(text: str) -> str:
    return " ".join(text.split())


def write_pages(folder: Path, output: Path) -> int:
    """Write the annotated pages as texts; how many. Raises ``ValueError`` where a page has another text."""
    told = {row["file"]: row for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())}
    output.mkdir(parents=True, exist_ok=True)
    lines = list(map(json.loads, ANNOTATION.read_text("utf-8").splitlines()))
    for line in lines:
        name = line["page"]
        file = f"{name}.html.gz"
        text = page_text(gzip.decompress((folder / file).read_bytes()).decode("utf-8", "replace"), told[file])
        if digest(text) != line["digest"]:
            raise ValueError(f"the page {file} is not the one that was annotated")
        (output / f"{name}.txt").write_text(text, "utf-8")
        gold = (
            json.dumps({**line["gold"], "headline": _folded(told[file]["title"])}, ensure_ascii=False, indent=1) + "\n"
        )
        (output / f"{name}.gold.json").write_text(gold, "utf-8")
    return len(lines)


def main() -> int:
    """Write texts with their annotation."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pages", type=Path, required=True, help="the folder of pages with gold.jsonl")
    parser.add_argument("--output", type=Path, required=True, help="the folder for texts and annotation")
    options = parser.parse_args()
    print(write_pages(options.pages, options.output), "pages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
