"""A speaker across a corpus."""

from __future__ import annotations

from statements_cli.model import Speaker


def test_speakers_record() -> None:
    """A speaker's record has its fields in order, the spellings as a list."""
    made = Speaker("Mao Ning", "person", None, "CN", 2, "2025-05-20", None, ("Mao", "Mao Ning"))
    expected = ["speaker", "type", "role", "country", "statements", "first", "last", "spellings"]
    assert expected == [*made.to_dict()]
    assert ["Mao", "Mao Ning"] == made.to_dict()["spellings"]
