"""What was found in a document is kept, and is never an answer for another document, extractor or names."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import compress

import pytest

from statements_cli import pipeline
from statements_cli.model import Document, Metadata, ModelName
from statements_cli.pipeline.packed_statements import PackedStatements
from statements_cli.pipeline.pieces import LONGEST_WHOLE
from statements_cli.speakers.user_names import names_from
from statements_cli.store.cache import parse_cache
from statements_cli.store.cache.checked_files import write_whole
from statements_cli.store.cache.packing import packed, unpacked
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

    def counted(document: Document, names: object = None, model: ModelName = "fast") -> pipeline.Parsed:  # noqa: ARG001
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


def test_a_very_long_document(tmp_path: Path, parsed: list[str]) -> None:
    """What is found in a document so long that its statements are packed is kept as well, whatever its path."""
    long = replace(DOCUMENT, text=TEXT * (LONGEST_WHOLE // len(TEXT) + 1))
    first = Cache(str(tmp_path)).parse(long)
    again = Cache(str(tmp_path)).parse(replace(long, path="b.txt"))

    assert ["a.txt"] == parsed
    assert isinstance(first.statements, PackedStatements)
    assert [replace(one, path="b.txt") for one in first.statements] == list(again.statements)
    assert [one.evidence for one in first.statements] == [one.evidence for one in again.statements]


@pytest.mark.parametrize("pieces", [[b""], [b"no piece"], [compress(b"")], [compress(marshal.dumps(((1,),)))], [None]])
def test_damaged_pieces(pieces: list[Any]) -> None:
    """What is no packed piece of statements is no answer."""
    assert unpacked(marshal.dumps(((), pieces)), DOCUMENT) is None


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
    monkeypatch.setattr(parse_cache, "installation", lambda _: "f" * 64)
    Cache(str(tmp_path)).parse(DOCUMENT)

    assert 2 == len(parsed)


def test_another_model(tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What one model found is no answer of the other's; each keeps its own."""
    monkeypatch.setattr(parse_cache, "installation", lambda model: {"fast": "a", "accurate": "b"}[model] * 64)
    models: list[ModelName] = ["fast", "accurate", "fast", "accurate"]
    for model in models:
        Cache(str(tmp_path), model).parse(DOCUMENT)

    assert 2 == len(parsed)


def entries(folder: Path) -> list[Path]:
    """Return the files of a cache that hold what was found."""
    return [path for path in folder.rglob("*") if path.is_file() and path.parent != folder]


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff" * 200, None])
def test_damaged(tmp_path: Path, parsed: list[str], damage: bytes | None) -> None:
    """An entry that was cut, overwritten or changed in one place is passed over and written again."""
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


def packed_otherwise(change: Callable[[list[Any], list[Any]], object]) -> bytes:
    """Return an entry, whole by its hash, whose first article and statement were changed."""
    articles, statements = marshal.loads(packed(pipeline.parse(DOCUMENT)))
    rows = list(articles[0]), list(statements[0])
    change(*rows)
    return marshal.dumps(((tuple(rows[0]),), (tuple(rows[1]),)))


SHAPES = [
    marshal.dumps(7),
    marshal.dumps(((), (), ())),
    marshal.dumps(([], [])),
    marshal.dumps(((1,), (2,))),
    packed_otherwise(lambda article, _: article.pop()),
    packed_otherwise(lambda _, statement: statement.append(None)),
    packed_otherwise(lambda article, _: article.__setitem__(2, 7)),
    packed_otherwise(lambda article, _: article.__setitem__(3, ((0, 5, "paragraph"),))),
    packed_otherwise(lambda article, _: article.__setitem__(3, (((0, 5), "no role"),))),
    packed_otherwise(lambda _, statement: statement.__setitem__(7, "no kind")),
    packed_otherwise(lambda _, statement: statement.__setitem__(9, b"bytes")),
    packed_otherwise(lambda _, statement: statement.__setitem__(10, ["a list"])),
    packed_otherwise(lambda _, statement: statement.__setitem__(24, (((0, "x"),), (), ()))),
    packed_otherwise(lambda _, statement: statement.__setitem__(25, "0.9")),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_an_entry_of_another_shape(tmp_path: Path, parsed: list[str], shape: bytes) -> None:
    """An entry that is whole but isn't what this program keeps is passed over and made again."""
    first = Cache(str(tmp_path)).parse(DOCUMENT)
    (entry,) = entries(tmp_path)
    write_whole(str(entry), shape)

    assert first == Cache(str(tmp_path)).parse(DOCUMENT)
    assert first == Cache(str(tmp_path)).parse(DOCUMENT)
    assert 2 == len(parsed)


def test_changed_by_nothing() -> None:
    """What is packed fits as it is: the shapes above are refused for what was changed in them."""
    first = pipeline.parse(DOCUMENT)
    changed = unpacked(packed_otherwise(lambda *_: None), DOCUMENT)

    assert first == unpacked(packed(first), DOCUMENT)
    assert changed is not None
    assert first.statements[:1] == changed.statements


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_folders_are_their_owners_alone(tmp_path: Path) -> None:
    """Every folder that is made for a cache, and every entry, can be read by its owner only."""
    before = os.umask(0)
    try:
        Cache(str(tmp_path / "a" / "b")).parse(DOCUMENT)
    finally:
        os.umask(before)

    made = [tmp_path / "a", *(tmp_path / "a").rglob("*")]
    assert {0o700} == {path.stat().st_mode & 0o777 for path in made if path.is_dir()}
    assert {0o600} == {path.stat().st_mode & 0o777 for path in made if path.is_file()}


def test_what_a_killed_process_left(tmp_path: Path) -> None:
    """A file that was being written when its process was killed is no entry, and goes when the cache is emptied."""
    Cache(str(tmp_path)).parse(DOCUMENT)
    (entry,) = entries(tmp_path)
    entry.rename(f"{entry}.0123456789abcdef")

    assert (0, 0) == usage(str(tmp_path))
    clear(str(tmp_path))
    assert [] == list(tmp_path.iterdir())


def test_files_of_the_user_in_a_cache(tmp_path: Path) -> None:
    """What has a name that an entry might have, but isn't one, stays; so does what a link leads to."""
    Cache(str(tmp_path)).parse(DOCUMENT)
    (entry,) = entries(tmp_path)
    precious = tmp_path / "precious"
    precious.write_text("a" * 64)
    mine = [entry.with_name("b" * 62), entry.with_name("ab"), tmp_path / "swept"]
    (tmp_path / "swept").unlink()
    for path in mine:
        path.write_text("my own words")
    (linked := entry.with_name("c" * 62)).symlink_to(precious)
    Cache(str(tmp_path)).parse(replace(DOCUMENT, digest="2" * 64))
    clear(str(tmp_path))

    assert {"my own words"} == {path.read_text() for path in mine}
    assert ("a" * 64, True) == (precious.read_text(), linked.is_symlink())
