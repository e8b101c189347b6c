"""Find the body meant by "the company", "the think tank" or "the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache

from statements_cli.data import table
from statements_cli.speakers.coreference.referents.bodies import FIRM_FORMS, Bodies, Body
from statements_cli.speakers.mentions.nouns import singular
from statements_cli.speakers.mentions.phrase_trimming import MONTHS
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named, places_in

_OCCURRENCES = 6  # of a noun looked back at
_APPOSITION = 100  # characters between a name and the noun it is explained by
_REACH = 4000  # characters in which a firm is looked for
_FADES = 600.0  # characters after which a mention counts half
_BEHIND = 10  # characters before a name that show a place
_WHERE = (" in ", " near ", " outside ", " around ", " across ", " towards ")  # before places, hardly firms
_FIRM = frozenset(("company", "firm", "business", "startup", "giant", "group"))
_PUBLIC = frozenset(("regulator", "watchdog", "authority", "agency", "department", "charity"))  # no firm is called so
_LED = frozenset(("coalition", "alliance"))  # called by the state that leads them
_OF_MEMBERS = frozenset(("group", "organisation", "organization", "movement"))
_LATELY = 700  # characters in which a medium must have been named to be "the paper"
_JUST_NAMED = 200  # characters before "the weekly" in which a medium has just been named


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


def body_led(noun: str, at: int, text: str) -> str:
    """Return the body that "the coalition" at ``at`` takes up: "US-led coalition"; else nothing."""
    if noun not in _LED:
        return ""
    found = re.findall(rf"\b[A-Z][\w.]*-(?:led|backed) (?:[a-z]+ )?{noun}\b", text[max(0, at - _REACH) : at])
    return str(found[-1]) if found else ""


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


def paper_meant(at: int, scan: MentionScan, bodies: Bodies, is_person: Callable[[str], bool]) -> Body | None:
    """Return the medium that "the paper" means, where none is a document.

    It is one named lately, else one that no list knows but the article explains: "by newspaper Skarv".
    """
    if _document_told().search(scan.text, 0, at) is not None:
        return None
    near = (body for where, body in bodies.before(at) if at - where < _LATELY)
    medium = next((body for body in near if body.type == "media"), None)
    called = body_called("newspaper", at, scan, is_person) if medium is None else ""
    return Body(called, "media", "") if called else medium


@cache
def _document_told() -> re.Pattern[str]:
    """Match a paper that is a document, or what goes by that name."""
    return re.compile(
        r"\b(?:(?:an?|new|white|green|research|position|strategy|discussion|working) papers?|study|studies)\b"
    )


def _other_sort(noun: str, body: Body) -> bool:
    """Return whether a noun is one for another sort of body than this.

    For example: "airline" of an authority, "regulator" of a Corp.
    """
    firms = name_lexicon.words("names/firm_nouns.txt")
    if noun in _PUBLIC and body.name.split()[-1].rstrip(".") in FIRM_FORMS:
        return True
    if noun not in firms or body.head == "group":
        return False
    of_other = [word.lower() for word in body.name.split() if word.lower() in name_lexicon.body_nouns()]
    return bool(of_other) and firms.isdisjoint(of_other)  # "the University of Norland"


def _speaks_never(body: Body) -> bool:
    """Return whether a name is a place's or thing's: "Skarv Island".

    Nothing said of "the company" is said of these.
    """
    place = place_named(body.name)
    return body.head in name_lexicon.words("names/thing_ends.txt") or (place is not None and place.how == "region")


def _has_capitals(name: str) -> bool:
    """Return whether all words of a body's name have capitals: "Avon and Wye Police"."""
    return all(word[0].isupper() or word in ("and", "of", "the") for word in name.split())


def resolve_body(head: str, words: str, at: int, bodies: Bodies) -> tuple[Body, float] | None:
    """Return the body, medium or country described by the noun ``head`` at ``at``.

    A body whose name holds the noun comes first ("the ministry": Foreign Ministry), else the nearest
    of the noun's type, one that spoke before others.
    """
    noun = head if head in name_lexicon.body_nouns() else singular(head)
    kind = name_lexicon.body_nouns().get(noun, ("", False))[0]
    if not kind:
        return None
    code = next((place.code for _, _, place in places_in(words.split())), "")
    kin = name_lexicon.body_kin().get(noun, ())
    fields_told = {fold(word) for word in words.split()}
    fields = fields_told & name_lexicon.words("names/ministry_fields.txt")
    spoke = {id(body) for _, body in bodies.spoke}
    nearest: Body | None = None
    for where, body in bodies.before(at):
        if code and body.code and body.code != code and body.type != "media":
            continue
        if kind == "media" == body.type and at - where < _JUST_NAMED:
            return body, 0.65
        firm = noun in name_lexicon.words("names/firm_nouns.txt") and "central" not in fields_told
        if firm and id(body) in spoke and body.type == kind and not _other_sort(noun, body):
            return body, 0.65  # the firm that spoke last, before one whose name holds the noun
        if body.has_members and noun in _OF_MEMBERS:
            return body, 0.7
        if noun in fold(body.name).split() or (body.head in kin and _has_capitals(body.name)):
            if fields and not fields & set(fold(body.name).split()):
                continue  # "the foreign ministry" is not the Ministry of Commerce
            return body, 0.8
        if (
            nearest is None
            and body.type == kind
            and (kind != "organisation" or noun in name_lexicon.words("names/generic_bodies.txt"))
            and not _other_sort(noun, body)
            and id(body) in spoke
        ):
            nearest = body
    if (
        nearest is None
        and kind in ("media", "organisation")
        and (noun in name_lexicon.words("names/generic_bodies.txt") or noun in name_lexicon.media_words())
    ):
        nearest = next(
            (
                body
                for _, body in bodies.before(at)[:12]
                if body.type == kind and not _other_sort(noun, body) and not _speaks_never(body)
            ),
            None,
        )
        return (nearest, 0.45) if nearest else None
    return (nearest, 0.6) if nearest else None
