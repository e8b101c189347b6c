"""Find the clause beside a quotation that says who speaks.

The verb stands before its subject behind a quotation (``« … », a déclaré X``, ``— заявил X``, ``sagte X``,
``—dijo X``) and mostly behind it before one (``X a déclaré : « … »``); a phrase such as "according to" stands
before the name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from statements_cli.languages.lexicon import LanguageWords
from statements_cli.languages.phrases import (
    Phrase,
    Word,
    begins_with_subject,
    is_abbreviation,
    names_somebody,
    parted,
    phrases,
    words_in,
)
from statements_cli.model import ClueKind, Span

NEAR = 4
"""Words from a quotation's end within which the verb begins."""
REACH = 400
"""Characters of a sentence that are read on either side of a quotation."""
FARTHEST = 4000
"""Characters in which a clause within a quotation ends."""


class Clause(NamedTuple):
    """What shows who speaks: cue, perhaps source, the clause's end, and how sure."""

    cue: Span
    source: Span | None
    end: int
    confidence: float
    clue: ClueKind
    according: bool = False


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?…]++|[\n\r]")


def _stops(text: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    """Match marks at which a sentence may end, before a space or closing mark."""
    for match in _stop().finditer(text, start, limit):
        behind = text[match.end() : min(match.end() + 1, limit)]
        if match[0] in "\n\r" or not behind or behind.isspace() or behind in '»”"’)]—–':
            yield match


def sentence_end(text: str, start: int, limit: int) -> int:
    """Return where the sentence at ``start`` ends, before its stop, ``limit`` at most."""
    limit = min(limit, start + REACH)
    for match in _stops(text, start, limit):
        if match[0] == "." and _is_abbreviation(text, start, match.start()):
            continue
        return match.start()
    return limit


def sentence_start(text: str, limit: int, end: int) -> int:
    """Return where the sentence that ends at ``end`` begins; ``limit`` at the earliest."""
    begin = limit = max(limit, end - REACH)
    for match in _stops(text, limit, end):
        if not (match[0] == "." and _is_abbreviation(text, limit, match.start())):
            begin = match.end()
    return begin


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    begin = stop
    while begin > start and stop - begin < 6 and text[begin - 1].isalpha():
        begin -= 1
    return is_abbreviation(text[begin:stop])


def clause_after(text: str, start: int, limit: int, known: LanguageWords) -> Clause | None:
    """Return the clause right after a quotation, its verb first, its subject behind."""
    start = _behind_brackets(text, start, limit)
    end = sentence_end(text, start, limit)
    words = words_in(text, start, end, known)
    if not words:
        return None
    according = _according(words, known)
    if according is not None:
        return according
    verb = next((n for n, word in enumerate(words[:NEAR]) if _is_verb(word, known)), None)
    if verb is None:
        return _subject_first(words, known) or _unlisted(text, start, words, known)
    if any(words[n].capital or parted(words[n]) for n in range(1, verb + 1)):
        return _subject_first(words, known)
    if any(names_somebody(word, known) for word in words[:verb]):
        return _subject_first(words, known)
    stop = words[-1].end
    pronoun = next((word for word in words[:verb] if word.low in known.pronouns), None)
    if pronoun is not None:
        return Clause(_span(words[verb]), _span(pronoun), stop, 0.8, "verb behind quotation")
    behind = words[verb + 1 :]
    subject = next(phrases(behind, known, past_commas=False), None)
    if subject is None:  # «…», — сообщили в Минобороны
        objects = phrases(behind, known, past_commas=False, objects=True)
        subject = next(
            (one for one in objects if any(w.low in known.bodies for w in behind[one.first : one.stop])), None
        )
    source = _span_of(behind, subject) if subject else None
    return Clause(_cue(words, verb), source, stop, 0.88 if source else 0.7, "verb behind quotation")


def _behind_brackets(text: str, start: int, limit: int) -> int:
    """Return where a clause begins that a translation or note in brackets stands before."""
    at = start
    while at < limit and text[at] in " \u00a0\u202f":
        at += 1
    close = text.find(")", at, min(limit, at + REACH)) if text[at : at + 1] == "(" else -1
    return close + 1 if close > 0 else start


def _unlisted(text: str, start: int, words: list[Word], known: LanguageWords) -> Clause | None:
    """Return an unlisted verb's clause, right behind a comma and before its subject."""
    if not any(mark in text[start : words[0].start] for mark in ",—–"):
        return None
    small = (known.ends, known.links)
    verb = next((n for n, word in enumerate(words[:2]) if not any(word.low in each for each in small)), None)
    if verb is None or verb + 1 >= len(words):
        return None
    word = words[verb]
    others = (known.prepositions, known.pronouns, known.openings, known.places, known.groups)
    if word.capital or any(map(parted, words[1 : verb + 2])) or any(word.low in other for other in others):
        return None
    if names_somebody(word, known) or not word.low.isalpha() or len(word.low) < 4:
        return None
    subject = next(phrases(words[verb + 1 :], known, past_commas=False), None)
    if subject is None or subject.first:
        return None
    return Clause(_cue(words, verb), _span_of(words[verb + 1 :], subject), words[-1].end, 0.7, "verb behind quotation")


def _subject_first(words: list[Word], known: LanguageWords) -> Clause | None:
    """Return the clause whose subject precedes the verb: ``», — министр Иванов сообщил``."""
    verb = next((n for n, word in enumerate(words[: 3 * NEAR]) if _is_verb(word, known)), None)
    if verb is None or any(map(parted, words[1 : verb + 1])):
        return None
    subject = next(phrases(words[:verb], known, past_commas=False), None)
    if subject is None or subject.first > 1 or subject.stop < verb - 2:
        return None
    source = _span_of(words, subject)
    return Clause(_cue(words, verb), source, words[-1].end, 0.7, "clause behind quotation")


def _according(words: list[Word], known: LanguageWords, first: int = 0) -> Clause | None:
    """Return the clause of "according to" and the name behind it."""
    for phrase in known.according:
        stop = first + len(phrase)
        if tuple(word.low for word in words[first:stop]) != phrase or any(map(parted, words[first + 1 : stop])):
            continue
        found = next(phrases(words[stop:], known, past_commas=False), None)
        if found is None or found.first > 2 or any(word.capital for word in words[stop : stop + found.first]):
            return None
        cue = words[first].start, words[stop - 1].end
        source = _span_of(words[stop:], found)
        return Clause(cue, source, source[1], 0.75, "according to", according=True)
    return None


def clause_before(text: str, limit: int, end: int, known: LanguageWords, *, nouns: bool) -> Clause | None:
    """Return the clause before a quotation; ``nouns``: the language capitalises all nouns."""
    start = sentence_start(text, limit, end)
    words = words_in(text, start, end, known, most=3 * NEAR * NEAR)
    if not words:
        return None
    tail = text[words[-1].end : end].strip()
    colon = tail.endswith((":", "："))
    for first in range(len(words)):
        if words[first].low in known.openings:
            according = _according(words, known, first)
            if according is not None and according.source and not _has_verb(words[first:], known):
                return according._replace(confidence=0.7)
    verbs = [n for n, word in enumerate(words) if _is_verb(word, known)]
    if not verbs:
        return _turn(words, known, end) if colon and not tail[:-1].strip() else None
    verb = verbs[-1]
    sure = 0.86 if colon else 0.72 if len(words) - verb <= 2 else 0.55
    subject = _subject(words, verb, known, nouns=nouns)
    return Clause(_cue(words, verb), subject, end, sure if subject else sure - 0.15, "verb before quotation")


def _has_verb(words: list[Word], known: LanguageWords) -> bool:
    return any(_is_verb(word, known) for word in words)


def _turn(words: list[Word], known: LanguageWords, end: int) -> Clause | None:
    """Return a name and a colon, without a verb: ``Macron : « … »``."""
    found = next(phrases(words, known, past_commas=False), None)
    if found is None or found.pronoun or found.first or found.stop < len(words):
        return None
    return Clause((end, end), _span_of(words, found), end, 0.65, "name before colon")


def _subject(words: list[Word], verb: int, known: LanguageWords, *, nouns: bool) -> Span | None:
    """Return a verb's subject, before it or, first where nouns have capitals, behind."""
    behind = words[verb + 1 :]
    inverted = next(phrases(behind, known, past_commas=False), None)
    direct = inverted is not None and (inverted.first <= (2 if nouns else 0) or inverted.pronoun)
    opens = nouns and begins_with_subject(words[:verb], known)
    if nouns and inverted is not None and direct and not opens:
        return _span_of(behind, inverted)
    before = list(phrases(words[:verb], known, past_commas=True))
    if opens and before:
        return _span_of(words, before[0])  # the verb is the second part: the first one is its subject
    if before:
        near = [phrase for phrase in before if phrase.pronoun and verb - phrase.stop <= 2]
        named = [phrase for phrase in before if not phrase.pronoun]
        return _span_of(words, near[-1] if near else named[-1] if named else before[-1])
    if inverted is not None:
        return _span_of(behind, inverted)
    return None


def _is_verb(word: Word, known: LanguageWords) -> bool:
    return word.low in known.verbs


def _cue(words: list[Word], verb: int) -> Span:
    return _span(words[verb])


def _span(word: Word) -> Span:
    return word.start, word.end


def _span_of(words: list[Word], phrase: Phrase) -> Span:
    return words[phrase.first].start, words[phrase.stop - 1].end


@cache
def _incise_openings() -> re.Pattern[str]:
    return re.compile(r"[,.!?…]\s*[—–-]\s*(?=\w)|\s[—–](?=\w)|,\s+(?=\w)")


@cache
def _incise_ends() -> re.Pattern[str]:
    return re.compile(r"(?:[.,!?…]\s*+|(?<!\s)\s++)?[—–]\s*+[.,;:]?|[.,;!?…](?=\s|$)")


def incises(text: str, start: int, end: int, known: LanguageWords) -> list[tuple[Span, Clause]]:
    """Return clauses of speaking within a quotation: ``«…, — заявил Песков. — …»``.

    Each with the stretch that it takes out of the quotation, the marks around it included.
    """
    found: list[tuple[Span, Clause]] = []
    at = start
    while match := _incise_openings().search(text, at, end):
        at = match.end()
        dashed = match[0].strip(" ,.!?…\u00a0") != ""
        words = words_in(text, at, min(end, at + REACH), known, most=2)
        verb = next((n for n, word in enumerate(words) if _is_verb(word, known)), None)
        if verb is None or any(word.capital for word in words[: verb + 1]):
            continue
        close = _close(text, words[verb].end, end, dashed=dashed)
        clause = clause_after(text, at, close, known)
        if clause is None or (clause.source is None and not dashed):
            continue
        ending = _incise_ends().match(text, close, end)
        stop = ending.end() if ending else close
        mark = match.start() + (match[0][0] in ".!?…")
        found.append(((mark, stop), clause._replace(end=stop)))
        at = stop
    return found


def _close(text: str, start: int, end: int, *, dashed: bool) -> int:
    """Return where a clause within a quotation ends: dash, stop or second comma.

    One that goes on for too long ends with the quotation.
    """
    for match in _incise_ends().finditer(text, start, min(end, start + FARTHEST)):
        if match[0][0] == "." and _is_abbreviation(text, start, match.start()):
            continue
        if dashed and match[0] == ",":
            continue
        return match.start()
    return end
