"""Find phrases that name a source without a verb.

For example: ``selon X``, ``laut X``, ``X zufolge``, ``по словам X``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statements_cli.languages.quoted import COVER
from statements_cli.languages.reports.sentence import Sentence
from statements_cli.languages.words.phrases import phrases
from statements_cli.languages.words.split_words import Word, parted
from statements_cli.model import Span

_ADJECTIVES = 5  # words between a preposition and its noun
_OPENING = 3  # words before a phrase such as "in his view" that a sentence with a verb of saying opens with
_LONGEST = 8  # words of a source that no office or name shows


def according_in(sentence: Sentence) -> Iterator[tuple[int, Span, Span]]:
    """Yield the number of a phrase's first word, its cue and its source."""
    words, known, grammar = sentence.words, sentence.known, sentence.grammar
    at = 0
    while at < len(words):
        low = words[at].low
        if low not in grammar.source_openings:
            at += 1
            continue
        found = _own_view(sentence, at) if low in grammar.own_views else None
        if found is None and (low in known.openings or (low in grammar.so and at)):
            found = _phrase(sentence, at) or _noun_phrase(sentence, at)
        if found is not None:
            yield found
            end = max(found[1][1], found[2][1])
            at = next((n for n in range(at + 1, len(words)) if words[n].start >= end), len(words))
        else:
            at += 1


def _own_view(sentence: Sentence, last: int) -> tuple[int, Span, Span] | None:
    """Return a phrase that says whose view a sentence is by a pronoun.

    For example: ``по его словам``, ``a su juicio``. Within what a verb of saying reports it is not looked for.
    """
    words = sentence.words
    for phrase, owner in sentence.grammar.own_views[words[last].low]:
        at = last + 1 - len(phrase)
        if at < 0 or tuple(word.low for word in words[at : last + 1]) != phrase:
            continue
        if (at < _OPENING or not sentence.verbs) and not any(map(parted, words[at + 1 : last + 1])):
            one = words[at + owner]
            return at, (words[at].start, words[last].end), (one.start, one.end)
    return None


def _phrase(sentence: Sentence, at: int) -> tuple[int, Span, Span] | None:
    words, known, grammar = sentence.words, sentence.known, sentence.grammar
    for phrase in known.according:
        if phrase[0] != words[at].low:
            continue
        stop = at + len(phrase)
        if tuple(word.low for word in words[at:stop]) != phrase or any(map(parted, words[at + 1 : stop])):
            continue
        if " ".join(phrase) in grammar.doubtful and not _is_view(sentence, at, stop):
            return None
        cue = words[at].start, words[stop - 1].end
        if phrase == (words[at].low,) and phrase[0] in grammar.postpositions:
            return _before(sentence, at, cue)
        if phrase[0] in grammar.so and not (at and "," in words[at].gap):
            return None
        behind = words[stop:]
        if not behind or parted(behind[0]) or behind[0].low.startswith(COVER):
            return None
        found = next(phrases(behind, known, past_commas=False), None)
        if found is not None and found.first <= 1:
            stop = _coordinated(sentence, behind, found.stop)
            return at, cue, (behind[found.first].start, behind[stop - 1].end)
        bare = _bare(sentence, stop)
        return (at, cue, bare) if bare is not None else None
    return None


def _is_view(sentence: Sentence, at: int, stop: int) -> bool:
    """Return whether a doubtful phrase opens a sentence and says whose view it is.

    It quotes, or the phrase names somebody and ends with a comma.

    For example: ``Pour lui, c'est « une honte »``, ``Para el consultor X, el conflicto beneficia a Y``.
    """
    words = sentence.words
    if at > 1 or stop >= len(words):
        return False
    if _is_named(sentence, stop):
        return True
    if not any(map(sentence.is_covered, range(stop, len(words)))):
        return False
    named = words[stop].low in sentence.known.pronouns or words[stop].capital
    return named and not sentence.is_covered(stop) and words[stop].low not in sentence.known.places


def _is_named(sentence: Sentence, stop: int) -> bool:
    """Return whether a person with an office follows, and a comma behind that one."""
    words, known = sentence.words[stop:], sentence.known
    found = next(phrases(words, known, past_commas=False), None)
    if found is None or found.first or found.pronoun or found.stop >= len(words) or not parted(words[found.stop]):
        return False
    part = words[: found.stop]
    names = sum(word.capital and word.low not in known.links and word.low not in known.places for word in part)
    return names > 1 and any(word.low in known.roles for word in part) and "," in words[found.stop].gap


def _coordinated(sentence: Sentence, words: Sequence[Word], stop: int) -> int:
    """Return where a source ends that is joined to another: ``laut Polizei und Feuerwehr``."""
    known, grammar = sentence.known, sentence.grammar
    if stop + 1 >= len(words) or parted(words[stop]) or words[stop].low not in grammar.coordinators:
        return stop
    other = next(phrases(words[stop + 1 :], known, past_commas=False, objects=True), None)
    if other is not None and not other.first and not other.pronoun:
        return stop + 1 + other.stop
    for at in range(stop + 1, min(stop + _ADJECTIVES, len(words))):  # up to the comma
        if parted(words[at]) or words[at].low in grammar.finite or words[at].low in known.verbs:
            return at if parted(words[at]) and at > stop + 1 else stop
    return stop


def _noun_phrase(sentence: Sentence, at: int) -> tuple[int, Span, Span] | None:
    """Return a source noun behind a preposition: ``nach ersten Polizeiangaben``, ``nach neuen Angaben der Polizei``."""
    words, known, grammar = sentence.words, sentence.known, sentence.grammar
    if not grammar.source_nouns:
        return None
    for noun in range(at + 1, min(at + _ADJECTIVES, len(words))):
        if parted(words[noun]):
            return None
        if not words[noun].low.endswith(grammar.source_nouns):
            continue
        behind = words[noun + 1 :]
        found = next(phrases(behind, known, past_commas=False, objects=True), None)
        owned = found is not None and found.first == 0 and behind[0].low in known.links and not parted(behind[0])
        if found is not None and owned:
            source = behind[0].start, behind[found.stop - 1].end
            return at, (words[at].start, words[noun].end), source
        return at, (words[at].start, words[at].end), (words[at + 1].start, words[noun].end)
    return None


def _before(sentence: Sentence, at: int, cue: Span) -> tuple[int, Span, Span] | None:
    """Return the source before a postposition: ``Medienberichten zufolge``."""
    words = sentence.words
    first = at
    while first and not parted(words[first]) and at - first < _LONGEST:
        first -= 1
        if words[first].low in sentence.grammar.finite:
            first += 1
            break
    return (first, cue, (words[first].start, words[at - 1].end)) if first < at else None


def _bare(sentence: Sentence, start: int) -> Span | None:
    """Return a source that neither office nor name shows.

    Up to a comma or a verb.
    """
    words, known, grammar = sentence.words, sentence.known, sentence.grammar
    stop = start
    while stop < len(words) and stop - start < _LONGEST:
        low = words[stop].low
        if stop > start and (parted(words[stop]) or low in known.ends or low in grammar.relatives):
            break
        if low.startswith(COVER) or low in grammar.finite or low in grammar.that:
            break
        stop += 1
    while stop > start and (words[stop - 1].low in known.links or words[stop - 1].low in known.prepositions):
        stop -= 1
    stop = _coordinated(sentence, words, stop) if stop > start else stop
    return (words[start].start, words[stop - 1].end) if stop > start else None
