"""Find the person that a source phrase names."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.name_parts import OFFICE_LINKS, Named, take_apart
from statements_cli.speakers.names.places import place_named

_NAME = 80  # characters of a body's name before "and"


@cache
def _body_of() -> re.Pattern[str]:
    """Match the beginning of a body's name that "and" goes on.

    For example: "Bureau of Fisheries and {Marine Resources}".
    """
    return re.compile(
        r"(?<![\w’'])(?:[A-Z][\w’']++ )?(?:Bureau|Department|Ministry|Office|Board|Agency|Secretariat|Directorate"
        r"|Commission|Institute|Centers?|Centres?) (?:of|for) (?:the )?[A-Z]\w++(?:,? [A-Z]\w++){0,9},? and $"
    )


def body_begun(words: str, start: int, end: int) -> int | None:
    """Return where the name begins that "and" goes on at ``start``.

    For example: "Bureau of Fisheries and {Marine Resources}".

    None where it is another speaker's name that stands there.
    """
    if not words[max(0, start - len("and \n")) : start].rstrip("\n").endswith("and "):
        return None
    begun = _body_of().search(words, max(0, start - _NAME), start)
    last = words[start:end].strip(" ,.").rpartition(" ")[2].lower()
    given = name_lexicon.gender_of(words[start:end].strip().partition(" ")[0])  # "Boris Parks"
    field = last in name_lexicon.words("names/field_ends.txt") and not given
    field = field or (last.endswith("s") and last not in name_lexicon.surnames())
    return begun.start() if begun is not None and field else None


@cache
def _relative() -> re.Pattern[str]:
    """Match a relative whose first name alone follows: "her son {Oskar}", "Ann Roberts' wife, {Evgenia}"."""
    kin = "|".join(sorted(_kin()))
    return re.compile(rf"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|[’']s|s[’']) (?:[a-z]+ )?(?:{kin}),? ([A-Z][\w’'-]+),?")


@cache
def _called() -> re.Pattern[str]:
    """Match a noun for a person and a name behind it.

    For example: "a student named as {Andreas}".
    """
    name = r"[A-ZÀ-Þ][\w’'-]+"
    called = "(?:named|called|identified)(?: only)?(?: as)?"
    return re.compile(rf"(?<![a-z-])([a-z-]+) {called} ({name}(?: {name}){{0,3}})$")


def _kin() -> frozenset[str]:
    return name_lexicon.words("names/kin_words.txt")


def person_named(words: str) -> Named | None:
    """Return the person a phrase names; None where the name only qualifies another noun."""
    relative = None if _kin().isdisjoint(words.replace(",", " ").split()) else _relative().search(words)
    if relative is not None and relative.end() == len(words):
        return Named("", relative.group(1), "", "person")
    called = _called().search(words) if "ed " in words else None
    if called is not None and not name_lexicon.person_nouns().keys().isdisjoint(
        (called[1], called[1].rpartition("-")[2])
    ):
        return take_apart(called[2]) if " " in called[2] else Named("", called[2], "", "person")
    runs = runs_in(words)
    best: Named | None = None
    for start, end, run in runs:
        before, after = words[:start].split(), words[end:]
        named = take_apart(run, bool(before), bool(before) and before[-1] in OFFICE_LINKS)
        if named.sort == "single" and _introduced(before, named.name) and not after.strip(" ,"):
            best = best or Named("", named.name, "", "person")
        if named.sort not in ("person", "likely") or not named.name or body_begun(words, start, end) is not None:
            continue
        last = named.name.split()[-1].lower()
        if named.sort == "likely" and last in name_lexicon.group_nouns():
            continue
        if last[:-1] in name_lexicon.body_nouns() and after.startswith((" for ", " of ")):
            continue  # "the US Centers for Disease Control"
        if after[:2] in ("'s", "’s", "‘s") and after[2:].strip(" ,"):
            continue
        if run.endswith("s") and after[:2] in ("' ", "’ "):
            continue  # "Ann Roberts' daughter"
        following = after.split()
        if (
            following
            and after[:1] == " "
            and following[0][:1].islower()
            and following[0].lower() not in name_lexicon.words("names/mention_ends.txt") | _JOINING
        ):
            continue  # "a Reddit user"
        ahead = words[:start].rstrip().endswith((",", "–", "—", "-"))
        if before and not ahead and _behind_preposition(before) and (not named.before or _serves(before, named)):
            continue
        if before and not named.before and before[-1].lower() in name_lexicon.body_nouns():
            continue  # "financial firm JP Morgan"
        if named.sort == "likely" and before and before[-1].endswith(("'s", "’s", "‘s")):
            continue  # "The Washington Post's Fact Checker"
        if named.sort == "likely" and " " not in named.name:
            continue
        if best is None or named.sort == "person" != best.sort:
            best = named
        if start == 0 and _described_behind().match(after) is not None:
            break  # "Sharam Tavrik, from the Campaign for Ann Holt", who is no speaker
    return best


def _introduced(before: list[str], name: str) -> bool:
    """Return whether a noun for a person stands before one word: "neighbour {Hamid}"."""
    return bool(before) and before[-1] in name_lexicon.person_nouns() and before[-1].islower() and name.istitle()


@cache
def _described_behind() -> re.Pattern[str]:
    return re.compile(r", (?:from|of|who|an?) ")


_JOINING = frozenset(
    ("and", "or", "himself", "herself", "earlier", "later", "also", "then", "now", "aged", "who", "jr")
)


def _serves(before: list[str], named: Named) -> bool:
    """Return whether somebody unnamed serves the one named: "a spokesman for {Mayor Frank Holt}".

    "Counselor to the President Ann Lee" is Ann Lee, "minister for {Trade Ann Lee}", too.
    """
    title = named.before.split()[-1].rstrip(".")
    served = title in name_lexicon.titles() and title != "Justice" and before[-1].lower() in ("for", "to", "of", "with")
    return served and any(word.lower() in name_lexicon.person_nouns() for word in before)


def _behind_preposition(before: list[str]) -> bool:
    """Return whether a name stands behind a preposition without closing an office.

    "Envoy to Ukraine" and "minister of mines" are offices.
    """
    last = before[-1].lower()
    if last in name_lexicon.words("names/mention_ends.txt"):
        return True
    if last in ("the", "a", "an", "its", "their", "his", "her") or place_named(before[-1]) is not None:
        return len(before) > 1 and before[-2].lower() in name_lexicon.words("names/mention_ends.txt")
    return False
