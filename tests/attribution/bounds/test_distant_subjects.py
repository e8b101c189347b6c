"""A subject may stand apart from its verb: of a participle, behind an apposition, before a verb that is joined."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.distant_subjects import (
    continuing,
    far_subject,
    joined,
    of_document,
    of_purpose,
    of_writer,
    unbracketed,
)
from statements_cli.attribution.labelling.dependencies import parse_around, parser_model
from tests.attribution.bounds.labelled_sentences import BEFORE, Read, made_of

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
    ("The bank fell ill, and had said it had no money.", ("had said", "it had no money"), None, "The bank"),
    ("The bank fell ill, had said it had no money.", ("had said", "it had no money"), None, ""),
    ("Saying it had no money, the bank closed.", ("Saying", "it had no money"), None, ""),
    ("Holt told us it fell, also now adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell; adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("Holt told us it fell by adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell in adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell on adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("Holt told us it fell, believing that it rose.", ("believing", "that it rose"), ("told", "Holt", "it fell"), "Holt"),
    ("Holt told us it fell, assuming that it rose.", ("assuming", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("Holt told us it fell, added that it rose.", ("added", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("Holt told us it fell, adding.", ("adding", ""), ("told", "Holt", "it fell"), ""),
    ("Holt believed it fell, adding that it rose.", ("adding", "that it rose"), ("believed", "Holt", "it fell"), "Holt"),
    ("“Holt told us it fell”, adding that it rose.", ("adding", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("Holt told us it fell, “adding that it rose”.", ("adding", "that it rose"), ("told", "Holt", "it fell"), ""),
    ("Holt told us, adding that it rose.", ("adding", "that it rose"), ("told", "Holt", ""), "Holt"),
    ("It was told, adding that it rose.", ("adding", "that it rose"), ("told", "", "It"), "It"),
    ("The bank, a “shop”, closed, saying it had no money.", ("saying", "it had no money"), None, "The bank"),
    ("In Lund, closing, saying it had no money.", ("saying", "it had no money"), None, ""),
    ("“Banks” closed, saying it had no money.", ("saying", "it had no money"), None, ""),
    ("He closed, saying it had no money.", ("saying", "it had no money"), None, "He"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "before", "expected"), ROWS)
def test_continuing(text: str, said: tuple[str, str], before: tuple[str, str, str] | None, expected: str) -> None:
    """The subject is that of the finding before in the sentence, else of the verb it hangs on."""
    for passage in (text, f"{BEFORE}{text}"):
        read = Read(passage)
        parse_around(read.columns, (read.span(said[0]),), parser_model())
        finding = read.finding(said[0], "", said[1])
        earlier = [read.finding(*before)] if before else []

        found = continuing(read.columns, finding, earlier)

        assert expected == read.words(found.source)
        assert found.source_margin == (finding.cue.probability if expected else finding.source_margin)


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


def test_joined() -> None:
    """A verb joined by "and" has the subject of the one before; one with a subject of its own keeps it."""
    read = Read("Obama said he had a long call and agreed to start talks.")
    before = read.finding("said", "Obama", "he had a long call")
    assert before.source == joined(read.columns, read.finding("agreed to", "", "start talks"), before).source
    own = read.finding("agreed to", "he", "start talks")
    assert own == joined(read.columns, own, before)


FAR = [
    # text, cue, content; the source it gets, "" for none
    ("“It fell,” Bo Lund, a builder in Bergen, Norway, said on Monday.", "said", "“It fell,”", "Bo Lund, a builder in Bergen, Norway"),
    ("The Oak Guild, an open community of sailors, has said it fell.", "has said", "it fell", "The Oak Guild, an open community of sailors"),
    ("“It fell,” Bo Lund said on Monday.", "said", "“It fell,”", ""),
    ("“It fell,” Bo Lund, who left, said on Monday.", "said", "“It fell,”", ""),
    ("“It fell,” a man, a builder in Bergen, said on Monday.", "said", "“It fell,”", ""),
    ("Later, in Bergen, said it fell.", "said", "it fell", ""),
    ("“It fell,” Bo Lund, a builder in Bergen, Norway, sang on Monday.", "sang", "“It fell,”", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), FAR)
def test_far_subject(text: str, cue: str, content: str, expected: str) -> None:
    """A name with its apposition stands between a quotation, or the sentence's beginning, and the verb."""
    for passage in (text, f"{BEFORE}{text}"):
        read = Read(passage)

        assert expected == read.words(far_subject(read.columns, read.finding(cue, "", content)).source)


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("LUND (QNX)Senator Holt said it fell.", "QNX)Senator Holt", "Senator Holt|it fell|0.125 0.5 0.9 0.9 0.9"),
        ("Senator Holt (Lund) said it fell.", "Senator Holt (Lund)", ""),
        ("Senator Holt said it fell.", "Senator Holt", ""),
    ],
)
def test_unbracketed(text: str, source: str, expected: str) -> None:
    """A bracket that ends before a name is no part of it."""
    assert {expected} == made_of(unbracketed, text, "said", source, "it fell")


PURPOSES = [
    ("The mayor used a talk with teachers to warn that it fell.", "teachers", "The mayor"),
    ("Ann Lee and Moe used a talk to warn that it fell.", "", "Ann Lee and Moe"),
    ("In May, the mayor took the chance to warn that it fell.", "", "the mayor"),
    ("Parents rallied outside the ministry to warn that it fell.", "the ministry", "Parents"),
    ("Parents sat outside the ministry to warn that it fell.", "the ministry", ""),
    ("The mayor asked the teachers to warn that it fell.", "the teachers", ""),
    ("The mayor used men who came to warn that it fell.", "men", ""),
    ("The mayor used a talk, and Moe came to warn that it fell.", "Moe", ""),
]


@pytest.mark.parametrize(("text", "source", "expected"), PURPOSES)
def test_of_purpose(text: str, source: str, expected: str) -> None:
    """Who uses an occasion to say something says it, not whom they meet there."""
    made = f"{expected}|that it fell|0.125 0.75 0.9 0.9 0.9" if expected else ""
    assert {made} == made_of(of_purpose, text, "to warn", source, "that it fell")


DOCUMENTS = [
    # text, cue, source as labelled; as it is, "" for the same
    ("A memo reviewed by the agency said it fell.", "said", "the agency", "A memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("One poll of voters cited by Kask said it fell.", "said", "Kask", "One poll of voters cited by Kask|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A memo reviewed by the agency also said it fell.", "said", "the agency", "A memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A man arrested by the agency said it fell.", "said", "the agency", ""),
    ("Reviewed by the agency said it fell.", "said", "the agency", ""),
    ("A memo reviewed for the agency said it fell.", "said", "the agency", ""),
    ("It fell and the agency said it fell.", "said", "the agency", ""),
    ("A memo reviewed by the agency also now said it fell.", "said", "the agency", "A memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A memo reviewed by the agency also now then said it fell.", "said", "the agency", ""),
    ("Memo reviewed by the agency said it fell.", "said", "the agency", "Memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A big memo of men of Lund reviewed by the agency said it fell.", "said", "the agency", "A big memo of men of Lund reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("It fell, reviewed by the agency said it fell.", "said", "the agency", ""),
    ("A memo “reviewed by the agency” said it fell.", "said", "the agency", ""),
    ("A memo reviewed by the agency said it fell.", "said", "agency", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "expected"), DOCUMENTS)
def test_of_document(text: str, cue: str, source: str, expected: str) -> None:
    """The noun before the participle is the source, with what goes on it."""
    assert {expected} == made_of(of_document, text, cue, source, "it fell")


# text, cue, source as labelled; source and content, "" where they stay
QUOTED = [
    (
        "Lee quoted a letter by Ann Moe, saying it was shut.",
        "saying",
        "Lee",
        "Ann Moe|it was shut|0.125 0.5 0.9 0.9 0.9",
    ),
    (
        "Lee quoted a signed letter from Old Secretary To Moe, posted in May, saying it was shut.",
        "saying",
        "Lee",
        "Old Secretary To Moe|it was shut|0.125 0.5 0.9 0.9 0.9",
    ),
    (
        "Lee cited a letter from Ann Moe, which says it was shut.",
        "says",
        "which",
        "Ann Moe|it was shut|0.125 0.5 0.9 0.9 0.9",
    ),
    ("Lee read a letter by Ann Moe, saying it was shut.", "saying", "Lee", ""),
    ("Lee quoted a man by Ann Moe, saying it was shut.", "saying", "Lee", ""),
    ("Lee quoted a letter by teachers, saying it was shut.", "saying", "Lee", ""),
    ("Lee quoted a letter by Ann Moe and left, saying it was shut.", "saying", "Lee", ""),
    ("Lee quoted a letter by Ann Moe and said it was shut.", "said", "Lee", ""),
    ("Lee quoted a letter of Ann Moe, saying it was shut.", "saying", "Lee", ""),
    ("Saying it was shut, Lee quoted a letter by Ann Moe.", "Saying", "Lee", ""),
]


@pytest.mark.parametrize(("text", "cue", "source", "expected"), QUOTED)
def test_of_writer(text: str, cue: str, source: str, expected: str) -> None:
    """Who wrote a document says what another quotes from it."""
    assert {expected} == made_of(of_writer, text, cue, source, "it was shut")
