"""One attribution after the other comes in, in text order; who its source mention refers to goes out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from statements_cli.model import Article, Attribution, Resolution, SpeakerType
from statements_cli.speakers import lexicon
from statements_cli.speakers.bodies import Bodies, Body
from statements_cli.speakers.cast import Cast, Entity
from statements_cli.speakers.folding import fold
from statements_cli.speakers.mention import SourceMention, read_mention, singular
from statements_cli.speakers.naming import take_apart
from statements_cli.speakers.nominals import resolve_body, resolve_person
from statements_cli.speakers.pairs import joined_pair, pair_of
from statements_cli.speakers.places import bare, place_named
from statements_cli.speakers.pronouns import Pronouns
from statements_cli.speakers.reading import Reading, runs_in
from statements_cli.speakers.standing import holds_office, holds_state_office, speaks_for

_UNNAMED = frozenset("source sources people person insider insiders someone".split())
_COLLECTIVES = frozenset("group number majority dozens hundreds thousands panel team coalition handful pair couple series crowd".split())
_ANYBODY = frozenset("one none anyone everyone nobody somebody someone anybody everybody another senior junior".split())
_POSSESSIVES = ("his ", "her ", "their ", "its ", "other ", "others")
_LATELY = 700  # characters in which a document must have been mentioned to be the last speaker's
_INDEFINITE = ("a ", "an ", "one ", "another ", "some ")


class Referring:
    """Resolves the sources of one article's attributions, remembering who spoke last."""

    __slots__ = ("_article", "_bodies", "_cast", "_documents", "_last", "_last_at", "_last_group", "_last_group_at", "_opening", "_pronouns", "_reading", "_state", "_unnamed")

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
        self._last_group_at = 0
        self._state: str | None = None
        self._opening: str | None = None
        self._documents: dict[str, Resolution] = {}
        self._unnamed: dict[str, Resolution] = {}

    def refer(self, attribution: Attribution) -> Resolution:
        """The resolution of an attribution's source; to be called in text order."""
        text = self._reading.text
        phrase = " ".join(text[start:end] for start, end in attribution.source)
        mention = read_mention(phrase)
        at = attribution.source[0][0] if attribution.source else self._anchor(attribution)
        resolution = self._refer(mention, at, attribution)
        if resolution.speaker is not None and mention.kind != "none":
            self._last = resolution
            if resolution.type == "country":
                self._state = resolution.country
            if resolution.type in ("group", "organisation", "media"):
                self._last_group = resolution
                self._last_group_at = at
        self._last_at = max((end for _, end in (*attribution.content, *attribution.source)), default=at)
        return resolution

    def _anchor(self, attribution: Attribution) -> int:
        spans = attribution.cue or attribution.content
        return spans[0][0] if spans else len(self._reading.text)

    def _refer(
        self, mention: SourceMention, at: int, attribution: Attribution, whole: bool = True
    ) -> Resolution:
        end = max((high for _, high in attribution.source), default=at) if whole else at
        if mention.kind == "none":
            return self._continued(at)
        if mention.kind == "pronoun":
            return self._pronoun(mention, at, attribution)
        if mention.kind == "relative":
            return self._relative(mention, at)
        if mention.kind == "both":
            return self._both(mention, at, attribution)
        if mention.kind == "person" and mention.named is not None:
            return self._person(mention, at, end)
        if mention.kind == "name":
            return self._name(mention, at, end)
        return self._nominal(mention, at, attribution)

    def _continued(self, at: int) -> Resolution:
        if self._last is None or self._last.speaker is None:
            return Resolution(None, None, None, None, 0.2, ("nobody is named beside it",))
        near = self._reading.block(at) - self._reading.block(self._last_at)
        if near > 1:
            return Resolution(None, None, None, None, 0.2, ("nobody is named beside it",))
        return _with(self._last, 0.6 if near else 0.7, "nobody is named beside it: the last speaker goes on")

    def _person(self, mention: SourceMention, at: int, end: int) -> Resolution:
        named = mention.named
        assert named is not None
        person = self._cast.at(at, end) if named.name.count(" ") == 0 else None
        if person is None:
            person = self._cast.person(named.name, at, named.before)
        if person is None:
            person = self._cast.newcomer(named.name, at)
        confidence = 0.97 if " " in named.name else 0.93
        return self._as_person(person, at, confidence, f"named as {named.name}" if named.name != person.name else "")

    def _as_person(self, person: Entity, at: int, confidence: float, note: str) -> Resolution:
        role = self._role(person, at)
        return Resolution(person.name, person.type, role, self._country(person, at), confidence, (note,) if note else ())

    def _role(self, person: Entity, at: int) -> str | None:
        del at
        return best_role(person.roles)

    def _country(self, person: Entity, at: int) -> str | None:
        """The country a person speaks for: as told, as known of who held the office, or the article's own."""
        for role in person.roles:
            if code := speaks_for(role) or speaks_for(self._bodies.spelt_out(role)):
                return code
        if not any(holds_office(role) for role in person.roles):
            return None
        return lexicon.leader_of(person.name) or self._home(person, at)

    def _home(self, person: Entity, at: int) -> str | None:
        """The country an office without one belongs to: that of the last state to speak, or of the opening."""
        if not any(holds_state_office(role) for role in person.roles):
            return None
        if self._state is not None and any("minist" in role.lower() for role in person.roles):
            return self._state
        if self._opening is None:
            self._opening = self._bodies.country_of_opening(self._reading)
        return self._opening or None

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
        last = self._last_group
        fresh = last is not None and self._reading.block(at) - self._reading.block(self._last_group_at) <= 1
        if mention.gender == "p" and not (fresh and last is self._last):
            pair = joined_pair(at, self._cast)
            if pair is not None:
                note = f"{mention.words} are the two just named"
                return Resolution(" and ".join(pair), "group", None, None, 0.6, (note,))
        wanted = ("organisation", "media", "country") if mention.gender == "n" else ("group", "organisation", "media", "person")
        for last in (self._last, self._last_group):
            if last is not None and last.type in wanted:
                single = mention.gender == "p" and last.type == "person"
                return _with(last, 0.5 if single else 0.75, f"{mention.words} is the last speaker")
        bodies = self._bodies.before(at)
        if bodies:
            return self._as_body(bodies[0][1], 0.5, f"{mention.words} is the last body named")
        return Resolution(mention.words, "anonymous", None, None, 0.3, ("not known who is meant",))

    def _as_body(self, body: Body, confidence: float, note: str = "") -> Resolution:
        code = body.code or speaks_for(body.name)
        name = self._bodies.fullest(body.name) if body.type != "country" and " " not in body.name else body.name
        return Resolution(name, body.type, None, code or None, confidence, (note,) if note else ())

    def _relative(self, mention: SourceMention, at: int) -> Resolution:
        cast = self._cast
        low = max(0, at - 80)
        if mention.words.lower() == "which":
            nearest = self._bodies.before(at)[:1]
            if nearest and nearest[0][0] >= low:
                return self._as_body(nearest[0][1], 0.7, "which refers to the name before it")
        index = bisect_left(cast.starts, at) - 1
        if index >= 0 and cast.ends[index] >= low:
            return self._as_person(cast.who[index], at, 0.8, f"{mention.words} refers to the name before it")
        return Resolution(mention.words, "anonymous", None, None, 0.3, ("not known who is meant",))

    def _both(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        resolved = [self._refer(read_mention(part), at, attribution, whole=False) for part in mention.parts]
        named = [
            part if part.lower().startswith(_POSSESSIVES) else one.speaker or part
            for one, part in zip(resolved, mention.parts, strict=True)
        ]
        codes = {one.country for one in resolved}
        country = codes.pop() if len(codes) == 1 else None
        return Resolution(" and ".join(named), "group", None, country, 0.85, ())

    def _name(self, mention: SourceMention, at: int, end: int) -> Resolution:
        name = bare(mention.words)
        if " " not in name and place_named(name) is None:
            person = (self._cast.at(at, end) if end - at < len(name) + 6 else None) or self._cast.person(name, at)
            if person is None and fold(name) in lexicon.surnames() and self._bodies.fullest(name) == name:
                person = self._cast.misspelt(name, at) or self._cast.newcomer(name, at)
            if person is not None:
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
        full = self._bodies.fullest(name) if name.lower() not in lexicon.person_nouns() else name
        if full in lexicon.media():
            return Body(lexicon.media()[full], "media", "")
        owner = full.replace("’s ", "'s ").partition("'s ")[0]
        is_medium = owner != full and bare(owner) in lexicon.media() or take_apart(full).sort == "media" or fold(full) == fold(self._article.outlet or "")
        kind: SpeakerType = "media" if is_medium or _address().fullmatch(full) else "organisation"
        return Body(full, kind, speaks_for(full))

    def _nominal(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        words, head = mention.words, mention.head
        if words.lower().startswith("one of "):
            return Resolution(words, "anonymous", None, speaks_for(words) or None, 0.9, ())
        if head in lexicon.document_nouns() or head.endswith("s") and head[:-1] in lexicon.document_nouns():
            resolution = self._document(mention, at, attribution)
            self._documents[head.removesuffix("s")] = resolution
            return resolution
        definite = not words.lower().startswith(_INDEFINITE)
        if head in lexicon.person_nouns():
            return self._described(words, head, at, definite)
        words, code = self._owned(words, at)
        if code is not None or words is not mention.words:
            kind: SpeakerType = "organisation" if head in lexicon.body_nouns() and head != "team" else "group"
            return Resolution(words, kind, None, code, 0.8, (f"{mention.words} named by whose it is",))
        plural = head in lexicon.group_nouns() or bool(singular(head)) or is_several(words)
        if plural:
            return self._several(words, head, at, definite)
        found = resolve_body(head, words, at, self._bodies) if _unnamed_body(words, head) else None
        if found is not None and definite:
            return self._as_body(found[0], found[1], f"{words} is {found[0].name}")
        if head in _ANYBODY or _agentive().search(head):
            return Resolution(bare(words), "anonymous", None, None, 0.7, ())
        body = self._body_named(bare(words))
        self._bodies.note(at, body)
        return self._as_body(body, 0.8)

    def learn(self, phrases: Sequence[str]) -> None:
        """Take up what all source mentions say of bodies before the first is resolved."""
        for phrase in phrases:
            mention = read_mention(phrase)
            if mention.kind == "nominal" and " " in mention.words and mention.head in lexicon.body_nouns():
                self._bodies.learn(bare(mention.words))

    def _owned(self, words: str, at: int) -> tuple[str, str | None]:
        """Put a name for the "his" of "his team"; the country of whom it names goes with it."""
        first, _, rest = words.partition(" ")
        gender = {"his": "m", "her": "f"}.get(first.lower(), "")
        told = self._pronouns.at(at, gender) if gender and rest else None
        if told is None:
            return words, None
        name = told.person.name
        return f"{name}{'’' if name.endswith('s') else '’s'} {rest}", self._country(told.person, at)

    def _described(self, words: str, head: str, at: int, definite: bool) -> Resolution:
        earlier = self._unnamed.get(head)
        if definite and earlier is not None and words.lower().startswith("the ") and len(words.split()) == 2:
            return _with(earlier, 0.9, f"{words} is whom the article mentioned before")
        found = resolve_person(head, words, at, self._cast, definite)
        if found is not None:
            return self._as_person(found[0], at, found[1], f"{words} is {found[0].name}")
        name = self._whose(_without_clause(bare(words)), at)
        code = speaks_for(name) or None
        resolution = Resolution(name, "anonymous", None, code, 0.7 if definite else 0.9, ())
        if not definite or len(name) > len(head):
            self._unnamed[head] = resolution
        return resolution

    def _whose(self, name: str, at: int) -> str:
        """Put the body's name for "agency" in "agency spokesman"."""
        first, _, rest = name.partition(" ")
        if rest and " " not in rest and lexicon.body_nouns().get(first, ("", False))[0] == "organisation":
            found = resolve_body(first, first, at, self._bodies)
            if found is not None:
                return f"{found[0].name} {rest}"
        return name

    def _several(self, words: str, head: str, at: int, definite: bool) -> Resolution:
        if _pairing().match(words):
            pair = pair_of(head, at, self._cast, self._bodies)
            if pair is not None:
                return Resolution(" and ".join(pair[0]), "group", None, None, pair[1], (f"{words} are the two named last",))
        earlier = self._unnamed.get(head)
        short = len(bare(words).split()) == 1
        if earlier is not None and short and definite:
            return _with(earlier, 0.95, f"{words} are those the article mentioned before")
        kind: SpeakerType = "anonymous" if head in _UNNAMED else "group"
        resolution = Resolution(bare(words), kind, None, speaks_for(words) or None, 0.9, ())
        if not short and definite:
            self._unnamed[head] = resolution
        return resolution

    def _document(self, mention: SourceMention, at: int, attribution: Attribution) -> Resolution:
        owner = _owner(mention.words, mention.head)
        if owner:
            resolved = self._refer(read_mention(owner), at, attribution, whole=False)
            if resolved.speaker is not None and resolved.type != "country":
                return _with(resolved, 0.9, "whose document it is")
        noun = mention.head.removesuffix("s")
        definite = mention.words.lower().startswith(("the ", "that ", "this ", "its ", "these ", "those "))
        if definite and noun in self._documents:
            return _with(self._documents[noun], 0.9, f"{mention.words} is the one mentioned before")
        if definite and self._last is not None and self._read_lately(noun, at):
            return _with(self._last, 0.5, f"{mention.words} is taken for the last speaker's")
        return Resolution(bare(mention.words), "organisation", None, None, 0.6, ())

    def _read_lately(self, noun: str, at: int) -> bool:
        return noun in self._reading.text[max(0, at - _LATELY) : at].lower()


def _owner(words: str, head: str) -> str:
    """Who wrote or published a document, as its mention tells: "a report from X", "X's letter", "an X memo"."""
    for link in (" from ", " by ", " of the "):
        before, found, after = words.partition(link)
        if found and head in before.lower() and not (link == " of the " and not after[:1].isupper()):
            return after
    owner, _, rest = words.replace("’s ", "'s ").replace("s’ ", "s's ").replace("s' ", "s's ").partition("'s ")
    if rest and head in rest.lower():
        return owner
    runs = [run for start, end, run in runs_in(words) if words[end : end + 1] == " " and run.lower() != head]
    named = [run for run in runs if take_apart(run).sort in ("body", "media", "place", "single", "likely", "person")]
    if named:
        place = place_named(named[-1])
        if place is None or place.how not in ("adjective", "country", "capital"):
            return bare(named[-1])
    return ""


@cache
def _pairing() -> re.Pattern[str]:
    return re.compile(r"(?:the two|both|the pair|the duo|the couple|these two)\b", re.I)


@cache
def _agentive() -> re.Pattern[str]:
    return re.compile(r"...(?:er|or|ist|ian|ee|man|woman|ant)$")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"[\w-]+\.(?:com|info|net|org|news|co\.\w\w|in|au|uk)")


def is_several(words: str) -> bool:
    """Whether a phrase such as "a group of physicians" or "dozens of MPs" is about several persons."""
    before, _, after = words.partition(" of ")
    last = before.split()[-1].lower() if before.split() else ""
    members = after.split()
    return bool(members) and last in _COLLECTIVES and any(word.lower() in lexicon.group_nouns() or singular(word.lower()) for word in members[:4])


def _unnamed_body(words: str, head: str) -> bool:
    """Whether a phrase describes a body without naming it: "the ministry", "the US daily"."""
    runs = runs_in(bare(words))
    if not runs:
        return True
    places = [place_named(run) for _, _, run in runs]
    if any(place is None or place.how not in ("adjective", "country") for place in places):
        return False
    rest = {word.lower() for word in bare(words).split() if word[0].islower()} - {head}
    return not words.replace("’", "'").count("'s ") and rest <= {"media", "news", "state", "state-run"}


def _without_clause(name: str) -> str:
    for mark in (" who ", " that ", ", "):
        name = name.partition(mark)[0]
    return name


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
