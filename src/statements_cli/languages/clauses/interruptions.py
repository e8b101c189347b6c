"""Find the clauses that interrupt a quotation: ``«…, — заявил Песков. — …»``."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.languages.clauses.beside_quotation import clause_after
from statements_cli.languages.clauses.clause import Clause
from statements_cli.languages.clauses.sentence_bounds import REACH, ends_in_abbreviation
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.split_words import words_in
from statements_cli.model import Span

FARTHEST = 4000
"""Characters in which a clause within a quotation ends."""


@cache
def _incise_openings() -> re.Pattern[str]:
    return re.compile(r"[,.!?…]\s*[—–-]\s*(?=\w)|\s[—–](?=\w)|,\s+(?=\w)")


@cache
def _incise_ends() -> re.Pattern[str]:
    return re.compile(r"(?:[.,!?…]\s*+|(?<!\s)\s++)?[—–]\s*+[.,;:]?|[.,;!?…](?=\s|$)")


def incises(text: str, start: int, end: int, known: LanguageWords) -> list[tuple[Span, Clause]]:
    """Return clauses of speaking within a quotation: ``«…, — заявил Песков. — …»``.

    Each with the stretch that it takes out of the quotation, the marks around it included.
    """
    found: list[tuple[Span, Clause]] = []
    at = start
    while match := _incise_openings().search(text, at, end):
        at = match.end()
        dashed = match[0].strip(" ,.!?…\u00a0") != ""
        words = words_in(text, at, min(end, at + REACH), known, most=2)
        verb = next((n for n, word in enumerate(words) if word.low in known.verbs), None)
        if verb is None or any(word.capital for word in words[: verb + 1]):
            continue
        close = _close(text, words[verb].end, end, dashed=dashed)
        clause = clause_after(text, at, close, known)
        if clause is None or (clause.source is None and not dashed):
            continue
        ending = _incise_ends().match(text, close, end)
        stop = ending.end() if ending else close
        mark = match.start() + (match[0][0] in ".!?…")
        found.append(((mark, stop), clause._replace(end=stop)))
        at = stop
    return found


def _close(text: str, start: int, end: int, *, dashed: bool) -> int:
    """Return where a clause within a quotation ends: dash, stop or second comma.

    One that goes on for too long ends with the quotation.
    """
    for match in _incise_ends().finditer(text, start, min(end, start + FARTHEST)):
        if match[0][0] == "." and ends_in_abbreviation(text, start, match.start()):
            continue
        if dashed and match[0] == ",":
            continue
        return match.start()
    return end
