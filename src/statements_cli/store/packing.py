"""Articles and statements come in and go out as rows of an index; both ways nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from json import loads
from typing import Any, TypeAlias

from statements_cli.model import Article, Block, Spans, Statement, StatementSpans
from statements_cli.store.schema import ACTS, DATE_BASES, FROM, KINDS, MORE
from statements_cli.values import NamedTuple

Row: TypeAlias = tuple[Any, ...]

STATEMENT_COLUMNS = (
    *("number", "id", "article", "mention", "date", "date_basis", "kind", "act", "confidence", "text", "quotes"),
    *("cue", "source", "via", "audience", "channel", "spans"),
    *("question", "asked_by", "non_answer", "more"),
)
"""The columns of a statement's row, as ``statement_row`` gives their values."""

SELECT = (
    "select s.number, s.id, s.date, s.date_basis, p.name, m.type, m.role, m.country, s.kind, s.act, s.text, s.quotes,"
    " s.cue, s.source, s.via, s.audience, s.channel, a.headline, o.name, a.byline, a.published, a.published_basis,"
    " a.id, d.path, ifnull(a.url, d.url), s.spans, s.confidence, a.language,"
    " s.question, s.asked_by, s.non_answer, s.more, s.article"
) + FROM
"""What ``unpacked_statement`` makes a statement of; a condition and an order may follow."""


class Packed(NamedTuple):
    """What of an article stands in no column: notes, blocks, and the evidence of each of its statements."""

    notes: tuple[str, ...]
    blocks: tuple[Block, ...]
    evidence: tuple[tuple[str, ...], ...]


def statement_row(statement: Statement, number: int, article: int, mention: int) -> Row:
    """Return the values of a statement's columns; the article's and the speaker's stand in their own tables."""
    spans = statement.spans
    return (
        number,
        statement.id,
        article,
        mention,
        statement.date,
        None if statement.date_basis is None else DATE_BASES.index(statement.date_basis),
        KINDS.index(statement.kind),
        ACTS.index(statement.act),
        statement.confidence,
        statement.text,
        None if statement.quotes == (statement.text,) else json_text(statement.quotes),
        statement.cue,
        statement.source,
        json_text(statement.via) if statement.via else None,
        statement.audience,
        statement.channel,
        json_text((spans.content, spans.cue, spans.source)),
        statement.question,
        statement.asked_by,
        statement.non_answer,
        json_text({key: value for key in MORE if (value := getattr(statement, key))}) if MORE else None,
    )


def unpacked_statement(row: Row, evidence: tuple[str, ...] = ()) -> Statement:
    """Return the statement that a row of ``SELECT`` tells of."""
    (_, id_, date, basis, speaker, type_, role, country, kind, act, text, quotes, cue, source, via, audience) = row[:16]
    (channel, headline, outlet, byline, published, published_basis, article, path, url, spans) = row[16:26]
    confidence, language, question, asked_by, non_answer, more, _ = row[26:]
    content, cues, sources = loads(spans)
    return Statement(
        id=id_,
        date=date,
        date_basis=None if basis is None else DATE_BASES[basis],  # type: ignore[arg-type]
        speaker=speaker,
        type=type_,
        role=role,
        country=country,
        kind=KINDS[kind],  # type: ignore[arg-type]
        act=ACTS[act],  # type: ignore[arg-type]
        text=text,
        quotes=(text,) if quotes is None else tuple(loads(quotes)),
        cue=cue,
        source=source,
        via=() if via is None else tuple(loads(via)),
        audience=audience,
        channel=channel,
        headline=headline,
        outlet=outlet,
        byline=byline,
        published=published,
        published_basis=published_basis,
        article=article,
        path=path,
        url=url,
        spans=StatementSpans(_spans(content), _spans(cues), _spans(sources)),
        confidence=confidence,
        language=language,
        question=question,
        asked_by=asked_by,
        non_answer=bool(non_answer),
        evidence=evidence,
        **({} if more is None else {key: _tupled(value) for key, value in loads(more).items()}),
    )


def packed_article(article: Article, statements: Sequence[Statement]) -> bytes:
    """Return what of an article stands in no column, compressed.

    The article's notes, which each statement's evidence ends with, are kept once.
    """
    import zlib

    notes = article.notes
    evidence = [_without(statement.evidence, notes) for statement in statements]
    blocks = [(*block.span, block.role) for block in article.blocks]
    return zlib.compress(json_text((notes, blocks, evidence)).encode("utf-8", "surrogatepass"))


def unpacked_article(packed: bytes) -> Packed:
    """Return what ``packed_article`` has packed."""
    notes, blocks, evidence = loads(unpacked_text(packed))
    told = tuple(notes)
    return Packed(
        told,
        tuple(Block((start, end), role) for start, end, role in blocks),
        tuple((*own, *told) if whole else tuple(own) for whole, own in evidence),
    )


def packed_text(text: str) -> bytes:
    """Return a document's text, compressed."""
    import zlib

    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpacked_text(packed: bytes) -> str:
    """Return the text that ``packed_text`` has compressed."""
    import zlib

    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def is_writable(text: str) -> bool:
    """Whether there are no half characters in a text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def writable(values: Row) -> Row:
    """Return the values with half characters, which no file can hold, replaced."""
    return tuple(
        value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value
        for value in values
    )


@cache
def _encoder() -> Any:
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_text(value: Any) -> str:
    """Return a value as JSON without spaces."""
    encoded: str = _encoder()(value)
    return encoded


def _without(evidence: tuple[str, ...], notes: tuple[str, ...]) -> tuple[bool, tuple[str, ...]]:
    own = len(evidence) - len(notes)
    if own >= 0 and evidence[own:] == notes:
        return True, evidence[:own]
    return False, evidence


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple([(start, end) for start, end in pairs])


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
