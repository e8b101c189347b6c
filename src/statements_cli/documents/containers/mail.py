"""Read letters (RFC 5322, as mail programs keep them) and mailboxes of them (mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import MessageError
from functools import cache
from io import BytesIO
from typing import IO, TYPE_CHECKING

from statements_cli.documents.containers.archives import harmless_name
from statements_cli.documents.decoding import decode
from statements_cli.documents.formats import documents_of
from statements_cli.documents.notices import Notice
from statements_cli.documents.plain import MEGABYTE
from statements_cli.documents.records.column_mapping import make_record
from statements_cli.documents.records.fragments import plain_text
from statements_cli.documents.streams import HEAD, Reading, UnreadableError, read_whole
from statements_cli.model import Document

if TYPE_CHECKING:
    from email.message import Message

MOST_PARTS = 50
"""Parts that hold parts, in one letter: each line is compared with the ends of all that are open."""
FULLER = 2
"""How many times longer than the plain text of a letter its HTML must be to be read instead."""
_LONGEST_HEADER = 1000  # characters that are decoded
_LONGEST_KIND = 1 << 14  # bytes of a header with parameters: to take them apart takes time with their square
_LONGEST_LINE = 1 << 20  # bytes of a mailbox taken at a time
_COLUMNS = {"text": "body", "title": "Subject", "date": "Date", "author": "From"}
_SENT = frozenset((b"message-id", b"received", b"delivered-to", b"return-path"))
_UNREAD = ("image/", "audio/", "video/", "font/", "text/calendar", "application/pgp", "application/pkcs7")
_FAULTS = (ValueError, LookupError, RecursionError, TypeError, AttributeError, MessageError)
"""What the standard library raises for headers that are none."""


def is_mail(head: bytes) -> bool:
    """Return whether a document with these first bytes is a letter.

    It is one by the headers that sending leaves: a press release that only prints "From:", "To:" and "Subject:" is
    text, and a saved page was sent to nobody.
    """
    names = _header_names(head)
    return b"from" in names and (not names.isdisjoint(_SENT) or names.issuperset((b"to", b"mime-version")))


def _header_names(head: bytes) -> set[bytes]:
    """Return the names of headers in lower case, none where another line stands among them."""
    names: set[bytes] = set()
    for line in head.split(b"\n"):
        name, colon, _ = line.partition(b":")
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t"):  # goes on with the one before
            continue
        if not colon or not name.replace(b"-", b"").isalnum():
            return set()
        names.add(name.lower())
    return names


def is_mailbox(head: bytes) -> bool:
    """Return whether a document opens with a line from whom and when, then a letter."""
    line, _, rest = head.partition(b"\n")
    return _parting().match(line) is not None and is_mail(rest)


@cache
def _parting() -> re.Pattern[bytes]:
    return re.compile(rb"From .{1,200}?\d\d:\d\d")


def read_mail(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the document of a letter's text, then those of what is attached."""
    yield from _read_letter(path, read_whole(b"", stream, reading), reading)


def read_mailbox(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of a mailbox, letter by letter."""
    for number, data in enumerate(_letters(stream, reading), 1):
        place = f"{path}#{number}"
        try:
            yield from _read_letter(place, data, reading)
        except UnreadableError as error:
            reading.report(Notice(place, str(error), failed=True))


def _letters(stream: IO[bytes], reading: Reading) -> Iterator[bytes]:
    """Yield the letters of a mailbox, without the lines that part them."""
    lines: list[bytes] = []
    size = 0
    after_blank = True
    while line := stream.readline(_LONGEST_LINE):
        if after_blank and _parting().match(line):
            if lines:
                yield _unescaped(lines)
            lines, size = [], 0
        else:
            lines.append(line)
            size += len(line)
            if size > reading.max_size:
                raise UnreadableError(f"has a letter of more than {reading.max_size / MEGABYTE:g} MB, not read further")
        after_blank = not line.strip()
    if lines:
        yield _unescaped(lines)


def _unescaped(lines: list[bytes]) -> bytes:
    return re.sub(rb"(?m)^>(>*From )", rb"\1", b"".join(lines))


def _read_letter(path: str, data: bytes, reading: Reading) -> Iterator[Document]:
    from email import message_from_bytes

    if len(_holds_parts().findall(data)) > MOST_PARTS:
        raise UnreadableError("has more parts within parts than a letter has, so it is not read")
    if any(len(header[0]) > _LONGEST_KIND for header in _kinds().finditer(data)):
        raise UnreadableError("has a header without end, so it is not read")
    try:
        letter = message_from_bytes(data)
    except _FAULTS as error:
        raise UnreadableError("is no whole letter") from error
    yield from _documents(path, letter, reading)


@cache
def _kinds() -> re.Pattern[bytes]:
    """Match the headers that say of what kind a part is, with all their lines."""
    return re.compile(rb"(?im)^content-(?:type|disposition):(?:[^\n]*\n[ \t])*[^\n]*")


@cache
def _holds_parts() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)content-type:\s*+(?:multipart|message)/")


def _documents(path: str, letter: Message, reading: Reading) -> Iterator[Document]:
    """Yield the documents of a letter and of what is attached, letters too."""
    texts: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    attached: list[tuple[str, Message]] = []
    for number, part in enumerate(_leaves(letter), 1):
        kind, name = part.get_content_type(), _file_name(part)
        if kind in texts and not name and part.get_content_disposition() != "attachment":
            texts[kind].append(_text(part))
        elif not kind.startswith(_UNREAD):
            attached.append((f"{path}/{harmless_name(name or str(number))}", part))
    document = make_record(path, _record(letter, texts), _COLUMNS)
    if document is not None:
        yield document
    elif not attached:
        reading.report(Notice(path, "is a letter without text, passed over"))
    for place, part in attached:
        if part.get_content_type() == "message/rfc822":
            for inner in _inner(part):
                yield from _documents(place, inner, reading)
        else:
            content = _content(part)
            yield from documents_of(place, content[:HEAD], BytesIO(content), reading.deeper())


def _leaves(part: Message) -> Iterator[Message]:
    """Yield the parts that hold no others; an attached letter is one."""
    if not part.is_multipart() or part.get_content_type() == "message/rfc822":
        yield part
        return
    for inner in _inner(part):
        yield from _leaves(inner)


def _inner(part: Message) -> list[Message]:
    """Return the parts within a part; of an attached letter the letter."""
    inner = part.get_payload()
    return [one for one in inner if not isinstance(one, str)] if isinstance(inner, list) else []


def _record(letter: Message, texts: dict[str, list[str]]) -> dict[str, str]:
    """Return the letter as a record, under the names of its headers."""
    from email.utils import parseaddr

    plain = "\n\n".join(filter(None, texts["text/plain"]))
    shown = plain_text("\n\n".join(texts["text/html"]))
    subject = re.sub(r"(?i)^(?:(?:re|fwd?|aw|wg|tr|rv)(?:\[\d+\])?: *)+", "", _decoded(_header(letter, "Subject")))
    return {
        "body": shown if len(shown) > FULLER * len(plain) else plain,
        "Subject": subject,
        "Date": _header(letter, "Date"),
        "From": _decoded(parseaddr(_header(letter, "From"))[0]),
    }


def _header(letter: Message, name: str) -> str:
    """Return a header as it stands there, white space folded, the first of that name."""
    wanted = name.lower()
    raw = next((str(value) for known, value in letter.raw_items() if known.lower() == wanted), "")
    known = decode(raw.encode("utf-8", "surrogateescape"))
    return " ".join((known.text if known else "").split())[:_LONGEST_HEADER]


def _decoded(words: str) -> str:
    """Return a header's words, those in other encodings decoded (RFC 2047)."""
    from email.header import decode_header, make_header

    if "=?" not in words:
        return words
    try:
        return " ".join(str(make_header(decode_header(words))).split())
    except _FAULTS:
        return words


def _file_name(part: Message) -> str:
    try:
        return _decoded(part.get_filename() or "")
    except _FAULTS:
        return ""


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Message) -> str:
    """Return the text of a part, line ends as Unix has them."""
    content, charset = _content(part), part.get_content_charset()
    try:
        text = content.decode(charset or "utf-8")
    except (ValueError, LookupError):
        known = decode(content)
        text = known.text if known else content.decode("windows-1252", "replace")
    return text.replace("\r\n", "\n").strip("\n")
