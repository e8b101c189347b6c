"""Test the days of occasions that whole articles are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.main_occasion import main_occasions
from statements_cli.dates.carrying.told_days import told_days
from statements_cli.dates.said import said_on
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

SNOW = "\nSnow fell on Sunday."  # another day, so that the first is not the only one
PUBLISHED = "2025-05-20"  # a Tuesday
RAIN = "Rain fell for hours on the roofs of the old town, and the streets were empty until late. " * 6

LEADING = [
    # the occasion, what stands between, the day of what is said last
    ("Five mayors met for the first debate of the year on Monday night.", RAIN, "2025-05-19"),
    ("The panels took place in the old library on Saturday, May 17.", RAIN, "2025-05-17"),
    ("A hearing was held on Monday.", RAIN, "2025-05-19"),
    ("Monday's conference began late.", RAIN, "2025-05-19"),
    ("The sailor testified on Monday before the council.", RAIN, "2025-05-19"),
    ("Testifying on Monday, the skipper wept.", RAIN, "2025-05-19"),
    ("The skipper appeared in court on Monday.", RAIN, "2025-05-19"),
    ("News Conferences were held on Monday.", RAIN, "2025-05-19"),
    ("The conferencing began on Monday.", RAIN, PUBLISHED),
    ("The fairy slept on Monday.", RAIN, PUBLISHED),
    ("The owners held a call with analysts on Monday.", RAIN, "2025-05-19"),
    ("The owners held a call with friends on Monday.", RAIN, PUBLISHED),
    # in the third paragraph, and in the fourth
    ("Ships lay idle.\nNobody fished.\nA hearing was held on Monday.", RAIN, "2025-05-19"),
    ("Ships lay idle.\nNobody fished.\nNothing moved.\nA hearing was held on Monday.", RAIN, PUBLISHED),
    # within ten days, and longer ago
    ("A hearing was held on May 10.", RAIN, "2025-05-10"),
    ("A hearing was held on May 9.", RAIN, PUBLISHED),
    # still to come, or no occasion
    ("A hearing is expected by Monday.", RAIN, PUBLISHED),
    ("The old bridge fell on Monday.", RAIN, PUBLISHED),
    # within twelve words, and farther away
    ("The debate drew many old and young men and women of the town on Monday.", RAIN, "2025-05-19"),
    ("The debate drew many old and young men and women of the whole wide town on Monday.", RAIN, PUBLISHED),
    # told of in a quotation
    ("{Holt} <said>, “[the debate on Monday was too long].”", RAIN, PUBLISHED),
]  # fmt: skip

BACKWARD = [
    # what is said, and its day, of a speaker whose day is told only after it
    ("{Holt} <said> [the nets were empty].\n“[Nobody will fish]2,” {Holt}2 <said>2 on Monday.", "2025-05-19"),
    ("{Holt} <said> [the nets were empty].\n“[Nobody will fish]2,” {Berg}2 <said>2 on Monday.", PUBLISHED),
    ("{Holt} <said> [the nets were empty].\n“[We wait]2,” {Berg}2 <said>2.\n“[Nobody will fish]3,” {Holt}3 <said>3 on Monday.",
     "2025-05-19"),
    ("{Holt} <said> [the nets were empty].\n“[We wait]2,” {Berg}2 <said>2.\n“[We stay]3,” {Lund}3 <said>3.\n"
     "“[Nobody will fish]4,” {Holt}4 <said>4 on Monday.", PUBLISHED),
    ("{Holt} <said> [the nets were empty].\n“[Nobody will fish]2,” {Holt}2 <said>2 on April 2.", PUBLISHED),
]  # fmt: skip


@pytest.mark.parametrize(("occasion", "between", "day"), LEADING)
def test_the_occasion_of_an_article_dates_what_follows(marked: Marked, occasion: str, between: str, day: str) -> None:
    """A debate or hearing that leads an article, or that it keeps speaking of, dates what has no day of its own."""
    text, article, attributions = marked(f"{occasion}\n{between}\n{{Anna Berg}} <said> [so].", published=PUBLISHED)
    said = said_on(ArticleText.plain(article, text), attributions)[-1]
    carried = said.evidence is not None and said.evidence.carried
    assert (day, day != PUBLISHED) == (said.date, carried)


@pytest.mark.parametrize(("mentions", "days"), [(3, ["2025-05-19"]), (2, [])])
def test_an_occasion_spoken_of_again_and_again(marked: Marked, mentions: int, days: list[str]) -> None:
    """One that does not lead the article is its occasion where it is spoken of three times."""
    opening = "Ships lay idle.\nNobody fished.\nNothing moved.\nThe hearing was held on Monday."
    text, article, _ = marked(opening + "\nThe hearing was long." * (mentions - 1), published=PUBLISHED)
    article_text = ArticleText.plain(article, text)
    found = main_occasions(article_text, told_days(article_text, [], []), [])
    assert days == [occasion.day for occasion in found]


def test_the_basis_of_a_carried_day_is_that_of_its_words(marked: Marked) -> None:
    """A weekday stays relative where it is carried over, a written date stays stated."""
    bases = []
    for words in ("Monday", "May 19, 2025"):
        text, article, attributions = marked(f"The debate was on {words}.\n{{Berg}} <said> [so].", published=PUBLISHED)
        bases.append(said_on(ArticleText.plain(article, text), attributions)[0].basis)
    assert ["relative", "stated"] == bases


@pytest.mark.parametrize(("passage", "day"), BACKWARD)
def test_a_lead_has_the_day_that_follows(marked: Marked, passage: str, day: str) -> None:
    """A lead without a day has that of the same speaker's next statements, if it is a recent one."""
    text, article, attributions = marked(passage, published=PUBLISHED)
    assert day == said_on(ArticleText.plain(article, text), attributions)[0].date


CARRIED = [
    # who speaks for a body that was told of with its day, and who doesn't
    ("{The League} on Monday <condemned> [the strikes].\n{League spokesman Nils Vold}2 <said>2 [they were unlawful]2.",
     "2025-05-19"),
    ("{The League} on Monday <condemned> [the strikes].\n{Union spokesman Nils Vold}2 <said>2 [they were unlawful]2." + SNOW, PUBLISHED),
    ("{The League} on Monday <condemned> [the strikes].\n{League keeper Nils Vold}2 <said>2 [they were unlawful]2." + SNOW, PUBLISHED),
    # on the same occasion as the statement before
    ("“[We sold],” {Holt} <said> on Monday.\n“[We bought]2,” {Berg}2 <said>2 during the same segment.", "2025-05-19"),
    ("“[We sold],” {Holt} <said> on Monday.\n“[We bought]2,” {Berg}2 <said>2 in the same town." + SNOW, PUBLISHED),
    # who is asked on a day answers on it
    ("The anchor on Monday repeatedly pushed the sailor Holt for a number.\n“[None],” {Holt} <said>.", "2025-05-19"),
    ("The anchor on Monday repeatedly admired the sailor Holt for a song.\n“[None],” {Holt} <said>.", PUBLISHED),
    # a crowd that is told of right before, in the same paragraph, by a pronoun
    ("On Monday, hundreds of students marched through the town. “[Let her speak],” {they} <chanted>.", "2025-05-19"),
    ("On Monday, hundreds of students marched through the town.\n“[Let her speak],” {they} <chanted>.", PUBLISHED),
    ("On Monday, hundreds of students marched through the town. “[Let her speak],” {he} <said>.", "2025-05-19"),
    # a recent day holds again behind one long past
    ("“[We sold],” {Holt} <said> on Monday.\n{Holt}2 <said>2 in March 2018 [it was hard]2.\n“[We stay]3,” {Holt}3 <said>3.",
     "2025-05-19"),
    ("{Holt} <said> in March 2018 [it was hard].\n“[We stay]2,” {Holt}2 <said>2.", "2018-03"),
    # "Earlier" at the head of a sentence stays on the day; elsewhere it is another time
    ("The trial went on on Monday.\nEarlier, in his opening words, {Vold} <said> [it was about power].", "2025-05-19"),
    ("The trial went on on Monday.\n{Vold} earlier <said> [it was about power].", None),
    # a written date before the occasion or the document in a source
    ("“[It is gone],” <said> {the agency's head Berg at an May 4 harbour briefing}.", "2025-05-04"),
    ("{An May 4 presentation to owners} <showed> [that jobs would go].", "2025-05-04"),
    ("{An May 4 storm} <showed> [that jobs would go].", PUBLISHED),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "day"), CARRIED)
def test_days_carried_over(marked: Marked, passage: str, day: str | None) -> None:
    """A day holds for who speaks on the same occasion or for the same body, and for who was asked on it."""
    text, article, attributions = marked(passage, published=PUBLISHED)
    assert day == said_on(ArticleText.plain(article, text), attributions)[-1].date
