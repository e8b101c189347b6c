"""Annotated texts in; the tokens, columns and labels that the learners take out."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from statements_cli.attribution.labelling import first_pass
from statements_cli.attribution.labelling.first_pass import CUE_STRIDE, Cue, TokenSpan, View
from statements_cli.attribution.labelling.token_columns import STRIDE, Columns, columns, lexicon_numbers
from statements_cli.quotations import Quotation, find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import Tokens, tokenize
from training.corpus import Gold, Text, paragraphs
from training.lessons import Lesson, cues_taught, none_but

STEPS = (0.01, 0.05, 0.15, 0.3, 0.5, 0.7)  # the bounds between the steps of cueness


@dataclass(frozen=True, slots=True)
class Link:
    """One annotated attribution as spans of tokens."""

    content: tuple[TokenSpan, ...]
    cue: tuple[TokenSpan, ...]
    source: tuple[TokenSpan, ...]
    optional: bool = False


@dataclass(slots=True)
class Example:
    """One text on its way through training; columns and view depend on the fold and are filled in later.

    A text that nobody annotated has a ``lesson``: what the accurate model holds of it.
    """

    text: Text
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    links: tuple[Link, ...]
    labels: array[int]
    numbers: array[int]
    heads: array[int] | None = None
    columns: Columns | None = None
    view: View | None = None
    cues: list[Cue] = field(default_factory=list)
    lesson: Lesson | None = None


def example(text: Text) -> Example:
    """A text with its gold labels, tagged."""
    spans = paragraphs(text.text)
    tokens = tokenize(text.text, spans)
    tag(tokens)
    links = tuple(_link(tokens, gold) for gold in text.attributions)
    return Example(
        text, tokens, find_quotations(text.text, spans), links, flat_labels(tokens, links), lexicon_numbers(tokens)
    )


def _link(tokens: Tokens, gold: Gold) -> Link:
    content, cue, source = (
        tuple((found.start, found.stop) for found in map(tokens.within, role) if len(found))
        for role in (gold.content, gold.cue, gold.source)
    )
    return Link(content, cue, source, gold.optional)


def flat_labels(tokens: Tokens, links: Iterable[Link]) -> array[int]:
    """The first labeller's label of every token; where annotations overlap, content over cue over source."""
    labels = array("b", bytes(len(tokens)))
    links = list(links)
    for role, label in (("source", first_pass.SOURCE), ("cue", first_pass.CUE), ("content", first_pass.CONTENT)):
        for link in links:
            for start, end in getattr(link, role):
                for i in range(start, end):
                    labels[i] = label if i == start else label + 1
    firsts = set(tokens.paragraphs)
    for i, label in enumerate(labels):
        if label and label % 2 == 0 and (i in firsts or labels[i - 1] not in (label, label - 1)):
            labels[i] = label - 1
    return labels


class CueCounts:
    """How often each word is met and how often it is a cue, in all texts or without a fold."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.met: Counter[int] = Counter()
        self.cues: Counter[int] = Counter()
        for one in examples:
            self.met.update(one.numbers)
            self.cues.update(number for number, label in zip(one.numbers, one.labels, strict=True) if label in (1, 2))

    def step(self, number: int) -> int:
        """How often the word is a cue, as a step from 0 (met less than three times) to 7."""
        met = self.met[number]
        if met < 3:
            return 0
        rate = (self.cues[number] + 0.1) / (met + 2.0)
        return 1 + sum(rate >= bound for bound in STEPS)

    def cueness(self, one: Example) -> array[int]:
        """The step of every token of a text."""
        steps = {number: self.step(number) for number in set(one.numbers)}
        return array("b", [steps[number] for number in one.numbers])


def set_columns(examples: Iterable[Example], counts: CueCounts) -> None:
    """Fill in the columns of texts, with the cue lexicon of others."""
    for one in examples:
        one.columns = columns(one.tokens, one.quotations, counts.cueness(one))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Features, labels and sequence offsets as the learner takes them.

    Where probabilities are learned from, ``taught`` has them, a row a token, and ``lessons`` each sequence's first row
    of it, -1 of a sequence whose labels are learned from.
    """

    features: Any
    labels: Any
    offsets: Any
    stride: int
    taught: Any
    lessons: Any


def first_matrix(examples: Sequence[Example]) -> Matrix:
    """What the first labeller learns from."""
    sheets, offsets, taught, lessons, rows = [], [0], [], [], 0
    for one in examples:
        assert one.columns is not None
        for first, last, start in first_pass.sheets(one.columns):
            sheet = array("I", bytes(4 * (last - first) * STRIDE))
            first_pass.features_of(one.columns, first, last, start, sheet)
            sheets.append(np.frombuffer(sheet, np.uint32))
            offsets.append(offsets[-1] + last - first)
            lessons.append(rows + first if one.lesson is not None else -1)
        if one.lesson is not None:
            taught.append(one.lesson.labels)
            rows += len(one.lesson.labels)
    labels = np.concatenate([np.frombuffer(one.labels, np.int8) for one in examples])
    return Matrix(
        np.concatenate(sheets), labels, np.array(offsets, np.int32), STRIDE, _stacked(taught, 7),
        np.array(lessons, np.int32),
    )  # fmt: skip


def _stacked(rows: Sequence[Any], width: int) -> Any:
    return np.concatenate(rows) if rows else np.zeros((0, width), np.uint8)


def cue_targets(one: Example) -> list[tuple[Cue, Link | None]]:
    """The likely cues of a text, each with the annotation it is the cue of, and those the labeller missed."""
    assert one.columns is not None
    owner = {i: n for n, link in enumerate(one.links) for a, b in link.cue for i in range(a, b)}
    used: set[int] = set()
    targets: list[tuple[Cue, Link | None]] = []
    for cue in one.cues:
        claims = Counter(owner[i] for i in range(cue.start, cue.end) if i in owner)
        number = claims.most_common(1)[0][0] if claims else None
        link = one.links[number] if number is not None and number not in used else None
        if number is not None:
            used.add(number)
        targets.append((cue, link))
    for number, link in enumerate(one.links):
        if number not in used and link.cue:
            start, end = link.cue[0]
            if end - start < 60:
                targets.append((Cue(start, end, first_pass.head_token(one.columns, start, end), 0.0), link))
    return targets


def cue_labels(one: Example, cue: Cue, link: Link | None) -> array[int]:
    """The second labeller's labels of the tokens around a cue: 0 none, 1 and 2 source, 3 and 4 content."""
    assert one.columns is not None
    first, last = first_pass.window(one.columns, cue)
    labels = array("b", bytes(last - first))
    if link is not None:
        for role, label in ((link.source, 1), (link.content, 3)):
            for start, end in role:
                for i in range(max(first, start), min(last, end)):
                    labels[i - first] = label if i == max(first, start) else label + 1
    for i in range(cue.start, cue.end):
        labels[i - first] = 0
    for i, label in enumerate(labels):
        if label in (2, 4) and (i == 0 or labels[i - 1] not in (label, label - 1)):
            labels[i] = label - 1
    return labels


def second_matrix(examples: Sequence[Example]) -> Matrix:
    """What the second labeller learns from."""
    sheets, labels, offsets, taught, lessons, rows = [], array("b"), [0], [], [], 0
    for one in examples:
        assert one.columns is not None and one.view is not None
        for cue, target in second_targets(one):
            first, last = first_pass.window(one.columns, cue)
            sheet = array("I", bytes(4 * (last - first) * CUE_STRIDE))
            first_pass.cue_features_of(one.columns, one.view, cue, first, last, sheet)
            sheets.append(np.frombuffer(sheet, np.uint32))
            offsets.append(offsets[-1] + last - first)
            if isinstance(target, array):
                labels += target
                lessons.append(-1)
            else:
                labels += array("b", bytes(last - first))
                taught.append(target)
                lessons.append(rows)
                rows += last - first
    targets = np.frombuffer(labels, np.int8).copy()  # the learner asks for room it may write to
    return Matrix(
        np.concatenate(sheets), targets, np.array(offsets, np.int32), CUE_STRIDE, _stacked(taught, 5),
        np.array(lessons, np.int32),
    )  # fmt: skip


def second_targets(one: Example) -> Iterator[tuple[Cue, Any]]:
    """The cues of a text, each with the labels of the tokens around it, or how probable the teacher holds them."""
    assert one.columns is not None
    if one.lesson is None:
        for cue, link in cue_targets(one):
            yield cue, cue_labels(one, cue, link)
        return
    for (start, end), taught in cues_taught(one.lesson, [(cue.start, cue.end) for cue in one.cues]):
        cue = Cue(start, end, first_pass.head_token(one.columns, start, end), 0.0)
        yield cue, none_but(taught, first_pass.window(one.columns, cue), (start, end))
