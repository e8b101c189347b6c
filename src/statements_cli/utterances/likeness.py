"""Decide whether two statements are versions of one utterance, by common wording.

The measures are those of work on reused text (cover of the shorter text, order, runs of words: Clough, Gaizauskas,
Piao and Wilks, 2002: METER: MEasuring TExt Reuse, ACL), weighed by a logistic regression that ``training.utterances``
learns.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from math import inf, log1p
from typing import NamedTuple, TypeAlias

from statements_cli.data import table, word_list
from statements_cli.text.similarity import common_subsequence
from statements_cli.utterances.words import Wording, stem_of

DECISION = 0.4  # log odds from which on two statements are one utterance
MOST_DAYS = 3  # between two reports of one utterance whose days are both known
_SYNONYM = 8  # tenths of its weight that a word has where the other version has a synonym
_LEAST_COVER = 0.3  # of the shorter text; less is never one utterance, so nothing else is measured
# What speakers say of one person on one day has the name in common: only other words count here.
_LEAST_SHARED = 80  # tenths of bits in common, less is never one utterance
_UNDATED_SHARED = 200  # tenths of bits, where a day is unknown
_RELATED_SHARED = 200  # tenths of bits, where the speakers' names differ
_ROUNDED = 1e-6  # log odds, more than rounding can take off
_ALIKE = 5  # letters with which two forms of a word begin


class Measures(NamedTuple):
    """What two wordings have in common, each figure as the decision weighs it.

    ``cover`` is the weight of the common words as a share of the lighter text, ``union`` of both texts, ``order`` the
    longest common subsequence as a share of the shorter; ``shared`` and ``run`` are logarithms of the bits in common
    and of the pairs of neighbours in common; the others are 0 or 1, and ``days`` is a share of the most allowed.
    """

    cover: float
    union: float
    order: float
    shared: float
    run: float
    replaced_numbers: float
    replaced_names: float
    negated: float
    opposite: float
    days: float
    undated: float
    related: float
    same_article: float


class ComparedStatement(NamedTuple):
    """A statement as far as grouping looks at it.

    ``number`` names it; ``speaker`` is the folded name, ``country`` the code of the one spoken for, ``stands_for_it``
    whether the speaker is that country or a body of it; ``relays`` are the folded names of who passes it on. ``date``
    is the ISO day, month or year that the article itself gives, ``day`` its ordinal where it is a day.
    """

    number: int
    id: str
    article: str
    speaker: str
    country: str | None
    stands_for_it: bool
    relays: frozenset[str]
    date: str | None
    day: int | None
    wording: Wording


def are_one_utterance(one: ComparedStatement, other: ComparedStatement) -> bool:
    """Return whether two statements are versions of one utterance.

    The order in which they are given doesn't matter.
    """
    if one.id == other.id:  # two copies of one file
        return True
    measures = measures_of(one, other, DECISION)
    return measures is not None and log_odds(measures) >= DECISION


def measures_of(one: ComparedStatement, other: ComparedStatement, least_odds: float = -inf) -> Measures | None:
    """Return what two statements have in common.

    None where they can't be one utterance whatever else, nor their log odds be as much as ``least_odds``.
    """
    relation = _relation(one, other)
    apart = days_apart(one, other)
    if relation is None or (apart is not None and apart > MOST_DAYS) or not _dates_agree(one, other):
        return None
    a, b = one.wording, other.wording
    if (b.total, b.stems) < (a.total, a.stems):
        a, b = b, a
    least = _UNDATED_SHARED if apart is None else _LEAST_SHARED
    common = _in_common(a, b, max(least, _RELATED_SHARED) if relation else least, least_odds)
    if common is None:
        return None
    return Measures(
        *common, (apart or 0) / MOST_DAYS, float(apart is None), relation, float(one.article == other.article)
    )


_InCommon: TypeAlias = tuple[float, float, float, float, float, float, float, float, float]


@lru_cache(maxsize=4096)  # reprints have few wordings, and many pairs of them
def _in_common(a: Wording, b: Wording, least: int, least_odds: float) -> _InCommon | None:
    """Return the measures of two wordings, the lighter one first: those up to ``opposite``.

    None where they have less than ``least`` in common, or where no order of the words would make the log odds
    ``least_odds``: most pairs with words in common are no versions, and their order takes longest to compare.
    """
    if not a.total:
        return None
    exact = a.weights.keys() & b.weights.keys()
    shared = sum([a.weights[stem] for stem in exact])
    rest_a, rest_b = a.weights.keys() - exact, b.weights.keys() - exact
    pairs = _synonyms(rest_a, rest_b)
    shared += sum([_SYNONYM * min(a.weights[x], b.weights[y]) // 10 for x, y in pairs.items()])
    cover = shared / a.total
    named = sum([a.weights[stem] for stem in exact if stem in a.names or stem in b.names])
    if cover < _LEAST_COVER or shared - named < least:
        return None
    union, bits = shared / (a.total + b.total - shared), log1p(shared / 10) / 4
    if _most_odds(cover, union, bits, min(len(a.stems), len(b.stems))) < least_odds:
        return None
    own = [pairs.get(stem, stem) for stem in a.stems] if pairs else a.stems
    return (
        cover,
        union,
        common_subsequence(own, b.stems) / min(len(own), len(b.stems)),
        bits,
        log1p(len({*pairwise(own)} & {*pairwise(b.stems)})) / 2,
        float(_other_numbers(a, b) or _other_numbers(b, a)),
        float(_replaced(a.names.difference(b.weights), b.names.difference(a.weights))),
        float(_negated(a, b, pairs)),
        float(_opposite(a, b, rest_a - pairs.keys(), rest_b - {*pairs.values()})),
    )


def log_odds(measures: Measures) -> float:
    """Return the log odds that two statements with these measures are one utterance."""
    weights = _weights()
    return weights[-1] + sum([weight * value for weight, value in zip(weights, measures, strict=False)])


def _most_odds(cover: float, union: float, shared: float, words: int) -> float:
    """Return the most that the log odds of a pair with these measures can be.

    ``words`` are those of the shorter one.
    """
    weights = _weights()
    known = weights[0] * cover + weights[1] * union + weights[3] * shared
    run = max(0.0, weights[4]) * log1p(words) / 2
    return weights[-1] + known + run + _most_of_others() + _ROUNDED


@cache
def _most_of_others() -> float:
    """Return the most that the other measures can add, none of which exceeds 1."""
    return sum([max(0.0, weight) for place, weight in enumerate(_weights()[:-1]) if place not in (0, 1, 3, 4)])


def days_apart(one: ComparedStatement, other: ComparedStatement) -> int | None:
    """Return the days between two statements; None where one of them is unknown."""
    return None if one.day is None or other.day is None else abs(one.day - other.day)


@cache
def _weights() -> tuple[float, ...]:
    return tuple(float(weight) for _, weight in table("utterances/decision.tsv"))


def _relation(one: ComparedStatement, other: ComparedStatement) -> float | None:
    """Return 0 for one speaker, 1 for two names that may be one's.

    None for two speakers.
    """
    if one.speaker == other.speaker:
        return 0.0
    if one.country and one.country == other.country and (one.stands_for_it or other.stands_for_it):
        return 1.0
    return 1.0 if one.speaker in other.relays or other.speaker in one.relays else None


def _dates_agree(one: ComparedStatement, other: ComparedStatement) -> bool:
    """Return whether two dates may be of one day.

    Where only a month or year is known, that of the other must be the same.
    """
    if not one.date or not other.date or (one.day is not None and other.day is not None):
        return True
    return one.date.startswith(other.date) or other.date.startswith(one.date)


def _synonyms(rest_a: set[str], rest_b: set[str]) -> dict[str, str]:
    """Return one's words with a synonym or another form in the other."""
    common = _stand_in_keys(rest_a) & _stand_in_keys(rest_b)
    found: dict[str, str] = {}
    if not common:
        return found
    left = sorted(stem for stem in rest_b if not _stood_in_by(stem).isdisjoint(common))
    for stem in sorted(rest_a):
        keys = _stood_in_by(stem)
        if not keys.isdisjoint(common):
            other = next((other for other in left if not keys.isdisjoint(_stood_in_by(other))), None)
            if other is not None:
                found[stem] = other
                left.remove(other)
    return found


def _stand_in_keys(stems: set[str]) -> set[str | int]:
    return set().union(*map(_stood_in_by, stems))


@lru_cache(maxsize=4096)  # the frequent words: a store of millions keeps no more
def _stood_in_by(stem: str) -> frozenset[str | int]:
    """Return the keys of a stem.

    A stem that shares a key may stand for it, as a synonym or another form.
    """
    numbers = _synonym_sets().get(stem, frozenset())
    return numbers | {stem[:_ALIKE]} if len(stem) >= _ALIKE else frozenset(numbers)


@cache
def _synonym_sets() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(word_list("utterances/synonyms.txt")):
        for word in line.split():
            if stem := stem_of(word):
                found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


@cache
def synonyms_of(stem: str) -> frozenset[str]:
    """Return the stems of the words that may stand for one."""
    sets = _synonym_sets()
    own = sets.get(stem, frozenset())
    return frozenset(other for other, numbers in sets.items() if other != stem and not own.isdisjoint(numbers))


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [line.split() for line in word_list("utterances/opposites.txt")]
    return frozenset((stem_of(x), stem_of(y)) for pair in pairs for x, y in (pair, pair[::-1]))


def _opposite(a: Wording, b: Wording, rest_a: set[str], rest_b: set[str]) -> bool:
    """Return whether one has the opposite of the other, beside a common word."""
    opposites, known = _opposites(), _with_opposites()
    found = [(x, y) for x in rest_a & known for y in rest_b & known if (x, y) in opposites]
    return any(_beside(a, x) & _beside(b, y) for x, y in found)


def _beside(wording: Wording, stem: str) -> set[str]:
    stems = wording.stems
    places = [place for place, own in enumerate(stems) if own == stem]
    return {one for place in places for one in (*stems[max(0, place - 1) : place], *stems[place + 1 : place + 2])}


@cache
def _with_opposites() -> frozenset[str]:
    return frozenset(x for x, _ in _opposites())


def _replaced(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether each has what the other lacks.

    Another number or name in the place of one.
    """
    return bool(mine - theirs) and bool(theirs - mine)


def _other_numbers(a: Wording, b: Wording) -> bool:
    """Return whether beside a common word their numbers differ."""
    beside = {word for word, _ in b.numbered}
    return any(
        word in beside and number not in b.numbers and not any(w == word and n in a.numbers for w, n in b.numbered)
        for word, number in a.numbered
    )


def _negated(a: Wording, b: Wording, pairs: dict[str, str]) -> bool:
    """Return whether a word that both have is negated in one of them alone."""
    both = {stem: pairs.get(stem, stem) for stem in a.weights}
    return any((stem in a.negated) != (other in b.negated) for stem, other in both.items() if other in b.weights)
