"""Find what stands in quotation marks, and cover it.

Sentences and clauses are read around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statements_cli.articles.article_text import CONTENT_ROLES, ArticleText
from statements_cli.languages.words.split_words import is_abbreviation
from statements_cli.model import Span
from statements_cli.quotations import Quotation, find_quotations

ROLES = CONTENT_ROLES | {"crosshead"}
COVER = "ʘ"
"""A letter of no language read here: a run of it is one word."""
NAME = 2
"""Words of the longest quotation that is left open, as it may be a name."""
UNSPACED_NAME = 3
"""Characters of the longest one in a script that parts no words."""
LONGEST = 1500
"""Characters of the longest sentence that is read."""
_SPACES = 8  # characters behind a full stop among which the next sentence begins
CLOSERS = ".!?…。！？"
MARKS = "«»„“”\"‚'’ \u00a0\u202f"
"""Marks of quotations, and the spaces that stand within them."""


def paragraphs_of(article_text: ArticleText) -> list[Span]:
    """Return the paragraphs of an article that may quote somebody.

    Roles are decided by English forms: a short paragraph may be taken for a crosshead.
    """
    return [block.span for block in article_text.article.blocks if block.role in ROLES]


def quotations_of(article_text: ArticleText) -> list[Quotation]:
    """Return what stands between double marks in an article, in text order."""
    return outer_quotations(article_text.text, paragraphs_of(article_text))


def outer_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Return what stands between double marks, in text order.

    What is quoted within it is a part of it.
    """
    found = [q for q in find_quotations(text, paragraphs) if not q.depth and text[q.outer[0]] not in "'‘’‚"]
    turned = [q for paragraph in paragraphs for q in _turned(text, paragraph)]
    if not turned:
        return found
    spans = [paragraph for paragraph in paragraphs if any(paragraph[0] <= q.outer[0] < paragraph[1] for q in turned)]
    kept = [q for q in found if not any(start <= q.outer[0] < end for start, end in spans)]
    return sorted([*kept, *turned])


def _turned(text: str, paragraph: Span) -> list[Quotation]:
    """Return the quotations of a paragraph whose French marks a program turned round.

    For example: ``» Je reste « , a-t-il dit``.

    Their first mark would close, though it has a space on either side and a word behind it; the others are paired.
    """
    first = text.find("»", *paragraph)
    if first < 0 or 0 <= text.find("«", *paragraph) < first:
        return []
    before, behind = text[max(paragraph[0], first - 1) : first], text[first + 1 : first + 3]
    if (before and not before.isspace()) or not behind[:1].isspace() or not behind[1:].isalpha():
        return []
    marks = [at for at in range(first, paragraph[1]) if text[at] in "«»"]
    if len(marks) % 2:
        return []
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return [Quotation((start, end + 1), (start + 1, end)) for start, end in pairs]


def cover_of(article_text: ArticleText) -> str:
    """Return an article's text, of equal length, in which each longer quotation is one word."""
    return covered(article_text.text, article_text.once(quotations_of))


def covered(text: str, quotations: Sequence[Quotation]) -> str:
    """Return a text of equal length in which each longer quotation is one word."""
    pieces: list[str] = []
    at = 0
    for quotation in quotations:
        start, end = quotation.outer
        inner = text[slice(*quotation.inner)]
        short = len(inner.split()) <= NAME and (not inner[:1] > "\u2e80" or len(inner) <= UNSPACED_NAME)
        if start < at or (short and inner[-1:] not in CLOSERS):
            continue
        pieces.append(text[at:start])
        pieces.append(COVER * (end - start))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?…]++|" + COVER + r"++|[\n\r]|[:;](?=\s*+[—–•-]\s)")


def sentences(text: str, cover: str, paragraph: Span, *, ordinals: bool = False) -> Iterator[Span]:
    """Yield the sentences of a covered paragraph, without their full stops.

    ``ordinals``: whether a full stop behind a number makes it an ordinal one, as in German. A sentence that is longer
    than sentences are is cut.
    """
    begin, limit = paragraph
    for match in _stop().finditer(cover, *paragraph):
        if match.start() - begin > LONGEST:
            yield begin, match.start()
            begin = match.start()
        if not _ends(text, cover, begin, match, limit, ordinals=ordinals):
            continue
        end = match.end() if match[0][0] == COVER else match.start()
        if any(c.isalnum() for c in cover[begin:end]):
            yield _stripped(cover, begin, end)
        begin = match.end()
    if begin < limit and any(c.isalnum() for c in cover[begin:limit]):
        yield _stripped(cover, begin, limit)


def _stripped(cover: str, start: int, end: int) -> Span:
    while start < end and cover[start].isspace():
        start += 1
    while end > start and cover[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, cover: str, begin: int, match: re.Match[str], limit: int, *, ordinals: bool) -> bool:
    end = match.end()
    behind = cover[end : min(end + _SPACES, limit)].lstrip()
    if match[0][0] == COVER:
        last = text[match.start() : end].rstrip(MARKS)[-1:]
        return last in CLOSERS and cover[end : end + 1].isspace() and bool(behind) and behind[0].isupper()
    if match[0][0] not in CLOSERS:
        return True
    if end < limit and not cover[end].isspace() and cover[end] not in '»”"’)]—–' + COVER:
        return False
    if behind and (behind[0].islower() or behind[0] == ","):
        return behind[0] == COVER
    if match[0] == ".":
        word = re.search(r"(?<![^\W_])[^\W_]+$", cover[max(begin, match.start() - 12) : match.start()])
        if word and ((ordinals and word[0].isdecimal() and len(word[0]) < 3) or is_abbreviation(word[0])):
            return False
    return True
