"""The pictures of the README show what commands print now, at both widths."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _load() -> ModuleType:
    spec = spec_from_file_location("docs_pictures", ROOT / "docs" / "pictures.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["docs_pictures"] = module
    spec.loader.exec_module(module)
    return module


pictures: Any = _load()


@pytest.mark.parametrize("width", pictures.WIDTHS)
@pytest.mark.parametrize("name", pictures.COMMANDS)
def test_picture(name: str, width: int) -> None:
    """Each picture stands in the README, loads nothing from elsewhere, and is of the command that it is named after."""
    path = pictures.path_of(name, width)
    picture = path.read_text("utf-8")

    assert f"({path.relative_to(ROOT).as_posix()})" in (ROOT / "README.md").read_text("utf-8")
    assert "@font-face" not in picture and "url(http" not in picture
    command = ["$", *pictures.COMMANDS[name].split()]
    assert command == pictures.words(picture)[: len(command)]


def test_a_picture_is_of_what_is_printed() -> None:
    """A drawn picture has every word that the command prints, in its order."""
    command = "printf '\\033[1mA  b\\033[0m\\n“c” & <d>\\n'"

    assert ["$", *command.split(), "A", "b", "“c”", "&", "<d>"] == pictures.words(pictures.drawn(command, 80))


@pytest.mark.parametrize("name", pictures.VIEWS)
def test_photograph(name: str) -> None:
    """Each picture of the report stands in the README, is small, and keeps the words that it shows."""
    path = pictures.FOLDER / f"{name}.png"
    picture = path.read_bytes()
    words = pictures.words_in(picture)

    assert f"({path.relative_to(ROOT).as_posix()})" in (ROOT / "README.md").read_text("utf-8")
    assert 200_000 > len(picture) and picture.startswith(b"\x89PNG")
    assert words.startswith("Skip to the statements Who said what, when") and "Footnote" in words


def test_words_of_a_photograph() -> None:
    """A PNG keeps the words that are put into it; one without any has none."""
    plain = b"\x89PNG\r\n\x1a\n" + bytes(12)

    assert "“one” two" == pictures.words_in(pictures.with_words(plain, "“one” two"))
    assert "" == pictures.words_in(plain)
