"""Heads of annotated articles kept beside the repository; passed over where they are not."""

import json
import sys
from pathlib import Path

import pytest

from statements_cli.articles import split
from statements_cli.documents import read
from statements_cli.model import Article, Document

SHARED = Path(__file__).parents[2].parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the annotated articles are not here")


def annotated() -> list[tuple[dict[str, object], str, tuple[Article, ...]]]:
    """What was annotated, the text, and the articles found, for every annotated text."""
    found = []
    for path in sorted((SHARED / "gold" / "news").glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt"))
        (document,) = read([str(text)], report=print)
        found.append((json.loads(path.read_text(encoding="utf-8")), document.text, split(document)))
    return found


@needs_shared
def test_heads() -> None:
    """One article a text; headline and day published as annotated."""
    for gold, _, articles in annotated():
        (article,) = articles
        assert gold["headline"] == article.headline
        if gold["published"]:
            assert gold["published"] == (article.published or "")[:10]


@needs_shared
def test_no_statement_in_furniture() -> None:
    """Of the annotated political news, at most one statement in a thousand falls into furniture."""
    sys.path.append(str(SHARED / "eval"))
    from score import read_gold  # type: ignore[import-not-found]

    lost = total = 0
    for name, (text, attributions) in read_gold(SHARED / "polnear" / "dev").items():
        blocks = [b for a in split(Document(name, text, "0" * 64)) for b in a.blocks if b.role == "furniture"]
        for attribution in attributions:
            total += 1
            lost += any(a < b.span[1] and b.span[0] < e for a, e in attribution["content"] for b in blocks)
    assert lost <= total / 1000
