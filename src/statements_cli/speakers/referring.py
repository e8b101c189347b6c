"""One attribution after the other comes in, in text order; who its source mention refers to goes out."""

from __future__ import annotations

from statements_cli.model import Article, Attribution, Resolution, SpeakerType
from statements_cli.speakers import lexicon
from statements_cli.speakers.bodies import Bodies, Body
from statements_cli.speakers.cast import Cast, Entity
from statements_cli.speakers.mention import SourceMention, read_mention, singular
from statements_cli.speakers.naming import take_apart
from statements_cli.speakers.nominals import resolve_body, resolve_person
from statements_cli.speakers.places import bare, place_named
from statements_cli.speakers.pronouns import Pronouns
from statements_cli.speakers.reading import Reading, runs_in
from statements_cli.speakers.standing import speaks_for

_UNNAMED = frozenset("source sources people person insider insiders someone".split())
_INDEFINITE = ("a ", "an ", "one ", "another ", "some ")


class Referring:
    """Resolves the sources of one article's attributions, remembering who spoke last."""

    __slots__ = ("_article", "_bodies", "_cast", "_last", "_last_at", "_last_group", "_pronouns", "_reading")

    def __init__(
        self, article: Article, reading: Reading, cast: Cast, bodies: Bodies, pronouns: Pronouns
    ) -> None:
        self._article = article
        self._reading = reading
        self._cast = cast
        self._bodies = bodies
        self._pronouns = pronouns
        self._last: Resolution | None = None
        self._last_group: Resolution | None = None
        self._last_at = 0

    def refer(self, attribution: Attribution) -> Resolution:
        """The resolution of an attribution's source; to be called in text order."""
        text = self._reading.text
        phrase = " ".join(text[start:end] for start, end in attribution.source)
        mention = read_mention(phrase)
        at = attribution.source[0][0] if attribution.source else self._anchor(attribution)
        resolution = self._refer(mention, at, attribution)
        if resolution.speaker is not None and mention.kind != "none":
            self._last = resolution
            if resolution.type in ("group", "organisation", "media"):
                self._last_group = resolution
        self._last_at = max((end for _, end in (*attribution.content, *attribution.source)), default=at)
        return resolution

    def _anchor(self, attribution: Attribution) -> int:
        spans = attribution.cue or attribution.content
        return spans[0][0] if spans else len(self._reading.text)

    def _refer(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        if mention.kind == "none":
            return self._continued(at)
        if mention.kind == "pronoun":
            return self._pronoun(mention, at, attribution)
        if mention.kind == "relative":
            return self._relative(mention, at)
        if mention.kind == "both":
            return self._both(mention, at, attribution)
        if mention.kind == "person" and mention.named is not None:
            return self._person(mention, at)
        if mention.kind == "name":
            return self._name(mention, at)
        return self._nominal(mention, at)

    def _continued(self, at: int) -> Resolution:
        if self._last is None or self._last.speaker is None:
            return Resolution(None, None, None, None, 0.2, ("nobody is named beside it",))
        near = self._reading.block(at) - self._reading.block(self._last_at)
        if near > 1:
            return Resolution(None, None, None, None, 0.2, ("nobody is named beside it",))
        return _with(self._last, 0.6 if near else 0.7, "nobody is named beside it: the last speaker goes on")

    def _person(self, mention: SourceMention, at: int) -> Resolution:
        named = mention.named
        assert named is not None
        person = self._cast.person(named.name, at, named.before)
        if person is None:
            person = self._cast.newcomer(named.name, at)
        confidence = 0.97 if " " in named.name else 0.93
        return self._as_person(person, at, confidence, f"named as {named.name}" if named.name != person.name else "")

    def _as_person(self, person: Entity, at: int, confidence: float, note: str) -> Resolution:
        role = self._role(person, at)
        return Resolution(person.name, person.type, role, self._country(person), confidence, (note,) if note else ())

    def _role(self, person: Entity, at: int) -> str | None:
        del at
        return best_role(person.roles)

    def _country(self, person: Entity) -> str | None:
        for role in person.roles:
            if code := speaks_for(role):
                return code
        return None

    def _pronoun(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        if mention.gender in "mf":
            told = self._pronouns.told.get(at) or self._pronouns.at(at, mention.gender, attribution.content)
            if told is not None:
                return self._as_person(told.person, at, told.confidence, f"{mention.words} is {told.person.name}")
        elif mention.gender in "np":
            return self._it_or_they(mention, at)
        elif mention.gender in "sw" and self._last is not None:
            return _with(self._last, 0.4, "in the words of the last speaker")
        return Resolution(mention.words, "anonymous", None, None, 0.3, ("not known who is meant",))

    def _it_or_they(self, mention: SourceMention, at: int) -> Resolution:
        wanted = ("organisation", "media", "country") if mention.gender == "n" else ("group", "organisation", "media", "person")
        for last in (self._last, self._last_group):
            if last is not None and last.type in wanted:
                return _with(last, 0.75, f"{mention.words} is the last speaker")
        bodies = self._bodies.before(at)
        if bodies:
            return self._as_body(bodies[0][1], 0.5, f"{mention.words} is the last body named")
        return Resolution(mention.words, "anonymous", None, None, 0.3, ("not known who is meant",))

    def _as_body(self, body: Body, confidence: float, note: str = "") -> Resolution:
        code = body.code or speaks_for(body.name)
        return Resolution(body.name, body.type, None, code or None, confidence, (note,) if note else ())

    def _relative(self, mention: SourceMention, at: int) -> Resolution:
        cast = self._cast
        low = max(0, at - 80)
        for index in range(len(cast.starts) - 1, -1, -1):
            if cast.ends[index] <= at:
                if cast.ends[index] >= low:
                    return self._as_person(cast.who[index], at, 0.8, f"{mention.words} refers to the name before it")
                break
        return Resolution(mention.words, "anonymous", None, None, 0.3, ("not known who is meant",))

    def _both(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        resolved = [self._refer(read_mention(part), at, attribution) for part in mention.parts]
        named = [one.speaker or part for one, part in zip(resolved, mention.parts, strict=True)]
        codes = {one.country for one in resolved}
        country = codes.pop() if len(codes) == 1 else None
        return Resolution(" and ".join(named), "group", None, country, 0.85, ())

    def _name(self, mention: SourceMention, at: int) -> Resolution:
        name = bare(mention.words)
        person = self._cast.person(name, at) if " " not in name else None
        if person is not None and place_named(name) is None:
            return self._as_person(person, at, 0.93, f"named as {name}" if name != person.name else "")
        body = self._body_named(name)
        self._bodies.note(at, body)
        return self._as_body(body, 0.9)

    def _body_named(self, name: str) -> Body:
        place = place_named(name)
        if place is not None and place.how != "adjective":
            if place.type == "country" or place.how == "capital":
                return Body(place.name, "country", place.code)
            full = self._bodies.acronyms.get(name) or place.name
            return Body(full, place.type, place.code)
        known = lexicon.media().get(name)
        if known is not None:
            return Body(known, "media", "")
        full = self._bodies.fullest(name)
        known = lexicon.media().get(full, full)
        kind: SpeakerType = "media" if known != full or take_apart(full).sort == "media" else "organisation"
        return Body(known, kind, speaks_for(full))

    def _nominal(self, mention: SourceMention, at: int) -> Resolution:
        words, head = mention.words, mention.head
        lower = words.lower()
        plural = head in lexicon.group_nouns() or bool(singular(head))
        if head in lexicon.document_nouns():
            return self._document(mention, at)
        definite = not lower.startswith(_INDEFINITE)
        if head in lexicon.person_nouns():
            found = resolve_person(head, words, at, self._cast, definite)
            early = self._reading.block(at) < 4
            if found is not None and (definite or early):
                return self._as_person(found[0], at, found[1], f"{words} is {found[0].name}")
            code = speaks_for(words) or None
            return Resolution(bare(words), "anonymous", None, code, 0.7 if definite else 0.9, ())
        if not plural:
            found_body = resolve_body(head, words, at, self._bodies) if not runs_in(bare(words)) else None
            if found_body is not None and definite:
                return self._as_body(found_body[0], found_body[1], f"{words} is {found_body[0].name}")
            body = self._body_named(bare(words))
            self._bodies.note(at, body)
            return self._as_body(body, 0.8)
        kind: SpeakerType = "anonymous" if head in _UNNAMED else "group"
        return Resolution(bare(words), kind, None, speaks_for(words) or None, 0.9, ())

    def _document(self, mention: SourceMention, at: int) -> Resolution:
        runs = runs_in(bare(mention.words))
        if runs:
            owner = take_apart(runs[-1][2] if runs[0][2][0].islower() else runs[0][2])
            if owner.sort in ("person", "single"):
                person = self._cast.person(owner.name, at)
                if person is not None:
                    return self._as_person(person, at, 0.8, "whose document it is")
            if owner.sort in ("body", "media", "place", "single", "likely") and (
                owner.place is None or owner.place.how != "adjective"
            ):
                body = self._body_named(bare(owner.name))
                self._bodies.note(at, body)
                return self._as_body(body, 0.8, "whose document it is")
        if mention.words.lower().startswith(("the ", "that ", "this ", "its ")) and self._last is not None:
            return _with(self._last, 0.5, f"{mention.words} is taken for the last speaker's")
        return Resolution(bare(mention.words), "organisation", None, None, 0.6, ())


def best_role(roles: list[str]) -> str | None:
    """The role that says most: an office with what it is of before a bare form of address."""
    telling = [role for role in roles if role.rstrip(".") not in ("Mr", "Mrs", "Ms", "Miss", "Sir", "Dr", "Lord", "Lady", "Dame")]
    if not telling:
        return None
    return max(telling, key=lambda role: (min(len(role.split()), 3), -telling.index(role)))


def _with(resolution: Resolution, factor: float, note: str) -> Resolution:
    return Resolution(
        resolution.speaker,
        resolution.type,
        resolution.role,
        resolution.country,
        round(resolution.confidence * factor, 3),
        (note,),
    )
