"""Find what Chinese sentences report: ``毛宁表示，…``, ``据新华社报道，…``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statements_cli.languages.chinese import longest_first, speaker_before
from statements_cli.languages.quoted import COVER, covered
from statements_cli.languages.reports.sentence import SentenceReport
from statements_cli.languages.words.grammar import grammar_of
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.model import Clue, ClueKind, Span
from statements_cli.quotations import Quotation

_FEWEST = 5  # characters of the shortest content
_PAUSES = "，、：,:）) "
_REACH = 60  # characters of a sentence in which its verb stands


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^。！？!?\n\r；]+")


@cache
def _covered() -> re.Pattern[str]:
    return re.compile(COVER + "+")


@cache
def _according() -> re.Pattern[str]:
    grammar = grammar_of("zh")
    verbs = "|".join(sorted(grammar.reports if grammar else (), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?:根据|据|據)([^，。：]{{2,30}}?)(?:的?)({verbs})(?:，|：|,)")


def chinese_reports(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], known: LanguageWords
) -> Iterator[SentenceReport]:
    """Yield what each sentence reports that isn't wholly quoted."""
    cover = covered(text, quotations)
    for paragraph in paragraphs:
        for match in _sentence().finditer(cover, *paragraph):
            for start, end in _parts(text, cover, match.start(), match.end()):
                found = _report(cover, start, end, known)
                if found is not None:
                    yield found


def _parts(text: str, cover: str, start: int, end: int) -> Iterator[Span]:
    """Yield a stretch in parts, where a quotation within it ends its sentence: ``“…。”他指出，…``."""
    at = start
    for match in _covered().finditer(cover, start, end):
        stop = match.end()
        if text[stop - 2] in "。！？" and stop < end and cover[stop] not in _PAUSES:
            yield at, stop
            at = stop
    yield at, end


def _report(cover: str, start: int, end: int, known: LanguageWords) -> SentenceReport | None:
    while start < end and cover[start].isspace():
        start += 1
    according = _according().match(cover, start, end)
    if according is not None:
        cue = according.start(), according.start(1)
        told = _of_verb(cover, according.end(), end, known)
        if told is not None:  # "据新华社报道，毛宁表示，…"
            return told._replace(relay=according.span(1))
        return _made(cover, cue, according.span(1), (according.end(), end), "according to")
    return _of_verb(cover, start, end, known)


def _of_verb(cover: str, start: int, end: int, known: LanguageWords) -> SentenceReport | None:
    """Return what the first verb of a sentence that names its speaker reports."""
    for verb in longest_first(known.verbs).finditer(cover, start, min(end, start + _REACH)):
        if cover[verb.end() : verb.end() + 1] not in "，,：:" or verb.end() >= end:
            continue
        source = speaker_before(cover, start, verb.start(), known)
        if source is not None:
            return _made(cover, verb.span(), source, (verb.end() + 1, end), "that-clause")
    return None


def _made(cover: str, cue: Span, source: Span, content: Span, kind: ClueKind) -> SentenceReport | None:
    start, end = content
    while start < end and cover[start] in "，,：: \u3000":
        start += 1
    while end > start and cover[end - 1].isspace():
        end -= 1
    if len(cover[start:end].replace(COVER, "")) < _FEWEST:
        return None
    return SentenceReport(((start, end),), cue, source, 0.75, Clue(kind))
