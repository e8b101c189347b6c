"""Resolve a description of somebody unnamed, or keep it as mentioned."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from statements_cli.data import table
from statements_cli.model import Clue, ClueKind, Resolution, SpeakerEvidence, SpeakerType
from statements_cli.provenance.media import is_generic
from statements_cli.speakers.coreference.ages import age_told, of_age
from statements_cli.speakers.coreference.epithets import body_called, firm_meant, known_by
from statements_cli.speakers.coreference.issuers import issuer
from statements_cli.speakers.coreference.nominals import resolve_body, resolve_person
from statements_cli.speakers.coreference.pairs import counted_before, pair_of
from statements_cli.speakers.coreference.pronouns.resolving import Pronouns
from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.relatives import relative_named
from statements_cli.speakers.coreference.resolutions import Answers, lowered
from statements_cli.speakers.mentions.country_spoken_for import speaks_for
from statements_cli.speakers.mentions.descriptions import (
    is_agentive,
    is_document,
    is_several,
    owner_of,
    pairing,
    unnamed_body,
    without_clause,
)
from statements_cli.speakers.mentions.nouns import is_people, is_plural, is_share, singular
from statements_cli.speakers.mentions.source_mention import SourceMention
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.places import bare
from statements_cli.text.tagging.tagger import TAGS

_ADJECTIVE = TAGS.index("JJ")
_UNNAMED = frozenset(("source", "sources", "people", "person", "insider", "insiders", "someone"))
_ANYBODY = frozenset(
    ("one", "none", "anyone", "everyone", "nobody", "somebody", "someone", "anybody", "everybody", "another")
)


_SURVEYS = frozenset(("polls", "surveys", "studies", "investigations"))
_SPOKE = 0.6  # how sure it is that a body which spoke is meant
_LATELY = 700  # characters in which a document must have been mentioned to be the last speaker's
_WHO_SPOKE = frozenset(("the man", "the woman", "the person", "the boy", "the girl"))  # by whom nobody is described
_INDEFINITE = ("a ", "an ", "one ", "another ", "some ")


class Describing:
    """Resolves the descriptions of one article, remembering the unnamed and the documents mentioned."""

    __slots__ = ("_answers", "_bodies", "_cast", "_documents", "_pronouns", "_scan", "_unnamed")

    def __init__(self, scan: MentionScan, cast: Cast, bodies: Bodies, pronouns: Pronouns, answers: Answers) -> None:
        self._scan = scan
        self._cast = cast
        self._bodies = bodies
        self._pronouns = pronouns
        self._answers = answers
        self._documents: dict[str, Resolution] = {}
        self._unnamed: dict[str, Resolution] = {}

    def resolve(
        self, mention: SourceMention, at: int, last: Resolution | None, refer: Callable[[str], Resolution]
    ) -> Resolution:
        """Resolve a description at ``at``; ``last`` spoke last, ``refer`` resolves a document's owner."""
        words, head = mention.words, mention.head
        age = age_told(words)
        if age:
            return self._aged(words, age, at, last)
        if words.lower().startswith("one of "):
            return Resolution(words, "anonymous", None, speaks_for(words) or None, 0.9)
        if is_document(head):
            resolution = self._document(mention, at, last, refer)
            self._documents[head.removesuffix("s")] = resolution
            return resolution
        definite = not words.lower().startswith(_INDEFINITE)
        known = known_by(words, self._bodies, at) if definite and head in name_lexicon.body_nouns() else None
        if known is not None:
            return self._answers.body(known, 0.75, Clue("identified as", (words, known.name)))
        if head in name_lexicon.person_nouns():
            return self._one(words, head, at, definite, last)
        owned = self._owned(words, head, at)
        if owned is not None:
            return owned
        several = is_several(words) or is_people(words.split()[-1]) or is_share(words) or is_plural(head)
        if head in name_lexicon.group_nouns() or singular(head) or several:
            return self._several(words, head, at, definite)
        return self._body(words, head, at, definite)

    def _body(self, words: str, head: str, at: int, definite: bool) -> Resolution:
        if head == "agency" and "news agency" in words.lower():
            head = "outlet"
        found = self._body_meant(words, head, at) if definite else None
        if found is not None:
            return self._answers.body(found[0], found[1], Clue("identified as", (words, found[0].name)))
        body = self._answers.body_named(bare(words))
        if body.type == "organisation" and is_generic(words):
            body = Body(body.name, "media", body.code)
        if head in _ANYBODY or _is_agent(head, body):
            return Resolution(bare(words), "anonymous", None, None, 0.7)
        if head == "team":
            return Resolution(bare(words), "group", None, speaks_for(words) or None, 0.8)
        self._bodies.note(at, body)
        if _points_back(words) and unnamed_body(words, head):
            return self._answers.body(body, 0.55, Clue("unknown body", (bare(words),)))
        return self._answers.body(body, 0.8)

    def _body_meant(self, words: str, head: str, at: int) -> tuple[Body, float] | None:
        """Return the body that "the think tank" means, and how sure that is.

        It is the one that the article explains by the noun, else one named or that spoke before, else the firm
        named most.
        """
        if not unnamed_body(words, head):
            return None
        noun = "think tank" if words.lower().endswith("think tank") else head
        bare_noun = bare(words).lower() == noun
        phrase = noun if bare_noun else bare(words)
        called = body_called(phrase, at, self._scan, self._is_person) if phrase.islower() else ""
        if called:
            return self._answers.body_named(called), 0.75
        if head == "regulator" and not bare_noun:
            return None  # "the securities regulator": another field's is another body
        found = resolve_body(head, words, at, self._bodies)
        if bare_noun and (found is None or found[1] < _SPOKE):
            firm = firm_meant(noun, at, self._scan, self._is_person)
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
        name = told.person.name
        kind: SpeakerType = "organisation" if head in name_lexicon.body_nouns() and head != "team" else "group"
        full = f"{name}{'’' if name.endswith('s') else '’s'} {rest}"
        return Resolution(
            full, kind, None, self._answers.country(told.person), 0.8, _evidence("identified as", words, full)
        )

    def _aged(self, words: str, age: str, at: int, last: Resolution | None) -> Resolution:
        """Return the person whose age the article gives: "The 34-year-old"; else who spoke last."""
        definite = words.lower().startswith("the ")
        person = of_age(age, at, self._cast) if definite else None
        if person is not None:
            return self._answers.person(person, 0.85, Clue("identified as", (words, person.name)))
        if definite and last is not None and last.type == "person":
            return lowered(last, 0.75, Clue("last speaker", (words,)))
        return Resolution(bare(words), "anonymous", None, None, 0.7 if definite else 0.9)

    def _one(self, words: str, head: str, at: int, definite: bool, last: Resolution | None = None) -> Resolution:
        named = self._cast.person(words, at) if words[:1].isupper() and " " not in words else None
        if named is not None:
            return self._answers.person(named, 0.9)  # "Dean", "Baker": a noun that is a name here
        earlier = self._unnamed.get(head)
        if definite and earlier is not None and words.lower().startswith("the ") and len(words.split()) == 2:
            return lowered(earlier, 0.9, Clue("mentioned before", (words,)))
        if definite and earlier is not None and _told_before(words, earlier):
            return lowered(earlier, 0.85, Clue("mentioned before", (words,)))  # "The senior adviser"
        if definite and last is not None and last.type == "anonymous" and words.lower() in _WHO_SPOKE:
            return lowered(last, 0.9, Clue("mentioned before", (words,)))  # "A resident said ... [the woman] said"
        relative = relative_named(words, head, at, self._cast)
        if relative is not None:
            return self._answers.person(relative, 0.85, Clue("identified as", (words, relative.name)))
        found = resolve_person(head, words, at, self._cast, definite)
        if found is not None:
            return self._answers.person(found[0], found[1], Clue("identified as", (words, found[0].name)))
        name = self._whose(without_clause(bare(words)), at)
        code = speaks_for(name) or None
        unsure = _evidence("unknown person", words) if _points_back(words) else SpeakerEvidence()
        resolution = Resolution(name, "anonymous", None, code, 0.7 if definite else 0.9, unsure)
        if not definite or len(name) > len(head):
            self._unnamed[head] = resolution
        return resolution

    def _whose(self, name: str, at: int) -> str:
        """Put the body's name for "agency" in "agency spokesman"."""
        first, _, rest = name.partition(" ")
        if rest and " " not in rest and name_lexicon.body_nouns().get(first, ("", False))[0] == "organisation":
            found = resolve_body(first, first, at, self._bodies)
            if found is not None:
                return f"{found[0].name} {rest}"
        return name

    def _several(self, words: str, head: str, at: int, definite: bool) -> Resolution:
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
        if earlier is not None and short and definite:
            return lowered(earlier, 0.95, Clue("group mentioned before", (words,)))
        medium = head == "media" or is_generic(words)
        kind: SpeakerType = "anonymous" if head in _UNNAMED else "media" if medium else "group"
        unsure = pairing().match(words) is not None
        evidence = _evidence("unknown group", words) if unsure else SpeakerEvidence()
        resolution = Resolution(bare(words), kind, None, speaks_for(words) or None, 0.5 if unsure else 0.9, evidence)
        if not short and definite:
            self._unnamed[head] = resolution
        return resolution

    def _document(
        self, mention: SourceMention, at: int, last: Resolution | None, refer: Callable[[str], Resolution]
    ) -> Resolution:
        owner = owner_of(mention.words, mention.head)
        if owner and mention.words.startswith(owner) and self._scan.tag(at) == _ADJECTIVE:
            owner = ""  # "Preliminary investigation"
        whose = "" if "s " in mention.words.replace("’", "'").partition("'")[2] else mention.words.split(" ")[0].lower()
        gender = {"his": "m", "her": "f"}.get(whose, "")
        told = self._pronouns.at(at, gender) if gender else None
        if told is not None:  # "her own research"
            return self._answers.person(told.person, round(told.confidence * 0.9, 3), Clue("author of document"))
        if owner:
            resolved = refer(owner)
            unnamed = resolved.type == "organisation" and (resolved.speaker or "")[:1].islower()
            if resolved.speaker is not None and resolved.type != "country" and not unnamed:
                return lowered(resolved, 0.9, Clue("author of document"))
        noun = mention.head.removesuffix("s")
        definite = mention.words.lower().startswith(("the ", "that ", "this ", "its ", "these ", "those "))
        if definite and noun in self._documents:
            return lowered(self._documents[noun], 0.9, Clue("document mentioned before", (mention.words,)))
        owner = issuer(noun, at, self._scan) if definite else ""
        if owner:
            return lowered(refer(owner), 0.7, Clue("issuer of document", (mention.words, owner)))
        if definite and last is not None and self._issued_lately(noun, at):
            return lowered(last, 0.85, Clue("last speaker's document", (mention.words,)))
        if definite and last is not None and self._read_lately(noun, at):
            return lowered(last, 0.5, Clue("last speaker's document", (mention.words,)))
        noun = mention.head.lower().rpartition(" ")[2]
        kind: SpeakerType = "group" if mention.head in _SURVEYS else _kinds().get(noun, "organisation")
        return Resolution(bare(mention.words), "media" if is_generic(mention.words) else kind, None, None, 0.6)

    def _issued_lately(self, noun: str, at: int) -> bool:
        """Return whether somebody has just said something in such a document: "said in a statement"."""
        near = self._scan.text[max(0, at - _LATELY) : at]
        return (
            re.search(rf"\b(?:in|by|through|via) (?:an?|its|his|her|their) (?:[\w-]{{2,20}} ){{0,2}}{noun}\b", near)
            is not None
        )

    def _read_lately(self, noun: str, at: int) -> bool:
        return noun in self._scan.text[max(0, at - _LATELY) : at].lower()


@cache
def _kinds() -> dict[str, SpeakerType]:
    """Return what documents without an author are that aren't a body's."""
    kinds: dict[str, SpeakerType] = {}
    for noun, kind in table("names/document_types.tsv"):
        kinds[noun] = "media" if kind == "media" else "anonymous"
    return kinds


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
