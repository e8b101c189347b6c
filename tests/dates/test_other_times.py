"""Words that say a statement was made at another time, and the same words about something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.other_times import elsewhen, points_to_day
from statements_cli.model import Article, Attribution, DayEvidence, SaidOn
from statements_cli.provenance.frame import Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

FAR = "in the big hall of the house by the river bank"  # 45 characters

ROWS = [
    ("{She} <said> on Monday [it works].", None),
    ("{She} previously <said> [it works].", "previously"),
    ("Previously {she} <said> [it works].", "Previously"),
    ("{She} <had said> in the past [it works].", "in the past"),
    ("{She} <said> recently [it works].", "recently"),
    ("{She} <said> as recently as May [it works].", None),
    ("{She} <said> in recent weeks [it works].", "in recent weeks"),
    ("{She} <said> years ago [it works].", "years ago"),
    ("{She} <signalled> months ago that [it works].", "months ago"),
    ("{She} <signalled> minutes ago that [it works].", None),
    ("Just over a month ago, {she} <said> [it works].", "over a month ago"),
    ("{She} <said> back then [it works].", "back then"),
    ("{She} <said> at that time [it works].", "at that time"),
    ("{She} <said> at the time [it works].", "at the time"),
    ("{She} <has repeatedly said> [it works].", "has repeatedly"),
    ("{They} <have always said> [it works].", "have always"),
    ("{She} <had long said> [it works].", "had long"),
    # these words alone are about something else
    ("{She} always <said> [it works].", None),
    ("{The long march} <said> [it works].", None),
    # "earlier" stands alone, or belongs to an expression of its own
    ("{She} <said> earlier [it works].", "earlier"),
    ("{She} earlier <said> [it works].", "earlier"),
    ("{She} <said> earlier that [it works].", "earlier"),
    ("{She} <said> earlier that day [it works].", None),
    ("{She}, freed an hour earlier, <said> [it works].", None),
    ("{She}, freed two hours earlier, <said> [it works].", None),
    ("{She} <said> ten minutes earlier [it works].", None),
    ("{She}, freed a year earlier, <said> [it works].", "earlier"),
    ("{She} <said> earlier this week [it works].", None),
    ("{She} <said> earlier on Monday [it works].", None),
    ("{She} <said> earlier in May [it works].", None),
    ("{She} <said> earlier today [it works].", None),
    # those of another clause, or of what the cue is about
    ("As some booed the guest - who has met her repeatedly in recent months - {she} <said> [it works].", None),
    ("As some booed the guest, met in recent months, {she} <said> [it works].", "in recent months"),
    ("Oslo has repeatedly called on “[the men to go],” {she} <said>.", None),
    ("{She} <confirmed earlier reports> that [it works].", None),
    ("{She} <confirmed earlier> that [it works].", "earlier"),
    ("{She} <said> earlier than him [it works].", None),
    # near cue and source: 40 characters before, 25 behind
    (f"Recently, {FAR[:25]}, {{she}} <said> [it works].", "Recently"),
    (f"Recently, {FAR}, {{she}} <said> [it works].", None),
    (f"{{She}} <said> {FAR[:12]} recently [it works].", "recently"),
    (f"{{She}} <said> {FAR} recently [it works].", "recently"),
    (f"{{She}} <said> {FAR} {FAR} recently [it works].", None),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("at the time", True),
        ("At that time", True),
        ("back then", True),
        ("in those days", True),
        ("recently", False),
        (None, False),
    ],
)
def test_points_to_day(words: str | None, expected: bool) -> None:
    """Some words for another time go back to a day that was told of."""
    assert expected == points_to_day(SaidOn(evidence=DayEvidence(another_time=words)))


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_another_time(text: str, expected: str | None, marked: Marked) -> None:
    """The words that say it was another time, which stand near the cue, leave the day unknown."""
    plain, article, attributions = marked(text)
    (frame, *_) = Framer(ArticleText.plain(article, plain)).frames(attributions)

    found = elsewhen(frame)

    assert expected == (found.evidence.another_time if found and found.evidence else None)
    assert found is None or found.date is None
