"""Resolve mentions of namesakes again where an index changed.

What is known of each name stands in the index: its mentions, how often each is mentioned, which person each was taken
for, and the keys (``registry.keys_of``) that names which bear on each other share. Of these only what a change can
reach is read:

* a body is all its names, which have one key;
* persons are merged again among all the names that the changed ones lead to from key to key;
* a bare surname is looked at again where a person who begins or ends in it came to be another, or was told more or
  less often; where it thereby goes to another person, so are the surnames that this one and the former can have.

The rest stays as it was, and it comes out as if all had been merged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from statements_cli.speakers.corpus.name_matching import CorpusSpeaker, name_words, surname_block
from statements_cli.speakers.corpus.registry import (
    Key,
    attached,
    brought_together,
    by_key,
    commonest_first,
    end_key,
    ends_of,
    keys_of,
    merged,
    people_together,
    surname_key,
    told_under,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.model import SpeakerType

Shown: TypeAlias = tuple[Any, ...]
"""The name, type, role and country shown for a mention."""

_COLUMNS = """
select m.number, m.name, own_type, own_role, own_country, statements, person, p.name, type, role, country
from mention m left join speaker p on p.number = m.speaker
"""


class SpeakerMention(NamedTuple):
    """A speaker's mention: how often, the person taken for it, and the evidence."""

    number: int
    name: str | None
    type: SpeakerType | None
    role: str | None
    country: str | None
    statements: int
    person: int | None
    shown: Shown

    @property
    def key(self) -> Key:
        """Return what the registry knows it by."""
        return self.name or "", self.type or "", self.country or ""


class Meant(NamedTuple):
    """Mentions, and who is meant by those that tell a name."""

    mentions: Sequence[SpeakerMention]
    known: dict[Key, CorpusSpeaker]


def everyone(connection: Connection) -> Meant:
    """Return all mentions, merged from nothing."""
    mentions = list(mentions_where(connection, "true"))
    return Meant(mentions, by_key(brought_together(_told(mentions))))


def around(connection: Connection, changed: Sequence[SpeakerMention]) -> Meant:
    """Return the mentions that a change can reach.

    Of those ``changed`` the index holds no more what is gone.
    """
    near = _Near(connection)
    bodies = {key for one in changed if one.name and one.type != "person" for key in keys_of(*one.key)}
    told = _told(one for key in bodies for one in near.under(key) if keys_of(*one.key) == (key,))
    people = [one for one in changed if one.name and one.type == "person"]
    known = by_key([*brought_together(told), *_Persons(near, people).settled()])
    nameless = [one for one in changed if not one.name and one.statements > 0]
    held = {one.number: one for one in (*nameless, *near.read.values()) if not one.name or one.key in known}
    return Meant([held[number] for number in sorted(held)], known)


def mentions_where(connection: Connection, condition: str, values: Sequence[object] = ()) -> Iterator[SpeakerMention]:
    """Yield mentions in their order."""
    for row in connection.execute(f"{_COLUMNS} where {condition} order by m.number", values):
        number, name, type_, role, country, statements, person, *shown = row
        yield SpeakerMention(number, name, type_, role, country, statements, person, tuple(shown))


class _Near:
    """The mentions of an index, read when they are asked for, and once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._under: dict[str, list[str]] = {}
        self._named: dict[str, list[SpeakerMention]] = {}
        self._of: dict[int, list[SpeakerMention]] = {}
        self.read: dict[int, SpeakerMention] = {}

    def under(self, key: str) -> Iterator[SpeakerMention]:
        """Yield the mentions of the names with this key."""
        for name in self.names(key):
            yield from self.named(name)

    def names(self, key: str) -> list[str]:
        """Return the names with this key."""
        if key not in self._under:
            found = self._connection.execute("select name from name_key where key = ?", (key,))
            self._under[key] = [name for (name,) in found]
        return self._under[key]

    def named(self, name: str) -> list[SpeakerMention]:
        """Return the mentions of a name."""
        if name not in self._named:
            self._named[name] = self._read("ifnull(m.name, '') = ?", name)
        return self._named[name]

    def of(self, person: int) -> list[SpeakerMention]:
        """Return the mentions that were taken for one person."""
        if person not in self._of:
            self._of[person] = self._read("person = ?", person)
        return self._of[person]

    def _read(self, condition: str, value: object) -> list[SpeakerMention]:
        found = list(mentions_where(self._connection, condition, (value,)))
        self.read.update((one.number, one) for one in found)
        return found


class _Persons:
    """Brings the persons together that a change reaches.

    ``changed`` are the mentions of persons in it.
    """

    def __init__(self, near: _Near, changed: Sequence[SpeakerMention]) -> None:
        self._near = near
        self._changed = changed
        self._touched = {one.key for one in changed}
        self._told: dict[Key, CorpusSpeaker] = {}
        self._others: list[list[Key]] = []  # persons that came to be other than they were, by their full names
        self._others_keys: set[Key] = set()
        self._same: dict[int, list[Key]] = {}  # those that are the same people, by number
        self._surnames: dict[Key, int | None] = {}  # those looked at again, each with the person it belonged to
        self._words: set[str] = set()

    def settled(self) -> list[CorpusSpeaker]:
        """Return one for each person."""
        self._bring_people_together()
        persons: list[CorpusSpeaker] = []
        words = {word for one in self._changed for word in _ends(one.key)}
        words.update(word for key in self._others_keys for word in _ends(key))
        for one in self._changed:
            if not _is_full(one) and one.person is not None:
                self._read_person(one.person)
        while words:
            for word in sorted(words):
                self._look_at(word)
            self._words |= words
            persons, words = self._with_surnames()
        return persons

    def _bring_people_together(self) -> None:
        mentions: dict[int, SpeakerMention] = {}
        names = {one.key[0] for one in self._changed if _is_full(one)}
        seen: set[str] = set()
        while names:
            seen |= names
            blocks = {block for name in names for block in surname_block(name_words(name))}
            found = [one for block in blocks for one in self._near.under(block) if _is_full(one)]
            mentions.update((one.number, one) for one in found)
            names = {one.key[0] for one in found} - seen
        before: dict[int, set[Key]] = {}
        for one in (*mentions.values(), *self._changed):
            if one.person is not None and _is_full(one):
                before.setdefault(one.person, set()).add(one.key)
        as_before = {frozenset(keys) for keys in before.values()}
        self._told |= _told(mentions.values())
        for person in people_together(known.copy() for known in self._told.values()):
            if not self._touched.isdisjoint(person.keys) or frozenset(person.keys) not in as_before:
                self._others.append(person.keys)
                self._others_keys.update(person.keys)

    def _look_at(self, word: str) -> None:
        """Look again at surnames that are words, and at all their possible bearers."""
        surnames = [one for one in self._near.under(surname_key(word)) if one.type == "person" and not _is_full(one)]
        for one in surnames:
            self._surnames[one.key] = self._surnames.get(one.key) or one.person  # new mentions have none yet
        self._told |= _told(surnames)
        for one in self._near.under(end_key(word)) if surnames else ():
            if one.person is not None:
                self._read_person(one.person)

    def _read_person(self, number: int) -> None:
        if number in self._same:
            return
        told = _told(self._near.of(number))
        full = sorted((known for known in told.values() if len(known.words) > 1), key=commonest_first)
        if full and full[0].keys[0] not in self._others_keys:
            self._same[number] = [known.keys[0] for known in full]
            self._told = told | self._told

    def _with_surnames(self) -> tuple[list[CorpusSpeaker], set[str]]:
        """Give surnames to persons.

        Return these, and words to be looked at, too, for what has changed thereby.
        """
        same = {number: self._person(keys) for number, keys in self._same.items()}
        persons = [*map(self._person, self._others), *same.values()]
        homes = {
            one.key: home
            for number, home in same.items()
            for one in self._near.of(number)
            if not _is_full(one) and one.key not in self._surnames
        }
        surnames = [self._told[key].copy() for key in (*self._surnames, *homes)]
        persons += attached(surnames, persons, homes)
        now = by_key(persons)
        words: set[str] = set()
        for key, number in self._surnames.items():
            before = same.get(number) if number is not None else None
            if key in self._touched or now[key] is not before:
                words.update(ends_of(now[key]), ends_of(before) if before is not None else ())
        for one in self._changed:  # some of which are gone
            if not _is_full(one) and one.person in same:
                words.update(ends_of(same[one.person]))
        return persons, words - self._words

    def _person(self, keys: Iterable[Key]) -> CorpusSpeaker:
        return merged([self._told[key].copy() for key in keys])


def _told(mentions: Iterable[SpeakerMention]) -> dict[Key, CorpusSpeaker]:
    """Return what mentions tell of those they name."""
    return told_under((one.key, one.role, one.statements) for one in mentions if one.name)


def _is_full(mention: SpeakerMention) -> bool:
    """Return whether a mention is a person's under several words."""
    return mention.type == "person" and len(name_words(mention.key[0])) > 1


def _ends(key: Key) -> set[str]:
    words = name_words(key[0])
    return {words[0], words[-1]}
