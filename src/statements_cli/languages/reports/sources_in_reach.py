"""Find who says a quotation that stands alone.

It is the subject of the sentence right before, or the source of what that reports.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from statements_cli.languages.clauses.sentence_bounds import sentence_start
from statements_cli.languages.quotations import UNATTRIBUTED, UNCUED
from statements_cli.languages.reports.sentence import SentenceReport
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.phrases import phrases
from statements_cli.languages.words.split_words import words_in
from statements_cli.model import Attribution, Span

IN_REACH = 0.5
"""Confidence in a quotation without a cue whose speaker is the subject of the sentence before."""
_MARKS = ' \u00a0\u202f«»„“”"–—'


def with_sources_in_reach(
    text: str,
    paragraphs: Sequence[Span],
    direct: Sequence[Attribution],
    reports: Sequence[SentenceReport],
    known: LanguageWords,
) -> list[Attribution]:
    """Return quotations, those without a cue with the source that the sentence before has."""
    begins = [paragraph[0] for paragraph in paragraphs]
    sources = sorted((one.cue[0], one.source) for one in reports if one.source is not None)
    cues = [cue for cue, _ in sources]
    found: list[Attribution] = []
    for one in direct:
        alone = not one.cue and (UNCUED in one.evidence or UNATTRIBUTED in one.evidence)
        at = bisect_right(begins, one.content[0][0]) - 1
        before = _sentence_before(text, begins[at], one.content[0][0]) if alone and at >= 0 else None
        if before is not None:
            nearest = bisect_right(cues, before[1]) - 1
            reported = sources[nearest][1] if nearest >= 0 and cues[nearest] >= before[0] else None
            source = reported or (None if one.source else _subject(text, before, known))
            if source is not None:
                one = one._replace(source=(source,), confidence=max(one.confidence, IN_REACH), evidence=(UNCUED,))
        found.append(one)
    return found


def _sentence_before(text: str, begin: int, at: int) -> Span | None:
    """Return the sentence that ends right before a quotation, in its paragraph."""
    while at > begin and text[at - 1] in _MARKS:
        at -= 1
    if at <= begin or text[at - 1] not in ".!?…":
        return None
    start = sentence_start(text, begin, at - 1)
    return (start, at - 1) if start < at - 1 else None


def _subject(text: str, sentence: Span, known: LanguageWords) -> Span | None:
    """Return the person with whom a sentence begins.

    One with an office, or a name of two words.
    """
    words = words_in(text, *sentence, known)
    first = next(phrases(words, known, past_commas=True), None)
    if first is None or first.first or first.pronoun:
        return None
    part = words[: first.stop]
    names = sum(word.capital and word.low not in known.links for word in part)
    if names < 2 and not any(word.low in known.roles for word in part):
        return None
    return part[0].start, part[-1].end
