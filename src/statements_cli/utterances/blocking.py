"""Find the pairs of statements that are worth comparing, without comparing all with all.

Statements of one speaker within a few days are put under their words; a statement is compared with those that have
most of the weight of its words in common, rare words counting more (sorted neighbourhoods and blocks: Papadakis et
al., 2020: Blocking and Filtering Techniques for Entity Resolution, ACM Computing Surveys). A word that too many of
them have is passed over, so that a stock phrase costs nothing. What a statement is compared with depends on the
statements of its days alone, not on their order, so that part of a corpus can be gone over by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from statements_cli.utterances.likeness import MOST_DAYS, ComparedStatement, days_apart

MOST_UNDER_A_WORD = 120  # statements: a word, or two neighbours, that more of them have tell nothing
_AT_ONCE = 1000  # statements of a speaker that are gone over at once, with the others of their last day
_MOST_COMPARED = 40  # statements with one, those with most in common
_LEAST_IN_COMMON = 60  # tenths of bits of exact words
_LEAST_SHARE = 0.15  # of the lighter one's words
_LEAST_NEIGHBOURS = 2  # pairs of neighbouring words that a statement without a day must share with another


class ComparisonBlock(NamedTuple):
    """Statements among which versions are looked for.

    Those of ``seekers`` are each compared with those of ``sought``; in most blocks these are the same: all statements
    of a speaker.
    """

    seekers: Sequence[ComparedStatement]
    sought: Sequence[ComparedStatement]


def with_others(days: Sequence[int]) -> list[int]:
    """Return the places of the days, which are in order, that have another within reach."""
    near = [after - before <= MOST_DAYS for before, after in pairwise(days)]
    return [place for place, one in enumerate(zip([False, *near], [*near, False], strict=True)) if any(one)]


def day_windows(days: Sequence[int]) -> Iterator[tuple[range, range]]:
    """Yield the places of statements gone over at once, and of those within reach.

    ``days`` are those of a speaker's statements in order. Gone over window by window they give the pairs that one block
    of all would, and no more needs to be at hand than what some days hold.
    """
    start = 0
    while start < len(days):
        end = bisect_right(days, days[min(start + _AT_ONCE, len(days)) - 1])
        near = range(bisect_left(days, days[start] - MOST_DAYS), bisect_right(days, days[end - 1] + MOST_DAYS))
        yield range(start, end), near
        start = end


def pairs(
    block: ComparisonBlock, wanted: Collection[int] | None = None
) -> Iterator[tuple[ComparedStatement, ComparedStatement]]:
    """Yield the pairs of a block that are worth comparing.

    Only those that a statement of ``wanted`` numbers seeks.
    """
    seekers = [one for one in block.seekers if wanted is None or one.number in wanted]
    if not seekers or not block.sought:
        return
    yield from _same_words(seekers, block.sought)
    yield from _near_days([one for one in seekers if one.day is not None], block.sought)
    yield from _any_day([one for one in seekers if one.day is None], block.sought)


def _same_words(
    seekers: Sequence[ComparedStatement], sought: Sequence[ComparedStatement]
) -> Iterator[tuple[ComparedStatement, ComparedStatement]]:
    """Yield each statement with the next of the same words.

    Reprints may be more than are compared otherwise.

    Those without a day stand by themselves, so that what a statement is next to depends on its own days alone.
    """
    alike: dict[tuple[object, ...], list[ComparedStatement]] = defaultdict(list)
    for one in sought:
        alike[_words_and_dated(one)].append(one)
    for each in alike.values():
        each.sort(key=_by_day)
    own = {one.number for one in sought}
    done: set[tuple[object, ...]] = set()
    for one in seekers:
        key = _words_and_dated(one)
        found = alike.get(key, [])
        if key not in done:
            done.add(key)
            yield from pairwise(found)
        if one.number not in own:
            near = (other for other in found if (days_apart(one, other) or 0) <= MOST_DAYS)
            yield from ((one, other) for other in islice(near, 1))


def _words_and_dated(one: ComparedStatement) -> tuple[object, ...]:
    return (one.wording.stems, one.day is None)


def _near_days(
    seekers: Sequence[ComparedStatement], sought: Sequence[ComparedStatement]
) -> Iterator[tuple[ComparedStatement, ComparedStatement]]:
    dated = sorted((one for one in sought if one.day is not None), key=_by_day)
    dated = list({(one.day, one.wording.stems): one for one in reversed(dated)}.values())[::-1]  # one of each wording
    under: dict[str, list[int]] = defaultdict(list)  # places in ``dated``, by word
    coming = leaving = 0
    for day, ones in groupby(sorted(seekers, key=_by_day), key=_day_of):
        while coming < len(dated) and _day_of(dated[coming]) <= day + MOST_DAYS:
            if _day_of(dated[coming]) >= day - MOST_DAYS:
                for stem in dated[coming].wording.weights:
                    under[stem].append(coming)
            coming += 1
        while leaving < coming and _day_of(dated[leaving]) < day - MOST_DAYS:
            for stem in dated[leaving].wording.weights:
                places = under.get(stem)
                if places and places[0] == leaving:
                    del places[0]
                    if not places:
                        del under[stem]
            leaving += 1
        for one in ones:
            yield from ((one, other) for other in _most_in_common(one, dated, under))


def _most_in_common(
    one: ComparedStatement, dated: Sequence[ComparedStatement], under: Mapping[str, list[int]]
) -> list[ComparedStatement]:
    common: dict[int, int] = {}
    held = common.get
    for stem, weight in one.wording.weights.items():
        places = under.get(stem, ())
        if len(places) <= MOST_UNDER_A_WORD:
            for place in places:
                common[place] = held(place, 0) + weight
    total = one.wording.total
    enough = [
        (-weight, other.id, place)
        for place, weight in common.items()
        if weight >= _LEAST_IN_COMMON
        and weight >= _LEAST_SHARE * min(total, (other := dated[place]).wording.total)
        and other.number != one.number
    ]
    if len(enough) > _MOST_COMPARED:
        enough.sort()
    return [dated[place] for *_, place in enough[:_MOST_COMPARED]]


def _any_day(
    seekers: Sequence[ComparedStatement], sought: Sequence[ComparedStatement]
) -> Iterator[tuple[ComparedStatement, ComparedStatement]]:
    """Yield undated statements with those of any day, by neighbouring words' pairs."""
    alike: dict[tuple[str, ...], list[ComparedStatement]] = defaultdict(list)
    for one in seekers:
        alike[one.wording.stems].append(one)
    wanted = {two for stems in alike for two in pairwise(stems)}
    if not wanted:
        return
    under: dict[tuple[str, str], list[int]] = defaultdict(list)  # places in ``sought``, by two words
    for place, one in enumerate(sought):
        for two in _neighbours(one) & wanted:
            under[two].append(place)
    for each in alike.values():
        shared: dict[int, int] = {}
        held = shared.get
        for two in _neighbours(each[0]):
            places = under.get(two, ())
            if len(places) <= MOST_UNDER_A_WORD:
                for place in places:
                    shared[place] = held(place, 0) + 1
        enough = sorted(
            (-count, sought[place].id, place) for place, count in shared.items() if count >= _LEAST_NEIGHBOURS
        )
        for one in each:
            others = (other for *_, place in enough if (other := sought[place]).number != one.number)
            yield from ((one, other) for other in islice(others, _MOST_COMPARED))


def can_meet(seekers: Iterable[ComparedStatement], others: Iterable[ComparedStatement]) -> Iterator[ComparedStatement]:
    """Yield seekers that other statements of their speaker may affect."""
    near: set[object] = set()
    words: set[tuple[str, str]] = set()
    for other in others:
        near.add(_words_and_dated(other))
        words |= _neighbours(other)
        if other.day is not None:
            near.update(range(other.day - MOST_DAYS, other.day + MOST_DAYS + 1))
    for one in seekers:
        by_words = one.day is None and not words.isdisjoint(_neighbours(one))
        if by_words or one.day in near or _words_and_dated(one) in near:
            yield one


def _neighbours(one: ComparedStatement) -> set[tuple[str, str]]:
    return set(pairwise(one.wording.stems))


def _day_of(one: ComparedStatement) -> int:
    return one.day or 0


def _by_day(one: ComparedStatement) -> tuple[bool, int, str, int]:
    return (one.day is None, one.day or 0, one.id, one.number)
