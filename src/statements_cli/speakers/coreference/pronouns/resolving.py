"""Resolve he and she to their likeliest antecedent.

The pronouns of an article are resolved in text order, so that each counts as a mention for those behind it; an
antecedent that is not likely enough is left open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from statements_cli.model import Span
from statements_cli.speakers.coreference.pronouns.antecedents import (
    AntecedentCandidate,
    Mentions,
    disagrees,
    probabilities,
    weights,
)
from statements_cli.speakers.coreference.pronouns.prominence import SUBJECT, grammatical_weight
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names import name_lexicon

_WINDOW = 16
_SHOWN = 4  # candidates of which those that lost are kept
_BLOCK_BEFORE = 600  # characters before a paragraph in which "they" may have been named
_TELLS_GENDER = 0.9  # how sure an antecedent is that gets the pronoun's gender
_SURE = 0.4  # how sure an antecedent is that a single name is a person's
_HIS_SPEECH = 0.85  # how sure it is that whose speech it was is the one who says something in it
_OPENING = 140  # characters of a phrase that opens a sentence
_LEADS = ("In ", "At ", "During ", "On ", "After ")
_SPOKEN = "channels/speech_events.txt"
_LEAST = 0.3  # how likely an antecedent must be


@cache
def _speech_of() -> re.Pattern[str]:
    return re.compile(r"(?:In|At|During|On|After) (?P<who>[A-Z][\w .’'-]{1,40}?)[’']s? (?P<what>[^,]{3,80}), ")


class Antecedent(NamedTuple):
    """A pronoun's antecedent, how sure it is (0 to 1), and the losing candidates.

    These are best first.
    """

    person: Entity
    confidence: float
    lost: tuple[str, ...] = ()


class Pronouns:
    """The he and she of an article, resolved in one pass in text order.

    ``told`` are the antecedents by the offsets of their pronouns.
    """

    __slots__ = ("_cast", "_last", "_mentions", "told")

    def __init__(
        self,
        cast: Cast,
        quotes: Sequence[Span],
        sources: Sequence[Span],
        contents: dict[int, tuple[Span, ...]],
        others: Sequence[tuple[int, int, Entity]] = (),
    ) -> None:
        self._cast = cast
        said = [span for spans in contents.values() for span in spans]
        self._mentions = Mentions(cast.scan, quotes, sources, said)
        self._last: dict[str, list[tuple[int, Entity]]] = {"m": [], "f": []}
        self.told: dict[int, Antecedent] = {}
        self._pass(contents, others)

    def _pass(self, contents: dict[int, tuple[Span, ...]], others: Sequence[tuple[int, int, Entity]]) -> None:
        named = list(zip(self._cast.starts, self._cast.ends, self._cast.who, strict=True))
        named = sorted([*named, *others], key=lambda mention: mention[:2])
        mentions = self._mentions
        at, count = 0, len(named)
        for start, end, gender in sorted(self._cast.scan.pronouns):
            while at < count and named[at][0] < start:
                mentions.add(*named[at])
                at += 1
            told = self._whose_speech(start, gender) or self.at(start, gender, contents.get(start, ()))
            if told is None:
                continue
            self.told[start] = told
            role = mentions.pronoun_role(start, end)
            if role != "in a quotation":
                self._last[gender].append((start, told.person))
                if told.confidence > _TELLS_GENDER and told.person.gender in ("", gender):
                    told.person.told(gender)
            if told.person.type == "person" and told.confidence > _SURE:
                self._cast.adopt(told.person)
            mentions.add(start, end, told.person, role)
        for rest in named[at:]:
            mentions.add(*rest)

    def _whose_speech(self, start: int, gender: str) -> Antecedent | None:
        """Return whose speech opens the sentence in which a pronoun is the subject.

        For example: "In Lund's June 4 speech to the union, {he} set out".
        """
        scan = self._cast.scan
        low = scan.sentence_span(scan.sentence(start))[0]
        if start - low > _OPENING or not scan.text.startswith(_LEADS, low) or scan.text[start - 2 : start] != ", ":
            return None
        match = _speech_of().fullmatch(scan.text, low, start)
        if match is None or not any(word in name_lexicon.words(_SPOKEN) for word in match["what"].lower().split()):
            return None
        person = self._cast.at(low, match.end("who"))
        return Antecedent(person, _HIS_SPEECH) if person is not None and not disagrees(person, gender) else None

    def candidates(self, start: int, gender: str, own: tuple[Span, ...] = ()) -> list[AntecedentCandidate]:
        """Return whom a pronoun of ``gender`` at ``start`` may mean, nobody last."""
        last = self._last[gender]
        place = bisect_left(last, start, key=lambda pair: pair[0]) - 1
        return self._mentions.candidates(start, gender, own, last[place][1] if place >= 0 else None)

    def at(self, start: int, gender: str, own: tuple[Span, ...] = ()) -> Antecedent | None:
        """Return the person a pronoun of ``gender`` at ``start`` means.

        Hardly one named in ``own`` content.
        """
        candidates = self.candidates(start, gender, own)
        if not candidates:
            return self._ahead(start, gender)
        ranked = sorted(zip(probabilities(candidates, weights()), candidates, strict=True), key=lambda pair: -pair[0])
        likely = [(share, one.person) for share, one in ranked if one.person is not None]
        share, best = likely[0]
        if share < _LEAST:
            return None
        return Antecedent(best, round(min(share, 0.97), 3), tuple([person.name for _, person in likely[1:_SHOWN]]))

    def they(self, start: int) -> Antecedent | None:
        """Return the one person that "they" at ``start`` means.

        Somebody said to go by it, or of unknown sex.

        Of unknown sex counts only who was the subject just before, where no plural noun goes with it.
        """
        cast, scan = self._cast, self._cast.scan
        block = scan.blocks[scan.block(start)][0] if scan.blocks else 0
        place = bisect_left(cast.starts, start)
        for index in range(place - 1, max(-1, place - 1 - _WINDOW), -1):
            person, where = cast.who[index], cast.starts[index]
            if where < block - _BLOCK_BEFORE:
                break
            if self._goes_by_they(person):
                return Antecedent(person, 0.75)
            if person.gender or where < block or scan.sentence(start) - scan.sentence(where) > 1:
                continue
            low, high = scan.sentence_span(scan.sentence(where))
            several = any(
                word.strip(".,").lower() in name_lexicon.group_nouns() for word in scan.text[low:high].split()
            )
            if not several and grammatical_weight(scan, where, cast.ends[index]) > SUBJECT:
                return Antecedent(person, 0.45)
        return None

    def _goes_by_they(self, person: Entity) -> bool:
        """Return whether somebody's first sentence calls them neither he nor she."""
        scan = self._cast.scan
        low, high = scan.sentence_span(scan.sentence(person.first))
        words = scan.text[low : min(high, low + 400)].lower()
        return any(word in words for word in ("nonbinary", "non-binary", "they/them", "genderqueer", "genderfluid"))

    def _ahead(self, start: int, gender: str) -> Antecedent | None:
        """Return the person named right after a pronoun that nobody goes before."""
        cast = self._cast
        index = bisect_left(cast.starts, start)
        if index == len(cast.starts) or cast.scan.sentence(cast.starts[index]) > cast.scan.sentence(start) + 1:
            return None
        person = cast.who[index]
        return None if disagrees(person, gender) else Antecedent(person, 0.5)
