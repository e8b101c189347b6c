"""Group statements that are versions of one utterance."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from statements_cli.utterances.blocking import ComparisonBlock, pairs
from statements_cli.utterances.likeness import ComparedStatement, are_one_utterance
from statements_cli.utterances.speaker_keys import speaker_key
from statements_cli.utterances.words import wording_of

BODIES = frozenset({"country", "organisation"})
"""Types of speakers that stand for a country."""
_DAY = 10  # characters of an ISO day


class Member(NamedTuple):
    """What a group's id and its order of reports depend on.

    The day published and the id of a statement.
    """

    published: str | None
    id: str


class Groups:
    """Sets of statements joined so far, by number.

    Disjoint sets with path halving: Tarjan and van Leeuwen, 1984.
    """

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, number: int) -> int:
        """Return the number that stands for the group of a statement."""
        above = self._above
        while (parent := above.get(number, number)) != number:
            above[number] = number = above.get(parent, parent)
        return number

    def join(self, one: int, other: int) -> None:
        """Put two statements, with all that are grouped with them, into one group."""
        one, other = sorted((self.of(one), self.of(other)))
        if one != other:
            self._above[other] = one

    def joined(self) -> dict[int, int]:
        """Return for each statement in a group of several the group's number."""
        above = self._above  # which becomes the answer, so that it isn't held twice
        for number in above:
            above[number] = self.of(number)
        above.update({group: group for group in set(above.values())})
        return above

    def several(self) -> dict[int, list[int]]:
        """Return the groups of two statements and more."""
        found: dict[int, list[int]] = {}
        for number in sorted(self._above):
            found.setdefault(self.of(number), []).append(number)
        return {first: sorted({first, *others}) for first, others in found.items()}


def join_versions(blocks: Iterable[ComparisonBlock], groups: Groups, wanted: Collection[int] | None = None) -> None:
    """Join the statements of each block that are versions of one utterance.

    Only those ``wanted`` seek, if given.
    """
    for block in blocks:
        compared: set[tuple[int, int]] = set()
        for one, other in pairs(block, wanted):
            pair = (one.number, other.number) if one.number < other.number else (other.number, one.number)
            if pair in compared or groups.of(one.number) == groups.of(other.number):
                continue
            compared.add(pair)
            if are_one_utterance(one, other):
                groups.join(*pair)


def report_of(
    number: int,
    id: str,
    article: str,
    speaker: str,
    type: str | None,
    country: str | None,
    via: Iterable[str],
    date: str | None,
    text: str,
) -> ComparedStatement:
    """Return a statement as far as grouping looks at it."""
    return ComparedStatement(
        number,
        id,
        article,
        speaker_key(speaker),
        country,
        stands_for_country(type),
        frozenset(map(speaker_key, via)),
        date,
        ordinal(date),
        wording_of(text, country),
    )


def stands_for_country(type: str | None) -> bool:
    """Return whether a speaker of this type is a country or its body."""
    return type in BODIES


def ordinal(day: str | None) -> int | None:
    """Return the number of a day.

    None for a month, a year, and what is no date.
    """
    if day is None or len(day) < _DAY:
        return None
    try:
        return date.fromisoformat(day[:_DAY]).toordinal()
    except ValueError:
        return None


def first_of(members: Iterable[Member]) -> Member:
    """Return the first report by day published, then by id.

    Those whose day is unknown come last.
    """
    return min(members, key=lambda one: (one.published is None, one.published or "", one.id))


def group_id(members: Iterable[Member]) -> str:
    """Return the id of a group, that of its first report.

    So it depends on the reports alone, not on the order in which they were read, and stays the same as later ones
    come. It changes only where an earlier report comes, or the first one goes.
    """
    return first_of(members).id
