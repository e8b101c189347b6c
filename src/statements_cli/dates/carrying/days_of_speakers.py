"""Remember who spoke on which day while an article's statements are walked through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from statements_cli.data import word_set
from statements_cli.dates.carrying.told_days import is_recent
from statements_cli.dates.normalise import published_day, resolve
from statements_cli.dates.statement_frames import Entry
from statements_cli.model import SaidOn
from statements_cli.provenance.noun_heads import document_of

_SAID = frozenset(("said", "told", "wrote"))

_MEDIA = frozenset(("paper",))
"""Words for documents that mean media too, taken for documents where a day dates the source."""


class Remembered(NamedTuple):
    """The day of a statement, and where that stands.

    Offsets in characters, ``end`` behind its content and cue.
    """

    said: SaidOn
    number: int
    paragraph: int
    position: int
    end: int


class DaysOfSpeakers:
    """What has been told of each speaker's days so far.

    ``day`` is the last full day told of, from which "two days later" counts; ``latest`` the last dated statement, but
    for those of documents, whose day is nobody else's, and ``last`` the statement before, dated or not.
    """

    __slots__ = ("_document", "_lately", "_published", "_told", "day", "last", "latest")

    def __init__(self, published: str | None) -> None:
        self._published = published
        self._told: dict[str, Remembered] = {}
        self._lately: dict[str, Remembered] = {}
        self._document: Remembered | None = None
        self.day: date | None = None
        self.last: Remembered | None = None
        self.latest: Remembered | None = None

    def remember(self, entry: Entry, said: SaidOn) -> None:
        """Keep the day of a statement where words of the text indicate it."""
        self.last = remembered = Remembered(said, entry.number, entry.paragraph, entry.position, entry.end)
        if said.evidence is None or said.evidence.words is None:
            return
        for key in entry.keys:
            self._told[key] = remembered
            if is_recent(said.date, self._published):
                self._lately[key] = remembered
        is_document = _is_document(entry.source)
        if entry.own is not None and is_document:
            self._document = remembered
        if said.date:
            self.latest = self.latest if is_document or _are_authors(entry.source) else remembered
            if len(said.date) == 10:
                self.day = date.fromisoformat(said.date)

    def of(self, entry: Entry) -> Remembered | None:
        """Return the last day told of one of the speakers of a statement."""
        return _last([self._told[key] for key in entry.keys if key in self._told])

    def lately_of(self, entry: Entry) -> Remembered | None:
        """Return the last recent day told of one of the speakers of a statement."""
        return _last([self._lately[key] for key in entry.keys if key in self._lately])

    def of_document(self, entry: Entry) -> Remembered | None:
        """Return what was last told of a document that a statement refers back to.

        For example: "The study", "The paper's authors" after "a paper published on Monday".
        """
        known = entry.source.casefold().startswith("the ")
        return self._document if known and (_is_document(entry.source) or _are_authors(entry.source)) else None

    def of_body(self, entry: Entry) -> Remembered | None:
        """Return what was last told of the body that a spokesperson speaks for.

        For example: "League spokesman Nils Vold".
        """
        words = entry.source.casefold().split()
        at = next((i for i, word in enumerate(words) if word.startswith("spokes")), 0)
        bodies = (" ".join(words[start:at]).removesuffix("’s").removesuffix("'s") for start in range(at))
        return next((self._told[body] for body in bodies if body in self._told), None)


def came_out(entries: Sequence[Entry], published: str | None) -> str | None:
    """Return the day on which an article came out, by its stamp and its statements.

    It is the day after the one stamped where the article dates a statement so: the clocks of servers may be behind.
    """
    printed = published_day(published)
    if published is None or printed is None:
        return published
    for entry in entries:
        if entry.own is not None and entry.own.kind == "weekday" and _is_past(entry):
            resolved = resolve(entry.own, printed)
            if resolved is not None and resolved[0] > published[:10]:
                return resolved[0]
    return published[:10]


def _is_past(entry: Entry) -> bool:
    first = entry.frame.cue_words.split()[:1]
    return bool(first) and (first[0] in _SAID or first[0].endswith("ed"))


def _is_document(source: str) -> bool:
    return document_of(source) is not None or not _MEDIA.isdisjoint(source.casefold().split())


def _are_authors(source: str) -> bool:
    return source.rpartition(" ")[2].casefold() in word_set("dates/authors.txt")


def _last(known: list[Remembered]) -> Remembered | None:
    return max(known, key=lambda remembered: remembered.number, default=None)
