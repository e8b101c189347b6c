"""Find the content around a clause that says who said it, or names its source."""

from __future__ import annotations

from typing import NamedTuple

from statements_cli.languages.quoted import MARKS
from statements_cli.languages.reports.sentence import Sentence, SentenceReport
from statements_cli.languages.words.split_words import parted
from statements_cli.model import ClueKind, Span

FEWEST = 3  # words of the shortest content outside quotation marks
_BRACKET = 16  # characters of an acronym in brackets
_GOES_ON = 14  # words of a clause that interrupts what is said


class ClosingClause(NamedTuple):
    """A clause within or behind what is said.

    Its first word, its verb, and the words that it takes in.
    """

    first: int
    verb: int
    source: Span | None
    kind: ClueKind
    cue: Span


def content_around(sentence: Sentence, closed: list[ClosingClause], *, part_only: bool = False) -> list[SentenceReport]:
    """Return the content before, around or behind the first clause that says who said it.

    ``part_only``: before it alone.
    """
    if not closed:
        return []
    words = sentence.words
    one, others = closed[0], closed[1:]
    end = _end_of(sentence, one)
    if len(closed) > 1 and not any(end <= word.start < words[closed[1].first].start for word in words):
        end = _end_of(sentence, closed[1])  # "so der Minister laut Tass, …"
        closed = [one, *closed[2:]]
    begin = sentence.span[0]
    colon = max((at for at in range(1, one.first) if ":" in words[at].gap and _is_quoted(sentence, at)), default=0)
    begin = words[colon].start if colon else begin
    before = sentence.trimmed(begin, min(words[one.first].start, one.cue[0]))
    behind = None if part_only else _rest(sentence, one, end, closed[1] if len(closed) > 1 else None)
    if behind is not None and not _goes_on_behind(sentence, before, behind):
        behind = None
    parts = []
    if before is not None and one.first > 0:
        parts.append(before)
    within = one.kind == "according to" and one.first > 0 and not part_only
    inline = _inline_rest(sentence, one, end, closed[1:]) if within else None
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
    relay = others[0].source if others else None
    return [report._replace(relay=relay)]


def _is_quoted(sentence: Sentence, at: int) -> bool:
    """Return whether a word is a quotation or begins a short one."""
    return sentence.is_covered(at) or sentence.words[at].gap.rstrip()[-1:] in MARKS[:6]


def _goes_on_behind(sentence: Sentence, before: Span | None, behind: Span) -> bool:
    """Return whether what stands behind a clause is said, too.

    It isn't where it names who relays it, nor where it is the article's own.
    """
    low = sentence.text[slice(*behind)].lower()
    if low.startswith(sentence.grammar.relayed or ("\0",)):
        return False
    if before is None or not sentence.is_one_quotation(before):
        return True
    whole = sentence.text[slice(*before)].lstrip(MARKS)[:1].isupper()
    words = [at for at, word in enumerate(sentence.words) if behind[0] <= word.start < behind[1]]
    goes_on = any(sentence.is_covered(at) or sentence.is_mood(at, sentence.grammar.moods) for at in words)
    return goes_on or not whole


def _end_of(sentence: Sentence, one: ClosingClause) -> int:
    """Return where a clause with its source ends, an acronym in brackets included."""
    end = max(one.cue[1], one.source[1] if one.source else 0)
    behind = sentence.cover[end : sentence.span[1]]
    bracket = behind.find(")") if behind.lstrip().startswith("(") else -1
    return end + bracket + 1 if 0 <= bracket <= _BRACKET else end


def _inline_rest(sentence: Sentence, one: ClosingClause, end: int, others: list[ClosingClause]) -> Span | None:
    """Return what goes on behind a phrase that no comma parts.

    For example: ``wurden nach Angaben der Polizei drei Menschen verletzt``.
    """
    words = sentence.words
    following = next((word for word in words if word.start >= end), None)
    if following is None or parted(words[one.first]) or sentence.cover[end : following.start].strip():
        return None
    stop = words[others[0].first].start if others else sentence.span[1]
    return sentence.trimmed(following.start, stop) if following.start < stop else None


def _rest(sentence: Sentence, one: ClosingClause, end: int, other: ClosingClause | None) -> Span | None:
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
    if first is not None and first.low in sentence.grammar.that:
        return True
    if first is None or first.low in sentence.known.prepositions or first.low in sentence.grammar.relatives:
        return False
    if first.low in sentence.grammar.coordinators:
        return True
    short = sum(before[0] <= word.start < before[1] for word in words) <= _GOES_ON
    return short and not first.low.endswith(sentence.grammar.gerund_ends or ("\0",))
