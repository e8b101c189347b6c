"""Folded names come in, how alike they are goes out: the one module of this room that uses rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence


def likeness(one: str, other: str) -> float:
    """Return how alike two folded names are, 0 to 100, whatever the order of their words."""
    from rapidfuzz import fuzz

    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def nearest(query: str, names: Sequence[str], least: float, most: int) -> list[tuple[int, float]]:
    """Return the places in ``names`` of those most like ``query``, best first, each with its likeness.

    ``least`` is the likeness (0 to 100) below which a name is left out, ``most`` how many are
    returned. Equal ones keep the order of ``names``.
    """
    from rapidfuzz import fuzz, process

    scorer = fuzz.WRatio if " " in query else fuzz.ratio
    found = process.extract(query, names, scorer=scorer, limit=most, score_cutoff=least)
    return sorted(((place, score) for _, score, place in found), key=lambda pair: (-pair[1], pair[0]))
