"""Find the statements that say nearly the same, most similar first.

Two texts are the liker the more of the words of either the other has, in any form, rare words counting more
(the share of the one that is better covered counts for 0.65, of the other for 0.35, as a report may cut a
quotation short), and the liker their sets of words are letter by letter. Few words in common make no likeness.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from statements_cli.query.asking import Query, Term, of_text
from statements_cli.query.fulltext.candidates import Group, Texts, candidates, passing
from statements_cli.query.fulltext.lexis import Lexis
from statements_cli.query.fulltext.query_words import fold, searchable, word_pattern
from statements_cli.query.fulltext.ranking import Match, Matches, wordings
from statements_cli.text.similarity import fragment_likeness
from statements_cli.text.stem import stem

_LOOKED_FOR = 16  # of the words of a text, the rarest
_READ = 1000
_ENOUGH = 5  # words in common
_LEAST = 50.0  # of a hundred; below it texts share a subject
_BETTER, _WORSE = 0.65, 0.35
_WORDS, _LETTERS = 0.7, 0.3


def similar(texts: Texts, text: str, limit: int | None = 20, language: str = "en") -> Matches:
    """Return the texts that say nearly the same as ``text``, itself included.

    ``language`` (ISO 639-1) is that of the text, by which forms of a word are recognised from other words.
    """
    lexis = Lexis(texts.connection, texts.size)
    counts = {word: lexis.count(word) for word in word_pattern().findall(searchable(fold(text)))}
    weights = {word: log(1 + texts.size / (1 + count)) for word, count in counts.items() if count}
    rarest = sorted(weights, key=lambda word: (-weights[word], word))[:_LOOKED_FOR]
    groups = [
        Group(Term("word", (word,)), {word: 1.0}, {f'"{word}"': 1.0}, counts[word], weights[word]) for word in rarest
    ]
    shares = candidates(texts, Query(()), groups)
    passed = passing(texts, shares, _READ).numbers
    newest = {number: place for place, number in enumerate(passed)}
    read = dict(wordings(texts, sorted(passed, key=shares.__getitem__, reverse=True)[:_READ]))
    likenesses = fragment_likeness(of_text(text).text, list(read.values()))
    stems = _stems(weights, language)
    matches = []
    for (number, other), (_, wordset) in zip(read.items(), likenesses, strict=True):
        likeness, shared = _likeness(stems, other, language)
        score = round((100 * _WORDS * likeness + _LETTERS * wordset) * min(1.0, len(shared) / _ENOUGH), 1)
        if score >= _LEAST:
            matches.append(Match(number, score, frozenset(shared)))
    matches.sort(key=lambda match: (-match.score, newest[match.number]))
    return Matches(tuple(matches[:limit]), len(matches))


def _stems(weights: Mapping[str, float], language: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for word, weight in weights.items():
        root = stem(word, language)
        found[root] = min(weight, found.get(root, weight))
    return found


def _likeness(own: Mapping[str, float], other: str, language: str) -> tuple[float, list[str]]:
    """Return how many weighted stems two texts share, and by which words."""
    roots = {word: stem(word, language) for word in word_pattern().findall(searchable(other))}
    shared = [word for word, root in roots.items() if root in own]
    both = sum(own[root] for root in {roots[word] for word in shared})
    whole = sum(own.values())
    if not both:
        return 0.0, []
    ordinary = whole / len(own)
    mine = both / whole
    its = both / (both + ordinary * len({root for root in roots.values() if root not in own}))
    return _BETTER * max(mine, its) + _WORSE * min(mine, its), shared
