"""Find the relaying medium and the audience in languages other than English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.mentions import read_foreign_mention, words_without_article
from statements_cli.languages.quotations import UNSPACED
from statements_cli.languages.reports.in_article import RelayedAttribution
from statements_cli.languages.words.grammar import grammar_of
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.media_names import medium_in
from statements_cli.languages.words.phrases import phrases
from statements_cli.languages.words.split_words import words_in
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
    audience = _beside_cue(text, attribution, known) if language in DATIVES else None
    aside = _aside(text, attribution)
    announced = [one for one in _announced(text, aside, known, language) if one[0] == "relayed"]
    announced += _announced(text, clause, known, language)
    if not (via or audience or announced):
        return Chain()
    own = _medium(text, attribution.source[0], known) if attribution.source else None
    for pattern, medium in announced:
        if medium == own:
            continue  # "rapporte Reuters": its own words
        if pattern == "relayed" and via is None:
            via = medium
        elif pattern == "told" and audience is None:
            audience = medium
    return Chain((via,) if via and via != own else (), audience=audience if audience != own else None)


def _aside(text: str, attribution: Attribution) -> list[Span]:
    """Return what stands between a source and the verb behind it.

    For example: ``X, cité par la radio Y, a dit``.
    """
    if not attribution.source:
        return []
    start, end = attribution.source[0][1], attribution.cue[0][0]
    return [(start, end)] if start < end <= start + REACH and "\n" not in text[start:end] else []


def _beside_cue(text: str, attribution: Attribution, known: LanguageWords) -> str | None:
    """Return the medium right beside a verb that has no preposition: ``рассказал «Медузе»``, ``“Ъ” заявили``."""
    start, end = attribution.cue[0]
    source = attribution.source[0] if attribution.source else (end, end)
    before = words_in(text, max(text.rfind("\n", 0, start) + 1, start - NEAR), start, known)[-_BESIDE:]
    behind = words_in(text, end, min(len(text), end + NEAR), known)[:_BESIDE]
    for words in (before, behind):
        outside = [word for word in words if not source[0] <= word.start < source[1]]
        if any(mark in word.gap for word in outside[1:] for mark in ",.;"):
            continue
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
    lists = (("relayed", grammar.relayed), ("told", grammar.told)) if grammar else ()
    edge = "" if language == "zh" else r"(?!\w)"
    before = "" if language == "zh" else r"(?<!\w)"
    return tuple(
        (name, re.compile(before + "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")" + edge))
        for name, words in lists
        if words
    )


def _announced(text: str, clause: Sequence[Span], known: LanguageWords, language: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for start, end in clause:
        for name, pattern in _patterns(language):
            for match in pattern.finditer(text, start, end):
                span = match.end(), min(end, match.end() + NEAR)
                if name == "told" and language not in UNSPACED and not _may_name_medium(text, span, known):
                    continue  # "der", "à": most announce nobody
                medium = _medium(text, span, known, _NEXT if name == "told" else _NEXT + 1)
                if medium is None and name == "relayed" and match[0].endswith(_AGENTS):
                    medium = _agent(text, (match.end(), end), known, language)
                if medium is not None:
                    found.append((name, medium))
    return found


def _may_name_medium(text: str, span: Span, known: LanguageWords) -> bool:
    """Return whether one of the next words begins the name of a medium."""
    first = text[slice(*span)].lower().replace("’", " ").replace("'", " ").split(None, _NEXT + 1)
    return not known.media_heads.isdisjoint([word.strip(_STRIPPED) for word in first[: _NEXT + 1]])


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
    words = words_in(text, *span, known)[: first + 2]
    if not words or text[span[0] : span[0] + 1] > _HAN:
        return next((name for low, name in known.media.items() if low in text[slice(*span)]), None)
    stop = next((at for at, word in enumerate(words[:first]) if at and word.low in known.prepositions), first)
    return medium_in(words[:stop], known)  # not "según aseguran a Y"
