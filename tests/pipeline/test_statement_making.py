"""A content is worded from its pieces, and shows where words were left out; a confidence says how often it is right."""

from __future__ import annotations

import pytest

from statements_cli.data import table
from statements_cli.pipeline.statement_making import calibrated, content_wording


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{We hope}", "We hope"),
        ("{We hope,} she said, {that talks go on}", "We hope, … that talks go on"),
        ("{We hope}\n\n{that talks  go on}", "We hope that talks go on"),
        ("“{We hope.}”\n\n“{Talks go on.}”", "We hope. Talks go on."),
        ("{Thank you.} (Applause.) {We meet again.}", "Thank you. We meet again."),
        ("{Thank you.} [Laughter] {We meet again.}", "Thank you. We meet again."),
        ("{Thank you.} (Applause.) He nodded. {We meet again.}", "Thank you. … We meet again."),
        ("{We} {}{hope}", "We hope"),
    ],
)
def test_joints(marked: str, expected: str) -> None:
    """Braces mark the pieces."""
    spans, text = [], ""
    for number, part in enumerate(marked.replace("{", "|").replace("}", "|").split("|")):
        if number % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part

    assert expected == content_wording(text, tuple(spans))


def test_calibrated() -> None:
    """A confidence is as often right as was measured, the same below the first measured one, and linear between two."""
    rows = [(float(given), float(right)) for given, right in table("weights/confidence.tsv")]
    assert [right for _, right in rows] == [calibrated(given) for given, _ in rows]
    assert (0.0, 0.1, rows[0][0]) == (calibrated(0.0), calibrated(0.1), calibrated(rows[0][0]))
    (low, below), (high, above) = rows[1:3]
    assert round((below + above) / 2, 3) == pytest.approx(calibrated((low + high) / 2), abs=0.001)


def test_calibrated_keeps_order() -> None:
    """What is surer stays surer or as sure, and within 0 and 1."""
    values = [calibrated(number / 500) for number in range(501)]
    assert values == sorted(values)
    assert (0.0, 1.0) == (values[0], values[-1])
