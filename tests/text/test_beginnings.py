"""A long pattern tried where a short one says that it may begin finds what it finds by itself."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.dates import expression_patterns
from statements_cli.text import written_dates
from statements_cli.text.beginnings import matches

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
Patterns = tuple[re.Pattern[str], re.Pattern[str]]
PATTERNS: dict[str, Callable[[], Patterns]] = {
    "expressions of time": lambda: (expression_patterns.time_expression(False), expression_patterns.beginning(False)),
    "expressions of time with holidays": lambda: (
        expression_patterns.time_expression(True),
        expression_patterns.beginning(True),
    ),
    "dates": lambda: (written_dates._running(), written_dates._beginning()),
}
# each form that a pattern knows, and letters that count as the same where case doesn't
FORMS = [
    *("2025-05-20", "20th of May, 2025", "May 20, 2025", "May 20 2025", "Tuesday, May 20", "last Tuesday night"),
    *("this past Friday", "next Monday", "coming Sunday", "Tues.", "early May", "mid-May 2025", "late in June"),
    *("last March", "On the 8th.", "on the 8th of this month", "Earlier today", "today", "This morning", "Tonight"),
    *("the day before yesterday", "day before yesterday", "Yesterday", "Last night", "earlier this week"),
    *("late last month", "The previous year", "that same week", "Over the weekend", "at the past weekend"),
    *("during this past weekend", "last weekend", "a couple of days ago", "some two weeks ago", "Three years ago"),
    *("ſix days later", "just 3 months earlier", "a fortnight ago", "12 days prior", "Later in the day"),
    *("on the same day", "earlier that morning", "On that same evening.", "the next day", "The day after"),
    *("since 2014", "In 2025", "of 2019", "early 2020", "a 2013 memo", "Easter Monday", "Christmas Day, 2024"),
    *("14:30 GMT on May 3, 2025", "3.5.2025", "05/06/2025", "2025年5月6日", "٢٠٢٥-٠٥-٠٦", "MAY 3", "May 2025"),
]


def spans(
    pattern: re.Pattern[str], begins: re.Pattern[str], text: str, low: int, high: int
) -> tuple[list[tuple[int, int]], ...]:
    """Where a pattern matches, tried everywhere and where it may begin."""
    everywhere = [match.span() for match in pattern.finditer(text, low, high)]
    return everywhere, [match.span() for match in matches(pattern, begins, text, low, high)]


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_articles(name: str, seed: Path) -> None:
    """In an article, and in parts of it, both find the same."""
    text = seed.read_text("utf-8")
    for low, high in ((0, len(text)), (len(text) // 5, len(text) // 2), (len(text) // 3, len(text) - 7)):
        everywhere, begun = spans(*PATTERNS[name](), text, low, high)
        assert everywhere == begun


@pytest.mark.parametrize("name", PATTERNS)
def test_forms(name: str) -> None:
    """Both find the same in all forms, put beside one another in any way."""
    draw = random.Random(1)
    found = 0
    for _ in range(300):
        words = [
            piece for _ in range(6) for piece in (draw.choice(FORMS), draw.choice((" ", ", ", "\n", "-", "x", "")))
        ]
        text = "".join(words)
        everywhere, begun = spans(*PATTERNS[name](), text, 0, len(text))
        assert everywhere == begun, text
        found += len(everywhere)
    assert found > 100


def test_beginning() -> None:
    """A word counts by its first letters, at its own beginning, outside of what is matched already."""
    begins = re.compile(r"[a-z](?<!\w.)(?<=(?=ab|cd).)")
    assert [match.start() for match in begins.finditer("abc xab ab cde")] == [0, 8, 11]
    found = matches(re.compile(r"ab\w* \w+|cde"), begins, "abc abx cde abz cde", 0, 19)
    assert [match[0] for match in found] == ["abc abx", "cde", "abz cde"]
