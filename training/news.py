"""Read annotated news articles as training texts.

A folder holds ``NNN.txt`` and ``NNN.gold.json``, whose ``statements`` have ``content``, ``cue`` and ``source`` as
spans of the text and may be ``optional``. What is learned from is what the package reads as prose: the paragraphs
of each article, one a line, with the annotations moved along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from statements_cli.articles import split
from statements_cli.articles.article_text import CONTENT_ROLES
from statements_cli.documents import read
from statements_cli.model import Span, Spans
from statements_cli.text.repair.soundness import plain_spaces
from training.corpus import Gold, Text

SAMPLES = Path(__file__).resolve().parent.parent / "seeds"
THAT = re.compile(r"\bthat\s+$")


def read_news(folders: Iterable[Path]) -> list[Text]:
    """The articles of folders, named after folder and file, in the order of their names.

    A JSON file in place of a folder annotates the project's samples.
    """
    texts: list[Text] = []
    for folder in folders:
        if folder.suffix == ".json":
            texts += _read_samples(folder)
            continue
        for path in sorted(folder.glob("*.gold.json")):
            name = path.name.removesuffix(".gold.json")
            statements = json.loads(path.read_text("utf-8"))["statements"]
            texts += read_article(path.with_name(f"{name}.txt"), f"{folder.name}_{name}", statements)
    return texts


def _read_samples(path: Path) -> Iterator[Text]:
    """The samples in the project's folder ``seeds``, whose statements one file lists by ``file`` and ``spans``."""
    statements: dict[str, list[dict[str, Any]]] = {}
    for article in json.loads(path.read_text("utf-8")):
        statements.setdefault(article["file"], []).extend(
            {"content": one["spans"], "cue": (), "source": (), "optional": one.get("optional")}
            for one in article["statements"]
        )
    for name, its in sorted(statements.items()):
        yield from read_article(SAMPLES / name, f"seeds_{name}", its)


def read_article(path: Path, name: str, statements: Sequence[dict[str, Any]]) -> Iterator[Text]:
    """The articles of one file that have prose."""
    for document in read([str(path)], report=print):
        text = plain_spaces(document.text)
        for number, article in enumerate(split(document)):
            prose = [block.span for block in article.blocks if block.role in CONTENT_ROLES]
            if prose:
                yield prose_of(f"{name}_{number}", text, prose, statements)


def prose_of(name: str, text: str, prose: Sequence[Span], statements: Iterable[dict[str, Any]]) -> Text:
    """The given paragraphs of a text, one a line, with the statements whose content lies in them."""
    lines = [text[start:end].replace("\n", " ") for start, end in prose]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def moved(spans: Iterable[Sequence[int]]) -> Spans:
        return tuple(
            (starts[number] + max(start, first) - first, starts[number] + min(end, last) - first)
            for start, end in spans
            for number, (first, last) in enumerate(prose)
            if start < last and end > first
        )

    found = []
    for statement in statements:
        content = moved(_with_that(text, statement["content"]))
        if content:
            cue, source = moved(statement["cue"]), moved(statement["source"])
            found.append(Gold(content, cue, source, bool(statement.get("optional"))))
    return Text(name, "\n".join(lines), tuple(found), (), news=True)


def _with_that(text: str, spans: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """A content with the "that" which introduces it, as PolNeAR annotates one."""
    (start, end), *rest = ((int(start), int(end)) for start, end in spans)
    introduced = THAT.search(text, max(0, start - 8), start)
    return [(introduced.start() if introduced else start, end), *rest]
