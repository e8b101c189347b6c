"""Detect days that belong to what a statement or an event is compared with."""

from __future__ import annotations

from functools import cache
from re import Pattern

REACH = 100
"""Characters before a day in which its comparison begins."""

_LINKS = ("as ", "than ", "like ", "unlike ")


@cache
def _comparison() -> Pattern[str]:
    """Match a subordinate comparison up to the end of its stretch.

    "Do" and "have" stand there for the verb of the main clause: ``as he did in an interview``, ``than it had in``. No
    verb at all does too: ``unlike in``. Not so "as well as in", which adds an occasion.
    """
    import re

    preposition = r"(?:after|at|before|during|for|in|on|to|when|while|with)"
    stretch = r"[^,;:.!?()\n]{0,80}"
    return re.compile(
        r"(?i)\b(?:as|than|like|unlike)\s+(?:"
        r"(?:[\w.’'-]+\s+){1,4}?(?:did|does|do|had|has|have)(?:\s+(?:done|before|back|once))?"
        rf"(?:\s+{preposition}\b{stretch})?"
        rf"|(?:at|during|in|on)\b{stretch})\s*$"
    )


@cache
def _additive() -> Pattern[str]:
    import re

    return re.compile(r"(?i)\b(?:early|far|late|long|recently|soon|such|well)\s+$")


def is_compared(lead: str) -> bool:
    """Return whether a day dates what something is compared with.

    ``lead`` are the words before it in its sentence.

    For example: ``reiterated, as he did in an interview``, of "two weeks ago". What the sentence itself tells of has
    another day.
    """
    near = lead[-REACH:]
    if not any(link in near.lower() for link in _LINKS):
        return False
    found = _comparison().search(near)
    return found is not None and _additive().search(near, 0, found.start()) is None
