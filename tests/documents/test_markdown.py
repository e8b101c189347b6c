"""What a reader sees of Markdown, and that statements in it keep the offsets of the file."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import read
from statements_cli.documents.markdown import markup
from statements_cli.model import Document
from statements_cli.pipeline import parse
from statements_cli.text.text_view import TextView
from tests.held_memory import growth

MOST_HELD = 15
"""Bytes held for a byte of text; a list of the edits alone took forty."""


def document_of(text: str, path: Path) -> Document:
    """The document of a file that holds this text."""
    path.write_text(text, encoding="utf-8", newline="")
    (document,) = read([str(path)], report=print)
    return document


def shown(text: str) -> str:
    """The text without its markup."""
    return TextView(text).edited(markup(text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Talks go on #\n", "Talks go on\n"),
        ("### Talks\n", "Talks\n"),
        ("#hashtag stays\n", "#hashtag stays\n"),
        ("> She said so.\n> He left.\n", "She said so.\nHe left.\n"),
        (">> She said so.\n", "She said so.\n"),
        ("Talks\n=====\n\nShe left.", "Talks\n\n\nShe left."),
        ("One.\n\n* * *\n\nTwo.", "One.\n\n\n\nTwo."),
        ('She [left](https://example.org/a_(b) "A title").', "She left."),
        ("She [left][1].\n\n[1]: https://example.org\n", "She left.\n\n\n"),
        ("[sic] and [the pact] stay", "[sic] and [the pact] stay"),
        ("A note[^1].\n\n[^1]: She left.\n", "A note.\n\nShe left.\n"),
        ("![A map](map.png)She left.", "She left."),
        ("[![A map](map.png)](https://example.org) She left.", " She left."),
        ("**Moscow** and *Kyiv*, ***both***", "Moscow and Kyiv, both"),
        ("__Moscow__ and _Kyiv_", "Moscow and Kyiv"),
        ("snake_case_name and 5 * 3 * 2 and 2*3*4", "snake_case_name and 5 * 3 * 2 and 2*3*4"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("an asterisk* and a note*", "an asterisk* and a note*"),
        ("*“We are ready,” she said.*", "“We are ready,” she said."),
        ("~~no~~ yes", "no yes"),
        ("`code` and ``a`b``", "code and a`b"),
        ("\\*not emphasis\\* and \\[brackets\\]", "*not emphasis* and [brackets]"),
        ('One<br>Two <span class="x">three</span>', "OneTwo three"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("1 < 2 and a > b", "1 < 2 and a > b"),
        ("One.\n\n```\nshe said = 1\n```\n\nTwo.", "One.\n\n\n\nTwo."),
        ("<!-- she said no -->\nTwo.", "\nTwo."),
        ("---\ntitle: *A*\n---\n*Two*.", "---\ntitle: *A*\n---\nTwo."),
        ("- One\n- Two", "- One\n- Two"),
        ("She said\\\nso", "She said\nso"),
    ],
)
def test_markup_is_not_seen(text: str, expected: str) -> None:
    """Markup is left out, and what only looks like it stays."""
    assert expected == shown(text)


ARTICLE = """\
---
title: "Talks go on"
date: 2025-05-20
---

# Talks go on

*MOSCOW* — Kremlin spokesman [Dmitry Peskov](https://example.org/p) said on **Monday** that "talks [will](https://a.b/c) go on".

> "We are ready," Foreign Minister _Wang Yi_ said.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spans_are_those_of_the_file(tmp_path: Path, end: str) -> None:
    """Records are clean, and their spans cut the file where the words stand."""
    text = ARTICLE.replace("\n", end)
    document = document_of(text, tmp_path / "a.md")
    statements = parse(document).statements
    assert text == document.text
    assert [("Dmitry Peskov", "talks will go on", "Talks go on"), ("Wang Yi", "We are ready", "Talks go on")] == [
        (s.speaker, s.quotes[0], s.headline) for s in statements
    ]
    assert ["said", "said"] == [text[slice(*s.spans.cue[0])] for s in statements]
    assert "We are ready" in text[slice(*statements[1].spans.content[0])]
    assert text[slice(*statements[0].spans.content[0])].endswith("talks [will](https://a.b/c) go on")


def test_told_by_content() -> None:
    """Markdown is told by two kinds of markup; a text with one is plain."""
    for text, form in (
        (ARTICLE, "markdown"),
        ("She said **no**, and he left.\n", "plain"),
        ("# 1 in music\n\nHe sang.\n", "plain"),
    ):
        (document,) = read(["-"], report=print, stdin=io.BytesIO(text.encode()))
        assert form == document.form


MARKS = st.sampled_from(
    ["*", "_", "[", "](", ")", "`", "\\", "<", ">", "#", "!", "\n", "\n\n", "a", " ", "---", "```", "[^1]", ":"]
)


@given(st.lists(MARKS | st.text(max_size=5), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    """The edits take out parts of the text, in order, whatever the marks."""
    edits = list(markup(text))
    assert all(0 <= edit.start < edit.end <= len(text) and not edit.character for edit in edits)
    assert all(before.end <= after.start for before, after in pairwise(edits))
    for statement in parse(Document("a.md", text, "0", form="markdown")).statements:
        assert all(0 <= start < end <= len(text) for start, end in statement.spans.content)


@pytest.mark.parametrize("unit", ["# Talks\n\n> **no**\n\n", "**a** ", "[", "[a](b) ", "` "])
def test_markup_is_not_held(unit: str) -> None:
    """A text of nothing but markup takes a small multiple of its size, for its edits are never held together."""
    assert growth(shown, unit, 40_000) < MOST_HELD


def test_a_very_long_paragraph() -> None:
    """Marks are found in all parts of a paragraph that is longer than what is read together."""
    assert "bold and so on, " * 4000 == shown("**bold** and so on, " * 4000)
