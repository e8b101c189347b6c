"""Of the days with which what was said begins, those that date the saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.timed_words import Timed, opening_day
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import EMPTY, Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

ROWS = [
    ("{He} <announced> [on May 5 the end of the tax].", "May 5"),
    ("{They} had <said> [on Thursday it had found nothing].", "Thursday"),
    ("{He} <said> [last month he had no trust].", "last month"),
    ("{He} <promised> [at the end of January to rebuild].", "January"),
    # a name follows behind a preposition only
    ("{He} <said> [in April Berlin would pay].", "April"),
    ("{He} <said> [April Berlin would pay].", None),
    # what follows is a verb: the day is its subject; or a thing of that day
    ("{He} <said> [last month was bad].", None),
    ("{He} <said> [Saturday's storm was bad].", None),
    # other words stand before it
    ("{He} <said> [the man on Saturday ran off].", None),
    ("{He} <said> “[on Saturday the man ran off]”.", None),
    ("[On Saturday the man ran off], {he} <said>.", None),
    # it counts from another day
    ("{He} <said> [two days later the man ran off].", None),
    ("{He} <said> [the man ran off].", None),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_opening_day(text: str, expected: str | None, marked: Marked) -> None:
    """A day right behind the cue dates the saying where what was said goes on with a new clause or name."""
    plain, article, attributions = marked(text)
    (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)
    found = opening_day(plain, attributions[0], frame)
    assert (expected or "").split() == (found.words if found else "").split()


def test_no_cue(marked: Marked) -> None:
    """Without a cue nothing stands right behind it."""
    plain, _, attributions = marked("{He} <said> [on Monday he would go].")
    assert None is opening_day(plain, attributions[0], EMPTY)


def test_stretches_without_letters_of_time(marked: Marked) -> None:
    """Only a stretch that has letters of an expression of time is read for one."""
    plain, article, _ = marked("{He} <said> [it rained]. On Monday it froze.")
    timed = Timed(ArticleText.plain(article, plain))
    assert [False, True] == [timed.within(0, 20), timed.within(20, len(plain))]
