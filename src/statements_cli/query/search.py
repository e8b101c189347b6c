"""A query and texts come in; the texts that answer it, best first, with the words that matched go out.

The ranking: each word of the query is widened to the best words that the texts have (itself 1.0, of
the same stem 0.95, otherwise by how few letters part them); a text is worth 0.4 of the share of the
query's words it has, 0.4 of how well its best passage resembles the query letter by letter, and 0.2
of the likeness of the two sets of words. A plain full-text rank loses misspelt words, and letter
likeness alone ranks nonsense first, since any short text is part of nearly every query.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from statements_cli.query.stem import stem
from statements_cli.query.words import fold, located_words, words
from statements_cli.text.similarity import fragment_likeness, neighbours

_KIN = 0.95
_NEAREST = 0.97  # the nearest spelling of a word that no text has is likelier meant than its kin
_BEGINNING = 0.9
_MOST_FORMS = 8
_MOST_WORDS = 64
_RESCORED = 500
_LEAST_SHARE = 1 / 3  # of what the best text holds; below it only filler words match


class Match(NamedTuple):
    """A text that answers a query: its place among the texts, its score (0 to 100), what matched."""

    place: int
    score: float
    matched: frozenset[str]


class TextIndex:
    """The words of some texts, made for finding words near to a given one and the texts that have it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._postings: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            for word in dict.fromkeys(words(text)):
                self._postings.setdefault(word, []).append(place)
        self._vocabulary = sorted(self._postings)

    def __len__(self) -> int:
        return len(self._texts)

    def text(self, place: int) -> str:
        """Return the text at ``place``."""
        return self._texts[place]

    def places(self, word: str) -> Sequence[int]:
        """Return the places of the texts that have exactly this folded word."""
        return self._postings.get(word, ())

    def vocabulary(self) -> Sequence[str]:
        """Return all folded words in alphabetical order."""
        return self._vocabulary


def search(index: TextIndex, query: str, among: Iterable[int] | None = None) -> list[Match]:
    """Return the texts of ``index`` that answer ``query``, best first; of equals the earlier one first.

    ``among`` limits the search to these places: a filter narrows before ranking.
    """
    asked = list(dict.fromkeys(words(query)))[:_MOST_WORDS]
    groups = [widened(word, index) for word in asked]
    allowed = None if among is None else frozenset(among)
    held = _held(index, groups, allowed)
    if not held:
        return []
    weights = [log(1 + len(index) / (1 + sum(len(index.places(w)) for w in group))) for group in groups]
    shares = {
        place: sum(weight * best for weight, (best, _) in zip(weights, found, strict=True))
        for place, found in held.items()
    }
    least = max(shares.values()) * _LEAST_SHARE
    kept = sorted((p for p, share in shares.items() if share >= least), key=lambda p: (-shares[p], p))
    return _ranked(index, query, held, kept[:_RESCORED])


def widened(word: str, index: TextIndex) -> dict[str, float]:
    """Return the words of ``index`` that ``word`` may mean, best first, each with its worth, 0 to 1."""
    forms: dict[str, float] = {word: 1.0} if index.places(word) else {}
    if len(word) >= 4:
        for kin in _kin(word, index.vocabulary()):
            forms.setdefault(kin, _KIN)
        if not index.places(word):
            for near, worth in _respelt(word, index.vocabulary()):
                forms[near] = max(worth, forms.get(near, 0.0))
    if not index.places(word):
        for longer in _containing(word, index.vocabulary()):
            forms.setdefault(longer, _BEGINNING)
    ordered = sorted(forms.items(), key=lambda form: (-form[1], -len(index.places(form[0])), form[0]))
    return dict(ordered[:_MOST_FORMS])


def _kin(word: str, vocabulary: Sequence[str]) -> list[str]:
    from bisect import bisect_left

    # Words of one stem begin alike, so only that stretch of the sorted vocabulary is stemmed.
    head, wanted = word[:3], stem(word)
    first = bisect_left(vocabulary, head)
    last = bisect_left(vocabulary, head + "\U0010ffff")
    return [other for other in vocabulary[first:last] if stem(other) == wanted]


def _respelt(word: str, vocabulary: Sequence[str]) -> list[tuple[str, float]]:
    most = 1 if len(word) < 6 else 2
    near = [(other, gap) for other, gap in neighbours(word, vocabulary, most) if len(other) > 2]
    if not near and len(word) == 5:
        near = neighbours(word, vocabulary, 2)
    if not near:
        return []
    least = near[0][1]
    return [(other, _NEAREST if gap == least else 1 - gap / len(word)) for other, gap in near]


def _containing(word: str, vocabulary: Sequence[str]) -> list[str]:
    if len(word) < 4 and word.isascii():
        return []
    if not word.isascii():  # scripts without spaces: a word is a stretch inside a longer run
        return [other for other in vocabulary if word in other]
    return [other for other in vocabulary if other.startswith(word)]


def _held(
    index: TextIndex, groups: Sequence[Mapping[str, float]], allowed: frozenset[int] | None
) -> dict[int, list[tuple[float, str]]]:
    held: dict[int, list[tuple[float, str]]] = {}
    for number, group in enumerate(groups):
        for word, worth in group.items():
            for place in index.places(word):
                if allowed is not None and place not in allowed:
                    continue
                found = held.setdefault(place, [(0.0, "")] * len(groups))
                if worth > found[number][0]:
                    found[number] = (worth, word)
    return held


def _ranked(
    index: TextIndex, query: str, held: Mapping[int, Sequence[tuple[float, str]]], places: Sequence[int]
) -> list[Match]:
    likenesses = fragment_likeness(fold(query), [fold(index.text(place)) for place in places])
    matches = []
    for place, (passage, wordset) in zip(places, likenesses, strict=True):
        found = held[place]
        covered = sum(worth for worth, _ in found) / len(found)
        score = 40 * covered + 0.4 * passage + 0.2 * wordset
        matches.append(Match(place, round(score, 1), frozenset(word for _, word in found if word)))
    return sorted(matches, key=lambda match: (-match.score, match.place))


def highlights(text: str, matched: frozenset[str]) -> list[tuple[int, int]]:
    """Return where the matched words stand in ``text``, as spans ``(start, end)``."""
    return [(start, end) for word, start, end in located_words(text) if word in matched]
