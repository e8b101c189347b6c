"""What a regular expression costs grows with the length of what it looks at, whatever that is."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest

from tests.expressions import collecting, stepping
from tests.expressions.collecting import Expression

SHORT = 100  # characters
FEW = 15  # steps a character that nothing but a linear pattern takes
MOST = 2.6  # times the steps for twice the characters; a square would take 4
ENOUGH = 200_000  # steps after which a pattern is given up on so many characters
EXPRESSIONS, MISSING = collecting.collected()


@pytest.fixture(autouse=True)
def deep() -> Iterator[None]:
    """What is matched piece by piece calls itself for each piece."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(limit)


def growing(pattern: str | bytes, flags: int = 0, *, anchored: bool = False) -> str | None:
    """Return a string for which a pattern's steps grow faster than its length, if one was found."""
    stepper = stepping.Stepper(pattern, flags)
    for lead, pump, tail in stepper.hostile(SHORT):
        # what a quantifier allows a bounded number of looks like a square until the string is longer than that
        if all(_grows(stepper, (lead, pump, tail), size, anchored=anchored) for size in (SHORT, 4 * SHORT)):
            return f"{lead}{pump} * n {tail}"
    return None


def _grows(stepper: stepping.Stepper, parts: tuple[str, str, str], short: int, *, anchored: bool) -> bool:
    lead, pump, tail = parts
    most = ENOUGH * short // SHORT
    for length in (short, 2 * short):
        text = lead + pump * max(1, length // len(pump)) + tail
        try:
            stepper.search_all(text, most, anchored=anchored)
        except stepping.TooManyStepsError:
            return True
        if stepper.steps < FEW * length:
            return False
        most = int(MOST * stepper.steps)
    return False


def test_every_expression_is_collected() -> None:
    """Of each call that makes a pattern, one that it can make is known, and they are as many as the calls or more."""
    assert [] == MISSING
    assert len(EXPRESSIONS) > 250


@pytest.mark.parametrize("one", EXPRESSIONS, ids=lambda one: f"{one.place}:{one.line}")
def test_steps_grow_with_the_length(one: Expression) -> None:
    """Twice as much of what a pattern's quantifiers repeat takes about twice the steps."""
    assert growing(one.pattern, one.flags, anchored=one.anchored) is None


@pytest.mark.parametrize(
    ("pattern", "grows"),
    [
        (r"(?:a+)+$", True),
        (r"(?:a|a)*b", True),
        (r"\s+x", True),
        (r"\s*\s*x", True),
        (r"(?:<!--.{0,4000}?-->\s*){0,8}<html", True),
        (r"(?:<!--.*-->)*<html", True),
        (r"(?:<!--(?>.{0,4000}?-->)\s*+){0,8}+<html", False),
        (r"a*b", True),
        (r"a++b", True),
        (r"(?<!a)a++b", False),
        (r"(?<!\s)\s++x", False),
        (r"x\s++y", False),
        (r"a{0,3}b", False),
        (r"[ab]+", False),
        (r"(?:(?:ab|cd)e)*", False),
    ],
)
def test_what_grows(pattern: str, grows: bool) -> None:
    """Nested and adjacent quantifiers are found, and so is one that every place of a run begins again."""
    assert grows is (growing(pattern) is not None)


def test_one_match_at_a_place_is_no_search() -> None:
    """A pattern that is only matched at a place doesn't begin again at the next."""
    assert growing(r"\s+x") is not None
    assert growing(r"\s+x", anchored=True) is None
    assert growing(r"(?:\s*)*x", anchored=True) is not None


TEXT = """By Mao Ning — BEIJING, May 20 (Xinhua) -- "We hope," she said on Monday, "that <b>peace</b> lasts."
  [link](http://a.b/c), according to TASS; Q: What's next?  MR. MILLER: No. 12:30 p.m. GMT | The Paper
"""


@pytest.mark.parametrize(
    "one", [one for one in EXPRESSIONS if isinstance(one.pattern, str)], ids=lambda one: f"{one.place}:{one.line}"
)
def test_steps_are_those_of_the_pattern(one: Expression) -> None:
    """What is run step by step matches where the compiled pattern does."""
    found = stepping.Stepper(one.pattern, one.flags).search_all(TEXT, ENOUGH)
    expected = [match.span() for match in re.finditer(str(one.pattern), TEXT, one.flags)]

    assert [span for span in expected if span[0] < span[1]] == [span for span in found if span[0] < span[1]]
