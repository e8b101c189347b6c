"""Read what a compressed stream unpacks to, as it is unpacked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, Any

from statements_cli.documents.extras import required
from statements_cli.documents.formats import documents_of
from statements_cli.documents.streams import Reading, read_head, rejoined, unpacked
from statements_cli.model import Document


def read_gzip(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Return the documents of a gzip stream of one or several members."""
    import gzip
    import zlib

    return _inside(path, gzip.GzipFile(fileobj=stream), reading, zlib.error)


def read_bzip2(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Return the documents of a bzip2 stream."""
    import bz2

    return _inside(path, bz2.BZ2File(stream), reading, ValueError)


def read_xz(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Return the documents of an xz stream, whose dictionary may take 256 MiB."""
    import lzma

    return _inside(path, _Chunked(stream, lzma.LZMADecompressor(memlimit=1 << 28)), reading, lzma.LZMAError)


def read_zstandard(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Return the documents of a Zstandard stream; before Python 3.14 it takes the extra ``zst``."""
    zstd = _zstandard()
    return _inside(path, zstd.ZstdFile(stream), reading, zstd.ZstdError)


def _zstandard() -> Any:
    import sys

    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        with required("zst", "Zstandard"):
            from backports import zstd
    return zstd


class _Chunked(io.RawIOBase):
    """A decompressor's output, a bounded piece at a time; several streams may follow each other."""

    def __init__(self, packed: IO[bytes], decompressor: Any) -> None:
        self._packed = packed
        self._decompressor = decompressor

    def read(self, size: int = -1) -> bytes:
        while not self._decompressor.eof:
            chunk = self._packed.read(1 << 16) if self._decompressor.needs_input else b""
            if self._decompressor.needs_input and not chunk:
                raise EOFError("it ends before its end mark")
            data: bytes = self._decompressor.decompress(chunk, size)
            if data:
                return data
        return b""


def _inside(path: str, packed: Any, reading: Reading, *faults: type[Exception]) -> Iterator[Document]:
    stream = unpacked(packed, reading, *faults)
    head = read_head(stream)
    # the name without the ending of the packing is what a name can still tell
    name = path.rpartition(".")[0] if "." in path.rpartition("/")[2] else path
    yield from documents_of(path, head, rejoined(head, stream), reading.deeper(), name)
