"""Find what a sentence reports as said, with its bounds."""

from __future__ import annotations

from typing import NamedTuple

from statements_cli.languages.reports.according import according_in
from statements_cli.languages.reports.content_around import FEWEST, ClosingClause, content_around
from statements_cli.languages.reports.openings import (
    behind_colon,
    behind_comma,
    behind_conjunction,
    infinitive_of,
)
from statements_cli.languages.reports.sentence import Sentence, SentenceReport
from statements_cli.languages.reports.verb_subjects import place_said, subject_behind, subject_of
from statements_cli.languages.words.phrases import phrases
from statements_cli.languages.words.split_words import parted
from statements_cli.model import ClueKind, Span

NOBODY = "-"  # the mark of a pronoun that stands for nobody in particular: "on", "man"
_AS_REACH = 12  # words between "as" and the verb
_APPOSITION = 2  # commas of an apposition
_WEIGHTS: dict[ClueKind, float] = {
    "that-clause": 0.82, "clause in the subjunctive": 0.75, "colon": 0.7, "infinitive": 0.62,
}  # fmt: skip
"""Confidence in a content by what opens it."""


class _Opened(NamedTuple):
    """A verb and the word by which the content that it opens begins."""

    verb: int
    content: int
    kind: ClueKind


def reports_in(sentence: Sentence) -> list[SentenceReport]:
    """Return what a sentence reports, in text order; one within another isn't looked for."""
    if not sentence.verbs and not _may_name_a_source(sentence):
        return []
    opened = _opened(sentence)
    parts = [] if opened else sentence.parts()
    if len(parts) > 1:
        return [report for part in parts for report in reports_in(part)]
    taken = {one.verb for one in opened}
    closed = [one for verb in sentence.verbs if verb not in taken and (one := _closed(sentence, verb))]
    closed += [
        ClosingClause(first, first, source, "according to", cue) for first, cue, source in according_in(sentence)
    ]
    closed.sort(key=lambda one: one.first)
    return _with_bounds(sentence, opened, closed)


def _may_name_a_source(sentence: Sentence) -> bool:
    return not sentence.grammar.source_openings.isdisjoint([word.low for word in sentence.words])


def _opened(sentence: Sentence) -> list[_Opened]:
    found: list[_Opened] = []
    inside = -1
    for verb in sentence.verbs:
        start = sentence.group_start(verb)
        as_clause = _as_word(sentence, start) is not None
        if as_clause or sentence.is_negated(verb) or _interrupts(sentence, start, verb):
            continue
        if _is_subordinate(sentence, start):
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


def _is_subordinate(sentence: Sentence, start: int) -> bool:
    """Return whether a verb stands in a clause that says when or why.

    For example: ``después de que X dijera que …``.
    """
    words, grammar = sentence.words, sentence.grammar
    if "comma" in grammar.traits:
        return False
    for at in range(start - 1, max(0, start - _AS_REACH), -1):
        if parted(words[at]) or at in sentence.verbs:
            return False
        if words[at].low in grammar.that:
            before = words[at - 1] if words[at - 1].low not in sentence.known.genitives else words[max(0, at - 2)]
            return before.low in grammar.subordinating
    return False


def _interrupts(sentence: Sentence, start: int, verb: int) -> bool:
    """Return whether commas part a verb and its subject off.

    For example: ``Die Lage, sagte Roth, sei ernst, er glaube …``.
    """
    words, grammar = sentence.words, sentence.grammar
    if "verb-second" not in grammar.traits or not start or "," not in words[start].gap:
        return False
    if words[0].low in grammar.comparisons:  # "Wie Reuters berichtet, sagte Roth, …"
        return False
    if any("," in word.gap and word.low in grammar.relatives for word in words[1:start]):
        return False
    found = next(phrases(words[verb + 1 :], sentence.known, past_commas=False), None)
    return found is not None and not found.first


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
    return gerund and (parted(words[start]) or parted(words[start - 1]) or words[start - 1].capital)


def _as_word(sentence: Sentence, start: int) -> int | None:
    """Return the number of an "as" before a verb in its clause.

    For example: ``comme l'a dit X``, ``wie X am Montag mitteilte``.
    """
    words, grammar = sentence.words, sentence.grammar
    commas = 0
    for at in range(start - 1, max(-1, start - _AS_REACH), -1):
        if words[at].low in grammar.comparisons and (at == 0 or parted(words[at])):
            return at if not commas or (at == 0 and commas == _APPOSITION) else None
        if at in sentence.verbs:
            return None
        if parted(words[at]) or (parted(words[at + 1]) and at + 1 == start):
            commas += 1
            if "comma" not in grammar.traits or commas > _APPOSITION:
                return None
    return None


def _closed(sentence: Sentence, verb: int) -> ClosingClause | None:
    """Return the clause of a verb that follows what is said, or interrupts it."""
    words = sentence.words
    start = sentence.bracket_start(verb)
    if sentence.is_negated(verb):
        return None
    cue = words[verb].start, words[verb].end
    as_word = _as_word(sentence, start)
    if as_word is not None:
        source = subject_behind(sentence, verb, len(words))
        if source is None or "verb-second" in sentence.grammar.traits:
            between = words[as_word + 1 : start]
            told = words[verb].low in sentence.grammar.impersonal
            found = next(phrases(between, sentence.known, past_commas=False, objects=told), None)
            source = (between[found.first].start, between[found.stop - 1].end) if found else source
            source = place_said(sentence, verb) if told and source is None else source
        return ClosingClause(as_word, verb, source, "verb behind content", cue) if source else None
    if not start or not (_is_behind_content(sentence, start)):
        return None
    impersonal = words[verb].low in sentence.grammar.impersonal
    if words[verb].low in sentence.grammar.object_verbs and not impersonal and not sentence.is_covered(start - 1):
        moods = sentence.grammar.moods  # "Der Zoll treffe die Falschen, kritisierte X"
        if not moods or not any(sentence.is_mood(at, moods) for at in range(start)):
            return None
    pronoun = next((word for word in words[start:verb] if word.low in sentence.known.pronouns), None)
    nobody = pronoun is not None and sentence.known.genders.get(pronoun.low) == NOBODY
    source = place_said(sentence, verb) if impersonal or nobody else None
    if source is None:
        first = start if words[start].low in sentence.grammar.auxiliaries else verb
        behind = subject_behind(sentence, first, len(words))
        source = (pronoun.start, pronoun.end) if pronoun else behind
    return ClosingClause(start, verb, source, "verb behind content", cue) if source else None


def _is_behind_content(sentence: Sentence, at: int) -> bool:
    gap = sentence.words[at].gap
    return any(mark in gap for mark in ",—–!?…") or (sentence.is_covered(at - 1) and at > 0)


def _with_bounds(sentence: Sentence, opened: list[_Opened], closed: list[ClosingClause]) -> list[SentenceReport]:
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
        if relay is None and closed and closed[0].first <= 1 and closed[0].verb < one.verb:
            relay = closed[0].source  # "Laut Tass sagte der Minister, dass …"
        stop = min(stop, _shared_stop(sentence, one, stop))
        content = sentence.trimmed(words[one.content].start, stop)
        if content is None:
            continue
        cue = words[one.verb].start, words[one.verb].end
        report = SentenceReport.of((content,), cue, source, _WEIGHTS[one.kind], one.kind)
        if sentence.loose_words(report.content) >= (FEWEST if one.kind == "colon" else 1):
            found.append(report._replace(relay=relay))
    if not opened:
        found += content_around(sentence, closed)
    elif closed and _stands_before(sentence, closed[0], opened[0]):
        found += content_around(sentence, closed[:1], part_only=True)
    return sorted(found, key=lambda report: report.content)


def _shared_stop(sentence: Sentence, one: _Opened, stop: int) -> int:
    """Return where a content ends before another verb of saying of the same form.

    For example: ``a affirmé que tout va bien et salué une avancée``, ``précisant que … et demandant …``.
    """
    words, grammar = sentence.words, sentence.grammar
    ends = next(
        (ends for ends in (grammar.participle_ends, grammar.gerund_ends)
         if ends and words[one.verb].low.endswith(ends)), None
    )  # fmt: skip
    for at in range(one.content + 2, len(words)):
        if words[at].start >= stop:
            break
        joined = words[at - 1].low in grammar.coordinators
        if not joined or words[at].low not in sentence.known.verbs:
            continue
        if (ends and words[at].low.endswith(ends)) or sentence.is_covered(at - 2):
            return words[at - 1].start
    return stop


def _stands_before(sentence: Sentence, one: ClosingClause, opened: _Opened) -> bool:
    """Return whether a clause ends what is said before another verb.

    For example: ``Er sei da, so Roth, der auch sagte, dass …``.
    """
    if one.first == 0 or "," not in sentence.words[one.first].gap or one.source is None:
        return False
    return one.verb < opened.verb and one.source[1] <= sentence.words[opened.verb].start


def _cut(sentence: Sentence, start: int) -> int:
    """Return the word that ends a content, before another verb of its speaker."""
    words = sentence.words
    leading = sentence.grammar.coordinators | sentence.grammar.before_gerund
    while start > 1 and words[start - 1].low in leading:
        start -= 1
    return start


def _ends_sentence(sentence: Sentence, other: ClosingClause) -> bool:
    """Return whether nothing but the clause's own words stands behind its beginning."""
    end = max(other.cue[1], other.source[1] if other.source else 0)
    rest = [word for word in sentence.words if word.start >= end]
    commas = [word for word in rest if "," in word.gap]
    return len(commas) <= 1
