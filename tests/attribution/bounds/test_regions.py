"""Spans of tokens: merging, cutting, counting, and setting borders straight by the quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.attribution.bounds.regions import Regions, cut, merge, shared, size, snap
from statements_cli.attribution.labelling.token_columns import columns
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import Tokens, tokenize

TokenSpan = tuple[int, int]
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: (p[0], p[0] + p[1])), max_size=6)


def held(spans: Sequence[TokenSpan]) -> set[int]:
    """The numbers of the tokens in the spans."""
    return {i for start, end in spans for i in range(start, end)}


def regions_of(text: str) -> tuple[Tokens, Regions]:
    """The tokens and quotations of a text of one paragraph."""
    tokens = tokenize(text, ((0, len(text)),))
    tag(tokens)
    quotations = find_quotations(text, ((0, len(text)),))
    return tokens, Regions(columns(tokens, quotations), quotations)


def test_merge() -> None:
    """Spans that touch or overlap become one, empty ones none."""
    assert ((1, 6), (8, 9)) == merge([(8, 9), (4, 6), (1, 4), (2, 3), (7, 7)])
    assert () == merge([])


def test_cut() -> None:
    """A hole leaves what stands before and after it."""
    assert ((0, 3), (5, 8)) == cut([(0, 8)], (3, 5))
    assert ((0, 2),) == cut([(0, 4), (4, 6)], (2, 9))
    assert ((0, 4),) == cut([(0, 4)], (4, 9))
    assert ((0, 2),) == cut([(0, 4)], (2, 4))
    assert ((2, 4),) == cut([(0, 4)], (0, 2))


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        # from the comma before another's verb, from the verb where there is none
        ("We hope so now, she said it fell.", 2, ((0, 4),)),
        ("We hope so now; she said it fell.", 2, ((0, 4),)),
        ("We hope so now she said it fell.", 2, ((0, 2),)),
        # no verb of speaking behind it, one within marks; a span that ends with it or begins there
        ("We hope so now, she left it there.", 2, ((0, 10),)),
        ("We hope so now, “she said it fell”.", 2, ((0, 12),)),
        ("We hope so now, she said it fell.", 10, ((0, 10),)),
        ("We hope so now, she said it fell.", 0, ((0, 10),)),
    ],
)
def test_cut_after(text: str, end: int, expected: tuple[TokenSpan, ...]) -> None:
    """What somebody else says behind an unclosed quotation is no part of it."""
    tokens, regions = regions_of(text)

    assert expected == regions.cut_after(((0, len(tokens)),), end)


@given(SPANS, SPANS, st.tuples(st.integers(0, 40), st.integers(0, 12)))
def test_spans_are_sets(first: list[TokenSpan], second: list[TokenSpan], hole: tuple[int, int]) -> None:
    """Merging, cutting and counting do to spans what they would do to the sets of their tokens."""
    a, b = merge(first), merge(second)
    out = (hole[0], hole[0] + hole[1])
    assert held(first) == held(a)
    assert all(end < start for (_, end), (start, _) in pairwise(a))
    assert len(held(a)) == size(a)
    assert len(held(a) & held(b)) == shared(a, b)
    assert held(a) - held([out]) == held(cut(a, out))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # words of the content, and what they become with Mao's "said" as their cue
        ("We hope so very much", "“We hope so very much indeed , ”"),  # to the marks
        ("hope so very much indeed , ” Mao", "“We hope so very much indeed , ” Mao"),  # what is outside stays
        ("We", ""),  # hardly touched: another's
        ("on Tuesday", "on Tuesday"),  # outside any marks
    ],
)
def test_snap(content: str, expected: str) -> None:
    """A quotation is content to its marks where it mostly is, and not at all where it hardly is."""
    tokens, regions = regions_of("“We hope so very much indeed,” Mao said on Tuesday.")
    words = [tokens.word(i) for i in range(len(tokens))]
    wanted = content.split()
    start = next(i for i in range(len(words)) if words[i : i + len(wanted)] == wanted)
    cue = words.index("said")
    found = snap(((start, start + len(wanted)),), (cue, cue + 1), regions)
    assert expected.replace(" ", "") == "".join(words[i] for i in sorted(held(found)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We hope for peace soon,” he said.", True),
        ("The “red study tours” began.", False),  # a name
        ("It was “immediately” done.", False),  # a scare quote
        ("the “desire for a peaceful and unconditional ceasefire” of Kyiv", False),  # part of a clause
        (
            "He said “we will carry on with the dialogue and the negotiation for as long as it takes” today",
            True,
        ),
    ],
)
def test_utterances(text: str, expected: bool) -> None:
    """An utterance is long, or stopped as a sentence is."""
    _, regions = regions_of(text)
    assert expected == regions.is_utterance(0)


def test_opened_at() -> None:
    """A quotation is found by where its outer mark stands, the outermost first."""
    _, regions = regions_of("“‘No,’ he told me,” she said.")
    opened = regions.opened_at(0)
    assert opened is not None
    assert 0 == opened.depth
    assert regions.opened_at(3) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We hope so.”", True),  # four tokens, stopped within
        ("“We hope so”.", False),  # three
        ("“We hope so now”,", True),  # stopped behind
        ("“We hope so now”x", False),
        (f"“{'we ' * 11}go”", True),  # twelve tokens
        (f"“{'we ' * 10}go”", False),
        ("“We hope so now.", True),  # never closed
        ("“We hope now", False),
    ],
)
def test_length_of_an_utterance(text: str, expected: bool) -> None:
    """Four tokens with a stop make an utterance, or twelve without."""
    _, regions = regions_of(text)

    assert expected == regions.is_utterance(0)


def test_quotations_of_spans() -> None:
    """Spans hold the quotations that they share a token with, in order and each once."""
    _, regions = regions_of("“One two three,” he said, “four five six.” “Seven.”")

    assert [(0, 6), (9, 15), (15, 19)] == regions.spans
    assert [[0], [], [1], [1], [2], [2]] == [regions.of(((at, at + 1),)) for at in (5, 6, 9, 14, 15, 18)]
    assert [0, 1, 2] == regions.of(((8, 19), (0, 2), (1, 3)))
    assert [] == regions.of(((6, 9),))
    assert [0, 1] == regions.of(((5, 10),))
    tokens, nested = regions_of("“‘No,’ he told me,” she said.")
    assert [0] == nested.of(((0, len(tokens)),))  # outermost ones


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        # at least half of it is content
        ("The “red study tours” went, Mao said.", "“red study", "said", "“red study tours”"),
        ("The “red study tours now” went, Mao said.", "“red study", "said", "“red study tours now”"),
        ("The “red study tours so now” went, Mao said.", "“red study", "said", "“red study"),
        # hardly touched: left where it is no utterance, none where it is one
        ("The “red study tours” went, Mao said.", "The “red", "said", "The “red"),
        ("“We hope so very much.” Mao said.", "We hope so", "said", ""),
        # a cue within the quotation
        ("“Mao said we hope so very much.”", "we hope so very much", "said", "we hope so very much"),
        # never closed: to its end, or up to where another speaks
        ("He wrote: “We hope so, and it is", "We hope so, and it is", "wrote", "“We hope so, and it is"),
        (f"He wrote: “We hope so {'very ' * 160}much", "We hope so", "wrote", "We hope so"),
    ],
)
def test_snapped(text: str, content: str, cue: str, expected: str) -> None:
    """The marks decide where a quotation that is mostly content ends."""
    tokens, regions = regions_of(text)
    spans = []
    for words in (content, cue):
        found = tokens.within((text.index(words), text.index(words) + len(words)))
        spans.append((found.start, found.stop))
    snapped = snap((spans[0],), spans[1], regions)

    assert expected == " / ".join(text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in snapped)
