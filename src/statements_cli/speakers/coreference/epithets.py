"""Find the body called a bank or company before "the company" is mentioned."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache

from statements_cli.data import table
from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
from statements_cli.speakers.mentions.phrase_trimming import MONTHS
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named

_OCCURRENCES = 6  # of a noun looked back at
_APPOSITION = 100  # characters between a name and the noun it is explained by
_REACH = 4000  # characters in which a firm is looked for
_FADES = 600.0  # characters after which a mention counts half
_BEHIND = 10  # characters before a name that show a place
_WHERE = (" in ", " near ", " outside ", " around ", " across ", " towards ")  # before places, hardly firms
_FIRM = frozenset(("company", "firm", "business", "startup", "giant", "group"))


@cache
def _explained() -> re.Pattern[str]:
    """Match what parts a name from the noun that explains it: "CSIS, a think tank"."""
    also = r"(?:or [A-Z]{2,6}, )?"
    stops = (
        r"(?<=\b[A-Z])\.|(?<=\.[A-Z])\.|, (?=[A-Z]\.[A-Z]\.)"  # of abbreviations: "a Washington, D.C.-based think tank"
    )
    rest = rf"(?:[^,.;:!?“”\"]|{stops})*$"
    return re.compile(rf",? {also}(?:is |was )?(?:an?|the|one of) {rest}|, {also}{rest}")


def body_called(noun: str, at: int, scan: MentionScan, is_person: Callable[[str], bool]) -> str:
    """Return the name that ``noun`` explains before ``at`` or right behind; else nothing."""
    text, ends = scan.text, [end for _, end, _ in scan.runs]
    high = at
    for _ in range(_OCCURRENCES):
        place = text.rfind(noun, 0, high)
        if " " in noun:
            place = max(place, text.rfind(noun.capitalize(), 0, high))  # "Rights group Skarv"
        if place < 0:
            return ""
        high = place
        behind = place + len(noun)
        if text[behind : behind + 1].isalnum() or (place and text[place - 1].isalnum()):
            continue
        follows = bisect_left(scan.runs, (behind + 1,))
        if text[behind : behind + 1] == " " and follows < len(scan.runs) and scan.runs[follows][0] == behind + 1:
            name = scan.runs[follows][2]
        else:
            before = bisect_right(ends, place) - 1
            name = ""
            while before >= 0 and place - ends[before] < _APPOSITION and not name:
                gap = text[ends[before] : place] == " news "  # "Skarv news agency"
                if (gap or _explained().fullmatch(text, ends[before], place)) and _is_bodys(scan.runs[before][2]):
                    name = scan.runs[before][2]
                before -= 1
        if name and _is_bodys(name) and not is_person(name):
            return name
    return ""


def _is_bodys(name: str) -> bool:
    place = place_named(name)
    sort = take_apart(bare(name)).sort
    return (place is None or place.how == "body") and sort in ("body", "media", "single", "likely")


def firm_meant(noun: str, at: int, scan: MentionScan, is_person: Callable[[str], bool]) -> str:
    """Return the firm named most and latest before ``at``, which "the company" means; else nothing."""
    if noun not in name_lexicon.words("names/firm_nouns.txt"):
        return ""
    scores: dict[str, float] = {}
    counts: dict[str, int] = {}
    places: set[str] = set()
    text = scan.text
    for start, end, run in scan.runs[bisect_left(scan.runs, (at - _REACH,)) : bisect_left(scan.runs, (at,))]:
        name = bare(run.replace("’s", "'s").removesuffix("'s"))
        if not name or (scan.in_headline(start) and " " in name):
            continue
        if scan.text[end : end + 1] == " " and name in name_lexicon.not_names():
            continue
        if text.endswith(_WHERE, max(0, start - _BEHIND), start):
            places.add(name)
        scores[name] = scores.get(name, 0.0) + 1.0 / (1.0 + (at - start) / _FADES)
        counts[name] = counts.get(name, 0) + 1
    named = {
        name: score
        for name, score in scores.items()
        if counts[name] > 1 and name not in places and _may_be_firm(name) and not is_person(name)
    }
    return max(named, key=lambda name: named[name], default="")


def _may_be_firm(name: str) -> bool:
    if place_named(name) is not None or name in name_lexicon.titles() or name.lower() in name_lexicon.person_nouns():
        return False
    sort = take_apart(name).sort
    known = name in name_lexicon.media() or name in name_lexicon.not_names()
    dated = name.endswith("day") or name in MONTHS
    return sort in ("single", "body") and not known and not dated and name.split()[-1] not in name_lexicon.body_words()


def known_by(words: str, bodies: Bodies, at: int) -> Body | None:
    """Return the named body known by an epithet such as "the U.N. nuclear watchdog"."""
    lower = bare(words).lower()
    for epithet, *names in table("names/epithets.tsv"):
        if lower.endswith(epithet):
            for _, body in bodies.before(at):
                if body.name in names:
                    return body
    return None
