"""Statements whose day is counted from an event, and counts that date something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.counted_events import counted_day
from statements_cli.dates.said import said_on
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

ROWS = [
    # number of days, noun, whether it belongs to what has been before
    ("A day before the talks began, {Holt} <said> [it rained].", (-1, "talks", True)),
    ("Two days before the Geneva talks began, {Holt} <said> [it rained].", (-2, "talks", True)),
    ("A day before the talks, {Holt} <said> [it rained].", (-1, "talks", False)),
    ("The day before the vote, {Holt} <said> [it rained].", (-1, "vote", True)),
    ("The day after the attack, {Holt} <said> [it rained].", (1, "attack", True)),
    ("A day after the attack, {Holt} <said> [it rained].", (1, "attack", False)),  # how news tell of today
    ("{Holt} <said> the day after the attack [it rained].", (1, "attack", True)),
    ("{Holt} <told> state media the day after the attack [it rained].", (1, "attack", True)),
    ("{Holt} <told> a big crowd of farmers the day after the attack [it rained].", None),
    ("Less than two days before the talks began, {Holt} <said> [it rained].", (None, "talks", True)),
    ("Only two days before the talks began, {Holt} <said> [it rained].", (-2, "talks", True)),
    ("On the eve of the talks, {Holt} <said> [it rained].", (-1, "talks", False)),
    ("The week before the vote, {Holt} <said> [it rained].", (None, "vote", True)),
    ("Two weeks after the vote, {Holt} <said> [it rained].", (None, "vote", False)),
    ("The day after Berg resigned, {Holt} <said> [it rained].", (1, "", True)),  # no noun
    ("Three months later, {Holt} <said> [it rained].", (None, "", True)),
    ("But just days later, {Holt} <said> [it rained].", (None, "", True)),
    ("In a letter the day after the vote, {Holt} <said> [it rained].", (1, "vote", True)),
    ("That year {Holt} <said> [it rained].", (None, "", True)),
    ("In the same month, {Holt} <said> [it rained].", (None, "", True)),
    ("The following year, the {mayor} <said> [it rained].", (None, "", True)),
    ("That year's winner, {Holt}, <said> [it rained].", None),
    ("That year he fell, and {Holt} <said> [it rained].", None),
    ("That week {Holt} <said> [it rained].", None),
    # what is still to come, what opens no sentence, what is the content's
    ("A day before talks are due to begin, {Holt} <said> [it rained].", None),
    ("The town was freed three months later and, as {Holt} <said>, [it rained].", None),
    ("{Holt}, elected the day after the attack, <said> [it rained].", None),
    ("{Holt} <said> [it rained the day after the attack].", None),
    ("Hours after the vote, {Holt} <said> [it rained].", None),
]

PASSAGES = [
    ("Bombs fell in an attack on May 12.\nThe day after the attack, {Holt} <said> [it rained].", "2025-05-13"),
    ("Bombs fell in an attack on May 12.\nA day after the attack, {Holt} <said> [it rained].", "2025-05-13"),
    ("A day before the talks began, {Holt} <said> [it rained].\nThe talks opened on Thursday.", "2025-05-14"),
    # the event of the last days before another one nearer by
    (
        "The talks opened on Thursday.\nThe truce of March 2, 2025 came ahead of talks.\n"
        "A day before the talks began, {Holt} <said> [it rained].",
        "2025-05-14",
    ),
    ("Bombs fell on May 12.\nThe day after the attack, {Holt} <said> [it rained].", None),  # of another event
    ("Bombs fell in an attack in May.\nThe day after the attack, {Holt} <said> [it rained].", None),  # no day
    (
        "Bombs fell in an attack on Tuesday.\nThe day after the attack, {Holt} <said> [it rained].",
        None,
    ),  # in the future
    ("The town fell in 2019.\nThree months later, {Holt} <said> [it rained].", None),
    ("The town fell in September 2019.\nThree months later, {Holt} <said> [it rained].", "2019-12"),
    ("The town fell in September 2019.\nFour months later, {Holt} <said> [it rained].", "2020-01"),
    ("The town fell on September 2, 2019. Two years later, {Holt} <said> [it rained].", "2021"),
    ("The town fell in May 2019. That year {Holt} <said> [it rained].", "2019"),
    ("The town fell in May 2019. The same month, {Holt} <said> [it rained].", "2019-05"),
    ("The town fell in December 2019. The following month, {Holt} <said> [it rained].", "2020-01"),
    ("The town fell in May 2025. The following month, {Holt} <said> [it rained].", None),  # in the future
    ("The town fell on May 2, 2025. Two days later, {Holt} <said> [it rained].", "2025-05-04"),
    ("The town fell on May 2, 2025. Less than two days later, {Holt} <said> [it rained].", None),
    ("The town fell in May 2025. Two days later, {Holt} <said> [it rained].", None),
    ("The town fell on May 2, 2025. Two weeks later, {Holt} <said> [it rained].", None),
    ("Nobody knew it until last September. Three months later, {Holt} <said> [it rained].", "2024-12"),
    ("The town fell in May 2025. Six months later, {Holt} <said> [it rained].", None),  # in the future
    ("It fell in May 2019.\nIt rose.\nA bell rang.\nSix months later, {Holt} <said> [it rained].", None),  # far away
    ("A day after the court ruled, {Holt} <said> [it rained].", "2025-05-20"),
    ("The day after the attack, {Holt} <said> on Monday [it rained].", "2025-05-19"),
]


@pytest.mark.parametrize(("sentence", "counted"), ROWS)
def test_days_are_counted_from_events(
    marked: Marked, sentence: str, counted: tuple[int | None, str, bool] | None
) -> None:
    """A count that opens the sentence or follows the cue dates the saying; its noun names the event."""
    text, article, attributions = marked(sentence, published="2025-05-20")
    [frame] = ArticleText.plain(article, text).once(Framer).frames(attributions)
    found = counted_day(frame)
    assert counted == (found and (found.number, found.event, found.retold))


@pytest.mark.parametrize(("passage", "day"), PASSAGES)
def test_an_event_dates_what_is_counted_from_it(marked: Marked, passage: str, day: str | None) -> None:
    """The event's day counts where the article tells it; else a retold statement has none."""
    text, article, attributions = marked(passage, published="2025-05-20")
    assert day == said_on(ArticleText.plain(article, text), attributions)[0].date
