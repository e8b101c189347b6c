"""Values of rows are written short, and read as they were."""

from __future__ import annotations

import pytest

from statements_cli.store.tables import rows


@pytest.mark.parametrize(
    ("text", "kept"), [("", True), ("a" * 1000, True), ("a" * 1001, False), ("\ud800", False), ("é" * 9000, False)]
)
def test_short_texts_stay_as_they_are(text: str, kept: bool) -> None:
    """What compression wouldn't make shorter is kept, unless it has half characters, which no column takes."""
    packed = rows.packed_text(text)

    assert kept == isinstance(packed, str)
    assert text == rows.unpacked_text(packed)
