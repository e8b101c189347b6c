"""Two strings, or one and many, come in; how alike they are goes out: the one module that imports rapidfuzz.

Everything here works on strings that the caller has folded already. Likeness is 0 to 100, as in
rapidfuzz; a distance counts letters put in, left out, changed or swapped with their neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, whatever the order of their words."""
    from rapidfuzz import fuzz

    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def nearest(query: str, names: Sequence[str], least: float, most: int) -> list[tuple[int, float]]:
    """Return the places in ``names`` of those most like ``query``, best first, each with its likeness.

    ``least`` is the likeness below which a name is left out, ``most`` how many are returned. Equal
    ones keep the order of ``names``.
    """
    from rapidfuzz import fuzz, process

    scorer = fuzz.WRatio if " " in query else fuzz.ratio
    found = process.extract(query, names, scorer=scorer, limit=most, score_cutoff=least)
    return sorted(((place, score) for _, score, place in found), key=lambda pair: (-pair[1], pair[0]))


def neighbours(word: str, words: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Return those of ``words`` that at most ``most`` letters part from ``word``, nearest first.

    The distance is optimal string alignment (Damerau-Levenshtein without overlapping swaps). Equal
    distances keep the order of ``words``.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    found.sort(key=lambda hit: (hit[1], hit[2]))
    return [(near, int(distance)) for near, distance, _ in found]


def fragment_likeness(fragment: str, texts: Sequence[str]) -> list[tuple[float, float]]:
    """Return for each text how well it holds ``fragment``: by its best passage, and by its set of words.

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
