"""A check finds whatever is not as it was written, and nothing else; opening a small index does, too."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from statements_cli.store import Store
from statements_cli.store.index import build, seal
from statements_cli.store.index.check import faults_in
from statements_cli.store.index.checksums import OF_DOCUMENTS, WHOLE, checksums_of, kept_checksums
from statements_cli.store.index.index_fault import IndexFault

Update = Callable[..., None]


@pytest.fixture
def unsealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no index be small enough to be sealed."""
    monkeypatch.setattr(seal, "LARGEST", 0)


@pytest.fixture(params=[300, 0], ids=["in place", "in a copy"])
def changed(
    request: pytest.FixtureRequest, path: Path, news: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An index that was changed: a file new, one other than it was, one gone."""
    monkeypatch.setattr(build, "_IN_PLACE", request.param)
    (news / "0.txt").unlink()
    for number in (1, 9):
        text = f"# A {number} | Reuters | 2025-06-01\n2025-06-01 | Mao Ning | CN | speech | Other words {number}\n"
        (news / f"{number}.txt").write_text(text, encoding="utf-8")
    update(news)
    return path


@pytest.mark.usefixtures("changed")
def test_a_whole_index(path: Path) -> None:
    """An index that was made and changed is whole, and its checksums are those of its rows."""
    with closing(connect(path)) as connection:
        held, kept = checksums_of(connection), kept_checksums(connection)

    assert [] == list(faults_in(str(path)))
    assert held == kept


def test_every_table_is_covered(path: Path) -> None:
    """Each table is checked by checksums, by the full-text index's own check, or as the seal."""
    with closing(connect(path)) as connection:
        tables = {name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")}
    own = {"checksum", "seal", "about", "statement_vocabulary"}

    assert {*OF_DOCUMENTS, *WHOLE} | own == {name for name in tables if not name.startswith("statement_words")}


DAMAGE = [
    ("update statement set text = 'Other words' where number = 1", "the rows of the document {news}/0.txt"),
    ("update document set packed = x'00' where number = 2", "the rows of the document {news}/1.txt"),
    ("update article set headline = 'Other' where number = 1", "the rows of the document {news}/0.txt"),
    ("update lent_date set date = '1999'", "the rows of the document {news}/0.txt"),
    ("delete from statement where number = 2", "which were 7 and are 6"),
    ("update speaker set name = 'Nobody' where number = 1", "the rows of the table speaker"),
    ("update mention set country = 'US' where number = 1", "the rows of the table mention"),
    ("delete from spelling", "the rows of the table spelling"),
    ("delete from name_key", "the rows of the table name_key"),
    ("update naming set statements = 7", "the rows of the table naming"),
    ("update outlet set name = 'The Sun'", "the rows of the table outlet"),
    ("update file set hash = null", "the rows of the table file"),
    ("update word set count = 9 where word = 'peace'", "the rows of the table word"),
    ("update about set value = 'other' where key = 'names'", "the rows of the table about"),
    ("update checksum set sum = sum + 1 where part = 'word'", "the rows of the table word"),
    ("delete from checksum", "no checksums"),
    ("update statement_words_idx set pgno = 60", "the word "),
    ("update statement_words_data set block = zeroblob(length(block)) where id > 10", "the full-text index"),
    ("delete from article where number = 1", "belongs to a row of article that is not there"),
    ("drop view speakers", "speakers is not defined as it should be"),
    ("drop index statement_facts", "statement_facts is not defined as it should be"),
]


@pytest.mark.usefixtures("unsealed")
@pytest.mark.parametrize(("damage", "said"), DAMAGE)
def test_damage_of_rows(path: Path, news: Path, damage: str, said: str) -> None:
    """What pages don't show, for they are well formed, is found and named."""
    with closing(connect(path)) as connection:
        connection.executescript(f"pragma foreign_keys = off; {damage}")

    assert said.format(news=news) in "\n".join(faults_in(str(path)))


@pytest.mark.usefixtures("unsealed")
def test_damage_of_a_page(path: Path) -> None:
    """A page that was overwritten is found, whatever stood on it; where the file can't be opened that is said."""
    whole = path.read_bytes()
    for at in range(0, len(whole), 4096):
        path.write_bytes(whole[:at] + bytes(4096) + whole[at + 4096 :])
        try:
            found = list(faults_in(str(path)))
        except IndexFault:
            continue
        assert found


def test_a_sealed_index_is_not_opened_damaged(changed: Path) -> None:
    """One changed bit in a small index keeps it from being opened, but in the seal's own page and SQLite's counts."""
    whole = changed.read_bytes()
    Store.open(str(changed)).close()
    with closing(connect(changed)) as connection:
        (own,) = connection.execute("select rootpage from sqlite_schema where name = 'seal'").fetchone()
    for at in [*range(100, len(whole), 997), 23, 28, 44, 60, len(whole) - 1]:
        if at // 4096 == own - 1:
            continue
        damaged = bytearray(whole)
        damaged[at] ^= 4
        changed.write_bytes(damaged)
        with pytest.raises(IndexFault):
            Store.open(str(changed))


def _whole_by_seal(path: Path) -> bool:
    """Whether an index's seal is for the change that its header counts, so that no row needs to be looked at."""
    with closing(connect(path)) as connection:
        ((changes, checksum),) = connection.execute("select changes, checksum from seal")
    return checksum is not None and changes == int.from_bytes(path.read_bytes()[24:28], "big")


def test_a_seal_is_for_the_change_that_wrote_it(path: Path) -> None:
    """The seal of an index that was just made is for the last change of its file."""
    assert _whole_by_seal(path)


def test_a_seal_is_renewed(changed: Path) -> None:
    """The seal of an index that was changed is for that change."""
    assert _whole_by_seal(changed)


def test_a_new_index_is_sealed_piece_by_piece(
    path: Path, news: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The image of an index that is made is never held whole: however small the pieces, the seal is the same."""
    monkeypatch.setattr(seal, "_PIECE", 1000)
    path.unlink()
    update(news)

    assert _whole_by_seal(path)
    monkeypatch.setattr(seal, "_PIECE", 1 << 20)
    assert 15 == len(Store.open(str(path)))


def test_a_page_left_from_before(path: Path, news: Path, update: Update) -> None:
    """A page that is as it was before an update, as where a write was lost, is found when a small index is opened."""
    before = path.read_bytes()
    (news / "1.txt").write_text("# A | B |\n- | Mao Ning | CN | speech | Other words\n", encoding="utf-8")
    update(news)
    whole = path.read_bytes()
    pages = [at for at in range(0, len(before), 4096) if whole[at : at + 4096] != before[at : at + 4096]]
    for at in pages:
        path.write_bytes(whole[:at] + before[at : at + 4096] + whole[at + 4096 :])
        with pytest.raises(IndexFault):
            Store.open(str(path))

    assert len(pages) > 5


@pytest.mark.parametrize(
    "change",
    [
        "create table mine (words)",
        "create index mine on statement(text)",
        "analyze",
        "pragma journal_mode = wal",
        "vacuum",
    ],
)
def test_what_another_program_adds_is_no_damage(path: Path, change: str) -> None:
    """Tables and indexes that a user adds by another program make an index neither damaged nor unreadable."""
    with closing(connect(path, isolation_level=None)) as connection:
        connection.execute(change)

    assert 15 == len(Store.open(str(path)))
    assert [] == list(faults_in(str(path)))


def test_an_index_that_grows_is_no_longer_sealed(
    path: Path, news: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that grows too large loses its seal, in the same change, and is read as before."""
    monkeypatch.setattr(seal, "LARGEST", path.stat().st_size)
    for size in (1, 200_000):
        text = "# A | B |\n" + f"- | Mao Ning | CN | speech | {'words ' * size}\n"
        (news / "1.txt").write_text(text, encoding="utf-8")
        update(news)

        assert [] == list(faults_in(str(path)))
    with closing(connect(path)) as connection:
        assert (None, None) == connection.execute("select changes, checksum from seal").fetchone()
