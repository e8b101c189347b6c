"""The report's data hold each article's stretches once, and where the parts of each statement stand in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements_cli.model import Article, Block, Span, Statement, StatementSpans
from statements_cli.output.report.page_rows import PageRow, marks_in, page_rows
from statements_cli.store import Store
from statements_cli.store.results import Passage

TEXT = "First paragraph.\nStill the first.\n\nThe second 😀 was said by her.\n\nThe third."
SECOND = TEXT.index("The second"), TEXT.index("\n\nThe third")
SAID, CUE, SOURCE = ((TEXT.index(words), TEXT.index(words) + len(words)) for words in ("second 😀", "said", "her"))


@pytest.fixture
def statement(store: Store) -> Statement:
    """A statement whose parts stand in the second paragraph of ``TEXT``."""
    spans = StatementSpans((SAID,), (CUE,), (SOURCE,))
    return replace(store.statements()[0], spans=spans, path="a.txt", article="a1", url=None)


def passage(statement: Statement, span: Span = SECOND, text: str = TEXT) -> Passage:
    """Return the passage of a statement in an article of three paragraphs."""
    blocks = tuple(Block(place, "paragraph") for place in ((0, 33), SECOND, (SECOND[1] + 2, len(text))))
    return Passage(statement, Article("a1", "a.txt", (0, len(text)), blocks), text[slice(*span)], span, text)


def row_of(*passages: Passage) -> PageRow:
    """Return the only row that passages of one article give."""
    [row] = page_rows(passages)
    return row


def test_offsets_are_those_of_javascript(statement: Statement) -> None:
    """A character outside the basic plane counts as two, as in JavaScript's strings."""
    row = row_of(passage(statement))
    [shown] = row["statements"]
    units = row["passages"][0].encode("utf-16-le")

    parts = {part: units[2 * start : 2 * end].decode("utf-16-le") for start, end, part in shown["marks"]}
    assert {"content": "second 😀", "cue": "said", "source": "her"} == parts


def test_overlapping_stretches_are_one(statement: Statement) -> None:
    """Stretches of two statements that overlap are kept once, those apart are two."""
    other = replace(statement, id="other")
    assert ["The second 😀 was said by her."] == row_of(passage(statement), passage(other))["passages"]

    first = replace(statement, id="first", spans=StatementSpans(((0, 5),)))
    row = row_of(passage(first, (0, 33)), passage(statement))
    assert ["First paragraph. Still the first.", "The second 😀 was said by her."] == row["passages"]
    assert [0, 1] == [one["passage"] for one in row["statements"]]


def test_line_ends_inside_a_paragraph_are_spaces(statement: Statement) -> None:
    """A stretch over two paragraphs keeps the line ends between them, not those inside."""
    text = row_of(passage(statement, (0, SECOND[1])))["passages"][0]

    assert text == "First paragraph. Still the first.\n\nThe second 😀 was said by her."


def test_articles_and_ranks(statement: Statement) -> None:
    """Each article is a row; a statement that a query found has its place in the answer."""
    elsewhere = replace(statement, id="elsewhere", article="a2")
    first, second = page_rows([passage(statement), passage(elsewhere)], {"elsewhere": 3})

    assert [statement.id] == [one["id"] for one in first["statements"]]
    assert [("elsewhere", 3)] == [(one["id"], one["rank"]) for one in second["statements"]]
    assert "rank" not in first["statements"][0]


def test_what_is_unknown_is_left_out(statement: Statement) -> None:
    """A value that is unknown has no key; what a page can't show is made visible."""
    bare = replace(statement, speaker=None, role=None, text="a\x00b\u202ec", spans=StatementSpans())
    [shown] = row_of(passage(bare, (0, 0)))["statements"]

    assert not {"speaker", "role", "passage", "marks"} & shown.keys()
    assert "a␀b\ufffdc" == shown["words"]
    assert "\x00" not in shown["footnote"] and "\u202e" not in shown["footnote"]


@pytest.mark.parametrize(
    ("parts", "marks"),
    [
        ([(2, 4, "content")], [(2, 4, "content")]),
        ([(2, 8, "content"), (3, 5, "source")], [(2, 8, "content")]),  # one inside another
        ([(6, 8, "cue"), (2, 6, "content")], [(2, 6, "content"), (6, 8, "cue")]),  # side by side, in another order
        ([(8, 11, "cue")], []),  # out of the stretch
        ([(0, 10, "content")], [(0, 10, "content")]),
    ],
)
def test_marks(parts: list[tuple[int, int, str]], marks: list[tuple[int, int, str]]) -> None:
    """Parts that stand in the stretch are marked, in their order, none inside another."""
    assert marks == marks_in("0123456789", (0, 10), parts)
