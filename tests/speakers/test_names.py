"""The user's names file adds and overrides; what it cannot be used for is said plainly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.model import Resolution
from statements_cli.speakers.names import Names, NamesError, load_names, names_from

GOOD = """
["Volodymyr Zelenskyy"]
aliases = ["Volodymyr Zelensky", "Ze"]
role = "President of Ukraine"
country = "UA"

["Reuters"]
type = "media"
"""

BAD = [
    ("x = [", "not valid TOML"),
    ("x = 1", "must be a table"),
    ('["A"]\nalias = ["B"]', "unknown key 'alias'"),
    ('["A"]\naliases = "B"', "list of strings"),
    ('["A"]\nrole = 3', "must be a string"),
    ('["A"]\ntype = "robot"', "must be one of"),
    ('["A"]\ncountry = "Ukraine, of course"', "two-letter code"),
    ('["A"]\naliases = ["C"]\n["B"]\naliases = ["c"]', "given to both"),
]


def test_good(tmp_path: Path) -> None:
    """Entries are found by name and alias, spellings forgiven."""
    path = tmp_path / "names.toml"
    path.write_text(GOOD, encoding="utf-8")
    known = load_names(str(path)).find("volodymyr zelenskiy")
    assert known is not None
    assert known.name == "Volodymyr Zelenskyy"
    assert known.country == "UA"


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad(tmp_path: Path, text: str, message: str) -> None:
    """A file that cannot be used says why."""
    path = tmp_path / "names.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NamesError, match=message):
        load_names(str(path))


def test_nothing_known() -> None:
    """Without entries nothing is found."""
    assert Names().find("Mao Ning") is None
    assert Names().find(None) is None


def test_overrides(told: Callable[..., list[Resolution]]) -> None:
    """What the user says goes before what the article says."""
    entry = {"Volodymyr Zelenskyy": {"aliases": ["Volodymyr Zelensky"], "role": "wartime leader", "country": "UA"}}
    one = told("[Volodymyr Zelensky] said {yes}.", names_from(entry))[0]
    assert one.speaker == "Volodymyr Zelenskyy"
    assert one.role == "wartime leader"
    assert one.country == "UA"
