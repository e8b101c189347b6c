"""By what channel something was said and to whom, and whether that is speech or writing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.provenance.channel import channel_act, channel_of
from statements_cli.provenance.frame import Frame

CHANNELS = [
    ("{She} <said> [it works].", None),
    # platforms, by the ways in which they are named
    ("{She} <wrote> on X that [it works].", "X"),
    ("{She} <wrote> on her official Telegram channel that [it works].", "Telegram"),
    ("{She} <said> in a Truth Social post that [it works].", "Truth Social"),
    ("{She} <said> on Facebook [it works].", "Facebook"),
    ("{She} <tweeted> [it works].", "Twitter"),
    # a platform that something else is about
    ("{The head of the firm X} <said> [it works].", None),
    # nouns for occasions and documents
    ("{She} <said> at a press briefing that [it works].", "press briefing"),
    ("{She} <told> a news conference [it works].", "news conference"),
    ("{She} <said> in a letter that [it works].", "letter"),
    ("{She} <said> in an interview [it works].", "interview"),
    ("In a statement, {she} <said> [it works].", "statement"),
    ("{She} <said> by phone call that [it works].", "phone call"),
    # within a longer word the noun is another
    ("{She} <said> in a pre-letter mood that [it works].", None),
    ("{She} <said> in the letterbox case that [it works].", None),
    ("{She} <said> in “a letter” that [it works].", "letter"),
    ("{She} <said> “in” (a letter) that [it works].", "letter"),
    ("{She} <said> in the mayors’ letter that [it works].", "letter"),
    ("{She} <said> in a letter_box that [it works].", None),
    ("{She} <said> at a post-letter meeting that [it works].", "post-letter meeting"),
    # what leads to a platform and to a noun, what stands between, and how far the noun may be from the saying
    ("{She} <said> on X [it works].", "X"),
    ("{She} <said> to X [it works].", "X"),
    ("{She} <said> via X [it works].", "X"),
    ("{She} <said> over X [it works].", "X"),
    ("{She} <said> through X [it works].", "X"),
    ("{She} <said> in X [it works].", "X"),
    ("{She} <said> at X [it works].", None),
    ("{She} <said> on the social media platform X [it works].", "X"),
    ("{She} <said> on Musk’s X [it works].", "X"),
    ("{She} <said> on X-ray [it works].", None),
    ("{She} <said> in several X posts [it works].", "X"),
    ("{She} <said> in an old big X thread [it works].", "X"),
    ("{She} <said> in an old big red X thread [it works].", "big red X thread"),
    ("{X posts} <said> [it works].", "X"),
    ("His X feed shows it. {She} <said> [it works].", None),
    ("{She} <wrote> [it works]. On X it rained.", None),
    ("{She} <said> in a letter on May 5 that [it works].", "letter"),
    ("{She} <said> in a May 5 letter that [it works].", "letter"),
    ("{She} <said> in a May 1st letter that [it works].", "letter"),
    ("{She} <said> in a May 2nd letter that [it works].", "letter"),
    ("{She} <said> in a May 3rd letter that [it works].", "letter"),
    ("{She} <said> in a May 4th letter that [it works].", "letter"),
    ("{She} <said> in a letter on the 2nd that [it works].", "letter"),
    ("{She} <said> in the mayor’s letter that [it works].", "letter"),
    ("{She} <said> in a long sad big old letter [it works].", "sad big old letter"),
    ("{She} <said> in her weekly radio address that [it works].", "radio address"),
    ("{She} <said> on a call that [it works].", "call"),
    ("{She} <said> on a letter that [it works].", None),
    ("{She} <told> an interview [it works].", None),
    ("{She} <told> the letter [it works].", None),
    ("{She} <told> a briefing [it works].", "briefing"),
    ("{She} <said> [it works], according to a letter.", "letter"),
    ("{She} <said> [it works], according to a big old sad red green letter.", None),
    ("{She} <said> [it works], according to Moe, in a letter.", "letter"),
    ("{She} <said> in a statement emailed to Reuters [it works].", "emailed statement"),
    ("{She} <said> in a statement e-mailed to Reuters [it works].", "emailed statement"),
    ("{She} <said in a letter> [it works].", "letter"),
    ("{She} <said in a Friday letter> [it works].", "letter"),
    ("{She} <tweeted> [it works].", "Twitter"),
    ("In a letter, {she} <said> [it works].", "letter"),
    ("In a letter one two three four five six, {she} <said> [it works].", "letter"),
    ("In a letter one two three four five six seven eight nine {she} <said> [it works].", "letter"),
    ("{She} <said> [it works] in a letter.", "letter"),
    ("{She} <said> [it works] in a letter. [Fish]2 {he}2 <said>2.", "letter"),
    ("{She} <said> one two three four five six seven eight nine ten eleven in a letter [it works].", "letter"),
    ("{She} <said> one two three four five six seven eight nine ten eleven twelve in a letter [it works].", "letter"),
    ("{She} <said> one two three four five six seven eight nine ten eleven twelve thirteen fourteen in a letter [it works].", None),
    ("{She} <said> in a post-letter-mood [it works].", None),
    ("{She} <said> in a press  conference [it works].", "press conference"),
    ("{She} <said> at a PRESS CONFERENCE [it works].", "press conference"),
    ("{She} <said> in a Post [it works].", None),
    ("{She} <said> in a POST [it works].", "post"),
    ("[it works], {she} <said>, according to the Post.", None),
    ("[it works], {she} <said>, according to the post.", "post"),
    ("{She} <said> at the Lund Conference [it works].", "Lund conference"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHANNELS)
def test_channel(text: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """The channel is the platform, occasion or document named with the saying."""
    assert expected == channel_of(framed(text))


@pytest.mark.parametrize(("source", "expected"), [("the letter", "letter"), ("the minister", None), ("", None)])
def test_a_document_is_its_own_channel(source: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """A source that is a document is the channel of what it says."""
    assert expected == channel_of(framed("{It} <said> [it works]."), source)


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("X", "writing"),
        ("Truth Social", "writing"),
        ("letter", "writing"),
        ("open letter", "writing"),
        ("letters", "writing"),
        ("letter of May", "speech"),
        ("sad old letter", "writing"),
        ("op-eds", "writing"),
        ("press briefing", "speech"),
        ("a regular press briefing", "speech"),
        ("phone call", "speech"),
        ("gathering", "speech"),
        ("", "speech"),
        (" ", "speech"),
    ],
)
def test_act_of_a_channel(channel: str, expected: str) -> None:
    """What is said by a channel is writing on platforms and in documents, and speech otherwise."""
    assert expected == channel_act(channel)


WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("{She} <said> in %s letter [it works].", 6),  # between the preposition and its noun
        ("{She} <said> %s in a letter [it works].", 12),  # between the saying and the preposition
        ("{She} <said> [it works], according to %s letter.", 4),
        ("%s in a letter, {she} <said> [it works].", 6),  # before a phrase that a comma parts from the saying
        ("%s in a letter “[it works],” {she} <said>.", 2),  # or a content
    ],
)
def test_how_many_words_stand_between(text: str, most: int, framed: Callable[[str], Frame]) -> None:
    """A noun is the channel up to so many words, and not beyond."""
    near, far = (channel_of(framed(text % " ".join(WORDS[:number]))) for number in (most, most + 1))

    assert near is not None and near.endswith("letter")
    assert far is None


@pytest.mark.parametrize("verb", ["told", "addressed", "addressing", "telling"])
def test_told_an_occasion(verb: str, framed: Callable[[str], Frame]) -> None:
    """A briefing or conference is told something, a letter is not."""
    nouns = ("briefing", "news conference", "letter")

    assert ["briefing", "news conference", None] == [
        channel_of(framed(f"{{She}} <said>, {verb} a {noun}, [it works].")) for noun in nouns
    ]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("call", "call"), ("podcast", "podcast"), ("livestream", "livestream"), ("letter", None), ("interview", None)],
)
def test_on(noun: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """Something is said on a call or podcast; what is on a letter is its subject."""
    assert expected == channel_of(framed(f"{{She}} <said> on a {noun} that [it works]."))


@pytest.mark.parametrize(
    "noun", ["post", "thread", "messages", "video", "account", "page", "channel", "update", "lamp"]
)
def test_of_a_platform(noun: str, framed: Callable[[str], Frame]) -> None:
    """A platform's posts and pages are the platform."""
    assert (None if noun == "lamp" else "X") == channel_of(framed(f"{{She}} <said> in an X {noun} that [it works]."))
