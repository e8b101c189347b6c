"""Resolve he and she to the most salient antecedent.

Salience in the manner of Lappin and Leass (1994): nearer sentences before farther ones, subjects
before objects, speakers before the rest, gender agreeing; words inside quotations hardly count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from statements_cli.model import Span
from statements_cli.speakers.coreference.people import Cast, Entity
from statements_cli.speakers.names import name_lexicon

_WINDOW = 16
_SHOWN = 4  # candidates of which those that lost are kept
_BLOCK_BEFORE = 600  # characters before a paragraph in which "they" may have been named
_SUBJECT = 0.8  # weight from which on a mention is a subject
_UNTOLD = 0.8  # weight of a person whose sex nothing tells, beside one whose sex agrees
_DECAY = (1.8, 0.88, 0.6, 0.42, 0.3, 0.22, 0.16, 0.12, 0.1)


class Antecedent(NamedTuple):
    """The person a pronoun refers to, how sure that is (0 to 1), and the candidates that lost, best first."""

    person: Entity
    confidence: float
    lost: tuple[str, ...] = ()


class Pronouns:
    """The he and she of an article, resolved in one pass in text order.

    Kept are parallel lists of every place where a person is meant, by name or pronoun.
    """

    __slots__ = (
        "_cast",
        "_quote_ends",
        "_quote_starts",
        "_sentences",
        "_source_starts",
        "_weights",
        "_who",
        "starts",
        "told",
    )

    def __init__(
        self,
        cast: Cast,
        quotes: Sequence[Span],
        sources: Sequence[Span],
        contents: dict[int, tuple[Span, ...]],
    ) -> None:
        self._cast = cast
        ordered = sorted(quotes)
        self._quote_starts = [start for start, _ in ordered]
        self._quote_ends = [end for _, end in ordered]
        self._source_starts = sorted(sources)
        self.starts: list[int] = []
        self._who: list[Entity] = []
        self._weights: list[float | None] = []  # None until somebody asks
        self._sentences: list[int] = []
        self.told: dict[int, Antecedent] = {}
        self._pass(contents)

    def _pass(self, contents: dict[int, tuple[Span, ...]]) -> None:
        cast = self._cast
        pronouns = cast.scan.pronouns
        at, count = 0, len(cast.starts)
        for start, end, gender in sorted(pronouns):
            while at < count and cast.starts[at] < start:
                self._mention(at)
                at += 1
            told = self.at(start, gender, contents.get(start, ()))
            if told is None:
                continue
            self.told[start] = told
            quoted = self.quoted(start)
            if not quoted and told.confidence > 0.75 and not told.person.gender:
                told.person.gender = gender
            self._add(start, told.person, 0.15 if quoted else 1.2 if self._is_source(start, end) else 0.9)
        for rest in range(at, count):
            self._mention(rest)

    def _mention(self, at: int) -> None:
        self._add(self._cast.starts[at], self._cast.who[at], None)

    def _add(self, start: int, person: Entity, weight: float | None) -> None:
        self.starts.append(start)
        self._who.append(person)
        self._weights.append(weight)
        self._sentences.append(self._cast.scan.sentence(start))

    def _weight(self, index: int) -> float:
        known = self._weights[index]
        if known is None:
            place = bisect_left(self._cast.starts, self.starts[index])
            known = self._weights[index] = self._named(self.starts[index], self._cast.ends[place])
        return known

    def _named(self, start: int, end: int) -> float:
        if self.quoted(start):
            return 0.15
        if self._is_source(start, end):
            return 1.25
        return grammatical_weight(self._cast.scan.text, start, end)

    def quoted(self, at: int) -> bool:
        """Whether an offset stands inside a verbatim quotation."""
        place = bisect_right(self._quote_starts, at) - 1
        return place >= 0 and at < self._quote_ends[place]

    def _is_source(self, start: int, end: int) -> bool:
        place = bisect_right(self._source_starts, (start, 1 << 60)) - 1
        return place >= 0 and end <= self._source_starts[place][1] + 1

    def at(self, start: int, gender: str, own: tuple[Span, ...] = ()) -> Antecedent | None:
        """Return the person a pronoun of ``gender`` at ``start`` means; not one named in ``own`` content."""
        place = bisect_left(self.starts, start)
        scan = self._cast.scan
        here = scan.sentence(start)
        scores: dict[int, float] = {}
        people: dict[int, Entity] = {}
        who = self._who
        for index in range(place - 1, max(-1, place - 1 - _WINDOW), -1):
            person = who[index]
            if (person.gender and person.gender != gender) or person.type != "person":
                continue
            where = self.starts[index]
            distance = here - self._sentences[index]
            if distance >= len(_DECAY):
                if scores:
                    break
                distance = len(_DECAY) - 1
            score = _DECAY[distance] * self._weight(index)
            if own and any(low <= where < high for low, high in own):
                score *= 0.2
            if not person.gender:
                score *= _UNTOLD
            key = id(person)
            people[key] = person
            best = scores.get(key, 0.0)
            scores[key] = max(best, score) + 0.12 * min(best, score)
        if not scores:
            return self._ahead(start, gender)
        ranked = sorted(scores.items(), key=lambda pair: -pair[1])
        best = ranked[0][1]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return Antecedent(
            people[ranked[0][0]],
            round(0.5 + 0.45 * (best - second) / best, 3),
            tuple([people[key].name for key, _ in ranked[1:_SHOWN]]),
        )

    def they(self, start: int) -> Antecedent | None:
        """Return the one person that "they" at ``start`` means: somebody said to go by it, or of unknown sex.

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
            if not several and grammatical_weight(scan.text, where, cast.ends[index]) > _SUBJECT:
                return Antecedent(person, 0.45)
        return None

    def _goes_by_they(self, person: Entity) -> bool:
        """Whether the sentence in which somebody is first named says that they are neither he nor she."""
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
        return Antecedent(person, 0.5) if person.gender in ("", gender) else None


@cache
def _word_after() -> re.Pattern[str]:
    return re.compile(r"(?:, [^,.;\n]{2,120},)?\s+(\w+)")


@cache
def _words_before() -> re.Pattern[str]:
    return re.compile(r"[\w’'‘.\-]+|[^\w\s]|\n")


def grammatical_weight(text: str, start: int, end: int) -> float:
    """How much a mention stands out where it stands: 1 for a subject, less for an object or a possessor."""
    if text[end : end + 2] in ("'s", "’s", "‘s"):
        return 0.5
    after = _word_after().match(text, end, end + 140)
    follows = after.group(1) if after else ""
    verb = follows in name_lexicon.words("cues/finite_verbs.txt") or (
        after is not None and text[after.end() : after.end() + 2] in ("'t", "’t")
    )
    verb = verb or follows.endswith(("ed", "es")) or (follows.endswith("s") and follows.islower())
    words = _words_before().findall(text, max(0, start - 60), start)
    for word in reversed(words):
        if (
            word[0].isupper()
            or word.lower() in name_lexicon.person_nouns()
            or word in ("the", "a", "an", "former", "of")
        ):
            continue
        lower = word.lower()
        if lower in name_lexicon.words("cues/clause_openers.txt"):
            return 1.0 if verb else 0.8
        if lower in name_lexicon.words("names/object_words.txt"):
            return 0.5
        if not word[0].isalnum():
            return 1.0 if verb else 0.85
        return 0.9 if verb else 0.55
    return 1.0 if verb else 0.85
