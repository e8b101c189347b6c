"""Make rows of a document for an index, but for the numbers it gives.

To pack takes longer than to write, so the process that parsed a document does it, which has less to send then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from statements_cli.dates.from_other_articles import is_dated
from statements_cli.model import RECORD_KEYS
from statements_cli.model.codec import fields_of
from statements_cli.model.values import NOTHING_KNOWN
from statements_cli.store.tables.rows import Row, compressor, is_writable, json_text, packed_text, writable
from statements_cli.store.tables.table_definitions import ACTS, DATE_BASES, KINDS, has_column

if TYPE_CHECKING:
    from statements_cli.documents.notices import Notice
    from statements_cli.model import Article, Document, Span, Statement
    from statements_cli.pipeline import Attempt, Parsed

Pack: TypeAlias = Callable[[str], str | bytes]
PackedStatement: TypeAlias = tuple[Row, Row]
"""What is said of its speaker (name, type, role, country), and the columns behind its numbers."""

MOST_STATEMENTS = 5_000
"""Statements of an article that are compared with those of others; what has more is no article."""

_MANY = 1000  # statements of an article whose evidence is compressed while it is written down

STATEMENT_COLUMNS = (
    *("number", "article", "mention"),
    *("id", "date", "date_basis", "kind", "act", "confidence", "text", "quotes"),
    *("cue", "source", "via", "audience", "channel", "spans"),
    *("question", "asked_by", "non_answer", "utterance", "more"),
)
"""The columns of a statement's row; here as in the other tables, the numbers that an index gives come first."""


DOCUMENT_COLUMNS = ("number", "file", "place", "path", "digest", "url", "packed")
ARTICLE_COLUMNS = (
    *("number", "document", "outlet", "opening"),
    *("id", "first", "last", "headline", "byline", "published", "published_basis", "language", "url"),
    *("dated", "compared", "packed"),
)

MORE = tuple((key, at) for at, key in enumerate(RECORD_KEYS) if not has_column(key))
"""The keys of a record that have no column, and where they stand."""

_BASIS_NUMBERS: Mapping[str | None, int | None] = {name: number for number, name in enumerate(DATE_BASES)} | {
    None: None
}
_KIND_NUMBERS: Mapping[str | None, int | None] = {name: number for number, name in enumerate(KINDS)}
_ACT_NUMBERS: Mapping[str | None, int | None] = {name: number for number, name in enumerate(ACTS)}
NUMBERED = {"date_basis": _BASIS_NUMBERS, "kind": _KIND_NUMBERS, "act": _ACT_NUMBERS}
"""The columns in which a number stands for each value, and these numbers."""

_SPEAKER = RECORD_KEYS.index("speaker")
_TOLD = slice(_SPEAKER, _SPEAKER + 4)  # the speaker, its type, role and country


class PackedArticle(NamedTuple):
    """An article's outlet, its columns behind its numbers, and its statements."""

    outlet: str | None
    columns: Row
    statements: Iterable[PackedStatement]


class PackedDocument(NamedTuple):
    """A document's path, its columns behind its numbers and its place, and its articles."""

    path: str
    columns: Row
    articles: Iterable[PackedArticle]


class PackedAttempt(NamedTuple):
    """A document to write, or the notice of the exception that parsing raised."""

    parsed: PackedDocument
    fault: Notice | None


def packed_attempt(attempt: Attempt) -> Attempt | PackedAttempt:
    """Return what was found in a document as an index holds it.

    What is found in a very long one stays as it is: its statements are packed already, and never all at hand.
    """
    if attempt.fault is not None or not isinstance(attempt.parsed.statements, tuple):
        return attempt
    path, columns, articles = packed_document(attempt.parsed)
    whole = tuple([article._replace(statements=tuple(article.statements)) for article in articles])
    return PackedAttempt(PackedDocument(path, columns, whole), None)


def packed_document(parsed: Parsed, pack: Pack = packed_text) -> PackedDocument:
    """Return a document as an index holds it, its articles packed as they are taken."""
    document = parsed.document
    whole = is_writable(f"{document.text}{document.path}{document.url}{document.metadata}")
    columns = document_columns(document, pack)
    articles = _packed_articles(parsed, pack, whole)
    return PackedDocument(document.path, columns if whole else writable(columns), articles)


def document_columns(document: Document, pack: Pack) -> Row:
    """Return a document's columns behind its numbers and its place."""
    return (document.path, document.digest, document.url, pack(document.text))


def _packed_articles(parsed: Parsed, pack: Pack, whole: bool) -> Iterator[PackedArticle]:
    from statements_cli.pipeline.packed_statements import by_article

    said = by_article(parsed.statements)
    for article in parsed.articles:
        statements = said.pop(article.id, ())
        many = len(statements) > _MANY
        more = packed_article_text(article, statements) if many else pack(article_text(article, statements))
        columns = article_columns(article, more, compared=len(statements) <= MOST_STATEMENTS)
        rows = ((values[_TOLD], statement_columns(values)) for values in map(fields_of, statements))
        if not whole:
            columns = writable(columns)
            rows = ((told, writable(made)) for told, made in rows)
        yield PackedArticle(article.outlet, columns, rows)


def article_columns(article: Article, more: str | bytes, *, compared: bool) -> Row:
    """Return an article's columns behind its numbers; ``more`` is its packed ``article_text``."""
    return (
        *(article.id, *article.span, article.headline, article.byline, article.published, article.published_basis),
        *(article.language, article.url, int(is_dated(article)), int(compared), more),
    )


def statement_columns(values: Row) -> Row:
    """Return the values of a statement's columns behind its numbers from ``codec.fields_of`` its record.

    The article's and the speaker's stand in their own tables; what its group is comes last of all.
    """
    # by place, as below: names would cost as much as all the rest
    id_, date, basis, _, _, _, _, kind, act, text, quotes, cue, source, via, audience, channel = values[:16]
    _, _, spans, confidence, _, question, asked_by, non_answer = values[22:30]
    return (
        id_, date, _BASIS_NUMBERS[basis], _KIND_NUMBERS[kind], _ACT_NUMBERS[act],
        confidence, text, None if quotes == (text,) else json_text(quotes), cue, source,
        json_text(via) if via else None, audience, channel, spans_text(spans), question, asked_by,
        int(non_answer),  # a bool would be asked whether it adapts itself
        None,
        more_text(values) if MORE else None,
    )  # fmt: skip


def more_text(values: Row) -> str:
    """Return what of a statement's record stands in no other column, as JSON."""
    return json_text({key: value for key, at in MORE if (value := values[at])})


def article_text(article: Article, statements: Iterable[Statement]) -> str:
    """Return what of an article and its statements stands in no column, as JSON.

    Evidence, blocks, their evidence: an empty list where nothing is known of any.
    """
    evidence = [statement.evidence for statement in statements]
    if all(one is NOTHING_KNOWN for one in evidence):
        evidence = []
    return json_text((article.evidence, article.blocks, evidence))


def packed_article_text(article: Article, statements: Iterable[Statement]) -> bytes:
    """Return the same, compressed while it is made.

    That of very many statements is many times their text.
    """
    packing = compressor(4, 7)
    parts = (part.encode("utf-8", "surrogatepass") for part in _article_parts(article, statements))
    return b"".join([*filter(None, map(packing.compress, parts)), packing.flush()])


def _article_parts(article: Article, statements: Iterable[Statement]) -> Iterator[str]:
    yield f"[{json_text(article.evidence)},{json_text(article.blocks)},["
    for number, statement in enumerate(statements):
        told = json_text(statement.evidence)
        yield f",{told}" if number else told
    yield "]]"


def spans_text(spans: Any) -> str:
    """Return the spans of content, cue and source as JSON, as ``json_text`` would.

    They are whole numbers alone, which Python writes as JSON does.
    """
    content, cue, source = spans
    if len(content) == len(cue) == len(source) == 1:  # as nearly always
        ((a, b),), ((c, d),), ((e, f),) = spans
        return f"[[[{a},{b}]],[[{c},{d}]],[[{e},{f}]]]"
    return f"[{_pairs_text(content)},{_pairs_text(cue)},{_pairs_text(source)}]"


def _pairs_text(pairs: Sequence[Span]) -> str:
    return f"[{','.join([f'[{start},{end}]' for start, end in pairs])}]"
