"""Snap contents to the quotation marks around them.

Marks decide what is quoted: a quotation that is mostly content is content to its marks, one that is hardly
touched is none; and a quotation that no cue claims belongs to the statement it stands beside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.quotations import Quotation

STRONG = 4  # from this cueness on a verb is taken for a cue
LONGEST_UNCLOSED = 150
"""Tokens up to which a quotation that is never closed may draw content to its end."""


def merge(spans: Iterable[TokenSpan]) -> tuple[TokenSpan, ...]:
    """Return the same tokens as sorted spans that neither touch nor overlap."""
    if isinstance(spans, tuple) and len(spans) == 1:
        return spans if spans[0][0] < spans[0][1] else ()
    merged: list[TokenSpan] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def cut(spans: Iterable[TokenSpan], hole: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return the spans without the tokens of one of them."""
    left = []
    for start, end in spans:
        if end <= hole[0] or start >= hole[1]:
            left.append((start, end))
            continue
        if start < hole[0]:
            left.append((start, hole[0]))
        if end > hole[1]:
            left.append((hole[1], end))
    return tuple(left)


def size(spans: Iterable[TokenSpan]) -> int:
    """Return how many tokens the spans hold."""
    return sum([end - start for start, end in spans])


def shared(first: Sequence[TokenSpan], second: Sequence[TokenSpan]) -> int:
    """Return how many tokens two lists of spans have in common."""
    common = 0
    for a, b in first:
        for c, d in second:
            both = (b if b < d else d) - (a if a > c else c)
            if both > 0:
                common += both
    return common


class Regions:
    """The quotations of a text as spans of tokens, found by token."""

    __slots__ = ("_begins", "_by_start", "_ends", "_outer", "columns", "quotations", "spans", "text")

    def __init__(self, columns: Columns, quotations: Sequence[Quotation]) -> None:
        self.quotations = quotations
        self.text = columns.tokens.text
        self.columns = columns
        within = columns.tokens.within
        self.spans = [(r.start, r.stop) for r in (within(quotation.outer) for quotation in quotations)]
        self._outer = [n for n, one in enumerate(quotations) if not one.depth and self.spans[n][0] < self.spans[n][1]]
        self._begins = [self.spans[n][0] for n in self._outer]
        self._ends = [self.spans[n][1] for n in self._outer]
        self._by_start = {quotation.outer[0]: quotation for quotation in reversed(quotations)}

    def opened_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that begins at a character offset."""
        return self._by_start.get(offset)

    def cut_after(self, spans: tuple[TokenSpan, ...], end: int) -> tuple[TokenSpan, ...]:
        """Return the spans without a clause after an unclosed quotation.

        Another may be speaking in it.
        """
        made, tokens = self.columns, self.columns.tokens
        for start, stop in spans:
            if not start < end < stop:
                continue
            for cue in range(end, stop):
                if made.cueness[cue] >= STRONG and not made.marks[cue] and tokens.tags[cue] in CUE_TAGS:
                    while cue > end and tokens.text[tokens.starts[cue]] not in ",;":
                        cue -= 1
                    return cut(spans, (cue, stop))
        return spans

    def of(self, spans: Iterable[TokenSpan]) -> list[int]:
        """Return the numbers of the quotations that hold a token of the spans, in order."""
        found: list[int] = []
        begins, ends = self._begins, self._ends
        for start, end in spans:
            at = bisect_right(ends, start)
            while at < len(ends) and begins[at] < end:
                if self._outer[at] not in found:
                    found.append(self._outer[at])
                at += 1
        return sorted(found) if len(found) > 1 else found

    def is_utterance(self, number: int) -> bool:
        """Return whether a quotation is something said, by its length or closing.

        Otherwise it is a name or a scare quote.
        """
        start, end = self.spans[number]
        quotation = self.quotations[number]
        inner = end - start - 1 - quotation.closed
        if inner < 4:
            return False
        text = self.columns.tokens.text
        last = quotation.inner[1] - 1
        after = quotation.outer[1]
        stopped = text[last] in ".,?!—…" or (after < len(text) and text[after] in ".,?!")
        return stopped or inner >= 12


def snap(content: tuple[TokenSpan, ...], cue: TokenSpan, regions: Regions) -> tuple[TokenSpan, ...]:
    """Return content whose borders inside quotations are moved to the marks."""
    snapped = content
    for number in regions.of(content):
        start, end = regions.spans[number]
        quotation = regions.quotations[number]
        if not quotation.closed and end - start > LONGEST_UNCLOSED:
            continue
        if cue[0] < end - 1 and cue[1] > start + 1:
            continue
        covered = shared(snapped, ((start, end),)) / max(1, end - start)
        if covered >= 0.5:
            snapped = merge((*snapped, (start, end)))
            if not quotation.closed:
                snapped = regions.cut_after(snapped, end)
        elif regions.is_utterance(number):
            snapped = cut(snapped, (start, end))
    return snapped
