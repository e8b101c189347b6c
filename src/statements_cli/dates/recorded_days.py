"""Reckon what a text said of the day from what its records hold.

A record holds the days themselves, not the words that they were reckoned from.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from statements_cli.dates.expressions import WEEKDAYS
from statements_cli.dates.from_other_articles import redated
from statements_cli.dates.normalise import published_day
from statements_cli.model import DayEvidence, Statement

_MONTH = 7  # characters of a month in ISO 8601
_DAY = 10


def with_told_words(statement: Statement) -> Statement:
    """Return a statement with words from which its inferred day follows.

    A weekday where that gives the same day, else the day written out. Statements that are read with their words stay.
    """
    printed = published_day(statement.published)
    if statement.evidence.day is not None or statement.published_basis != "inferred" or printed is None:
        return statement
    if statement.date is None:
        return _with(statement, DayEvidence(another_time=""))
    if statement.date_basis != "inferred" or statement.date == printed.isoformat():
        return statement
    said = published_day(statement.date)
    if said is not None:
        weekday = _with(statement, DayEvidence(WEEKDAYS[said.weekday()].capitalize()))
        if redated(weekday, printed.isoformat()).date == statement.date:
            return weekday
    return _with(statement, DayEvidence(_written_out(statement.date)))


def _with(statement: Statement, day: DayEvidence) -> Statement:
    return replace(statement, evidence=statement.evidence._replace(day=day))


def _written_out(day: str) -> str:
    """Return a day, month or year of ISO 8601 as a text writes it."""
    if len(day) < _MONTH:
        return day
    try:
        first = date.fromisoformat(f"{day[:_MONTH]}-01")
    except ValueError:
        return day
    number = f" {int(day[_MONTH + 1 : _DAY])}," if len(day) >= _DAY else ""
    return f"{first:%B}{number} {first.year}"
