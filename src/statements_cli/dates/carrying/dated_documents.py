"""Find the days on which documents came out and polls were taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statements_cli.data import word_set
from statements_cli.dates.carrying.days_in_text import DaysInText
from statements_cli.dates.carrying.told_days import ToldDay
from statements_cli.dates.statement_frames import Entry
from statements_cli.model import SaidOn
from statements_cli.provenance.noun_heads import document_of

AFTER = 3
"""Words after "Wednesday's" in which the document stands: ``Wednesday's joint report``."""

BETWEEN = 10
"""Words between a participle and the day: ``released by the State Council Information Office on Dec. 7``."""

NAMED = 6
"""Words on either side of a participle in which the document stands: ``a report by the bank, published on Monday``."""

_IN = frozenset(("at", "early", "in", "late", "on", "mid", "earlier", "back"))
_OUT = frozenset(("adopted", "delivered", "disclosed", "passed", "presented", "unveiled"))
_TAKEN = frozenset(("conducted", "polled", "surveyed", "interviewed", "fielded"))
_POLLS = frozenset(("poll", "survey"))  # "a poll from June"
_TAKEN_TO = frozenset(("between", "from", "nationwide", "online", "out"))  # "conducted online from Feb. 8"


class DatedDocument(NamedTuple):
    """A document that the article dates, by its noun; none for a poll."""

    noun: str | None
    day: ToldDay


def dated_documents(text: str, days: Sequence[ToldDay]) -> list[DatedDocument]:
    """Return the documents that came out on the days told of, in text order."""
    return [found for day in days if not day.coming for found in _of_day(text, day)]


class DatedDocuments:
    """The documents that an article dates, found when a statement first asks for them."""

    __slots__ = ("_found", "_text", "_told")

    def __init__(self, text: str, told: DaysInText) -> None:
        self._text = text
        self._told = told
        self._found: list[DatedDocument] | None = None

    def of(self, entry: Entry) -> Iterator[tuple[SaidOn, tuple[str, ...]]]:
        """Yield the day on which a statement's source came out or its respondents were asked.

        It comes with its features.
        """
        polled = "respondents" in entry.manner
        noun = document_of(entry.source)
        if not polled and noun is None:
            return
        if self._found is None:
            self._found = dated_documents(self._text, self._told.days)
        before = [document for document in reversed(self._found) if document.day.span[0] < entry.position]
        if polled:
            here = (one for one in self._found if _in_sentence(one.day, entry))  # else the last before, else the first
            polls = [one for one in (*here, *before, *self._found) if one.noun is None]
            if polls:
                yield polls[0].day.said, ("poll's day",)
                return
        document = next((one for one in before if one.noun is not None), None) if noun is not None else None
        if document is not None:
            kind = "dated document"
            yield (
                document.day.said,
                (
                    kind,
                    f"{kind}, {self._told.distance(document.day.span[0], entry)}",
                    f"{kind}, {'the same' if document.noun == noun else 'another noun'}",
                    f"{kind}, {'known' if entry.source[:4].lower() == 'the ' else 'new'}",
                ),
            )


def _in_sentence(day: ToldDay, entry: Entry) -> bool:
    return day.sentence[0] <= entry.position < day.sentence[1]


def _of_day(text: str, day: ToldDay) -> Iterator[DatedDocument]:
    if day.expression.possessive:
        noun = _document_in(_plain(text[day.span[1] + 2 : day.sentence[1]].split(maxsplit=AFTER)[:AFTER]))
        if noun:
            yield DatedDocument(noun, day)
        return
    before = _plain(text[day.sentence[0] : day.span[0]].split())
    while before and before[-1] in _IN:
        before.pop()
    taken = before[-3:] if before[-1:] and before[-1] in _TAKEN_TO else before[-1:]
    if not _TAKEN.isdisjoint(taken) or (before[-1:] == ["from"] and not _POLLS.isdisjoint(before[-2:])):
        yield DatedDocument(None, day)
    noun = _noun_at_end(before) or _issued(before)
    if noun:
        yield DatedDocument(noun, day)


def _noun_at_end(before: list[str]) -> str | None:
    """Return the document right before the day: ``said in a report on Monday``."""
    if len(before) < 2 or not {"a", "an", "its", "their", "his", "her"}.intersection(before[-4:-1]):
        return None
    return document_of(" ".join(before[-2:])) if "in" in before[-5:-1] else None


def _issued(before: list[str]) -> str | None:
    """Return the document that was issued on the day behind these words."""
    issued = word_set("channels/issued_words.txt") | _OUT
    at = next((at for at in reversed(range(len(before))) if before[at] in issued), None)
    if at is None or len(before) - at > BETWEEN:
        return None
    return _document_in(before[max(0, at - NAMED) : at]) or _document_in(before[at + 1 : at + 1 + NAMED])


def _document_in(words: Sequence[str]) -> str | None:
    """Return the last document among some words, of one word or two."""
    ends = range(len(words), 0, -1)
    return next((noun for end in ends if (noun := document_of(" ".join(words[max(0, end - 2) : end])))), None)


def _plain(words: Sequence[str]) -> list[str]:
    return [plain for word in words for plain in word.strip(',.;:()"“”').replace("-", " ").lower().split()]
