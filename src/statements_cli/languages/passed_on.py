"""Find the relaying medium and the audience in languages other than English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.mentions import medium_in
from statements_cli.languages.reports.in_article import RelayedAttribution
from statements_cli.languages.words.grammar import grammar_of
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.split_words import words_in
from statements_cli.model import Chain, Span

REACH = 160
"""Characters behind a source or cue in which the medium is named."""
_HAN = "\u3400"
"""The first character of a script that parts no words."""
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
    for pattern, medium in _announced(text, clause, known, language):
        if pattern == "relayed" and via is None:
            via = medium
        elif pattern == "told":
            return Chain((via,) if via else (), audience=medium)
    return Chain((via,)) if via else Chain()


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
                first = 2 if name == "told" else 4
                medium = _medium(text, (match.end(), min(end, match.end() + NEAR)), known, first)
                if medium is not None:
                    found.append((name, medium))
    return found


def _medium(text: str, span: Span, known: LanguageWords, first: int = 4) -> str | None:
    """Return the medium that is named among the first words of a stretch."""
    words = words_in(text, *span, known)[: first + 2]
    if not words or text[span[0] : span[0] + 1] > _HAN:
        return next((name for low, name in known.media.items() if low in text[slice(*span)]), None)
    return medium_in(words[:first], known)
