"""Statements held packed are the same statements, in the same order."""

from __future__ import annotations

import pickle

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse
from statements_cli.pipeline.packed_statements import PackedStatements
from statements_cli.pipeline.pieces import LONGEST_WHOLE

PARAGRAPH = (
    "“We hope that talks go on,” Mao Ning said on Monday. The envoy said that they agree to meet again soon.\n\n"
)
LINES = [f"“We hope that {what} goes on,” Mao Ning said on Monday.\n\n" for what in ("trade", "work", "aid", "peace")]
STATEMENTS = tuple(parse(Document("a.txt", "".join(LINES), "0" * 64)).statements)


def packed() -> PackedStatements:
    """Return the statements packed in two pieces, and one without any."""
    found = PackedStatements()
    found.extend(STATEMENTS[:2])
    found.extend(())
    found.extend(STATEMENTS[2:])
    return found


def test_same_statements() -> None:
    """They are as many and the same, read twice, from behind, in slices and from another process."""
    assert len(STATEMENTS) > 3
    found = packed()

    assert (len(STATEMENTS), STATEMENTS, STATEMENTS) == (len(found), tuple(found), tuple(found))
    assert [one.evidence for one in STATEMENTS] == [one.evidence for one in found]
    assert STATEMENTS[::-1] == tuple(reversed(found)) == found[::-1]
    assert (STATEMENTS[1:3], STATEMENTS[-1], STATEMENTS[0]) == (found[1:3], found[-1], found[0])
    assert STATEMENTS == tuple(pickle.loads(pickle.dumps(found)))


def test_equal() -> None:
    """They equal any sequence of the same statements, however it is held, and no other."""
    whole = PackedStatements()
    whole.extend(STATEMENTS)

    assert packed() == whole
    assert packed() == list(STATEMENTS)
    assert packed() != STATEMENTS[1:]
    assert packed() != STATEMENTS[::-1]
    assert packed() != 1


@pytest.mark.parametrize("at", [len(STATEMENTS), -len(STATEMENTS) - 1])
def test_no_such_statement(at: int) -> None:
    """A place beyond either end is an error."""
    with pytest.raises(IndexError):
        packed()[at]


@pytest.mark.parametrize(("longer", "kind"), [(-1, tuple), (len(PARAGRAPH), PackedStatements)])
def test_only_long_documents_are_packed(longer: int, kind: type) -> None:
    """A document's statements are a plain tuple up to the length that is read as a whole."""
    text = (PARAGRAPH * (LONGEST_WHOLE // len(PARAGRAPH) + 2))[: LONGEST_WHOLE + longer]

    assert isinstance(parse(Document("a.txt", text, "0" * 64)).statements, kind)
