"""Checksums of rows are the same wherever an index is made and checked."""

from __future__ import annotations

from typing import Any

import pytest

from statements_cli.store.index.checksums import _hashes


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("statement", 1, "Peace", 0.9, None), 11128252841836574404),
        (
            ("statement", 1, "\U0001fae8", 0.9, None),
            2785466141523582724,
        ),  # a letter that Unicode has had since Python 3.12
        (("statement", 1, "Peace", 0.9, b"Peace"), 11052713821668840000),
        (("statement", 1 << 40, "Pe\u0301ace", -1.5), 22197309423388225),
    ],
)
def test_a_row_has_one_hash(row: tuple[Any, ...], expected: int) -> None:
    """The hash of a row is that number in every version of Python, whether its words were seen before or not."""
    assert [expected] == _hashes([row])
    assert [expected] == _hashes([tuple("".join(one) if isinstance(one, str) else one for one in row)])
