"""Of the days with which what was said begins, those that date the saying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.statement_frames import entries_of
from statements_cli.dates.timed_words import CLAUSE, Timed, issue_day, opening_day, today_by_date
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
    # or a number, or a word for how many
    ("{He} <said> [on Tuesday almost 13,000 had fled].", "Tuesday"),
    ("{He} <said> [on Tuesday 300 people had fled].", "Tuesday"),
    ("{He} <said> [Tuesday almost drove them mad].", None),
    # a time that can be no subject, before a verb
    ("The plan, which {he} <said> [earlier this year will cost a billion].", "earlier this year"),
    ("The plan, which {he} <said> [this year will cost a billion].", None),
    ("The plan, which {he} <said> [earlier this year blew up].", None),
    # an object stands between, of seven words at most
    ("{The board} <accused> [the firm in May of lying].", "May"),
    ("{The board} <falsely accused> [a lawmaker Monday of lying].", "Monday"),
    ("{The union} <accused> [the board last week of lying].", "last week"),
    ("{They} <asked> [the Justice Department last week to pay].", "last week"),
    ("{They} <asked> [a b c d e f on Monday to pay].", "Monday"),
    ("{They} <asked> [a b c d e f g on Monday to pay].", None),
    # but another verb, or another event
    ("{They} <asked> [the firm last week for a loan].", None),
    ("{They} <found> [the firm in May to be broke].", None),
    ("{They} <asked> [her to pay in May to stay].", None),
    ("{They} <asked> [who fled in May to pay].", None),
    ("{They} <asked> [the firm, shut in May to pay].", None),
    # what follows is a verb: the day is its subject; or a thing of that day
    ("{He} <said> [last month was bad].", None),
    ("{He} <said> [Saturday's storm was bad].", None),
    # other words stand before it
    ("{He} <said> [the man on Saturday ran off].", None),
    ("{He} <said> “[on Saturday the man ran off]”.", None),
    ("[On Saturday the man ran off], {he} <said>.", None),
    ("{He} <praised> [her in 2015 as the best]. ", "in 2015"),
    ("{He} <dismissed> [the report on Monday as wrong]. ", "Monday"),
    ("{He} <saw> [her in 2015 as the best]. ", None),
    # it counts from another day, which a clause follows
    ("{He} <said> [a day earlier that the man ran off].", "a day earlier"),
    ("{He} <said> [the day before that the man ran off].", "the day before"),
    ("{He} <said> [a day earlier the man ran off].", None),
    ("{He} <said> [a day later that man ran off].", None),
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


TODAY = [
    ("{The letter} <read> “[He died today, May 5, 2025. He was old.]”", "May 5, 2025"),
    ("{The letter} <read> “[Today, 5 May, he died.]”", "5 May"),
    ("{The letter} <read> “[He died today, a Monday in May.]”", None),
    ("{The letter} <read> “[He died today, in the rain of May 5, 2025.]”", None),
    ("{The letter} <read> “[He died on May 5, 2025.]”", None),
    ("“[He died today, May 5, 2025.]”", None),
]


@pytest.mark.parametrize(("text", "expected"), TODAY)
def test_today_by_date(text: str, expected: str | None, marked: Marked) -> None:
    """What is said tells its own day where it calls a date today."""
    plain, article, attributions = marked(text)
    (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)
    found = today_by_date(plain, attributions[0], frame)
    assert expected == (found.words if found else None)


LED_IN = [
    ("In January, [a bomb went off], <according to> {officials}.", "In January"),
    ("Last week, [the spillway broke], {the state} <said>.", "Last week"),
    # the words of whoever spoke, which the saying's day leads in
    ("In January, “[a bomb went off],” {officials} <said>.", None),
    # the source before what was said, and the day within that
    ("In January, {officials} <said> [a bomb went off].", None),
    ("[In January, a bomb went off], {officials} <said>.", None),
]


@pytest.mark.parametrize(("text", "expected"), LED_IN)
def test_event_day(text: str, expected: str | None, marked: Marked) -> None:
    """A day before an indirect quotation whose source ends the sentence is that of what was said."""
    plain, article, attributions = marked(text)
    article_text = ArticleText.plain(replace(article, published="2025-05-20"), plain)
    [entry] = entries_of(article_text, attributions)
    found = plain[: entry.event[1]] if entry.event else None
    assert expected == found
    assert (expected is None) == (entry.event is None or not entry.contains(entry.event[0]))


ISSUED = [
    ("<According to> {a report}, [delivered in May in Oslo by the bank, the plan works].", "May"),
    ("<According to> {a report} [posted online by the bank Friday night, the plan works].", "Friday night"),
    # the clause has no end, or does not say that it came out
    ("<According to> {a report} [posted online by the bank Friday night].", None),
    ("<According to> {a report}, [torn up in May in Oslo by the bank, the plan works].", None),
    ("<According to> {a report}, [delivered by the bank, in May the plan works].", None),
    # a thing of that day, or a day that counts from another
    ("<According to> {a report}, [delivered after Friday's storm, the plan works].", None),
    ("<According to> {a report}, [delivered the next day, the plan works].", None),
    # what stands between, and the order of source and cue
    ("<According to> {a report} that was [delivered in May, the plan works].", None),
    ("{A report} <says> [delivered in May, the plan works].", None),
    ("<According to> [delivered in May, the plan works].", None),
]


@pytest.mark.parametrize(("text", "expected"), ISSUED)
def test_issue_day(text: str, expected: str | None, marked: Marked) -> None:
    """The clause behind a document, with which a content begins, tells when it came out."""
    plain, article, attributions = marked(text)
    (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)
    found = issue_day(plain, attributions[0], frame)
    assert expected == (found.words if found else None)


def test_issue_day_far_off(marked: Marked) -> None:
    """The clause that tells when a document came out is looked for in as many characters as ``CLAUSE`` says."""
    for more, expected in ((0, "May"), (1, None)):
        filler = "x" * (CLAUSE - len("posted in May by ,") + more)
        plain, article, attributions = marked(f"<According to> {{a report}} [posted in May by {filler}, it works].")
        (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)
        found = issue_day(plain, attributions[0], frame)
        assert expected == (found.words if found else None)


def test_no_cue(marked: Marked) -> None:
    """Without a cue nothing stands right behind it."""
    plain, _, attributions = marked("{He} <said> [on Monday he would go].")
    assert None is opening_day(plain, attributions[0], EMPTY)
    assert None is issue_day(plain, attributions[0], EMPTY)


def test_stretches_without_letters_of_time(marked: Marked) -> None:
    """Only a stretch that has letters of an expression of time is read for one."""
    plain, article, _ = marked("{He} <said> [it rained]. On Monday it froze.")
    timed = Timed(ArticleText.plain(article, plain))
    assert [False, True] == [timed.within(0, 20), timed.within(20, len(plain))]
