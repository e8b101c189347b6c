"""Which of the figures of a day is the month."""

from __future__ import annotations

import pytest

from statements_cli.articles.metadata.day_order import NEAR, decide_day_first

CASES = [
    # the lines of the head, the text, the country; whether the day stands first
    ("Sat, 12/10/2016 - 15:32", "", None, False),  # 10 December 2016 was a Saturday
    ("Wed, 12/10/2016 - 15:32", "", None, True),
    ("Sat, 12/10/2016 - 15:32", "", "GB", False),  # the weekday is surer than the country
    ("Posted: 08/10/10 | Updated: 08/14/10", "", None, False),
    ("Posted: 08/10/10 | Updated: 14/10/10", "", None, True),
    ("05/06/2025", "The ceasefire of 19/03/2025 was broken.", "US", True),
    ("05/06/2025", "", "US", False),
    ("05/06/2025", "", "GB", True),
    ("10/9/10 7:15 AM EDT", "", None, False),  # by the time zone
    ("10/9/10 7:15 AM BST", "", None, True),
    ("10/9/10 7:15 GMT", "", None, None),  # printed everywhere
    ("10/9/10 7:15 AM EDT", "", "GB", True),  # the country is surer
    ("10/9/10", "On Oct. 8 the census said so.", None, False),
    ("10/9/10", "On 8 September the census said so.", None, True),
    ("10/9/10", "On 8 September it said so, and on October 8 again.", None, None),
    ("10/9/10", "", None, None),
]


@pytest.mark.parametrize(("lines", "text", "country", "first"), CASES)
def test_order(lines: str, text: str, country: str | None, first: bool | None) -> None:
    """Weekday, other dates, country, time zone and days named near decide, in this order."""
    assert first is decide_day_first(f"{lines}\n{text}", country, lines)


@pytest.mark.parametrize(("day", "first"), [(9 + NEAR, False), (10 + NEAR, None)])
def test_near(day: int, first: bool | None) -> None:
    """A day named with its month decides from ten days away at most."""
    assert first is decide_day_first(f"On October {day} they met.", None, "10/9/10")
