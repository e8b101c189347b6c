"""Find what a sentence reports as said, with its bounds."""

from __future__ import annotations

from typing import NamedTuple

from statements_cli.languages.phrases import parted, phrases
from statements_cli.languages.quoted import MARKS
from statements_cli.languages.reports.according import according_in
from statements_cli.languages.reports.openings import (
    behind_colon,
    behind_comma,
    behind_conjunction,
    infinitive_of,
)
from statements_cli.languages.reports.sentence import Sentence, SentenceReport
from statements_cli.languages.reports.verb_subjects import place_said, subject_behind, subject_of
from statements_cli.model import ClueKind, Span

FEWEST = 3  # words of the shortest content outside quotation marks
_AS_REACH = 9  # words between "as" and the verb
_GOES_ON = 14  # words of a clause that interrupts what is said
_WEIGHTS: dict[ClueKind, float] = {
    "that-clause": 0.82, "clause in the subjunctive": 0.75, "colon": 0.7, "infinitive": 0.62,
}  # fmt: skip
"""Confidence in a content by what opens it."""


class _Opened(NamedTuple):
    """A verb and the word by which the content that it opens begins."""

    verb: int
    content: int
    kind: ClueKind


class _Closed(NamedTuple):
    """A clause within or behind what is said.

    Its first word, its verb, and the words that it takes in.
    """

    first: int
    verb: int
    source: Span | None
    kind: ClueKind
    cue: Span


def reports_in(sentence: Sentence) -> list[SentenceReport]:
    """Return what a sentence reports, in text order; one within another isn't looked for."""
    if not sentence.verbs and not _may_name_a_source(sentence):
        return []
    opened = _opened(sentence)
    taken = {one.verb for one in opened}
    closed = [one for verb in sentence.verbs if verb not in taken and (one := _closed(sentence, verb))]
    closed += [_Closed(first, first, source, "according to", cue) for first, cue, source in according_in(sentence)]
    closed.sort(key=lambda one: one.first)
    return _with_bounds(sentence, opened, closed)


def _may_name_a_source(sentence: Sentence) -> bool:
    known, grammar = sentence.known, sentence.grammar
    return any(word.low in known.openings or word.low in grammar.so for word in sentence.words)


def _opened(sentence: Sentence) -> list[_Opened]:
    found: list[_Opened] = []
    inside = -1
    for verb in sentence.verbs:
        start = sentence.group_start(verb)
        as_clause = _as_word(sentence, start) is not None
        if as_clause or sentence.is_negated(verb):
            continue
        one = _opening(sentence, verb)
        if one is None or one.content >= len(sentence.words):
            continue
        if verb >= inside >= 0 and not _is_new_report(sentence, start, verb):
            continue
        if found and one.content <= found[-1].content:
            continue  # "a dit avoir appris que": one conjunction for two verbs
        found.append(one)
        inside = one.content
    return found


def _opening(sentence: Sentence, verb: int) -> _Opened | None:
    at = behind_conjunction(sentence, verb)
    if at is not None:
        return _Opened(verb, at, "that-clause")
    at = behind_comma(sentence, verb)
    if at is not None:
        return _Opened(verb, at, "clause in the subjunctive")
    at = infinitive_of(sentence, verb)
    if at is not None:
        return _Opened(verb, at, "infinitive")
    at = behind_colon(sentence, verb)
    return _Opened(verb, at, "colon") if at is not None else None


def _is_new_report(sentence: Sentence, start: int, verb: int) -> bool:
    """Return whether a verb within what another opened has a content of its own.

    Coordinated with that one, or a gerund.
    """
    words, grammar = sentence.words, sentence.grammar
    if start and words[start - 1].low in grammar.coordinators:
        return True
    gerund = sentence.is_gerund(verb)
    return gerund and (parted(words[start]) or parted(words[start - 1]))


def _as_word(sentence: Sentence, start: int) -> int | None:
    """Return the number of an "as" before a verb in its clause.

    For example: ``comme l'a dit X``, ``wie X am Montag mitteilte``.
    """
    words, grammar = sentence.words, sentence.grammar
    for at in range(start - 1, max(-1, start - _AS_REACH), -1):
        if words[at].low in grammar.comparisons and (at == 0 or parted(words[at])):
            return at
        if parted(words[at]) and "," in words[at].gap:
            return None
    return None


def _closed(sentence: Sentence, verb: int) -> _Closed | None:
    """Return the clause of a verb that follows what is said, or interrupts it."""
    words = sentence.words
    start = sentence.group_start(verb)
    if sentence.is_negated(verb):
        return None
    cue = words[verb].start, words[verb].end
    as_word = _as_word(sentence, start)
    if as_word is not None:
        source = subject_behind(sentence, verb, len(words))
        if source is None or "verb-second" in sentence.grammar.traits:
            between = words[as_word + 1 : start]
            found = next(phrases(between, sentence.known, past_commas=False), None)
            source = (between[found.first].start, between[found.stop - 1].end) if found else source
        return _Closed(as_word, verb, source, "verb behind content", cue) if source else None
    if not start or not (_is_behind_content(sentence, start)):
        return None
    if words[verb].low in sentence.grammar.object_verbs and not sentence.is_covered(start - 1):
        return None
    pronoun = next((word for word in words[start:verb] if word.low in sentence.known.pronouns), None)
    source = place_said(sentence, verb) if words[verb].low in sentence.grammar.impersonal else None
    if source is None:
        source = (pronoun.start, pronoun.end) if pronoun else subject_behind(sentence, verb, len(words))
    return _Closed(start, verb, source, "verb behind content", cue) if source else None


def _is_behind_content(sentence: Sentence, at: int) -> bool:
    gap = sentence.words[at].gap
    return any(mark in gap for mark in ",—–!?…") or (sentence.is_covered(at - 1) and at > 0)


def _with_bounds(sentence: Sentence, opened: list[_Opened], closed: list[_Closed]) -> list[SentenceReport]:
    words = sentence.words
    found: list[SentenceReport] = []
    source: Span | None = None
    for number, one in enumerate(opened):
        start = sentence.group_start(one.verb)
        own = subject_of(sentence, one.verb, one.content)
        shares = number > 0 and _is_new_report(sentence, start, one.verb)
        gerund = sentence.is_gerund(one.verb)
        shares = shares and start > 0 and sentence.words[start - 1].low in sentence.grammar.coordinators
        source = source if (shares or gerund) and source else own
        stop = sentence.span[1]
        if number + 1 < len(opened):
            following = sentence.group_start(opened[number + 1].verb)
            stop = words[_cut(sentence, following)].start
        relay: Span | None = None
        for other in closed:
            if words[other.first].start >= words[one.content].start and words[other.first].start < stop:
                if _ends_sentence(sentence, other):
                    stop = words[other.first].start
                    relay = other.source
                break
        content = sentence.trimmed(words[one.content].start, stop)
        if content is None:
            continue
        cue = words[one.verb].start, words[one.verb].end
        report = SentenceReport.of((content,), cue, source, _WEIGHTS[one.kind], one.kind)
        if sentence.loose_words(report.content) >= (FEWEST if one.kind == "colon" else 1):
            found.append(report._replace(relay=relay))
    if not opened:
        found += _of_closed(sentence, closed)
    return sorted(found, key=lambda report: report.content)


def _cut(sentence: Sentence, start: int) -> int:
    """Return the word that ends a content, before another verb of its speaker."""
    words = sentence.words
    leading = sentence.grammar.coordinators | sentence.grammar.before_gerund
    while start > 1 and words[start - 1].low in leading:
        start -= 1
    return start


def _ends_sentence(sentence: Sentence, other: _Closed) -> bool:
    """Return whether nothing but the clause's own words stands behind its beginning."""
    end = max(other.cue[1], other.source[1] if other.source else 0)
    rest = [word for word in sentence.words if word.start >= end]
    commas = [word for word in rest if "," in word.gap]
    return len(commas) <= 1


def _of_closed(sentence: Sentence, closed: list[_Closed]) -> list[SentenceReport]:
    """Return the content before, around or behind the first clause that says who said it."""
    if not closed:
        return []
    words = sentence.words
    one = closed[0]
    end = max(one.cue[1], one.source[1] if one.source else 0)
    begin = sentence.span[0]
    colon = max((at for at in range(1, one.first) if ":" in words[at].gap and sentence.is_covered(at)), default=0)
    begin = words[colon].start if colon else begin
    before = sentence.trimmed(begin, min(words[one.first].start, one.cue[0]))
    behind = _rest(sentence, one, end, closed[1] if len(closed) > 1 else None)
    parts = []
    if before is not None and one.first > 0:
        parts.append(before)
    inline = _inline_rest(sentence, one, end, closed[1:]) if one.kind == "according to" and one.first else None
    behind = inline or behind
    if behind is not None and (not parts or inline or _interrupts(sentence, end, parts[0])):
        parts.append(behind)
    if not parts:
        return []
    report = SentenceReport.of(tuple(parts), one.cue, one.source, 0.72 if one.first else 0.75, one.kind)
    words_outside = sentence.loose_words(report.content)
    if all(sentence.is_one_quotation(span) for span in report.content):
        return []
    if one.first and sentence.is_whole_quotation(one.first - 1):
        return []
    quoted = any(mark in sentence.text[start:end] for start, end in report.content for mark in MARKS[:5])
    if words_outside < (1 if quoted else FEWEST):
        return []
    relay = closed[1].source if len(closed) > 1 else None
    return [report._replace(relay=relay)]


def _inline_rest(sentence: Sentence, one: _Closed, end: int, others: list[_Closed]) -> Span | None:
    """Return what goes on behind a phrase that no comma parts.

    For example: ``wurden nach Angaben der Polizei drei Menschen verletzt``.
    """
    words = sentence.words
    following = next((word for word in words if word.start >= end), None)
    if (
        following is None
        or parted(words[one.first])
        or parted(following)
        or sentence.cover[end : following.start].strip()
    ):
        return None
    stop = words[others[0].first].start if others else sentence.span[1]
    return sentence.trimmed(following.start, stop) if following.start < stop else None


def _rest(sentence: Sentence, one: _Closed, end: int, other: _Closed | None) -> Span | None:
    """Return what stands behind a clause and the mark that ends it."""
    words = sentence.words
    limit = words[other.first].start if other is not None else sentence.span[1]
    for word in words:
        if word.start < end:
            continue
        opening = (
            one.first == 0 and one.kind == "according to" and word.start >= end and not _adverbial(sentence, word.low)
        )
        if any(mark in word.gap for mark in ",—–:") or (opening and word.start == _next(sentence, end)):
            return sentence.trimmed(word.start, limit) if word.start < limit else None
        if one.first == 0 and one.kind != "according to":
            continue
        if word.start > end and sum(1 for w in words if end <= w.start < word.start) > _GOES_ON:
            return None
    return None


def _next(sentence: Sentence, end: int) -> int:
    return next((word.start for word in sentence.words if word.start >= end), -1)


def _adverbial(sentence: Sentence, low: str) -> bool:
    known, grammar = sentence.known, sentence.grammar
    return low in known.prepositions or low in grammar.determiners or low in known.links


def _interrupts(sentence: Sentence, end: int, before: Span) -> bool:
    """Return whether a clause interrupts what is said, and doesn't end it."""
    words = sentence.words
    first = next((word for word in words if word.start >= end and any(mark in word.gap for mark in ",—–")), None)
    if first is None or first.low in sentence.known.prepositions or first.low in sentence.grammar.relatives:
        return False
    if first.low in sentence.grammar.coordinators:
        return True
    short = sum(before[0] <= word.start < before[1] for word in words) <= _GOES_ON
    return short and not first.low.endswith(sentence.grammar.gerund_ends or ("\0",))
