"""Decline the names of media in Slavonic languages."""

from __future__ import annotations

from collections.abc import Iterator

SLAVONIC = ("ru", "uk")
_ENDS = {
    "а": ("у", "е", "і", "ой", "ою", "ы", "и"),
    "я": ("ю", "е", "і", "ї", "ей", "єю", "и", "ии", "ию"),
    "е": ("ого", "ому", "им", "ым"),
    "ь": ("ю", "я", "ем", "е"),
    "ъ": ("а", "у", "ом", "е"),
}
"""Ends of the other cases by the last letter of a name; those of both languages together, for none is a word."""
_CONSONANT = ("а", "у", "ом", "е", "і")
_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"
_SHORTEST = 5


def declined(low: str, name: str) -> Iterator[str]:
    """Yield the other cases of a medium's name in lower case.

    ``name`` is the one that records give, which tells acronyms.
    """
    last = low[-1]
    if " " in low or len(low) < _SHORTEST or name.isupper() or not "а" <= low[0] <= "ї":
        return
    if last in _CONSONANTS:
        yield from (low + end for end in _CONSONANT)
    else:
        yield from (low[:-1] + end for end in _ENDS.get(last, ()))
