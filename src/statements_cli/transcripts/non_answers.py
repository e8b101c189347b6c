"""Detect answers that say nothing ("I have no information to offer")."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.data import word_list

SHARE = 0.5
"""Share of an answer's words that must stand in sentences which tell nothing."""
PLEASANTRY = 3
"""Words up to which a sentence counts for nothing: "Thank you.", "Yeah.", "Look, I mean"."""
LONGEST = 1200
"""Characters; a longer answer tells something."""


def is_non_answer(answer: str) -> bool:
    """Return whether half an answer's words or more decline to answer.

    A sentence is recognised by its wording (data/transcripts/non_answers.txt); pleasantries don't count.

    >>> is_non_answer("Thank you. I don’t have anything to read out on that.")
    True
    >>> is_non_answer("The talks were held in Geneva, and both sides agreed to go on.")
    False
    """
    if len(answer) > LONGEST:
        return False
    telling = empty = 0
    for sentence in _sentence().split(" ".join(answer.lower().replace("’", "'").split())):
        words = len(sentence.split())
        if sentence.rstrip(".,!") in ("yes", "no"):
            return False
        if words and _pattern().search(sentence):
            empty += words
        elif words > PLEASANTRY:
            telling += words
    return empty > 0 and empty >= SHARE * (telling + empty)


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"(?<=[.?!…])[\"”]?\s+")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in word_list("transcripts/non_answers.txt")))
