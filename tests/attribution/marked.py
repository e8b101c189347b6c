"""Marked sentences in, texts with their attributions out."""

from __future__ import annotations

import re

from statements_cli.model import Article, Attribution, Block, Kind

OPEN, CLOSE = "{<[", "}>]"


def read_marked(marked: str, **article: str | None) -> tuple[str, Article, tuple[Attribution, ...]]:
    """The text, article and attributions of a marked text: ``{source} <cue> [content]``.

    A digit after a closing mark tells which attribution it belongs to; none means the first.
    """
    text = ""
    stack: list[tuple[str, int]] = []
    spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
    i = 0
    while i < len(marked):
        character = marked[i]
        if character in OPEN:
            stack.append((character, len(text)))
        elif character in CLOSE:
            mark, start = stack.pop()
            number = 1
            if marked[i + 1 : i + 2].isdigit():
                number, i = int(marked[i + 1]), i + 1
            spans.setdefault((number, mark), []).append((start, len(text)))
        else:
            text += character
        i += 1
    attributions = []
    for number in sorted({number for number, _ in spans}):
        content = tuple(sorted(spans.get((number, "["), [])))
        said = " ".join(text[a:b] for a, b in content)
        before = text[content[0][0] - 1 : content[0][0]] if content else ""
        kind: Kind = "direct" if before in ("“", '"') else "mixed" if re.search('[“"]', said) else "indirect"
        attributions.append(
            Attribution(
                content=content,
                quotes=content if kind == "direct" else (),
                cue=tuple(sorted(spans.get((number, "<"), []))),
                source=tuple(sorted(spans.get((number, "{"), []))),
                kind=kind,
            )
        )
    blocks = tuple(Block(match.span(), "paragraph") for match in re.finditer(r"[^\n]+", text))
    made = Article("a", "a.txt", (0, len(text)), blocks, **article)  # type: ignore[arg-type]
    return text, made, tuple(attributions)
