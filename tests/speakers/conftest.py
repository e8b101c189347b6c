"""Short articles with their sources marked, read for the tests of this folder.

``[...]`` marks a source, ``{...}`` a content, ``<...>`` a cue where cues are marked: the first source is the first content's and so on, ``[]``
where nobody is named. Paragraphs are parted by line ends; a first line that ends in ``#`` is the headline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Block, Resolution, Span, Spans
from statements_cli.speakers.coreference.resolve import resolve
from statements_cli.speakers.corpus.name_matching import CorpusSpeaker
from statements_cli.speakers.corpus.registry import Key, brought_together, by_key, told_under
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.user_names import Names

_MARK = re.compile(r"[\[\]{}<>]")


def marked(story: str) -> tuple[str, list[Attribution]]:
    """Return the text without marks, and the attributions they mark, in text order."""
    text = ""
    sources: list[Span] = []
    contents: list[Span] = []
    cues: list[Span] = []
    opened: dict[str, int] = {}
    at = 0
    for mark in _MARK.finditer(story):
        text += story[at : mark.start()]
        at = mark.end()
        sign = mark.group()
        if sign in "[{<":
            opened[sign] = len(text)
        elif sign == "]":
            sources.append((opened["["], len(text)))
        elif sign == ">":
            cues.append((opened["<"], len(text)))
        else:
            contents.append((opened["{"], len(text)))
    text += story[at:]
    told_by: list[Spans] = [(cue,) for cue in cues] or [()] * len(sources)
    triples = zip(sources, contents, told_by, strict=True)
    return text, [_attribution(text, *triple) for triple in triples]


def _attribution(text: str, source: Span, content: Span, cue: Spans) -> Attribution:
    spans = (source,) if source[0] < source[1] else ()
    if text[content[0] - 1 : content[0]] in ('"', "“"):
        return Attribution((content,), (content,), cue, spans, "direct")
    return Attribution((content,), (), cue, spans, "indirect")


def article_of(text: str, outlet: str | None = None) -> Article:
    """Return an article whose paragraphs are the text's lines, a first line ending in # its headline."""
    blocks: list[Block] = []
    for line in re.finditer(r"[^\n]+", text):
        headline = not blocks and line.group().endswith("#")
        blocks.append(Block(line.span(), "headline" if headline else "paragraph"))
    return Article("a", "a.txt", (0, len(text)), tuple(blocks), outlet=outlet)


def told(story: str, names: Names | None = None, outlet: str | None = None) -> list[Resolution]:
    """Return what is told of each marked statement's source."""
    text, attributions = marked(story)
    return list(resolve(ArticleText.plain(article_of(text, outlet), text), attributions, names))


def check(story: str, expected: str) -> None:
    """Compare with rows parted by ``;``: ``speaker|type|role|country``, ``*`` anything, empty none."""
    got = told(story)
    wanted = [row.strip().split("|") for row in expected.split(";")]
    assert len(wanted) == len(got), "a row for every statement"
    for row, one in zip(wanted, got, strict=True):
        values = [one.speaker or "", one.type or "", one.role or "", one.country or ""]
        shown = [value if want != "*" else "*" for want, value in zip(row, values, strict=False)]
        assert row == shown


@pytest.fixture(scope="session", name="told")
def told_fixture() -> Callable[..., list[Resolution]]:
    """Return what is told of each statement of a marked story."""
    return told


@pytest.fixture(scope="session", name="check")
def check_fixture() -> Callable[[str, str], None]:
    """Return the comparison of a marked story with the rows expected."""
    return check


def meant(mentions: Iterable[tuple[str, str, str | None, str | None]]) -> dict[Key, CorpusSpeaker]:
    """Return who is meant by each name, type and country in a corpus of these names, types, roles and countries."""
    told = told_under(((name, kind, country or ""), role, 1) for name, kind, role, country in mentions)
    return by_key(brought_together(told))


@pytest.fixture(scope="session", name="meant")
def meant_fixture() -> Callable[..., dict[Key, CorpusSpeaker]]:
    """Return who is meant by each name of a corpus."""
    return meant


def scan_of(text: str) -> MentionScan:
    """Return the capitalised runs and pronouns of an article whose paragraphs are the text's lines."""
    return ArticleText.plain(article_of(text), text).once(MentionScan)


@pytest.fixture(scope="session", name="scan_of")
def scan_of_fixture() -> Callable[[str], MentionScan]:
    """Return the reader of a text's names and pronouns."""
    return scan_of
