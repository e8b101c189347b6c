"""A file has its name only when it is whole, and nothing is written through links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from statements_cli.output.whole_file import NoFileError, whole_file, whole_folder


def test_it_takes_its_place_when_whole(tmp_path: Path) -> None:
    """Until the end what was there before stays, its mode too; nothing is left beside it."""
    path = tmp_path / "a.csv"
    path.write_text("before")
    path.chmod(0o600)
    with whole_file(str(path)) as file:
        file.write(b"after")
        file.flush()
        assert "before" == path.read_text()

    assert ("after", 0o600) == (path.read_text(), path.stat().st_mode & 0o777)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("there", [True, False])
def test_an_error_leaves_what_was_there(tmp_path: Path, there: bool) -> None:
    """Whatever ends the writing, the file is as it was, and no unfinished one is left."""
    path = tmp_path / "a.csv"
    if there:
        path.write_text("before")
    with pytest.raises(KeyboardInterrupt), whole_file(str(path)) as file:
        file.write(b"after")
        raise KeyboardInterrupt

    assert (["a.csv"] if there else []) == [one.name for one in tmp_path.iterdir()]
    assert not there or "before" == path.read_text()


def _link(path: Path) -> None:
    path.parent.joinpath("target").write_text("target")
    path.symlink_to("target")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_link, "is a link"),
        (lambda path: path.symlink_to("nowhere"), "is a link"),
        (Path.mkdir, "is a folder"),
        (lambda path: os.mkfifo(path), "is no ordinary file"),
    ],
)
def test_what_is_no_file_stays(tmp_path: Path, make: object, said: str) -> None:
    """Links, folders and pipes are refused before anything is written, and stay."""
    path = tmp_path / "out"
    make(path)  # type: ignore[operator]
    before = sorted(one.name for one in tmp_path.iterdir())
    with pytest.raises(NoFileError, match=said), whole_file(str(path)):
        pytest.fail("nothing is written")

    assert before == sorted(one.name for one in tmp_path.iterdir())
    assert not (tmp_path / "target").exists() or "target" == (tmp_path / "target").read_text()


def test_a_link_made_meanwhile_is_not_followed(tmp_path: Path) -> None:
    """What becomes a link while it is written is refused at the end, and its target stays."""
    (tmp_path / "target").write_text("target")
    with pytest.raises(NoFileError, match="is a link"), whole_file(str(tmp_path / "out")) as file:
        file.write(b"x")
        (tmp_path / "out").symlink_to("target")

    assert ["out", "target"] == sorted(one.name for one in tmp_path.iterdir())
    assert "target" == (tmp_path / "target").read_text()


@pytest.mark.parametrize(("path", "said"), [("missing/a.csv", "is not there"), ("", "an empty name")])
def test_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, said: str) -> None:
    """A folder that isn't there and an empty name are named."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoFileError, match=said), whole_file(path):
        pytest.fail("nothing is written")


@pytest.mark.parametrize("empty_there", [True, False])
def test_a_folder_takes_its_place_when_whole(tmp_path: Path, empty_there: bool) -> None:
    """A folder has its name at the end, also in place of an empty one; an error leaves nothing."""
    path = tmp_path / "out"
    if empty_there:
        path.mkdir()
    with pytest.raises(KeyboardInterrupt), whole_folder(f"{path}/") as folder:
        (folder / "a").write_text("x")
        raise KeyboardInterrupt
    assert (["out"] if empty_there else []) == [one.name for one in tmp_path.iterdir()]
    with whole_folder(f"{path}/") as folder:
        (folder / "a").write_text("x")

    assert ["out", "out/a"] == sorted(str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*"))
    with pytest.raises(NoFileError, match="is not empty"), whole_folder(str(path)):
        pytest.fail("nothing is written")
    assert "x" == (path / "a").read_text()
