"""Rank the statements that answer a query, with the words that matched.

The ranking: of the candidates that have the rarest of the query's words, each is worth 0.4 of the share of the
query's words it has, 0.4 of how well its best passage resembles the query letter by letter, and 0.2 of the
likeness of the two sets of words. A plain full-text rank loses misspelt words, and letter likeness alone ranks
nonsense first, since any short text is part of nearly every query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from json import dumps
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.query.asking import Query
from statements_cli.query.fulltext.candidates import Group, Texts, candidates, groups_of, passing, unranked
from statements_cli.query.fulltext.query_words import fold, located_words, word_pattern
from statements_cli.text.similarity import fragment_likeness

if TYPE_CHECKING:
    from statements_cli.query.fulltext.meaning import Meaning

_READ, _COMPARED = 1000, 200  # how many candidates are read, and compared letter by letter, at least
_LEAST_SHARE = 1 / 3  # of what the best text holds; below it only filler words match
_BY_RARITY = 0.25  # how much the rarity of the words counts beside their number, until letters are compared


class Match(NamedTuple):
    """A text that answers a query.

    Its number, its score (0 to 100), the words of it that matched, folded.
    """

    number: int
    score: float
    matched: frozenset[str]


class Matches(NamedTuple):
    """The best texts, best first and newest first where equally good.

    How many there are in all, exactly or about.
    """

    best: tuple[Match, ...]
    total: int
    exact: bool = True


def search(texts: Texts, query: Query, limit: int | None = 20, *, by_meaning: bool = False) -> Matches:
    """Return the texts that answer ``query``: at most ``limit`` (None: all).

    ``by_meaning`` lets words near in meaning stand for those asked for (and raises ``MeaningError`` where their
    vectors aren't installed); what whole texts mean then takes the place of how their letters look.
    """
    if not query.terms:
        rest, total = unranked(texts, query, limit)
        return Matches(tuple(Match(number, 100.0, frozenset()) for number in rest), total)
    meaning = None
    if by_meaning:
        from statements_cli.query.fulltext.meaning import Meaning

        meaning = Meaning(texts.connection)
    groups = groups_of(texts, query, meaning)
    shares = candidates(texts, query, groups)
    if not shares:
        return Matches((), 0)
    passed = passing(texts, shares, None if limit is None else max(limit, _READ))
    newest = {number: place for place, number in enumerate(passed.numbers)}
    kept = sorted(passed.numbers, key=shares.__getitem__, reverse=True)  # newest first where equal
    while kept and shares[kept[-1]] < shares[kept[0]] * _LEAST_SHARE:
        kept.pop()
    matches = _compared(texts, query, groups, kept, shares, limit, meaning)
    matches.sort(key=lambda match: (-match.score, newest[match.number]))
    best = tuple(match._replace(score=round(match.score, 1)) for match in matches[:limit])
    return Matches(best, len(kept) if passed.exact else passed.total, passed.exact)


def _compared(
    texts: Texts,
    query: Query,
    groups: Sequence[Group],
    kept: Sequence[int],
    shares: Mapping[int, float],
    limit: int | None,
    meaning: Meaning | None,
) -> list[Match]:
    """Return the best of the candidates, ordered by share, with their scores."""
    read = kept[: len(kept) if limit is None else max(limit, _READ if len(groups) > 1 else _COMPARED)]
    folded = dict(wordings(texts, read))
    weights = sum(group.weight for group in groups)
    covered = [(number, *_coverage(folded[number], groups)) for number in read]
    best = nlargest(
        len(read) if limit is None else max(limit, _COMPARED),
        covered,
        key=lambda one: one[1] + _BY_RARITY * shares[one[0]] / weights,
    )
    compared = [folded[number] for number, _, _ in best]
    if meaning is not None:
        likenesses = [(likeness, likeness) for likeness in meaning.likeness(query.text, compared)]
    else:
        likenesses = fragment_likeness(query.text, compared)
    if any(term.kind == "stretch" for term in query.terms):  # without spaces there are no sets of words
        likenesses = [(passage, passage) for passage, _ in likenesses]
    return [
        Match(number, 40 * share + 0.4 * passage + 0.2 * wordset, matched)
        for (number, share, matched), (passage, wordset) in zip(best, likenesses, strict=True)
    ]


def wordings(texts: Texts, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the texts of these numbers, folded, each with its number."""
    rows = texts.connection.execute(
        "select number, text from statement where number in (select value from json_each(?))", (dumps(numbers),)
    )
    return ((number, fold(text)) for number, text in rows)


def _coverage(text: str, groups: Sequence[Group]) -> tuple[float, frozenset[str]]:
    """Return the share of query terms in a folded text, and the words found."""
    held = frozenset(word_pattern().findall(text))
    covered = 0.0
    matched: list[str] = []
    for group in groups:
        term = group.term
        if term.kind == "word":
            word = next((word for word in group.worths if word in held), None)  # the best stand first
            found = [word] if word else []
            worth = group.worths[word] if word else 0.0
        elif term.kind == "prefix":
            found = [word for word in held if word.startswith(term.words[0])]
            worth = float(bool(found))
        else:
            found = [term.text] if term.kind == "stretch" else list(term.words)
            worth = float(term.kind == "phrase" or term.text in text)
        if worth:
            covered += worth
            matched += found
    return covered / len(groups), frozenset(matched)


def highlights(text: str, matched: frozenset[str]) -> list[tuple[int, int]]:
    """Return where the matched words stand in ``text``, as spans ``(start, end)`` in text order."""
    inside = [word for word in matched if not word.isascii()]
    found = []
    for word, start, end in located_words(text):
        if word in matched:
            found.append((start, end))
        elif inside and len(word) == end - start:  # in a script without spaces a match is a part of a run
            found += [(start + at, start + at + len(part)) for part in inside if (at := word.find(part)) >= 0][:1]
    return found
