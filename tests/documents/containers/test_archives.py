"""What lies in archives and compressed files: each text a document, bombs and damage a word on stderr."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read, streams
from statements_cli.model import Document

TEXT = "The minister said on Monday that talks would go on.\n"


def gather(*paths: Path, stdin: bytes | None = None) -> tuple[list[Document], list[Notice]]:
    """Read paths, or standard input, and return the documents and the notices."""
    notices: list[Notice] = []
    stream = None if stdin is None else io.BytesIO(stdin)
    names = [str(path) for path in paths] or ["-"]
    return list(read(names, report=notices.append, stdin=stream)), notices


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive of these members."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return into.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    """A tar archive of these members, compressed if the mode says so."""
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return into.getvalue()


def zstandard(data: bytes) -> bytes:
    """Data in one Zstandard frame."""
    zstd = pytest.importorskip("backports.zstd")
    packed: bytes = zstd.compress(data)
    return packed


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard])
@pytest.mark.parametrize("name", ["text.bin", "text.txt.gz"])
def test_compressed_text(tmp_path: Path, pack: Callable[[bytes], bytes], name: str) -> None:
    """A compressed text is read whatever it is called, and has the digest of the text as a plain file."""
    (tmp_path / "plain.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_bytes(pack(TEXT.encode()))
    (plain,), _ = gather(tmp_path / "plain.txt")
    (document,), notices = gather(tmp_path / name)
    assert (TEXT, plain.digest, str(tmp_path / name)) == (document.text, document.digest, document.path)
    assert [] == notices


@pytest.mark.parametrize("pack", [zipped, tarred, lambda m: tarred(m, "w:gz"), lambda m: tarred(m, "w:xz")])
@pytest.mark.parametrize("by_pipe", [False, True])
def test_members(tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes], by_pipe: bool) -> None:
    """The members of an archive come in its order under their names, hidden ones and folders passed over."""
    inner = zipped({"deep/c.txt": TEXT.encode()})
    data = pack(
        {"b.txt": b"One.\n", "in/a.txt": b"Two.\n", ".hidden": b"No.\n", "__MACOSX/x": b"No.\n", "n.zip": inner}
    )
    path = tmp_path / "news"
    path.write_bytes(data)
    documents, notices = gather(stdin=data) if by_pipe else gather(path)
    start = "-" if by_pipe else str(path)
    expected = [(f"{start}/b.txt", "One.\n"), (f"{start}/in/a.txt", "Two.\n"), (f"{start}/n.zip/deep/c.txt", TEXT)]
    assert expected == [(d.path, d.text) for d in documents]
    assert [] == notices


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize(
    ("name", "shown"),
    [("../../etc/passwd", "etc/passwd"), ("/etc/passwd", "etc/passwd"), ("a\\..\\b.txt", "a/b.txt"), ("./a", "a")],
)
def test_names_that_lead_out(tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes], name: str, shown: str) -> None:
    """A member's name is only shown, as a path within the archive."""
    (tmp_path / "x").write_bytes(pack({name: TEXT.encode()}))
    (document,), _ = gather(tmp_path / "x")
    assert f"{tmp_path}/x/{shown}" == document.path
    assert ["x"] == [path.name for path in tmp_path.iterdir()]


def test_member_without_a_name(tmp_path: Path) -> None:
    """A member of a zip archive that has no name is read like others."""
    data = zipped({"ab.txt": TEXT.encode(), "b.txt": b"Fine.\n"})
    at = data.index(b"PK\x01\x02")  # its entry in the directory, cut to a name of no length
    entry = bytearray(data[at : at + 46])
    entry[28:30] = b"\0\0"
    end = data.rindex(b"PK\x05\x06")
    closing = bytearray(data[end:])
    closing[12:16] = struct.pack("<I", end - at - 6)
    (tmp_path / "x.zip").write_bytes(data[:at] + bytes(entry) + data[at + 52 : end] + bytes(closing))
    documents, notices = gather(tmp_path / "x.zip")
    assert ["Fine.\n"] == [d.text for d in documents][-1:]
    assert [] == [n for n in notices if n.trace]


@cache
def bomb() -> bytes:
    """A gzip stream of 80 MB of zeros."""
    return gzip.compress(b"\0" * 80_000_000, 9)


@pytest.mark.parametrize("pack", [lambda b: b, lambda b: zipped({"a/bomb.gz": b}), gzip.compress])
@pytest.mark.parametrize("by_pipe", [False, True])
def test_bomb(tmp_path: Path, pack: Callable[[bytes], bytes], by_pipe: bool) -> None:
    """What unpacks to far more than text does is one failure, and the rest is read."""
    data = pack(bomb())
    (tmp_path / "a.gz").write_bytes(data)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    documents, notices = gather(stdin=data) if by_pipe else gather(tmp_path)
    assert ([] if by_pipe else [TEXT]) == [d.text for d in documents]
    assert [True] == [n.failed for n in notices]
    assert "200 times its size" in notices[0].message


def test_members_that_share_their_bytes(tmp_path: Path) -> None:
    """Members of a zip that all claim the same bytes cannot unpack to more than the file may hold."""
    one = zipped({"a": b"x" * 100_000_000})
    at, end = one.rindex(b"PK\x01\x02"), one.rindex(b"PK\x05\x06")
    entry = one[at:end]
    directory = entry * 100
    closing = one[end : end + 8] + struct.pack("<HHII", 100, 100, len(directory), at) + b"\0\0"
    (tmp_path / "a.zip").write_bytes(one[:at] + directory + closing)
    _, notices = gather(tmp_path / "a.zip")
    assert [True] == [n.failed for n in notices]


def test_layers_without_end(tmp_path: Path) -> None:
    """What is packed too many times is not read."""
    data = TEXT.encode()
    for _ in range(streams.MOST_LAYERS + 1):
        data = gzip.compress(data)
    (tmp_path / "a").write_bytes(data)
    documents, notices = gather(tmp_path / "a")
    assert ([], [True]) == (documents, [n.failed for n in notices])


def test_damaged_member(tmp_path: Path) -> None:
    """A damaged member is a failure of its own, and the next ones are read."""
    data = zipped({"a.gz": gzip.compress(TEXT.encode() * 99)[:-20], "b.txt": b"Fine.\n"})
    (tmp_path / "x.zip").write_bytes(data)
    documents, notices = gather(tmp_path / "x.zip")
    assert ["Fine.\n"] == [d.text for d in documents]
    assert [(f"{tmp_path}/x.zip/a.gz", True)] == [(n.path, n.failed) for n in notices]


def test_damaged_tar(tmp_path: Path) -> None:
    """A header that is no header is said, and isn't taken for the end of the archive."""
    data = bytearray(tarred({"a.txt": b"Fine.\n", "b.txt": b"Fine too.\n"}))
    data[1024:1100] = b"\xff" * 76
    (tmp_path / "x.tar").write_bytes(data)
    documents, notices = gather(tmp_path / "x.tar")
    assert ["Fine.\n"] == [d.text for d in documents]
    assert [True] == [n.failed for n in notices]


def test_tar_header_of_megabytes(tmp_path: Path) -> None:
    """A header that describes a member at great length is refused before it is read."""
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = tarfile.XHDTYPE, 1 << 30
    (tmp_path / "x.tar").write_bytes(info.tobuf() + b"1 x=\n" * 1000)
    _, notices = gather(tmp_path / "x.tar")
    assert ["is no whole tar archive (a header is too long)"] == [n.message for n in notices]


def test_encrypted_member(tmp_path: Path) -> None:
    """A member under a password is a failure of its own."""
    data = bytearray(zipped({"a.txt": b"x" * 50}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    _, notices = gather(tmp_path / "x.zip")
    assert [("is encrypted", True)] == [(n.message, n.failed) for n in notices]


def test_spreadsheet(tmp_path: Path) -> None:
    """A spreadsheet isn't read as an archive of its parts."""
    (tmp_path / "x.xlsx").write_bytes(zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}))
    documents, notices = gather(tmp_path / "x.xlsx")
    assert ([], [True]) == (documents, [n.failed for n in notices])
    assert "workbook" in notices[0].message


MARKS = [b"\x1f\x8b\x08", b"BZh91AY&SY", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"PK\x05\x06", b""]


@given(st.sampled_from(MARKS), st.binary(max_size=300), st.booleans())
def test_any_bytes(mark: bytes, rest: bytes, as_tar: bool) -> None:
    """No bytes raise anything, whatever they claim to be."""
    data = rest.ljust(257, b"7") + b"ustar" + mark if as_tar else mark + rest
    documents, notices = gather(stdin=data)
    assert len(documents) + len(notices) <= 2


@given(st.sampled_from(["zip", "tar", "tgz", "gz", "xz"]), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_damage_anywhere(kind: str, at: int, damage: bytes) -> None:
    """Damage anywhere in a packed file raises nothing."""
    members = {"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}
    data = {
        "zip": lambda: zipped(members),
        "tar": lambda: tarred(members),
        "tgz": lambda: tarred(members, "w:gz"),
        "gz": lambda: gzip.compress(TEXT.encode() * 9),
        "xz": lambda: lzma.compress(TEXT.encode() * 9),
    }[kind]()
    documents, _ = gather(stdin=data[:at] + damage + data[at + len(damage) :])
    assert len(documents) <= 3


def test_book(tmp_path: Path) -> None:
    """Of an EPUB the chapters are read, and nothing that it says of itself."""
    pytest.importorskip("trafilatura")
    page = "<html><body><h1>Ships stay</h1>" + "<p>“The ice is too thick,” said the harbour master, Per Dahl.</p>" * 3
    path = tmp_path / "book.epub"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", "<?xml version='1.0'?><container/>")
        book.writestr("OEBPS/book.opf", "<package><metadata/></package>")
        book.writestr("OEBPS/1.xhtml", page + "</body></html>")
    notices: list[Notice] = []

    documents = list(read([str(path)], report=notices.append))

    assert [f"{path}/OEBPS/1.xhtml"] == [document.path for document in documents]
    assert [] == notices
