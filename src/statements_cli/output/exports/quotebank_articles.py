"""Write verbatim quotations as Quotebank has them by article, each in its context.

The layout of the files ``quotebank-YYYY.json`` (https://doi.org/10.5281/zenodo.4277311): offsets count the words
and marks of the document, as Quotebank's count the tokens of the Penn Treebank, which differ in contractions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, TextIO

from statements_cli.model import Span, Statement
from statements_cli.output.exports.exported import Exported, iri_of
from statements_cli.output.exports.quotebank_quotations import NOBODY, PHASE, moment, quotations_by_key, same

_TOKEN = re.compile(r"\w+|[^\w\s]")
_AROUND = 50  # tokens of context on either side, of which an attribution was made


class _Tokens:
    """The tokens of a document's text, found by characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [found.start() for found in _TOKEN.finditer(text)]

    def at(self, place: int) -> int:
        """Return the number of the first token that begins at a character or behind it."""
        return bisect_left(self._starts, place)

    def characters(self, first: int, last: int) -> str:
        """Return the text from one token up to another."""
        start = self._starts[max(0, first)] if self._starts else 0
        end = self._starts[last] if 0 <= last < len(self._starts) else len(self.text)
        return self.text[start:end].strip()


def write_quotebank_articles(exported: Exported, out: TextIO, encode: Callable[[Any], str]) -> None:
    """Write a JSON line for each article with verbatim quotations, in the documents' order."""
    with quotations_by_key(exported) as quotation_of:
        for document in exported.by_document():
            tokens = _Tokens(document.text)
            for _, group in groupby(document.statements, lambda one: one.article):
                statements = list(group)
                quotations = list(_quotations(statements, tokens, quotation_of))
                if quotations:
                    out.write(encode(_article(statements, quotations, tokens)) + "\n")


def _article(statements: Sequence[Statement], quotations: list[dict[str, Any]], tokens: _Tokens) -> dict[str, Any]:
    one = statements[0]
    return {
        "articleID": one.article,
        "articleLength": tokens.at(len(tokens.text)),
        "date": moment(one),
        "names": list(_names(statements, tokens)),
        "phase": PHASE,
        "quotations": quotations,
        "title": one.headline,
        "url": iri_of(one),
    }


def _names(statements: Sequence[Statement], tokens: _Tokens) -> Iterator[dict[str, Any]]:
    offsets: dict[str, set[tuple[int, int]]] = {}
    for statement in statements:
        if statement.speaker:
            spans = statement.spans.source
            found = {(tokens.at(start), tokens.at(end)) for start, end in spans}
            offsets.setdefault(statement.speaker, set()).update(found)
    for name, places in offsets.items():
        yield {"name": name, "ids": [], "offsets": [list(place) for place in sorted(places)]}


def _quotations(
    statements: Sequence[Statement], tokens: _Tokens, quotation_of: Callable[[str], dict[str, Any] | None]
) -> Iterator[dict[str, Any]]:
    for statement in statements:
        for words, span in _located(statement, tokens.text):
            known = quotation_of(same(words))
            if known is None:
                continue
            first, last = tokens.at(span[0]), tokens.at(span[1])
            top = statement.speaker or NOBODY
            sure = statement.confidence if statement.speaker else 1.0
            local = [(top, sure), *([(NOBODY, 1 - sure)] if statement.speaker else [])]
            yield {
                "quoteID": known["quoteID"],
                "numOccurrences": known["numOccurrences"],
                "quotation": words,
                "quotationOffset": first,
                "leftContext": tokens.characters(first - _AROUND, first),
                "rightContext": tokens.characters(last, last + _AROUND),
                "globalTopSpeaker": known["speaker"],
                "globalProbas": _shares((name, float(share)) for name, share in known["probas"]),
                "localTopSpeaker": max(local, key=lambda pair: pair[1])[0],
                "localProbas": _shares(sorted(local, key=lambda pair: -pair[1])),
            }


def _located(statement: Statement, text: str) -> Iterator[tuple[str, Span]]:
    """Yield a statement's verbatim pieces with their places, white space folded."""
    if not statement.spans.content:
        return
    at, end = statement.spans.content[0][0], statement.spans.content[-1][1]
    for piece in statement.quotes:
        found = _spaced(piece).search(text, at, end)
        if found is not None and piece:
            yield piece, found.span()
            at = found.end()


def _spaced(piece: str) -> re.Pattern[str]:
    """Match a piece however its words are spaced."""
    return re.compile(r"\s+".join(map(re.escape, piece.split())))


def _shares(shares: Any) -> list[dict[str, Any]]:
    return [{"speaker": name, "proba": round(share, 4), "qids": []} for name, share in shares]
