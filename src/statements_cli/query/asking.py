"""Parse a query into words, phrases and fields.

    negotiations truce      words: any of them, misspelt or in another form too
    "peace talks"           these words next to each other, exactly; without it nothing is found
    negoti*                 words that begin so
    -sanctions -"cold war"  not with these
    speaker:Putin           said by; also country:, outlet: and kind:, with "..." for several words

Whatever else stands in a query is taken for words: nothing in it can be wrong but that it asks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from statements_cli.query.filters import Filter
from statements_cli.query.fulltext.query_words import is_unspaced, searchable, words

MOST_TERMS = 64
KINDS = ("direct", "mixed", "indirect")
TermKind: TypeAlias = Literal["word", "phrase", "prefix", "stretch"]


class QueryError(ValueError):
    """A query that can't be answered; ``mend`` says what to type instead."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.mend = mend


class Term(NamedTuple):
    """Words, folded, that a query asks for.

    A ``word`` may be misspelt or have another form; a ``phrase`` and a ``prefix`` are exact; a ``stretch`` is
    part of a run of letters in a script without spaces.
    """

    kind: TermKind
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the term as folded text."""
        return ("" if self.kind == "stretch" else " ").join(self.words)


class Query(NamedTuple):
    """What a query asks for, each once.

    ``text`` is all its words, folded, as they were typed.

    ``fields`` are pairs of a field and the value it should have.
    """

    terms: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    text: str = ""

    def narrowing(self, wanted: Filter) -> Filter:
        """Return the filter with what the query's fields ask for.

        Beside a value given already, either will do.
        """
        given: dict[str, tuple[str, ...]] = {}
        for field, value in self.fields:
            given[field] = (*given.get(field, ()), value)
        countries = given.get("country", ())
        if countries:
            from statements_cli.query.countries import country_code

            countries = tuple(map(country_code, countries))
        return replace(
            wanted,
            speakers=(*wanted.speakers, *given.get("speaker", ())),
            countries=(*wanted.countries, *countries),
            outlets=(*wanted.outlets, *given.get("outlet", ())),
            kinds=(*wanted.kinds, *given.get("kind", ())),
        )


def parse_query(text: str) -> Query:
    """Read a query as typed.

    Raises ``QueryError`` where it asks nothing, and for a kind that there isn't.
    """
    terms: list[Term] = []
    excluded: list[Term] = []
    fields: list[tuple[str, str]] = []
    for match in _pattern().finditer(text.translate(_MARKS)):
        minus, field, quoted, loose = match.groups()
        if field:
            if minus:
                raise QueryError(f"-{field}: is not understood", "Leave out words with -, and narrow with options")
            fields.append((field.lower(), _valid(field.lower(), (quoted if quoted is not None else loose).strip())))
            continue
        into = excluded if minus else terms
        if len(into) < MOST_TERMS:
            into += _phrase(quoted) if quoted is not None else _terms(loose)
    if not (terms or excluded or fields):
        raise QueryError("the query has no words in it", 'Name some: "peace talks"')
    return _asked(terms, excluded, fields)


def of_text(text: str) -> Query:
    """Return the query for a text's own words, in which no mark means anything."""
    return _asked([term for word in words(text)[:MOST_TERMS] for term in _terms(word)])


def _asked(terms: Sequence[Term], excluded: Sequence[Term] = (), fields: Sequence[tuple[str, str]] = ()) -> Query:
    terms, excluded = terms[:MOST_TERMS], excluded[:MOST_TERMS]
    text = " ".join(term.text for term in terms)
    return Query(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(excluded)), tuple(dict.fromkeys(fields)), text)


_MARKS = {ord(mark): '"' for mark in "“”„‟«»＂"}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r'(?i)(-(?=["\w]))?(?:(speaker|country|outlet|kind):(?=\S))?(?:"([^"]*)"|([^\s"]+|"))')


def _valid(field: str, value: str) -> str:
    if not value or value == '"':
        raise QueryError(f"{field}: has no value", f'Give one: {field}:"..."')
    if field == "kind" and value.lower() not in KINDS:
        raise QueryError(f"kind:{value} means nothing", f"Use one of {', '.join(KINDS)}")
    return value.lower() if field == "kind" else value


def _phrase(quoted: str) -> list[Term]:
    found = [part for word in words(quoted) for part in searchable(word).split()]
    return [Term("phrase", tuple(found[:MOST_TERMS]))] if found else []


def _terms(loose: str) -> list[Term]:
    found = words(loose)
    if not found:
        return []
    kinds: list[TermKind] = ["stretch" if is_unspaced(word) else "word" for word in found]
    if loose.endswith("*") and kinds[-1] == "word":
        kinds[-1] = "prefix"
    return [
        Term(kind, tuple(searchable(word).split()) if kind == "stretch" else (word,))
        for kind, word in zip(kinds, found, strict=True)
    ]
