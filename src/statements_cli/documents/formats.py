"""Detect the format of a document by its content, and choose its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import IO, Any, NamedTuple, TypeAlias

from statements_cli.documents.decoding import decode
from statements_cli.documents.notices import Notice, fault
from statements_cli.documents.plain import make_document, may_be_header
from statements_cli.documents.streams import (
    MOST_LAYERS,
    BombError,
    MissingExtraError,
    Reading,
    UnreadableError,
    read_whole,
)
from statements_cli.documents.walking import reason
from statements_cli.model import Document

_ROOM = "statements_cli.documents"
PAGE = "web page"
_Tells: TypeAlias = Callable[[bytes, str, Mapping[str, str] | None], bool]


class Format(NamedTuple):
    """A format: its signature, the name, the columns mapped, and its reader.

    ``reader`` is ``module:function`` in this room. A reader of what is ``whole`` takes path, bytes and
    report and gives one document or None; any other takes path, stream and ``Reading`` and yields documents.
    Readers raise ``UnreadableError``.
    """

    name: str
    tells: _Tells
    reader: str
    whole: bool = False


def _begins(*marks: bytes) -> _Tells:
    return lambda head, *_: head.startswith(marks)


def _asks(function: str, *openings: bytes) -> _Tells:
    """Return what a function ``module:name`` says of the first bytes.

    It is loaded only for one of the openings.
    """

    def tells(head: bytes, *_: object) -> bool:
        visible = _narrow(head).lstrip()
        return visible.startswith(openings) and bool(_load(function)(visible))

    return tells


def _narrow(head: bytes) -> bytes:
    """Return the first bytes without a byte-order mark, UTF-16 and UTF-32 as UTF-8."""
    if b"\0" not in head[:4]:
        return head.removeprefix(b"\xef\xbb\xbf")
    known = decode(head[: len(head) // 4 * 4])
    return known.text.encode() if known else head


def _is_old_tar(head: bytes, name: str) -> bool:
    """Return archives from before the format had a mark.

    By name, and by what stands where the permissions do.
    """
    return name.endswith(".tar") and head[100:106].strip(b" \0").isdigit()


def _is_mail(head: bytes, *_: object) -> bool:
    return (b"From:" in head or b"from:" in head) and bool(_load("containers.mail:is_mail")(head))


def _is_mailbox(head: bytes, *_: object) -> bool:
    return head.startswith(b"From ") and bool(_load("containers.mail:is_mailbox")(head))


def _is_mhtml(head: bytes, *_: object) -> bool:
    return b"ultipart/related" in head and bool(_load("pages.mhtml:is_mhtml")(head))


def _may_be_table(head: bytes, name: str, columns: Mapping[str, str] | None) -> bool:
    """Return whether the first line is a table's header.

    Only one that has delimiters or such a name is looked at.
    """
    named = name.lower().endswith((".csv", ".tsv", ".tab"))
    return (named or may_be_header(head)) and bool(_load("records.csv_table:is_table")(head, name, columns))


def _has_export_mark(head: bytes) -> bool:
    """Return whether a text is a news database's export.

    Only one with words that all of these have is looked at.
    """
    return any(mark in head for mark in (b"LENGTH:", b"Length:", b" words")) and bool(
        _load("records.exports:is_export")(head)
    )


def _may_be_markdown(head: bytes, name: str) -> bool:
    named = name.lower().endswith((".md", ".markdown", ".mdown", ".qmd", ".rmd"))
    marked = any(mark in head for mark in (b"](", b"**", b"\n#", b"```")) or head.startswith(b"# ")
    return named or (marked and bool(_load("markdown:is_markdown")(head, name)))


def _load(function: str) -> Callable[..., Any]:
    module, _, name = function.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(f"{_ROOM}.{module}"), name)
    return loaded


FORMATS: tuple[Format, ...] = (
    Format("gzip", _begins(b"\x1f\x8b\x08"), "containers.compressed:read_gzip"),
    Format(
        "bzip2", lambda head, *_: head[:3] == b"BZh" and head[4:10] == b"1AY&SY", "containers.compressed:read_bzip2"
    ),
    Format("xz", _begins(b"\xfd7zXZ\x00"), "containers.compressed:read_xz"),
    Format("Zstandard", _begins(b"\x28\xb5\x2f\xfd"), "containers.compressed:read_zstandard"),
    Format("zip", _begins(b"PK\x03\x04", b"PK\x05\x06"), "containers.archives:read_zip"),
    Format("RTF", _begins(b"{\\rtf"), "office.rtf:read_rtf"),
    Format("feed", _asks("records.feeds:is_feed", b"<"), "records.feeds:read_feed"),
    Format("Parquet", _begins(b"PAR1"), "records.parquet:read_parquet"),
    Format("JSON", _asks("records.json_values:is_json", b"{", b"["), "records.json_values:read_json"),
    Format(PAGE, _asks("pages.page:is_page", b"<"), "pages.page:read_page", whole=True),
    Format("XML", _asks("records.feeds:is_xml", b"<?xml"), "records.feeds:read_xml"),
    Format("PDF", _begins(b"%PDF-"), "office.pdf:read_pdf"),
    Format("WARC", _begins(b"WARC/"), "containers.warc:read_warc"),
    Format(
        "subtitles",
        lambda head, *_: b" --> " in head and bool(_load("office.subtitles:is_subtitles")(head)),
        "office.subtitles:read_subtitles",
    ),
    Format("mail", _is_mail, "containers.mail:read_mail"),
    Format("mailbox", _is_mailbox, "containers.mail:read_mailbox"),
    Format("MHTML", _is_mhtml, "pages.mhtml:read_mhtml", whole=True),
    Format(
        "tar",
        lambda head, name, _: head[257:262] == b"ustar" or _is_old_tar(head, name),
        "containers.archives:read_tar",
    ),
    Format("table", _may_be_table, "records.csv_table:read_table"),
    Format("Markdown", lambda head, name, _: _may_be_markdown(head, name), "markdown:read_markdown", whole=True),
    Format("export", lambda head, *_: _has_export_mark(head), "records.exports:read_export"),
)
"""Asked in this order; what none of them knows is plain text, or binary."""


def tell(head: bytes, name: str, columns: Mapping[str, str] | None = None) -> Format | None:
    """Return the format of a document by its first bytes.

    None for plain text and for what isn't known.

    The name decides only what content leaves open.
    """
    return next((known for known in FORMATS if known.tells(head, name, columns)), None)


def documents_of(
    path: str,
    head: bytes,
    stream: IO[bytes],
    reading: Reading,
    name: str | None = None,
    address: str | None = None,
) -> Iterator[Document]:
    """Yield the documents of a stream whose first bytes, ``head``, were read already.

    ``name`` is what to judge by name where that isn't the path, ``address`` where a page was found. What
    can't be read is reported, and no more of this stream is read then; so is whatever a reader raises.
    Raises ``BombError`` alone.
    """
    try:
        known = tell(head, name or path, reading.columns)
        if reading.layer > MOST_LAYERS:
            raise UnreadableError(f"is packed more than {MOST_LAYERS} times, so it is not read")
        if known is not None and not known.whole:
            yield from _load(known.reader)(path, stream, reading)
            return
        data = read_whole(b"", stream, reading)
        reader: Callable[..., Document | None] = make_document if known is None else _load(known.reader)
        known_address = () if address is None or known is None or known.name != PAGE else (address,)
        document = reader(path, data, reading.report, *known_address)
        if document is not None:
            yield document
    except MissingExtraError as error:
        # said once, however many documents need it
        reading.report(Notice(path, str(error), failed=True, detail=error.extra in reading.missing))
        reading.missing.add(error.extra)
    except UnreadableError as error:
        reading.report(Notice(path, str(error), failed=True))
    except BombError:
        raise
    except OSError as error:
        reading.report(Notice(path, f"cannot be read ({reason(error)})", failed=True))
    except Exception as error:  # whatever a document does to its reader, the next ones are read
        reading.report(fault(path, error, "read"))
