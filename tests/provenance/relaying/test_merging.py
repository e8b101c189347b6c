"""What tells nothing by itself is no statement, and media are known by name, by noun and by "it"."""

from __future__ import annotations

import re

import pytest

from statements_cli.model import Attribution, Span
from statements_cli.provenance.relaying.merging import SourceMedia, merged, unwrapped


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
        ("<Asked if> [it is so], Guo said no.", False),
        ("<Asked why> [it is so], Guo said no.", False),
        ("<Asked how> [it is so], Guo said no.", False),
        ("<Asked on> [the report], Guo said no.", False),
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
        ("[It rains], Reuters said, <citing> {the minister}.", True),
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


def said(content: Span, cue: Span, source: Span) -> Attribution:
    """Return an indirect attribution of these spans."""
    return Attribution((content,), (), (cue,), (source,), "indirect")


SAYING = "say " * 60  # two hundred and forty characters without a full stop
BEHIND = said((0, 100), (120, 123), (110, 115))  # a relay behind what it tells
AHEAD = said((100, 200), (20, 23), (0, 8))  # and before it

SHARES = [
    # three quarters of the content are enough, a fifth where the relay closes a single sentence
    (SAYING, AHEAD, said((110, 175), (105, 108), (100, 104)), 0),
    (SAYING, AHEAD, said((110, 174), (105, 108), (100, 104)), None),
    (SAYING, BEHIND, said((10, 20), (5, 8), (0, 4)), 0),
    (SAYING, BEHIND, said((10, 19), (5, 8), (0, 4)), None),
    (f"{SAYING[:50]}. {SAYING}", BEHIND, said((10, 75), (5, 8), (0, 4)), 0),
    (f"{SAYING[:50]}. {SAYING}", BEHIND, said((10, 74), (5, 8), (0, 4)), None),
    # the very same content with cue and source elsewhere, four fifths of the longer one
    (SAYING, BEHIND, said((0, 80), (205, 208), (200, 204)), 0),
    (SAYING, BEHIND, said((0, 79), (205, 208), (200, 204)), None),
    (SAYING, BEHIND, said((0, 125), (205, 208), (200, 204)), 0),
    (SAYING, BEHIND, said((0, 126), (205, 208), (200, 204)), None),
    # cue and source within it, up to its very ends
    (SAYING, BEHIND, said((10, 90), (97, 100), (0, 4)), 0),
    (SAYING, BEHIND, said((10, 90), (97, 101), (0, 4)), 0),
    (SAYING, BEHIND, said((30, 60), (97, 101), (0, 4)), None),
]


@pytest.mark.parametrize(("text", "outer", "inner", "expected"), SHARES)
def test_how_much_a_relay_tells(text: str, outer: Attribution, inner: Attribution, expected: int | None) -> None:
    """A relay is merged into what it tells, where that makes up enough of its content."""
    relayed, merging = merged(text, [inner, outer], [None, "Reuters"])

    assert expected == merging.get(1)
    assert expected is None or {0: ("Reuters",)} == relayed


def test_several_relayed() -> None:
    """A relay that tells two statements is merged into neither, but relays both; one of its own medium is none."""
    one, other = said((10, 45), (5, 8), (0, 4)), said((60, 98), (55, 58), (50, 54))

    assert ({0: ("Reuters",), 2: ("Reuters",)}, {1: -1}) == merged(
        SAYING, [one, BEHIND, other], [None, "Reuters", None]
    )
    assert ({0: ("Reuters",)}, {1: 0}) == merged(SAYING, [one, BEHIND, other], [None, "Reuters", "Reuters"])


def test_the_window() -> None:
    """Relays are looked for among eight statements to each side."""
    one, far = said((10, 90), (5, 8), (0, 4)), said((210, 220), (205, 208), (200, 204))
    near = merged(SAYING, [one, *[far] * 7, BEHIND], [*[None] * 8, "Reuters"])
    farther = merged(SAYING, [one, *[far] * 8, BEHIND], [*[None] * 9, "Reuters"])
    behind = merged(SAYING, [BEHIND, *[far] * 7, one], ["Reuters", *[None] * 8])

    assert [{8: 0}, {}, {0: 8}] == [near[1], farther[1], behind[1]]
