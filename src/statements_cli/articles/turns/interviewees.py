"""Find who answers in an interview whose turns say only ``A``.

Only words of meeting or asking tell: questions and answers may also be a newspaper's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from statements_cli.articles.turns.labels import begins_as_name

NEAR = 120
"""Characters behind words of meeting in which a name is that of the one met."""
_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: (?:(?:de|la|van|von|der|den|del|di|da|bin|al|el) )?[A-Z][\w’'-]+){1,3}"


def interviewee(above: str) -> str | None:
    """The name of whoever is interviewed or gives a press conference, if the words above the turns say so.

    >>> interviewee("Ten questions for a keeper. We met Maria Lopez, who keeps the light.")
    'Maria Lopez'
    """
    met = (above[match.end() : match.end() + NEAR] for match in _meeting().finditer(above))
    held = (above[max(0, match.start() - NEAR) : match.start()] for match in _conference().finditer(above))
    lines = (*(words.split("\n")[0] for words in met), *(words.split("\n")[-1] for words in held))
    return next((name for line in lines for name in _people(line)), None)


def _people(words: str) -> Iterator[str]:
    """The full names in a passage that begin as people's do."""
    for match in _name().finditer(words):
        parts = match[0].split()
        for at in range(len(parts) - 1):
            if begins_as_name(parts[at:]):
                yield " ".join(parts[at:]).removesuffix("’s").removesuffix("'s")
                break


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"\b{_NAME}")


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Ii]nterview with|[Cc]onversation with|Q ?& ?A with|[Qq]uestions (?:for|to)"
        r"|(?:[Ww]e|I) (?:(?:spoke|talked|sat down|caught up) (?:to|with)|met(?: with)?|asked|interviewed)) "
    )


@cache
def _conference() -> re.Pattern[str]:
    return re.compile(r"['’]s? (?:[Rr]egular |[Ww]eekly |[Dd]aily )?(?:[Pp]ress|[Nn]ews) (?:[Cc]onference|[Bb]riefing)")
