"""What a text said of the day is told from the days that a record holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from statements_cli.dates.from_other_articles import redated
from statements_cli.dates.recorded_days import with_told_words
from statements_cli.model import DayEvidence, Evidence, Statement, StatementSpans
from statements_cli.model.values import NOTHING_KNOWN

SAID = Statement(
    id="a1", date="2025-05-20", date_basis="inferred", speaker="Mao Ning", type="person", role=None, country="CN",
    kind="direct", act="speech", text="We met", quotes=("We met",), cue="said", source="Mao", via=(), audience=None,
    channel=None, headline=None, outlet=None, byline=None, published="2025-05-20", published_basis="inferred",
    article="x", path="a.txt", url=None, spans=StatementSpans(((1, 7),), ((9, 13),), ((14, 17),)), confidence=0.9,
    language="en", utterance="a1",
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-05-20", None),  # nothing, or "on Tuesday": either is the day printed
        ("2025-05-19", "Monday"),
        ("2025-05-15", "Thursday"),
        ("2025-05-14", "May 14, 2025"),  # a weekday so long ago has "last" before it
        ("2025-05-21", "Wednesday"),  # the day after: a stamp may be a day behind its text
        ("2025-05-22", "May 22, 2025"),
        ("2024-12-01", "December 1, 2024"),
        ("2025-04", "April 2025"),
        ("2024", "2024"),
    ],
)
def test_words(day: str, words: str | None) -> None:
    """A day near the one printed was a weekday; another one, a month or a year was written out."""
    told = with_told_words(replace(SAID, date=day))

    assert (None if words is None else DayEvidence(words)) == told.evidence.day
    assert day == redated(told, "2025-05-20").date
    assert "inferred" == redated(told, "2025-05-20").date_basis


@pytest.mark.parametrize(
    ("day", "lent", "expected"),
    [
        ("2025-05-20", "2025-06-04", "2025-06-04"),
        ("2025-05-19", "2025-06-04", "2025-06-02"),  # Monday
        ("2025-05-02", "2025-06-04", "2025-05-02"),
        ("2025-04", "2025-06-04", "2025-04"),
        (None, "2025-06-04", None),  # at some other, unknown time
    ],
)
def test_another_day_lent(day: str | None, lent: str, expected: str | None) -> None:
    """A weekday is that before the new day, a day written out stays, and so does an unknown one."""
    said = replace(SAID, date=day, date_basis=None if day is None else "inferred")

    assert expected == redated(with_told_words(said), lent).date


@pytest.mark.parametrize(
    "given",
    [
        {"published_basis": "metadata", "date_basis": "article", "date": "2025-05-19"},
        {"date_basis": "stated", "date": "2025-05-02"},
        {"date_basis": "relative", "date": "2025-05-02"},
        {"published": "2025-05", "date": "2025-05-02"},  # only a month, which the article's own text tells
        {"published": None, "published_basis": None, "date": None, "date_basis": None},
        {"evidence": Evidence(day=DayEvidence("Tuesday")), "date": "2025-05-19"},
    ],
)
def test_stays(given: dict[str, Any]) -> None:
    """A day that wasn't inferred from a whole day, and a statement read with its words, stay as they are."""
    said = replace(SAID, **{"evidence": NOTHING_KNOWN, **given})

    assert said == with_told_words(said)
