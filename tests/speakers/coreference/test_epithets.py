"""A noun means the body that the article explains by it, the firm named most, or one known by an epithet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.epithets import body_called, firm_meant, known_by
from statements_cli.speakers.coreference.referents.bodies import Bodies
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names.capitalised_runs import MentionScan

BANK = "Nordpol, a bank, met."
CALLED = [
    ("CSIS, a think tank, met.", "think tank", "CSIS"),
    ("CSIS is a think tank.", "think tank", "CSIS"),
    ("CSIS, or CS, a big think tank, met.", "think tank", "CS"),
    ("CSIS, Oslo's best think tank, met.", "think tank", "CSIS"),
    ("CSIS, a Washington, D.C.-based think tank, met.", "think tank", "CSIS"),
    # nothing but an explanation may stand between
    ("CSIS met in the think tank.", "think tank", ""),
    ("CSIS, which met, is a think tank.", "think tank", ""),
    # the name right behind
    ("The think tank Nordpol met.", "think tank", "Nordpol"),
    ("The think tank. Nordpol met.", "think tank", ""),
    ("The think tank beside Nordpol met.", "think tank", ""),
    # no country and no person
    ("Norway is a think tank.", "think tank", ""),
    ("The firm Ann Lee met.", "firm", ""),
    # the noun as a word of its own, six times back
    (f"{BANK} Embankments held. Banks fell.", "bank", "Nordpol"),
    (f"{BANK} {'The bank met. ' * 5}", "bank", "Nordpol"),
    (f"{BANK} {'The bank met. ' * 6}", "bank", ""),
    # a hundred characters back
    (f"Nordpol, a {'very ' * 17}bank, met.", "bank", "Nordpol"),
    (f"Nordpol, a {'very ' * 20}bank, met.", "bank", ""),
    ("It rained.", "bank", ""),
]

FIRMS = [
    ("They met Hygge. It was Hygge.", "company", "Hygge"),
    ("They met Hygge. It was Hygge’s shop.", "company", "Hygge"),
    ("They met Hygge.", "company", ""),  # once
    ("They met Hygge. It was Hygge.", "ministry", ""),
    # the one named most and latest
    ("They met Hygge. It was Hygge. They met Nordpol. It was Nordpol.", "company", "Nordpol"),
    ("They met Nordpol. It was Nordpol, and Nordpol it was. They met Hygge. It was Hygge.", "company", "Nordpol"),
    # within reach
    (f"They met Hygge.{' It rained.' * 360} It was Hygge.", "company", "Hygge"),
    (f"They met Hygge.{' It rained.' * 365} It was Hygge.", "company", ""),
    # the capitals of a headline indicate nothing but for a single word
    ("Hygge Plans #\nIt was Hygge. They sold Hygge Plans.", "company", ""),
    ("Hygge #\nIt was Hygge.", "company", "Hygge"),
    # no country, medium, month, title or person
    ("They met Norway. It was Norway.", "company", ""),
    ("They met BBC. It was BBC.", "company", ""),
    ("They met in June. It was June.", "company", ""),
    ("They met Ann Lee. It was Lee. They saw Lee.", "company", ""),
    ("They met Bank. It was Bank.", "company", ""),
]

KNOWN = [
    ("The International Atomic Energy Agency met.", "the U.N. nuclear watchdog", "International Atomic Energy Agency"),
    ("The International Atomic Energy Agency met.", "the watchdog", ""),
    ("The Harbour Office met.", "the U.N. nuclear watchdog", ""),
]


@pytest.mark.parametrize(("before", "noun", "name"), CALLED)
def test_body_explained(scan_of: Callable[[str], MentionScan], before: str, noun: str, name: str) -> None:
    """The name is the one that the noun explains, before or right behind it."""
    scan = scan_of(f"{before} It met.")
    cast = Cast(scan, ())

    assert name == body_called(noun, len(before), scan, lambda one: cast.person(one, 0) is not None)


@pytest.mark.parametrize(("before", "noun", "name"), FIRMS)
def test_firm_named_most(scan_of: Callable[[str], MentionScan], before: str, noun: str, name: str) -> None:
    """The firm is named twice at least, and more often or later than others."""
    scan = scan_of(f"{before} It met.")
    cast = Cast(scan, ())

    assert name == firm_meant(noun, len(before), scan, lambda one: cast.person(one, 0) is not None)


@pytest.mark.parametrize(("before", "words", "name"), KNOWN)
def test_known_by_an_epithet(scan_of: Callable[[str], MentionScan], before: str, words: str, name: str) -> None:
    """An epithet means a body that is named before."""
    found = known_by(words, Bodies(scan_of(f"{before} It met.")), len(before))

    assert name == (found.name if found is not None else "")
