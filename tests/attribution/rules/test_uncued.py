"""Which statement a quotation without a cue of its own joins, and which it makes by itself."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.token_columns import Columns, columns
from statements_cli.attribution.rules.uncued import add_uncued
from statements_cli.model import Spans
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import tokenize

TokenSpan = tuple[int, int]

# a statement already found is given as (content, cue, source); what must come out as (contents, source)
GIVEN = tuple[str, str, str]
CASES: list[tuple[str, list[GIVEN], list[tuple[str, str]]]] = [
    # the second half of a split one
    (
        "“We hope for peace,” Mao said. “All parties must accept it.”",
        [("“We hope for peace,”", "said", "Mao")],
        [("“We hope for peace,” … “All parties must accept it.”", "Mao")],
    ),
    # the next paragraphs of a quotation
    (
        "He said: “We will go on with it.\n“We will never stop here.\n“We will win this one.”",
        [("“We will go on with it.", "said", "He")],
        [("“We will go on with it. “We will never stop here. “We will win this one.”", "He")],
    ),
    # the paragraphs before it
    (
        "“We will go on with it.\n“We will never stop here.\n“We will win this one,” Putin said.",
        [("“We will win this one,”", "said", "Putin")],
        [("“We will go on with it. “We will never stop here. “We will win this one,”", "Putin")],
    ),
    # no matter how sure it is that somebody else is quoted in them
    (
        "“The firm told us that we must go on with it.\n“We will win this one,” Putin said.",
        [("we must go on with it.", "told us", "The firm"), ("“We will win this one,”", "said", "Putin")],
        [("“The firm told us that we must go on with it. “We will win this one,”", "Putin")],
    ),
    (
        "“The firm told us that we must go on with it.”\n“We will win this one,” Putin said.",
        [("we must go on with it.”", "told us", "The firm"), ("“We will win this one,”", "said", "Putin")],
        [("we must go on with it.”", "The firm"), ("“We will win this one,”", "Putin")],
    ),
    # signed by the name behind a dash
    ("“Peace can only be achieved by understanding.” ― Albert Einstein", [],
     [("“Peace can only be achieved by understanding.”", "Albert Einstein")]),
    # a paragraph by itself: whoever spoke last
    ("The talks were held in Istanbul.\n“We will go on with the talks tomorrow.”", [],
     [("“We will go on with the talks tomorrow.”", "")]),
    # scare quotes and names
    ("The “red study tours” of young people began.", [], []),
    ("The call was “highly productive” for both of them.", [], []),
    ("They saw “The Great Dictator” in a theatre.", [], []),
]  # fmt: skip


def prepared(text: str) -> tuple[Columns, Regions]:
    """The columns and quotations of a text whose lines are its paragraphs."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    paragraphs: Spans = tuple(spans)
    tokens = tokenize(text, paragraphs)
    tag(tokens)
    quotations = find_quotations(text, paragraphs)
    made = columns(tokens, quotations)
    return made, Regions(made, quotations)


def tokens_of(made: Columns, wording: str) -> TokenSpan:
    """The tokens of a wording's first occurrence."""
    start = made.tokens.text.index(wording)
    found = made.tokens.within((start, start + len(wording)))
    return found.start, found.stop


@pytest.mark.parametrize(("text", "given", "expected"), CASES)
def test_uncued(text: str, given: list[GIVEN], expected: list[tuple[str, str]]) -> None:
    """A quotation joins what it continues, or stands alone where it is an utterance by itself."""
    made, regions = prepared(text)
    kept = [
        AttributionCandidate((tokens_of(made, cue),), (tokens_of(made, source),), (tokens_of(made, content),), 0.9)
        for content, cue, source in given
    ]
    tokens = made.tokens
    found = [
        tuple(
            " … ".join(" ".join(text[tokens.starts[a] : tokens.ends[b - 1]].split()) for a, b in spans)
            for spans in (candidate.content, candidate.source)
        )
        for candidate in add_uncued(made, regions, kept, [])
    ]
    assert expected == found


def test_uncued_ones_are_less_sure() -> None:
    """What no cue attributes says so, and is less sure than what is signed."""
    confidences = []
    for text in ("“We will go on with the talks tomorrow.”", "“We will go on with the talks.” ― Albert Einstein"):
        made, regions = prepared(text)
        (candidate,) = add_uncued(made, regions, [], [])
        assert not candidate.cue
        assert candidate.evidence
        confidences.append(candidate.probability)
    assert 0 < confidences[0] < confidences[1] < 1


def test_nothing() -> None:
    """Without quotations nothing is added."""
    made, regions = prepared("The talks were held in Istanbul on Friday.")
    assert [] == add_uncued(made, regions, [], [])
