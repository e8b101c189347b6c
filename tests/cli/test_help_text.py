"""Every command is documented, opens its help with examples, and the reference is current."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements_cli.cli.app import main
from statements_cli.cli.group import COMMANDS, load_command
from statements_cli.cli.reference import reference
from statements_cli.version import VERSION

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_opens_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The help of a command opens with two or three examples of that command."""
    assert 0 == main([name, "-h"])
    lines = capsys.readouterr().out.splitlines()

    assert "Examples:" == lines[0]
    assert 2 <= len(load_command(name).examples) <= 3
    assert all(f"statements {name}" in example for example in load_command(name).examples)
    assert [f"  {example}" for example in load_command(name).examples] == lines[1 : lines.index("")]


def test_alone_prints_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments it prints its help, with every command, and ends with 0."""
    assert 0 == main([])
    out = capsys.readouterr().out

    assert all(f"  {name} " in out for name in COMMANDS)


def test_every_option_has_help() -> None:
    """No option goes unexplained."""
    for name in COMMANDS:
        assert all(getattr(parameter, "help", "-") for parameter in load_command(name).params)


def test_filters_are_the_same_everywhere() -> None:
    """Commands that list take the same filters."""
    wanted = {"speaker", "role", "country", "outlet", "kind", "type", "act", "via", "language"}
    wanted |= {"date_basis", "audience", "channel", "question"}
    wanted |= {"since", "until", "on", "undated", "min_confidence"}
    for name in ("list", "search", "who-said", "speakers", "articles", "extract"):
        assert wanted <= {parameter.name for parameter in load_command(name).params}


@pytest.mark.parametrize(
    ("heading", "options"),
    [
        ("Who said it", "--speaker --role --country --type --via"),
        ("What was said", "--kind --act --audience --channel --question --min-confidence"),
        ("When it was said", "--since --until --on --date-basis --undated"),
        ("Where it was printed", "--outlet --language"),
    ],
)
def test_filters_stand_beside_their_kin(heading: str, options: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Help groups the filters by what they are about."""
    for name in ("list", "speakers", "articles", "extract"):
        assert 0 == main([name, "-h"])
        section = capsys.readouterr().out.partition(f"{heading}:\n")[2].partition("\n\n")[0]
        assert options.split() == [line.split()[0] for line in section.splitlines() if line.startswith("  --")]


def test_reference_is_current() -> None:
    """docs/reference.md is what the program's help says now."""
    path = ROOT / "docs" / "reference.md"

    assert path.read_text(encoding="utf-8") == reference(), (
        "make it again: python -m statements_cli.cli.reference > docs/reference.md"
    )


def test_version_is_the_package_s() -> None:
    """The version that is printed is the one that is built."""
    assert f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
