"""A noun means the body that the article explains by it, the firm named most, or one known by an epithet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.epithets import body_called, body_led, firm_meant, known_by, resolve_body
from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
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


# the same of bodies, with those that spoke before, parted by ";"
BODIES = [
    # a group whose members the article tells of, before one that spoke
    ("Two members of Youth Harbour sat. The Skarv office met. [The group] sang.", "group", "Skarv office", "Youth Harbour", 0.7),
    ("Two members of the Youth Harbour sat. [The movement] sang.", "movement", "", "Youth Harbour", 0.7),
    ("Two members of Youth Harbour sat. [The bank] sang.", "bank", "", "Youth Harbour", 0.45),
    ("Two members of Youth Harbour's crew sat. [The group] sang.", "group", "", "", 0),
    ("Two boats of Youth Harbour sat. [The group] sang.", "group", "", "", 0),
    # one whose name holds the noun, and the field that the description names
    ("The Foreign Ministry met. [The ministry] sang.", "ministry", "", "Foreign Ministry", 0.8),
    ("The Foreign Ministry met. The Ministry of Commerce met. [The ministry] sang.", "ministry", "", "Ministry of Commerce", 0.8),
    ("The Foreign Ministry met. The Ministry of Commerce met. [The foreign ministry] sang.", "ministry", "", "Foreign Ministry", 0.8),
    ("Germany's Foreign Ministry met. France's Foreign Ministry met. [The German ministry] sang.", "ministry", "", "Germany's Foreign Ministry", 0.8),
    ("Boeing met. Acme Company met. [The company] sang.", "company", "", "Acme Company", 0.8),
    # a firm only where it spoke, and no public body
    ("Boeing met. [The company] sang.", "company", "", "", 0),
    ("Boeing met. Airbus met. [The company] sang.", "company", "Boeing", "Boeing", 0.65),
    ("Boeing met. Airbus met. [The company] sang.", "company", "Boeing;Airbus", "Airbus", 0.65),
    ("The Supreme Court met. [The company] sang.", "company", "Supreme Court", "", 0),
    # a noun for any body: one that spoke, else one that is named
    ("The Harbour Office met. [The body] sang.", "body", "Harbour Office", "Harbour Office", 0.6),
    ("The Harbour Office met. [The body] sang.", "body", "", "Harbour Office", 0.45),
    ("The Harbour Office met on Skarv Island. [The body] sang.", "body", "", "Harbour Office", 0.45),
    ("The Harbour Office won the Skarv Award. [The body] sang.", "body", "", "Harbour Office", 0.45),
    ("The Harbour Office left for Texas. [The body] sang.", "body", "", "Harbour Office", 0.45),
    ("The Harbour Office met the Skarv Bureau. [The body] sang.", "body", "", "Skarv Bureau", 0.45),
    ("The Harbour Office met the Skarv Plan. [The body] sang.", "body", "Skarv Plan", "Skarv Plan", 0.6),
    ("The Harbour Office met. [The agencies] sang.", "agencies", "Harbour Office", "Harbour Office", 0.6),
    ("The Harbour Office met. [The bank] sang.", "bank", "Harbour Office", "", 0),
    # a country only where it spoke; a medium is a medium's
    ("Norway met. Sweden met. [The country] sang.", "country", "Norway", "Norway", 0.6),
    ("Norway met. [The country] sang.", "country", "", "", 0),
    ("The BBC met. [The newspaper] sang.", "newspaper", "", "BBC", 0.65),
    ("The BBC met. Reuters met. [The newspaper] sang.", "newspaper", "BBC", "Reuters", 0.65),
    (f"The BBC met. Reuters met. {'It sang. ' * 25}[The newspaper] sang.", "newspaper", "BBC", "BBC", 0.6),
    (f"The BBC met. {'It sang. ' * 25}[The newspaper] sang.", "newspaper", "", "BBC", 0.45),
    ("The Harbour Office met. [The newspaper] sang.", "newspaper", "", "", 0),
    ("The Harbour Office met. [The lamp] sang.", "lamp", "Harbour Office", "", 0),
]  # fmt: skip

LED = [
    ("The Saudi-led coalition met.", "coalition", "Saudi-led coalition"),
    ("The U.S.-backed military coalition met.", "coalition", "U.S.-backed military coalition"),
    ("The US-led coalition met the Saudi-led coalition.", "coalition", "Saudi-led coalition"),
    ("The Saudi-led coalition met.", "alliance", ""),
    ("The Saudi-led group met.", "group", ""),
    ("The Saudi-born coalition met.", "coalition", ""),
    (f"The Saudi-led coalition met.{' It rained.' * 360}", "coalition", "Saudi-led coalition"),
    (f"The Saudi-led coalition met.{' It rained.' * 365}", "coalition", ""),
]


@pytest.mark.parametrize(("before", "noun", "name"), LED)
def test_body_led_by_a_state(before: str, noun: str, name: str) -> None:
    """A coalition mentioned again is the last one that a state was said to lead."""
    assert name == body_led(noun, len(before), before)


@pytest.mark.parametrize(("story", "noun", "spoke", "name", "sure"), BODIES)
def test_body_described(
    scan_of: Callable[[str], MentionScan], story: str, noun: str, spoke: str, name: str, sure: float
) -> None:
    """A noun means a body whose name holds it, else one of its sort that spoke."""
    at, words = story.index("["), story[story.index("[") + 1 : story.index("]")]
    text = story.replace("[", "").replace("]", "")
    bodies = Bodies(scan_of(text))
    for one in filter(None, spoke.split(";")):
        known = [body for _, body in bodies.before(at) if body.name == one]
        bodies.note(text.index(one), known[0] if known else Body(one, "organisation", ""))

    found = resolve_body(noun, words, at, bodies)

    assert (name, sure) == ((found[0].name, found[1]) if found is not None else ("", 0))
