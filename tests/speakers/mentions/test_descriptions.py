"""Descriptions of who speaks."""

from __future__ import annotations

import pytest

from statements_cli.speakers.mentions.descriptions import is_agentive


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("trader", True), ("trainee", True), ("postman", True), ("actor", True), ("boer", False), ("ministry", False)],
)
def test_who_does_something(noun: str, expected: bool) -> None:
    """The ending tells, with three letters and more before it."""
    assert is_agentive(noun) == expected
