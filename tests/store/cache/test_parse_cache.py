"""What was found in a document is kept, and is never an answer for another document, extractor or names."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from statements_cli import pipeline
from statements_cli.model import Document, Metadata
from statements_cli.speakers.user_names import names_from
from statements_cli.store.cache import parse_cache
from statements_cli.store.cache.parse_cache import Cache, clear, usage
from statements_cli.store.index import fingerprint as extractor
from statements_cli.store.index.fingerprint import fingerprint, installation

TEXT = "BEIJING, May 20 — Foreign Ministry spokesperson Mao Ning said: “We want peace.”\n\n“Talks go on,” she said.\n"
DOCUMENT = Document("a.txt", TEXT, "1" * 64)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the documents that were parsed."""
    paths: list[str] = []
    parse = pipeline.parse

    def counted(document: Document, names: object = None) -> pipeline.Parsed:
        paths.append(document.path)
        return parse(document, names)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "parse", counted)
    return paths


def test_found_once(tmp_path: Path, parsed: list[str]) -> None:
    """A document is parsed once; what is kept equals what was found, evidence and all, wherever the file lies."""
    folder = str(tmp_path / "deep" / "cache")
    first = Cache(folder).parse(DOCUMENT)
    again = Cache(folder).parse(DOCUMENT)
    elsewhere = Cache(folder).parse(replace(DOCUMENT, path="b.txt"))

    assert ["a.txt"] == parsed
    assert first == again
    assert first.statements
    assert [one.evidence for one in first.statements] == [one.evidence for one in again.statements]
    assert {"b.txt"} == {*(one.path for one in elsewhere.statements), *(one.path for one in elsewhere.articles)}


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, digest="2" * 64),
        replace(DOCUMENT, text=TEXT + " "),
        replace(DOCUMENT, url="https://example.org"),
        replace(DOCUMENT, metadata=Metadata(headline="Talks")),
        replace(DOCUMENT, form="markdown"),
    ],
    ids=["digest", "text", "url", "metadata", "form"],
)
def test_other_documents_are_parsed(tmp_path: Path, parsed: list[str], other: Document) -> None:
    """Whatever of a document is other makes it another."""
    for document in (DOCUMENT, other):
        expected = pipeline.parse(document)
        parsed.clear()

        assert expected == Cache(str(tmp_path)).parse(document)
        assert parsed


def test_other_names(tmp_path: Path, parsed: list[str]) -> None:
    """What the user says of speakers bears on what is found."""
    names = names_from({"Mao N.": {"aliases": ["Mao Ning"]}})
    Cache(str(tmp_path)).parse(DOCUMENT)

    assert pipeline.parse(DOCUMENT, names) == Cache(str(tmp_path)).parse(DOCUMENT, names)
    assert 3 == len(parsed)


def test_another_extractor(tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another extractor found is no answer."""
    Cache(str(tmp_path)).parse(DOCUMENT)
    monkeypatch.setattr(parse_cache, "installation", lambda: "f" * 64)
    Cache(str(tmp_path)).parse(DOCUMENT)

    assert 2 == len(parsed)


def entries(folder: Path) -> list[Path]:
    """Return the files of a cache that hold what was found."""
    return [path for path in folder.rglob("*") if path.is_file() and path.parent != folder]


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff" * 200, None])
def test_damaged(tmp_path: Path, parsed: list[str], damage: bytes | None) -> None:
    """An entry that was cut, overwritten or changed in one place is passed over and written anew."""
    first = Cache(str(tmp_path)).parse(DOCUMENT)
    (entry,) = entries(tmp_path)
    content = bytearray(entry.read_bytes())
    content[len(content) // 2] ^= 1
    entry.write_bytes(content if damage is None else damage)

    assert first == Cache(str(tmp_path)).parse(DOCUMENT)
    assert 2 == len(parsed)
    assert first == Cache(str(tmp_path)).parse(DOCUMENT)
    assert 2 == len(parsed)


def test_unwritable(tmp_path: Path, parsed: list[str]) -> None:
    """Where nothing can be kept documents are parsed, and nothing is said."""
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "cache", Path(os.devnull)):
        assert pipeline.parse(DOCUMENT) == Cache(str(folder)).parse(DOCUMENT)
        assert (0, 0) == usage(str(folder))
    assert 6 == len(parsed)


def test_usage_and_clear(tmp_path: Path) -> None:
    """A cache tells what it holds and is emptied; what else lies in its folder stays."""
    Cache(str(tmp_path)).parse(DOCUMENT)
    (tmp_path / "mine").write_text("")
    (tmp_path / "sixteen_letters_" / "my").mkdir(parents=True)
    (tmp_path / "sixteen_letters_" / "my" / "mine").write_text("")

    assert 1 == usage(str(tmp_path)).documents
    assert usage(str(tmp_path)) == clear(str(tmp_path))
    assert (0, 0) == usage(str(tmp_path))
    assert {"mine", "sixteen_letters_"} == {path.name for path in tmp_path.iterdir()}


def test_what_was_kept_long_ago_goes(tmp_path: Path) -> None:
    """Entries of long ago go when something is written, once in a while."""
    Cache(str(tmp_path)).parse(DOCUMENT)
    (old,) = entries(tmp_path)
    os.utime(old, (1_000_000_000, 1_000_000_000))
    other = replace(DOCUMENT, digest="2" * 64)
    Cache(str(tmp_path)).parse(other)
    assert old.exists()
    os.utime(tmp_path / "swept", (1_000_000_000, 1_000_000_000))
    Cache(str(tmp_path)).parse(replace(DOCUMENT, digest="3" * 64))

    assert not old.exists()
    assert 2 == usage(str(tmp_path)).documents


@pytest.mark.parametrize("name_of", [fingerprint, installation])
def test_extractor_name_tells_of_every_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name_of: Callable[[], str]
) -> None:
    """The extractor's names change with any of its code, weights and word lists, and not with anything else."""
    for name in ("model.py", "data/words.txt", "attribution/weights.bin", "cli/app.py", "text/scan.c"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.setattr(extractor, "_PACKAGE", str(tmp_path))
    first = name_of()
    for name in ("cli/app.py", "text/scan.c"):  # which nothing that is found depends on
        (tmp_path / name).write_bytes(b"other")
    seen = {first, name_of()}

    assert {first} == seen
    for name in ("model.py", "data/words.txt", "attribution/weights.bin"):
        state = (tmp_path / name).stat()
        (tmp_path / name).write_bytes(b"x" * state.st_size)
        os.utime(tmp_path / name, ns=(state.st_atime_ns, state.st_mtime_ns))  # the same size and time
        assert name_of() not in seen
        seen.add(name_of())


def test_fingerprint_is_of_contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same extractor installed elsewhere has the same fingerprint."""
    found = set()
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "model.py").write_bytes(b"the same")
        monkeypatch.setattr(extractor, "_PACKAGE", str(tmp_path / place))
        found.add(fingerprint())

    assert 1 == len(found)
