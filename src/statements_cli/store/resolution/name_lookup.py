"""Look up the speakers of an index that a name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from statements_cli.speakers.names.folding import fold

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.model import SpeakerType
    from statements_cli.speakers.corpus.lookup import Lookup
    from statements_cli.speakers.corpus.role_query import KnownSpeaker

_MOST_WORDS = 100  # of a name; SQLite takes no expression of a thousand parts


def lookup_in(connection: Connection, name: str) -> Lookup:
    """Return the answer of ``speakers.corpus.lookup`` for a name, from near speakers alone.

    Of a role, of a possessive, and of what comes near nobody, it is asked about all.
    """
    from statements_cli.speakers.corpus.lookup import lookup, without_possessive
    from statements_cli.speakers.corpus.role_query import has_role

    wanted = fold(name)
    plain = not has_role(name) and not name.strip().startswith("@") and without_possessive(name) == name
    words = wanted.split()
    if wanted and plain and len(words) <= _MOST_WORDS:
        for condition, values in (
            ("folded = ? and form = (select name from speaker where number = speaker)", (f" {wanted}",)),
            (" and ".join(["folded like ? escape '!'"] * len(words)), tuple(map(_beginning, words))),
            ("replace(folded, ' ', '') = ?", (wanted.replace(" ", ""),)),
        ):
            near = connection.execute(f"select distinct speaker from spelling where {condition}", values)
            if numbers := [number for (number,) in near]:
                return lookup(name, _known(connection, [*numbers, *_groups_with(connection, numbers)]))
    return lookup(name, _known(connection, None))


def spellings_of(connection: Connection, name: str) -> tuple[str, ...]:
    """Return the spellings of a speaker, the name itself first."""
    forms = connection.execute(
        "select form from spelling join speaker p on p.number = speaker where p.name = ? and form <> ? order by form",
        (name, name),
    )
    return (name, *(form for (form,) in forms))


def known_speakers(connection: Connection) -> list[KnownSpeaker]:
    """Return what the tables know of all speakers, by name."""
    return _known(connection, None)


def _groups_with(connection: Connection, numbers: Sequence[int]) -> list[int]:
    """Return speakers that may be several, where one has one of these spellings."""
    found: list[int] = []
    for number in numbers:
        forms = connection.execute("select folded from spelling where speaker = ?", (number,)).fetchall()
        for (folded,) in forms:
            groups = connection.execute(
                "select distinct speaker from spelling where speaker <> ? and folded like ? escape '!'"
                " and (folded like '% and %' or form like '%,%' or form like '%&%')",
                (number, f"%{_escaped(folded)}%"),
            )
            found += [group for (group,) in groups]
    return [group for group in dict.fromkeys(found) if group not in numbers]


def _known(connection: Connection, numbers: Sequence[int] | None) -> list[KnownSpeaker]:
    """Return the tables' knowledge of these speakers, or of all, by name."""
    from statements_cli.speakers.corpus.role_query import KnownSpeaker

    where = "" if numbers is None else f"where p.number in ({', '.join('?' * len(numbers))})"
    values = () if numbers is None else tuple(numbers)
    names: dict[int, str] = dict(connection.execute(f"select p.number, p.name from speaker p {where}", values))
    forms: dict[int, list[str]] = defaultdict(list)
    for number, form in connection.execute(
        f"select p.number, form from spelling join speaker p on p.number = speaker {where} order by form", values
    ):
        if form != names[number]:
            forms[number].append(form)
    types: dict[int, SpeakerType | None] = {}
    roles: dict[int, dict[str, None]] = defaultdict(dict)
    countries: dict[int, dict[str, None]] = defaultdict(dict)
    for number, type_, role, own_role, country in connection.execute(
        "select p.number, m.type, m.role, m.own_role, m.country from mention m join speaker p on p.number = m.speaker"
        f" {where} order by m.statements desc, m.number",
        values,
    ):
        types.setdefault(number, type_)
        roles[number] |= dict.fromkeys(filter(None, (role, own_role)))
        countries[number] |= dict.fromkeys(filter(None, (country,)))
    return [
        KnownSpeaker(name, (name, *forms[number]), types.get(number), tuple(roles[number]), tuple(countries[number]))
        for number, name in sorted(names.items(), key=lambda pair: pair[1])
    ]


def _beginning(word: str) -> str:
    return f"% {_escaped(word)}%"


def _escaped(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
