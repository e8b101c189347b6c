"""One front door: formats told by content, a mixture read in one go, missing extras said once."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from statements_cli import read as read_paths
from statements_cli.documents import Notice, read
from statements_cli.documents.formats import tell
from statements_cli.model import Document

PAGE = b"<!DOCTYPE html><html><head><title>A</title></head><body><p>She said so.</p></body></html>"


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"The minister said so.\n", "a.json", None),
        (b"", "a.csv", None),
        (b"\x89PNG\r\n\x1a\n", "a.txt", None),
        (gzip.compress(b"x"), "a.txt", "gzip"),
        (b"BZh91AY&SY\x00", "a", "bzip2"),
        (b"BZh and so on, he said.\n", "a", None),
        (b"PK\x03\x04", "a.txt", "zip"),
        (b"PKK fighters said so.\n", "a.txt", None),
        (b'{"text": "x"}', "a.txt", "JSON"),
        (b'\xef\xbb\xbf [ {"text": "x"}]', "a.txt", "JSON"),
        ('[{"text": "x"}]'.encode("utf-16"), "a.txt", "JSON"),
        (PAGE, "a.txt", "web page"),
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0">', "a.html", "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a", "feed"),
        (b'<?xml version="1.0"?><nitf>', "a", "XML"),
        (b"{\\rtf1\\ansi", "a.doc", "RTF"),
        (b"%PDF-1.7\n", "a.txt", "PDF"),
        (b"%PDF is a format, he said.\n", "a.txt", None),
        (b"WARC/1.1\r\n", "a", "WARC"),
        (b"PAR1\x15\x04", "a", "Parquet"),
        (b"title,text\nA,B\n", "a.txt", "table"),
        (b"id;Volltext\n1;B\n", "a.csv", "table"),
        (b"id;Volltext\n1;B\n", "a.txt", None),
        (b"Xi, Putin, Modi: text and body\n", "a.txt", None),
        (b"# A\n\n**B** said so.\n", "a.txt", "Markdown"),
        (b"# A\n\nB said so.\n", "a.txt", None),
        (b"B said so.\n", "a.md", "Markdown"),
    ],
)
def test_told_by_content(head: bytes, name: str, expected: str | None) -> None:
    """The first bytes tell the format; the name only where they leave it open."""
    known = tell(head, name)
    assert expected == (known and known.name)


def test_mapped_column_tells_a_table() -> None:
    """A first line with the column that the user names is a table's header, whatever the file is called."""
    known = tell(b"id;Volltext\n1;B\n", "a.txt", {"text": "Volltext"})
    assert "table" == (known and known.name)


def gather(folder: Path) -> tuple[list[Document], list[Notice]]:
    """Read a folder and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    documents = list(read([str(folder)], report=notices.append))
    return documents, notices


def test_missing_extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra is one failure that names it, however many documents need it, and the rest is read."""
    packages = {"html": "trafilatura", "pdf": "pypdf", "rtf": "striprtf", "warc": "fastwarc", "parquet": "pyarrow"}
    for package in packages.values():
        for name in [name for name in sys.modules if name.split(".")[0] == package]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, package, None)
    heads = {"html": PAGE, "pdf": b"%PDF-1.4", "rtf": b"{\\rtf1 x}", "warc": b"WARC/1.0\r\n", "parquet": b"PAR1"}
    for extra, head in heads.items():
        for number in (1, 2):
            (tmp_path / f"{extra}{number}").write_bytes(head)
    (tmp_path / "z.txt").write_text("She said so.\n", encoding="utf-8")
    documents, notices = gather(tmp_path)
    assert ["She said so.\n"] == [d.text for d in documents]
    said = [n for n in notices if not n.detail]
    assert sorted(heads) == sorted(Path(n.path).name[:-1] for n in said)
    assert all(n.failed and f"'statements-cli[{Path(n.path).name[:-1]}]'" in n.message for n in said)
    assert 10 == sum(n.failed for n in notices)


def test_mixture(tmp_path: Path) -> None:
    """A folder of everything gives its documents in sorted order, and goes on after a bad one."""
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": "One."}) + "\n{broken\n" + json.dumps({"text": "Two."}), "utf-8"
    )
    (tmp_path / "b.bin").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c.csv").write_text("text,title\nThree.,T\n", "utf-8")
    (tmp_path / "d.gz").write_bytes(gzip.compress(b"Four.\n")[:-9])
    (tmp_path / "e.txt").write_text("Five.\n", "utf-8")
    documents, notices = gather(tmp_path)
    assert ["One.", "Two.", "Three.", "Five.\n"] == [d.text for d in documents]
    assert [("a.jsonl", True), ("b.bin", False), ("d.gz", True)] == [
        (Path(n.path).name, n.failed) for n in notices if not n.detail
    ]


def test_library_raises_for_failures(tmp_path: Path) -> None:
    """Without anybody to tell, a failure is raised once what stands before it is delivered."""
    (tmp_path / "a.txt").write_text("One.\n", "utf-8")
    (tmp_path / "b.gz").write_bytes(gzip.compress(b"Two.\n")[:-9])
    documents = read_paths(tmp_path)
    assert "One.\n" == next(documents).text
    with pytest.raises(OSError, match=r"b\.gz: is damaged"):
        next(documents)


def test_library_maps_columns(tmp_path: Path) -> None:
    """The library takes the columns that the user names."""
    (tmp_path / "a.csv").write_text("id,Volltext\n1,One.\n", "utf-8")
    (document,) = read_paths([tmp_path / "a.csv"], columns={"text": "Volltext"})
    assert "One." == document.text
