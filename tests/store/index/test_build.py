"""Files come into an index when they are new or changed, and go when they are gone; nothing else is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from statements_cli.documents import Notice
from statements_cli.model import Document
from statements_cli.pipeline import Parsed, attempt
from statements_cli.query.filters import Filter
from statements_cli.speakers.user_names import names_from
from statements_cli.store import Store
from statements_cli.store.index.build import IndexInputs, Outcome, Step, update_index

ARTICLE = "# A | B |\n- | Mao Ning | CN | speech | {}\n"
EVERYTHING = Filter(acts=("any",))
Update = Callable[..., Outcome]


class Told:
    """What is said and done while an index is made."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.parsed: list[str] = []
        self.steps: list[Step] = []


@pytest.fixture
def told() -> Told:
    """What is said and done while an index is made."""
    return Told()


@pytest.fixture
def update(tmp_path: Path, told: Told, fake_parse: Callable[[Document], Parsed]) -> Update:
    """Make or update ``x.db`` in the working folder, by way of the pipeline's stand-in."""

    def parse(document: Document, names: object) -> Parsed:  # noqa: ARG001
        told.parsed.append(os.path.relpath(document.path, tmp_path))
        return fake_parse(document)

    def update_paths(*paths: Path, extractor: str = "e", **more: object) -> Outcome:
        told.parsed.clear()
        sources = IndexInputs([str(path) for path in paths], **more)  # type: ignore[arg-type]
        return update_index(
            str(tmp_path / "x.db"),
            sources,
            lambda documents: (attempt(document, parser=parse) for document in documents),
            told.notices.append,
            told.steps.append,
            extractor,
        )

    return update_paths


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two articles."""
    news = tmp_path / "news"
    write(news / "a.txt", "One")
    write(news / "deep" / "b.txt", "Two")
    return news


def write(path: Path, words: str, age: float = 100.0) -> None:
    """Write an article, last changed so many seconds ago."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(ARTICLE.format(words), encoding="utf-8")
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))


def texts(tmp_path: Path) -> list[str]:
    """Return what the index holds."""
    index = Store.open(str(tmp_path / "x.db"))
    return [statement.text for statement in index.statements(EVERYTHING, "article")]


def test_only_what_changed_is_read(tmp_path: Path, news: Path, update: Update, told: Told) -> None:
    """What has the same size and time isn't read; what is new or changed is, and what is gone goes."""
    assert (2, 0, 0, 2, 2) == update(news)
    assert ["news/a.txt", "news/deep/b.txt"] == told.parsed
    assert (0, 2, 0, 2, 2) == update(news)
    write(news / "a.txt", "New", age=50)
    write(news / "c.txt", "Three")
    (news / "deep" / "b.txt").unlink()

    assert (2, 0, 1, 2, 2) == update(news)
    assert ["news/a.txt", "news/c.txt"] == told.parsed
    assert ["New", "Three"] == texts(tmp_path)


def test_a_touched_file_is_told_by_its_hash(news: Path, update: Update, told: Told) -> None:
    """A file of another time but the same bytes isn't parsed again, and by its new time is told from then on."""
    update(news)
    os.utime(news / "a.txt", (1_000_000_000, 1_000_000_000))

    assert (0, 2, 0, 2, 2) == update(news)
    assert [] == told.parsed
    assert (0, 2, 0, 2, 2) == update(news)


def test_a_change_that_keeps_size_and_time(tmp_path: Path, news: Path, update: Update) -> None:
    """A file changed just now may change again within its clock's tick: it is told by its hash the next time."""
    write(news / "a.txt", "One", age=0)
    update(news)
    state = (news / "a.txt").stat()
    write(news / "a.txt", "Six", age=0)
    os.utime(news / "a.txt", ns=(state.st_atime_ns, state.st_mtime_ns))
    update(news)

    assert ["Six", "Two"] == texts(tmp_path)


def test_other_paths_stay(tmp_path: Path, news: Path, update: Update) -> None:
    """What lies under other paths than those given stays, though it be gone."""
    write(tmp_path / "more" / "c.txt", "Three")
    update(news)

    assert (1, 0, 0, 3, 3) == update(tmp_path / "more")
    (news / "a.txt").unlink()
    assert (0, 1, 0, 3, 3) == update(tmp_path / "more")
    assert (0, 1, 1, 2, 2) == update(news)
    assert ["Three", "Two"] == texts(tmp_path)


def test_a_folder_that_is_missing_takes_nothing_with_it(tmp_path: Path, news: Path, update: Update, told: Told) -> None:
    """A folder that isn't there, a disk that isn't mounted say, is said, and what it held stays."""
    update(news)
    news.rename(tmp_path / "away")

    assert (0, 0, 0, 2, 2) == update(news)
    assert [True] == [notice.failed for notice in told.notices]


def test_a_file_named_that_is_gone_goes(tmp_path: Path, news: Path, update: Update, told: Told) -> None:
    """A file named by itself that is no longer there goes."""
    update(news / "a.txt", news / "deep")
    (news / "a.txt").unlink()

    assert (0, 1, 1, 1, 1) == update(news / "a.txt", news / "deep")
    assert [] == told.notices
    assert ["Two"] == texts(tmp_path)


def test_binary_files_are_said_once(news: Path, update: Update, told: Told) -> None:
    """A file without a document is known, too, and not looked at again."""
    (news / "z.bin").write_bytes(bytes(range(256)) * 8)
    os.utime(news / "z.bin", (1_000_000_000, 1_000_000_000))
    update(news)

    assert 1 == len(told.notices)
    assert (0, 3, 0, 2, 2) == update(news)
    assert 1 == len(told.notices)


def test_the_index_itself_is_no_article(tmp_path: Path, news: Path, update: Update, told: Told) -> None:
    """An index that lies among the articles isn't read."""
    update(news.parent)

    assert (0, 2, 0, 2, 2) == update(tmp_path)
    assert [] == told.notices


@pytest.mark.parametrize(
    "more",
    [{"extractor": "f"}, {"columns": {"text": "body"}}, {"names": names_from({"Mao N.": {"aliases": ["Mao Ning"]}})}],
    ids=["extractor", "columns", "names"],
)
def test_what_bears_on_all_makes_all_be_read_again(
    tmp_path: Path, news: Path, update: Update, told: Told, more: dict[str, object]
) -> None:
    """Another extractor, other names or columns: all is read again, files of other paths too."""
    update(news)
    write(tmp_path / "more" / "c.txt", "Three")

    assert (3, 0, 0, 3, 3) == update(tmp_path / "more", **more)
    assert 3 == len(told.parsed)
    assert ["all is read again"] == [notice.message[-17:] for notice in told.notices]


def test_an_index_of_another_version_is_made_anew(tmp_path: Path, news: Path, update: Update, told: Told) -> None:
    """An index of another version is made again, with what lies under other paths, and so is one that can't be read."""
    update(news)
    for change, held in (("pragma user_version = 1", 2), ("pragma user_version = 1; drop table file", 1)):
        with closing(connect(tmp_path / "x.db")) as connection:
            connection.executescript(change)

        assert (held, 0, 0, held, held) == update(news / "a.txt")
        assert "was made by another version" in told.notices[-1].message


def test_steps_tell_how_far_the_work_is(news: Path, update: Update, told: Told) -> None:
    """The bytes read grow to those to be read."""
    update(news)
    total = sum(file.stat().st_size for file in news.rglob("*.txt"))

    assert {total} == {step.total for step in told.steps}
    assert sorted(told.steps) == told.steps
    assert (total, total, 2) == told.steps[-1]


def test_files_of_records(tmp_path: Path, news: Path, update: Update, told: Told) -> None:
    """The records of a file are documents of their own, which come and go with it, in its order."""
    records = [f'{{"text": "# A | B |\\n- | Mao Ning | CN | speech | Number {number}\\n"}}\n' for number in range(12)]
    (news / "r.jsonl").write_text("".join(records), encoding="utf-8")

    assert (3, 0, 0, 14, 14) == update(news)
    assert ["One", "Two", *(f"Number {number}" for number in range(12))] == texts(tmp_path)
    (news / "r.jsonl").unlink()
    assert (0, 2, 1, 2, 2) == update(news)
    assert {True} == {notice.detail for notice in told.notices}
