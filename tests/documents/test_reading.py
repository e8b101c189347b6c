"""What paths yield: documents in order, and notices about what couldn't be read."""

import hashlib
import io
import os
from pathlib import Path

import pytest

from statements_cli.documents import Notice, digest, read
from statements_cli.documents.reading import read_file, read_plain
from statements_cli.model import Document


def gather(*paths: str | Path, stdin: bytes | None = None) -> tuple[list[Document], list[Notice]]:
    """Read paths and return the documents and the notices."""
    notices: list[Notice] = []
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(read([str(path) for path in paths], report=notices.append, stdin=stream)), notices


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with articles, a hidden file, a hidden folder, and a folder within."""
    folder = tmp_path / "news"
    for name in ("b.txt", "a.txt", ".hidden.txt", "in/c.txt", ".git/d.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {name}.\n", encoding="utf-8")
    return folder


def names(documents: list[Document], folder: Path) -> list[str]:
    """The paths of documents, relative to a folder."""
    return [os.path.relpath(document.path, folder) for document in documents]


def test_one_file(news: Path) -> None:
    """A document has the path as given, the text, and the digest of its bytes."""
    documents, notices = gather(news / "a.txt")
    text = "This is a.txt.\n"
    expected = Document(str(news / "a.txt"), text, hashlib.sha256(text.encode()).hexdigest())
    assert [expected] == documents
    assert [] == notices


def test_folder_sorted_without_hidden(news: Path) -> None:
    """A folder is walked in sorted order, hidden files and folders passed over."""
    documents, notices = gather(news)
    assert ["a.txt", "b.txt", "in/c.txt"] == names(documents, news)
    assert [] == notices


@pytest.mark.parametrize("name", ["names.toml", "statements.toml"])
def test_settings_are_no_articles(news: Path, name: str) -> None:
    """What users say to the program itself may lie beside the articles, in folders within too."""
    for folder in (news, news / "in"):
        (folder / name).write_text('["Mao Ning"]\nrole = "Spokesperson"\n', encoding="utf-8")
    documents, notices = gather(news)
    assert ["a.txt", "b.txt", "in/c.txt"] == names(documents, news)
    assert [] == notices


def test_hidden_file_named_by_the_user(news: Path) -> None:
    """A hidden file that is named is read."""
    assert 1 == len(gather(news / ".hidden.txt")[0])


def test_standard_input() -> None:
    """A dash reads standard input."""
    documents, notices = gather("-", stdin="Китай заявил о поддержке.\n".encode("koi8-r"))
    assert [("-", "Китай заявил о поддержке.\n")] == [(d.path, d.text) for d in documents]
    assert not any(notice.failed for notice in notices)


def test_no_standard_input() -> None:
    """A dash without a standard input is a failure, not a crash."""
    documents, notices = gather("-")
    assert [] == documents
    assert [True] == [notice.failed for notice in notices]


def test_missing_path_and_the_rest(news: Path) -> None:
    """A missing path is reported as failed, and the others are delivered."""
    documents, notices = gather(news / "none.txt", news / "a.txt")
    assert ["a.txt"] == names(documents, news)
    assert [(str(news / "none.txt"), True)] == [(n.path, n.failed) for n in notices]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(news: Path) -> None:
    """A file that may not be read is reported as failed."""
    (news / "a.txt").chmod(0)
    documents, notices = gather(news)
    assert ["b.txt", "in/c.txt"] == names(documents, news)
    assert [True] == [notice.failed for notice in notices]


def test_binary_is_passed_over(news: Path) -> None:
    """A binary file is passed over with a word, which is no failure."""
    (news / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    documents, notices = gather(news)
    assert 3 == len(documents)
    assert [(str(news / "photo.png"), False)] == [(n.path, n.failed) for n in notices]


def test_links(news: Path, tmp_path: Path) -> None:
    """Links that lead out, in circles or nowhere are passed over; one within the folder is followed."""
    (tmp_path / "outside.txt").write_text("Outside.\n", encoding="utf-8")
    (news / "in" / "circle").symlink_to(news)
    (news / "in" / "out").symlink_to(tmp_path / "outside.txt")
    (news / "in" / "nowhere").symlink_to(news / "gone.txt")
    (news / "z").symlink_to(news / "a.txt")
    documents, notices = gather(news)
    assert ["a.txt", "b.txt", "in/c.txt", "z"] == names(documents, news)
    assert ["circle", "nowhere", "out"] == sorted(Path(n.path).name for n in notices)
    assert not any(n.failed for n in notices)


def test_folders_linked_to_each_other(tmp_path: Path) -> None:
    """Two folders that hold links to each other end."""
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / one).mkdir()
        (tmp_path / one / "text.txt").write_text("Text.\n", encoding="utf-8")
        (tmp_path / one / "link").symlink_to(tmp_path / other)
    assert len(gather(tmp_path)[0]) <= 4


def test_folder_that_is_a_link(news: Path, tmp_path: Path) -> None:
    """A folder named by the user may be a link itself."""
    (tmp_path / "link").symlink_to(news)
    assert 3 == len(gather(tmp_path / "link")[0])


def test_pipe_in_a_folder(news: Path) -> None:
    """A named pipe in a folder is passed over, for reading it would wait for ever."""
    os.mkfifo(news / "pipe")
    documents, notices = gather(news)
    assert 3 == len(documents)
    assert ["pipe"] == [Path(n.path).name for n in notices]


def test_name_that_is_no_text(tmp_path: Path) -> None:
    """A file name that is no UTF-8 comes out printable."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(b"Text.\n")
    except OSError:
        pytest.skip("the file system takes no such names")
    (document,) = gather(tmp_path)[0]
    assert document.path.endswith("caf\\xe9.txt")


def test_streaming(news: Path) -> None:
    """Documents come one at a time: the second file is not read before it is asked for."""
    documents = read([str(news)], report=print)
    first = next(documents)
    (news / "b.txt").write_text("Changed.\n", encoding="utf-8")
    assert ("This is a.txt.\n", "Changed.\n") == (first.text, next(documents).text)


@pytest.mark.parametrize("size", [0, 10, 3_000_000])
def test_digest(size: int) -> None:
    """The digest is SHA-256 whichever library computes it."""
    assert hashlib.sha256(b"x" * size).hexdigest() == digest(b"x" * size)


@pytest.mark.parametrize("text", ["Peace is near.\n", "“Peace” – Zoë said so.\n", "It rained: " + "a" * 65_000 + "\n"])
def test_plain_text_in_short(tmp_path: Path, text: str) -> None:
    """A short file that is surely text is the document that reading it as any other gives."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")

    assert list(read_file(str(path), report=print)) == [read_plain(str(path))]


@pytest.mark.parametrize(
    "data", [b"", b"<html><p>Peace", b"id,text\n1,Peace\n", b"PK\x03\x04", b"a\0", b"It rained. " * 6000, None]
)
def test_not_surely_plain_text(tmp_path: Path, data: bytes | None) -> None:
    """What may be of another format, or is long, is left to the reading of all; so is what can't be read."""
    path = tmp_path / "a.txt"
    if data is not None:
        path.write_bytes(data)

    assert read_plain(str(path)) is None
    assert read_plain(str(tmp_path)) is None
    assert read_plain("a\0.txt") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_plain_text_of_a_pipe(tmp_path: Path) -> None:
    """Nobody waits for a pipe that nobody writes to."""
    os.mkfifo(tmp_path / "pipe")

    assert read_plain(str(tmp_path / "pipe")) is None
