"""Summarise each speaker by what statements say of it most often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from statements_cli.model import Speaker

_Value = TypeVar("_Value", bound=str)


def speakers_of(told: Iterable[Speaker]) -> list[Speaker]:
    """Return speakers in the order of their names.

    Each value told is of one type, role and country; returned is what is oftenest told of each, their first and last
    day. Speakers of one name who speak for different countries are different, but not where one of these is an
    international body. Their spellings are left out.
    """
    return [
        Speaker(
            speaker=name,
            type=_commonest((one.type, one.statements) for one in theirs),
            role=_commonest((one.role, one.statements) for one in theirs),
            country=_commonest((one.country, one.statements) for one in theirs),
            statements=sum(one.statements for one in theirs),
            first=min((one.first for one in theirs if one.first), default=None),
            last=max((one.last for one in theirs if one.last), default=None),
        )
        for name, theirs in _by_speaker(told)
    ]


def _by_speaker(told: Iterable[Speaker]) -> Iterator[tuple[str, list[Speaker]]]:
    said: dict[str, dict[str | None, list[Speaker]]] = {}
    for one in told:
        said.setdefault(one.speaker, {}).setdefault(one.country, []).append(one)
    for name, by_country in sorted(said.items(), key=lambda item: (item[0].casefold(), item[0])):
        if _is_one(by_country):
            yield name, [one for theirs in by_country.values() for one in theirs]
            continue
        for country in sorted(by_country, key=lambda country: country or ""):
            theirs = by_country[country]
            if country is None and len(theirs) > 1 and theirs[0].type == "person":
                yield from ((name, [theirs[place] for place in places]) for places in _by_role(name, theirs))
            else:
                yield name, theirs


def _is_one(by_country: Mapping[str | None, list[Speaker]]) -> bool:
    """Return whether all of a name are one speaker.

    No more than one country is told; somebody may speak for international bodies beside it.
    """
    if len(by_country) == 2 and None in by_country:
        return True
    is_person = any(one.type == "person" for theirs in by_country.values() for one in theirs)
    if len(by_country) == 1 or not is_person:
        return False
    from statements_cli.speakers.names.places import international_bodies

    return len(by_country.keys() - international_bodies() - {None}) <= 1


def _by_role(name: str, theirs: Sequence[Speaker]) -> list[list[int]]:
    from statements_cli.speakers.corpus.two_persons import by_role

    return by_role(name, [one.role for one in theirs])


def _commonest(values: Iterable[tuple[_Value | None, int]]) -> _Value | None:
    counts: dict[_Value, int] = {}
    for value, count in values:
        if value is not None:
            counts[value] = counts.get(value, 0) + count
    # of equally common ones the alphabetically first, so that the order of files doesn't matter
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)
