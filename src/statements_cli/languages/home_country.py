"""Find the country of ministers and ministries that an article doesn't name.

It is the one known of them, or that of the article's dateline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.split_words import words_in
from statements_cli.model import Resolution
from statements_cli.speakers.names.latin_names import latin_name
from statements_cli.speakers.names.name_lexicon import leader_of

OPENING = 60
"""Characters of a paragraph among which its dateline stands."""
PARAGRAPHS = 3
"""Paragraphs and lines of an article's head that may be, or open with, a dateline."""


def with_home_countries(
    article_text: ArticleText, resolutions: Sequence[Resolution], known: LanguageWords
) -> list[Resolution]:
    """Return resolutions, offices of a state with the dateline's country where none is named."""
    home: str | None = None
    read = False
    found: list[Resolution] = []
    for one in resolutions:
        if one.role and not one.country and one.type in ("person", "anonymous"):
            code = leader_of(latin_name(one.speaker or "")) if one.type == "person" else ""
            if not code and is_ministerial(one.role, known):
                home, read = (home, True) if read else (country_of_dateline(article_text, known), True)
                code = home or ""
            one = one._replace(country=code) if code else one
        found.append(one)
    return found


def is_ministerial(role: str, known: LanguageWords) -> bool:
    """Return whether an office is a minister's or a ministry's: ``Außenminister``, ``представитель МИД``."""
    low = role.lower()
    if any("\u3400" <= character <= "\u9fff" for character in low):
        return any(word in low for word in known.ministerial)
    return any(word.endswith(known.ministerial) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", low))


def country_of_dateline(article_text: ArticleText, known: LanguageWords) -> str | None:
    """Return the country of the place with which an article opens.

    A day, an agency or a dash stands behind it.
    """
    text = article_text.text
    language = article_text.article.language
    for block in article_text.article.blocks[:PARAGRAPHS]:
        start, end = block.span
        end = min(end, start + OPENING)
        if language in UNSPACED:
            match = _chinese().match(text, start, end)
            code = known.places.get(match[1]) if match else None
        else:
            words = words_in(text, start, end, known, most=2)
            code = None
            for count in (2, 1):
                name = " ".join(word.low for word in words[:count])
                if len(words) >= count and words[0].capital and _behind_place().match(text, words[count - 1].end, end):
                    code = code or known.places.get(name)
        if code is not None:
            return code
    return None


@cache
def _behind_place() -> re.Pattern[str]:
    """Match what stands behind a dateline's place: a day, an agency in brackets, a dash."""
    return re.compile(r"[.,]?\s*(?:(?:le|el|il|den|am|a)\s+)?\d|\.?\s*[(/][^\W\d_]|\.\s*[—–-]|\s[—–-]\s")


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:新华社|中新社|中新网|法新社|路透社)?([\u3400-\u9fff]{2,6}?)(?:\d{1,2}月)?\d{1,2}日(?:电|讯)"
    )
