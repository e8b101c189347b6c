"""Group statements that are all in memory, each speaker's at once: what an index's groups must be, too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from statements_cli.utterances.blocking import ComparisonBlock
from statements_cli.utterances.grouping import Groups, Member, group_id, join_versions
from statements_cli.utterances.likeness import ComparedStatement


def blocks_of(reports: Iterable[ComparedStatement]) -> Iterator[ComparisonBlock]:
    """Yield the blocks of statements that are all in memory."""
    by_speaker: dict[str, list[ComparedStatement]] = {}
    standing: dict[str, list[ComparedStatement]] = {}
    by_country: dict[str, list[ComparedStatement]] = {}
    relayed: dict[str, list[ComparedStatement]] = {}
    for one in reports:
        by_speaker.setdefault(one.speaker, []).append(one)
        if one.country:
            by_country.setdefault(one.country, []).append(one)
            if one.stands_for_it:
                standing.setdefault(one.country, []).append(one)
        for name in one.relays:
            relayed.setdefault(name, []).append(one)
    for own in by_speaker.values():
        if len(own) > 1:
            yield ComparisonBlock(own, own)
    for country, bodies in standing.items():
        yield ComparisonBlock(by_country[country], bodies)
    for name, others in relayed.items():
        if name in by_speaker:
            yield ComparisonBlock(others, by_speaker[name])


def grouped(reports: Iterable[ComparedStatement], member: Callable[[int], Member]) -> dict[int, str]:
    """Return the group ids of those statements that have versions, by number.

    ``member`` looks one up by its number.
    """
    groups = Groups()
    join_versions(blocks_of(reports), groups)
    found: dict[int, str] = {}
    for numbers in groups.several().values():
        found.update(dict.fromkeys(numbers, group_id(map(member, numbers))))
    return found
