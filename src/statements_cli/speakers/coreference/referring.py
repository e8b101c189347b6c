"""Resolve the sources of an article's attributions in text order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from statements_cli.model import Article, Attribution, Clue, Resolution, Span, SpeakerEvidence, SpeakerType
from statements_cli.speakers.coreference.describing import Describing
from statements_cli.speakers.coreference.naming import Naming, identified, named_as
from statements_cli.speakers.coreference.pairs import joined_pair
from statements_cli.speakers.coreference.pronouns.resolving import Pronouns
from statements_cli.speakers.coreference.referents.bodies import Bodies
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.resolutions import Answers, lowered
from statements_cli.speakers.coreference.subjects import are_people, is_body, subject_before
from statements_cli.speakers.mentions.nouns import head_noun, is_known, is_plural, singular
from statements_cli.speakers.mentions.source_mention import SourceMention, read_mention
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.places import bare

_POSSESSIVES = ("his ", "her ", "their ", "its ", "other ", "others")
_BEFORE_WHO = 250  # characters between a name and the "who" that means it
_BEFORE_WHICH = 80
_OPENING = 3  # characters between a sentence's start and the name that opens it
_GOES_ON = 2  # paragraphs back in which the last one who spoke goes on
_LATELY = 8  # bodies mentioned before "it" that are looked at
_TOLD = 0.8  # how sure it is that nobody is named who told somebody something: "the court was told"
_PHRASE = 80  # characters that a noun phrase before "that" may have
_NOTHING_SAID = Attribution((), (), (), (), "indirect")
_ONES: tuple[SpeakerType, ...] = ("organisation", "media", "country")
_SEVERAL: tuple[SpeakerType, ...] = ("group", "organisation", "media", "person")


class Referring:
    """Resolves the sources of one article's attributions, remembering who spoke last."""

    __slots__ = (
        "_answers",
        "_bodies",
        "_cast",
        "_describing",
        "_last",
        "_last_at",
        "_last_group",
        "_last_group_at",
        "_naming",
        "_pronouns",
        "_scan",
        "_source_at",
    )

    def __init__(self, article: Article, scan: MentionScan, cast: Cast, bodies: Bodies, pronouns: Pronouns) -> None:
        self._scan = scan
        self._cast = cast
        self._bodies = bodies
        self._pronouns = pronouns
        self._answers = Answers(article, scan, bodies)
        self._describing = Describing(scan, cast, bodies, pronouns, self._answers)
        self._naming = Naming(scan, cast, bodies, self._answers)
        self._last: Resolution | None = None
        self._last_group: Resolution | None = None
        self._last_at = 0
        self._last_group_at = 0
        self._source_at = -1  # where the source stands that was resolved last

    def refer(self, attribution: Attribution, span: Span | None) -> Resolution:
        """Return the resolution of an attribution whose source stands at ``span``.

        To be called in text order.
        """
        text = self._scan.text
        mention = read_mention(text[span[0] : span[1]] if span else "")
        at, end = span or (self._anchor(attribution), 0)
        resolution = self._refer(mention, at, attribution, max(at, end))
        if resolution.speaker is not None and mention.kind != "none" and mention.gender != "y":  # nor is "you" anybody
            self._last = resolution
            self._source_at = at
            if resolution.type == "country":
                self._answers.state = resolution.country
            if resolution.type in ("group", "organisation", "media"):
                self._last_group = resolution
                self._last_group_at = at
        self._last_at = max((end for _, end in (*attribution.content, *attribution.source)), default=at)
        return resolution

    def _anchor(self, attribution: Attribution) -> int:
        spans = attribution.cue or attribution.content
        return spans[0][0] if spans else len(self._scan.text)

    def _refer(self, mention: SourceMention, at: int, attribution: Attribution, end: int) -> Resolution:
        if mention.kind == "none" and any(clue.kind == "subject is told" for clue in attribution.evidence):
            return _unresolved(None, _TOLD, Clue("nobody beside"))
        if mention.kind == "none":
            return self._continued(at)
        if mention.kind == "pronoun":
            return self._pronoun(mention, at, attribution)
        if mention.kind == "relative":
            return self._relative(mention, at, attribution)
        if mention.kind == "both":
            return self._both(mention, at, attribution)
        if mention.kind == "person" and mention.named is not None:
            return self._person(mention, at, end)
        if mention.kind == "name":
            return self._naming.resolve(mention, at, end, attribution)
        return self._describing.resolve(
            mention,
            at,
            self._last,
            lambda owner: self._refer(read_mention(owner), at, attribution, at),
            self._scan.block(at) - self._scan.block(self._last_at) <= 1,
        )

    def _continued(self, at: int) -> Resolution:
        if self._last is None or self._last.speaker is None:
            return _unresolved(None, 0.2, Clue("nobody beside"))
        near = self._scan.block(at) - self._scan.block(self._last_at)
        if near > _GOES_ON:
            return _unresolved(None, 0.2, Clue("nobody beside"))
        return lowered(self._last, 0.6 if near else 0.7, Clue("last speaker goes on"))

    def _person(self, mention: SourceMention, at: int, end: int) -> Resolution:
        named = mention.named
        assert named is not None
        if named.name in self._cast.no_persons:
            body = self._answers.body_named(named.name)
            self._bodies.note(at, body)
            return self._answers.body(body, 0.9)
        place = self._scan.text.find(named.name, at, end)  # behind whose relative the person is: "Ann Berg's son Ole"
        person = self._cast.at(max(at, place), end) if named.name.count(" ") == 0 else None
        if person is None:
            person = self._cast.person(named.name, at, named.before)
        if person is None:
            person = self._cast.at(max(at, place), end)  # behind a short form that is no first name: "MEC Mamabolo"
        if person is None:
            person = self._cast.newcomer(named.name, at)
        confidence = 0.97 if " " in named.name else 0.93
        return self._answers.person(person, confidence, named_as(named.name, person))

    def _pronoun(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        if mention.gender in "mf":
            told = self._pronouns.told.get(at) or self._pronouns.at(at, mention.gender, attribution.content)
            if told is not None:
                return self._answers.person(
                    told.person, told.confidence, identified(mention.words, told.person), told.lost
                )
        elif mention.gender in "np":
            return self._it_or_they(mention, at)
        elif mention.gender in "sw" and self._last is not None:
            return lowered(self._last, 0.4, Clue("last speaker's words"))
        return _unresolved(mention.words, 0.3, Clue("unknown referent"))

    def _it_or_they(self, mention: SourceMention, at: int) -> Resolution:
        taken_up = self._taken_up(mention, at)
        if taken_up is not None:
            return taken_up
        last = self._last_group
        fresh = last is not None and self._scan.block(at) - self._scan.block(self._last_group_at) <= 1
        fresh = fresh and not (mention.gender == "p" and self._pair_in_sentence(at))
        if mention.gender == "p" and not (fresh and last is self._last):
            pair = joined_pair(at, self._cast)
            if pair is not None:
                evidence = SpeakerEvidence((Clue("two just named", (mention.words,)),))
                return Resolution(" and ".join(pair), "group", None, None, 0.6, evidence)
        if mention.gender == "p" and not (fresh and last is self._last):
            one = self._pronouns.they(at)
            if one is not None:
                return self._answers.person(one.person, one.confidence, identified(mention.words, one.person))
        wanted = _ONES if mention.gender == "n" else _SEVERAL
        for last in (self._last, self._last_group):
            if mention.gender == "n" and last is not None and last.type == "organisation" and _is_thing(last.speaker):
                continue  # "the gap in security": no body
            one_body = mention.gender == "n" and last is not None and last.type == "group" and _is_one(last.speaker)
            if last is not None and (last.type in wanted or one_body):
                single = mention.gender == "p" and last.type == "person"
                return lowered(last, 0.5 if single else 0.75, Clue("last speaker", (mention.words,)))
        body = next((body for _, body in self._bodies.before(at)[:_LATELY] if not _is_thing(body.name)), None)
        if body is not None:
            return self._answers.body(body, 0.5, Clue("last body", (mention.words,)))
        return _unresolved(mention.words, 0.3, Clue("unknown referent"))

    def _taken_up(self, mention: SourceMention, at: int) -> Resolution | None:
        """Return the people or body of the subject just before, if it hasn't spoken."""
        several = mention.gender == "p"
        span = subject_before(at, self._scan, own_sentence=not several)
        if span is None or span[0] <= self._source_at or span[1] > at:
            return None
        if several and self._last is not None and self._last.type in _SEVERAL[:-1]:
            return None  # several who spoke go on
        subject = read_mention(self._scan.text[slice(*span)])
        if not (are_people(subject) if several else is_body(subject)):
            return None
        if subject.kind == "both":
            parts = [self._refer(read_mention(part), span[0], _NOTHING_SAID, span[0]) for part in subject.parts]
            if any(part.type == "person" for part in parts):
                return None  # two persons are found otherwise
        found = self._refer(subject, span[0], _NOTHING_SAID, span[1])
        if several and found.type not in ("group", "organisation", "media"):
            return None
        return lowered(found, 0.8, identified(mention.words, found.speaker or subject.words))

    def _pair_in_sentence(self, at: int) -> bool:
        """Return whether two persons joined by "and" are the subject of the sentence.

        For example: "Moe and Berg know, they said".
        """
        cast = self._cast
        low = self._scan.sentence_span(self._scan.sentence(at))[0]
        index = bisect_left(cast.starts, low)
        return (
            index + 1 < len(cast.starts)
            and cast.starts[index] - low < _OPENING
            and cast.starts[index + 1] < at
            and self._scan.text[cast.ends[index] : cast.starts[index + 1]] == " and "
        )

    def _relative(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        cast = self._cast
        if mention.words.lower() == "that" and (thing := self._phrase_before(at)):
            what = self._scan.text[slice(*thing)]
            known = self._refer(read_mention(what), thing[0], attribution, at)
            return lowered(known, 0.7, Clue("phrase", (mention.words.lower(), what)))
        if mention.words.lower() == "which":
            nearest = self._bodies.before(at)[:1]
            if nearest and nearest[0][0] >= at - _BEFORE_WHICH:
                return self._answers.body(nearest[0][1], 0.7, Clue("last name", ("which",)))
        low = self._scan.sentence_span(self._scan.sentence(at))[0]
        index = bisect_left(cast.starts, at) - 1
        described = self._phrase_before(at) if mention.words.lower() == "who" else None
        if described is not None and (index < 0 or cast.ends[index] <= described[0]):
            who = read_mention(self._scan.text[slice(*described)])
            if who.kind == "nominal" and who.head in name_lexicon.person_nouns():  # "the ambassador who accused"
                return lowered(
                    self._refer(who, described[0], _NOTHING_SAID, described[1]), 0.9, Clue("last name", ("who",))
                )
        if index >= 0 and cast.ends[index] >= max(low, at - _BEFORE_WHO):
            clue = Clue("last name", (mention.words,))
            return self._answers.person(cast.who[index], 0.8 if at - cast.ends[index] < 40 else 0.6, clue)
        if self._last is not None and self._scan.block(at) == self._scan.block(self._last_at):
            return lowered(self._last, 0.5, Clue("last speaker assumed", (mention.words,)))
        return _unresolved(mention.words, 0.3, Clue("unknown referent"))

    def _phrase_before(self, at: int) -> Span | None:
        """Return the noun phrase that ends right before a "that": "a Wall Street Journal report"."""
        low = max(self._scan.sentence_span(self._scan.sentence(at))[0], at - _PHRASE)
        words = re.search(r"\b(?:an?|the|this|another|one)(?: [\w’'.&-]+){1,7} ?$", self._scan.text[low:at])
        if words is None:
            return None
        start = max(low + m.start() for m in re.finditer(r"\b(?:an?|the|this|another|one) ", words.string))
        return start, low + len(words.string.rstrip())

    def _both(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        resolved = [self._refer(read_mention(part), at, attribution, at) for part in mention.parts]
        named = [
            part if part.lower().startswith(_POSSESSIVES) else one.speaker or part
            for one, part in zip(resolved, mention.parts, strict=True)
        ]
        owned = any(part.lower().startswith(_POSSESSIVES) for part in mention.parts)
        for one in resolved:
            if not owned and one.speaker and all(part.speaker and part.speaker in one.speaker for part in resolved):
                return one  # "and" stands within one name: "the Ocean Campaign and Equality Norway"
        codes = {one.country for one in resolved}
        country = codes.pop() if len(codes) == 1 else None
        joined = " and ".join([*filter(None, (", ".join(named[:-1]),)), *named[-1:]])  # "Lee, Berg and Moe"
        return Resolution(joined, "group", None, country, 0.85)

    def learn(self, phrases: Sequence[str]) -> None:
        """Take up what all source mentions say of bodies before the first is resolved."""
        for phrase in phrases:
            mention = read_mention(phrase)
            if mention.kind == "nominal" and " " in mention.words and mention.head in name_lexicon.body_nouns():
                self._bodies.learn(bare(mention.words))


def _is_thing(name: str | None) -> bool:
    """Return whether a speaker is a plain noun for no body or document: "replacement"."""
    head, plain = head_noun(name or "")
    return plain and (name or "")[:1].islower() and not is_known(head)


def _is_one(name: str | None) -> bool:
    """Return whether a group's name is a singular, which "it" can mean: "general staff"."""
    head, plain = head_noun(name or "")
    return plain and not is_plural(head) and not singular(head) and " and " not in (name or "")


def _unresolved(words: str | None, confidence: float, clue: Clue) -> Resolution:
    """Keep a mention, if any, as it is."""
    return Resolution(
        words, "anonymous" if words is not None else None, None, None, confidence, SpeakerEvidence((clue,))
    )
