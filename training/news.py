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

THAT = re.compile(r"\bthat\s+$")


def read_news(folders: Iterable[Path]) -> list[Text]:
    """The articles of folders, named after folder and file, in the order of their names."""
    return [text for folder in folders for path in sorted(folder.glob("*.gold.json")) for text in read_article(path)]


def read_article(path: Path) -> Iterator[Text]:
    """The articles of one file that have prose."""
    name = path.name.removesuffix(".gold.json")
    statements = json.loads(path.read_text("utf-8"))["statements"]
    for document in read([str(path.with_name(f"{name}.txt"))], report=print):
        text = plain_spaces(document.text)
        for number, article in enumerate(split(document)):
            prose = [block.span for block in article.blocks if block.role in CONTENT_ROLES]
            if prose:
                yield prose_of(f"{path.parent.name}_{name}_{number}", text, prose, statements)


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
