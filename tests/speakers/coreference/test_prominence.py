"""A subject stands out more than an object, and an object more than a possessor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.pronouns.prominence import grammatical_weight
from statements_cli.speakers.names.capitalised_runs import MentionScan

WEIGHTS = [
    # subjects of a verb right behind, or behind an apposition
    ("[Moe] left.", 1.0),
    ("Then [Moe] left.", 1.0),
    ("“[Moe] left.”", 1.0),
    ("[Moe], who is old, left.", 1.0),
    ("When [Moe] left, it rained.", 1.0),
    ("The former president [Moe] left.", 1.0),
    ("He sang.\n[Moe] left.", 1.0),
    ("dogs the [Moe] left.", 0.9),
    ("dogs former [Moe] left.", 0.9),
    ("dogs of [Moe] left.", 0.9),
    (f"[Moe], who {'very ' * 22}ran, left.", 1.0),  # an apposition of 120 characters
    (f"[Moe], who {'very ' * 23}ran, left.", 0.85),
    (f"when {'Ann ' * 13}[Moe], sat.", 0.8),  # sixty characters before
    (f"when {'Ann ' * 15}[Moe], sat.", 0.85),
    ("[Moe] didn’t go.", 1.0),
    ("[Moe] wouldn't go.", 1.0),
    ("dog [Moe] ran.", 0.9),
    # without one
    ("[Moe] slowly.", 0.85),
    ("He sang. [Moe] slowly.", 0.85),
    ("[Moe], left.", 0.85),
    ("It rained when [Moe], who sat.", 0.8),
    # objects
    ("He met [Moe].", 0.5),
    ("He gave it to [Moe].", 0.5),
    ("He gave it to the president [Moe].", 0.5),
    ("He likes [Moe] there.", 0.55),
    ("He likes [Moe] left.", 0.55),
    ("dog [Moe] slowly.", 0.55),
    # possessors
    ("[Moe]'s dog left.", 0.5),
    ("[Moe]’s dog left.", 0.5),
    ("[Moe]‘s dog left.", 0.5),
]


@pytest.mark.parametrize(("marked", "expected"), WEIGHTS)
def test_grammatical_weight(scan_of: Callable[[str], MentionScan], marked: str, expected: float) -> None:
    """The words around a mention indicate its role."""
    start, end = marked.index("["), marked.index("]") - 1
    scan = scan_of(marked.replace("[", "").replace("]", ""))

    assert expected == grammatical_weight(scan, start, end)
