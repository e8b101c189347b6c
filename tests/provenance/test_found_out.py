"""What bodies found out is a report, what they hold is said."""

from __future__ import annotations

import pytest

from statements_cli.model import Act, Resolution, SpeakerType
from statements_cli.provenance.found_out import act_of_speaker


@pytest.mark.parametrize(
    ("cue", "source", "type_", "expected"),
    [
        ("estimates", "the bank", "organisation", "report"),
        ("have estimated", "experts", "group", "report"),
        ("estimates", "Moe", "person", "speech"),
        ("warns", "the bank", "organisation", "speech"),
        ("said", "18% of respondents", "group", "report"),
        ("said", "respondents in Oslo", "group", "report"),
        ("said", "villagers", "group", "speech"),
        ("according to", "the Weather Service", "organisation", "report"),
        ("according to", "Nordlys Research", "organisation", "report"),
        ("according to", "the ministry", "organisation", "speech"),
        ("according to", "the Weather Service", "media", "speech"),
        ("said", "the Weather Service", "organisation", "speech"),
    ],
)
def test_act(cue: str, source: str, type_: SpeakerType, expected: Act) -> None:
    """Verbs of finding, shares of those asked and names of research make a body's words a report."""
    assert expected == act_of_speaker("speech", cue, source, Resolution(source, type_))


@pytest.mark.parametrize(("act", "channel"), [("writing", None), ("attitude", None), ("speech", "letter")])
def test_kept(act: Act, channel: str | None) -> None:
    """What is not simply spoken keeps its act."""
    assert act == act_of_speaker(act, "estimates", "the bank", Resolution("the bank", "organisation"), channel)


def test_full_name() -> None:
    """The speaker's full name tells what an abbreviation in the text does not."""
    who = Resolution("Nordlys Institute for Rain", "organisation")

    assert act_of_speaker("speech", "according to", "NIR", who) == "report"
