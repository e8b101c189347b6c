"""Patterns match alike in every version of Python."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).resolve().parent.parent / "src").rglob("*.py"))
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9,]+\}|\{\{[0-9,]+\}\})\+")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [(r"(?:a|ab)*+c", True), (r"(?:a ){{0,4}}+", True), (r"(?>(?:a|ab)*)c", False), (r"[ab]*+c", False), (r"\)++", False)],
)  # fmt: skip
def test_possessive_groups_are_seen(pattern: str, found: bool) -> None:
    """A group is one, a class of characters and an escaped bracket are none."""
    assert bool(POSSESSIVE_GROUP.search(pattern)) is found


def test_no_group_is_possessive() -> None:
    """Before Python 3.11.5 a possessive group that goes back within itself matches too little: write ``(?>...)``."""
    lines = ((path.name, line) for path in SOURCES for line in path.read_text("utf-8").split("\n"))
    patterns = [(name, line) for name, line in lines if "(?" in line]
    assert [(name, line.strip()) for name, line in patterns if POSSESSIVE_GROUP.search(line)] == []
