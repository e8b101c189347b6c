"""Test the days of occasions that whole articles are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.said import said_on
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

PUBLISHED = "2025-05-20"  # a Tuesday
RAIN = "Rain fell for hours on the roofs of the old town, and the streets were empty until late. " * 6

LEADING = [
    # the occasion, what stands between, the day of what is said last
    ("Five mayors met for the first debate of the year on Monday night.", RAIN, "2025-05-19"),
    ("The panels took place in the old library on Saturday, May 17.", RAIN, "2025-05-17"),
    ("A hearing was held on Monday.", RAIN, "2025-05-19"),
    ("Monday's conference began late.", RAIN, "2025-05-19"),
    ("The sailor testified on Monday before the council.", RAIN, "2025-05-19"),
    # in the third paragraph, and in the fourth
    ("Ships lay idle.\nNobody fished.\nA hearing was held on Monday.", RAIN, "2025-05-19"),
    ("Ships lay idle.\nNobody fished.\nNothing moved.\nA hearing was held on Monday.", RAIN, PUBLISHED),
    # spoken of three times, and twice
    ("Ships lay idle.\nNobody fished.\nNothing moved.\nThe hearing was held on Monday.\nThe hearing was long.",
     RAIN + "\nThe hearing ended.", "2025-05-19"),
    ("Ships lay idle.\nNobody fished.\nNothing moved.\nThe hearing was held on Monday.\nThe hearing was long.",
     RAIN, PUBLISHED),
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
