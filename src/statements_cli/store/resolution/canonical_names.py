"""Settle each speaker's canonical name and country across an index.

Only what a change can reach is looked at, unless much has changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.store.resolution.namesakes import Meant, Shown, SpeakerMention, around, everyone, mentions_where

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.speakers.corpus.name_matching import CorpusSpeaker
    from statements_cli.speakers.user_names import Names

_MANY = 8  # reading one mention with what it reaches costs as much as so many one after the other


class Settled(NamedTuple):
    """Mentions that were shown differently before, and speakers whose spelling may change."""

    before: dict[int, Shown]
    respelt: list[int]


def settle(connection: Connection, names: Names | None, touched: Collection[int], *, for_good: bool = False) -> Settled:
    """Bring the mentions' names together, from how often each is mentioned.

    Write what is other than before.

    ``touched`` are the mentions whose statements changed; ``for_good`` says that nothing will change any more.
    Statements are neither read nor written.
    """
    (held,) = connection.execute("select count(*) from mention").fetchone()
    (with_keys,) = connection.execute("select exists (select 1 from name_key)").fetchone()
    if len(touched) * _MANY > held or not with_keys:
        changed = list(mentions_where(connection, "statements <= 0"))
        _remove(connection, changed)
        connection.execute("delete from naming where statements <= 0")
        meant = everyone(connection)
        if not for_good:
            _write_all_keys(connection, meant.mentions)
    else:
        changed = [one for number in sorted(touched) for one in mentions_where(connection, "m.number = ?", (number,))]
        _remove(connection, [one for one in changed if one.statements <= 0])
        connection.executemany("delete from naming where mention = ? and statements <= 0", ((n,) for n in touched))
        _write_keys(connection, changed)
        meant = around(connection, changed)
    speakers = _Speakers(connection)
    for one in changed:
        if one.statements <= 0:
            speakers.affected.add(one.shown[0])
    before = _write(connection, meant, names, speakers, set(touched))
    return Settled(before, speakers.respelt())


def keep_names(connection: Connection) -> list[int]:
    """Show speakers as their statements name them, where these were settled before; return all speakers.

    Who is one person, and by which keys names bear on each other, is not looked at: ``settle`` does so for all mentions
    once the index changes.
    """
    from statements_cli.utterances.speaker_keys import speaker_key

    names = connection.execute("select name from mention where name is not null group by name order by min(number)")
    connection.executemany(
        "insert into speaker (name, key) values (?, ?)", [(name, speaker_key(name)) for (name,) in names]
    )
    connection.execute(
        "update mention set type = own_type, role = own_role, country = own_country,"
        " speaker = (select number from speaker where speaker.name = mention.name)"
    )
    return [number for (number,) in connection.execute("select number from speaker")]


def _remove(connection: Connection, mentions: Iterable[SpeakerMention]) -> None:
    connection.executemany("delete from mention where number = ?", ((one.number,) for one in mentions))


def _write(
    connection: Connection, meant: Meant, names: Names | None, speakers: _Speakers, touched: Collection[int]
) -> dict[int, Shown]:
    """Write what is shown for mentions where it is other than before.

    Return what was shown for these.
    """
    before: dict[int, Shown] = {}
    persons: dict[int, int] = {}
    shown_rows: list[tuple[object, ...]] = []
    person_rows: list[tuple[object, ...]] = []
    for mention in meant.mentions:
        known = meant.known.get(mention.key)
        shown = shown_for(mention, known, names)
        person = persons.setdefault(id(known), mention.number) if mention.type == "person" and known else None
        if shown != mention.shown:
            shown_rows.append((person, speakers.number(shown[0]), *shown[1:], mention.number))
        elif person != mention.person:
            person_rows.append((person, mention.number))
        if shown != mention.shown or mention.number in touched:
            speakers.affected.update((mention.shown[0], shown[0]))
        if mention.shown[0] is not None and mention.shown != shown:
            before[mention.number] = mention.shown
    connection.executemany(
        "update mention set person = ?, speaker = ?, type = ?, role = ?, country = ? where number = ?", shown_rows
    )
    connection.executemany("update mention set person = ? where number = ?", person_rows)
    return before


def shown_for(mention: SpeakerMention, known: CorpusSpeaker | None, names: Names | None) -> Shown:
    """Return the name, type, role and country to show for a mention of ``known``.

    None for a nameless one.

    The user's own ``names`` have the last word.
    """
    from statements_cli.speakers.corpus.registry import shown_as

    name, country = mention.name, mention.country
    if known is not None:
        name, country = shown_as(known, mention.type, mention.role, mention.country)
    own = names.find(name) if names is not None else None
    if own is None:
        return name, mention.type, mention.role, country
    return own.name, own.type or mention.type, own.role or mention.role, own.country or country


def _write_keys(connection: Connection, changed: Iterable[SpeakerMention]) -> None:
    """Write the keys of new names, and remove those that no mention has any more."""
    from statements_cli.speakers.corpus.registry import keys_of

    before: dict[str, set[str]] = {}
    for one in changed:
        if one.name:
            before.setdefault(one.name, set()).update(keys_of(*one.key))
    for name, keys in before.items():
        held = mentions_where(connection, "ifnull(m.name, '') = ?", (name,))
        now = {key for one in held for key in keys_of(*one.key)}
        connection.executemany("delete from name_key where key = ? and name = ?", ((key, name) for key in keys - now))
        connection.executemany("insert or ignore into name_key values (?, ?)", ((key, name) for key in now))


def _write_all_keys(connection: Connection, mentions: Iterable[SpeakerMention]) -> None:
    from statements_cli.speakers.corpus.registry import keys_of

    told = {one.key for one in mentions if one.name}
    connection.execute("delete from name_key")
    connection.executemany(
        "insert into name_key values (?, ?)", sorted({(key, name[0]) for name in told for key in keys_of(*name)})
    )


class _Speakers:
    """The speakers by name, and those (``affected``) whose mentions are others than they were."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}
        self.affected: set[str | None] = set()

    def number(self, name: str | None) -> int | None:
        """Return a speaker's number, added where there is none of that name."""
        from statements_cli.utterances.speaker_keys import speaker_key

        if name is None:
            return None
        if name not in self._numbers:
            added = self._connection.execute(
                "insert or ignore into speaker (name, key) values (?, ?)", (name, speaker_key(name))
            )
            number = added.lastrowid
            if not added.rowcount:
                found = self._connection.execute("select number from speaker where name = ?", (name,))
                number = found.fetchone()[0]
            self._numbers[name] = number or 0
        return self._numbers[name]

    def respelt(self) -> list[int]:
        """Return those affected; remove those of them who are mentioned no more."""
        found = []
        for number in sorted(self.number(name) or 0 for name in self.affected if name is not None):
            if self._connection.execute("select 1 from mention where speaker = ? limit 1", (number,)).fetchone():
                found.append(number)
            else:
                self._connection.execute("delete from spelling where speaker = ?", (number,))
                self._connection.execute("delete from speaker where number = ?", (number,))
        return found
