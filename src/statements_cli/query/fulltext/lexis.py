"""Expand a word to the words of an index that it may mean.

A word means itself (1.0), words of its stem and its British or American spelling (0.95), and, where it is
rare or unknown, its neighbours in spelling (1 less the share of its letters that part them). For a word that
no text has, the nearest spelling is likelier meant than its kin.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from statements_cli.text.similarity import neighbours
from statements_cli.text.stem import stem

_KIN = 0.95
_NEAREST = 0.97
_BEGINNING = 0.9
_MOST_FORMS = 8
_MOST_KIN = 6
_RARE = 1e-3  # share of the texts; a word in fewer may well be another one misspelt
_LONGEST_ENDING = 5  # letters: "ation" and its like
_LAST = "\U0010ffff"


class Form(NamedTuple):
    """A word of the index.

    How many texts have it, and how well it answers the word asked for, 0 to 1.
    """

    word: str
    frequency: int
    worth: float


class Lexis:
    """An index's words from its table ``word``, with their numbers of texts.

    ``languages`` are those of the texts: words of one stem in any of them are kin.
    """

    def __init__(self, connection: sqlite3.Connection, texts: int, languages: Sequence[str] = ("en",)) -> None:
        self._languages = languages
        self._connection = connection
        self._rare = max(3, texts * _RARE)
        self._of_length: dict[int, list[str]] = {}

    def count(self, word: str) -> int:
        """Return how many texts have exactly this folded word."""
        row = self._connection.execute("select count from word where word = ?", (word,)).fetchone()
        return row[0] if row else 0

    def forms(self, word: str, *, guess: bool = True) -> list[Form]:
        """Return the words of the index that ``word`` may mean, best first.

        With ``guess`` a rare word is taken for its neighbours in spelling too, without only an unknown one.
        """
        known = self.count(word)
        worths = {word: 1.0} if known else {}
        if len(word) >= 4 or (not known and len(word) > 1):
            for kin in self._kin(word):
                worths.setdefault(kin, _KIN)
        if len(word) >= 4 and (not known or (guess and known <= self._rare)):
            for near, worth in self._near(word, bool(known)):
                worths[near] = max(worth, worths.get(near, 0.0))
        if not known and len(word) >= 4:
            for longer in self._beginning(word):
                worths.setdefault(longer, _BEGINNING)
        found = [Form(form, self.count(form), worth) for form, worth in worths.items()]
        return sorted(found, key=lambda form: (-form.worth, -form.frequency, form.word))[:_MOST_FORMS]

    def beginning(self, beginning: str) -> int:
        """Return in how many texts words begin so, texts that have several counted for each."""
        row = self._connection.execute(
            "select sum(count) from word where word >= ? and word < ?", (beginning, beginning + _LAST)
        ).fetchone()
        return row[0] or 0

    def nearest(self, word: str, most: int) -> list[str]:
        """Return at most ``most`` words like one that isn't found otherwise."""
        steps = max(1, len(word) // 2)
        near = [pair for pair in self._neighbours(word, steps) if pair[0][:1] == word[:1] or pair[1] == 1]
        near.sort(key=lambda pair: (pair[1], -self.count(pair[0]), pair[0]))
        return [other for other, _ in near[:most]]

    def _kin(self, word: str) -> list[str]:
        found: dict[str, int] = {}
        for spelling in (word, *spellings(word)):
            if spelling != word and (count := self.count(spelling)):
                found[spelling] = count
            for language in self._languages:
                found |= self._of_stem(spelling, language)
        found.pop(word, None)
        return sorted(found, key=lambda other: (-found[other], other))[:_MOST_KIN]

    def _of_stem(self, word: str, language: str) -> Iterator[tuple[str, int]]:
        """Yield the words of a stem in a language, with their numbers of texts."""
        root = stem(word, language)
        # all words of one stem begin with it but for its last letter, which "happi" shares with no one
        head = root[:-1] if len(root) > 3 else root
        rows = self._connection.execute(
            "select word, count from word where word >= ? and word < ?", (head, head + _LAST)
        )
        return ((other, count) for other, count in rows if stem(other, language) == root)

    def _near(self, word: str, known: bool) -> list[tuple[str, float]]:
        most = 1 if len(word) < 6 or (known and len(word) < 8) else 2
        near = [(other, gap) for other, gap in self._neighbours(word, most) if len(other) > 2]
        least = near[0][1] if near else 0
        return [(other, _NEAREST if gap == least and not known else 1 - gap / len(word)) for other, gap in near if gap]

    def _neighbours(self, word: str, most: int) -> list[tuple[str, int]]:
        lengths = range(max(1, len(word) - most), len(word) + most + 1)
        return neighbours(word, [self._long(length) for length in lengths], most)

    def _long(self, length: int) -> list[str]:
        if length not in self._of_length:
            # one string for all, as stepping through the rows takes longer than splitting it
            row = self._connection.execute(
                "select group_concat(word, ' ') from word where length(word) = ?", (length,)
            ).fetchone()
            self._of_length[length] = row[0].split(" ") if row[0] else []
        return self._of_length[length]

    def _beginning(self, word: str) -> list[str]:
        rows = self._connection.execute(
            "select word from word where word > ? and word < ? order by count desc, word limit ?",
            (word, word + _LAST, _MOST_FORMS),
        )
        return [row[0] for row in rows]


def spellings(word: str) -> list[str]:
    """Return a word's British and American forms.

    >>> spellings("organisation"), spellings("labor")
    (['organization'], ['labour'])
    """
    found: dict[str, None] = {}
    for british, american, where in _spelling_rules():
        for old, new in ((british, american), (american, british)):
            at = word.rfind(old)
            if at >= 0 and _may_stand(where, at, len(word) - at - len(old)):
                found[word[:at] + new + word[at + len(old) :]] = None
    found.pop(word, None)
    return list(found)


def _may_stand(where: str, before: int, after: int) -> bool:
    if where == "word":
        return before == after == 0
    return where == "in" or (before >= 2 + (where == "late") and (where == "late" or after <= _LONGEST_ENDING))


@cache
def _spelling_rules() -> tuple[tuple[str, ...], ...]:
    from statements_cli.data import table

    return table("grammar/spellings.tsv")
