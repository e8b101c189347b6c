"""Look up the speakers of an index that a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statements_cli.speakers.names.folding import fold

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.speakers.corpus.lookup import Lookup


def lookup_in(connection: Connection, name: str) -> Lookup:
    """Return what ``speakers.corpus.lookup`` says of a name, which is only asked about the speakers that come near."""
    from statements_cli.speakers.corpus.lookup import lookup

    wanted = fold(name)
    for condition, values in (
        ("folded = ? and form = (select name from speaker where number = speaker)", (f" {wanted}",)),
        (" and ".join(["folded like ? escape '!'"] * len(wanted.split())), tuple(map(_beginning, wanted.split()))),
        ("replace(folded, ' ', '') = ?", (wanted.replace(" ", ""),)),
    ):
        if not wanted:
            break
        near = connection.execute(f"select distinct speaker from spelling where {condition}", values)
        if numbers := [number for (number,) in near]:
            return lookup(name, _known(connection, numbers))
    return lookup(name, _known(connection, None))


def spellings_of(connection: Connection, name: str) -> tuple[str, ...]:
    """Return the spellings of a speaker, the name itself first."""
    forms = connection.execute(
        "select form from spelling join speaker p on p.number = speaker where p.name = ? and form <> ? order by form",
        (name, name),
    )
    return (name, *(form for (form,) in forms))


def _known(connection: Connection, numbers: list[int] | None) -> list[tuple[str, tuple[str, ...]]]:
    if numbers is None:
        names = connection.execute("select name from speaker").fetchall()
    else:
        names = [connection.execute("select name from speaker where number = ?", (n,)).fetchone() for n in numbers]
    return [(name, spellings_of(connection, name)) for (name,) in sorted(names)]


def _beginning(word: str) -> str:
    return "% " + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
