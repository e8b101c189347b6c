"""No text, no spans and no names make resolving raise, and its cost grows with the text alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Block
from statements_cli.speakers.coreference.resolve import resolve
from statements_cli.speakers.corpus.lookup import lookup
from statements_cli.speakers.corpus.registry import brought_together, by_key, told_under
from statements_cli.speakers.corpus.role_query import KnownSpeaker
from statements_cli.speakers.mentions.source_mention import read_mention

WORDS = st.sampled_from(
    [
        "The",
        "a",
        "said",
        "he",
        "She",
        "They",
        "it",
        "who",
        "and",
        "of",
        "Mr.",
        "Dr.",
        "President",
        "Xi",
        "Trump",
        "Cui",
        "Heng",
        "Putin's",
        ",",
        ".",
        "“",
        "”",
        '"',
        "(",
        ")",
        "\n",
        "US",
        "U.S.",
        "China",
        "Foreign",
        "Ministry",
        "spokesperson",
        "the",
        "official",
        "letter",
        "two",
        "leaders",
        "both",
        "sides",
        "Kremlin",
        "EU",
        "O’Neil",
        "al-Assad",
        "&",
        "-",
        "’s",
        "\xa0",
        "ß",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@given(TEXTS, st.data())
def test_resolving_never_raises(text: str, data: st.DataObject) -> None:
    """Any text with any spans gets one resolution for each attribution, confidences between 0 and 1."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=12)))
    spans = list(pairwise(cuts))
    attributions = [Attribution((span,), (), (), (other,), "indirect") for span, other in pairwise(spans)]
    attributions.append(Attribution((), (), (), tuple(spans), "direct"))
    blocks = tuple(Block(span, "paragraph") for span in spans)
    for article in (Article("a", "p", (0, len(text)), blocks), Article("a", "p", (0, len(text)), ())):
        found = resolve(ArticleText.plain(article, text), attributions)
        assert len(attributions) == len(found)
        assert all(0 <= one.confidence <= 1 for one in found)
        assert all((one.speaker is None) == (one.type is None) for one in found)


@given(TEXTS)
def test_reading_a_mention_never_raises(phrase: str) -> None:
    """Any phrase is some kind of mention."""
    assert read_mention(phrase).kind


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["person", "organisation", "group"])), max_size=8))
def test_any_names_are_brought_together(mentions: list[tuple[str, str]]) -> None:
    """Whatever the names are, each stands for somebody, under one of them."""
    told = told_under(((name, kind, ""), None, 1) for name, kind in mentions)
    meant = by_key(brought_together(told))

    assert {(name, kind, "") for name, kind in mentions} == meant.keys()
    assert {one.best_name for one in meant.values()} <= {name for name, _ in mentions}


@given(TEXTS, st.lists(TEXTS, max_size=5))
def test_lookup_takes_any_query(query: str, names: list[str]) -> None:
    """Any query over any names finds a part of them."""
    found = lookup(query, [KnownSpeaker(name) for name in names])
    assert set(found.matches) <= set(names)


@pytest.mark.parametrize(
    "piece", ["A ", "He said Xi. ", "Mr. ", "the two leaders, ", "A-", "of the ", "“Xi” ", "U.S. "]
)
def test_cost_is_linear(piece: str) -> None:
    """Eight times the text costs nowhere near sixty-four times the time."""
    costs = []
    for size in (8_000, 64_000):
        text = (piece * (size // len(piece) + 1))[:size]
        spans = [(at, at + 12) for at in range(0, size - 40, 200)]
        attributions = [Attribution(((end, end + 20),), (), (), ((start, end),), "indirect") for start, end in spans]
        began = time.process_time()
        resolve(ArticleText.plain(Article("a", "p", (0, size), ()), text), attributions)
        costs.append(time.process_time() - began)
    assert costs[1] < 24 * max(costs[0], 0.02)
