"""Assign each paragraph of an article the role it plays."""

from __future__ import annotations

from statements_cli.articles.head import Head
from statements_cli.articles.lines import SPACE
from statements_cli.articles.metadata.datelines import Dateline
from statements_cli.articles.metadata.outlets import known_outlet
from statements_cli.articles.paragraphs import BODY_KINDS, Paragraph
from statements_cli.articles.shapes import LONGEST_HEADING, closes, is_crosshead
from statements_cli.model import Block, BlockRole

SHORTEST_DOUBLE = 30
"""Characters; shorter lines may well be said twice ("Q    Mr. President")."""
SHORTEST_AGAIN = 60
"""Characters from which on a paragraph that stands word for word above the text too is a page's doubling."""


def assign_roles(text: str, paragraphs: list[Paragraph], head: Head, dateline: Dateline | None) -> tuple[Block, ...]:
    """Return the blocks of an article in text order.

    In doubt a paragraph is one, so that no statement is lost.
    """
    blocks: list[Block] = []
    # where no line ends as a sentence does, the lines are the text
    has_text = any(paragraph.kind in BODY_KINDS for paragraph in paragraphs)
    standfirsts: set[str] = set()
    closed = False
    for index, paragraph in enumerate(paragraphs):
        role = head.roles.get(index)
        if role is None:
            role = _role(text, paragraphs, index, has_text)
            closed = closed or closes(paragraph.words)
            if closed and role in ("paragraph", "crosshead") and _is_promo(text, paragraph):
                role = "furniture"
        start = paragraph.start
        if role in ("paragraph", "standfirst") and paragraph.end - start >= SHORTEST_AGAIN:
            words = text[start : paragraph.end]
            if role == "standfirst":
                standfirsts.add(words)
            elif words in standfirsts:
                role = "furniture"
        if dateline and paragraph.kind in BODY_KINDS and start < dateline.end < paragraph.end:
            blocks.append(Block((start, start + len(text[start : dateline.end].rstrip(SPACE))), "furniture"))
            start = dateline.end
        if role == "headline" and head.headline:
            blocks += _headline_blocks(text, paragraph, head.headline)
        else:
            blocks.append(Block((start, paragraph.end), role))
    return tuple(blocks)


def _is_promo(text: str, paragraph: Paragraph) -> bool:
    """Return whether a paragraph below the article is the headline of another.

    No whole sentence, nobody quoted.
    """
    words = text[paragraph.start : paragraph.end].rstrip()
    whole = words.endswith((".", "!", "?", ".”", '."', "!”", "?”")) and not words.endswith(("...", ".."))
    return len(words) < LONGEST_HEADING and (not whole or closes(words))


def _headline_blocks(text: str, paragraph: Paragraph, headline: tuple[int, int]) -> list[Block]:
    """Return the headline, and what pages add to its line, as furniture."""
    blocks = [Block(headline, "headline")]
    before = text[paragraph.start : headline[0]].rstrip(SPACE)
    if before:
        blocks.insert(0, Block((paragraph.start, paragraph.start + len(before)), "furniture"))
    after = text[headline[1] : paragraph.end]
    start = headline[1] + len(after) - len(after.lstrip())
    if start < paragraph.end:
        blocks.append(Block((start, paragraph.end), "furniture"))
    return blocks


def _role(text: str, paragraphs: list[Paragraph], index: int, has_text: bool) -> BlockRole:
    """Return the role of a paragraph below the head."""
    paragraph = paragraphs[index]
    if paragraph.kind in ("turn", "speech"):
        return "label" if paragraph.kind == "turn" else "speech"
    before = paragraphs[index - 1] if index else None
    if before and paragraph.words == before.words and len(before.words) >= SHORTEST_DOUBLE:
        return "furniture"
    if paragraph.kind in BODY_KINDS:
        return "paragraph"
    last = all(p.kind not in BODY_KINDS for p in paragraphs[index + 1 : index + 9])
    if paragraph.kind in ("heading", "outlet"):
        if paragraph.kind == "outlet" and last and known_outlet(paragraph.words):
            return "furniture"
        if before and text[before.end - 1] == ":":
            return "paragraph"
        return "crosshead" if has_text and is_crosshead(paragraph.words) else "paragraph"
    return "furniture"
