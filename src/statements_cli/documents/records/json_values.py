"""Read the articles in JSON or JSON Lines, value by value.

A list of articles may stand at the top or be wrapped as news interfaces do (``{"articles": [...]}``,
``{"response": {"results": [...]}}``); values may also follow each other, one a line or not. What fits into
memory easily is decoded whole; of a larger value the lists in it are gone through element by element.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import IO, Any

from statements_cli.documents.line_reader import decoded
from statements_cli.documents.notices import Notice
from statements_cli.documents.records.column_mapping import has_text, is_own, is_wrapper
from statements_cli.documents.records.tally import Tally
from statements_cli.documents.streams import Reading
from statements_cli.model import Document

SMALL = 1 << 17
"""Characters of a value that is decoded whole."""
PART = 1 << 22
"""Characters of what an object holds under a key that isn't known for lists of articles, decoded whole too."""
LARGEST = 1 << 27
"""Characters of a value that can't be taken apart."""
_DEEPEST = 6
_DAMAGED: dict[str, Any] = {}
_OPENINGS = "[{"


def is_json(head: bytes) -> bool:
    """Return whether bytes that open with a bracket go on as JSON does."""
    start = head.lstrip()
    inner = start[1:].lstrip()
    if start[:1] == b"{":
        return not inner or inner[:1] in b'"}'
    return not inner or inner[:1] in b'{["]' or start[:64].replace(b" ", b"").startswith(b"[null")


def read_json(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of JSON, of JSON Lines, and of values that follow each other."""
    source = _Source(decoded(stream))
    tally = Tally(path, "JSON", reading)
    for record in _records(source, reading.columns):
        if record is _DAMAGED:
            tally.damaged()
            continue
        alone = source.alone and not source.peek()
        document = tally.document(record, alone)
        if document is not None:
            yield document
    if not tally.records:
        what = "is JSON without articles, passed over; --map text=KEY names the key of their text"
        reading.report(Notice(path, what))
    tally.close()


class _Source:
    """A text read on as it is used up.

    For example: ``text[at:]`` is what was read and not used yet.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._ended = False
        self.text = ""
        self.at = 0
        self.alone = False
        """Whether the record just yielded is itself the first value of the file."""

    def fill(self) -> bool:
        """Read as much again as is waiting; False at the end of the text."""
        if self._ended:
            return False
        more = self._stream.read(max(1 << 16, len(self.text) - self.at))
        self.text = self.text[self.at :] + more
        self.at = 0
        self._ended = not more
        return bool(more)

    def peek(self) -> str:
        """Return the next character that isn't white space, which is then the next one.

        Empty at the end.
        """
        while True:
            end = len(self.text)
            while self.at < end and self.text[self.at] in " \t\r\n\ufeff\x1e":
                self.at += 1
            if self.at < end:
                return self.text[self.at]
            if not self.fill():
                return ""

    def take(self, wanted: str) -> None:
        """Use up one character. Raises ``ValueError`` where another stands there."""
        if self.peek() != wanted:
            raise ValueError(f"no {wanted}")
        self.at += 1

    def skip_line(self) -> None:
        """Use up the rest of the line."""
        while (end := self.text.find("\n", self.at)) < 0:
            self.at = len(self.text)
            if not self.fill():
                return
        self.at = end + 1

    def value(self, most: int = LARGEST) -> Any:
        """Decode the next value. Raises ``ValueError`` for what is none, ``_LargeError`` beyond ``most`` characters."""
        self.peek()
        while True:
            try:
                value, end = _decoder().raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                cut_off = error.pos > len(self.text) - 16 or error.msg.startswith("Unterminated string")
                if not cut_off:
                    raise
                if len(self.text) - self.at > most:
                    raise _LargeError from error
                if not self.fill():
                    raise
            except RecursionError as error:
                raise ValueError("is nested too deeply") from error
            else:
                if end == len(self.text) and self.text[end - 1] not in '}]"' and self.fill():
                    continue  # a number may go on
                self.at = end
                return value


class _LargeError(Exception):
    """A value is too long to decode at once."""


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder()


def _records(source: _Source, columns: Mapping[str, str] | None) -> Iterator[Mapping[str, Any]]:
    """Yield the records of all values, one after the other.

    After a damaged one it goes on with the next line.
    """
    first = True
    while opening := source.peek():
        if opening not in _OPENINGS:
            yield _DAMAGED
            source.skip_line()
            continue
        try:
            value = source.value(SMALL)
        except _LargeError:
            source.alone = first and opening == "{"
            yield from _large(source, columns, 0)
        except ValueError:
            yield _DAMAGED
            source.skip_line()
        else:
            for record in records_in(value, columns):
                source.alone = first and record is value
                yield record
        first = False


def _large(source: _Source, columns: Mapping[str, str] | None, depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the records of a list or object too long to decode at once."""
    try:
        if source.peek() == "[":
            yield from _large_list(source, columns, depth)
        else:
            yield from _large_object(source, columns, depth)
    except (ValueError, _LargeError):
        yield _DAMAGED
        source.skip_line()


def _large_list(source: _Source, columns: Mapping[str, str] | None, depth: int) -> Iterator[Mapping[str, Any]]:
    source.take("[")
    while (following := source.peek()) != "]":
        if following == ",":
            source.take(",")
            continue
        try:
            value = source.value(SMALL)
        except _LargeError:
            if following not in _OPENINGS or depth > _DEEPEST:
                raise
            yield from (
                _large_object(source, columns, depth + 1)
                if following == "{"
                else _large_list(source, columns, depth + 1)
            )
        else:
            yield from records_in(value, columns)
    source.take("]")


def _large_object(source: _Source, columns: Mapping[str, str] | None, depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the records in an object's lists, or else the object as a record."""
    source.take("{")
    kept: dict[str, Any] = {}
    found = False
    while (following := source.peek()) != "}":
        if following == ",":
            source.take(",")
            continue
        key = source.value()
        source.take(":")
        opening = source.peek()
        if not isinstance(key, str):
            raise ValueError("no key")
        try:
            apart = opening in _OPENINGS and depth <= _DEEPEST
            kept[key] = source.value((SMALL if is_wrapper(key) else PART) if apart else LARGEST)
        except _LargeError:
            if opening not in _OPENINGS or depth > _DEEPEST:
                raise
            inside = _large_list if opening == "[" else _large_object
            for record in inside(source, columns, depth + 1):
                found, source.alone = True, False
                yield record
    source.take("}")
    if not found:
        yield from records_in(kept, columns)


def records_in(value: Any, columns: Mapping[str, str] | None, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the records in a decoded value.

    Those of its lists, of what it wraps, or itself.
    """
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)):
                yield from records_in(item, columns, depth + 1)
        return
    if not isinstance(value, dict) or not value:
        return
    if is_own(value) or has_text(value, columns):
        yield value
        return
    inner = sorted((k for k, v in value.items() if _holds_objects(v)), key=lambda name: not is_wrapper(name))
    if inner and (is_wrapper(inner[0]) or inner[0] == "@graph" or len(value) == 1):
        yield from records_in(value[inner[0]], columns, depth + 1)
    else:
        yield value


def _holds_objects(value: Any) -> bool:
    return (isinstance(value, dict) and bool(value)) or (
        isinstance(value, list) and bool(value) and isinstance(value[0], (dict, list))
    )
