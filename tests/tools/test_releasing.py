"""A release states its addresses and its version the same everywhere."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools.project_urls import with_urls
from tools.release_notes import faults, section

TOP = Path(__file__).parents[2]
PYPROJECT = '[project]\nname = "x"\nversion = "1.2.3"\n\n[project.scripts]\nx = "x:main"\n'
CHANGELOG = """\
# Changelog

## [Unreleased]

## [1.2.3] - 2026-05-01

### Added

- A thing.

## [1.2.30] - 2026-04-01

- Another.
"""
CITATION = "cff-version: 1.2.0\nversion: 1.2.3\ndate-released: 2026-05-01\n"


@pytest.mark.parametrize("address", ["https://example.org/owner/name", "https://example.org/owner/name/"])
def test_urls_are_those_of_the_repository(address: str) -> None:
    """The table leads to the repository's own pages and leaves the rest as it was."""
    project = tomllib.loads(with_urls(PYPROJECT, address))["project"]

    assert "https://example.org/owner/name/issues" == project["urls"]["Issues"]
    assert {"x": "x:main"} == project["scripts"]


@pytest.mark.parametrize(
    ("pyproject", "address"),
    [
        (PYPROJECT, "http://example.org/owner/name"),
        (PYPROJECT, "owner/name"),
        (PYPROJECT, "https://example.org/"),
        (PYPROJECT + "\n[project.urls]\n", "https://example.org/owner/name"),
        ("[project]\n", "https://example.org/owner/name"),
    ],
)
def test_no_urls(pyproject: str, address: str) -> None:
    """What is no address of a repository is refused, and so is a second table."""
    with pytest.raises(ValueError, match=r"address|already|missing"):
        with_urls(pyproject, address)


def test_urls_fit_the_project() -> None:
    """The project's own file takes the table."""
    text = (TOP / "pyproject.toml").read_text("utf-8")

    assert (
        "https://example.org/a/b"
        == tomllib.loads(with_urls(text, "https://example.org/a/b"))["project"]["urls"]["Source"]
    )


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("1.2.3", ("2026-05-01", "### Added\n\n- A thing.")),
        ("1.2.30", ("2026-04-01", "- Another.")),
        ("1.2", None),
        ("1x2.3", None),
        ("Unreleased", None),
    ],
)
def test_section(version: str, expected: tuple[str, str] | None) -> None:
    """The notes of a version are its section, up to the next."""
    assert expected == section(CHANGELOG, version)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("README", "", "", []),
        ("pyproject.toml", "1.2.3", "1.2.4", ["pyproject.toml says 1.2.4, not 1.2.3"]),
        ("CITATION.cff", "1.2.3", "1.2.4", ["CITATION.cff does not say version: 1.2.3"]),
        (
            "CITATION.cff",
            "05-01",
            "05-02",
            ["CITATION.cff does not say date-released: 2026-05-01, as the changelog does"],
        ),
        ("CHANGELOG.md", "[1.2.3] - 2026-05-01", "[1.2.3]", ["CHANGELOG.md has no section [1.2.3] with a day"]),
    ],
)
def test_faults(name: str, old: str, new: str, expected: list[str], tmp_path: Path) -> None:
    """A version that files state differently is not released."""
    files = {"pyproject.toml": PYPROJECT, "CHANGELOG.md": CHANGELOG, "CITATION.cff": CITATION, "README": ""}
    for file, text in files.items():
        (tmp_path / file).write_text(text.replace(old, new) if file == name else text, encoding="utf-8")

    assert expected == faults(tmp_path, "1.2.3")


def test_this_version_is_stated_the_same_everywhere() -> None:
    """The project's own files agree on its version."""
    version = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    assert [] == faults(TOP, version)
