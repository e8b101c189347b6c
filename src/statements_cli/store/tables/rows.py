"""Pack texts for an index's rows, and make statements of rows, without loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias, overload

from statements_cli.model import Block, Clue, Evidence, Statement, StatementSpans
from statements_cli.model.codec import decoded, fields_of
from statements_cli.model.values import NOTHING_KNOWN
from statements_cli.store.tables.table_definitions import ACTS, DATE_BASES, FROM, KINDS

Row: TypeAlias = tuple[Any, ...]


_KEPT_AS_IT_IS = 1000  # characters of a text that takes longer to compress than all else that is done to write it
_LONG = 4_000  # characters of a text for which more memory makes compression faster
LONGEST_DECODED = 500_000
"""Characters of the longest evidence of one article's statements that is held in memory, and decoded, as a whole."""

SELECT = (
    "select s.number, s.id, s.date, s.date_basis, p.name, m.type, m.role, m.country, s.kind, s.act, s.text, s.quotes,"
    " s.cue, s.source, s.via, s.audience, s.channel, a.headline, o.name, a.byline, a.published, a.published_basis,"
    " a.id, d.path, ifnull(a.url, d.url), s.spans, s.confidence, a.language,"
    " s.question, s.asked_by, s.non_answer, ifnull(s.utterance, s.id), s.more, s.article"
) + FROM
"""What ``unpacked_statement`` makes a statement of; a condition and an order may follow."""


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
    packing = compressor(3, 5) if len(text) < _LONG else compressor(4, 7)
    return b"".join((packing.compress(text.encode("utf-8", "surrogatepass")), packing.flush()))


def compressor(level: int, memory: int) -> Any:
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
