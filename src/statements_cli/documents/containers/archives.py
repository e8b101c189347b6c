"""Read the members of zip and tar archives, one at a time."""

from __future__ import annotations

import struct
import tarfile
import zlib
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from statements_cli.documents.formats import documents_of
from statements_cli.documents.notices import Notice
from statements_cli.documents.office.word import PART, read_docx
from statements_cli.documents.records.spreadsheet import PART as WORKBOOK
from statements_cli.documents.records.spreadsheet import read_workbook
from statements_cli.documents.streams import Reading, UnreadableError, brief, read_head, rejoined, unpacked
from statements_cli.documents.walking import printable
from statements_cli.model import Document

LONGEST_TAR_HEADER = 1 << 20
"""Bytes of a header that names a member or describes it; tarfile reads it whole."""
_ZIP_FAULTS = (BadZipFile, NotImplementedError, RuntimeError, ValueError, zlib.error, struct.error)
_CHAPTERS = (".xhtml", ".html", ".htm")
_OFFICE = {
    "ppt/presentation.xml": "a presentation",
    "content.xml": "an OpenDocument file; save it as text or DOCX",
}


def read_zip(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of the members of a zip archive; hidden members are passed over."""
    if stream.seekable():
        yield from _read_seekable_zip(path, stream, reading)
        return
    with TemporaryFile(prefix="statements-") as file:  # a zip's list of members stands at its end
        while chunk := stream.read(1 << 20):
            file.write(chunk)
        yield from _read_seekable_zip(path, file, reading)


def _read_seekable_zip(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    try:
        archive = ZipFile(stream)
    except (OSError, *_ZIP_FAULTS) as error:
        raise UnreadableError(f"is no whole zip archive ({brief(error)})") from error
    with archive:
        names = archive.NameToInfo
        if PART in names:
            yield from read_docx(path, stream, archive, reading)
            return
        if WORKBOOK in names:
            yield from read_workbook(path, stream, archive, reading)
            return
        for member, what in _OFFICE.items():
            if member in names and ("mimetype" in names or "[Content_Types].xml" in names):
                reading.report(Notice(path, f"is {what}, passed over"))
                return
        is_book = "META-INF/container.xml" in names and "mimetype" in names
        for info in archive.infolist():
            if is_book and not info.filename.lower().endswith(_CHAPTERS):
                continue  # what an EPUB says of itself
            if not info.filename.endswith("/") and not _is_hidden(info.filename):  # is_dir fails where there is no name
                yield from _read_zip_member(path, archive, info, reading)


def _read_zip_member(path: str, archive: ZipFile, info: ZipInfo, reading: Reading) -> Iterator[Document]:
    place = f"{path}/{harmless_name(info.filename)}"
    if info.flag_bits & 1:
        reading.report(Notice(place, "is encrypted", failed=True))
        return
    try:
        member = archive.open(info)
    except (OSError, *_ZIP_FAULTS) as error:
        reading.report(Notice(place, f"is damaged or cut off ({brief(error)})", failed=True))
        return
    with member:
        yield from _read_member(place, member, reading, *_ZIP_FAULTS)


class _Member(tarfile.TarInfo):
    """A member's header; a damaged one, or one with megabytes of description, is refused."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Member:
        try:
            member = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not bytes(buf).strip(b"\0"):
                raise
            raise tarfile.ReadError(str(error)) from error  # tarfile takes it for the end of the archive
        ordinary = member.type in (*tarfile.REGULAR_TYPES, tarfile.GNUTYPE_SPARSE)
        if not ordinary and member.size > LONGEST_TAR_HEADER:
            raise tarfile.HeaderError("a header is too long")
        return member


def read_tar(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of the members of a tar archive, in its order.

    Links and hidden members are passed over.
    """
    faults = (tarfile.TarError, OSError, EOFError, ValueError, OverflowError)
    try:
        archive = tarfile.open(fileobj=stream, mode="r|", tarinfo=_Member)  # noqa: SIM115
    except faults as error:
        raise UnreadableError(f"is no whole tar archive ({brief(error)})") from error
    with archive:
        while True:
            try:
                info = archive.next()
                # tarfile keeps all it has seen; here it need not go back
                archive.members.clear()  # type: ignore[attr-defined]
                member = archive.extractfile(info) if info and info.isreg() and not _is_hidden(info.name) else None
            except faults as error:
                raise UnreadableError(f"is damaged or cut off ({brief(error)})") from error
            if info is None:
                return
            if member is not None:
                place = f"{path}/{harmless_name(info.name)}"
                yield from _read_member(place, member, reading, tarfile.TarError)


def _read_member(path: str, member: IO[bytes], reading: Reading, *faults: type[Exception]) -> Iterator[Document]:
    """Yield the documents of one member.

    What is wrong with it is reported, and the next ones are still read.
    """
    stream = unpacked(member, reading, *faults)
    try:
        head = read_head(stream)
    except UnreadableError as error:
        reading.report(Notice(path, str(error), failed=True))
        return
    yield from documents_of(path, head, rejoined(head, stream), reading.deeper())


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part not in (".", "..") for part in parts)


def harmless_name(name: str) -> str:
    """Return a member's name as a path within the archive, only to be shown."""
    parts = [part for part in printable(name).replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "unnamed"
