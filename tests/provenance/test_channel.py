"""By what channel something was said and to whom, and whether that is speech or writing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution
from statements_cli.provenance.channel import audience_of, channel_act, channel_of
from statements_cli.provenance.frame import Frame, Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

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
]

AUDIENCES = [
    ("{She} <said> [it works].", None),
    ("{She} <told> the Global Times that [it works].", "Global Times"),
    ("{She} <told> reporters [it works].", "reporters"),
    ("{She} <told> us [it works].", None),
    ("{She} <spoke> to lawmakers, <saying> [it works].", "lawmakers"),
]


@pytest.fixture
def framed(marked: Marked) -> Callable[[str], Frame]:
    """Frame the first attribution of a marked text."""

    def frame(text: str) -> Frame:
        plain, article, attributions = marked(text)
        return Framer(ArticleText.plain(article, plain)).frames(attributions)[0]

    return frame


@pytest.mark.parametrize(("text", "expected"), CHANNELS)
def test_channel(text: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """The channel is the platform, occasion or document named with the saying."""
    assert expected == channel_of(framed(text))


@pytest.mark.parametrize(("source", "expected"), [("the letter", "letter"), ("the minister", None), ("", None)])
def test_a_document_is_its_own_channel(source: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """A source that is a document is the channel of what it says."""
    assert expected == channel_of(framed("{It} <said> [it works]."), source)


@pytest.mark.parametrize(("text", "expected"), AUDIENCES)
def test_audience(text: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """The audience is whom the cue was directed at."""
    assert expected == audience_of(framed(text))


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("X", "writing"),
        ("Truth Social", "writing"),
        ("letter", "writing"),
        ("open letter", "writing"),
        ("letters", "writing"),
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
