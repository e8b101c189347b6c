"""What kind of mention a source is, and whom it names."""

from __future__ import annotations

import pytest

from statements_cli.speakers.mentions.source_mention import read_mention


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Wednesday", "none"),
        ("2026", "none"),
        ("538", "name"),  # a medium
        ("May 2024", "none"),
        ("May", "name"),  # a surname, too
        ("June Moe", "name"),
        ("Today", "name"),  # a programme
        ("Wednesday Moe", "name"),
        ("20 Minutes", "name"),
    ],
)
def test_times_are_nobody(phrase: str, kind: str) -> None:
    """A weekday, a year or a month with its day is no source."""
    assert kind == read_mention(phrase).kind


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("an asylum-seeker named Beatriz", "Beatriz"),
        ("one father named Firas", "Firas"),
        ("a 17-year-old student named as Andreas", "Andreas"),
        ("a spokesman identified only as Ahmed", "Ahmed"),
        ("a movement called Peace Now", None),  # no noun for a person
        ("a father named the town", None),
    ],
)
def test_names_that_people_are_said_to_have(phrase: str, name: str | None) -> None:
    """A noun for a person with the name behind "named" is the one so named."""
    mention = read_mention(phrase)
    assert (name, "person" if name else "nominal") == (mention.named.name if mention.named else None, mention.kind)
