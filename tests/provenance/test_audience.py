"""To whom something was said is told with the saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.provenance.audience import audience_of
from statements_cli.provenance.frame import Frame

AUDIENCES = [
    ("{She} <said> [it works].", None),
    ("{She} <told> the Global Times that [it works].", "Global Times"),
    ("{She} <told> reporters [it works].", "reporters"),
    ("{She} <told> us [it works].", None),
    ("{She} <spoke> to lawmakers, <saying> [it works].", "lawmakers"),
]

# read by the Lund Post, which "us" is
HEARD = [
    ("{She} <told> reporters [it works].", "reporters"),
    ("{She} <informs> the House [it works].", "House"),
    ("{She} <assured> Reuters that [it works].", "Reuters"),
    ("{She} <reminded> us that [it works].", "The Lund Post"),
    ("{She} <told> me [it works].", "The Lund Post"),
    ("{She} <told> them [it works].", None),
    ("{She} <told> the Guardian [it works].", "The Guardian"),
    ("{She} <told> Tass [it works].", "TASS"),
    ("{She} <said> in an interview with Fox on Monday [it works].", "Fox"),
    ("{She} <said> in interviews with the Fox Hour [it works].", "Fox Hour"),
    ("{She} <said> in a conversation with Moe, [it works].", "Moe"),
    ("{She} <said> on a call with Moe [it works].", "Moe"),
    ("{She} <said> in an email to Moe [it works].", "Moe"),
    ("{She} <said> in a letter to Moe and Berg, [it works].", "Moe and Berg"),
    ("{She} <said> in remarks to the Senate. [it works].", "Senate"),
    ("{She} <said>, speaking to the Senate, [it works].", "Senate"),
    ("Speaking with staff, {she} <said> [it works].", "staff"),
    ("{She} <said>, talking to staff, [it works].", "staff"),
    ("{She} spoke to staff and <said> [it works].", None),
    ("{She} <said> he told Moe [it works].", None),
    ("{The man who told Moe} <said> [it works].", None),
    ("{She} <told> in Moe [it works].", None),
    ("{She} <told> one two three four five six seven eight men [it works].", None),
    ("{She} <told> Moe’s staff last week [it works].", "Moe’s staff"),
    ("{She} <told> the U.S. Senate on Friday [it works].", "U.S. Senate"),
    ("{She} <told> Mr. J. Moe on Friday [it works].", "Mr. J. Moe"),
    ("{She} <told> the EU. [It works].", "EU"),
    ("{She} <told> Moe he can go [it works].", "Moe"),
    ("{She} <told> Moe and added [it works].", "Moe"),
    ("{She} <told> the Lund Post [it works].", "The Lund Post"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AUDIENCES)
def test_audience(text: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """The audience is whom the cue was directed at."""
    assert expected == audience_of(framed(text))


@pytest.mark.parametrize(("text", "expected"), HEARD)
def test_who_heard_it(text: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """The audience ends where another phrase begins, and is the outlet's own where it is "us"."""
    assert expected == audience_of(framed(text), "The Lund Post")
