"""Labelled days before other text."""

from __future__ import annotations

import pytest

from statements_cli.articles.metadata.stamps import date_prefix


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 2025-05-20 The town wants a bridge", "2025-05-20"),
        ("- PUBLISHED 2025-05-20T10:00:00Z The town wants a bridge", "2025-05-20"),
        ("Last updated = 2025-05-20 The town wants a bridge", "2025-05-20"),
        ("---- Published: 2025-05-20 The town wants a bridge", None),  # four signs
        ("Published: 2025-05-20", None),  # nothing behind it
        ("Published in 2025-05-20 The town wants a bridge", None),
        ("Bridges: 2025-05-20 The town wants a bridge", None),
        ("2025-05-20 The town wants a bridge", None),
        ("The town wants a bridge", None),
    ],
)
def test_a_day_before_text(line: str, day: str | None) -> None:
    """A label of publication or change right before an ISO day makes it one; it ends behind the day."""
    found = date_prefix(line, 0, len(line))
    assert day == (found[1].day.iso if found else None)
    assert found is None or line[found[0] :].startswith(" The town")
