"""Put the annotation of articles back beside their texts, which the project does not hold.

``annotated.jsonl`` has a line an article of the table that ``unannotated.py`` reads: its number there, how its head is
laid out, a digest of the text so made, and its statements with their parts as spans of it (characters, half-open);
``round`` says with which others it was annotated.

``python -m training.annotated --articles ZIP --output FOLDER`` writes ``train/NUMBER.txt``, ``train/NUMBER.gold.json``,
which ``--news`` reads and scorers of such articles, too; those kept for testing go to ``aside/``. With
``--take FOLDER``, which holds such pairs, the lines are made from them first.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from training.unannotated import BROKEN, paragraphs_of, read_table

ANNOTATION = Path(__file__).with_name("annotated.jsonl")
LAYOUTS = ("month first", "day first", "fields")
"""How the day stands at an article's head: as ``May 2, 2025``, as ``2 May 2025``, or in fields above the headline."""
LONGEST_DECK = 250  # characters of a line under the headline
_PLAIN = {"via": [], "optional": False}  # what most statements have, else null
_SPANS = ("content", "cue", "source")


def article_text(row: Mapping[str, str], layout: str) -> str:
    """The text of an article as an export from a news database would give it: headline, deck, day, paragraphs."""
    day = datetime.strptime(row["publish_date"], "%Y/%m/%d")
    deck = row["subtitle"].strip()
    head = [row["title"].strip(), *([deck] if deck and len(deck) < LONGEST_DECK else [])]
    body = paragraphs_of(BROKEN.sub("'", row["text"].strip()), random.Random(row["article_id"]))
    if layout == "fields":
        fields = f"url: {row['article_source_link']}\ndate: {day:%Y-%m-%d}"
        return "\n\n".join([fields, *head, *body]) + "\n"
    stamp = f"{day:%B} {day.day}, {day.year}" if layout == "month first" else f"{day.day} {day:%B} {day.year}"
    return "\n\n".join([*head, stamp, *body]) + "\n"


def digest(text: str) -> str:
    """What tells whether spans belong to a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def gold_of(line: Mapping[str, Any], row: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """An article's text and its annotation. Raises ``ValueError`` where the table has another text."""
    text = article_text(row, line["layout"])
    if digest(text) != line["digest"]:
        raise ValueError(f"article {line['article']} of the table is not the one that was annotated")
    return text, {
        "published": line["published"],
        "outlet": line["outlet"],
        "headline": row["title"].strip(),
        "statements": [
            {name: one.get(name, _PLAIN.get(name)) for name in (*_SPANS, *line["fields"])} for one in line["statements"]
        ],
    }


def line_of(number: str, aside: bool, gold: Mapping[str, Any], text: str, row: Mapping[str, str]) -> dict[str, Any]:
    """An article's annotation without its text. Raises ``ValueError`` where no layout gives the text."""
    layout = next((name for name in LAYOUTS if article_text(row, name) == text), None)
    if layout is None:
        raise ValueError(f"article {number} of the table is not the one that was annotated")
    fields = [name for name in gold["statements"][0] if name not in _SPANS] if gold["statements"] else []
    return {
        "article": number,
        "aside": aside,
        "layout": layout,
        "digest": digest(text),
        "published": gold["published"],
        "outlet": gold["outlet"],
        "fields": fields,
        "statements": [
            {name: value for name, value in one.items() if name in _SPANS or value != _PLAIN.get(name)}
            for one in gold["statements"]
        ],
    }


def write_articles(lines: Iterable[Mapping[str, Any]], table: Mapping[str, Mapping[str, str]], folder: Path) -> int:
    """Write the annotated articles into folders; how many."""
    count = 0
    for line in lines:
        text, gold = gold_of(line, table[line["article"]])
        its = folder / ("aside" if line["aside"] else "train")
        its.mkdir(parents=True, exist_ok=True)
        (its / f"{line['article']}.txt").write_text(text, "utf-8")
        content = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        (its / f"{line['article']}.gold.json").write_text(content, "utf-8")
        count += 1
    return count


def main() -> int:
    """Write texts with their annotation, or take the annotation from such."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=Path, required=True, help="a zip with a table of articles")
    parser.add_argument("--output", type=Path, help="the folder for texts and annotation")
    parser.add_argument("--rounds", type=int, help="the articles of the first rounds of annotation, else of all")
    parser.add_argument("--take", type=Path, action="append", default=[], help="a folder of them to make the lines of")
    parser.add_argument("--aside", type=Path, action="append", default=[], help="the same, kept for testing")
    options = parser.parse_args()
    table = {row["article_id"]: row for row in read_table(options.articles)}
    if options.take or options.aside:
        known = map(json.loads, ANNOTATION.read_text("utf-8").splitlines())
        rounds = {line["article"]: line["round"] for line in known}
        made = []
        for folder in (*options.take, *options.aside):
            for path in folder.glob("*.gold.json"):
                number = path.name.removesuffix(".gold.json")
                text = path.with_name(f"{number}.txt").read_text("utf-8")
                gold = json.loads(path.read_text("utf-8"))
                line = line_of(number, folder in options.aside, gold, text, table[number])
                made.append(line | {"round": rounds.get(number, max(rounds.values(), default=0) + 1)})
        made.sort(key=lambda line: int(line["article"]))
        ANNOTATION.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in made), "utf-8")
    if options.output:
        lines = map(json.loads, ANNOTATION.read_text("utf-8").splitlines())
        kept = (line for line in lines if options.rounds is None or line["round"] <= options.rounds)
        print(write_articles(kept, table, options.output), "articles")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
