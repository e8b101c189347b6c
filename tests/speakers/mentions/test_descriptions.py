"""Descriptions of who speaks."""

from __future__ import annotations

import pytest

from statements_cli.speakers.mentions.descriptions import holds_name, is_agentive, owner_of


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("trader", True), ("trainee", True), ("postman", True), ("actor", True), ("boer", False), ("ministry", False)],
)
def test_who_does_something(noun: str, expected: bool) -> None:
    """The ending tells, with three letters and more before it."""
    assert is_agentive(noun) == expected


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        ("the Skarv report", "report", "Skarv"),
        ("The paper, Farming in Norway,", "paper", ""),
        ("The paper, published by Skarv", "paper", "Skarv"),
    ],
)
def test_owner_of(words: str, head: str, expected: str) -> None:
    """Who published a document is named before it or behind "by"; its title names nobody."""
    assert owner_of(words, head) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("quirk of Danish custom", False), ("a shop", False), ("the Lund shop", True), ("the Danish Skarv shop", True)],
)
def test_holds_name(words: str, expected: bool) -> None:
    """A country's adjective is no name."""
    assert holds_name(words) == expected
