"""A footnote holds: it names speaker, role, words, article, days, how they are known, and where to check."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from statements_cli.model import Statement, StatementSpans
from statements_cli.output.citations.footnote import MARKDOWN, footnote
from statements_cli.store import Store


@pytest.fixture
def said(store: Store) -> Statement:
    """The newest statement of the known corpus."""
    return store.statements()[0]


def test_plain(said: Statement) -> None:
    """All that is known stands in it, in the order in which a reader asks."""
    start, end = said.spans.content[0]

    assert (
        "Mao Ning (Foreign Ministry spokesperson): “China supports direct dialogue and negotiation between the parties”; "
        "said 2025-05-20 (stated in the text). In: “China backs talks”, Global Times, published 2025-05-20. "
        f"Retrieved from known.txt, characters {start}-{end}, statement {said.id}."
    ) == footnote(said)


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"kind": "indirect"}, "spokesperson), as reported: China supports"),
        ({"date_basis": "inferred"}, "said 2025-05-20 (inferred)"),
        ({"date_basis": "relative"}, "said 2025-05-20 (reckoned from the day published)"),
        ({"date_basis": "article"}, "said 2025-05-20 (the day published)"),
        ({"date": None, "date_basis": None}, "; day unknown."),
        ({"speaker": None, "role": None}, "Unknown speaker: “China"),
        ({"via": ("Tass", "Reuters")}, ", relayed by Tass, Reuters: “China"),
        ({"url": "https://news.example/1"}, "published 2025-05-20. https://news.example/1 Retrieved"),
        ({"byline": "Ann Example"}, "In: Ann Example, “China backs talks”"),
        (
            {"headline": None, "outlet": None, "published": None},
            "In: an article without a headline, outlet unknown, day published unknown.",
        ),
        ({"published": "2025-05-20T14:30+05:30", "published_basis": "inferred"}, "published 2025-05-20 (inferred)."),
        ({"text": "We agree … Now", "spans": StatementSpans(((0, 8), (20, 23)))}, "“We agree […] Now”"),
        ({"spans": StatementSpans(((0, 8), (20, 23)))}, "characters 0-8, 20-23, statement"),
        ({"text": "one \x1b[31m two"}, "“one \\x1b[31m two”"),
    ],
)
def test_what_is_known(said: Statement, changes: dict[str, Any], part: str) -> None:
    """What isn't known is said so or left out, and nothing in it steers a terminal."""
    assert part in footnote(replace(said, **changes))


def test_markdown(said: Statement) -> None:
    """Markdown has the outlet in italics, the address as a link, and no mark of a text taken for its own."""
    written = footnote(replace(said, text="a *b* c", url="https://news.example/1"), MARKDOWN)

    assert "“a \\*b\\* c”" in written
    assert "*Global Times*, published 2025-05-20. <https://news.example/1>" in written


def test_in_a_style(said: Statement) -> None:
    """The reference of a style stands in place of the article's plain one."""
    assert ". In: Printed so. Retrieved from" in footnote(said, printed="Printed so.")
