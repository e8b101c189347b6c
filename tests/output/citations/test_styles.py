"""An article is referred to in a style of the Citation Style Language."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib.util import find_spec

import pytest

from statements_cli.cli.commands.cite import _STYLES
from statements_cli.model import Statement
from statements_cli.output.citations.footnote import MARKDOWN, PLAIN
from statements_cli.output.citations.styles import USUAL_STYLES, Style, StyleError
from statements_cli.store import Store

packages = pytest.mark.skipif(find_spec("citeproc") is None, reason="the extra cite")


@pytest.fixture
def said(store: Store) -> Statement:
    """A statement of an article with a byline."""
    return replace(store.statements()[0], byline="Ann Example", headline="Talks & *more*", url="https://news.example/1")


@packages
@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("apa", "Ann Example. (2025, May 20). Talks & *more*. Global Times. https://news.example/1."),
        ("bluebook", "Ann Example, Talks & *more*, Global Times, May 20, 2025, https://news.example/1."),
        ("mla", "Ann Example. “Talks & *more*”. Global Times, 20 May 2025, https://news.example/1."),
    ],
)
def test_styles(said: Statement, name: str, reference: str) -> None:
    """Each style has an order and marks of its own."""
    assert reference == Style(name).reference(said, PLAIN)


@packages
@pytest.mark.parametrize("name", [*USUAL_STYLES, "nature"])
def test_every_style(said: Statement, name: str) -> None:
    """Every style that has a short name, and others by their own, names outlet, headline and year."""
    for known in (said, replace(said, byline=None)):
        reference = Style(name).reference(known, PLAIN)
        assert all(part in reference for part in ("Global Times", "Talks & *more*", "2025"))
        assert 1 == reference.count("Global Times")
        assert "Edition" not in reference and not reference.startswith(("[", "1"))


@packages
def test_markdown(said: Statement) -> None:
    """Italics are Markdown's, and the marks of a headline are no marks."""
    assert "Talks & \\*more\\*. *Global Times*" in Style("apa").reference(said, MARKDOWN)


@packages
def test_unknown() -> None:
    """An unknown style is an error that names those there are."""
    with pytest.raises(StyleError) as raised:
        Style("appa")

    assert "apa, bluebook, chicago" in raised.value.mend


@packages
@pytest.mark.parametrize(
    ("name", "near"), [("turabian", "turabian-author-date"), ("Vancover", "vancouver"), ("natur", "nature")]
)
def test_nearest(name: str, near: str) -> None:
    """Styles without a short name are named where they are near."""
    with pytest.raises(StyleError) as raised:
        Style(name)

    assert near in raised.value.mend


@packages
def test_any_case(said: Statement) -> None:
    """A style's name is understood in capitals."""
    assert Style("apa").reference(said, PLAIN) == Style("APA").reference(said, PLAIN)


@packages
def test_beyond_citeproc(said: Statement) -> None:
    """A style that citeproc can't follow is an error that names others, no fault."""
    with pytest.raises(StyleError, match="can't follow the style norma-portuguesa-405"):
        Style("norma-portuguesa-405").reference(said, PLAIN)


def test_without_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing packages are an error that names the extra."""
    monkeypatch.setitem(sys.modules, "citeproc", None)

    with pytest.raises(StyleError) as raised:
        Style("apa")

    assert "statements-cli[cite]" in raised.value.mend


def test_the_command_names_them() -> None:
    """The command's help names the short names there are."""
    assert tuple(USUAL_STYLES) == _STYLES
