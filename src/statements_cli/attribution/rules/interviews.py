"""Give the answers of a printed interview to who is interviewed.

Questions are paragraphs of their own, answers have neither label nor quotation marks; who answers is named above the
first question, where it says that somebody talks to somebody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.model import Clue

FEWEST = 3  # questions of an interview
LONGEST_QUESTION = 300  # characters
LONGEST_HEAD = 2500  # characters above the first question
OWN = 0.5  # least share of the answers in which somebody speaks of themselves
QUOTING = 0.34  # greatest share of the answers that have quotation marks, as reports do
ANSWERED = 0.75  # how sure it is that who is interviewed answers
_NAME = r"(?<!\w)[A-Z][\w’'-]{1,30}(?: (?:[A-Z][\w’'.-]{0,30}|de|la|van|von|der|bin|al)){0,3} [A-Z][\w’'-]{1,30}"


@cache
def _talks() -> re.Pattern[str]:
    """Match the words by which an interview introduces itself."""
    return re.compile(
        r"\b(?:(?:talk|speak|chat)(?:s|ed|ing)? (?:to|with)|spoke (?:to|with)|(?:sat|sits|sitting) down with"
        r"|(?:caught|catches|catching) up with|interview(?:s|ed)?|Interview|Q&A|in conversation with)\b"
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_NAME)


@cache
def _of_oneself() -> re.Pattern[str]:
    return re.compile(r"\b(?:I|[Mm]y|[Mm]e|I[’']\w+|[Ww]e|[Oo]ur)\b")


def with_interview(made: Columns, kept: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the candidates, the answers of an interview in place of what stands in them."""
    found = _answers(made)
    if not found:
        return list(kept)
    taken = sorted(span for one in found for span in one.content)
    return [*(one for one in kept if not _overlaps(one.content, taken)), *found]


def _overlaps(content: Sequence[TokenSpan], taken: Sequence[TokenSpan]) -> bool:
    """Return whether a content has a token of the sorted spans of answers."""
    places = [(bisect_right(taken, (start, 1 << 60)) - 1, start, end) for start, end in content]
    return any(
        (at >= 0 and taken[at][1] > start) or (at + 1 < len(taken) and taken[at + 1][0] < end)
        for at, start, end in places
    )


def _answers(made: Columns) -> list[AttributionCandidate]:
    """Return the answers, where questions, answers and an introduction make an interview."""
    tokens = made.tokens
    firsts = [*tokens.paragraphs, len(tokens)]
    asked = [number for number in range(len(firsts) - 1) if _is_question(made, firsts[number], firsts[number + 1])]
    if len(asked) < FEWEST:
        return []
    answers = [
        spans
        for number, after in zip(asked, [*asked[1:], len(firsts) - 1], strict=True)
        if (spans := tuple((firsts[at], firsts[at + 1]) for at in range(number + 1, after)))
    ]
    if len(answers) < FEWEST:
        return []
    longest = max(map(len, answers[:-1]))
    answers[-1] = answers[-1][:longest]  # what stands below the last one belongs to the page
    quoting = sum(any(made.marks[spans[0][0] : spans[-1][1]]) for spans in answers)
    if quoting > QUOTING * len(answers):
        return []
    texts = [" ".join(_text(made, *span) for span in spans) for spans in answers]
    if sum(_of_oneself().search(text) is not None for text in texts) < OWN * len(texts):
        return []
    who = _interviewed(made, tokens.starts[firsts[asked[0]]])
    if who is None:
        return []
    clue = (Clue("answer"),)
    return [AttributionCandidate((), (who,), spans, ANSWERED, clue) for spans in answers]


def _text(made: Columns, start: int, stop: int) -> str:
    return made.tokens.text[made.tokens.starts[start] : made.tokens.ends[stop - 1]]


def _is_question(made: Columns, start: int, stop: int) -> bool:
    """Return whether a paragraph is a question of the writer's, and no quotation."""
    tokens = made.tokens
    length = tokens.ends[stop - 1] - tokens.starts[start]
    return tokens.text[tokens.ends[stop - 1] - 1] == "?" and length <= LONGEST_QUESTION and not made.marks[stop - 1]


def _interviewed(made: Columns, end: int) -> TokenSpan | None:
    """Return the name of who is interviewed: one of the head, not who asks."""
    text = made.tokens.text[: min(end, LONGEST_HEAD)]
    introduced = _talks().search(text)
    if introduced is None:
        return None
    counted: dict[str, list[tuple[int, int]]] = {}
    for match in _named().finditer(text):
        if not _talks().match(text, match.end() + 1):
            counted.setdefault(match.group(), []).append(match.span())
    if not counted:
        return None
    behind = next((spans[0] for spans in counted.values() if 0 <= spans[0][0] - introduced.end() <= 2), None)
    span = behind or max(counted.values(), key=len)[0]
    within = made.tokens.within(span)
    return (within.start, within.stop) if len(within) else None
