"""The page on the library is current, and shows signatures as they are written."""

from __future__ import annotations

import statements_cli
from tools.api_page import PAGE, described, page, signature_of, text_of


def test_page_is_current() -> None:
    """docs/api.md is what the docstrings say; mend with tools/api_page.py."""
    assert PAGE.read_text("utf-8") == page()


def test_everything_is_described() -> None:
    """Every name that programs use has a section, and every public method of the store."""
    text = page()

    assert [] == [name for name in statements_cli.__all__ if f"\n## {name}\n" not in text]
    assert [] == [name for name in ("search", "from_paths", "close") if f"\n### Store.{name}\n" not in text]


def _short(one: int, *, two: str = "x") -> str:
    """Return ``one``.

    >>> 1
    1
    """
    return two * one


def test_sections() -> None:
    """Annotations and defaults stand as written, names in backticks, examples as code."""
    assert "(one: int, *, two: str = 'x') -> str" == signature_of(_short)
    assert "Return `one`.\n\n```pycon\n>>> 1\n1\n```\n" == text_of(_short)
    assert 1 == len(list(described(_short, "##")))
