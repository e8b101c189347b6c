"""Find what Chinese sentences report: ``毛宁表示，…``, ``据新华社报道，…``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statements_cli.languages.chinese import TELLING, longest_first, speaker_before
from statements_cli.languages.quoted import COVER, covered
from statements_cli.languages.reports.sentence import SentenceReport
from statements_cli.languages.words.grammar import grammar_of
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.model import Clue, ClueKind, Span
from statements_cli.quotations import Quotation

_FEWEST = 5  # characters of the shortest content
_PAUSE = ("，", ",", "：", ":")
_ALSO = ("并", "並", "还", "還")
_TOLD = 16  # characters of the one told
_ASKED = ("有记者问", "有記者問", "记者问", "記者問", "问：", "問：")
_NOT_CITING = ("将", "曾", "不")
_PAUSES = "，、：,:）) "
_REACH = 60  # characters of a sentence in which its verb stands


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^。！？!?\n\r；]+")


@cache
def _covered() -> re.Pattern[str]:
    return re.compile(COVER + "+")


@cache
def _pause() -> re.Pattern[str]:
    return re.compile(r"[，,：:]")


@cache
def _according() -> re.Pattern[str]:
    grammar = grammar_of("zh")
    verbs = "|".join(sorted(grammar.reports if grammar else (), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?:根据|据|據)([^，。：]{{2,30}}?)(?:的?)({verbs})(?:，|：|,)")


@cache
def _citing() -> re.Pattern[str]:
    """Match a medium that cites somebody: ``据新华社援引外交部的消息，``, ``路透社援引两名官员的话说，``."""
    what = "话|話|消息|说法|說法|报道|報道|评论|表态|数据|通报"
    verbs = "报道说|报道称|報道說|報道稱|报道|報道|说|說|称|稱|表示|指出"
    return re.compile(
        rf"(?:据|據)?(?P<medium>[^，。：、]{{2,20}}?)(?P<cite>援引|引述)(?P<cited>[^，。：]{{2,30}}?)"
        rf"(?:的?(?:{what}))?(?P<verb>{verbs})?[，,：:]"
    )


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
    if cover.startswith(_ASKED, start):
        return None
    citing = _citing().match(cover, start, end)
    if citing is not None and not citing["medium"].endswith(_NOT_CITING):
        begin = citing.end()
        cue = citing.span("verb") if citing["verb"] else citing.span("cite")
        cited = _made(cover, cue, citing.span("cited"), (begin, end), "according to")
        return cited._replace(relay=citing.span("medium")) if cited else None
    according = _according().match(cover, start, end)
    if according is not None:
        cue = according.start(), according.start(1)
        told = _of_verb(cover, according.end(), end, known)
        if told is not None:  # "据新华社报道，毛宁表示，…"
            return told._replace(relay=according.span(1))
        if _quotes(cover, according.end(), end, known):
            return None  # "据新华社报道，毛宁说：“…”": read with the quotation
        return _made(cover, cue, according.span(1), (according.end(), end), "according to")
    return _of_verb(cover, start, end, known)


def _quotes(cover: str, start: int, end: int, known: LanguageWords) -> bool:
    """Return whether a stretch is a speaker, a verb and what is quoted alone."""
    for verb in longest_first(known.verbs).finditer(cover, start, min(end, start + _REACH)):
        behind = cover[verb.end() : end].lstrip("，,：: ")
        if behind and not behind.replace(COVER, "").strip() and speaker_before(cover, start, verb.start(), known):
            return True
    return False


def _of_verb(cover: str, start: int, end: int, known: LanguageWords) -> SentenceReport | None:
    """Return what the first verb of a sentence that names its speaker reports."""
    for verb in longest_first(known.verbs).finditer(cover, start, min(end, start + _REACH)):
        begin = _content_start(cover, verb.span(), end)
        if begin is None:
            continue
        source = speaker_before(cover, start, verb.start(), known)
        if source is None:
            continue
        if begin == verb.end() and not _governs(cover, source, verb.span(), start, known):
            continue
        if _medium_at(cover, source, known) and (told := _of_verb(cover, begin, end, known)) is not None:
            return told._replace(relay=source)  # "美联社报道称，国务卿表示，…"
        return _made(cover, verb.span(), source, (begin, end), "that-clause")
    return _closing(cover, start, end, known)


def _content_start(cover: str, verb: Span, end: int) -> int | None:
    """Return where what a verb governs begins.

    Behind a pause, behind the one told, or right behind the verb.
    """
    word, behind = cover[slice(*verb)], cover[verb[1] : verb[1] + 1]
    if verb[1] >= end:
        return None
    if behind in _PAUSE:
        return verb[1] + 1
    if word in TELLING:
        pause = _pause().search(cover, verb[1], min(end, verb[1] + _TOLD))
        return pause.end() if pause else None
    grammar = grammar_of("zh")
    return verb[1] if grammar and word in grammar.object_clause and end - verb[1] >= _FEWEST else None


def _governs(cover: str, source: Span, verb: Span, start: int, known: LanguageWords) -> bool:
    """Return whether a verb that no pause follows surely has a speaker before it."""
    name = cover[slice(*source)]
    if source[1] != verb[0]:
        return cover[verb[0] - 1] in _ALSO and cover[verb[0] - 2] in _PAUSE  # "…深表哀悼，并称…"
    listed = any(name.endswith(one) for one in (*known.bodies.words, *known.roles.words)) or name in known.pronouns
    office = longest_first(known.roles.words).search(name) is not None
    return listed or office or (source[0] == start and verb[1] - verb[0] > 1)


def _closing(cover: str, start: int, end: int, known: LanguageWords) -> SentenceReport | None:
    """Return what stands before the clause that a sentence ends with: ``新措施即将出台，她透露。``."""
    pauses = [match for match in _pause().finditer(cover, start, end) if match[0] in "，,"]
    if not pauses or not known.verbs:
        return None
    first = pauses[-1].end()
    if not cover[first:end].strip().endswith(tuple(known.verbs)) or end - first > _REACH // 2:
        return None
    verb = next((one for one in longest_first(known.verbs).finditer(cover, first, end) if one.end() == end), None)
    source = speaker_before(cover, first, verb.start(), known) if verb else None
    if verb is None or source is None or source[0] != first or source[1] != verb.start():
        return None
    return _made(cover, verb.span(), source, (start, pauses[-1].start()), "verb behind content")


def _medium_at(cover: str, source: Span, known: LanguageWords) -> bool:
    return any(cover[slice(*source)].lower().endswith(low) for low in known.media)


def _made(cover: str, cue: Span, source: Span, content: Span, kind: ClueKind) -> SentenceReport | None:
    start, end = content
    while start < end and cover[start] in "，,：: \u3000":
        start += 1
    while end > start and cover[end - 1].isspace():
        end -= 1
    if len(cover[start:end].replace(COVER, "")) < _FEWEST:
        return None
    return SentenceReport(((start, end),), cue, source, 0.75, Clue(kind))
