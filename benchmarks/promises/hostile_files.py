"""Try files, archives and folders that mean harm: each is bounded in time and memory and costs one line."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import socket
import stat
import struct
import subprocess
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from benchmarks.promises.command import Run, run
from benchmarks.promises.outcome import CLOCK, Outcome

GOOD = "The minister said on Monday that talks would go on.\n"
SECRET = "root:x:0:0"
MOST_SECONDS, MOST_MEMORY = 20.0, 400.0
"""CPU seconds and megabytes that a case may take; a good file of a few kilobytes takes 0.2 s and 40 MB."""
MOST_TIMES = 10.0
"""Times the usual CPU time a byte of English that megabytes of text may take which a bomb unpacks to."""
_UNPACKED = {"bomb, gzip of marks": 12.0}  # such megabytes, within what a file so small may unpack to
_PATIENCE = 600.0  # seconds of the clock
_SAID = "“We hope so very much,” Foreign Minister Mao Ning said on Monday. Putin told reporters that he agreed.\n"
_ZEROS = 80_000_000  # bytes that bombs unpack to
_DEEP = 100_000  # elements in elements

_XXE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
_LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
_SWELLING = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha">{_LAUGHS}]>'
_ITEM = "<rss><channel><item><title>&i;</title><description>&i; he said.</description></item></channel></rss>"


def try_hostile_files(count: int, _seed: int) -> Outcome:
    """Read each hostile file named, as a member of a folder, and from standard input; ``count`` bounds the cases."""
    failures: list[str] = []
    tried = 0
    usual = _usual()
    cases = [*_contents().items()]
    for number in CLOCK.turns(min(count, len(cases)), "hostile files"):
        name, data = cases[number]
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "news"
            folder.mkdir()
            (folder / "a-hostile").write_bytes(data)
            (folder / "b-good.txt").write_text(GOOD)
            seconds = max(MOST_SECONDS, MOST_TIMES * usual * _UNPACKED.get(name, 0.0))
            for way, done in (
                ("in a folder", run("extract", folder, patience=_PATIENCE)),
                ("from standard input", run("extract", "-", stdin=data, patience=_PATIENCE)),
            ):
                tried += 1
                good = way == "in a folder"
                failures += [f"{name} {way}: {fault}" for fault in _faults(done, good=good, seconds=seconds)]
            if {"a-hostile", "b-good.txt"} != {path.name for path in folder.iterdir()} or len(
                [*Path(place).iterdir()]
            ) != 1:
                failures.append(f"{name}: something was written")
    for name, build in list(_FOLDERS.items())[: max(0, count - len(cases))]:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "news"
            folder.mkdir()
            (folder / "b-good.txt").write_text(GOOD)
            build(folder)
            tried += 1
            lines = _LINES.get(name, 1)
            failures += [f"{name}: {fault}" for fault in _faults(run("extract", folder), good=True, lines=lines)]
            subprocess.run(["rm", "-rf", str(folder)], check=True)  # which Python's own does not for folders so deep
    for name, arguments in _NAMED.items():
        if count > len(cases):
            tried += 1
            failures += [f"{name}: {fault}" for fault in _faults(run("extract", *arguments), good=False)]
    most = f"at most {MOST_SECONDS:.0f} s and {MOST_MEMORY:.0f} MB each"
    most += f", {MOST_TIMES:.0f} times the usual time a byte where a bomb is text"
    note = f"{len(cases)} files, {len(_FOLDERS)} folders; {most}"
    return Outcome(tried, tuple(failures), "readings", note)


def _usual() -> float:
    """Return the CPU seconds that a megabyte of English takes, start-up taken off."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "usual.txt"
        spent = []
        for size in (1, 200_000):
            path.write_text(_SAID * (size // len(_SAID) + 1))
            spent.append(run("extract", path, patience=_PATIENCE).seconds)
    return (spent[1] - spent[0]) / 0.2


def _faults(done: Run, good: bool, lines: int = 1, seconds: float = MOST_SECONDS) -> list[str]:
    found = []
    if done.status not in (0, 1, 2):
        found.append(f"ended with {done.status}")
    if done.seconds > seconds or done.memory > MOST_MEMORY:
        found.append(f"took {done.seconds:.1f} s and {done.memory:.0f} MB")
    if len(done.lines) > lines + 1:  # and one that says how many documents were read
        found.append(f"said {len(done.lines)} lines: {done.err[:300]}")
    if "Traceback" in done.err or "fault of the program" in done.err:
        found.append(f"failed: {done.err[:600]}")
    if SECRET in done.out or SECRET in done.err:
        found.append("another file's content got out")
    if good and "talks would go on" not in done.out:
        found.append("the good file beside it was not read")
    return found


def _contents() -> dict[str, bytes]:
    """Return hostile files by what they are."""
    zeros, marks = b"\0" * _ZEROS, "“".encode() * 4_000_000
    good = GOOD.encode()
    nested = {"json": b"[" * _DEEP, "json objects": b'{"a":' * _DEEP, "xml": b"<?xml version='1.0'?>" + b"<a>" * _DEEP}
    nested |= {"feed": b"<rss>" + b"<a>" * _DEEP, "page": b"<!DOCTYPE html><html><body>" + b"<div>" * _DEEP + good}
    nested |= {"RTF": b"{\\rtf1 " + b"{" * _DEEP + good, "Markdown": b"# A\n\n" + b"> " * _DEEP + good}
    nested |= {"Markdown links": b"# A\n\n" + b"[" * _DEEP + b"](x)" * 9, "page lists": b"<html>" + b"<ul><li>" * _DEEP}
    nested |= {"PDF": _pdf(b"[" * _DEEP), "PDF arrays": b"%PDF-1.4\n1 0 obj\n" + b"[" * _DEEP}
    bombs = {"gzip": gzip.compress(zeros, 9), "bzip2": bz2.compress(zeros), "xz": lzma.compress(zeros, preset=1)}
    bombs |= {"zip": _zip({"a": zeros}), "gzip of marks": gzip.compress(marks, 9)}
    bombs |= {"gzip in gzip": gzip.compress(gzip.compress(zeros, 9)), "zip in zip": _zip({"a.zip": _zip({"a": zeros})})}
    bombs |= {
        "tar.gz": gzip.compress(_tar([("a.txt", zeros)])),
        "members that share bytes": _shared(_zip({"a": zeros})),
    }
    bombs |= {
        "DOCX": _docx(b"<w:t>" + b"a" * _ZEROS + b"</w:t>"),
        "PDF stream": _pdf(zeros),
        "WARC": _warc(gzip.compress(zeros, 9)),
    }
    bombs |= {"nine layers": _layers(9), "many members": _zip({f"{number}.txt": b"" for number in range(60_000)})}
    entities = {
        "feed reads a file": _XXE + _ITEM,
        "feed swells": _SWELLING + _ITEM,
        "XML reads a file": _XXE + "<a>&i;</a>",
    }
    entities |= {"page reads a file": _XXE + "<html><body><p>&i;</p></body></html>"}
    entities |= {"feed from the net": _XXE.replace("file:///etc/passwd", "http://127.0.0.1:9/") + _ITEM}
    names = ("../../out.txt", "/tmp/out.txt", "..\\..\\out.txt", "a\0b.txt", "\x1b[31mred.txt", "a\nb.txt", "x" * 4000)
    led = {f"zip with the name {name[:20]!r}": _zip({name: good}) for name in names if "\0" not in name}
    led |= {f"tar with the name {name[:20]!r}": _tar([(name, good)]) for name in names}
    linked = {
        kind: _tar_of(kind) for kind in ("symbolic link", "hard link", "FIFO", "device", "block device", "folder")
    }
    hostile = {
        **{f"bomb, {name}": data for name, data in bombs.items()},
        **{f"deep, {name}": data for name, data in nested.items()},
        **{f"entities, {name}": data.encode() for name, data in entities.items()},
        "entities, DOCX": _docx(b"<w:p>&i;</w:p>", _XXE.replace("rss", "document").encode()),
        **led,
        **{f"tar with a {kind}": data for kind, data in linked.items()},
        "comments of a page": b"<html>" + b"<!--" * 178,
        "tags that never end": b"<html><body>" + b"<p " * 30_000,
        "attributes without end": b"<html><body><p " + b"a='b' " * 50_000 + b">" + good,
        "a tar header without end": _long_header(),
        "JSON, one huge number": b'{"text": ' + b"9" * 1_000_000 + b"}",
        "JSON, halves of characters": b'{"text": "\\ud800 said: \\udfff", "title": "\\ud83d"}',
        "CSV, one endless cell": b'text,title\n"' + b"a" * 3_000_000,
        "CSV, endless columns": b",".join(b"text%d" % n for n in range(50_000)) + b"\n",
        "MHTML, parts in parts": _mime(2000),
        "WARC, a length that lies": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\n" + good,
        "Parquet, a footer that lies": b"PAR1" + b"\0" * 50 + struct.pack("<I", 0x7FFFFFFF) + b"PAR1",
        "export, heads without end": b"1 of 2 DOCUMENTS\n\nLENGTH: 9 words\n" * 20_000,
    }
    return hostile


def _zip(members: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return into.getvalue()


def _tar(members: list[tuple[str, bytes]]) -> bytes:
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return into.getvalue()


def _tar_of(kind: str) -> bytes:
    """Return an archive with one member that is no file, and a file."""
    types = {
        "symbolic link": tarfile.SYMTYPE,
        "hard link": tarfile.LNKTYPE,
        "FIFO": tarfile.FIFOTYPE,
        "device": tarfile.CHRTYPE,
        "block device": tarfile.BLKTYPE,
        "folder": tarfile.DIRTYPE,
    }
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.type, info.linkname = types[kind], "/etc/passwd"
        archive.addfile(info)
        good = tarfile.TarInfo("b.txt")
        good.size = len(GOOD)
        archive.addfile(good, io.BytesIO(GOOD.encode()))
    return into.getvalue()


def _long_header() -> bytes:
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = tarfile.XHDTYPE, 1 << 30
    return info.tobuf() + b"1 x=\n" * 1000


def _shared(one: bytes) -> bytes:
    """Return a zip archive whose hundred members all claim the same bytes."""
    at, end = one.rindex(b"PK\x01\x02"), one.rindex(b"PK\x05\x06")
    directory = one[at:end] * 100
    return one[:at] + directory + one[end : end + 8] + struct.pack("<HHII", 100, 100, len(directory), at) + b"\0\0"


def _layers(count: int) -> bytes:
    data = GOOD.encode()
    for _ in range(count):
        data = gzip.compress(data)
    return data


def _docx(body: bytes, head: bytes = b'<?xml version="1.0"?>') -> bytes:
    space = b"http://schemas.openxmlformats.org/"
    types = (
        b'<Types xmlns="' + space + b'package/2006/content-types"><Default Extension="rels" ContentType="application/'
        b'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="'
        b'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        b'<Relationships xmlns="'
        + space
        + b'package/2006/relationships"><Relationship Id="r1" Type="'
        + space
        + b'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    document = head + b'<w:document xmlns:w="' + space + b'wordprocessingml/2006/main"><w:body>' + body
    document += b"</w:body></w:document>"
    return _zip({"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document})


def _pdf(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def _warc(body: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
    return (
        head
        + b"WARC-Target-URI: https://example.org/a\r\nContent-Length: %d\r\n\r\n" % len(answer)
        + answer
        + b"\r\n\r\n"
    )


def _mime(depth: int) -> bytes:
    lines = [b"MIME-Version: 1.0"]
    for level in range(depth):
        lines += [b"Content-Type: multipart/related; boundary=b%d" % level, b"", b"--b%d" % level]
    return b"\r\n".join(lines)


def _link_out(folder: Path) -> None:
    (folder / "a.txt").symlink_to("/etc/passwd")


def _link_loop(folder: Path) -> None:
    (folder / "a").symlink_to(folder)
    (folder / "c").mkdir()
    (folder / "c" / "up").symlink_to("..")
    (folder / "self").symlink_to("self")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")


def _device(folder: Path) -> None:
    try:
        os.mknod(folder / "a.txt", stat.S_IFCHR | 0o644, os.makedev(1, 5))
    except PermissionError:
        (folder / "a.txt").symlink_to("/dev/zero")


def _socket(folder: Path) -> None:
    there = Path.cwd()
    os.chdir(folder)  # the name of a socket may not be long
    try:
        socket.socket(socket.AF_UNIX).bind("a.txt")
    finally:
        os.chdir(there)


def _deep(folder: Path) -> None:
    there = Path.cwd()
    try:
        for _ in range(1500):
            os.chdir(folder)
            folder = Path("d" * 3)
            folder.mkdir()
    finally:
        os.chdir(there)


def _names(folder: Path) -> None:
    for name in (b"a\nb.txt", b"\x1b[31m.txt", b"\xff\xfe.txt", "\u202etxt.exe".encode(), b"-n", b"--json", b"~"):
        (folder / os.fsdecode(name)).write_text("He said that it would go on.\n")


def _broken_settings(folder: Path) -> None:
    (folder / "names.toml").write_bytes(b'[names]\n"a\\u0000b" = ["x"]\n' + b"[" * 3000)


_FOLDERS: dict[str, Callable[[Path], None]] = {
    "a link out of the folder": _link_out,
    "links in circles": _link_loop,
    "a FIFO nobody writes to": _pipe,
    "an endless device": _device,
    "a socket": _socket,
    "folders 1,500 deep": _deep,
    "hostile names of files": _names,
    "broken settings beside": _broken_settings,
}
_LINES = {"links in circles": 3}
"""Links that lead nowhere good are named each."""
_NAMED = {"/dev/zero, named": ["/dev/zero"], "/dev/full, named": ["/dev/full"], "/proc, named": ["/proc/self/mem"]}
