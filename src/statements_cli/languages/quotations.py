"""Find quotations and their speakers in an article that isn't in English.

What stands between quotation marks, or behind the dash of a dialogue, is content; the clause beside it says who
speaks. In languages without word lists nobody does, and only whole sentences count as something said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.chinese import chinese_after, chinese_before
from statements_cli.languages.clauses.beside_quotation import clause_after, clause_before
from statements_cli.languages.clauses.clause import Clause
from statements_cli.languages.clauses.interruptions import incises
from statements_cli.languages.quoted import paragraphs_of, quotations_of
from statements_cli.languages.titles import ALL_NOUNS, CLOSERS, DASHES, NEAR_CLAUSE, PART, UNSPACED, is_title
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.media_names import is_medium
from statements_cli.model import Act, Attribution, Clue, Span, Spans
from statements_cli.quotations import Quotation

PER_WORD = 2
SENTENCE = 5
"""Words of the shortest quotation that is something said, whatever stands beside it."""
EDGES = " \t\r\n\u00a0\u202f\u3000,;:，；、—–"
ALONE, UNKNOWN = 0.5, 0.35
UNCUED, UNATTRIBUTED = Clue("uncued quotation"), Clue("unattributed quotation")


class _Said(NamedTuple):
    """A quotation with its own clause, if any, and its content without that clause."""

    outer: Span
    content: Spans
    clause: Clause | None
    paragraph: Span
    alone: bool = False  # nothing is said beside it in its paragraph


def read_foreign(article_text: ArticleText) -> list[Attribution]:
    """Return the attributions of an article in a language other than English, in text order.

    A quotation that has no clause of its own and goes on right behind another's belongs to that statement; one
    that is a paragraph of its own, or stands in one with another, is taken for the one who spoke last.
    """
    text, language = article_text.text, article_text.article.language or ""
    paragraphs = paragraphs_of(article_text)
    known = words_of(language)
    said = list(_all_said(text, paragraphs, article_text.once(quotations_of), language, known))
    found: list[Attribution] = []
    more: list[list[Span]] = []  # what goes on with each: joined once, for there may be thousands
    last: _Said | None = None
    for one in said:
        one = _sharing(text, last, one)
        if one.clause is None and found and last is not None and _goes_on(text, last, one):
            more[-1] += one.content
        elif one.clause is not None and found and one.clause.cue in found[-1].cue:
            if last is not None and _goes_on(text, last, one):
                more[-1] += one.content
            continue
        elif (made := _attribution(text, one, language, known, last)) is not None:
            found.append(made)
            more.append([])
        else:
            last = None
            continue
        last = one._replace(clause=one.clause or (last.clause if last and _goes_on(text, last, one) else None))
    return [_joined(one, added) if added else one for one, added in zip(found, more, strict=True)]


def _all_said(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], language: str, known: LanguageWords | None
) -> Iterator[_Said]:
    at, spoken = 0, False
    before: Span | None = None
    for start, end in paragraphs:
        within: list[Quotation] = []
        while at < len(quotations) and quotations[at].outer[0] < end:
            within.append(quotations[at])
            at += 1
        if known is not None and text[start : start + 1] in DASHES and language not in UNSPACED:
            turns = list(_dialogue(text, (start, end), known))
            announced = _announced(text, before, language, known) if before is not None and not turns else None
            spoken = spoken or bool(turns)
            if not turns and (spoken or announced is not None):
                turns = [_Said((start, end), _trimmed(text, [(start + 1, end)]), announced, (start, end))]
            yield from turns
            before = start, end
            continue
        words = _words_of(text, (start, end)) if within else (end, start)
        rooms: list[Span] = []
        after = end
        for number in range(len(within) - 1, -1, -1):
            rooms.append((within[number - 1].outer[1] if number else start, after))
            after = after if _is_name(text, within[number]) else within[number].outer[0]
        for quotation in within:
            said = _said(text, quotation, rooms.pop(), (start, end), language, known)
            said = said._replace(alone=quotation.outer[0] <= words[0] and words[1] <= quotation.outer[1])
            if said.alone and said.clause is None and known is not None and before is not None:
                said = said._replace(clause=_announced(text, before, language, known))
            yield said
        before = start, end


def _announced(text: str, before: Span, language: str, known: LanguageWords) -> Clause | None:
    """Return the clause of a paragraph that ends with a colon."""
    end = before[1]
    while end > before[0] and text[end - 1].isspace():
        end -= 1
    if text[end - 1 : end] not in (":", "："):
        return None
    if language in UNSPACED:
        return chinese_before(text, before[0], end, known)
    return clause_before(text, before[0], end, known, nouns=language in ALL_NOUNS)


def _words_of(text: str, paragraph: Span) -> Span:
    """Return from the first letter or digit of a paragraph to behind its last.

    All of it the wrong way round without any.
    """
    start, end = paragraph
    while start < end and not text[start].isalnum():
        start += 1
    if start == end:
        return paragraph[::-1]
    while not text[end - 1].isalnum():
        end -= 1
    return start, end


def _is_name(text: str, quotation: Quotation) -> bool:
    """Return whether a quotation is a name: ``в интервью «Известиям»``."""
    start = quotation.outer[0]
    before = text[max(0, start - 2) : start]
    words = text[slice(*quotation.inner)].split()
    if not (before[-1:].isspace() and before[:1].isalnum()):
        return False
    return len(words) < PART or (len(words) <= SENTENCE and all(word[:1].isupper() for word in words))


def _said(
    text: str, quotation: Quotation, room: Span, paragraph: Span, language: str, known: LanguageWords | None
) -> _Said:
    """Return a quotation with the clause that says who speaks.

    Within it, before a colon, behind it, before it.
    """
    start, end = quotation.inner
    if known is None:
        return _Said(quotation.outer, _trimmed(text, [(start, end)]), None, paragraph)
    if language in UNSPACED:
        before = chinese_before(text, room[0], quotation.outer[0], known)
        clause = before if before and before.confidence > 0.8 else None
        clause = clause or chinese_after(text, quotation.outer[1], room[1], known) or before
        return _Said(quotation.outer, _trimmed(text, [(start, end)]), clause, paragraph)
    inside = incises(text, start, end, known)
    content = _trimmed(text, _without([hole for hole, _ in inside], start, end))
    if inside and content:
        return _Said(quotation.outer, content, inside[0][1], paragraph)
    before = clause_before(text, room[0], quotation.outer[0], known, nouns=language in ALL_NOUNS)
    calls = before is not None and text[slice(*before.cue)].lower() in known.calling
    clause = before if before and (calls or before.confidence > 0.8) else None
    after = None if clause else clause_after(text, quotation.outer[1], room[1], known)
    governed = after is not None and after.according and before is not None and before.source is not None
    clause = before if governed and before and before.confidence > 0.7 else clause or after or before
    return _Said(quotation.outer, _trimmed(text, [(start, end)]), clause, paragraph)


def _dialogue(text: str, paragraph: Span, known: LanguageWords) -> Iterator[_Said]:
    """Yield a paragraph that opens with a dash, if it names its speaker.

    Otherwise it is an item of a list.
    """
    start, end = paragraph[0] + 1, paragraph[1]
    inside = incises(text, start, end, known)
    content = _trimmed(text, _without([hole for hole, _ in inside], start, end))
    if inside and content:
        yield _Said(paragraph, content, inside[0][1], paragraph)


def _without(holes: Sequence[Span], start: int, end: int) -> list[Span]:
    left = []
    for first, stop in holes:
        left.append((start, first))
        start = stop
    return [*left, (start, end)]


def _trimmed(text: str, spans: Sequence[Span]) -> Spans:
    kept = []
    for start, end in spans:
        while start < end and text[start] in EDGES:
            start += 1
        while start < end and text[end - 1] in EDGES:
            end -= 1
        if start < end and any(c.isalnum() for c in text[start:end]):
            kept.append((start, end))
    return tuple(kept)


def _goes_on(text: str, last: _Said, one: _Said) -> bool:
    """Return whether a quotation directly follows the one before it or its clause."""
    if last.paragraph != one.paragraph or last.clause is None:
        return False
    end = max(last.outer[1], last.clause.end)
    between = text[end : one.outer[0]]
    marked = end == last.outer[1] or any(c in ".,;:!?…。，：—–" for c in between)
    return marked and end <= one.outer[0] and not any(c.isalnum() for c in between)


def _sharing(text: str, last: _Said | None, one: _Said) -> _Said:
    """Return a quotation whose verb has the subject of the clause before.

    For example: ``„…“, sagte Merz, und fügte hinzu: „…“``.
    """
    clause = one.clause
    if clause is None or clause.source or last is None or last.clause is None or last.paragraph != one.paragraph:
        return one
    between = text[last.outer[1] : clause.cue[0]]
    if last.outer[1] > clause.cue[0] or len(between) > NEAR_CLAUSE or any(c in CLOSERS for c in between):
        return one
    return one._replace(clause=clause._replace(source=last.clause.source))


def _joined(found: Attribution, content: Sequence[Span]) -> Attribution:
    spans = tuple(sorted({*found.content, *content}))
    return Attribution(spans, spans, found.cue, found.source, "direct", found.act, found.confidence, found.evidence)


def _attribution(
    text: str, said: _Said, language: str, known: LanguageWords | None, last: _Said | None
) -> Attribution | None:
    if not said.content:
        return None
    words = sum(_length(text, span, language) for span in said.content)
    clause = said.clause
    called = clause is not None and known is not None and text[slice(*clause.cue)].lower() in known.calling
    if not called and is_title(text, said.outer, said.clause, language, known):
        return None
    if known is not None and is_medium(text, said.content[0], known):
        return None
    if clause is not None and (words >= PART or clause.confidence > 0.6 or called) and known is not None:
        cue = (clause.cue,) if clause.cue[0] < clause.cue[1] else ()
        written = text[slice(*clause.cue)].lower() in known.writing
        act: Act = "writing" if written else "speech"
        source = (clause.source,) if clause.source else ()
        confidence = clause.confidence if source else clause.confidence - 0.15
        return Attribution(
            said.content, said.content, cue, source, "direct", act, round(confidence, 3), (Clue(clause.clue),)
        )
    if words < SENTENCE or not _is_sentence(text, said):
        return None
    follows = said.alone or (last is not None and last.paragraph == said.paragraph and last.clause is not None)
    clue, sure = (UNCUED, ALONE) if follows else (UNATTRIBUTED, UNKNOWN)
    within = last is not None and last.paragraph == said.paragraph and last.clause is not None
    named = last.clause.source if within and last is not None and last.clause is not None else None
    source = (named,) if named else ()
    return Attribution(said.content, said.content, (), source, "direct", "speech", sure, (clue,))


def _length(text: str, span: Span, language: str) -> int:
    words = text[slice(*span)]
    return len(words) // PER_WORD if language in UNSPACED else len(words.split())


def _is_sentence(text: str, said: _Said) -> bool:
    """Return whether a quotation begins and ends as a sentence does.

    A title or a term doesn't.
    """
    start, end = said.content[0][0], said.content[-1][1]
    behind = text[said.outer[1] : said.outer[1] + 2].lstrip()[:1]
    ended = text[end - 1] in CLOSERS or behind in (*CLOSERS, ",", "，", *DASHES) or text[end : end + 1] in (",", "，")
    return bool(behind or ended) and ended and not text[start].islower()
