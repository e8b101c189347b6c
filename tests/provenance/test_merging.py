"""What tells nothing by itself is no statement, and media are known by name, by noun and by "it"."""

from __future__ import annotations

import re

import pytest

from statements_cli.model import Attribution, Span
from statements_cli.provenance.merging import SourceMedia, unwrapped


def read(marked: str) -> tuple[str, Attribution]:
    """Return a text without its marks: ``<cue>``, ``{source}`` and ``[content]``, and the attribution of these."""
    spans: dict[str, Span] = {}
    text, at = "", 0
    for mark in re.finditer(r"[<{\[]([^>}\]]*)[>}\]]", marked):
        text += marked[at : mark.start()]
        spans[mark[0][0]] = (len(text), len(text) + len(mark[1]))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    parts = [((spans[sign],) if sign in spans else ()) for sign in "[<{"]
    return text, Attribution(parts[0], (), parts[1], parts[2], "indirect")


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        # what somebody was asked, where that opens the sentence
        ("<Asked> [about the report], Guo said no.", False),
        ("<Pressed> [about the report], Guo said no.", False),
        ("<Questioned> [about the report], Guo said no.", False),
        ("<Quizzed> [about the report], Guo said no.", False),
        ("<Asked about> [the report], Guo said no.", False),
        ("<Asked whether> [it is so], Guo said no.", False),
        ("<When asked> [about the report], Guo said no.", False),
        ("{Guo}, when <asked> [about it], said no.", False),
        ("{Guo} <asked> [about the report].", True),
        ("<Asked him about> [the report], Guo said no.", True),
        ("<Told> [about the report], Guo said no.", True),
        # whom a medium cites, in at most twelve words
        ("Reuters said, <citing> [the minister].", False),
        ("Reuters said, <quoting> [the minister].", False),
        ("Reuters said, <citing> [one two three four five six seven eight nine ten eleven twelve].", False),
        ("Reuters said, <citing> [one two three four five six seven eight nine ten eleven twelve more].", True),
        ("Reuters <cited> [the minister].", True),
        # who goes unnamed
        ("{A man} who <declined> [to be named] left.", False),
        ("{A man} who <declined> [to leave] left.", True),
    ],
)
def test_what_tells_nothing(marked: str, kept: bool) -> None:
    """A question, whom a medium cites, and that somebody goes unnamed are no statements."""
    text, attribution = read(marked)

    assert kept == bool(unwrapped(text, None, [attribution], SourceMedia(text, None)))


@pytest.mark.parametrize(
    ("marked", "medium"),
    [
        ("{Reuters} <said> [it rained].", "Reuters"),
        ("{Guo} <said> [it rained].", None),
        ("Reuters told of it in a report. {The report} <said> [it rained].", "Reuters"),
        ("Reuters wrote a story. {The story} <said> [it rained].", "Reuters"),
        ("Reuters printed an article. {That report} <said> [it rained].", "Reuters"),
        ("Guo wrote a story. {The story} <said> [it rained].", None),
        ("{It} <said> [it rained].", None),
    ],
)
def test_media(marked: str, medium: str | None) -> None:
    """A source is a medium by its name, or by a report that one was said to have."""
    text, attribution = read(marked)

    assert [medium] == SourceMedia(text, None).media([attribution])


@pytest.mark.parametrize("word", ["It", "it"])
def test_it_is_the_medium_before(word: str) -> None:
    """A pronoun is the medium of the source before it."""
    text = f"Reuters said so. Then {word} said more."
    first = Attribution(((13, 15),), (), ((8, 12),), ((0, 7),), "indirect")
    again = Attribution(((30, 34),), (), ((25, 29),), ((22, 24),), "indirect")

    assert ["Reuters", "Reuters"] == SourceMedia(text, None).media([first, again])
