"""A content is worded from its pieces, and shows where words were left out; a confidence says how often it is right."""

from __future__ import annotations

import pytest

from statements_cli.data import table
from statements_cli.model import Attribution, Resolution
from statements_cli.pipeline.statement_making import SHARED, calibrated, content_wording, likelihood


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
    """A confidence is as often right as was measured, and linear from nothing to the first and between two."""
    rows = [(float(given), float(right)) for given, right in table("weights/confidence.tsv")]
    assert [right for _, right in rows] == [calibrated(given) for given, _ in rows]
    assert (0.0, round(rows[0][1] / 2, 3)) == (calibrated(0.0), calibrated(rows[0][0] / 2))
    (low, below), (high, above) = rows[1:3]
    assert round((below + above) / 2, 3) == pytest.approx(calibrated((low + high) / 2), abs=0.001)


def test_calibrated_keeps_order() -> None:
    """What is surer stays surer or as sure, and within 0 and 1."""
    values = [calibrated(number / 500) for number in range(501)]
    assert values == sorted(values)
    assert (0.0, 1.0) == (values[0], values[-1])


@pytest.mark.parametrize(
    ("confidence", "who", "worth", "expected"),
    [
        (0.8, 0.5, None, 0.4),
        (0.8, 0.5, 0.4, 0.4),
        (0.8, 0.5, 0.9, 0.4 + 0.5 * SHARED),
        (0.8, 0.5, 0.3, 0.4),
        (0.0, 1.0, 1.0, SHARED),
        (1.0, 1.0, 1.0, 1.0),
    ],
)
def test_likelihood(confidence: float, who: float, worth: float | None, expected: float) -> None:
    """Of what the content is likelier than the whole, some counts; where it isn't or is unknown, nothing."""
    attribution = Attribution((), (), (), (), "indirect", confidence=confidence, worth=worth)

    assert pytest.approx(expected) == likelihood(attribution, Resolution(None, None, None, None, who))
