"""A content is worded from its pieces, and shows where words between them were left out."""

from __future__ import annotations

import pytest

from statements_cli.pipeline.statement_making import content_wording


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
