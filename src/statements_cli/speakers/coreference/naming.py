"""Resolve a source that is mentioned by a name alone.

A surname, a handle, a body's name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from statements_cli.model import Attribution, Clue, Resolution, Span, SpeakerEvidence
from statements_cli.speakers.coreference.epithets import resolve_body
from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.name_signs import taken_up_by_it
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.resolutions import Answers
from statements_cli.speakers.mentions.source_mention import SourceMention
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named

_SHORTEST_MISSPELT = 4  # letters above which one wrong letter doesn't make another name
_PARTICLES = frozenset(
    ("von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn", "al", "el",
     "ter", "ten")
)  # fmt: skip
_DEPARTMENTS = frozenset(("checker", "desk", "board", "poll", "index", "team", "survey", "tracker"))  # of media
_RIGHT_AFTER = 7  # characters between a cue and what is said: " that "


class Naming:
    """Resolves the names of one article's sources."""

    __slots__ = ("_alone", "_answers", "_bodies", "_cast", "_scan")

    def __init__(self, scan: MentionScan, cast: Cast, bodies: Bodies, answers: Answers) -> None:
        self._scan = scan
        self._cast = cast
        self._bodies = bodies
        self._answers = answers
        self._alone: dict[str, list[Span]] | None = None

    def resolve(self, mention: SourceMention, at: int, end: int, attribution: Attribution) -> Resolution:
        """Return whom a name that stands at ``at`` (characters) to ``end`` means."""
        name = bare(mention.words)
        if name.startswith("@") and len(name) > 1:
            return self._handle(name)
        named = self._named_here(name, at, end) or self._named_inside(name, at, end)
        if named is not None:
            return self._answers.person(named, 0.9, named_as(name, named))
        described = self._described(mention, name, at)
        if described is not None:
            return described
        explained = mention.head in name_lexicon.body_nouns()  # "care company Mears", which is no surname here
        if " " not in name and not explained and self._may_be_person(name, at):
            person = (self._cast.at(at, end) if end - at < len(name) + 6 else None) or self._cast.person(name, at)
            if person is None and len(name) > _SHORTEST_MISSPELT and take_apart(name).sort == "single":
                person = self._cast.misspelt(name, at, 1)
            if (
                person is None
                and (self._is_surname(name) or self._he_or_she(name, attribution))
                and self._bodies.fullest(name) == name
            ):
                person = self._cast.misspelt(name, at) or self._cast.newcomer(_cased(name), at)
            if person is not None:
                return self._answers.person(person, 0.93, named_as(name, person))
        body = self._answers.body_named(name)
        if explained and mention.named is not None and mention.named.sort == "media" and body.type == "organisation":
            body = Body(body.name, "media", body.code)  # "CNN affiliate KXYZ"
        if name.partition(" ")[0] not in name_lexicon.not_names():  # "In Trump" is a clause's beginning
            self._bodies.note(at, body)
        return self._answers.body(body, 0.9)

    def _described(self, mention: SourceMention, name: str, at: int) -> Resolution | None:
        """Return the body that a noun with a capital means: "the Commission"."""
        if " " in name or not mention.words.startswith(("The ", "the ")):
            return None
        if name not in name_lexicon.body_words() or name.lower() not in name_lexicon.body_nouns():
            return None
        found = resolve_body(name.lower(), mention.words, at, self._bodies)
        if found is None or found[0].type == "media" or name not in found[0].name.split():
            return None
        return self._answers.body(found[0], 0.8, identified(mention.words, found[0].name))

    def _he_or_she(self, name: str, attribution: Attribution) -> bool:
        """Return whether what is said of oneself begins with he or she.

        For example: "Kashkari said [he was worried]".
        """
        if attribution.kind != "indirect" or not attribution.content or not attribution.cue or name.isupper():
            return False
        if name in name_lexicon.not_names():
            return False
        start, end = attribution.content[0]
        if not 0 < start - attribution.cue[-1][1] <= _RIGHT_AFTER:
            return False
        return self._scan.text[start : min(end, start + 4)].split(" ")[0].lower() in ("he", "she")

    def _is_surname(self, name: str) -> bool:
        """Return whether one word is a surname, and no firm that "it" takes up: "Ford"."""
        if name_lexicon.leader_of(name):
            return True
        return fold(name) in name_lexicon.surnames() and not taken_up_by_it(self._scan, self._places(name))

    def _places(self, name: str) -> Sequence[Span]:
        """Return where a name stands by itself, of all names looked up once."""
        if self._alone is None:
            self._alone = {}
            for start, end, run in self._scan.runs:
                self._alone.setdefault(run.replace("’", "'").removesuffix("'s"), []).append((start, end))
        return self._alone.get(name, ())

    def _named_here(self, name: str, at: int, end: int) -> Entity | None:
        """Return the person that a name of several words is in its place.

        For example: "He Yongqian", "von der Leyen".
        """
        first, _, rest = name.partition(" ")
        if not rest:
            return None
        if first in _PARTICLES:
            return self._cast.person(name, at)
        person = self._cast.at(at, end)
        return person if person is not None and person.words == tuple(fold(name).split()) else None

    def _named_inside(self, name: str, at: int, end: int) -> Entity | None:
        """Return the person whose surname closes or opens a longer mention.

        For example: "NYU's Donefer", "Wee of the Times".
        """
        cast = self._cast
        index = bisect_left(cast.starts, at)
        while index < len(cast.starts) and cast.ends[index] <= end and " " in name:
            start, behind = cast.starts[index], cast.ends[index]
            surname = self._scan.text[start:behind]
            closes = name.endswith(surname) and _leads_to_name(name.removesuffix(surname))
            closes = closes and not (_is_department(surname) and _is_mediums(name.removesuffix(surname)))
            if closes or (start == at and name.startswith((f"{surname} of ", f"{surname} at ", f"{surname} from "))):
                return cast.who[index]
            index += 1
        surname, of, _ = name.partition(" of ")
        if not of or " " in surname or surname.lower() in name_lexicon.body_nouns():
            return None
        person = cast.person(surname, at)
        return person if person is not None and person.name.endswith(f" {surname}") else None

    def _handle(self, name: str) -> Resolution:
        """Return who writes under a handle.

        The one beside whose name it stands in brackets, or else unknown.
        """
        person = self._cast.behind_handle(name)
        if person is not None:
            return self._answers.person(person, 0.9, identified(name, person))
        return Resolution(name, "person", None, None, 0.7, SpeakerEvidence((Clue("handle only"),)))

    def _may_be_person(self, name: str, at: int) -> bool:
        """Return whether one word can be a surname.

        No place, or a people's name that somebody here bears: "Turk".
        """
        place = place_named(name)
        return place is None or (place.how == "adjective" and self._cast.person(name, at) is not None)


def _leads_to_name(words: str) -> bool:
    """Return whether words before a surname say whose or what its bearer is: "NYU's", "advocate"."""
    last = words.rstrip().rpartition(" ")[2]
    owner = last.endswith(("'s", "’s")) and last[:1].isupper()
    return owner or (bool(last) and last.islower() and len(words.split()) < 4 and words[:1].islower())


def _is_department(name: str) -> bool:
    return name.rpartition(" ")[2].lower() in _DEPARTMENTS


def _is_mediums(words: str) -> bool:
    """Return whether what follows is a medium's own: "The Washington Post's Fact Checker"."""
    owner = words.strip().replace("’s", "'s").removesuffix("'s")
    return bare(owner) in name_lexicon.media()


def named_as(name: str, person: Entity) -> Clue | None:
    return Clue("named as", (name,)) if name != person.name else None


def identified(words: str, meant: Entity | str) -> Clue:
    return Clue("identified as", (words, meant if isinstance(meant, str) else meant.name))


def _cased(name: str) -> str:
    """Return a label in capitals ("WALLACE:") as a name is printed."""
    return name.capitalize() if name.isupper() and len(name) > 3 else name
