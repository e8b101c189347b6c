"""Put the annotation of other outlets' articles back beside their texts, which the project does not hold.

The articles are pages saved for the tests of packages that extract texts. ``outlets.jsonl`` has a line an article: the
archive of the package and the page in it, which of the page's paragraphs make the text (ranges, half-open), a digest of
that text, and its statements with their parts as spans of it (characters, half-open); ``round`` says with which others
it was annotated. They are kept aside: nothing learns from them but the accurate model's judge, from one half of the
first round, which docs/training.md names; nobody reads the errors of the other half or of the second round.

``python -m training.outlets --archives FOLDER --output FOLDER`` writes ``NAME.txt`` and ``NAME.gold.json``, with
``--rounds 1`` those of the first round alone; docs/training.md has the commands that fetch the archives.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tarfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.annotated import digest

ANNOTATION = Path(__file__).with_name("outlets.jsonl")
_SPANS = ("content", "cue", "source")
_FIELDS = ("kind", "act", "speaker", "type", "role", "via", "audience", "channel", "date", "optional")
_PLAIN = {"via": [], "optional": False}  # what most statements have, else null
_HIDDEN = {"script", "style", "noscript", "template", "svg", "select", "button", "head"}
_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s"),
    *("small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "img"),
}


def paragraphs(html: str) -> list[str]:
    """Return a page's paragraphs, parted at line breaks and at elements that are no part of a line."""
    from lxml import html as markup

    tree = markup.fromstring(html.encode(), parser=markup.HTMLParser(encoding="utf-8"))
    folded = (" ".join(line.split()) for line in "".join(_pieces(tree)).split("\n"))
    return [line for line in folded if line]


def _pieces(root: Any) -> Iterator[str]:
    """Yield the text of an element, where line breaks part paragraphs."""
    stack: list[Any] = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        edge = "" if one.tag in _INLINE else "\n"
        stack.append(edge + " ".join((one.tail or "").split("\n")))
        if isinstance(one.tag, str) and one.tag not in _HIDDEN:
            stack.extend(reversed(one))
            yield edge + " ".join((one.text or "").split("\n"))


def page_text(html: str, ranges: Iterable[Sequence[int]], stamp: str | None = None) -> str:
    """Join some of a page's paragraphs, with a day below the first where one is given."""
    every = paragraphs(html)
    lines = [line for first, end in ranges for line in every[first:end]]
    return "\n\n".join([*lines[:1], *([stamp] if stamp else []), *lines[1:]]) + "\n"


def gold_of(line: Mapping[str, Any], page: bytes) -> tuple[str, dict[str, Any]]:
    """Return an article's text and annotation. Raises ``ValueError`` where the page has another text."""
    text = page_text(_decoded(page), line["paragraphs"], line.get("stamp"))
    if digest(text) != line["digest"]:
        raise ValueError(f"the page of {line['name']} is not the one that was annotated")
    return text, {
        "published": line["published"],
        "outlet": line["outlet"],
        "headline": text.split("\n", 1)[0],
        "statements": [
            {name: one.get(name, _PLAIN.get(name)) for name in (*_SPANS, *_FIELDS)} for one in line["statements"]
        ],
    }


def _decoded(page: bytes) -> str:
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return page.decode("cp1252", "replace")


def write_articles(archives: Path, output: Path, rounds: int | None = None) -> int:
    """Write the articles of the first rounds, else all; return how many. Raises ``ValueError`` for another text."""
    known = map(json.loads, ANNOTATION.read_text("utf-8").splitlines())
    lines = [line for line in known if rounds is None or line["round"] <= rounds]
    output.mkdir(parents=True, exist_ok=True)
    for archive in sorted({line["archive"] for line in lines}):
        with tarfile.open(archives / archive) as packed:
            for line in lines:
                page = packed.extractfile(line["page"]) if line["archive"] == archive else None
                if page is None:
                    continue
                content = page.read()
                text, gold = gold_of(line, gzip.decompress(content) if line["page"].endswith(".gz") else content)
                (output / f"{line['name']}.txt").write_text(text, "utf-8")
                annotation = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
                (output / f"{line['name']}.gold.json").write_text(annotation, "utf-8")
    return len(lines)


def main() -> int:
    """Write texts with their annotation."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--archives", type=Path, required=True, help="the folder of the packages' archives")
    parser.add_argument("--output", type=Path, required=True, help="the folder for texts and annotation")
    parser.add_argument("--rounds", type=int, help="the articles of the first rounds of annotation, else of all")
    options = parser.parse_args()
    print(write_articles(options.archives, options.output, options.rounds), "articles")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
