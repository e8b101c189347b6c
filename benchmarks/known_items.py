"""Measure how well queries that half remember a statement find it.

Five ways to remember badly, as often each: a fragment with two words misspelt; with one left out and one
misspelt; with two in another form; with one misspelt and one replaced by a common word; four of the rarer words
in any order, two of them misspelt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import NamedTuple

from statements_cli.query.fulltext.query_words import word_pattern

WAYS = ("two misspelt", "one left out", "other forms", "one replaced", "rare words")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG, _COMMON = 5, 3000


class Item(NamedTuple):
    """A query, and the number of the statement it is meant to find."""

    query: str
    number: int
    way: str


class Found(NamedTuple):
    """How well items were found: mean reciprocal rank, and the share among the first ten."""

    mrr: float
    recall: float


def corrupted(
    rows: Sequence[tuple[int, str]],
    frequencies: Counter[str],
    alone: Callable[[Sequence[str], bool], bool],
    each: int,
    seed: int,
) -> list[Item]:
    """Return ``each`` queries of every way for some of these numbered texts.

    ``alone`` tells whether only one text has these words, next to each other or anywhere: what is remembered
    of several alike can't be told to be one of them.
    """
    random = Random(seed)
    common = [word for word, _ in frequencies.most_common(_COMMON) if len(word) >= 4]
    items = []
    for way in WAYS:
        made = 0
        while made < each:
            number, text = rows[int(random.random() * len(rows))]
            words = word_pattern().findall(text.lower())
            right = _remembered(words, way, frequencies, random) if len(words) >= 10 else None
            if right and alone(right, way != "rare words"):
                query = _misremembered(right, way, common, random)
                items.append(Item(" ".join(query), number, way))
                made += 1
    return items


def measured(items: Iterable[Item], find: Callable[[str], Sequence[int]]) -> Found:
    """Return how well ``find``, which gives the numbers of what it finds, best first, finds the items."""
    ranks = []
    for item in items:
        found = list(find(item.query))
        ranks.append(found.index(item.number) + 1 if item.number in found else 0)
    return Found(
        sum(1 / rank for rank in ranks if rank) / len(ranks), sum(0 < rank <= 10 for rank in ranks) / len(ranks)
    )


def misspelt(word: str, random: Random) -> str:
    """A word with a letter too many, too few, wrong, or swapped with the next."""
    at = random.randrange(1, len(word))
    way = random.choice("idst")
    if way == "i":
        return word[:at] + random.choice(_LETTERS) + word[at:]
    if way == "d":
        return word[:at] + word[at + 1 :]
    if way == "s":
        return word[:at] + random.choice(_LETTERS) + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _remembered(words: Sequence[str], way: str, frequencies: Counter[str], random: Random) -> list[str] | None:
    """Return the words that are remembered, still right; None where the text has no fit ones."""
    if way == "rare words":
        rare = sorted(
            {
                word
                for word in words
                if len(word) >= _LONG and word.isascii() and word.isalpha() and frequencies[word] < _rare(frequencies)
            }
        )
        return random.sample(rare, 4) if len(rare) >= 4 else None
    length = min(random.randint(6, 9) if way == "one left out" else random.randint(5, 8), len(words))
    at = random.randrange(len(words) - length + 1)
    fragment = list(words[at : at + length])
    return fragment if len(_long(fragment)) >= 3 else None


def _misremembered(right: Sequence[str], way: str, common: Sequence[str], random: Random) -> list[str]:
    query = list(right)
    one, other = random.sample(_long(query), 2)
    if way == "other forms":
        query[one], query[other] = _inflected(query[one], random), _inflected(query[other], random)
        return query
    query[one] = misspelt(query[one], random)
    if way in ("two misspelt", "rare words"):
        query[other] = misspelt(query[other], random)
    elif way == "one left out":
        del query[random.choice([place for place in range(1, len(query) - 1) if place != one])]
    else:
        query[random.choice([place for place in range(len(query)) if place != one])] = random.choice(common)
    return query


def _long(words: Sequence[str]) -> list[int]:
    return [place for place, word in enumerate(words) if len(word) >= _LONG and word.isascii() and word.isalpha()]


def _rare(frequencies: Counter[str]) -> float:
    return 0.02 * frequencies.total() / 20  # about one in fifty texts


def _inflected(word: str, random: Random) -> str:
    for ending, base in (("ies", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending) + base
    return word + random.choice(["s", "d"] if word.endswith("e") else ["s", "ed", "ing"])
