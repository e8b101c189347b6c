"""Find the relaying medium and the audience in languages other than English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.chinese import TELLING
from statements_cli.languages.mentions import read_foreign_mention, words_without_article
from statements_cli.languages.reports.in_article import RelayedAttribution
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.words.grammar import grammar_of
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.media_names import medium_at, medium_in
from statements_cli.languages.words.phrase_bounds import OPENING_MARKS
from statements_cli.languages.words.phrases import phrases
from statements_cli.languages.words.split_words import parted, words_in
from statements_cli.model import Attribution, Chain, Span

REACH = 160
"""Characters behind a source or cue in which the medium is named."""
_HAN = "\u3400"
"""The first character of a script that parts no words."""
_STRIPPED = '«»„“”",.;:()'
_NEXT = 3  # words behind those that announce a medium among which its name begins
_BESIDE = 3  # words beside a verb that may name a medium
_AGENTS = (" par", " por", " von", " da", " от")
"""Ends of words that announce somebody else than a medium, too."""
DATIVES = ("ru", "uk")
"""Languages in which the one spoken to needs no preposition."""
NEAR = 40
"""Characters between the words that announce a medium and its name."""
_NOUN = 5  # letters of the shortest word for a medium that announces one between marks
_OPENING = (*OPENING_MARKS, '"')
_BESIDE_SOURCE = ("relayed", "asked", "told")
_BEFORE = ("asked",)


def chains_of(article_text: ArticleText, found: Sequence[RelayedAttribution]) -> list[Chain]:
    """Return each statement's relays and audience, as far as media are named."""
    text, language = article_text.text, article_text.article.language or ""
    known = words_of(language)
    if known is None or not known.media:
        return [Chain() for _ in found]
    return [_chain(text, one, known, language) for one in found]


def _chain(text: str, found: RelayedAttribution, known: LanguageWords, language: str) -> Chain:
    attribution = found.attribution
    if not attribution.cue:
        return Chain()
    via = _medium(text, found.relay, known) if found.relay else None
    start = attribution.cue[0][0]
    end = min(len(text), max(attribution.cue[-1][1], attribution.source[-1][1] if attribution.source else 0) + REACH)
    stop = text.find("\n", start, end)
    clause = _without(text, (start, stop if stop > 0 else end), attribution.content)
    quotes = text[slice(*attribution.cue[0])].lower() in known.quoting
    audience = _beside_cue(text, attribution, known) if language in DATIVES and not quotes else None
    own = _medium(text, attribution.source[0], known) if attribution.source else None
    for pattern, medium in _all_announced(text, attribution, clause, known, language):
        if medium == own:
            continue  # "rapporte Reuters": its own words
        if pattern == "relayed" and via is None and medium != audience:
            via = medium
        elif pattern != "relayed" and audience is None and medium != via:
            audience = medium
    via = via if via != own else None
    return Chain((via,) if via else (), audience=audience if audience not in (own, via) else None)


def _all_announced(
    text: str, attribution: Attribution, clause: Sequence[Span], known: LanguageWords, language: str
) -> list[tuple[str, str]]:
    """Return the media that the words around a cue and its source announce."""
    cue = text[slice(*attribution.cue[0])].lower()
    aside = _aside(text, attribution)
    wanted = _BESIDE_SOURCE if _ends_clause(text, attribution.cue[0]) else ("relayed", "asked")
    found = [one for one in _announced(text, aside, known, language) if one[0] in wanted or language in UNSPACED]
    before = _before(text, attribution)
    found += [one for one in _announced(text, before, known, language) if one[0] in _BEFORE or language in UNSPACED]
    told = cue in known.quoting or cue in TELLING
    if not told and attribution.source and not _is_phrase(cue, known):
        clause = [(max(start, attribution.cue[0][1]), end) for start, end in clause]  # "сообщили ТАСС" tells it to them
    return found + _announced(text, [span for span in clause if span[0] < span[1]], known, language)


def _is_phrase(cue: str, known: LanguageWords) -> bool:
    """Return whether a cue is a phrase such as "according to"."""
    return tuple(cue.split()) in known.according


def _ends_clause(text: str, cue: Span) -> bool:
    """Return whether a verb ends its clause: ``wie ein Sprecher der dpa sagte``."""
    return text[cue[1] : cue[1] + 1] in (".", ",", ":", "")


def _before(text: str, attribution: Attribution) -> list[Span]:
    """Return what stands before a cue and its source in their sentence."""
    end = min(attribution.cue[0][0], attribution.source[0][0] if attribution.source else attribution.cue[0][0])
    limit = max(text.rfind("\n", 0, end) + 1, end - REACH)
    start = max([limit, *(match.end() for match in _stop().finditer(text, limit, end))])
    start = max([start, *(last for _, last in attribution.content if last <= end)])
    return [(start, end)] if start < end else []


def _aside(text: str, attribution: Attribution) -> list[Span]:
    """Return a source and what stands between it and the verb behind it.

    For example: ``X, cité par la radio Y, a dit``.
    """
    if not attribution.source:
        return []
    start, end = attribution.source[0][0], attribution.cue[0][0]
    return [(start, end)] if start < end <= attribution.source[0][1] + REACH and "\n" not in text[start:end] else []


def _beside_cue(text: str, attribution: Attribution, known: LanguageWords) -> str | None:
    """Return the medium right beside a verb that has no preposition: ``рассказал «Медузе»``, ``“Ъ” заявили``."""
    start, end = attribution.cue[0]
    source = attribution.source[0] if attribution.source else (end, end)
    first = max(text.rfind("\n", 0, start) + 1, start - NEAR)
    before = words_in(text, first, start, known)[-_BESIDE:]
    behind = words_in(text, end, min(len(text), end + NEAR), known)[:_BESIDE]
    before = before[max((n for n, word in enumerate(before) if parted(word)), default=0) :]
    behind = behind[: next((n for n, word in enumerate(behind) if parted(word)), _BESIDE)]
    for words in (before, behind):
        outside = [word for word in words if not source[0] <= word.start < source[1]]
        if outside and (medium := medium_in(outside, known)) is not None:
            return medium
    return None


def _without(text: str, span: Span, content: Sequence[Span]) -> list[Span]:
    left: list[Span] = []
    start, end = span
    for first, last in content:
        if first < end and start < last:
            left.append((start, max(start, first)))
            start = max(start, last)
    sentence = _stop().search(text, start, end)
    return [*left, (start, sentence.start() if sentence else end)]


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?]\s|。")


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    grammar = grammar_of(language)
    lists = (("asked", grammar.asked), ("relayed", grammar.relayed), ("told", grammar.told)) if grammar else ()
    edge = "" if language == "zh" else r"(?!\w)"
    before = "" if language == "zh" else r"(?<!\w)"
    either = {name: "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for name, words in lists if words}
    return tuple((name, re.compile(f"(?i){before}(?:{words}){edge}")) for name, words in either.items())


def _announced(text: str, clause: Sequence[Span], known: LanguageWords, language: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for start, end in clause:
        for name, pattern in _patterns(language):
            for match in pattern.finditer(text, start, end):
                span = match.end(), min(end, match.end() + NEAR)
                if name == "told" and language not in UNSPACED and not _may_tell(text, match.start(), span, known):
                    continue  # "der", "à": most announce nobody
                medium = _medium(text, span, known, _NEXT if name == "told" else _NEXT + 1)
                if medium is None and language not in UNSPACED and not match[0].endswith(_AGENTS):
                    medium = _between_marks(text, span, known, after_noun=name == "asked" or _is_noun(match[0], known))
                if medium is None and name == "relayed" and match[0].endswith(_AGENTS):
                    medium = _agent(text, (match.end(), end), known, language)
                if medium is not None:
                    found.append((name, medium))
    return found


def _may_tell(text: str, at: int, span: Span, known: LanguageWords) -> bool:
    """Return whether a medium's name begins among the next words, and no preposition stands before."""
    before = text[max(0, at - NEAR) : at].split()
    if known.capital_nouns and before and before[-1].lower() in known.prepositions:
        return False
    first = text[slice(*span)].lower().replace("’", " ").replace("'", " ").split(None, _NEXT + 1)
    stripped = [word.strip(_STRIPPED) for word in first[: _NEXT + 1]]
    if not known.media_heads.isdisjoint(stripped):
        return True
    marked = text[span[0] + 1 : span[0] + 2] in _OPENING
    return marked or any(known.groups.get(word) == "media" for word in stripped[:2])


def _is_noun(phrase: str, known: LanguageWords) -> bool:
    """Return whether a phrase ends with a word for a medium: ``изданию``, ``à la chaîne``."""
    last = phrase.lower().split()[-1]
    return len(last) >= _NOUN and last not in known.prepositions


def _between_marks(text: str, span: Span, known: LanguageWords, *, after_noun: bool) -> str | None:
    """Return a name between marks behind a word for a medium: ``der Zeitung „Neuer Tag“``."""
    words = words_in(text, *span, known)[:_NEXT]
    for at, word in enumerate(words):
        mark = word.gap.strip()[-1:]
        if mark in OPENING_MARKS or (mark == '"' and word.gap[:1].isspace()):
            close = _closing().search(text, word.start, min(len(text), word.start + NEAR))
            return " ".join(text[word.start : close.start()].split()) if close and after_noun else None
        after_noun = known.groups.get(word.low) == "media"
        if not after_noun and word.low not in known.links:
            return None
        if at and "," in word.gap:
            return None
    return None


@cache
def _closing() -> re.Pattern[str]:
    return re.compile('[\u202f\u00a0]?[»”“"]')


def _agent(text: str, span: Span, known: LanguageWords, language: str) -> str | None:
    """Return who relays something, where no medium does: ``selon une vidéo diffusée par l’armée``."""
    words = words_in(text, *span, known)
    one = next(phrases(words, known, past_commas=False, objects=True), None)
    if one is None or one.first > 1 or one.pronoun:
        return None
    source = words[one.first].start, words[one.stop - 1].end
    mention = read_foreign_mention(text, source, known, language)
    return mention.name or words_without_article(text, source, known)


def _medium(text: str, span: Span, known: LanguageWords, first: int = 4) -> str | None:
    """Return the medium that is named among the first words of a stretch."""
    first_mark = text[span[0] : span[0] + 1]
    if first_mark > _HAN or first_mark in ("《", "「"):
        return _unspaced_medium(text, span, known)
    words = words_in(text, *span, known)[: first + 2]
    for at in range(min(2, len(words))):
        if (named := medium_at(words, at, known)) is not None:
            return named[0]  # "der Welt am Sonntag"
    stop = next((at for at, word in enumerate(words[:first]) if at and word.low in known.prepositions), first)
    return medium_in(words[:stop], known)  # not "según aseguran a Y"


def _unspaced_medium(text: str, span: Span, known: LanguageWords) -> str | None:
    """Return the medium by whose name a stretch begins, between marks or behind a place."""
    start = span[0]
    place = max((place for place in known.places if text.startswith(place, start)), key=len, default="")
    for at in (start, start + len(place), start + 1):
        low = max((low for low in known.media if text.startswith(low, at)), key=len, default=None)
        if low is not None and (at <= start + len(place) or text[start] in "《「“"):
            return known.media[low]
    marked = _title().match(text, start)
    return marked[1] if marked else None


@cache
def _title() -> re.Pattern[str]:
    return re.compile(r"[《「]([^》」\n]{2,20})[》」]")
