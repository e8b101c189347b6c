"""Decide whether what is said was written, or is what a study reports."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.split_words import words_in
from statements_cli.model import Act, Attribution, Resolution, Span

_BEHIND = 160  # characters behind a cue in which a letter or a network is named
_NOUN = 3  # words between a preposition and the noun


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?]\s|[\n。]")


def act_of(text: str, attribution: Attribution, who: Resolution, known: LanguageWords | None) -> Act:
    """Return the act of an attribution.

    By its source, and by what its clause says it stands in.
    """
    if attribution.act != "speech":
        return attribution.act
    if who.type == "media":
        return "report"
    if known is None or not known.documents:
        return "speech"
    if attribution.source and who.type != "person":
        act = _document(text, attribution.source[0], known)
        if act is not None:
            return act
    return "writing" if attribution.cue and _is_in_writing(text, attribution, known) else "speech"


def _document(text: str, source: Span, known: LanguageWords) -> Act | None:
    """Return the act of a source that is something written: ``l’étude``, ``dem Bericht``."""
    words = words_in(text, *source, known)
    if not words:
        return next((act for word, act in known.documents.items() if word in text[slice(*source)]), None)
    head = next(
        (word for word in words if word.low in known.documents and word.low.isalpha() and len(word.low) > 1), None
    )
    return known.documents[head.low] if head is not None else None


def _is_in_writing(text: str, attribution: Attribution, known: LanguageWords) -> bool:
    """Return whether a clause names what it stands in: ``dans un communiqué``, ``auf X``."""
    start = attribution.cue[-1][1]
    end = min(len(text), start + _BEHIND)
    for first, _ in attribution.content:
        end = min(end, first) if first >= start else end
    stop = _stop().search(text, start, end)
    words = words_in(text, start, stop.start() if stop else end, known)
    for at, word in enumerate(words):
        if word.low not in known.prepositions:
            continue
        for noun in words[at + 1 : at + 1 + _NOUN]:
            if noun.low in known.documents and (len(noun.low) > 1 or noun.capital):
                return True
    return False
