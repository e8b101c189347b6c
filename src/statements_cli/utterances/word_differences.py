"""Tell in which words two versions of a text differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["same", "gone", "new"]

_AROUND_WORDS = "\"'“”‘’«»„.,;:!?()[]…—–-"
_AS_TYPED = str.maketrans("’‘ʼ‐‑", "'''--")  # within words outlets print the same marks in several ways
_LEAST_IN_COMMON = 0.2  # share of words; versions that have less have nothing to be set against each other


class Change(NamedTuple):
    """Words that both versions have, only the first, or only the second.

    These are ``same``, ``gone`` and ``new``.
    """

    kind: Kind
    words: str


def word_changes(whole: str, version: str) -> tuple[Change, ...]:
    """Return the words of ``version`` and ``whole`` that differ, in order.

    Case and marks do not count.

    The longest common stretch first, then those on both sides of it (Ratcliff and Metzener, 1988, Dr. Dobb's Journal).
    """
    from difflib import SequenceMatcher

    one, other = whole.split(), version.split()
    matcher = SequenceMatcher(None, [*map(plain_word, one)], [*map(plain_word, other)], autojunk=False)
    if matcher.ratio() < _LEAST_IN_COMMON:
        return tuple(change for change in (Change("gone", whole), Change("new", version)) if change.words)
    found: list[Change] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            found.append(Change("same", " ".join(other[start:end])))
            continue
        if first < last:
            found.append(Change("gone", " ".join(one[first:last])))
        if start < end:
            found.append(Change("new", " ".join(other[start:end])))
    return tuple(found)


def marked(changes: Iterable[Change]) -> str:
    """Return changes as one text: ``[-gone-]``, ``{+new+}``, what is the same as it is."""
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return " ".join(signs[kind].format(words) for kind, words in changes)


def plain_word(word: str) -> str:
    """Return a word without case and the marks around it, those within as typed.

    What is only marks stays.
    """
    return word.strip(_AROUND_WORDS).casefold().translate(_AS_TYPED) or word
