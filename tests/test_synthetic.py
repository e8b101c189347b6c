"""Made-up corpora and misremembered items are the same each time, and what they say they are."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from benchmarks.chart import chart
from benchmarks.known_items import WAYS, Item, corrupted, measured, misspelt
from benchmarks.synthetic import Corpus

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """A corpus made of the seeds."""
    return Corpus(SEEDS)


def test_corpus_is_the_same_each_time(corpus: Corpus) -> None:
    """The same folder and seed give the same statements, fewer of them the first of more."""
    assert list(islice(corpus.documents(1_000), 20)) == list(islice(Corpus(SEEDS).documents(200), 20))


def test_statements_stand_in_their_documents(corpus: Corpus) -> None:
    """As many statements as asked for, each cut out of its document by its spans."""
    documents = list(corpus.documents(100))

    assert 100 == sum(len(parsed.statements) for parsed in documents)
    for parsed in documents:
        for statement in parsed.statements:
            spans, text = statement.spans, parsed.document.text
            cut = [text[slice(*span[0])] for span in (spans.content, spans.cue, spans.source)]
            assert [statement.text, "said", statement.speaker] == cut


def test_items(corpus: Corpus) -> None:
    """Every way of misremembering gives as many queries, none of which its statement has as it stands."""
    texts = [statement.text for parsed in corpus.documents(400) for statement in parsed.statements]
    words = Counter(word for text in texts for word in set(text.lower().split()))
    items = corrupted(list(enumerate(texts)), words, lambda words, near: True, 4, seed=1)  # noqa: ARG005

    assert dict.fromkeys(WAYS, 4) == Counter(item.way for item in items)
    assert items == corrupted(list(enumerate(texts)), words, lambda words, near: True, 4, seed=1)  # noqa: ARG005


def test_misspelt() -> None:
    """A misspelt word has at most one letter more or less, and begins as the right one."""
    random = Random(3)
    for _ in range(50):
        wrong = misspelt("negotiation", random)
        assert "n" == wrong[0] and abs(len(wrong) - 11) <= 1


def test_measures() -> None:
    """What is found first counts 1, what is second 0.5, what is eleventh is not among ten."""
    items = [Item(query, 7, "") for query in "abcd"]
    found = {"a": [7], "b": [1, 7], "c": [*range(8, 18), 7], "d": []}

    assert ((1 + 0.5 + 1 / 11) / 4, 0.5) == measured(items, found.__getitem__)


def test_chart() -> None:
    """The chart has a line for each kind of query."""
    cost = {kind: {"statements": {"cpu": 7.5}} for kind in ("filter", "word", "misspelt", "fragment")}
    drawn = chart([{"statements": 1_000, "cost": cost}, {"statements": 1_000_000, "cost": cost}])

    assert 4 == drawn.count("<polyline")
    assert "1,000,000" in drawn
