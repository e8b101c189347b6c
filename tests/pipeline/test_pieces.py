"""An article that is too long to be read as a whole is read in pieces that end with paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from statements_cli import pipeline
from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Block, Document
from statements_cli.pipeline import parse, pieces
from statements_cli.pipeline.pieces import LONGEST_WHOLE, PIECE, pieces_of

PARAGRAPH = "“We hope that talks go on,” Mao Ning said on Monday. The envoy said that they agree to meet again soon."


def cut(*lengths: int, role: str = "paragraph", text: str = "") -> list[list[int]]:
    """Return how long the blocks of each piece are of an article of paragraphs of these lengths."""
    at, blocks = 0, []
    for length in lengths:
        blocks.append(Block((at, at + length), role))  # type: ignore[arg-type]
        at += length + 2
    text = text or "a" * at
    article = Article("1", "a", (0, at - 2), tuple(blocks))
    found = pieces_of(ArticleText(article, Document("a", text, "0")))
    return [[block.span[1] - block.span[0] for block in piece.article.blocks] for piece in found]


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ((100, 100), [[100, 100]]),
        ((LONGEST_WHOLE - 102, 100), [[LONGEST_WHOLE - 102, 100]]),
        ((PIECE, PIECE, 100), [[PIECE], [PIECE], [100]]),
        ((PIECE // 2, PIECE // 2 - 2, PIECE, 9), [[PIECE // 2, PIECE // 2 - 2], [PIECE], [9]]),
        ((2 * PIECE + 7,), [[PIECE], [PIECE], [7]]),
    ],
)
def test_borders(lengths: tuple[int, ...], expected: list[list[int]]) -> None:
    """Pieces hold as many paragraphs as they may; a paragraph that is longer than a piece is cut."""
    assert expected == cut(*lengths)


def test_an_endless_paragraph_is_cut_behind_a_sentence() -> None:
    """Where there is a full stop near a piece's end, it ends there."""
    text = (PARAGRAPH + " ") * (LONGEST_WHOLE // len(PARAGRAPH) + 2)

    [first, *_] = cut(len(text.strip()), text=text)

    assert text[: first[0]].endswith((" again soon.", " on Monday."))


def test_a_piece_has_a_text_of_its_own() -> None:
    """No search through the text of a piece reads the others, and its offsets lead back to the document."""
    text = (PARAGRAPH + "\n") * (2 * LONGEST_WHOLE // len(PARAGRAPH))
    starts = range(0, len(text), len(PARAGRAPH) + 1)
    blocks = tuple(Block((start, start + len(PARAGRAPH)), "paragraph") for start in starts)
    article = Article("1", "a", (0, len(text)), blocks)

    found = list(pieces_of(ArticleText(article, Document("a", text, "0"))))

    assert len(found) > 2
    assert all(len(piece.text) <= PIECE + len(PARAGRAPH) for piece in found)
    assert [piece.view.span(block.span) for piece in found for block in piece.article.blocks] == [
        block.span for block in blocks
    ]
    assert all(piece.text[slice(*block.span)] == PARAGRAPH for piece in found for block in piece.article.blocks)


@pytest.mark.parametrize(("around", "own"), [(0, False), (LONGEST_WHOLE - 20_000, False), (LONGEST_WHOLE, True)])
def test_an_article_among_others(around: int, own: bool) -> None:
    """No search through the text of an article in a long document reads the other articles."""
    before, text = "x" * (around // 2), (PARAGRAPH + "\n") * 100
    span = (len(before), len(before) + len(text))
    article = Article("1", "a", span, (Block((span[0], span[0] + len(PARAGRAPH)), "paragraph"),))
    document = Document("a", before + text + before, "0")

    [found] = pieces_of(ArticleText(article, document))

    assert (len(text) if own else len(document.text)) == len(found.text)
    assert article == found.article_of_document


def test_articles_among_others_are_as_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records of a document of many articles are the same whether each article has its own text or not."""
    titles = ("# Talks go on | Reuters | 2025-05-20", "# Rain falls | Tass | 2025-06-11")
    text = "\n\n".join(f"{title}\n\nBEIJING (Xinhua) -- {PARAGRAPH} {PARAGRAPH}" for title in titles * 3)
    document = Document("a.md", text, "0" * 64, form="markdown")
    together = parse(document)
    monkeypatch.setattr(pieces, "LONGEST_WHOLE", 500)

    apart = pipeline.parse(document)

    assert len(together.articles) > 1
    assert together.articles == apart.articles
    assert list(together.statements) == list(apart.statements)


def test_transcripts_stay_whole() -> None:
    """What has labels is told by all of its turns."""
    assert 1 == len(cut(LONGEST_WHOLE, 100, role="label"))


def test_records_are_those_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an article read in pieces, contents, speakers, days and offsets are what they are of the whole."""
    text = "BEIJING, May 20, 2025 (Xinhua) -- Talks go on.\n\n" + f"{PARAGRAPH}\n\n" * 60
    document = Document("a.txt", text, "0" * 64)
    whole = parse(document)
    monkeypatch.setattr(pieces, "LONGEST_WHOLE", 2000)
    monkeypatch.setattr(pieces, "PIECE", 1000)

    cut_up = pipeline.parse(document)

    assert whole.articles == cut_up.articles
    assert [(s.text, s.speaker, s.spans, s.date, s.published) for s in whole.statements] == [
        (s.text, s.speaker, s.spans, s.date, s.published) for s in cut_up.statements
    ]
    assert all(one.spans.content < other.spans.content for one, other in pairwise(cut_up.statements))
