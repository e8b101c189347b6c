"""The days on which a statement may have been made, and the features of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.day_candidates import Candidates
from statements_cli.dates.carrying.day_ranking import DayCandidate
from statements_cli.dates.carrying.days_of_speakers import DaysOfSpeakers
from statements_cli.dates.said import said_on
from statements_cli.dates.statement_frames import Entry
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

PUBLISHED = "2025-05-20"
MONDAY = "{Holt} <said> on Monday [it rained]."
RAIN = "Rain fell."

CASES = [
    # how many paragraphs lie between
    (f"{MONDAY} {{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, same paragraph"),
    (f"{MONDAY}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, next paragraph"),
    (f"{MONDAY}\n{RAIN}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, near"),
    (f"{MONDAY}\n{RAIN}\n{RAIN}\n{RAIN}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, near"),
    (f"{MONDAY}\n{RAIN}\n{RAIN}\n{RAIN}\n{RAIN}\n{{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, far"),
    ("{Holt} <said> on Monday [it rained], <adding>2 [so]2.", "speaker's day", "speaker's day, same sentence"),
    # how far the day lies back
    ("{Holt} <said> in April [it rained]. {Holt}2 <said>2 [so]2.", "speaker's day", "speaker's day, lately"),
    ("{Holt} <said> in March [it rained]. {Holt}2 <said>2 [so]2.", "speaker's day", "speaker's day, old"),
    ("{Holt} <said> in 2009 [it rained]. {Holt}2 <said>2 [so]2.", "speaker's day", "speaker's day, a year"),
    # another day has been told of since, or the statement is the next
    (f"{MONDAY} Snow fell on Sunday. {{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, overtaken"),
    (f"{MONDAY} {{Holt}}2 <said>2 [so]2.", "speaker's day", "speaker's day, last"),
    # others
    (
        "{The old bank of the town} <said> on Monday that [it rained], and {Berg}2 <said>2 [no]2.",
        "other's day",
        "other's day, same sentence",
    ),
    (f"{MONDAY} {{Some 18%}}2 <said>2 [so]2.", "other's day", "other's day, respondents"),
    (f"{MONDAY} “[Why]2,” {{Berg}}2 <asked>2.", "answer", "answer"),
    # the day published
    ("{Holt} has <said> [so].", "published", "published, has said"),
    ("{Holt} <said> [it rained]. {Berg}2 <said>2 [so]2.", "published", "published, as the statement before"),
    (f"{MONDAY} {{Berg}}2 <said>2 [so]2.", "published", "published"),
]

NONE = [
    (f"{MONDAY} {{Berg}}2 <said>2 [so]2.", "other's day"),
    (f"{MONDAY} {{Holt}}2 <said>2 [so]2.", "speaker's day, overtaken"),
    (f"{MONDAY} Snow is expected by Sunday. {{Holt}}2 <said>2 [so]2.", "speaker's day, overtaken"),
    (f"{MONDAY} {{Berg}}2 <said>2 [so]2.", "published, as the statement before"),
    (f"{MONDAY} {{Holt}}2 previously <said>2 [so]2.", "speaker's day"),
    (f"{MONDAY} {{Holt}}2 <said>2 at the time [so]2.", "speaker's day"),
]


def candidates_of(marked: Marked, passage: str) -> list[DayCandidate]:
    """The candidates of the last statement of a passage."""
    text, article, attributions = marked(passage, published=PUBLISHED)
    seen: list[DayCandidate] = []

    def choose(_: Entry, candidates: list[DayCandidate]) -> DayCandidate:
        seen[:] = candidates
        return candidates[-1]

    said_on(ArticleText.plain(article, text), attributions, choose=choose)  # type: ignore[arg-type]
    return seen


@pytest.mark.parametrize(("passage", "kind", "feature"), CASES)
def test_features(marked: Marked, passage: str, kind: str, feature: str) -> None:
    """A candidate of a kind has the feature that the passage gives it."""
    [found] = [one for one in candidates_of(marked, passage) if one.features[0] == kind]
    assert feature in found.features


@pytest.mark.parametrize(("passage", "feature"), NONE)
def test_what_is_no_candidate(marked: Marked, passage: str, feature: str) -> None:
    """No candidate has a feature that the passage doesn't give."""
    assert not [one for one in candidates_of(marked, passage) if feature in one.features]


BACK = [
    ("{Holt} <said> in March 2018 [it was hard]. “[We sold]2,” {Holt}2 <said>2 at the time.", "2018-03"),
    ("{Holt} <said> in March 2018 [it was hard]. “[We sold]2,” {Holt}2 previously <said>2.", None),
    ("{Holt} <said> on Monday [it was hard]. “[We sold]2,” {Holt}2 <said>2 at the time.", None),
]


@pytest.mark.parametrize(("passage", "day"), BACK)
def test_then_is_the_day_told_of_before(marked: Marked, passage: str, day: str | None) -> None:
    """The words "at the time" go back to a day long past that was told of; others leave the day unknown."""
    text, article, attributions = marked(passage, published=PUBLISHED)
    assert day == said_on(ArticleText.plain(article, text), attributions)[-1].date


def test_the_only_day_told(marked: Marked) -> None:
    """A day counts as the only one where the article tells of no other recent one."""
    one = candidates_of(marked, f"{MONDAY} {{Holt}}2 <said>2 [so]2.")[0]
    two = candidates_of(marked, f"Snow fell on Sunday.\n{MONDAY} {{Holt}}2 <said>2 [so]2.")[0]
    assert [True, False] == ["only day" in found.features for found in (one, two)]


def test_the_day_published_is_always_a_candidate(marked: Marked) -> None:
    """Where an article tells of no day, the day published is the one candidate."""
    text, article, attributions = marked("{Holt} <said> [so].", published=PUBLISHED)
    article_text = ArticleText.plain(article, text)
    from statements_cli.dates.statement_frames import entries_of

    entries = entries_of(article_text, attributions)
    found = Candidates(article_text, attributions, entries).of(entries[0], DaysOfSpeakers(PUBLISHED))
    assert [(PUBLISHED, "article")] == [(one.said.date, one.said.basis) for one in found]
