"""Paths may be patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements_cli.documents.walking import expanded


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a*.db"], ["a.db", "a[1].db"]),
        (["a[1].db"], ["a[1].db"]),
        (["x*", "-"], ["x*", "-"]),
        (["?.db", "a.db"], ["a.db", "b.db", "a.db"]),
        (["**/c.db"], ["in/c.db"]),
    ],
)
def test_expanded(paths: list[str], found: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fits stands sorted in a pattern's place; what is there, or fits nothing, stays as given."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("b.db", "a.db", "a[1].db", "in/c.db"):
        (tmp_path / name).touch()

    assert found == expanded(paths)
