"""A passage is the paragraphs around a statement, and no more than can be read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements_cli.model import Article, Block, Statement, StatementSpans
from statements_cli.store import Store
from statements_cli.store.passages import passage_span


def _article(*blocks: tuple[int, int]) -> Article:
    return Article("a", "p", (0, blocks[-1][1]), tuple(Block(span, "paragraph") for span in blocks))


def _statement(store: Store, *content: tuple[int, int]) -> Statement:
    return replace(store.statements()[0], spans=StatementSpans(content))


def test_whole_paragraphs(store: Store) -> None:
    """The passage begins and ends with the paragraphs that hold the statement."""
    article = _article((0, 50), (52, 100), (102, 150))

    assert (52, 150) == passage_span(_statement(store, (60, 70), (110, 120)), article, "x" * 150)


def test_endless_paragraph_is_cut(store: Store) -> None:
    """Of a paragraph without end only the surroundings are shown."""
    start, end = passage_span(_statement(store, (50_000, 50_010)), _article((0, 100_000)), "x" * 100_000)

    assert start > 49_000 and end < 51_000


@settings(suppress_health_check=[HealthCheck.too_slow])  # machines are shared
@given(spans=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=3))
def test_holds_all_spans(store: Store, spans: list[tuple[int, int]]) -> None:
    """Every span of the statement lies within its passage."""
    content = [(min(span), max(span)) for span in spans]
    start, end = passage_span(_statement(store, *content), _article((0, 100), (101, 200)), "x" * 200)

    assert all(start <= first and last <= end for first, last in content)


def test_passages_of_several(store: Store) -> None:
    """Passages of several statements are those of each, in their order, whichever articles they are of."""
    statements = [*store.statements(), store.statements()[0]]

    assert [store.show(one.id) for one in statements] == list(store.passages(statements))
