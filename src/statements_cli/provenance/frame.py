"""Frame an attribution: the sentence around it without what was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from re import Pattern
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Attribution, Span, Spans
from statements_cli.text.sentences import Sentences

GAP = "\x1a"
"""Stands in a frame where a content was; a control character, which no mended text has, never part of a word."""

REACH = 400
"""How far, in characters, a sentence is followed to each side of an anchor or a content."""

NEIGHBOURS = 12
"""How many contents before and after an attribution are looked at: keeps a frame's cost constant."""


PIECES = 5
"""How many stretches between contents a sentence is followed to each side."""


class Frame(NamedTuple):
    """The words of a sentence around an attribution, each content replaced by ``GAP``.

    ``cue`` and ``source`` are the hulls of these, as offsets into ``words``, ``cues`` the cue's parts;
    ``pieces`` are the stretches of the document that ``words`` is put together from, ``plain`` its words
    in lower case, for telling at once what is not there.
    """

    words: str
    pieces: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    cues: tuple[Span, ...] = ()
    plain: frozenset[str] = frozenset()

    @property
    def cue_words(self) -> str:
        """Return the words of the cue, none where it has none."""
        if self.cue is None:
            return ""
        start, end = self.cue
        return self.words[start:end]

    def place(self, span: Span) -> Span:
        """Return a span of ``words`` as a span of the document's text."""
        return self._outward(span[0]), self._outward(span[1] - 1) + 1 if span[1] > span[0] else self._outward(span[0])

    def _outward(self, at: int) -> int:
        begin = 0
        for start, end in self.pieces:
            if at <= begin + end - start:
                return start + at - begin
            begin += end - start + 1
        return self.pieces[-1][1] if self.pieces else 0


EMPTY = Frame("", (), None, None)


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"\w+")


class Framer:
    """Makes the frames of an article's attributions; knows every content, to leave them all out.

    Frames are kept, for the day is read from the same frames as the chain: ``article_text.once(Framer)``.
    """

    __slots__ = ("_blocks", "_contents", "_kept", "_known", "_sentences", "_text")

    def __init__(self, article_text: ArticleText) -> None:
        self._sentences = article_text.sentences
        self._text = article_text.text
        self._blocks = sorted([block.span for block in article_text.article.blocks])
        self._contents: list[Span] = []
        self._known: dict[tuple[Spans, Spans, Spans], Frame] = {}  # with these contents
        self._kept: dict[tuple[Spans, Spans, Spans], Frame] = {}  # whatever the contents, by what is left out

    def frames(self, attributions: Sequence[Attribution], least: float = 0.0) -> list[Frame]:
        """Return the frame of each attribution; empty where it has neither cue nor source.

        The contents of others whose confidence is below ``least`` are not left out.
        """
        contents = sorted({span for one in attributions if one.confidence >= least for span in one.content})
        starts = [start for start, _ in contents]
        if contents != self._contents:
            self._contents, self._known = contents, {}
        frames = []
        for one in attributions:
            key = one.content, one.cue, one.source
            if key not in self._known:
                self._known[key] = self._frame(one, contents, starts)
            frames.append(self._known[key])
        return frames

    def paragraph(self, attribution: Attribution) -> Span:
        """Return the paragraph of an attribution's cue and source, else of its content's start."""
        spans = (*attribution.cue, *attribution.source) or attribution.content
        return self._bounds(min(spans)[0]) if spans else (0, 0)

    def _frame(self, attribution: Attribution, contents: list[Span], starts: list[int]) -> Frame:
        anchors = sorted((*attribution.cue, *attribution.source))
        if not anchors:
            return EMPTY
        low, high = bounds = self._bounds(anchors[0][0])
        if max(anchors, key=itemgetter(1))[1] > high:
            anchors = [span for span in anchors if span[1] <= high] or anchors[:1]
        first, last = anchors[0][0], anchors[-1][1]
        index = bisect_left(starts, first)
        near = contents[max(0, index - NEIGHBOURS) : index + NEIGHBOURS]
        masks = _masks({*near, *attribution.content}, anchors, low, high)
        key = attribution.cue, attribution.source, masks
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        if last - first > 4 * REACH:
            last = anchors[0][1]
        sentences = self._sentences.of(bounds)
        pieces = self._before(first, low, masks, sentences) + self._between(first, last, masks)
        frame = self._kept[key] = _assembled(
            self._text,
            _joined(pieces, self._after(last, high, masks, sentences)),
            [span for span in attribution.cue if first <= span[0] and span[1] <= last],
            [span for span in attribution.source if first <= span[0] and span[1] <= last],
        )
        return frame

    def _bounds(self, at: int) -> Span:
        """Return the paragraph around an offset.

        Its block, or as much as lies between line ends.
        """
        index = bisect_right(self._blocks, (at, len(self._text) + 1)) - 1
        if index >= 0 and self._blocks[index][0] <= at < self._blocks[index][1]:
            return self._blocks[index]
        start = self._text.rfind("\n", max(0, at - 4 * REACH), at) + 1
        end = self._text.find("\n", at, at + 4 * REACH)
        return start or max(0, at - 4 * REACH), end if end >= 0 else min(len(self._text), at + 4 * REACH)

    def _before(self, first: int, low: int, masks: Sequence[Span], sentences: Sentences) -> list[Span]:
        pieces: list[Span] = []
        at = first
        for start, end in [*reversed([m for m in masks if m[1] <= first]), (low - 1, low)]:
            reach = max(end, at - REACH, low)
            found = sentences.start(reach, at)
            if found is not None or reach > end or end <= low:
                pieces.append((found if found is not None else reach, at))
                break
            pieces.append((end, at))
            if len(pieces) == PIECES:
                break
            said = self._text[max(start, end - 3) : min(at, end + 3)].rstrip(" \t\r\n\"'“”‘’)]")
            if said[-1:] in ".!?…" and not self._text[end:at].lstrip(" \"'”’")[:1].islower():
                break
            at = max(start, low)  # what was said may begin in the paragraph before
        return pieces[::-1]

    def _between(self, first: int, last: int, masks: Sequence[Span]) -> list[Span]:
        pieces, at = [], first
        for start, end in masks:
            if first <= start and end <= last:
                pieces.append((at, start))
                at = end
        return [*pieces, (at, last)]

    def _after(self, last: int, high: int, masks: Sequence[Span], sentences: Sentences) -> list[Span]:
        pieces: list[Span] = []
        at = last
        for start, end in [*[m for m in masks if m[0] >= last], (high, high)]:
            reach = min(start, at + REACH, high)
            found = sentences.stop(at, reach)
            pieces.append((at, found if found is not None else reach))
            if found is not None or reach < start or len(pieces) == PIECES:
                break
            if _closes(self._text, start, end):
                break
            at = end
        return pieces


def _masks(contents: set[Span], anchors: list[Span], low: int, high: int) -> Spans:
    """Return contents to leave out: all near ones but those that hold the attribution itself."""
    first, last = anchors[0][0], anchors[-1][1]
    masks: list[Span] = []
    for start, end in sorted([span for span in contents if span[1] > low and span[0] < high]):
        if start <= first and last <= end:
            continue
        if start < last and first < end and any(start < e and s < end for s, e in anchors):
            continue
        if masks and start <= masks[-1][1]:
            masks[-1] = (masks[-1][0], max(end, masks[-1][1]))
        else:
            masks.append((start, end))
    return tuple(masks)


def _closes(text: str, start: int, end: int) -> bool:
    """Return whether a content ends with a sentence, its stop inside the marks or behind."""
    said = text[max(start, end - 3) : end].rstrip(" \t\r\n\"'“”‘’»)]")
    after = text[end : end + 3].lstrip("\"'“”‘’»)]")
    if after[:1] in (".", "!", "?"):
        return False  # the stop that follows is found with the words after the content
    return said[-1:] in (".", "!", "?", "…") and not after.lstrip()[:1].islower() and after[:1] != ","


def _joined(pieces: list[Span], more: list[Span]) -> list[Span]:
    """Return pieces in text order; the two that touch at the anchor made one."""
    joined: list[Span] = []
    for start, end in pieces + more:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _assembled(text: str, pieces: list[Span], cues: list[Span], sources: list[Span]) -> Frame:
    words = GAP.join(text[start:end] for start, end in pieces)
    begins, begin = [], 0
    for start, end in pieces:
        begins.append(begin - start)
        begin += end - start + 1

    def inward(span: Span) -> Span | None:
        low, high, first, last = *span, -1, -1
        for (start, end), begin in zip(pieces, begins, strict=True):
            if low < end and start < high:
                if first < 0:
                    first = (low if low > start else start) + begin
                last = (high if high < end else end) + begin
        return (first, last) if first >= 0 else None

    inner = [span for span in map(inward, sorted(cues)) if span]
    return Frame(
        words,
        tuple(pieces),
        _hull(inner),
        _hull([span for span in map(inward, sources) if span]),
        tuple(inner),
        frozenset(_word().findall(words.lower())),
    )


def _hull(spans: Sequence[Span]) -> Span | None:
    if len(spans) == 1:
        return spans[0]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
