"""Resolve a description of somebody unnamed, or keep it as mentioned."""

from __future__ import annotations

from collections.abc import Callable

from statements_cli.model import Clue, ClueKind, Resolution, SpeakerEvidence, SpeakerType
from statements_cli.provenance.media import is_generic
from statements_cli.speakers.coreference.ages import age_told, of_age
from statements_cli.speakers.coreference.epithets import (
    body_called,
    body_led,
    firm_meant,
    known_by,
    paper_meant,
    resolve_body,
)
from statements_cli.speakers.coreference.issuers import Writings
from statements_cli.speakers.coreference.nominals import can_be_called, resolve_person
from statements_cli.speakers.coreference.pairs import counted_before, pair_of
from statements_cli.speakers.coreference.pronouns.resolving import Pronouns
from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.relatives import named_alone_before, relative_named
from statements_cli.speakers.coreference.resolutions import Answers, lowered
from statements_cli.speakers.mentions.country_spoken_for import speaks_for
from statements_cli.speakers.mentions.descriptions import (
    holds_name,
    is_agentive,
    is_document,
    is_several,
    pairing,
    unnamed_body,
    without_clause,
)
from statements_cli.speakers.mentions.nouns import is_people, is_plural, is_share, singular
from statements_cli.speakers.mentions.source_mention import SourceMention
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.places import bare, place_named

_UNNAMED = frozenset(("source", "sources", "people", "person", "insider", "insiders", "someone"))
_ANYBODY = frozenset(
    ("one", "none", "anyone", "everyone", "nobody", "somebody", "someone", "anybody", "everybody", "another")
)


_FITS = 0.8  # how sure it is that who has spoken since is the one described before
_SPOKE = 0.6  # how sure it is that a body which spoke is meant
_WHO_SPOKE = frozenset(("the man", "the woman", "the person", "the boy", "the girl"))  # by whom nobody is described
_POINTING = ("the ", "these ", "those ", "both")
_FORCES = tuple([f"{what} guard" for what in ("border", "coast", "national", "presidential", "republican")])
_INDEFINITE = ("a ", "an ", "one ", "another ", "some ")


class Describing:
    """Resolves the descriptions of one article, remembering the unnamed mentioned."""

    __slots__ = ("_answers", "_bodies", "_cast", "_pronouns", "_scan", "_unnamed", "_writings")

    def __init__(self, scan: MentionScan, cast: Cast, bodies: Bodies, pronouns: Pronouns, answers: Answers) -> None:
        self._scan = scan
        self._cast = cast
        self._bodies = bodies
        self._pronouns = pronouns
        self._answers = answers
        self._writings = Writings(scan, pronouns, answers)
        self._unnamed: dict[str, Resolution] = {}

    def resolve(
        self,
        mention: SourceMention,
        at: int,
        last: Resolution | None,
        refer: Callable[[str], Resolution],
        near: bool = False,
    ) -> Resolution:
        """Resolve a description at ``at``; ``last`` spoke last, ``refer`` resolves a document's owner.

        ``near`` says that the last speaker spoke in this paragraph or the one before.
        """
        words, head = mention.words, mention.head
        named = self._named(words, at)
        if named is not None:
            return self._answers.person(named, 0.9)
        age = age_told(words)
        if age:
            return self._aged(words, age, at, last)
        if words.lower().startswith("one of "):
            return Resolution(words, "anonymous", None, speaks_for(words) or None, 0.9)
        medium = paper_meant(at, self._scan, self._bodies, self._is_person) if words.lower() == "the paper" else None
        if medium is not None:
            return self._answers.body(medium, 0.7, Clue("identified as", (words, medium.name)))
        if is_document(head):
            return self._writings.resolve(mention, at, last, refer)
        definite = not words.lower().startswith(_INDEFINITE)
        known = known_by(words, self._bodies, at) if definite and head in name_lexicon.body_nouns() else None
        if known is not None:
            return self._answers.body(known, 0.75, Clue("identified as", (words, known.name)))
        if head in name_lexicon.person_nouns() and not (definite and _is_force(words)):
            return self._one(words, head, at, definite, last, near)
        owned = self._owned(words, head, at)
        if owned is not None:
            return owned
        several = is_several(words) or is_people(words.split()[-1]) or is_share(words) or is_plural(head)
        if head in name_lexicon.group_nouns() or singular(head) or several:
            return self._several(words, head, at, definite, last, near)
        return self._body(words, head, at, definite)

    def _body(self, words: str, head: str, at: int, definite: bool) -> Resolution:
        if head == "agency" and "news agency" in words.lower():
            head = "outlet"
        found = self._body_meant(words, head, at) if definite else None
        if found is not None:
            meant = self._answers.body_named(found[0].name) if found[0].type == "media" else found[0]
            return self._answers.body(meant, found[1], Clue("identified as", (words, meant.name)))
        body = self._answers.body_named(bare(words))
        if body.type == "organisation" and is_generic(words):
            body = Body(body.name, "media", body.code)
        if head in _ANYBODY or _is_agent(head, body):
            return Resolution(bare(words), "anonymous", None, None, 0.7)
        if head == "team":
            return Resolution(bare(words), "group", None, speaks_for(words) or None, 0.8)
        if head in name_lexicon.body_nouns() or _is_named(body.name, head):
            self._bodies.note(at, body)  # "early evaluation" is none that "the company" could mean
        if _points_back(words) and unnamed_body(words, head):
            return self._answers.body(body, 0.55, Clue("unknown body", (bare(words),)))
        return self._answers.body(body, 0.8)

    def _body_meant(self, words: str, head: str, at: int) -> tuple[Body, float] | None:
        """Return the body that "the think tank" means, and how sure that is.

        It is the one that the article explains by the noun, else one named or that spoke before, else the firm
        named most.
        """
        if not unnamed_body(words, head):
            firm = firm_meant(head, at, self._scan, self._is_person) if _is_modified(words) else ""
            return (self._answers.body_named(firm), 0.55) if firm else None
        noun = "think tank" if words.lower().endswith("think tank") else head
        bare_noun = bare(words).lower() == noun
        phrase = noun if bare_noun else bare(words)
        called = body_called(phrase, at, self._scan, self._is_person) if phrase.islower() else ""
        if called:
            return self._answers.body_named(called), 0.75
        led = body_led(head, at, self._scan.text) if bare_noun else ""
        if led:
            return Body(led, "organisation", ""), 0.7
        if head == "regulator" and not bare_noun:
            return None  # "the securities regulator": another field's is another body
        found = resolve_body(head, words, at, self._bodies)
        if (bare_noun or _is_modified(words)) and (found is None or found[1] < _SPOKE):
            firm = firm_meant(head, at, self._scan, self._is_person)
            if firm:
                return self._answers.body_named(firm), 0.6
        return found

    def _is_person(self, name: str) -> bool:
        return self._cast.person(name, 0) is not None

    def _owned(self, words: str, head: str, at: int) -> Resolution | None:
        """Put a name for the "his" of "his team".

        The country of the one it names goes with it.
        """
        first, _, rest = words.partition(" ")
        gender = {"his": "m", "her": "f"}.get(first.lower(), "")
        told = self._pronouns.at(at, gender) if gender and rest else None
        if told is None:
            return None
        owner = named_alone_before(at, gender, self._cast) or told.person
        name = owner.name
        kind: SpeakerType = "organisation" if head in name_lexicon.body_nouns() and head != "team" else "group"
        full = f"{name}{'’' if name.endswith('s') else '’s'} {rest}"
        return Resolution(full, kind, None, self._answers.country(owner), 0.8, _evidence("identified as", words, full))

    def _aged(self, words: str, age: str, at: int, last: Resolution | None) -> Resolution:
        """Return the person whose age the article gives: "The 34-year-old"; else who spoke last."""
        definite = words.lower().startswith("the ")
        person = of_age(age, at, self._cast) if definite else None
        if person is not None:
            return self._answers.person(person, 0.85, Clue("identified as", (words, person.name)))
        if definite and last is not None and last.type == "person":
            return lowered(last, 0.75, Clue("last speaker", (words,)))
        return Resolution(bare(words), "anonymous", None, None, 0.7 if definite else 0.9)

    def _one(self, words: str, head: str, at: int, definite: bool, last: Resolution | None, near: bool) -> Resolution:
        earlier = self._unnamed.get(head)
        if definite and earlier is not None and words.lower().startswith("the ") and len(words.split()) == 2:
            return lowered(earlier, 0.9, Clue("mentioned before", (words,)))
        if definite and earlier is not None and _told_before(words, earlier):
            named_since = resolve_person(head, words, at, self._cast, definite) if last is not None else None
            if named_since is None or last is None or named_since[0].name != last.speaker or named_since[1] < _FITS:
                return lowered(earlier, 0.85, Clue("mentioned before", (words,)))  # "The senior adviser"
        if definite and last is not None and last.type == "anonymous" and words.lower() in _WHO_SPOKE:
            return lowered(last, 0.9, Clue("mentioned before", (words,)))  # "A resident said ... [the woman] said"
        relative = relative_named(words, head, at, self._cast)
        if relative is not None:
            return self._answers.person(relative, 0.85, Clue("identified as", (words, relative.name)))
        found = resolve_person(head, words, at, self._cast, definite)
        if found is not None:
            return self._answers.person(found[0], found[1], Clue("identified as", (words, found[0].name)))
        if near and earlier is None and last is not None and last.type == "person":
            speaker = self._cast.person(last.speaker or "", at)
            if speaker is not None and can_be_called(words, head, speaker):
                return lowered(last, 0.7, Clue("last speaker", (words,)))
        name = self._whose(without_clause(bare(words)), at)
        code = speaks_for(name) or None
        unsure = _evidence("unknown person", words) if _points_back(words) else SpeakerEvidence()
        resolution = Resolution(name, "anonymous", None, code, 0.7 if definite else 0.9, unsure)
        if not definite or len(name) > len(head):
            self._unnamed[head] = resolution
        return resolution

    def _named(self, words: str, at: int) -> Entity | None:
        """Return the person whose surname is a noun, too: "Baker", "Nunes, the committee's chair"."""
        name, comma, _ = words.partition(", ")
        if not name[:1].isupper() or " " in name:
            return None
        person = self._cast.person(name, at)
        return person if person is None or not comma or person.surname == fold(name) else None

    def _whose(self, name: str, at: int) -> str:
        """Put the body's name for "agency" in "agency spokesman"."""
        first, _, rest = name.partition(" ")
        if rest and " " not in rest and name_lexicon.body_nouns().get(first, ("", False))[0] == "organisation":
            found = resolve_body(first, first, at, self._bodies)
            if found is not None:
                return f"{found[0].name} {rest}"
        return name

    def _several(
        self, words: str, head: str, at: int, definite: bool, last: Resolution | None, near: bool
    ) -> Resolution:
        if pairing().match(words):
            counted = counted_before(at, self._cast) if head == "both" else ""
            if counted:
                evidence = _evidence("two named last", words)
                return Resolution(counted, "group", None, speaks_for(counted) or None, 0.75, evidence)
            pair = pair_of(head, at, self._cast, self._bodies)
            if pair is not None:
                evidence = _evidence("two named last", words)
                return Resolution(" and ".join(pair[0]), "group", None, None, pair[1], evidence)
        earlier = self._unnamed.get(head)
        short = len(bare(words).split()) == 1
        same_again = near and last is not None and earlier is not None and last.speaker == earlier.speaker
        again = (
            words.lower().startswith(_POINTING) or head in _UNNAMED or same_again
        )  # without an article "officials" are others
        if earlier is not None and short and definite and again:
            return lowered(earlier, 0.95, Clue("group mentioned before", (words,)))
        medium = head == "media" or is_generic(words)
        kind: SpeakerType = "anonymous" if head in _UNNAMED else "media" if medium else "group"
        unsure = pairing().match(words) is not None
        evidence = _evidence("unknown group", words) if unsure else SpeakerEvidence()
        resolution = Resolution(bare(words), kind, None, speaks_for(words) or None, 0.5 if unsure else 0.9, evidence)
        if not short and definite:
            self._unnamed[head] = resolution
        return resolution


def _is_modified(words: str) -> bool:
    """Return whether a firm is described by plain words or a place.

    For example: "the baby product company", "Germany's second-biggest lender".
    """
    told = bare(words).split()[:-1]
    return bool(told) and all(word[0].islower() or place_named(word) is not None for word in told)


def _is_named(name: str, head: str) -> bool:
    """Return whether a description's noun is part of a name: no "spread of Skarv Airways"."""
    return holds_name(name) and any(word.lower() == head and not word.islower() for word in name.split())


def _is_force(words: str) -> bool:
    """Return whether a description that ends in "guard" is a force's: "Norway's border guard"."""
    return words.lower().endswith(_FORCES)


def _is_agent(head: str, body: Body) -> bool:
    """Return whether an unlisted noun means somebody by what they do, and no body."""
    return body.type != "media" and head not in name_lexicon.body_nouns() and is_agentive(head)


def _evidence(kind: ClueKind, *words: str) -> SpeakerEvidence:
    return SpeakerEvidence((Clue(kind, words),))


def _told_before(words: str, earlier: Resolution) -> bool:
    """Return whether every word of a description was said of somebody unnamed before."""
    told = (earlier.speaker or "").lower().split()
    mine = bare(words).lower().split()
    return words.lower().startswith(("the ", "that ", "this ")) and len(mine) > 1 and set(mine) <= set(told)


def _points_back(words: str) -> bool:
    """Return whether a description ("the expert") means somebody the reader already knows."""
    return words.lower().startswith(("the ", "that ", "this ")) and len(words.split()) == 2
