"""A store of several indexes is one of all their documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.documents import Notice
from statements_cli.model import Document
from statements_cli.pipeline import Parsed
from statements_cli.store import Store
from statements_cli.store.index.index_fault import IndexFault

Kept = Callable[..., Store]
_A = "# A | AFP | 2025-01-02\n2025-01-02 | Mao Ning | CN | speech | Peace is near\n"
_B = "# B | AP | 2025-01-03\n2025-01-03 | Mao | CN | speech | Peace is here\n"


@pytest.fixture
def two(kept: Kept, fake_parse: Callable[[Document], Parsed], tmp_path: Path) -> list[str]:
    """The paths of two indexes of a document each."""
    paths = []
    for name, text in (("a", _A), ("b", _B)):
        store = kept([fake_parse(Document(f"{name}.txt", text, name * 64))])
        [(_, _, file)] = store._connection.execute("pragma database_list")
        (tmp_path / f"{name}.db").write_bytes(Path(file).read_bytes())
        paths.append(str(tmp_path / f"{name}.db"))
    return paths


def test_opens_several(two: list[str], tmp_path: Path) -> None:
    """Paths, a pattern and from_paths lead to the same; a name is one person's across them."""
    for store in (Store.open(two), Store.open(tmp_path / "*.db"), Store.from_paths(two)):
        with store:
            assert ["Mao Ning", "Mao Ning"] == [one.speaker for one in store.statements()]
            assert ("Mao Ning", "Mao") == store.speakers()[0].spellings
            assert 2 == store.search("peace").total


@pytest.mark.parametrize("damage", [lambda data: data[:3000], lambda data: data.replace(b"near", b"nowt")])
def test_cached(two: list[str], tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """With a folder the joined index is kept there; one that was cut or changed is made again."""
    folder = tmp_path / "cache"
    Store.open(two, cache=str(folder)).close()
    [made] = (folder / "joined").iterdir()
    whole = made.read_bytes()
    assert whole != damage(whole)
    made.write_bytes(damage(whole))

    with Store.open(two, cache=str(folder)) as store:
        assert ["Peace is here", "Peace is near"] == [one.text for one in store.statements()]
    assert whole == made.read_bytes()


def test_what_cannot_be_read(two: list[str], tmp_path: Path) -> None:
    """Without a report the first that can't be read raises; with one the rest is read."""
    (tmp_path / "a.db").write_bytes(b"SQLite format 3\0 and no more")
    with pytest.raises(IndexFault, match=r"a\.db"):
        Store.open(two)
    told: list[Notice] = []
    with Store.open(two, told.append) as store:
        assert 1 == len(store)
    assert [True] == [one.failed for one in told]


def test_more_than_ten(two: list[str], tmp_path: Path) -> None:
    """More indexes than SQLite attaches at once are joined, too."""
    paths = [str(tmp_path / f"copy{number}.db") for number in range(15)]
    for path in paths:
        Path(path).write_bytes(Path(two[0]).read_bytes())
    with Store.open([*paths, two[1]]) as store:
        assert 2 == len(store)
