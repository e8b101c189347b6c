"""Find the persons "he" and "she" may mean beside those with full names.

They are speakers under a single name that no list knows ("Tarvik said"), and persons described ("The prime
minister used a meeting to", "A man who saw it said").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statements_cli.model import Span
from statements_cli.speakers.coreference.nominals import resolve_person
from statements_cli.speakers.coreference.pronouns.prominence import grammatical_weight
from statements_cli.speakers.coreference.referents.bodies import Bodies
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.mentions.descriptions import without_clause
from statements_cli.speakers.mentions.source_mention import read_mention
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named

_NAME_WORDS = 3  # words of a name that nothing but its place tells to be a person's, fewer than that and one
_AGE = 20  # characters behind a name in which an age stands
_SUBJECT = 1.0  # weight of a mention that is the subject of a finite verb
_LONGEST = 80  # characters of a description
_MOST_WORDS = 6
_RELATIVE = 40  # characters before a name in which a relative and whose it is are looked for
_OWNERS = frozenset(("his", "her", "their"))
_ARTICLES = ("The ", "A ", "An ")


def other_mentions(cast: Cast, bodies: Bodies, sources: Sequence[Span]) -> list[tuple[int, int, Entity]]:
    """Return where somebody described or singly named is meant, in text order."""
    if not cast.scan.pronouns:
        return []
    return sorted(
        [
            *_lone_speakers(cast, bodies, sources),
            *_first_names(cast, bodies, sources),
            *_unlisted_names(cast, bodies),
            *_described(cast, sources),
        ],
        key=lambda mention: mention[:2],
    )


def _lone_speakers(cast: Cast, bodies: Bodies, sources: Sequence[Span]) -> Iterator[tuple[int, int, Entity]]:
    text = cast.scan.text
    speakers: dict[str, Entity] = {}
    for start, end in sources:
        name = text[start:end].strip(" ,")
        if name in speakers or " " in name or not may_be_surname(name) or text[end : end + 1].isalnum():
            continue
        if text[max(0, start - 4) : start].lower() == "the " or bodies.fullest(name) != name:
            continue
        if take_apart(name).sort == "single" and cast.person(name, start) is None:
            if cast.misspelt(name, start) is not None:
                continue
            speakers[name] = Entity(name, "person", start)
    for start, end, run in cast.scan.runs if speakers else ():
        person = speakers.get(run)
        if person is not None:
            person.places.append(start)
            yield start, end, person


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(r"\*?(?:, \d{1,3},| (?:is|was|turned) (?:just |only )?\d{1,3}(?: years| when|,|\.))")


def _first_names(cast: Cast, bodies: Bodies, sources: Sequence[Span]) -> Iterator[tuple[int, int, Entity]]:
    """Yield persons known by a first name alone.

    They are the subject of a verb, or their age is given.

    For example: "Maria had left", "Imelda was 15 when". One who speaks under it is found as a speaker.
    """
    scan = cast.scan
    people: dict[str, Entity] = {}
    spoken = {scan.text[start:end].strip(" ,") for start, end in sources}
    runs = [(start, end, run) for start, end, run in scan.runs if " " not in run and run not in spoken]
    for start, end, run in runs:
        if run in people or scan.in_headline(start) or not may_be_surname(run) or bodies.fullest(run) != run:
            continue
        gender = name_lexicon.gender_of(run)
        aged = any(map(str.isdigit, scan.text[end : end + _AGE])) and _aged().match(scan.text, end) is not None
        subject = bool(gender) and grammatical_weight(scan, start, end) >= _SUBJECT
        if (aged or subject or _is_relative(scan.text, start)) and cast.person(run, start) is None:
            people[run] = Entity(run, "person", start)
            people[run].gender = gender
    for start, end, run in runs if people else ():
        if run in people:
            people[run].places.append(start)
            yield start, end, people[run]


def _is_relative(text: str, start: int) -> bool:
    """Return whether somebody is named as another's relative: "Lund's father, {Bill}", "her sister {Ida}"."""
    before = text[max(0, start - _RELATIVE) : start].split()
    if len(before) < 2 or before[-1].rstrip(",") not in name_lexicon.words("names/kin_words.txt"):
        return False
    return before[-2].lower() in _OWNERS or before[-2].endswith(("'s", "’s", "s'", "s’"))


def _unlisted_names(cast: Cast, bodies: Bodies) -> Iterator[tuple[int, int, Entity]]:
    """Yield unlisted names of two or three words with a subject among them.

    For example: "Sowmya Jegan runs".
    """
    scan = cast.scan
    people: dict[str, Entity] = {}
    known = set(cast.starts)
    runs = [
        (start, end, run)
        for start, end, run in scan.runs
        if 0 < run.count(" ") < _NAME_WORDS and start not in known and not scan.in_headline(start)
    ]
    for start, end, run in runs:
        if run in people or bodies.fullest(run) != run or place_named(run) is not None:
            continue
        named = take_apart(run)
        if named.sort == "likely" and named.name == run and grammatical_weight(scan, start, end) >= _SUBJECT:
            people[run] = Entity(run, "person", start)
    for start, end, run in runs if people else ():
        if run in people:
            people[run].places.append(start)
            yield start, end, people[run]


def may_be_surname(name: str) -> bool:
    """Return whether a single word has the form of a surname, and is no place's."""
    return (
        name[:1].isupper()
        and len(name) > 2
        and not name.isupper()
        and name.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and place_named(name) is None
        and name not in name_lexicon.not_names()
        and (lower := name.lower()) not in name_lexicon.document_nouns()
        and lower not in name_lexicon.group_nouns()
    )


def _described(cast: Cast, sources: Sequence[Span]) -> Iterator[tuple[int, int, Entity]]:
    """Yield persons that a sentence begins with or that speak, described.

    As far as the article tells, by name.
    """
    unnamed: dict[str, Entity] = {}
    text = cast.scan.text
    spoken = {start: end for start, end in sources if end - start < _LONGEST}
    opening = {start: start for start in cast.scan.sentences if text.startswith(_ARTICLES, start)}
    for start, end in sorted((opening | spoken).items()):
        end = end if end > start else _noun_end(text, start)
        if end == start:
            continue
        mention = read_mention(text[start:end])
        if mention.kind != "nominal" or mention.head not in name_lexicon.person_nouns():
            continue
        words = mention.words
        definite = not words.lower().startswith(("a ", "an ", "one ", "another ", "some "))
        person = unnamed.get(mention.head) if definite and len(words.split()) == 2 else None
        if person is None:
            found = resolve_person(mention.head, words, start, cast, definite)
            person = found[0] if found is not None else None
        if person is None:
            person = Entity(without_clause(bare(words)), "anonymous", start)
            person.described(mention.head)
            unnamed[mention.head] = person
        yield start, end, person


def _noun_end(text: str, start: int) -> int:
    """Return where a description at the start of a sentence ends.

    Behind a noun for a person that no noun or name follows.
    """
    at = start
    found = start
    for count, word in enumerate(text[start : start + _LONGEST].split(" ")[: _MOST_WORDS + 1]):
        plain = word.strip(",")
        noun = plain.lower() in name_lexicon.person_nouns()  # "The Prime Minister"
        if found > start and ((plain[:1].isupper() and not noun) or plain in name_lexicon.body_nouns()):
            return start  # "The farm secretary Paul Holt"
        if found > start and not noun:
            return found
        at += len(word) + (1 if count else 0)
        if noun:
            found = at - (1 if word.endswith(",") else 0)
            if word.endswith(","):
                return found
        elif word != plain or not plain.replace("-", "").replace("’", "").replace("'", "").isalpha():
            return start
    return start
