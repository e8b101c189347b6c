"""A statement is shown in its passage, its parts marked."""

from __future__ import annotations

import hashlib
import io

from statements_cli.model import RECORD_KEYS
from statements_cli.output.environment import Environment
from statements_cli.output.passage import passage_row, write_document, write_shown
from statements_cli.store import Store


def shown(store: Store, query: str, color: str = "never", width: int = 80, *, terminal: bool = False) -> str:
    """Return what is shown of the best hit."""
    streams = io.StringIO(), io.StringIO(), io.StringIO()
    environment = Environment(*streams, color=color, width=width, stdout_is_terminal=terminal)
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
    assert "- the name stands before a colon" in text
    assert "known.txt, characters " in text


def test_marks_with_color(store: Store) -> None:
    """With colour they are told by style and need no brackets."""
    text = shown(store, "memorandum", "always")

    assert "\x1b[33m" in text and "[[" not in text.partition("marked:")[0]


def test_wrapped_values_stand_below_each_other(store: Store) -> None:
    """On a terminal what is wrapped of a value stands below its beginning, where there is room for that."""
    narrow = shown(store, "memorandum", width=40, terminal=True).splitlines()
    tiny = shown(store, "memorandum", width=20, terminal=True).splitlines()
    at = next(number for number, line in enumerate(narrow) if line.startswith("at "))
    wrapped = [line[:12] for line in narrow[at + 1 :] if not line.startswith(("id ", "footnote "))]

    assert {" " * 12} == set(wrapped)
    assert all(len(line.rstrip()) <= 40 for line in narrow)
    assert all(len(line.rstrip()) <= 20 for line in tiny)
    assert not any(line.startswith("   ") for line in tiny)


def test_row_adds_passage_and_evidence(store: Store) -> None:
    """As JSON it is the record with the passage, the evidence and the hash of the document's text added."""
    passage = store.show(store.statements()[0].id)
    assert passage is not None
    row = passage_row(passage)

    assert [RECORD_KEYS[-1], "passage", "evidence", "text_sha256"] == list(row)[-4:]
    assert hashlib.sha256(passage.document.encode()).hexdigest() == row["text_sha256"]
    assert row["text"] in row["passage"]


def test_document_as_it_is() -> None:
    """A document's text goes into a pipe as it is, to the byte, and onto a terminal made harmless."""
    text = "Said he,\r\n\x1b[31m“no”\u202e."
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace")
    write_document(text, Environment(io.StringIO(), stream, io.StringIO()))
    shown = io.StringIO()
    write_document(text, Environment(io.StringIO(), shown, io.StringIO(), stdout_is_terminal=True))

    assert text.encode() == stream.buffer.getvalue()
    assert "Said he,\n\\x1b[31m“no”\\u202e.\n" == shown.getvalue()
