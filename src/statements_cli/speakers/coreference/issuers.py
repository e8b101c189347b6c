"""Resolve a document that speaks to who issued it: "a report by Skarv", "the report"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from statements_cli.data import table
from statements_cli.model import Clue, Resolution, SpeakerType
from statements_cli.provenance.media import is_generic
from statements_cli.speakers.coreference.pronouns.resolving import Pronouns
from statements_cli.speakers.coreference.resolutions import Answers, lowered
from statements_cli.speakers.mentions.descriptions import is_document, owner_of
from statements_cli.speakers.mentions.phrase_trimming import MONTHS
from statements_cli.speakers.mentions.source_mention import SourceMention, read_mention
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.places import bare
from statements_cli.text.tagging.tagger import TAGS

_NO_OWNERS = frozenset(map(TAGS.index, ("JJ", "NN", "NNS", "RB")))
_SURVEYS = frozenset(("polls", "surveys", "studies", "investigations"))
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Today", "Yesterday")
_TIMES = frozenset(MONTHS) | frozenset(_DAYS)  # one set, for mypyc can't compile a tuple of both
_MENTIONED = 700  # characters in which a document must have been mentioned to be the last speaker's
_LEADING = frozenset(("in", "on", "at", "after", "following", "during", "last", "late", "early", "earlier", "by", "as"))
_LATELY = 2500  # characters in which a document must have been told of
_NEAR = 700  # characters in which its issuer may stand before it
_OCCURRENCES = 5  # of its noun that are looked at, nearest first
_OWNER = 90  # characters of an issuer behind the document


@cache
def _issuing() -> re.Pattern[str]:
    """Match the verb by which somebody makes a document, up to the document."""
    return re.compile(
        r"(?<!\s)\s++(?>(?:have |has |had |also |jointly |later ){0,4})"
        r"(?:issued|released|published|signed|adopted|wrote|sent|put out)"
        r"\s++(?:an?|the|their|its|his|her)\s++(?:[\w-]++\s++){0,3}$"
    )


@cache
def _issued_by() -> re.Pattern[str]:
    """Match the issuer behind a document: "a report released on Monday by {the town council}"."""
    verbs = (
        "published|released|issued|compiled|written|commissioned|prepared|conducted|signed|drafted|led|provided"
        "|posted(?: online)?"
    )
    day = r"(?: (?:on )?[A-Z][a-z]+day| last (?:week|month|year))?"
    word = r"(?:(?:[A-Z]\.){2,5}|[A-Z][\w&’'-]*+)"
    more = rf"(?:(?: (?:of|for|the|and)){{0,2}} {word}){{0,8}}"
    name = rf"(?:the |an? )?(?>(?:(?!(?:on|in|at|for|to) )[a-z-]++ ){{0,3}}){word}{more}"
    described = r"the [a-z-]++(?: [a-z-]++)?(?= on [A-Z]| that |[,.;\n])"
    return re.compile(rf"s?{day}(?: (?:{verbs}){day} by| by| from) ({name}|{described})")


def issuer(noun: str, at: int, scan: MentionScan) -> str:
    """Return the words for who issued the document ``noun`` told of before ``at``; else nothing.

    Who stands before it is read at its nearest place, who stands behind it at the nearest that says so.
    """
    text = scan.text
    place = _place(noun, text, at)
    words = _before(place, scan) if place >= at - _NEAR else ""
    for _ in range(_OCCURRENCES):
        if place < 0 or words:
            break
        behind = place + len(noun)
        by = _issued_by().match(text, behind, max(behind, min(at, behind + _OWNER)))
        words = by.group(1) if by is not None else ""
        place = _place(noun, text, place, at - _LATELY)
    return words


def _place(noun: str, text: str, at: int, low: int | None = None) -> int:
    """Return where a noun begins a word last before ``at``, else -1."""
    low = max(0, at - _LATELY if low is None else low)
    place = text.rfind(noun, low, at)
    while place > 0 and (text[place - 1].isalnum() or text[place - 1] == "-"):
        place = text.rfind(noun, low, place)  # "under-reporting"
    return place


def _before(place: int, scan: MentionScan) -> str:
    """Return the subject of the verb by which the document at ``place`` is issued."""
    low = scan.sentence_span(scan.sentence(max(0, place)))[0]
    found = _issuing().search(scan.text, low, place) if place >= 0 else None
    words = scan.text[low : found.start()].strip() if found is not None else ""
    if words.partition(" ")[0].lower() in _LEADING:
        words = words.rpartition(", ")[2] if ", " in words else ""
    return words


class Writings:
    """Resolves the documents of one article that speak, remembering whose each was."""

    __slots__ = ("_answers", "_known", "_pronouns", "_scan")

    def __init__(self, scan: MentionScan, pronouns: Pronouns, answers: Answers) -> None:
        self._scan = scan
        self._pronouns = pronouns
        self._answers = answers
        self._known: dict[str, tuple[int, Resolution]] = {}  # by noun, with where it was mentioned last

    def resolve(
        self, mention: SourceMention, at: int, last: Resolution | None, refer: Callable[[str], Resolution]
    ) -> Resolution:
        """Resolve a document at ``at`` to who issued it.

        ``last`` spoke last, ``refer`` resolves its owner.
        """
        resolution = self._resolve(mention, at, last, refer)
        if resolution.speaker != mention.head:  # "the report", of nobody
            self._known[mention.head.removesuffix("s")] = (at, resolution)
        return resolution

    def _resolve(
        self, mention: SourceMention, at: int, last: Resolution | None, refer: Callable[[str], Resolution]
    ) -> Resolution:
        owner = owner_of(mention.words, mention.head)
        owner = _without_day(owner)
        if owner and mention.words.startswith(owner) and self._scan.tag(at) in _NO_OWNERS:
            owner = ""  # "Preliminary investigation", "Opinion polls"
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
        nouns = (noun, *_kin().get(noun, ())) if definite else ()
        issued = max([self._issued_lately(one, at) for one in nouns], default=-1)
        known = self._known.get(noun) if definite else None
        if known is None:
            lately = [self._known[one] for one in nouns if one in self._known and at - self._known[one][0] < _LATELY]
            known = max(lately, key=lambda told: told[0], default=None)
        if known is not None and known[0] > issued:
            return lowered(known[1], 0.9, Clue("document mentioned before", (mention.words,)))
        owner = issuer(noun, at, self._scan) if definite else ""
        if owner and not is_document(read_mention(owner).head):  # which would lead back here
            return lowered(refer(owner), 0.7, Clue("issuer of document", (mention.words, owner)))
        if last is not None and issued >= 0:
            return lowered(last, 0.85, Clue("last speaker's document", (mention.words,)))
        if definite and last is not None and self._read_lately(noun, at):
            return lowered(last, 0.5, Clue("last speaker's document", (mention.words,)))
        noun = mention.head.lower().rpartition(" ")[2]
        kind: SpeakerType = "group" if mention.head in _SURVEYS else _kinds().get(noun, "organisation")
        return Resolution(bare(mention.words), "media" if is_generic(mention.words) else kind, None, None, 0.6)

    def _issued_lately(self, noun: str, at: int) -> int:
        """Return where somebody spoke lately in such a document, "in a statement"; else -1."""
        pattern = rf"\b(?:in|by|through|via) (?:an?|its|his|her|their) (?:[\w-]{{2,20}} ){{0,2}}{noun}\b"
        near = self._scan.text[max(0, at - _MENTIONED) : at]
        found = [one.start() for one in re.finditer(pattern, near)] if noun in near else []
        return max(0, at - _MENTIONED) + found[-1] if found else -1

    def _read_lately(self, noun: str, at: int) -> bool:
        return noun in self._scan.text[max(0, at - _MENTIONED) : at].lower()


def _without_day(owner: str) -> str:
    """Return a document's owner without the day or month of the document: "Monday", "February {UN}"."""
    first, _, rest = owner.partition(" ")
    if first.removesuffix("'s").removesuffix("’s") not in _TIMES:
        return owner
    return "" if rest[:1].isdigit() else rest


@cache
def _kin() -> dict[str, tuple[str, ...]]:
    """Return the nouns by which a document is mentioned again, by each."""
    rows = table("channels/document_kin.tsv")
    return {noun: tuple(other for other in row if other != noun) for row in rows for noun in row}


@cache
def _kinds() -> dict[str, SpeakerType]:
    """Return what documents without an author are that aren't a body's."""
    kinds: dict[str, SpeakerType] = {}
    for noun, kind in table("names/document_types.tsv"):
        kinds[noun] = "media" if kind == "media" else "anonymous"
    return kinds
