"""Whatever a document does to the program, the other documents are read, and it is said which was not."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from multiprocessing import get_start_method
from pathlib import Path
from typing import Any

import pytest

from statements_cli import pipeline
from statements_cli.documents import plain, read
from statements_cli.documents.notices import Notice
from statements_cli.model import Document
from statements_cli.pipeline import Parsed

Run = Callable[..., Any]
GOOD = "# Talks | Reuters | 2025-05-20\n2025-05-20 | Mao Ning | CN | speech | We want peace number {}\n"
RAISED = [
    StopIteration(),
    RecursionError("too deep"),
    MemoryError(),
    KeyError("x"),
    AssertionError(),
    UnicodeError("u"),
]


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_parse: Callable[..., Parsed]) -> Run:
    """A folder of three documents, of which parsing the second raises what the test says."""
    folder = tmp_path / "three"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.txt").write_text(GOOD.format(number), "utf-8")

    def made(error: Exception) -> Path:
        def parse(document: Document, names: object = None, model: str = "fast") -> Parsed:  # noqa: ARG001
            if document.path.endswith("2.txt"):
                raise error
            return fake_parse(document, names)

        monkeypatch.setattr(pipeline, "parse", parse)
        return folder

    return made


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("command", ["extract", "list", "extract -j 2"])
def test_the_rest_is_read(run: Run, three: Run, command: str, error: Exception) -> None:
    """The good documents give their statements, the bad one is named with its error, and the status is 2."""
    if "-j" in command and get_start_method() != "fork":
        pytest.skip("the workers don't inherit the parser that raises")
    ran = run(*command.split(), str(three(error)), "--format", "jsonl")

    assert ["We want peace number 1", "We want peace number 3"] == sorted(
        json.loads(line)["text"] for line in ran.out.splitlines()
    )
    assert 2 == ran.status
    assert "2.txt: could not be parsed" in ran.err
    assert "memory" in ran.err if isinstance(error, MemoryError) else type(error).__name__ in ran.err
    assert "Traceback" not in ran.err


def test_debug_shows_the_traceback(run: Run, three: Run) -> None:
    """With --debug the notice is followed by where the error was raised, and the rest is still read."""
    ran = run("extract", str(three(KeyError("x"))), "--debug")

    assert "Traceback (most recent call last)" in ran.err
    assert "raise error" in ran.err
    assert 2 == len(ran.lines)


def test_an_index_tries_again(run: Run, three: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be parsed leaves no trace in the index, and is read the next time, unchanged as it is."""
    whole = pipeline.parse
    folder = str(three(StopIteration()))
    first = run("index", folder, "-o", "x.db")
    held = run("list", "-c", "x.db", "--json").json
    again = run("index", folder, "-o", "x.db")
    monkeypatch.setattr(pipeline, "parse", whole)
    mended = run("index", folder, "-o", "x.db")

    assert [2, 2, 0] == [first.status, again.status, mended.status]
    assert "1 file read, 2 unchanged" in mended.err
    assert 2 == len(held)
    assert 3 == len(run("list", "-c", "x.db", "--json").json)


def test_an_index_tries_a_file_of_many_documents_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_parse: Callable[..., Parsed]
) -> None:
    """Of a file of records the others are held, and the whole file is read again once it can be."""
    (tmp_path / "many.jsonl").write_text(
        "".join(json.dumps({"text": GOOD.format(number)}) + "\n" for number in range(5)), "utf-8"
    )

    def parse(document: Document, names: object = None, model: str = "fast") -> Parsed:  # noqa: ARG001
        if document.path.endswith("#3"):
            raise StopIteration
        return fake_parse(document, names)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "parse", parse)
        assert 2 == run("index", str(tmp_path / "many.jsonl"), "-o", "x.db").status
    assert 4 == len(run("list", "-c", "x.db", "--json").json)
    assert 0 == run("index", str(tmp_path / "many.jsonl"), "-o", "x.db").status
    assert 5 == len(run("list", "-c", "x.db", "--json").json)


# readers


def _zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "a.gz", "a.zip", "a.md", "a.jsonl"])
def test_a_reader_that_raises_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whatever the reader of a file, of what is packed in it, or of a record raises, the next ones are read."""
    bad = b"BAD text of a document.\n"
    data = {
        "a.txt": bad,
        "a.gz": gzip.compress(bad),
        "a.zip": _zipped(one=b"Good text.\n", two=bad, zwei=b"Other good text.\n"),
        "a.md": b"# BAD\n\n* [a](b)\n",
        "a.jsonl": b'{"text": "Good"}\n{"text": "BAD"}\n{"text": "Also good"}\n',
    }[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_bytes(b"The last text.\n")
    digest = plain.digest

    def raising(data: bytes) -> str:
        if b"BAD" in data:
            raise LookupError("no such thing")
        return digest(data)

    for module in ("plain", "records.column_mapping", "markdown"):
        monkeypatch.setattr(f"statements_cli.documents.{module}.digest", raising, raising=False)
    notices: list[Notice] = []

    texts = [document.text.strip() for document in read([str(tmp_path)], report=notices.append)]

    good = {"a.zip": ["Good text.", "Other good text."], "a.jsonl": ["Good", "Also good"]}.get(name, [])
    assert [*good, "The last text."] == texts
    [notice] = [notice for notice in notices if notice.failed]
    assert "could not be read, a fault of the program (LookupError: no such thing)" == notice.message
    assert "raising" in notice.trace
    assert notice.path.removeprefix(str(tmp_path))[1:] in (name, "a.zip/two", "a.jsonl#2")
