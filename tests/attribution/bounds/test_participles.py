"""A participle that says more has the speaker of its sentence."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.participles import continuing
from statements_cli.attribution.labelling.dependencies import parse_around, parser_model
from tests.attribution.bounds.labelled_sentences import BEFORE, Read

ROWS = [
    # text, participle and content; cue, source and content of the finding before it; the source it gets
    ("Holt told us it fell, adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell, also adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell and adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("Holt told us it fell, adding “it rose”.", ("adding", "“it rose”"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell, singing that it rose.", ("singing", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("The bank closed its doors, saying it had no money.", ("saying", "it had no money"), None, "The bank"),
    ("The bank replied by saying it had no money.", ("saying", "it had no money"), None, "The bank"),
    ("Saying it had no money, the bank closed.", ("Saying", "it had no money"), None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "before", "expected"), ROWS)
def test_continuing(text: str, said: tuple[str, str], before: tuple[str, str, str] | None, expected: str) -> None:
    """The subject is that of the finding before in the sentence, else of the verb it hangs on."""
    for passage in (text, f"{BEFORE}{text}"):
        read = Read(passage)
        parse_around(read.columns, (read.span(said[0]),), parser_model())
        finding = read.finding(said[0], "", said[1])
        earlier = [read.finding(*before)] if before else []

        assert expected == read.words(continuing(read.columns, finding, earlier).source)


def test_own_source() -> None:
    """A participle that has a source keeps it."""
    read = Read("Holt told us it fell, Kask adding that it rose.")
    finding = read.finding("adding", "Kask", "that it rose")

    assert finding == continuing(read.columns, finding, [read.finding("told", "Holt", "it fell")])


def test_other_sentence() -> None:
    """Who speaks in the sentence before is not who goes on."""
    read = Read("Holt told us it fell. It stood, adding that it rose.")
    found = continuing(
        read.columns, read.finding("adding", "", "that it rose"), [read.finding("told", "Holt", "it fell")]
    )

    assert () == found.source
