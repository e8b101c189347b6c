"""Somebody called by an age is the one beside whose name it stands, the nearest before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.ages import age_told, of_age
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names.capitalised_runs import MentionScan

BEARERS = [
    ("Ann Lee, 34, came. Ole Berg, aged 57, went.", "34", "Ann Lee"),
    ("Ann Lee, 34, came. Ole Berg, aged 57, went.", "57", "Ole Berg"),
    ("Ann Lee (34) came.", "34", "Ann Lee"),
    ("34-year-old teacher Ann Lee came.", "34", "Ann Lee"),
    ("A 34-year-old saw Ann Lee.", "34", "Ann Lee"),
    ("Ann Lee, 34, came. Ole Berg, 34, went.", "34", "Ole Berg"),
    ("The 34-year-old met Ole Berg and Ann Lee.", "34", "Ole Berg"),
    ("Ann Lee, 34.5 points ahead, came.", "34", ""),
    ("Ann Lee, 340, came.", "34", ""),
    ("Ann Lee came.", "34", ""),
]


@pytest.mark.parametrize(("text", "age", "name"), BEARERS)
def test_of_age(scan_of: Callable[[str], MentionScan], text: str, age: str, name: str) -> None:
    """The age stands behind the name, or before it with the noun between."""
    found = of_age(age, len(text), Cast(scan_of(text), ()))
    assert (found.name if found is not None else "") == name


def test_an_age_given_later_tells_nobody(scan_of: Callable[[str], MentionScan]) -> None:
    """Only what stands before the mention is read."""
    assert of_age("34", 3, Cast(scan_of("He met Ann Lee, 34, in town."), ())) is None


@pytest.mark.parametrize(
    ("words", "age"),
    [("The 34-year-old", "34"), ("a 7-year-old boy", "7"), ("34-year-old Ann Lee", ""), ("the old man", "")],
)
def test_age_told(words: str, age: str) -> None:
    """An article or "another" stands before."""
    assert age_told(words) == age
