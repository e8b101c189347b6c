"""The man pages say what the help says, in the form that man reads."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from statements_cli.cli.group import COMMANDS
from tools.man_pages import FOLDER, Roff, escaped, pages

PAGES = pages()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("--json", r"\-\-json"),
        ("a\\b", r"a\eb"),
        (".toml files", r"\&.toml files"),
        ("first\n'second", "first\n\\&'second"),
        ("a.b 'c'", "a.b 'c'"),
    ],
)
def test_escaped(text: str, expected: str) -> None:
    """Hyphens, backslashes and lines that would be requests are shown as they are."""
    assert expected == escaped(text)


def test_sections() -> None:
    """Rows stand under their own heading, prose without one in the description."""
    roff = Roff()
    roff.write_text("What it\ndoes.\n\nMore.")
    with roff.section("Output"):
        roff.write_dl([("--json", "As  JSON.")])
    roff.write_heading("Examples")
    roff.write("  statements list\n")
    roff.write_paragraph()
    roff.write_text("End.")

    assert {
        "Description": [".PP\nWhat it does.\n", ".PP\nMore.\n", ".PP\nEnd.\n"],
        "Output": [".TP\n.B \\-\\-json\nAs JSON.\n"],
        "Examples": [".PP\n.nf\nstatements list\n.fi\n"],
    } == roff.sections


def test_pages_are_current() -> None:
    """The pages in docs/man are what the commands say of themselves; mend with tools/man_pages.py."""
    assert PAGES == {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.1")}


def test_every_command_has_a_page() -> None:
    """There is a page for the program and one for each command, which names its options and examples."""
    assert {"statements.1", *(f"statements-{name}.1" for name in COMMANDS)} == set(PAGES)
    assert r".B \-\-speaker NAME" in PAGES["statements-list.1"]
    assert all(re.search(r"(?ms)^\.SH EXAMPLES\n.*^statements ", text) for text in PAGES.values())


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("name", ["statements.1", "statements-search.1"])
def test_pages_are_read_without_a_warning(name: str) -> None:
    """A formatter of man pages finds nothing to warn of."""
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww"], input=PAGES[name].encode(), capture_output=True, check=True
    )

    assert b"" == done.stderr
    assert "EXIT STATUS" in re.sub(r"\x1b\[\d*m|.\x08", "", done.stdout.decode())
