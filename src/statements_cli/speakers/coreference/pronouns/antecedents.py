"""Describe the candidates for the antecedent of he or she by features, and rank them.

The ranking is a log-linear model over the candidates of one pronoun and the chance that it is none of them
(Denis and Baldridge, IJCAI 2007), over the features of Lappin and Leass (1994) and those of who spoke last.
Its weights are learned from annotated news by ``training/antecedents.py``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple

from statements_cli.data import table
from statements_cli.model import Span
from statements_cli.speakers.coreference.pronouns.prominence import SUBJECT, grammatical_weight
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.names.capitalised_runs import MentionScan

WEIGHTS = "weights/antecedents.tsv"
FEATURES = (
    "nobody",
    "salience",
    "same sentence",
    "sentence before",
    "two sentences before",
    "farther",
    "in a quotation",
    "source",
    "subject",
    "object",
    "possessor",
    "inside a source",
    "in a report",
    "pronoun",
    "pronoun within a sentence",
    "spoke last",
    "spoke last but one",
    "spoke earlier",
    "pronoun before",
    "nearest",
    "gender told",
    "gender of first name",
    "gender unknown",
    "gender of first name disagrees",
    "mentions",
    "same paragraph",
    "opens the paragraph",
    "opens a sentence",
    "named in the content",
    "one name only",
    "described",
    "beside the pronoun",
)
_PLACE = {name: place for place, name in enumerate(FEATURES)}
_WINDOW = 20  # mentions before a pronoun that are looked at
_DECAY = (1.8, 0.88, 0.6, 0.42, 0.3, 0.22, 0.16, 0.12, 0.1)  # of salience, by sentences between
_WEIGHTS = {
    "in a quotation": 0.15,
    "source": 1.25,
    "inside a source": 0.35,
    "in a report": 0.5,
    "possessor": 0.5,
    "pronoun": 0.9,
    "pronoun within a sentence": 0.5,
}
_REPEATED = 0.12  # share of a farther mention that adds to the nearest
_BESIDE = 2  # characters between a name and the pronoun behind its comma
_OPENING = 3  # characters between a sentence's start and a mention that opens it
_LEAST = 0.02
_DISTANCES = tuple(_PLACE[name] for name in ("same sentence", "sentence before", "two sentences before", "farther"))
_SPEAKERS = tuple(_PLACE[name] for name in ("spoke last", "spoke last but one", "spoke earlier"))


class AntecedentCandidate(NamedTuple):
    """A person whom a pronoun may mean.

    None for nobody of those named, and the features that speak for it.
    """

    person: Entity | None
    features: dict[int, float]


class Mentions:
    """The places where persons are meant before a pronoun, in text order.

    By name, description or pronoun.
    """

    __slots__ = (
        "_contents", "_quotes", "_scan", "_sources", "_weights", "ends", "roles", "sentences", "starts", "who",
    )  # fmt: skip

    def __init__(
        self, scan: MentionScan, quotes: Sequence[Span], sources: Sequence[Span], contents: Sequence[Span]
    ) -> None:
        self._scan = scan
        self._quotes = sorted(quotes)
        self._contents = sorted(contents)
        self._sources = sorted(sources)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.who: list[Entity] = []
        self.roles: list[str] = []  # empty until somebody asks
        self.sentences: list[int] = []
        self._weights: list[float] = []  # 0 until somebody asks

    def add(self, start: int, end: int, person: Entity, role: str = "") -> None:
        """Add a mention behind all others."""
        self.starts.append(start)
        self.ends.append(end)
        self.who.append(person)
        self.roles.append(role)
        self.sentences.append(self._scan.sentence(start))
        self._weights.append(0.0)

    def quoted(self, at: int) -> bool:
        """Return whether an offset stands inside a verbatim quotation."""
        return _within(self._quotes, at)

    def source_at(self, start: int, end: int) -> Span | None:
        """Return the source that a mention stands in."""
        place = bisect_right(self._sources, (start, 1 << 60)) - 1
        return self._sources[place] if place >= 0 and end <= self._sources[place][1] + 1 else None

    def pronoun_role(self, start: int, end: int) -> str:
        """Return the grammatical role of a pronoun, as far as it tells its prominence."""
        if self.quoted(start):
            return "in a quotation"
        if self.source_at(start, end) is not None:
            return "source"
        return "pronoun" if self._scan.text[start].isupper() else "pronoun within a sentence"

    def role(self, index: int) -> str:
        """Return the grammatical role of a mention, one of the features' names."""
        known = self.roles[index]
        if not known:
            known = self.roles[index] = self._role(self.starts[index], self.ends[index], index)
        return known

    def _weight(self, index: int, role: str) -> float:
        """Return how much a mention of this role adds to the salience of its person."""
        known = self._weights[index]
        if not known:
            known = _WEIGHTS.get(role) or grammatical_weight(self._scan, self.starts[index], self.ends[index])
            self._weights[index] = known
        return known

    def _role(self, start: int, end: int, index: int) -> str:
        if self.quoted(start):
            return "in a quotation"
        text = self._scan.text
        possessor = text[end : end + 2] in ("'s", "’s", "‘s") or text[end - 2 : end] in ("s'", "s’")
        source = self.source_at(start, end)
        if source is not None:
            return "inside a source" if possessor or not self._heads(source, index) else "source"
        if possessor:
            return "possessor"
        if _within(self._contents, start):
            return "in a report"
        return "subject" if grammatical_weight(self._scan, start, end) >= SUBJECT else "object"

    def _heads(self, source: Span, index: int) -> bool:
        """Return whether a mention is who speaks in a source.

        Not "the Moe campaign's chief", nor whom another serves.
        """
        text, start, end = self._scan.text, self.starts[index], self.ends[index]
        follows = text[end : min(source[1], end + 2)]
        if follows[:1] == " " and follows[1:2].isalpha() and follows[1:2].islower():
            word = text[end + 1 : source[1]].split(" ")[0]
            return word in ("and", "or", "who", "of", "also", "himself", "herself")
        if index and self.starts[index - 1] >= source[0] and self.role(index - 1) == "source":
            return " and " in text[self.ends[index - 1] : start]
        before = text[source[0] : start].split()
        return not (before and before[-1] in ("to", "for", "with", "by", "from", "of") and end < source[1] - 1)

    def candidates(
        self, start: int, gender: str, own: tuple[Span, ...], last: Entity | None
    ) -> list[AntecedentCandidate]:
        """Return the persons that a pronoun of ``gender`` at ``start`` may mean.

        The chance of nobody comes last.

        ``own`` is the content that the pronoun is the source of, ``last`` whom the last such pronoun meant.
        """
        scan = self._scan
        here, block = scan.sentence(start), scan.blocks[scan.block(start)][0] if scan.blocks else 0
        place = bisect_left(self.starts, start)
        spoken = bisect_left(self._sources, (start, 0))
        found: dict[int, AntecedentCandidate] = {}
        scores: dict[int, float] = {}
        spoke: set[int] = set()
        placed: set[int] = set()
        nearest = True
        for index in range(place - 1, max(-1, place - 1 - _WINDOW), -1):
            person = self.who[index]
            if person.type not in ("person", "anonymous") or disagrees(person, gender):
                continue
            distance = here - self.sentences[index]
            if distance >= len(_DECAY):
                if scores:
                    break
                distance = len(_DECAY) - 1
            where, role, key = self.starts[index], self.roles[index] or self.role(index), id(person)
            candidate = found.get(key)
            if candidate is None:
                candidate = found[key] = AntecedentCandidate(person, _of_person(person, gender, start))
                if person is last:
                    candidate.features[_PLACE["pronoun before"]] = 1.0
            features = candidate.features
            score = _DECAY[distance] * self._weight(index, role)
            inside = bool(own) and any(low <= where < high for low, high in own)
            if inside:
                features[_PLACE["named in the content"]] = 1.0
                score *= 0.2
            best = scores.get(key, 0.0)
            scores[key] = max(best, score) + _REPEATED * min(best, score)
            if role == "source" and key not in spoke:
                spoke.add(key)
                between = spoken - bisect_right(self._sources, (where, 1 << 60))
                features[_SPEAKERS[min(2, between)]] = 1.0
            if role == "in a quotation" or inside or key in placed:
                continue
            placed.add(key)
            features[_DISTANCES[min(3, distance)]] = 1.0
            features[_PLACE[role]] = 1.0
            if nearest:
                features[_PLACE["nearest"]] = 1.0
                nearest = False
            if where >= block:
                features[_PLACE["same paragraph"]] = 1.0
            if start - self.ends[index] == _BESIDE and scan.text.startswith(", ", self.ends[index]):
                features[_PLACE["beside the pronoun"]] = 1.0  # "Biden, he said, was the first": that is another
            opening = scan.sentences[self.sentences[index]]
            if where - opening < _OPENING and role in ("subject", "source", "pronoun"):
                features[_PLACE["opens a sentence"]] = 1.0
                if opening == block:
                    features[_PLACE["opens the paragraph"]] = 1.0
        for key, candidate in found.items():
            candidate.features[_PLACE["salience"]] = log(max(_LEAST, scores[key]))
            if key not in placed:
                candidate.features[_PLACE["in a quotation"]] = 1.0
        return [*found.values(), AntecedentCandidate(None, {_PLACE["nobody"]: 1.0})] if found else []


def _within(spans: Sequence[Span], at: int) -> bool:
    """Return whether an offset stands in the last sorted span begun before it."""
    place = bisect_right(spans, (at, 1 << 60)) - 1
    return place >= 0 and at < spans[place][1]


def disagrees(person: Entity, gender: str) -> bool:
    """Return whether more than a first name shows a person's other gender."""
    return bool(person.gender) and person.gender != gender and person.gender_told


def _of_person(person: Entity, gender: str, start: int) -> dict[int, float]:
    """Return the features that don't depend on where a person is mentioned last."""
    if not person.gender:
        agreement = "gender unknown"
    elif person.gender != gender:
        agreement = "gender of first name disagrees"
    else:
        agreement = "gender told" if person.gender_told else "gender of first name"
    features = {_PLACE[agreement]: 1.0, _PLACE["mentions"]: log(1 + bisect_left(person.places, start))}
    if person.type == "anonymous":
        features[_PLACE["described"]] = 1.0
    elif " " not in person.name and not person.gender_told:
        features[_PLACE["one name only"]] = 1.0
    return features


@cache
def weights() -> tuple[float, ...]:
    """Return the learned weight of each feature."""
    known = {row[0]: float(row[1]) for row in table(WEIGHTS)}
    return tuple([known.get(name, 0.0) for name in FEATURES])


def probabilities(candidates: Sequence[AntecedentCandidate], learned: Sequence[float]) -> list[float]:
    """Return how probable each candidate is, together 1."""
    scores = [sum([learned[place] * value for place, value in one.features.items()]) for one in candidates]
    most = max(scores)
    parts = [exp(score - most) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]
