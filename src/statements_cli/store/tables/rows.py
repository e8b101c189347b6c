"""Turn articles and statements into rows of an index and back, without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias, overload

from statements_cli.model import RECORD_KEYS, Article, Block, Clue, Document, Evidence, Span, Statement, StatementSpans
from statements_cli.model.codec import decoded, fields_of
from statements_cli.model.values import NOTHING_KNOWN
from statements_cli.store.tables.table_definitions import ACTS, DATE_BASES, FROM, KINDS, has_column

Row: TypeAlias = tuple[Any, ...]


class RecordedArticle(NamedTuple):
    """An article made of records, without its blocks.

    ``paragraphs`` are the spans of these, ``rows`` the values of its statements' records.
    """

    article: Article
    paragraphs: Sequence[Span]
    rows: Sequence[Row]


class RecordedDocument(NamedTuple):
    """A document made of records.

    ``is_writable`` says that there are no half characters in any of it.
    """

    document: Document
    articles: Sequence[RecordedArticle]
    is_writable: bool


_MORE = tuple((key, at) for at, key in enumerate(RECORD_KEYS) if not has_column(key))
_BASIS_NUMBERS: Mapping[str | None, int | None] = {name: number for number, name in enumerate(DATE_BASES)} | {
    None: None
}
_KIND_NUMBERS = {name: number for number, name in enumerate(KINDS)}
_ACT_NUMBERS = {name: number for number, name in enumerate(ACTS)}
_KEPT_AS_IT_IS = 300  # characters of a text that is hardly shorter when it is compressed
_LONG = 4_000  # characters of a text for which more memory makes compression faster
LONGEST_DECODED = 500_000
"""Characters of the longest evidence of one article's statements that is held in memory, and decoded, as a whole."""

STATEMENT_COLUMNS = (
    *("number", "id", "article", "mention", "date", "date_basis", "kind", "act", "confidence", "text", "quotes"),
    *("cue", "source", "via", "audience", "channel", "spans"),
    *("question", "asked_by", "non_answer", "utterance", "more"),
)
"""The columns of a statement's row, as ``statement_row`` gives their values."""

SELECT = (
    "select s.number, s.id, s.date, s.date_basis, p.name, m.type, m.role, m.country, s.kind, s.act, s.text, s.quotes,"
    " s.cue, s.source, s.via, s.audience, s.channel, a.headline, o.name, a.byline, a.published, a.published_basis,"
    " a.id, d.path, ifnull(a.url, d.url), s.spans, s.confidence, a.language,"
    " s.question, s.asked_by, s.non_answer, ifnull(s.utterance, s.id), s.more, s.article"
) + FROM
"""What ``unpacked_statement`` makes a statement of; a condition and an order may follow."""


def statement_row(values: Row, number: int, article: int, mention: int, *, grouped: bool = False) -> Row:
    """Return the values of a statement's columns from ``codec.fields_of`` its record.

    The article's and the speaker's stand in their own tables. ``grouped`` says that the id of its group is known.
    """
    # by place, as below: names would cost as much as all the rest
    id_, date, basis, _, _, _, _, kind, act, text, quotes, cue, source, via, audience, channel = values[:16]
    _, _, spans, confidence, _, question, asked_by, non_answer, utterance = values[22:31]
    return (
        number, id_, article, mention, date, _BASIS_NUMBERS[basis], _KIND_NUMBERS[kind], _ACT_NUMBERS[act],
        confidence, text, None if quotes == (text,) else json_text(quotes), cue, source,
        json_text(via) if via else None, audience, channel, _spans_text(spans), question, asked_by,
        int(non_answer),  # a bool would be asked whether it adapts itself
        utterance if grouped else None,
        json_text({key: value for key, at in _MORE if (value := values[at])}) if _MORE else None,
    )  # fmt: skip


def unpacked_statement(row: Row, evidence: Evidence = NOTHING_KNOWN) -> Statement:
    """Return the statement that a row of ``SELECT`` tells of."""
    _, id_, date, basis, *who, kind, act, text, quotes, cue, source, via = row[:15]
    *printed, spans, confidence, language, question, asked_by, non_answer, utterance, more, _ = row[15:]
    # by place: names would cost as much as all the rest
    values: Row = (
        *(id_, date, None if basis is None else DATE_BASES[basis], *who, KINDS[kind], ACTS[act]),
        *(text, (text,) if quotes is None else tuple(read_json(quotes)), cue, source),
        *(() if via is None else tuple(read_json(via)), *printed),
        *(decoded(read_json(spans), StatementSpans), confidence, language),
        *(question, asked_by, bool(non_answer), utterance, evidence),
    )
    statement = Statement(*values)
    if more is None:
        return statement
    return replace(statement, **{key: _tupled(value) for key, value in read_json(more).items()})


def article_text(article: Article, statements: Iterable[Statement]) -> str:
    """Return what of an article and its statements stands in no column, as JSON.

    Evidence, blocks, their evidence: an empty list where nothing is known of any.
    """
    evidence = [statement.evidence for statement in statements]
    if all(one is NOTHING_KNOWN for one in evidence):
        evidence = []
    return json_text((article.evidence, article.blocks, evidence))


def recorded_article_text(found: RecordedArticle) -> str:
    """Return the ``article_text`` of an article made of records.

    These say nothing of how statements were found.
    """
    blocks = ",".join([f'[[{start},{end}],"paragraph"]' for start, end in found.paragraphs])
    return f"[{_evidence_text(found.article.evidence)},[{blocks}],[]]"


@lru_cache(maxsize=8)
def _evidence_text(evidence: tuple[Clue, ...]) -> str:
    return json_text(evidence)


def packed_article_text(article: Article, statements: Iterable[Statement]) -> bytes:
    """Return the same, compressed while it is made.

    That of very many statements is many times their text.
    """
    compressor = _compressor(4, 7)
    parts = (part.encode("utf-8", "surrogatepass") for part in _article_parts(article, statements))
    return b"".join([*filter(None, map(compressor.compress, parts)), compressor.flush()])


def _article_parts(article: Article, statements: Iterable[Statement]) -> Iterator[str]:
    yield f"[{json_text(article.evidence)},{json_text(article.blocks)},["
    for number, statement in enumerate(statements):
        told = json_text(statement.evidence)
        yield f",{told}" if number else told
    yield "]]"


def evidence_and_blocks(packed: str | bytes) -> tuple[tuple[Clue, ...], tuple[Block, ...]]:
    """Return the evidence and blocks of an article from its ``article_text``, compressed or not."""
    text = unpacked_text(packed)
    evidence, end = _decoder()(text, 1)
    blocks, _ = _decoder()(text, end + 1)
    return decoded(evidence, tuple[Clue, ...]), decoded(blocks, tuple[Block, ...])


def evidence_rows(packed: str | bytes) -> Sequence[Any]:
    """Return the evidence of each of an article's statements from its ``article_text``, still encoded.

    None of any where nothing is known of all.
    """
    text = unpacked_text(packed)
    if len(text) > LONGEST_DECODED:
        return _EvidenceRows(text)
    _, _, evidence = read_json(text)
    rows: list[Any] = evidence
    return rows


class _EvidenceRows(Sequence[Any]):
    """Many statements' evidence as JSON, of which one is decoded at a time."""

    def __init__(self, text: str) -> None:
        from array import array

        self._text = text
        self._starts = array("q")
        _, end = _decoder()(text, 1)
        _, end = _decoder()(text, end + 1)
        end += 1  # at the bracket that opens the list
        while text[end] != "]" and text[end + 1] != "]":
            self._starts.append(end + 1)
            _, end = _decoder()(text, end + 1)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [_decoder()(self._text, start)[0] for start in self._starts[at]]
        return _decoder()(self._text, self._starts[at])[0]


def packed_text(text: str) -> str | bytes:
    """Return a text, compressed unless it is so short that this gains next to nothing."""
    if len(text) <= _KEPT_AS_IT_IS and is_writable(text):
        return text
    compressor = _compressor(3, 5) if len(text) < _LONG else _compressor(4, 7)
    return b"".join((compressor.compress(text.encode("utf-8", "surrogatepass")), compressor.flush()))


def _compressor(level: int, memory: int) -> Any:
    """Return what compresses one text.

    Zlib's usual memory, 256 kB, may be taken from the system and given back each time, page by page, which takes longer
    than to compress an article; with half of it, and a quarter of that for a short text, the outcome is as short. The
    fourth level takes two thirds of the time of the usual sixth, for a hundredth more of an article, the third a sixth
    less again, for a hundredth more of a short text.
    """
    import zlib

    return zlib.compressobj(level, memLevel=memory)


def plain_text(text: str) -> str | bytes:
    """Return a text, packed only where it is too long for a column."""
    return text if len(text) <= LONGEST_DECODED and is_writable(text) else packed_text(text)


def unpacked_text(packed: str | bytes) -> str:
    """Return the text that ``packed_text`` has compressed, or that was left as it is."""
    if isinstance(packed, str):
        return packed
    import zlib

    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def is_writable(text: str) -> bool:
    """Return whether there are no half characters in a text."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def writable(values: Row) -> Row:
    """Return the values with lone surrogates replaced, so that offsets hold.

    No file can hold these.
    """
    return tuple([_whole(value) if isinstance(value, str) else value for value in values])


def _whole(text: str) -> str:
    if is_writable(text):
        return text
    return "".join(["\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text])


def _spans_text(spans: Any) -> str:
    """Return the spans of content, cue and source as JSON, as ``json_text`` would.

    They are whole numbers alone, which Python writes as JSON does.
    """
    content, cue, source = spans
    return f"[{_pairs_text(content)},{_pairs_text(cue)},{_pairs_text(source)}]"


def _pairs_text(pairs: Sequence[Span]) -> str:
    if len(pairs) == 1:  # as nearly always, and twice as fast
        ((start, end),) = pairs
        return f"[[{start},{end}]]"
    return f"[{','.join([f'[{start},{end}]' for start, end in pairs])}]"


@cache
def _encoder() -> Any:
    from json import JSONEncoder

    # values of the model hold no value twice, in no circle
    return JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=fields_of).encode


def json_text(value: Any) -> str:
    """Return a value as JSON without spaces.

    One of the model is the list of its fields, as ``encoded`` has them.
    """
    encoded: str = _encoder()(value)
    return encoded


@cache
def _decoder() -> Any:
    from json import JSONDecoder

    return JSONDecoder().raw_decode


def read_json(text: str) -> Any:
    """Return the value that ``json_text`` has written."""
    return _decoder()(text)[0]


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def place_of(path: str, number: int) -> str:
    """Return the key that orders documents as folders are walked, then by number."""
    import os

    # the mark between folders and names comes before any letter, as a shorter name does before a longer one
    return path.replace(os.sep, "\x01").replace("/", "\x01") + f"\x01{number:010}"
