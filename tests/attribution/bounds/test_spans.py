"""Outer marks, an introducing "that", commas, dashes and a last full stop are trimmed; the kind is told by the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.bounds.spans import kind_of, to_attribution, trim
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.token_columns import Columns, columns
from statements_cli.model import Clue, ClueKind, Kind, Spans
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import tokenize

TRIMMED = [
    ("“We hope so,”", "We hope so"),
    ('"We hope so,"', "We hope so"),
    ("''We hope so,''", "We hope so"),
    ("‘We hope so,’", "We hope so"),
    ("« Nous l’espérons »", "Nous l’espérons"),
    ("„Wir hoffen es“", "Wir hoffen es"),
    ("「中国支持和谈。」", "中国支持和谈。"),
    ("“Is it over?”", "Is it over?"),
    ("“We hope so", "We hope so"),  # never closed
    (", that China supports peace talks,", "China supports peace talks"),
    ("that, in time, it will end —", "in time, it will end"),
    ('"We hope so" --', "We hope so"),
    ("-- we hope so--", "we hope so"),
    ("-5 degrees", "-5 degrees"),
    ("that “there is no time”", "there is no time"),
    ("That is the plan", "is the plan"),  # capitals do not tell "that" from "that"
    ("thatch burns", "thatch burns"),
    ("that", "that"),  # nothing follows
    ("“yes” and “no”", "“yes” and “no”"),  # two pairs: neither is outer
    ('"yes" and "no"', '"yes" and "no"'),
    ("the idea as “not viable at all”", "the idea as “not viable at all”"),
    ('"We call it “peace,” and mean it,"', "We call it “peace,” and mean it"),
    ('"We call it "peace," and mean it,"', 'We call it "peace," and mean it'),
    ("“‘No,’ he told me”", "‘No,’ he told me"),
    ("‘No,’ he told me", "‘No,’ he told me"),
    ("“” ,", None),
    (" ,;: ", None),
    # one pair of marks and no two, of the same sort
    ("‘No’", "No"),
    ("‘a’", "a"),
    ("''", None),
    ("'We go'", "We go"),
    ("‘a’ and ‘b’", "‘a’ and ‘b’"),
    ("“a” and “b”", "“a” and “b”"),
    ('"a" and "b"', '"a" and "b"'),
    ("„a“ und „b“", "„a“ und „b“"),
    ("«a» «b»", "«a» «b»"),
    ("“a “b” c”", "a “b” c"),
    ('‘We go"', '‘We go"'),
    ("We go”", "We go”"),
    ("『行く』", "行く"),
    ("  “‘We go’”  ", "We go"),
    # "that" and dashes at the edges, outside marks and inside
    (": that We", "We"),
    ("thatch", "thatch"),
    ("--We go--", "We go"),
    ("-We go-", "-We go-"),
    ("“— We go”", "We go"),
    # marks that open no quotation
    ("” We go", "We go"),
    ("』We go", "We go"),
    ('” We go "', "We go"),
    ("» We go «", "We go"),
    ("” We “go", "” We “go"),
    ("’ We go", "’ We go"),
    ("‘ We go ‘ so", "‘ We go ‘ so"),
    ("'a 'b", "'a 'b"),
]
KINDS: list[tuple[str, Kind]] = [
    ("“We hope so very much,”", "direct"),
    ("that “we hope so very much”", "direct"),
    ("“We hope” , “so very much”", "direct"),
    ("the talks are “very much” alive", "mixed"),
    ("that the talks “go on”", "mixed"),
    ("the talks go on", "indirect"),
]


def read(text: str, paragraphs: Spans | None = None) -> tuple[Columns, Regions]:
    """The columns and quotations of a text."""
    paragraphs = paragraphs or ((0, len(text)),)
    tokens = tokenize(text, paragraphs)
    tag(tokens)
    quotations = find_quotations(text, paragraphs)
    made = columns(tokens, quotations)
    return made, Regions(made, quotations)


@pytest.mark.parametrize(("text", "expected"), TRIMMED)
def test_trim(text: str, expected: str | None) -> None:
    """One pair of marks around all of it is taken off, and what stands at its ends without being said."""
    _, regions = read(text)
    found = trim(text, (0, len(text)), regions, first=True)
    assert expected == (None if found is None else text[slice(*found)])


def test_that_introduces_only_the_first_piece() -> None:
    """In the second half of a split statement "that" was said."""
    text = "that one day it will end"
    _, regions = read(text)
    assert (0, len(text)) == trim(text, (0, len(text)), regions, first=False)


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: Kind) -> None:
    """Direct where all words stand between marks, mixed where some do, indirect where none does."""
    made, _ = read(text)
    assert expected == kind_of(made, ((0, len(made.tokens)),))


def test_reopened_paragraphs_are_pieces() -> None:
    """The marks that reopen a quotation are outer ones: each paragraph is a piece without them."""
    text = "“We will go on.\n“We will not stop.”"
    made, regions = read(text, ((0, 15), (16, 35)))
    candidate = AttributionCandidate((), (), ((0, len(made.tokens)),), 0.5, ())
    found = to_attribution(made, regions, candidate)
    assert ["We will go on.", "We will not stop."] == [text[a:b] for a, b in found.content]
    assert "direct" == found.kind


@given(st.text("aB tht,;:—-“”\"'‘’«»", max_size=30))
def test_any_text(text: str) -> None:
    """What is left lies inside what was given, with no white space or comma at its ends."""
    _, regions = read(text)
    found = trim(text, (0, len(text)), regions, first=True)
    if found is not None:
        start, end = found
        assert 0 <= start < end <= len(text)
        assert text[start] not in " ,;:"
        assert text[end - 1] not in " ,;:"


# the text; the words of content, cue and source; content and quotes in characters, the cue, the kind
WHOLE: list[tuple[str, tuple[str, ...], str, str, str, str, str, Kind]] = [
    ("“We go,” he said.", ("“We go,”",), "said", "he", "We go", "We go", "said", "direct"),
    ("He said: “We go.”", ("“We go.”",), "said:", "He", "We go.", "We go.", "said", "direct"),
    ("He said, we go.", ("we go",), "said,", "He", "we go", "", "said", "indirect"),
    ("He said we go.", ("we go.",), "said", "He", "we go", "", "said", "indirect"),  # the stop is the sentence's
    ("He said we go to the U.S.", ("we go to the U.S.",), "said", "He", "we go to the U.S.", "", "said", "indirect"),
    ("He said we go . . .", ("we go . . .",), "said", "He", "we go . . .", "", "said", "indirect"),
    ("He said .", (".",), "said", "He", ".", "", "said", "indirect"),
    ("He said “we” go.", ("“we” go.",), "said", "He", "“we” go", "we", "said", "mixed"),
    (": “We go.”", ("“We go.”",), ":", "", "We go.", "We go.", ":", "direct"),  # a colon alone is the cue
    ("He said that “we” go.", ("that “we” go",), "said", "He", "“we” go", "we", "said", "mixed"),
    ("He said “we” go “now.”", ("“we” go “now.”",), "said", "He", "“we” go “now.”", "we / now.", "said", "mixed"),
    ("He said “we, ” go.", ("“we, ” go",), "said", "He", "“we, ” go", "we", "said", "mixed"),
    ("He said “,” so.", ("“,”",), "said", "He", "“,”", "", "said", "indirect"),  # nothing but marks
    ("“We go,” he said, “that is it.”", ("“We go,”", "“that is it.”"), "said", "he", "We go / that is it.", "We go / that is it.", "said", "direct"),
    ("We go, he said, that we go.", ("We go", "that we go"), "said", "he", "We go / that we go", "", "said", "indirect"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "cue", "source", "said", "quoted", "verb", "kind"), WHOLE)
def test_to_attribution(
    text: str, content: tuple[str, ...], cue: str, source: str, said: str, quoted: str, verb: str, kind: Kind
) -> None:
    """An attribution has its content without marks, what of it is quoted, and its cue without a colon."""
    made, regions = read(text)

    def tokens(*words: str) -> tuple[tuple[int, int], ...]:
        spans = [made.tokens.within((text.index(one), text.index(one) + len(one))) for one in words if one]
        return tuple((one.start, one.stop) for one in spans)

    def shown(spans: Spans) -> str:
        return " / ".join(text[start:end] for start, end in spans)

    candidate = AttributionCandidate(tokens(cue), tokens(source), tokens(*content), 0.98765, ())
    found = to_attribution(made, regions, candidate)

    assert (said, quoted, verb, source) == tuple(map(shown, (found.content, found.quotes, found.cue, found.source)))
    assert (kind, 0.988, ()) == (found.kind, found.confidence, found.evidence)


@pytest.mark.parametrize(("clue", "kind"), [("post", "direct"), ("answer", "direct"), ("relay", "indirect")])
def test_verbatim(clue: ClueKind, kind: Kind) -> None:
    """A post and an answer are the speaker's own words, without any marks."""
    made, regions = read("We go.")
    found = to_attribution(made, regions, AttributionCandidate((), (), ((0, 3),), 0.5, (Clue(clue),)))

    assert (kind, ((0, 6),) if kind == "direct" else ()) == (found.kind, found.quotes)
    assert (Clue(clue),) == found.evidence
