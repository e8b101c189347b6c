"""Other times than the day published: unknown ones, weeks, and occasions told of without a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.said import said_on
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

TUESDAY = "2025-05-20"

OTHER_TIMES = [
    "{Powell} <said> at the time that [rates were right].",
    "“[I was against it],” {Powell} <said> back then.",
    "In those days, {Yellen} <said> [rates were low].",
    "At that time, {he} <said> [it was safe].",
    "{The bank} has repeatedly <said> [it is sound].",
    "{Trump} has long <claimed> [he won].",
    "{She} has often <said> [she is no expert].",
    "{The prince} has always <denied> [the charge].",
    "{Musk} recently <said> [he would go].",
    "{He} has recently <suggested> [it was a joke].",
    "In recent days, {Trump} has <said> [rates must fall].",
    "In recent weeks {the minister} has <said> [aid would come].",
    "In recent months, {officials} have <warned> [of shortages].",
    "{The agency} formerly <said> [it had none].",
    "{Blair} <said> long ago that [it was over].",
    "Years ago, {he} <said> [it would fail].",
    "{Bolton}, who had previously <said> [it was legal].",
    "{The coach} <said> earlier that [he was fit].",
]

WEEKS = [
    # what lies within one month is that month; what doesn't, the year
    ("Last week {Lagarde} <said> [prices were calm].", "2025-05-20", "2025-05", "between 2025-05-12 and 2025-05-18"),
    ("{She} <said> last week [she would run].", "2025-06-04", "2025-05", "between 2025-05-26 and 2025-06-01"),
    ("Earlier this week, {he} <said> [it was late].", "2025-05-22", "2025-05", "between 2025-05-19 and 2025-05-22"),
    ("Over the weekend, {Ueda} <said> [it was time].", "2025-05-20", "2025-05", "between 2025-05-17 and 2025-05-18"),
    ("Two weeks ago, {Bailey} <said> [it was not].", "2025-05-20", "2025-05", "between 2025-05-05 and 2025-05-11"),
    # across New Year the year in which the week counts: that of its Thursday
    ("{He} <said> this week [it was late].", "2025-01-02", "2025", "between 2024-12-30 and 2025-01-02"),
    ("{He} <said> this week [it was late].", "2021-01-01", "2020", "between 2020-12-28 and 2021-01-01"),
    ("{He} <said> last week [it was late].", "2025-01-08", "2025-01", "between 2024-12-30 and 2025-01-05"),
    ("{He} <said> last weekend that [he was well].", "2025-06-02", "2025", "between 2025-05-31 and 2025-06-01"),
]

# told of without a name; the last statement's day
SCENES = [
    ("A press conference was held in Moscow on Sunday.\n“[We are friends],” {Lavrov} <said>.", "2025-05-18"),
    ("At a hearing on Thursday, senators asked a lot.\n{Noem} <said> [she had no regrets].", "2025-05-15"),
    ("The debate took place on Monday night.\n“[It was fun],” {Farage} <said>.", "2025-05-19"),
    ("There was a briefing on Friday.\n{The spokesman} <said> [none was hurt].", "2025-05-16"),
    # who spoke is named behind the day
    ("Rain fell on Sunday.\nSpeaking about rates on Friday, Governor Anna Berg drew a line.\n“[We wait],” said {Berg}.", "2025-05-16"),
    ("Rain fell on Sunday.\nSpeaking about rates on Friday, Governor Anna Berg drew a line.\n“[We wait],” said {Holt}.", TUESDAY),
    # it ends with the passage, with a day of its own, and is none where something else has a day
    ("A hearing was held on Monday.\n{Noem} <said> on Thursday [she had no regrets].", "2025-05-15"),
    ("The strike began on Sunday.\n{Noem} <said> [she had no regrets].", TUESDAY),
    ("A hearing will be held on Friday.\n{Noem} <said> [she had no regrets].", TUESDAY),
    ("She met aides on Monday.\n" + "Rain fell for hours on the roofs of the old town. " * 9 + "\n{Noem} <said> [so].", TUESDAY),
]  # fmt: skip

LED_IN = [
    # the day was found with the source behind it
    ("{Two weeks ago Bailey} <said> [it was not].", "2025-05"),
    ("{On Monday Powell} <said> [it was over].", "2025-05-19"),
    ("{Last Friday the minister} <said> [it was not].", TUESDAY),
]


@pytest.mark.parametrize("sentence", OTHER_TIMES)
def test_another_time_is_unknown(marked: Marked, sentence: str) -> None:
    """Where the words say that it was at another time, the day published isn't it."""
    text, article, attributions = marked(sentence, published=TUESDAY)
    said = said_on(ArticleText.plain(article, text), attributions)[0]
    assert (None, None) == (said.date, said.basis)


@pytest.mark.parametrize(("sentence", "published", "day", "between"), WEEKS)
def test_a_week_keeps_its_days_in_the_evidence(
    marked: Marked, sentence: str, published: str, day: str, between: str
) -> None:
    """A week is no day: the month or year it lies in is, and its days stand in the evidence."""
    text, article, attributions = marked(sentence, published=published)
    said = said_on(ArticleText.plain(article, text), attributions)[0]
    assert (day, "relative") == (said.date, said.basis)
    assert said.evidence is not None and said.evidence.period is not None
    assert between == "between {} and {}".format(*said.evidence.period)


@pytest.mark.parametrize(("passage", "day"), SCENES)
def test_an_occasion_without_a_name(marked: Marked, passage: str, day: str) -> None:
    """A hearing or press conference that nobody is named with dates what is said right after it."""
    text, article, attributions = marked(passage, published=TUESDAY)
    assert day == said_on(ArticleText.plain(article, text), attributions)[-1].date


@pytest.mark.parametrize(("sentence", "day"), LED_IN)
def test_a_day_before_the_name(marked: Marked, sentence: str, day: str) -> None:
    """A day that a finder took into the source dates the statement."""
    text, article, attributions = marked(sentence, published=TUESDAY)
    assert day == said_on(ArticleText.plain(article, text), attributions)[0].date
