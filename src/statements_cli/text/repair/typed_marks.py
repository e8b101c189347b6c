r"""Mend marks that were typed, escaped or tokenised otherwise than print sets them.

HTML entities in plain text (``&ldquo;``), marks behind a backslash (``\"``), primes for quotation marks (``″``),
spaces around every mark as tokenisers leave them (``roof , '' said``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from heapq import merge

from statements_cli.text.text_view import Edit

SPACED = 2
"""Commas and full stops with a space before them, from which on a text was cut into tokens."""


@cache
def _entity() -> re.Pattern[str]:
    return re.compile(r"&(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});")


@cache
def _escaped() -> re.Pattern[str]:
    return re.compile(r"\\(?=[\"'“”‘’])")


@cache
def _prime() -> re.Pattern[str]:
    """Match double primes that measure nothing, and the reversed mark that goes with them."""
    return re.compile(r"(?<!\d)″|‟")


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(r"(?<=[\w.,;:!?'’”)]) (?=[,;:.!?](?: |\n|$))|(?<=``) (?=\S)|(?<=\S) (?=''(?: |\n|$))")


@cache
def _straight() -> re.Pattern[str]:
    """Match a line's end, or a straight mark with nothing but space around."""
    return re.compile(r"\n|(?:(?<=\s)|(?<![\s\S]))\"(?=\s|$)")


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(r"\w (?=[,.](?: |\n|$))")


def has_typed_marks(text: str) -> bool:
    """Return whether a text has marks to mend: told cheaply."""
    if "&" in text and _entity().search(text):
        return True
    if '\\"' in text or "\\'" in text or "″" in text or "‟" in text:
        return True
    return _is_tokenised(text)


def _is_tokenised(text: str) -> bool:
    if " ," not in text and " ." not in text:
        return False
    cut = sum(1 for _ in _cut().finditer(text))
    return cut >= SPACED and cut > text.count(", ") // 2


def mark_edits(text: str) -> Iterator[Edit]:
    """Return the edits that set marks as print does, in text order."""
    kinds = [_entities(text), _escapes(text), _primes(text)]
    if _is_tokenised(text):
        kinds += [_tokens_joined(text), _turned(text)]
    return merge(*kinds)


def _entities(text: str) -> Iterator[Edit]:
    if "&" in text:
        from html import unescape

        for match in _entity().finditer(text):
            character = unescape(match[0])
            if len(character) == 1:
                yield Edit(*match.span(), " " if character == "\xa0" else character)


def _escapes(text: str) -> Iterator[Edit]:
    if "\\" in text:
        yield from (Edit(*match.span()) for match in _escaped().finditer(text))


def _primes(text: str) -> Iterator[Edit]:
    for match in _prime().finditer(text) if "″" in text or "‟" in text else ():
        yield Edit(*match.span(), "”" if match[0] == "″" else "“")


def _tokens_joined(text: str) -> Iterator[Edit]:
    """Yield the spaces of a tokenised text that print has not."""
    yield from (Edit(*match.span()) for match in _spaced().finditer(text))


def _turned(text: str) -> Iterator[Edit]:
    """Yield the spaces beside straight marks, which open and close by turns within a line."""
    opens = True
    for match in _straight().finditer(text):
        start, end = match.span()
        if match[0] == "\n":
            opens = True
            continue
        if opens and text[end : end + 1] == " ":
            yield Edit(end, end + 1)
        elif not opens and start and text[start - 1] == " ":
            yield Edit(start - 1, start)
        opens = not opens
