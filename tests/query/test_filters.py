"""Filters let through what they say, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.query.filters import DEFAULT_CONFIDENCE, Filter
from statements_cli.query.passing import FilteredStatements, overlaps
from statements_cli.store import Store

CASES = [
    # filter, speakers of what passes, in the order of the text
    (Filter(), "Mao Ning, Vladimir Putin, Mao Ning, Volodymyr Zelensky, Guo Jiakun, Kiel Institute"),
    (Filter(acts=("any",), speakers=("Guo Jiakun",)), "Guo Jiakun, Guo Jiakun"),
    (Filter(acts=("attitude",)), "Guo Jiakun"),
    (Filter(speakers=("Mao Ning", "Vladimir Putin")), "Mao Ning, Vladimir Putin, Mao Ning"),  # either
    (Filter(speakers=("Mao Ning",), acts=("writing",)), "Mao Ning"),  # both
    (Filter(roles=("foreign ministry",)), "Mao Ning, Mao Ning, Guo Jiakun"),
    (Filter(countries=("cn", "RU")), "Mao Ning, Vladimir Putin, Mao Ning, Guo Jiakun"),
    (Filter(outlets=("afp",)), "Guo Jiakun, Kiel Institute"),
    (Filter(vias=("TASS",)), "Vladimir Putin"),
    (Filter(languages=("fr", "en"), vias=("TASS",)), "Vladimir Putin"),
    (Filter(languages=("fr",)), ""),
    (Filter(kinds=("indirect",)), ""),
    (Filter(date_bases=("stated",), countries=("UA", "RU")), "Vladimir Putin"),
    (Filter(date_bases=("inferred", "article")), ""),
    (Filter(audiences=("global",)), "Vladimir Putin"),
    (Filter(channels=("BRIEFING",)), "Volodymyr Zelensky"),
    (Filter(questions=("ceasefire",)), "Volodymyr Zelensky"),
    (Filter(questions=("ceasefire",), channels=("phone",)), ""),
    (Filter(types=("person",), countries=("UA",)), "Volodymyr Zelensky"),
    (Filter(confidence=0.8, outlets=("AFP",)), "Guo Jiakun"),
    (Filter(since="2025-05-20"), "Mao Ning, Mao Ning"),  # a month overlaps with its days
    (Filter(until="2025-02-12"), "Kiel Institute"),
    (
        Filter(on=(("2025-02-12", "2025-02-12"), ("2025-05-19", "2025-05-19"))),
        "Vladimir Putin, Mao Ning, Kiel Institute",
    ),
    (Filter(since="2025-05-20", undated=True), "Mao Ning, Mao Ning, Volodymyr Zelensky"),
    (Filter(undated=True), "Volodymyr Zelensky"),  # alone: only those without a day
]


@pytest.mark.parametrize(("wanted", "speakers"), CASES)
def test_filter(store: Store, wanted: Filter, speakers: str) -> None:
    """A filter given twice means either; different filters mean both."""
    found = store.statements(wanted, sort="article")

    assert speakers == ", ".join(str(statement.speaker) for statement in found)


@pytest.mark.parametrize(("wanted", "speakers"), CASES)
def test_passing(store: Store, wanted: Filter, speakers: str) -> None:
    """Statements that are in no store pass the same filters."""
    every = store.statements(Filter(acts=("any",), confidence=0), sort="article")

    assert speakers == ", ".join(str(statement.speaker) for statement in FilteredStatements(wanted).of(every))


def test_undated_are_counted(store: Store) -> None:
    """A date filter leaves out what has no day, and says how many that was."""
    assert 1 == store.statements(Filter(since="2025-01-01")).undated


@pytest.mark.parametrize(
    ("wanted", "confidence", "passes"),
    [
        (Filter(), DEFAULT_CONFIDENCE, True),
        (Filter(), DEFAULT_CONFIDENCE - 0.001, False),
        (Filter(confidence=0.0), 0.0, True),
        (Filter(confidence=0.8), 0.8, True),
        (Filter(confidence=0.8), 0.799, False),
    ],
)
def test_doubtful(store: Store, wanted: Filter, confidence: float, passes: bool) -> None:
    """What is less sure than asked for is left out and counted, by default what is doubtful."""
    statement = replace(store.statements()[0], confidence=confidence)
    passing = FilteredStatements(wanted)
    found = list(passing.of([statement]))

    assert (passes, not passes) == (bool(found), bool(passing.doubtful))


def test_doubtful_are_counted(store: Store) -> None:
    """A selection says how many statements only their confidence kept out, within its other filters."""
    assert (5, 1) == (len(store.statements(Filter(confidence=0.6))), store.statements(Filter(confidence=0.6)).doubtful)
    assert 0 == store.statements(Filter(confidence=0.6, countries=("CN",))).doubtful


@pytest.mark.parametrize(
    ("date", "since", "until", "passes"),
    [
        ("2025-05-20", "2025-05-20", "2025-05-20", True),
        ("2025-05-20", "2025-05-21", None, False),
        ("2025-05", "2025-05-31", None, True),  # the month has the day
        ("2025-05", None, "2025-05-01", True),
        ("2025-05", None, "2025-04-30", False),
        ("2025", "2025-12-31", "2026-01-31", True),
        ("2025-05-20", "2025-05", "2025-05", True),  # periods count whole
        ("2025-06-01", None, "2025-05", False),
        ("2024", "2025", None, False),
    ],
)
def test_overlaps(date: str, since: str | None, until: str | None, passes: bool) -> None:
    """Two periods overlap when they have a day in common, however precisely each is known."""
    assert passes == overlaps(date, since, until)


DAYS = st.dates().map(lambda day: day.isoformat())


@given(day=DAYS, since=DAYS, until=DAYS, known=st.sampled_from([4, 7, 10]))
def test_less_precise_dates_pass_more(day: str, since: str, until: str, known: int) -> None:
    """Whatever passes as a day passes as its month and its year."""
    if overlaps(day, since, until):
        assert overlaps(day[:known], since, until)
