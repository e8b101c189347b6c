"""The documents that fuzzing starts from: the samples in every format, and what the tests of the readers read."""

from __future__ import annotations

import bz2
import csv
import gzip
import importlib.util
import io
import json
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

TOP = Path(__file__).resolve().parent.parent
SAMPLES = TOP / "seeds"
_MOST = 2500
"""Bytes of a sample that are used: short inputs are changed and read faster."""


@cache
def seeds() -> dict[str, list[bytes]]:
    """Return what each target starts from, by its name; a format whose extra is missing has nothing."""
    found = {name: _made(make) for name, make in _MAKERS.items()}
    found["any"] = [data[0] for data in found.values() if data]
    return found


def _made(make: Callable[[], list[bytes]]) -> list[bytes]:
    from pytest import skip

    try:
        return make()
    except (ImportError, skip.Exception):  # the tests' modules skip themselves
        return []


@cache
def samples() -> tuple[str, ...]:
    """Return the beginnings of the sample articles."""
    return tuple(path.read_text("utf-8")[:_MOST] for path in sorted(SAMPLES.glob("*.txt")))


@cache
def _tests(path: str) -> ModuleType:
    """Return a module of the tests, for the documents it makes."""
    name = f"fuzz_{Path(path).stem}"
    spec = importlib.util.spec_from_file_location(name, TOP / "tests" / "documents" / path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _packed(pack: Callable[[bytes], bytes]) -> Callable[[], list[bytes]]:
    return lambda: [pack(text.encode()) for text in samples()[:2]] + [pack(b""), pack(_page())]


def _members() -> dict[str, bytes]:
    return {"news/one.txt": samples()[0].encode(), "news/two.html": _page(), "three.csv": _table(), "a.md": _markdown()}


def _page() -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in samples()[1].splitlines() if line)
    head = (
        '<title>Talks go on</title><meta property="article:published_time" content="2025-05-20T10:00:00Z">'
        '<meta name="author" content="Ann Field"><link rel="canonical" href="https://example.org/a">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks go on", '
        '"datePublished": "2025-05-20", "author": {"name": "Ann Field"}}</script>'
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>Talks go on</h1>{paragraphs}</article><!-- end --></body></html>"
    ).encode()


def _rows() -> list[dict[str, str]]:
    return [
        {"title": f"Article {number}", "date": f"2025-05-2{number}", "source": "AFP", "text": text[:600]}
        for number, text in enumerate(samples())
    ]


def _table() -> bytes:
    into = io.StringIO()
    writer = csv.DictWriter(into, ["title", "date", "source", "text"])
    writer.writeheader()
    writer.writerows(_rows())
    return into.getvalue().encode()


def _json() -> list[bytes]:
    lines = "".join(json.dumps(row) + "\n" for row in _rows())
    return [lines.encode(), json.dumps({"status": "ok", "articles": _rows()}).encode(), json.dumps(_rows()[0]).encode()]


def _markdown() -> bytes:
    return f"# Talks go on\n\n*By Ann Field*\n\n> {samples()[2]}\n\n[more](https://example.org) and **bold**\n".encode()


def _rtf() -> bytes:
    def escaped(letter: str) -> str:
        return letter if letter.isascii() else f"\\u{ord(letter)}?"

    body = "".join(map(escaped, samples()[3])).replace("\n", "\\par\n")
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl\\f0 Times;}}\\f0 {body}\\'93No\\'94\\par}}".encode()


def _zips() -> list[bytes]:
    from pytest import skip

    archives = _tests("containers/test_archives.py")
    found = [archives.zipped(_members()), archives.zipped({"a.zip": archives.zipped({"b.txt": b"It is, he said."})})]
    try:
        return [*found, _tests("test_office.py").docx()]
    except (ImportError, skip.Exception):
        return found


def _pdf() -> list[bytes]:
    return [_tests("test_office.py").pdf([[line[:90] for line in samples()[4].splitlines() if line.isascii()][:30]])]


def _exports() -> list[bytes]:
    exports = _tests("records/test_exports.py")
    return [exports.COUNTED.encode(), exports.ENDED.encode()]


def _feeds() -> list[bytes]:
    feeds = _tests("records/test_feeds.py")
    return [feeds.RSS.encode(), feeds.ATOM.encode(), feeds.RDF.encode()]


def _zstandard(data: bytes) -> bytes:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    packed: bytes = zstd.compress(data)
    return packed


def _parquet() -> list[bytes]:
    return [_tests("records/test_parquet.py").written({name: [row[name] for row in _rows()] for name in _rows()[0]})]


def _tar() -> list[bytes]:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in _members().items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return [packed.getvalue()[:-8000]]


def _zip_of_text() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("a.txt", samples()[0])
    return into.getvalue()


def _subtitles() -> tuple[str, str]:
    made = _tests("test_subtitles.py")
    return made.SUBRIP, made.WEBVTT


def _letter() -> bytes:
    return bytes(_tests("containers/test_mail.py").letter(page="<p>“No,” said Ann Lee.</p>"))


def _texts() -> list[bytes]:
    transcript = _tests("../test_transcripts.py") if (TOP / "tests" / "test_transcripts.py").exists() else None
    held = [text for text in vars(transcript).values() if isinstance(text, str)] if transcript else []
    return [text[:_MOST].encode() for text in (*samples(), *held) if len(text) > 80]


_MAKERS: dict[str, Callable[[], list[bytes]]] = {
    "parse": _texts,
    "text": lambda: [samples()[0].encode("utf-16"), samples()[1].encode("cp1252", "replace"), samples()[2].encode()],
    "gzip": _packed(gzip.compress),
    "bzip2": _packed(bz2.compress),
    "xz": _packed(lzma.compress),
    "zstandard": _packed(_zstandard),
    "zip": lambda: [*_zips(), _zip_of_text()],
    "rtf": lambda: [_rtf()],
    "feed": _feeds,
    "parquet": _parquet,
    "json": _json,
    "web-page": lambda: [_page()],
    "xml": lambda: [b"<?xml version='1.0'?><a><b>It is, he said.</b></a>", *_feeds()[:1]],
    "pdf": _pdf,
    "warc": lambda: [_tests("containers/test_warc.py").CRAWL],
    "subtitles": lambda: [text.encode() for text in _subtitles()],
    "mail": lambda: [_letter()],
    "mailbox": lambda: [b"From a@b Fri May 10 23:30:00 2024\n" + _letter() + b"\n"],
    "mhtml": lambda: [_tests("pages/test_mhtml.py").saved(), _tests("pages/test_mhtml.py").saved("base64")],
    "tar": _tar,
    "table": lambda: [_table(), _table().replace(b",", b"\t")],
    "markdown": lambda: [_markdown()],
    "export": _exports,
}
