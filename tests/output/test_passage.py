"""A statement is shown in its passage, its parts marked."""

from __future__ import annotations

import io

from statements_cli.model import RECORD_KEYS
from statements_cli.output.environment import Environment
from statements_cli.output.passage import passage_row, write_shown
from statements_cli.store import Store


def shown(store: Store, query: str, color: str = "never") -> str:
    """Return what is shown of the best hit."""
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO(), color=color, width=80)
    passage = store.show(store.search(query)[0].statement.id)
    assert passage is not None
    write_shown(passage, environment)
    return environment.stdout.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_marks_without_color(store: Store) -> None:
    """Without colour, content and source stand in brackets of their own."""
    text = shown(store, "memorandum")

    assert "<Vladimir Putin> | RU | speech | [[Russia is ready to work on a memorandum" in text
    assert "speaker     Vladimir Putin (RU, person)" in text
    assert "via         Tass" in text
    assert "- the name stands before it" in text
    assert "known.txt, characters " in text


def test_marks_with_color(store: Store) -> None:
    """With colour they are told by style and need no brackets."""
    text = shown(store, "memorandum", "always")

    assert "\x1b[33m" in text and "[[" not in text.partition("marked:")[0]


def test_row_adds_passage_and_evidence(store: Store) -> None:
    """As JSON it is the record with the passage and the evidence added."""
    passage = store.show(store.statements()[0].id)
    assert passage is not None
    row = passage_row(passage)

    assert [RECORD_KEYS[-1], "passage", "evidence"] == list(row)[-3:]
    assert row["text"] in row["passage"]
