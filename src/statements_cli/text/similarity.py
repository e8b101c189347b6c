"""Compare strings by similarity: the one module that imports rapidfuzz.

Everything here works on strings that the caller has folded already. Likeness is 0 to 100, as in
rapidfuzz; a distance counts letters put in, left out, changed or swapped with their neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import itemgetter

_LETTERS_A_MISTAKE = 4  # of a word, for each letter that may be wrong
_WORTH_LOADING = 2000  # comparisons that take as long here as loading rapidfuzz does

_compared = 0


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, whatever the order of their words.

    The greater of rapidfuzz's ratio and token-sort ratio. A few articles need a few hundred of these, and
    loading rapidfuzz takes as long as Python itself does: it is loaded only when many are asked for.
    """
    global _compared
    _compared += 1
    ratio = _ratio if _compared < _WORTH_LOADING else _fast_ratio()
    best = ratio(one, other)
    if best < 100 and (" " in one or " " in other):
        best = max(best, ratio(_sorted_words(one), _sorted_words(other)))
    return best


@cache
def _fast_ratio() -> Callable[[str, str], float]:
    from rapidfuzz import fuzz

    return fuzz.ratio


def _sorted_words(name: str) -> str:
    return " ".join(sorted(name.split()))


def _ratio(one: str, other: str) -> float:
    both = len(one) + len(other)
    return (1.0 - (both - 2 * _common(one, other)) / both) * 100 if both else 100.0


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the longest common subsequence's length, a column at a time in bits.

    H. Hyyrö, 2004: Bit-parallel LCS-length computation revisited. AWOCA.
    """
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    whole = (1 << len(one)) - 1
    column = whole
    for letter in other:
        held = column & places.get(letter, 0)
        column = (column + held) | (column - held)
    return len(one) - (column & whole).bit_count()


def nearest(query: str, names: Sequence[str], least: float, most: int) -> list[tuple[int, float]]:
    """Return the places in ``names`` most like ``query``, best first, with likeness.

    ``least`` is the likeness below which a name is left out, ``most`` how many are returned. Equal
    ones keep the order of ``names``.
    """
    from rapidfuzz import fuzz, process

    scorer = fuzz.WRatio if " " in query else fuzz.ratio
    found = process.extract(query, names, scorer=scorer, limit=most, score_cutoff=least)
    return sorted(((place, score) for _, score, place in found), key=lambda pair: (-pair[1], pair[0]))


def closest(given: str, known: Iterable[str], most: int = 1, least: float = 60.0) -> list[str]:
    """Return the ``known`` words most like a given one, best first, caseless."""
    words = {word.casefold(): word for word in known}
    plain = given.casefold()
    misspelt = [near for near, _ in neighbours(plain, [sorted(words)], max(1, len(plain) // _LETTERS_A_MISTAKE))]
    alike = [list(words)[place] for place, _ in nearest(plain, list(words), least, most)]
    return [words[word] for word in dict.fromkeys((*misspelt, *alike))][:most]


def neighbours(word: str, lists: Iterable[Sequence[str]], most: int) -> list[tuple[str, int]]:
    """Return the listed words at most ``most`` letters from ``word``, nearest first.

    The distance is optimal string alignment (Damerau-Levenshtein without overlapping swaps). Equal
    distances keep the order of the words.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found: list[tuple[str, int]] = []
    for words in lists:
        hits = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)
        found += [(near, int(distance)) for near, distance, _ in sorted(hits, key=itemgetter(2))]
    found.sort(key=itemgetter(1))
    return found


def fragment_likeness(fragment: str, texts: Sequence[str]) -> list[tuple[float, float]]:
    """Return for each text how well it holds ``fragment``.

    By its best passage, and by its set of words.

    The first figure is rapidfuzz's partial ratio, the second its token-set ratio. A text shorter than
    the fragment is compared as the fragment would be with it, so that a one-letter text, which is
    part of nearly everything, does not score 100.
    """
    from rapidfuzz import fuzz

    return [
        (
            fuzz.partial_ratio(fragment, text) * min(1.0, len(text) / max(1, len(fragment))),
            fuzz.token_set_ratio(fragment, text),
        )
        for text in texts
    ]


def common_subsequence(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two sequences of words have in common in the same order.

    As with ``likeness``, rapidfuzz is loaded only when many are asked for.
    """
    global _compared
    _compared += 1
    return _common(one, other) if _compared < _WORTH_LOADING else int(_fast_subsequence()(one, other))


@cache
def _fast_subsequence() -> Callable[[Sequence[str], Sequence[str]], int]:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity
