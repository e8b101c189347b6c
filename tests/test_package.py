"""What the distribution holds: samples, types, data, version, licences."""

from __future__ import annotations

import re
import tomllib
import zlib
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

import statements_cli
from statements_cli.data import table, word_list
from statements_cli.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(statements_cli.__file__).parent
SHARED_SEEDS = ROOT.parent / "shared" / "seeds"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.txt")}


@pytest.mark.skipif(not SHARED_SEEDS.is_dir(), reason="the folder with the original articles is not there")
def test_seeds_are_the_originals() -> None:
    """The five seeds are the original articles, byte for byte."""
    assert _contents(SHARED_SEEDS) == _contents(ROOT / "seeds")


def test_samples_are_the_seeds() -> None:
    """The sample articles that the package ships are the five seeds."""
    assert 5 == len(_contents(ROOT / "seeds"))
    assert _contents(ROOT / "seeds") == _contents(PACKAGE / "samples")


def test_version_is_the_same_everywhere() -> None:
    """The package, its metadata and the project file have one version."""
    assert PROJECT["version"] == VERSION == version("statements-cli")


def test_package_is_typed() -> None:
    """The package says that it has types."""
    assert (PACKAGE / "py.typed").is_file()


def test_command_is_installed() -> None:
    """The distribution installs the command ``statements``."""
    commands = distribution("statements-cli").entry_points.select(group="console_scripts")

    assert ["statements"] == [command.name for command in commands]


def test_dependencies_are_few() -> None:
    """Eight packages are needed, no more, and typer before it checked every call with pydantic."""
    names = {re.split(r"[^\w-]", wanted)[0] for wanted in PROJECT["dependencies"]}

    assert {
        "typer",
        "rich",
        "rapidfuzz",
        "python-dateutil",
        "ftfy",
        "snowballstemmer",
        "PyStemmer",
        "anyascii",
    } == names
    assert "typer>=0.24,<0.29" in PROJECT["dependencies"]


@pytest.mark.parametrize("name", statements_cli.__all__)
def test_names_for_programs(name: str) -> None:
    """What programs use can be had from the package itself, and says what it is."""
    assert name == getattr(statements_cli, name).__name__
    assert getattr(statements_cli, name).__doc__


def test_notice_names_what_is_not_the_project_s() -> None:
    """NOTICE says that the news texts are not under the licence, and from what the weights were learned."""
    notice = (ROOT / "NOTICE").read_text("utf-8")

    assert [] == [word for word in ("seeds/", "not covered", "PolNeAR") if word not in notice]
    assert ["LICENSE", "NOTICE"] == PROJECT["license-files"]


@pytest.mark.parametrize("path", sorted((PACKAGE / "data").glob("*.t*")), ids=lambda path: path.name)
def test_data_files_state_their_origin(path: Path) -> None:
    """Every word list and table opens with a comment that says what it is, and can be read."""
    first = path.read_text("utf-8").split("\n")[0]

    assert first.startswith("# ") and len(first) > 20
    assert table(path.name) if path.suffix == ".tsv" else word_list(path.name)


def test_weights_are_small() -> None:
    """All learned weights together take at most 3 MB of the wheel, which is a compressed archive."""
    weights = [path.read_bytes() for path in (PACKAGE / "data" / "weights").glob("*.bin")]

    assert 3_000_000 >= sum(len(zlib.compress(one, 6)) for one in weights) > 0
