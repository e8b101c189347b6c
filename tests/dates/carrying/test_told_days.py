"""The days that an article tells of itself, and how far they lie back."""

from __future__ import annotations

import pytest

from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.dates.carrying.told_days import age_of, inside, is_recent, told_days
from statements_cli.model import Article, DayEvidence

PUBLISHED = "2025-05-20T10:00Z"

RECENT = [
    ("2025-05-20", True),
    ("2025-05-10", True),
    ("2025-05-09", False),
    ("2025-05-21", False),
    ("2025-05", False),
    (None, False),
]

AGES = [
    ("2025-05-12", "recent"),
    ("2025-05-21", "coming"),
    ("2025-05-01", "old"),
    ("2025-05", "lately"),
    ("2025-04", "lately"),
    ("2025-03", "old"),
    ("2025-06", "old"),
    ("2024-12", "old"),
    ("2025", "a year"),
    ("1999", "a year"),
    (None, "old"),
]


@pytest.mark.parametrize(("day", "recent"), RECENT)
def test_recent_days_lie_within_ten_days(day: str | None, recent: bool) -> None:
    """A day up to ten days before publication is recent, a later one, a month or none isn't."""
    assert is_recent(day, PUBLISHED) is recent


@pytest.mark.parametrize(("day", "age"), AGES)
def test_how_far_a_day_lies_back(day: str | None, age: str) -> None:
    """A month is lately up to the one before the day published; a year by itself is no more than a year."""
    assert age_of(day, PUBLISHED) == age


def test_a_month_published_is_enough_for_months() -> None:
    """Where only the month of publication is known, a month is lately and a day no recent one."""
    assert ["lately", "old"] == [age_of(month, "2025-05") for month in ("2025-04", "2025-03")]
    assert not is_recent("2025-05-20", "2025-05")


def test_nothing_is_recent_without_a_day_published() -> None:
    """Without a day published no day is recent."""
    assert not is_recent("2025-05-20", None)
    assert age_of("2025-05-20", None) == "old"


@pytest.mark.parametrize(("at", "within"), [(9, False), (10, True), (19, True), (20, False), (32, True), (40, False)])
def test_inside_spans(at: int, within: bool) -> None:
    """Spans are half-open; one that holds others counts too."""
    assert inside([(10, 20), (30, 40), (31, 32)], at) is within


TEXT = "Rain fell on Monday.\nThe mayor said it had begun on Sunday. A vote is due by Saturday. He said “on Friday”."


def test_days_with_their_sentences() -> None:
    """Each day has its sentence, its paragraph and its meaning; what is quoted tells none, what is reported is marked."""
    spans = [(0, 20), (21, len(TEXT))]
    plain = text_of_paragraphs(TEXT, tuple(spans))
    article = Article("", "", (0, len(TEXT)), plain.article.blocks, published="2025-05-20")
    reported, quoted = (36, 59), (TEXT.index("on Friday"), TEXT.index("”"))
    found = told_days(plain.of(article), [reported, quoted], [quoted])
    assert [
        ("Monday", "2025-05-19", 0, False, False),
        ("Sunday", "2025-05-18", 21, True, False),
        ("Saturday", "2025-05-17", 21, False, True),
    ] == [(day.expression.words, day.said.date, day.paragraph, day.reported, day.coming) for day in found]
    assert DayEvidence("Monday", carried=True) == found[0].said.evidence
    assert "A vote is due by Saturday." == TEXT[slice(*found[2].sentence)].strip()


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        ("A vote is due on Saturday.", True),
        ("A vote ends by Saturday.", True),
        ("A vote ends by late Saturday.", True),
        ("A vote ends by this very Saturday.", False),
        ("It was published by the council on Saturday.", False),
    ],
)
def test_what_is_still_to_come(text: str, coming: bool) -> None:
    """Any of twelve words before a day says so, but "by" only among the last two."""
    plain = text_of_paragraphs(text, ((0, len(text)),))
    article = Article("", "", (0, len(text)), plain.article.blocks, published="2025-05-20")
    [day] = told_days(plain.of(article), [], [])
    assert coming == day.coming
