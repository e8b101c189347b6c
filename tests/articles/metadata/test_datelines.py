"""A dateline is told from a sentence's beginning by its form, and states place and day."""

from __future__ import annotations

import pytest

from statements_cli.articles.metadata.datelines import read_dateline
from statements_cli.articles.metadata.stamps import read_stamp


@pytest.mark.parametrize(
    ("opening", "place", "day"),
    [
        ("OSLO, May 20 (Reuters) - ", "OSLO", "--05-20"),
        ("OSLO — ", "OSLO", None),
        ("GENEVA (3 June 2025) – ", "GENEVA", "2025-06-03"),
        ("Nairobi (Monday, 3 June 2024) - ", "Nairobi", "2024-06-03"),
        ("Brussels, 3 June 2025 - ", "Brussels", "2025-06-03"),
        ("New York, June 3, 2025 — ", "New York", "2025-06-03"),
        ("Washington, D.C. — May 14, 2024 — ", "Washington, D.C.", "2024-05-14"),
        ("Bonn/Rome, Tuesday 14 May 2024 – ", "Bonn/Rome", "2024-05-14"),
        ("(Oslo, 3 June 2025) ", "Oslo", "2025-06-03"),
        ("[Kampala, 14 May 2024] ", "Kampala", "2024-05-14"),
        ("14 May 2024, Ljubljana – ", "Ljubljana", "2024-05-14"),
    ],
)
def test_datelines(opening: str, place: str, day: str | None) -> None:
    """Place and day stand in the order of any house, and the text begins behind them."""
    text = f"{opening}The fund has sold its shares."
    found = read_dateline(text, 0, len(text))

    assert found is not None
    assert (len(opening), place) == (found.end, found.place)
    assert day == (None if found.day is None else found.day.iso or f"--{found.day.month:02}-{found.day.day:02}")


@pytest.mark.parametrize(
    "text",
    [
        "Brussels, 3 June - the talks went on.",  # without a year a sentence may begin so
        "Brussels on 3 June 2025 was hot - and loud.",
        "Minister Eva Brandt, 54, said - after a pause - that it was over.",
        "June 3, 2025, was the day.",
    ],
)
def test_no_datelines(text: str) -> None:
    """A sentence that begins with a place or a day has no dateline."""
    assert read_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Oslo, 3 June 2025", "2025-06-03"),
        ("New York, Tuesday, June 3, 2025", "2025-06-03"),
        ("May 19, 2025, 20:00, Sochi", "2025-05-19"),
        ("The fund sold its shares, 3 June 2025", None),
        ("Oslo fund, which sold them, left on 3 June 2025", None),
    ],
)
def test_place_and_day_on_a_line(line: str, day: str | None) -> None:
    """A line that is a place and a day is a time stamp; one with other words is none."""
    stamp = read_stamp(line)

    assert day == (stamp and stamp.moment and stamp.moment.day.iso)
