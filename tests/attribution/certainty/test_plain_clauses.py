"""A pronoun and its verb behind a verb of saying are said, and what a colon spells out."""

from __future__ import annotations

import pytest

from statements_cli.attribution.certainty.plain_clauses import spells_out, tells_clause
from tests.attribution.bounds.labelled_sentences import Read


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), [
    ("Moe said he was close.", "Moe", "said", "he was close", True),
    ("Moe said on Sunday he was close.", "Moe", "said", "he was close", True),
    ("Moe said on one of those old days he was close.", "Moe", "said", "he was close", False),
    ("Moe said Lee was close.", "Moe", "said", "Lee was close", False),
    ("Moe said that he was close.", "Moe", "said", "that he was close", False),
    ("Moe knew he was close.", "Moe", "knew", "he was close", False),
    ("Moe later said he was close.", "Moe", "said", "he was close", False),
    ("Moe said he, too.", "Moe", "said", "he, too", False),
    ("It was close, Moe said.", "Moe", "said", "It was close", False),
    ("“Moe said he was close.”", "Moe", "said", "he was close", False),
    ("Moe said he was close.", "", "said", "he was close", False),
])  # fmt: skip
def test_tells_clause(text: str, source: str, cue: str, content: str, expected: bool) -> None:
    """At most a day stands between the verb and the clause."""
    read = Read(text)
    finding = read.finding(cue, source, content)

    assert tells_clause(read.columns, finding, finding.content) is expected


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), [
    ("He set out his terms: the mills must close.", "He", "set out", "the mills must close", True),
    ("He gave his reasons: it was late.", "He", "gave", "it was late", True),
    ("He gave his hats: it was late.", "He", "gave", "it was late", False),
    ("He saw his terms: it was late.", "He", "saw", "it was late", False),
    ("He gave his terms, it was late.", "He", "gave", "it was late", False),
    ("He gave his terms: it was late.", "", "gave", "it was late", False),
])  # fmt: skip
def test_spells_out(text: str, source: str, cue: str, content: str, expected: bool) -> None:
    """Terms and reasons are set out behind a colon."""
    read = Read(text)
    finding = read.finding(cue, source, content)

    assert spells_out(read.columns, finding, finding.content) is expected
