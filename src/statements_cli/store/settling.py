"""What an index holds of each speaker's mentions comes in; the one name and country it has in the corpus goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from statements_cli.store.resolved import spelt
from statements_cli.values import NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.model import SpeakerType
    from statements_cli.speakers.names import Names

_Shown: TypeAlias = tuple[Any, ...]  # name, type, role, country


class _Mention(NamedTuple):
    """What statements say of a speaker, how often, and the name, type, role and country shown for it so far."""

    number: int
    name: str | None
    type: SpeakerType | None
    role: str | None
    country: str | None
    statements: int
    shown: _Shown


def settle(connection: Connection, names: Names | None, touched: Iterable[int]) -> dict[int, str]:
    """Bring the mentions' names together, from how often each is told; write what is other than before.

    ``touched`` are the mentions whose statements changed. Statements are neither read nor written. Returns
    the mentions that had another name before, with that name.
    """
    told_of_no_more = connection.execute("select speaker from mention where statements <= 0 and speaker is not null")
    affected = {number for (number,) in told_of_no_more}
    connection.execute("delete from mention where statements <= 0")
    connection.execute("delete from naming where statements <= 0")
    speakers = _Speakers(connection)
    unsettled = set(touched)
    renamed: dict[int, str] = {}
    for mention, shown in _resolved(list(_mentions(connection)), names):
        if shown != mention.shown:
            connection.execute(
                "update mention set speaker = ?, type = ?, role = ?, country = ? where number = ?",
                (speakers.number(shown[0]), *shown[1:], mention.number),
            )
        if shown[0] != mention.shown[0]:
            affected.update(speakers.known(mention.shown[0], shown[0]))
            if mention.shown[0] is not None:
                renamed[mention.number] = mention.shown[0]
        elif mention.number in unsettled or shown != mention.shown:
            affected.update(speakers.known(shown[0]))
    gone = speakers.unmentioned()
    for number in sorted(affected - gone):
        _write_spellings(connection, number)
    connection.executemany("delete from spelling where speaker = ?", ((number,) for number in gone))
    connection.executemany("delete from speaker where number = ?", ((number,) for number in gone))
    return renamed


class _Speakers:
    """The numbers of speakers, by name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = dict(connection.execute("select name, number from speaker"))

    def number(self, name: str | None) -> int | None:
        if name is not None and name not in self._numbers:
            added = self._connection.execute("insert into speaker (name) values (?)", (name,))
            self._numbers[name] = added.lastrowid or 0
        return None if name is None else self._numbers[name]

    def known(self, *names: str | None) -> list[int]:
        return [self._numbers[name] for name in names if name is not None and name in self._numbers]

    def unmentioned(self) -> set[int]:
        found = self._connection.execute(
            "select number from speaker p where not exists (select 1 from mention m where m.speaker = p.number)"
        )
        return {number for (number,) in found}


def _mentions(connection: Connection) -> Iterator[_Mention]:
    for row in connection.execute(
        "select m.number, m.name, own_type, own_role, own_country, statements, p.name, type, role, country"
        " from mention m left join speaker p on p.number = m.speaker"
    ):
        number, name, type_, role, country, statements, *shown = row
        yield _Mention(number, name, type_, role, country, statements, tuple(shown))


def _resolved(mentions: list[_Mention], names: Names | None) -> Iterator[tuple[_Mention, _Shown]]:
    from statements_cli.speakers.registry import Registry, unified

    registry = Registry()
    for one in mentions:
        registry.add(one.name, one.type, one.role, one.country, one.statements)
    for one in mentions:
        name, country = one.name, one.country
        if name is not None:
            name, country = unified(registry, name, one.type, one.role, one.country)
        known = names.find(name) if names is not None else None
        if known is None:
            yield one, (name, one.type, one.role, country)
        else:
            yield one, (known.name, known.type or one.type, known.role or one.role, known.country or country)


def _write_spellings(connection: Connection, speaker: int) -> None:
    from statements_cli.speakers.folding import fold

    (name,) = connection.execute("select name from speaker where number = ?", (speaker,)).fetchone()
    forms = {name}
    for number, told, type_ in connection.execute(
        "select number, name, type from mention where speaker = ? order by number", (speaker,)
    ).fetchall():
        forms.add(told)
        sources = connection.execute("select source from naming where mention = ?", (number,))
        forms.update(form for (source,) in sources if (form := spelt(source, name, type_)))
    connection.execute("delete from spelling where speaker = ?", (speaker,))
    connection.executemany(
        "insert into spelling (speaker, form, folded) values (?, ?, ?)",
        ((speaker, form, f" {fold(form)}") for form in sorted(forms)),
    )
