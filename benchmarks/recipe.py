"""The ranking that a prototype of this project had, written down to be measured beside: a query in, numbers out.

Words are widened to those of the same stem (0.95) and, where rare or unknown, to their neighbours in spelling (1
less the share of letters that part them); candidates come from the rarest first, 20,000 places at most; the best
1,000 by rarity are ranked by the share of words they have, the best 200 of these by 0.4 of that share, 0.4 of
rapidfuzz's partial ratio and 0.2 of its token-set ratio.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from heapq import nlargest
from math import log

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from statements_cli.query.fulltext.query_words import word_pattern
from statements_cli.text.stem import stem


class Recipe:
    """Ranks the texts of an index (``query.fulltext.matching``) as the prototype did."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._size = connection.execute("select count(*) from statement").fetchone()[0]
        self._counts: dict[str, int] = dict(connection.execute("select word, count from word"))
        self._vocabulary = list(self._counts)
        self._kin: dict[str, list[str]] = defaultdict(list)
        for word in self._vocabulary:
            self._kin[stem(word)].append(word)

    def find(self, query: str) -> list[int]:
        """Return the numbers of the twenty best texts."""
        asked = dict.fromkeys(word_pattern().findall(query.lower()))
        groups = [group for group in map(self._widened, asked) if group]
        shares = self._candidates(groups)
        rarity = sum(map(self._weight, groups))
        best = nlargest(1000, shares.items(), key=lambda pair: pair[1])
        texts = {number: self._text(number) for number, _ in best}
        covered = []
        for number, share in best:
            held = set(word_pattern().findall(texts[number]))
            cover = sum(max((worth for word, worth in group.items() if word in held), default=0.0) for group in groups)
            covered.append((cover / len(groups), share / rarity, number))
        ranked = []
        for cover, _, number in nlargest(200, covered, key=lambda one: (one[0] + 0.25 * one[1], -one[2])):
            letters = 0.4 * fuzz.partial_ratio(query, texts[number]) + 0.2 * fuzz.token_set_ratio(query, texts[number])
            ranked.append((-0.4 * cover - letters / 100, number))
        return [number for _, number in sorted(ranked)[:20]]

    def _widened(self, word: str) -> dict[str, float]:
        count = self._counts.get(word, 0)
        group = {word: 1.0} if count else {}
        if len(word) >= 4:
            for kin in nlargest(6, self._kin.get(stem(word), ()), key=self._counts.__getitem__):
                group.setdefault(kin, 0.95)
            if count <= max(3, self._size * 1e-3):
                most = 1 if len(word) < 6 or (count and len(word) < 8) else 2
                near = process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=most, limit=12)
                for other, distance, _ in near:
                    group.setdefault(other, 1 - distance / len(word))
        return dict(sorted(group.items(), key=lambda pair: (-pair[1], -self._counts[pair[0]]))[:8])

    def _count(self, group: dict[str, float]) -> int:
        return sum(self._counts[word] for word in group)

    def _weight(self, group: dict[str, float]) -> float:
        return log(1 + self._size / (1 + self._count(group)))

    def _candidates(self, groups: list[dict[str, float]]) -> dict[int, float]:
        shares: dict[int, float] = {}
        taken: list[str] = []
        deferred = []
        used = 0
        for group in sorted(groups, key=self._count):
            if taken and used + self._count(group) > 20_000:
                deferred.append(group)
                continue
            used += self._count(group)
            taken += group
            held: dict[int, float] = {}
            for word, worth in sorted(group.items(), key=lambda pair: pair[1]):
                held |= dict.fromkeys(self._places(f'"{word}"'), self._weight(group) * worth)
            for number, share in held.items():
                shares[number] = shares.get(number, 0.0) + share
        for group in deferred:
            if self._count(group) <= 0.1 * self._size:
                either = " OR ".join(f'"{word}"' for word in taken)
                also = " OR ".join(f'"{word}"' for word in group)
                for number in self._places(f"({either}) AND ({also})"):
                    shares[number] = shares.get(number, 0.0) + self._weight(group)
        return shares

    def _places(self, expression: str) -> list[int]:
        found = self._connection.execute(
            "select rowid from statement_words where statement_words match ?", (expression,)
        )
        return [row[0] for row in found]

    def _text(self, number: int) -> str:
        row = self._connection.execute("select text from statement where number = ?", (number,)).fetchone()
        return str(row[0]).lower()
