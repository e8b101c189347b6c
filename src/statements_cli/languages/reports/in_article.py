"""Find what an article in another language than English says that somebody said.

Quoted, in part, or not at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.quotations import read_foreign
from statements_cli.languages.quoted import cover_of, paragraphs_of, quotations_of, sentences
from statements_cli.languages.reports.chinese_reports import chinese_reports
from statements_cli.languages.reports.citing import as_cited, cited_in, without_cited
from statements_cli.languages.reports.in_sentence import reports_in
from statements_cli.languages.reports.sentence import Sentence, SentenceReport
from statements_cli.languages.reports.sources_in_reach import with_sources_in_reach
from statements_cli.languages.reports.verb_subjects import subject_behind
from statements_cli.languages.titles import DASHES, UNSPACED
from statements_cli.languages.words.grammar import Grammar, grammar_of
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.split_words import parted
from statements_cli.model import Act, Attribution, Clue, Kind, Span, Spans
from statements_cli.quotations import Quotation

_BACK_REACH = 4  # words of a sentence among which "that is what" begins
_CARRIED = 0.6
_BACK = 0.6
_POST = 0.85


class RelayedAttribution(NamedTuple):
    """An attribution, and the medium that relays it, where one is named."""

    attribution: Attribution
    relay: Span | None = None


def said_in(article_text: ArticleText) -> list[RelayedAttribution]:
    """Return the attributions of an article in a language other than English, in text order."""
    text, language = article_text.text, article_text.article.language or ""
    direct = read_foreign(article_text)
    known, grammar = words_of(language), grammar_of(language)
    if known is None or grammar is None:
        return [RelayedAttribution(one) for one in direct]
    paragraphs = paragraphs_of(article_text)
    quotations = article_text.once(quotations_of)
    if language in UNSPACED:
        reports = list(chinese_reports(text, paragraphs, quotations, known))
    else:
        spoken = _spoken_paragraphs(text, direct)
        read = [p for p in paragraphs if p[0] not in spoken]
        reports = list(_reports(text, article_text.once(cover_of), read, direct, known, grammar))
        direct = with_sources_in_reach(text, paragraphs, direct, reports, known)
    return _merged(text, [*direct, *_posts(text, paragraphs)], reports, quotations, known)


@cache
def _signature() -> re.Pattern[str]:
    """Match the line under a post that an article embeds.

    For example: ``— Name (@handle) March 16, 2020``.
    """
    return re.compile(r"[—–-]\s*+([^(\s][^(\n]{0,58}[^(\s])\s*+\(@\w{1,20}\)")


def _posts(text: str, paragraphs: Sequence[Span]) -> Iterator[Attribution]:
    """Yield posts that stand between paragraphs, each above the line that signs it."""
    for before, line in pairwise(paragraphs):
        signed = _signature().match(text, *line)
        if signed is None or _signature().match(text, *before):
            continue
        start, end = before
        while end > start and text[end - 1].isspace():
            end -= 1
        content = ((start, end),)
        yield Attribution(content, content, (), (signed.span(1),), "direct", "writing", _POST, (Clue("signature"),))


def _spoken_paragraphs(text: str, direct: Sequence[Attribution]) -> set[int]:
    """Return where paragraphs begin that are turns of a dialogue behind a dash."""
    found: set[int] = set()
    for one in direct:
        start = one.content[0][0]
        while start and text[start - 1] in " \u00a0":
            start -= 1
        if start and text[start - 1] in DASHES:
            found.add(start - 1)
    return found


def _reports(
    text: str,
    cover: str,
    paragraphs: Sequence[Span],
    direct: Sequence[Attribution],
    known: LanguageWords,
    grammar: Grammar,
) -> Iterator[SentenceReport]:
    quoted = {one.content[-1][0]: one for one in direct if one.source}
    starts = sorted(quoted)
    ordinals = "ordinals" in grammar.traits
    before: Span | None = None
    for paragraph in paragraphs:
        last: list[SentenceReport] = []
        for span in sentences(text, cover, paragraph, ordinals=ordinals):
            sentence = Sentence(text, cover, span, known, grammar)
            found, back = _read(sentence, before)
            if back is not None:
                if not last:
                    yield back
            elif not found and (before is not None or last):
                said = last[-1] if last else _quoted_in(before or span, quoted, starts)
                found = [more] if said and (more := _carried(sentence, said)) is not None else []
            yield from found
            last, before = found, span


def _read(sentence: Sentence, before: Span | None) -> tuple[list[SentenceReport], SentenceReport | None]:
    """Return what a sentence reports, or of the sentence before says the source of."""
    cited = cited_in(sentence)
    if cited is not None:
        plain = without_cited(sentence, cited)
        found, back = _plainly_read(plain, before)
        by_medium = as_cited(plain, [back] if back else found, cited)
        if by_medium is not None:
            return ([], by_medium[0]) if back else (by_medium, None)
    return _plainly_read(sentence, before)


def _plainly_read(sentence: Sentence, before: Span | None) -> tuple[list[SentenceReport], SentenceReport | None]:
    found = reports_in(sentence)
    return found, _said_before(sentence, before) if not found and before is not None else None


def _said_before(sentence: Sentence, before: Span) -> SentenceReport | None:
    """Return the sentence before, where this one says who said it.

    For example: ``Об этом сообщил X``, ``Das teilte X mit``.
    """
    words = sentence.words
    lows = tuple(word.low for word in words)
    opening = next(
        (at + len(phrase) for phrase in sentence.grammar.back for at in range(_BACK_REACH)
         if lows[at : at + len(phrase)] == phrase), None
    )  # fmt: skip
    if opening is None or not sentence.verbs or any(sentence.is_covered(at) for at in range(len(words))):
        return None
    verb = sentence.verbs[0]
    grammar, low = sentence.grammar, words[verb].low
    around = opening < verb and words[opening].low in grammar.auxiliaries
    if "verb-second" in grammar.traits:
        spoken_of = low in grammar.object_verbs and low not in grammar.particles
        if spoken_of or not (around or opening == verb):
            return None  # "Das Haus kündigte er an", "Das kritisierte er"
    source = subject_behind(sentence, opening if around else verb, len(words))
    content = sentence.trimmed(*before) if source else None
    if content is None:
        return None
    return SentenceReport.of((content,), (words[verb].start, words[verb].end), source, _BACK, "said of sentence before")


def _quoted_in(sentence: Span, quoted: dict[int, Attribution], starts: Sequence[int]) -> SentenceReport | None:
    """Return the last quotation of a sentence, as a report that may go on."""
    at = bisect_left(starts, sentence[1]) - 1
    if at < 0 or starts[at] < sentence[0]:
        return None
    one = quoted[starts[at]]
    cue = one.cue[0] if one.cue else (one.content[0][0], one.content[0][0])
    return SentenceReport(one.content, cue, one.source[0], one.confidence, Clue("hearsay goes on"))


def _carried(sentence: Sentence, last: SentenceReport) -> SentenceReport | None:
    """Return a sentence in the mood of hearsay behind one that names who said it."""
    words, hearsay = sentence.words, sentence.grammar.hearsay
    if not hearsay or not any(sentence.is_mood(at, hearsay) for at in range(len(words))):
        return None
    if not _all_participles(sentence, hearsay):
        return None
    if any(word.low in ("ich", "je", "j'", "j’") for word in words):
        return None
    content = sentence.trimmed(*sentence.span)
    if content is None or last.source is None:
        return None
    return SentenceReport(
        (content,), (last.cue[0], last.cue[0]), last.source, _CARRIED, Clue("hearsay goes on"), last.relay
    )


def _all_participles(sentence: Sentence, hearsay: frozenset[str]) -> bool:
    """Return whether each verb of saying ends a clause of hearsay: ``er habe sich geäußert``."""
    words = sentence.words
    for verb in sentence.verbs:
        if verb + 1 < len(words) and not parted(words[verb + 1]):
            return False
        at = verb
        while at and not parted(words[at]):
            at -= 1
        if not any(sentence.is_mood(n, hearsay) for n in range(at, verb)):
            return False
    return True


def _merged(
    text: str,
    direct: Sequence[Attribution],
    reports: Sequence[SentenceReport],
    quotations: Sequence[Quotation],
    known: LanguageWords,
) -> list[RelayedAttribution]:
    """Return attributions of both kinds: a quotation within something reported is a part of that."""
    inner = [one.inner for one in quotations]
    starts = [span[0] for span in inner]
    kept: list[RelayedAttribution] = []
    ordered = sorted(direct, key=lambda one: one.content)
    begins = [one.content[0][0] for one in ordered]
    gone: set[int] = set()
    for report in reports:
        low, high = report.content[0][0], report.content[-1][1]
        numbers = range(bisect_left(begins, low), bisect_right(begins, high))
        within = [n for n in numbers if ordered[n].content[-1][1] <= high + 1]
        if len(within) < len(numbers) or _is_inside(ordered, begins, low, high):
            continue  # a quotation that goes on behind it is read by itself
        gone.update(within)
        between = inner[bisect_left(starts, low) : bisect_left(starts, high)]
        quotes = tuple(span for span in between if _is_quote(text, span))
        kept.append(RelayedAttribution(_attribution(text, report, quotes, known), report.relay))
    kept += [RelayedAttribution(one) for number, one in enumerate(ordered) if number not in gone]
    kept.sort(key=lambda found: found.attribution.content)
    return list({one.attribution.content: one for one in kept}.values())


def _is_inside(ordered: Sequence[Attribution], begins: Sequence[int], low: int, high: int) -> bool:
    """Return whether a stretch lies within the content of a quotation that begins before it."""
    at = bisect_left(begins, low) - 1
    return at >= 0 and any(start < high and low < end for start, end in ordered[at].content)


def _is_quote(text: str, span: Span) -> bool:
    words = text[slice(*span)].split()
    return len(words) > 2 or text[span[0]].islower()


def _attribution(text: str, report: SentenceReport, quotes: Spans, known: LanguageWords) -> Attribution:
    kind: Kind = "mixed" if quotes else "indirect"
    act: Act = "writing" if text[slice(*report.cue)].lower() in known.writing else "speech"
    cue = (report.cue,) if report.cue[0] < report.cue[1] else ()
    source = (report.source,) if report.source else ()
    return Attribution(report.content, quotes, cue, source, kind, act, round(report.confidence, 3), (report.clue,))
