"""Whom a source quotes or cites by name is found in the frame."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import Frame, Framer
from statements_cli.provenance.relaying.cited import cited_source, quoted_source
from statements_cli.provenance.relaying.reporters import poll

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

QUOTED = [
    ("{Pham} <quoted> an article by To Lam, stating, [so].", "To Lam"),
    ("{Pham} <quoted> the big old letter of To Lam published in May, [so].", "To Lam"),
    ("{Pham} <cited> a speech from To Lam who sang, [so].", "To Lam"),
    ("{Pham} <quoted> men as saying [so].", "men"),
    ("{Pham} <cited> To Lam as telling [so].", "To Lam"),
    ("{Pham} <quotes> To Lam as writing [so].", "To Lam"),
    ("{Pham} <cited> To Lam, now minister, as once saying [so].", "To Lam"),
    ("{Pham} <cited> To Lam as also saying [so].", "To Lam"),
    ("{Pham} <cited> To Lam as never saying [so].", ""),
    # no work, nobody named, another's words, too far behind
    ("{Pham} <quoted> a lamp by To Lam, [so].", ""),
    ("{Pham} <quoted> an article by men, [so].", ""),
    ("{Pham} was quoted men as saying [so].", ""),
    (f"{{Pham}} sang {'a b ' * 12}<quoted> To Lam as saying [so].", "To Lam"),
    (f"{{Pham}} sang {'a b ' * 14}<quoted> To Lam as saying [so].", "To Lam"),
    (f"{{Pham}} <sang> {'a b ' * 12}and quoted To Lam as saying [so].", "To Lam"),
    (f"{{Pham}} <sang> {'a b ' * 14}and quoted To Lam as saying [so].", ""),
    ("He quoted To Lam as saying it and {Pham} <said> [so].", ""),
    ("It was <quoted> To Lam as saying [so].", ""),
]

CITED = [
    ("{Reuters} <said>, citing the minister, Kari Moe, [so].", "the minister, Kari Moe"),
    ("{Reuters} <said>, citing Kari Moe, [so].", "Kari Moe"),
    ("{Reuters} <said>, citing Kari Moe. [so].", "Kari Moe"),
    ("{Reuters} <said>, citing Minister Moe, Head of the Harbour, [so].", "Minister Moe, Head of the Harbour"),
    ("{Reuters} <said>, citing Minister Moe, Head of the Harbour Office, [so].", "Minister Moe"),
    ("{Reuters} <said>, citing men, [so], citing Kari Moe.", "Kari Moe"),
    ("{Reuters} <said>, citing the minister, kari moe, [so].", ""),
    ("{Reuters} <said>, citing a Harbour report, [so].", ""),
    ("{Reuters} <said> [so].", ""),
]

QUOTING = [
    ("{The statement} <said>, quoting the director, Kari Moe, [so].", "the director, Kari Moe"),
    ("{The statement} <said>, quoting Kari Moe, [so].", "Kari Moe"),
    ("{The statement} <said>, quoting men, [so].", ""),
    ("{The statement} <said>, citing Kari Moe, [so].", ""),
]

NEAR = "It rained. " * 25
POLLS = [
    ("In a Tribune poll, {18% of men} <said> [so].", "Tribune poll"),
    ("In a Tribune/Radio 5 News survey, {18 percent of men} <said> [so].", "Tribune/Radio 5 News survey"),
    ("In a Tribune poll, {18 per cent} <said> [so].", "Tribune poll"),
    ("In a Tribune poll, {18.5} <said> [so].", "Tribune poll"),
    ("In a Tribune poll, {two in 10} <said> [so].", "Tribune poll"),
    ("In a Tribune poll, {two in ten} <said> [so].", "Tribune poll"),
    ("In a Tribune poll, {those polled} <said> [so].", "Tribune poll"),
    ("In a Tribune poll, {the surveyed} <said> [so].", "Tribune poll"),
    ("The Tribune poll shows {respondents} <said> [so].", "Tribune poll"),
    ("But Tribune poll shows {18% of men} <said> [so].", "Tribune poll"),
    ("An Tribune poll shows {18% of men} <said> [so].", "Tribune poll"),
    ("A Tribune poll shows {18% of men} <said> [so].", "Tribune poll"),
    # who asked the people that speak
    ("{52% of traders polled by UBS} <said> [so].", "UBS"),
    ("{52% of traders surveyed last year by the Skarv Group} <said> [so].", "Skarv Group"),
    ("{52% of traders that Kari Moe polled} <said> [so].", "Kari Moe"),
    ("{52% of traders whom the Bank of Oslo had surveyed} <said> [so].", "Bank of Oslo"),
    ("{52% of traders polled} last year <said> [so], polled by phone.", None),
    ("{Traders asked by UBS} <said> [so].", None),
    ("In a Tribune poll, {men} <said> [so].", None),
    ("In a poll, {18% of men} <said> [so].", None),
    # named before, the nearest within three hundred characters
    ("A Tribune Poll asked. {Two in ten} <said> [so].", "Tribune Poll"),
    ("A Tribune Poll asked. The Sun Poll too. {Two in ten} <said> [so].", "Sun Poll"),
    (f"A Tribune Poll asked. {NEAR}{{Two in ten}} <said> [so].", "Tribune Poll"),
    (f"A Tribune Poll asked. {NEAR}{NEAR}{{Two in ten}} <said> [so].", None),
]


@pytest.fixture
def framed(marked: Marked) -> Callable[[str], tuple[str, Frame, str]]:
    """Return text, frame and source words of the first attribution of a marked text."""

    def frame(story: str) -> tuple[str, Frame, str]:
        text, article, attributions = marked(story)
        source = " ".join(text[start:end] for start, end in attributions[0].source)
        return text, Framer(ArticleText.plain(article, text)).frames(attributions)[0], source

    return frame


@pytest.mark.parametrize(("story", "expected"), QUOTED)
def test_quoted(framed: Callable[[str], tuple[str, Frame, str]], story: str, expected: str) -> None:
    """A source that quotes somebody's work or words names whose they are."""
    _, frame, _ = framed(story)
    span = quoted_source(frame)

    assert expected == (frame.words[slice(*span)] if span is not None else "")


@pytest.mark.parametrize(("story", "expected"), CITED)
def test_cited(framed: Callable[[str], tuple[str, Frame, str]], story: str, expected: str) -> None:
    """Somebody cited has a name, and an apposition belongs to it."""
    _, frame, _ = framed(story)
    span = cited_source(frame)

    assert expected == (frame.words[slice(*span)] if span is not None else "")


@pytest.mark.parametrize(("story", "expected"), QUOTING)
def test_quoting(framed: Callable[[str], tuple[str, Frame, str]], story: str, expected: str) -> None:
    """A document that speaks "quoting" somebody has its own verb for that."""
    _, frame, _ = framed(story)
    span = cited_source(frame, "quoting")

    assert expected == (frame.words[slice(*span)] if span is not None else "")


@pytest.mark.parametrize(("story", "expected"), POLLS)
def test_poll(framed: Callable[[str], tuple[str, Frame, str]], story: str, expected: str | None) -> None:
    """A share of people was asked by the poll named beside or just before."""
    text, frame, source = framed(story)

    assert expected == poll(frame, source, text)
