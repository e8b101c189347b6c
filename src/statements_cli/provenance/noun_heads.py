"""Find the heads of noun phrases, and the documents a source may be."""

from __future__ import annotations

from functools import cache, lru_cache

from statements_cli.data import word_list, word_set
from statements_cli.model import Span


def words_of(text: str, spans: tuple[Span, ...]) -> str:
    """Return the words of spans, in order, white space folded."""
    if len(spans) == 1:  # nearly always
        start, end = spans[0]
        return " ".join(text[start:end].split())
    return " ".join(" ".join(text[start:end].split()) for start, end in spans)


@lru_cache(maxsize=1024)  # each source is asked about by act, channel, chain and date
def document_of(source: str) -> str | None:
    """Return the singular noun heading a source that is a document, else None.

    >>> document_of("a report from the auditor general")
    'report'
    >>> document_of("Security Council resolutions")
    'resolution'
    """
    words = head_words(source)
    if not words:
        return None
    head = words[-1]
    pair = " ".join(words[-2:])
    for candidate in (pair, head):
        for form in (
            candidate,
            candidate.removesuffix("s"),
            candidate.removesuffix("es"),
            _analysed(candidate),
        ):
            if form in _documents():
                return form
    return None


def head_words(source: str) -> list[str]:
    """Return the words of a noun phrase up to its head, lower case.

    For example: ``a report`` of ``a report from him``.
    """
    return list(_head(source))


@lru_cache(maxsize=1024)
def _head(source: str) -> tuple[str, ...]:
    words: list[str] = []
    ends = word_set("cues/phrase_ends.txt")
    for word in source.replace("’", "'").replace(",", " , ").replace("(", " ( ").split():
        if words and (word in ends or word in {",", "("}):
            break
        words.append(word.strip(".\"“”'").lower().removesuffix("'s"))
    return tuple(words)


def _analysed(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] + "is" if noun.endswith("es") else noun


@cache
def _documents() -> frozenset[str]:
    return frozenset(word_list("channels/documents_report.txt")) | frozenset(
        word_list("channels/documents_writing.txt")
    )
