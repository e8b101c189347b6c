"""Find who answers in an interview whose turns say only ``A``.

Only words of meeting or asking tell: questions and answers may also be a newspaper's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statements_cli.articles.turns.labels import begins_as_name

NEAR = 120
"""Characters behind words of meeting in which a name is that of the one met."""
LONGEST_NAME = 4
"""Words of a name with which a line ends."""
_WORD = r"[A-Z][\w’'-]+"
_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: (?:(?:de|la|van|von|der|den|del|di|da|bin|al|el) )?[A-Z][\w’'-]+){1,3}"


def interviewee(above: str) -> str | None:
    """Return the name of the person interviewed, if the words above the turns give it.

    >>> interviewee("Ten questions for a keeper. We met Maria Lopez, who keeps the light.")
    'Maria Lopez'
    """
    met = (above[match.end() : match.end() + NEAR] for match in _meeting().finditer(above))
    held = (above[max(0, match.start() - NEAR) : match.start()] for match in _conference().finditer(above))
    for words in met:
        name = next(_people(words.split("\n")[0]), None)
        if name is not None:
            return name
    return next((name for words in held if (name := _last_person(words.split("\n")[-1]))), None)


def _last_person(words: str) -> str | None:
    """Return the full name with which words end: "Foreign Ministry Spokesperson Mao Ning"."""
    match = _run_at_end().search(words)
    parts = match[0].split() if match is not None else []
    for at in range(max(0, len(parts) - LONGEST_NAME), len(parts) - 1):
        if begins_as_name(parts[at:]):
            return " ".join(parts[at:])
    return None


@cache
def _run_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:(?:{_WORD}|[A-Z]\.|de|la|van|von|der|den|del|di|da|bin|al|el)(?: |$)){{1,8}}$")


def _people(words: str) -> Iterator[str]:
    """Yield the full names in a passage that begin as people's do."""
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
    return re.compile(
        r"['’]s? (?:[Rr]egular |[Ww]eekly |[Dd]aily )?"
        r"(?:(?:[Pp]ress|[Nn]ews) (?:[Cc]onference|[Bb]riefing)|[Rr]emarks\b|[Aa]nswers? )"
    )


def answering_office(headings: Sequence[str]) -> str | None:
    """Return the office that a heading without a name says to answer.

    For example: "Foreign Ministry Spokesperson's Remarks on ...".
    """
    for line in headings:
        found = _office().match(line)
        if found is not None:
            return found[1]
    return None


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        r"((?:[A-Z][\w.-]* (?:of (?:the )?|for (?:the )?)?){1,6}[Ss]pokes(?:person|man|woman))['’]s? "
        r"(?:[Rr]egular |[Ww]eekly |[Dd]aily )?"
        r"(?:[Rr]emarks|[Aa]nswers?|[Rr]esponse|[Cc]omments?|(?:[Pp]ress|[Nn]ews) )"
    )
