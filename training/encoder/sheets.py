"""Annotated texts in; windows of word pieces with the labels that the encoder learns, and batches of them, out."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
import torch
from torch import Tensor

from statements_cli.attribution.encoder.word_pieces import BEGIN, END, TokenSpan, WordPieces, windows, writing
from training.encoder.network import REACH, ROLES
from training.encoder.teach import Held
from training.encoder.texts import Annotated, Link

T = TypeVar("T", "Sheet", "TaughtSheet")
VERY_LOW = -1e4
CUE, SOURCE, CONTENT = range(ROLES)


class Sheet(NamedTuple):
    """One window ready to be read: its pieces, each token's first piece, and what is annotated in it."""

    pieces: Any
    cases: Any
    firsts: Any
    labels: Any  # token x role: 0 none, 1 first, 2 other, -100 unknown
    links: tuple[Link, ...]  # by tokens of the window
    notion: int


class TaughtSheet(NamedTuple):
    """A window with what a teacher holds of it: ``labels`` token x notion x role x 3, of each cue its tokens' parts."""

    sheet: Sheet
    labels: Any
    cues: tuple[TokenSpan, ...]
    parts: tuple[Any, ...]


def taught_sheets(texts: Sequence[Annotated], vocabulary: WordPieces, held: Held) -> Iterator[TaughtSheet]:
    """The windows of texts with what a teacher holds of them, in the order in which it read them."""
    at, cue, part = 0, 0, 0
    for number, sheet in enumerate(sheets(texts, vocabulary)):
        size = len(sheet.firsts)
        cues, parts = list[TokenSpan](), []
        while cue < len(held.cues) and held.cues[cue, 0] == number:
            cues.append((int(held.cues[cue, 1]), int(held.cues[cue, 2])))
            parts.append(held.parts[part : part + size])
            cue, part = cue + 1, part + size
        yield TaughtSheet(sheet, held.labels[at : at + size], tuple(cues), tuple(parts))
        at += size
    assert (at, cue, part) == (len(held.labels), len(held.cues), len(held.parts)), "other texts were taught"


def sheets(texts: Sequence[Annotated], vocabulary: WordPieces) -> Iterator[Sheet]:
    """All windows of texts, ready to be read."""
    for one in texts:
        words = [one.tokens.word(i) for i in range(len(one.tokens))]
        pieces = [vocabulary.cut(word) for word in words]
        labels = token_labels(one)
        for first, last in windows(one.tokens, [len(cuts) for cuts in pieces]):
            flat, cases, firsts = [BEGIN], [0], []
            for i in range(first, last):
                firsts.append(len(flat))
                flat += pieces[i]
                cases += [writing(words[i])] * len(pieces[i])
            links = tuple(link for link in (moved(link, first, last) for link in one.links) if link)
            yield Sheet(
                np.array([*flat, END]), np.array([*cases, 0]), np.array(firsts), labels[first:last], links,
                one.notion,
            )  # fmt: skip


def token_labels(one: Annotated) -> Any:
    """Of every token and role: none, the first or another token of one; unknown for the cues of optional ones."""
    labels = np.zeros((len(one.tokens), ROLES), np.int64)
    for role, name in ((CUE, "cue"), (SOURCE, "source"), (CONTENT, "content")):
        for link in sorted(one.links, key=lambda link: not link.optional):  # those wanted last
            for a, b in sorted(getattr(link, name), key=lambda span: span[0] - span[1]):
                if role == CONTENT and labels[a, role]:  # within a longer one
                    continue
                labels[a:b, role] = -100 if link.optional and role == CUE else 2
                if not (link.optional and role == CUE):
                    labels[a, role] = 1
    return labels


def moved(link: Link, first: int, last: int) -> Link | None:
    """An attribution by tokens of a window; none where its cue isn't in it."""

    def clipped(spans: Sequence[TokenSpan]) -> tuple[TokenSpan, ...]:
        cut = ((max(a, first) - first, min(b, last) - first) for a, b in spans)
        return tuple((a, b) for a, b in cut if a < b)

    here = Link(clipped(link.content), clipped(link.cue), clipped(link.source), link.optional)
    return here if here.cue and here.content else None


def cue_labels(link: Link | None, cue: TokenSpan, size: int) -> Any:
    """What each token of a window is of a cue: none, source's first and others, content's first and others."""
    labels = np.zeros(size, np.int64)
    if link:
        for spans, kind in ((link.source, 1), (link.content, 3)):
            for a, b in spans:
                labels[a:b] = kind + 1
                labels[a] = kind
    labels[cue[0] : cue[1]] = 0
    return labels


def distances(cue: TokenSpan, size: int) -> Any:
    """How far each token stands before or behind a cue, as a number of the second head's table."""
    at = np.arange(size)
    before, behind = np.minimum(cue[0] - at, REACH), np.minimum(at - cue[1] + 1, REACH)
    return np.where(at < cue[0], before, np.where(at >= cue[1], REACH + behind, 0))


def batch_of(group: Sequence[Sheet]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """What the encoder reads of windows, filled up to the same length, and their labels."""
    longest, most = max(len(s.pieces) for s in group), max(len(s.firsts) for s in group)
    pieces, cases = (np.zeros((len(group), longest), np.int64) for _ in range(2))
    firsts = np.zeros((len(group), most), np.int64)
    mask = np.full((len(group), 1, 1, longest), VERY_LOW, np.float32)
    labels = np.full((len(group), most, ROLES), -100, np.int64)
    for n, s in enumerate(group):
        pieces[n, : len(s.pieces)], cases[n, : len(s.pieces)] = s.pieces, s.cases
        firsts[n, : len(s.firsts)], mask[n, :, :, : len(s.pieces)] = s.firsts, 0
        labels[n, : len(s.labels)] = s.labels
    return (
        torch.from_numpy(pieces), torch.from_numpy(cases), torch.from_numpy(firsts), torch.from_numpy(mask),
        torch.from_numpy(labels),
    )  # fmt: skip


def batches(windows: Sequence[T], size: int, luck: random.Random) -> list[list[T]]:
    """The windows of one pass in a random order, those of alike length together."""
    order = list(windows)
    luck.shuffle(order)
    groups = []
    for at in range(0, len(order), 40 * size):
        chunk = sorted(order[at : at + 40 * size], key=length)
        groups += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    luck.shuffle(groups)
    return groups


def length(window: Sheet | TaughtSheet) -> int:
    """How many pieces a window has."""
    return len((window.sheet if isinstance(window, TaughtSheet) else window).pieces)


def straightened(sheet: Sheet, marks: dict[int, int]) -> Sheet:
    """The window with straight marks for curly ones."""
    return sheet._replace(pieces=np.array([marks.get(p, p) for p in sheet.pieces.tolist()]))
