"""Read the signs that capitalised words are, or are not, a person's name."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from statements_cli.model import Span
from statements_cli.speakers.coreference.pronouns.prominence import grammatical_weight
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import Named

_PEERS = frozenset(("Lord", "Lady", "Baroness", "Viscount", "Viscountess", "Earl", "Mullah"))
_JUDGE = "Mr Justice"
_SHORTEST_PARTICIPLE = 4
_SAID = r"(?:said|says|say|added|confirmed|insists|told [A-Z]\w+)"
_SAYING = frozenset(("Said", "Says", "Added", "Adds", "Wrote", "Writes"))
_REACH = 60  # characters behind a name that are looked at
_EXAMINED = 4  # mentions of a name beside which a noun or "its" is looked for
_LOOKED_AT = 6  # mentions of a name that are looked at
_WHERE = (" in ", " near ", " outside ")  # before places
_FOLLOWING = 160  # characters behind a mention in which a pronoun may take it up
_NOUN = 24  # characters before a name in which a noun for a body stands
_SHORT = (3, 4)  # letters of an office's short form
_PRINCELY = frozenset(("prince", "princess"))


def royal_words() -> frozenset[str]:
    return name_lexicon.words("names/royal_words.txt") | _PRINCELY


def monarch_office(named: Named) -> str:
    """Return the office of a monarch named by it.

    For example: "King" of "King Felipe", "Emir of Qatar" of "Emir Tamim of Qatar".
    """
    title = (named.before or named.name).split(" ")[-1 if named.before else 0]
    if title.lower() not in name_lexicon.words("names/royal_words.txt"):
        return ""
    return f"{title} {named.after}" if named.after.startswith("of ") else title


def off_verbs(runs: Sequence[tuple[int, int, str]], sources: Sequence[Span]) -> list[tuple[int, int, str]]:
    """Return runs without a verb of saying before a source: "Said [Ann Moe], the mayor:"."""
    begun, plain = frozenset([start for start, _ in sources]), []
    for start, end, run in runs:
        verb, _, name = run.partition(" ")
        behind = start + len(verb) + 1
        plain.append((behind, end, name) if verb in _SAYING and name and behind in begun else (start, end, run))
    return plain


def are_plain_words(name: str) -> bool:
    """Return whether a name is the plain words of a headline: "Angry Farmers", "Young Voters"."""
    last = name.split()[-1].lower()
    return last in name_lexicon.group_nouns() or last in name_lexicon.document_nouns()


@cache
def _its() -> re.Pattern[str]:
    """Match what follows a name that "it" or "which" takes up: no person's."""
    return re.compile(rf",? which |,? (?:has |have |had )?(?:also )?{_SAID} (?:that )?its ")


def goes_by_it(text: str, places: Sequence[tuple[int, int, Named]]) -> bool:
    """Return whether a name's words around show a body: "Skarv Holm said its clients"."""
    nouns = name_lexicon.body_nouns()
    for start, end, named in places:
        before = text[max(0, start - _NOUN) : start].split()
        if not named.before and before and before[-1] in nouns and "of" not in before and text[start - 1] == " ":
            return True  # "newspaper Dagens Nyheter"
        if _its().match(text, end, end + _REACH) is not None:
            return True
    return False


@cache
def _taking_up() -> re.Pattern[str]:
    """Match a pronoun that takes up a name, a person's in a group."""
    does = r"(?:has|had|will|would|does|did|do|plans?|expects?|hopes?|wants?|also)"
    said = rf"(?:also |later )?{_SAID}\b"
    body = rf"[Ii]ts|it {does}(?! (?:not )?(?:be|been|take|taken|rain|rained|to be)\b)|[Ii]t {said}"
    return re.compile(rf"\b(?:([Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)|{body})\b")


def taken_up_by_it(scan: MentionScan, places: Sequence[Span]) -> bool:
    """Return whether "it" and "its" follow a name more often than "he" and "she".

    A place, in which something happens, is left as it is.
    """
    text, told = scan.text, 0
    for start, end in places[:_LOOKED_AT]:
        if text.endswith(_WHERE, max(0, start - _NOUN), start) and text[end : end + 1] not in ("'", "’"):
            return False
        _, stop = scan.blocks[scan.block(start)]
        first = _taking_up().search(text, end, min(stop, end + _FOLLOWING))
        told += 0 if first is None else -1 if first[1] else 1
    return told > 0


def is_bodys(scan: MentionScan, places: Sequence[tuple[int, int, Named]], described: bool) -> bool:
    """Return whether a name of unknown words is a body's, by what stands around it.

    One that is ``described``, as persons are by their offices, is none that "it" takes up from further on.
    """
    if goes_by_it(scan.text, places[:_EXAMINED]):
        return True
    return not described and taken_up_by_it(scan, [place[:2] for place in places])


def with_style(named: Named) -> str:
    """Return a surname with a peer's or judge's title: "Lord Holm", "Mr Justice Holm"."""
    if named.before == _JUDGE:
        return f"{_JUDGE} {named.name}"
    title = named.before.rpartition(" ")[2]
    return f"{title} {named.name}" if title in _PEERS else named.name


def head_places(text: str, sources: Sequence[tuple[int, int]]) -> set[int]:
    return {end for _, end in sources} | {end - 1 for _, end in sources if text[end - 1 : end] in ",."}


def is_participle(word: str) -> bool:
    """Return whether a word has the form of a participle: "Angered", "Meeting".

    "Red" and "Ming" are too short, "Fareed" and "Saeed" are names.
    """
    return len(word) > _SHORTEST_PARTICIPLE and word.endswith(("ing", "ed")) and not word.endswith("eed")


def acting_names(scan: MentionScan, named: Sequence[tuple[int, int, Named]], first: Set[str]) -> set[str]:
    """Return which first words of names stand alone as the subject of a verb.

    For example: "Sowmya wants the world to know".
    """
    return {
        fold(one.name)
        for start, end, one in named
        if one.sort == "single" and one.name in first and grammatical_weight(scan, start, end) >= 1.0
    }


def with_short_titles(named: Sequence[tuple[int, int, Named]]) -> list[tuple[int, int, Named]]:
    """Return the names of an article, with places, without short forms of offices.

    These are taken off before a name that is borne here. For example: "MEC Mamabolo" beside "Jacob Mamabolo".
    """
    known = {one.name.split()[-1] for _, _, one in named if one.sort in ("person", "single") and one.name}
    return [
        (start, end, Named(first, rest, one.after, "single") if rest in known and _is_short(first) else one)
        for start, end, one in named
        for first, _, rest in (one.name.partition(" ") if one.sort == "likely" else ("", "", ""),)
    ]


def _is_short(word: str) -> bool:
    """Return whether a word is three or four capitals, which no first name is."""
    return word.isupper() and word.isalpha() and _SHORT[0] <= len(word) <= _SHORT[1]
