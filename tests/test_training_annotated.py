"""Annotation without its texts goes back beside them, and is told where it belongs to others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numpy")

from training.annotated import (
    ANNOTATION,
    LAYOUTS,
    LONGEST_DECK,
    article_text,
    digest,
    gold_of,
    line_of,
    write_articles,
)

ROW = {
    "article_id": "7",
    "publish_date": "2017/3/5",
    "article_source_link": "https://example.org/quay",
    "title": "Quay to close ",
    "subtitle": "Mayor sorry",
    "text": "The quay will close, the mayor said on Sunday.   Nobody was told before that day.",
}
BODY = "The quay will close, the mayor said on Sunday.\n\nNobody was told before that day.\n"
GOLD: dict[str, Any] = {
    "published": "2017-03-05",
    "outlet": None,
    "headline": "Quay to close",
    "statements": [
        {
            "content": [[44, 63]], "cue": [[75, 79]], "source": [[65, 74]], "kind": "indirect", "speaker": "mayor",
            "via": [], "date": "2017-03-05", "optional": False,
        }
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("layout", "changed", "head"),
    [
        ("month first", {}, "Quay to close\n\nMayor sorry\n\nMarch 5, 2017\n\n"),
        ("day first", {}, "Quay to close\n\nMayor sorry\n\n5 March 2017\n\n"),
        ("fields", {}, "url: https://example.org/quay\ndate: 2017-03-05\n\nQuay to close\n\nMayor sorry\n\n"),
        ("day first", {"subtitle": ""}, "Quay to close\n\n5 March 2017\n\n"),
        ("day first", {"subtitle": "a" * (LONGEST_DECK - 1)}, f"Quay to close\n\n{'a' * 249}\n\n5 March 2017\n\n"),
        ("day first", {"subtitle": "a" * LONGEST_DECK}, "Quay to close\n\n5 March 2017\n\n"),
    ],
)
def test_layouts(layout: str, changed: dict[str, str], head: str) -> None:
    """The head is laid out in three ways; a deck of some length is none."""
    assert head + BODY == article_text(ROW | changed, layout)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_annotation_goes_and_comes_back(layout: str) -> None:
    """A line holds no word of the text, and gives text and annotation again."""
    text = article_text(ROW, layout)
    line = line_of("7", False, GOLD, text, ROW)
    assert layout == line["layout"]
    assert "close" not in json.dumps(line) and "Sunday" not in json.dumps(line)
    assert (text, GOLD) == gold_of(json.loads(json.dumps(line)), ROW)


def test_another_text_is_told() -> None:
    """Spans are of one text only."""
    line = line_of("7", False, GOLD, article_text(ROW, "fields"), ROW)
    other = ROW | {"text": ROW["text"].replace("close", "shut")}
    with pytest.raises(ValueError, match="article 7 of the table is not the one"):
        gold_of(line, other)
    with pytest.raises(ValueError, match="article 7 of the table is not the one"):
        line_of("7", False, GOLD, article_text(ROW, "fields"), other)


def test_those_kept_aside_lie_apart(tmp_path: Path) -> None:
    """Texts and annotation are pairs of files, in two folders."""
    text = article_text(ROW, "fields")
    lines = [line_of("7", False, GOLD, text, ROW), line_of("8", True, GOLD, text, ROW)]
    assert 2 == write_articles(lines, {"7": ROW, "8": ROW}, tmp_path)
    files = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    assert ["aside/8.gold.json", "aside/8.txt", "train/7.gold.json", "train/7.txt"] == files
    assert text == (tmp_path / "aside" / "8.txt").read_text("utf-8")


def test_what_ships_is_whole() -> None:
    """Every line names an article once, and its spans are in order and within what a text can have."""
    lines = [json.loads(line) for line in ANNOTATION.read_text("utf-8").splitlines()]
    assert len(lines) == len({line["article"] for line in lines})
    assert {line["layout"] for line in lines} <= set(LAYOUTS)
    assert {len(line["digest"]) for line in lines} == {len(digest(""))}
    for line in lines:
        for one in line["statements"]:
            assert one["content"], line["article"]
            assert all(0 <= start < end for name in ("content", "cue", "source") for start, end in one[name])
