"""List the names that the tables hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_PLACES = {
    "speaker": "name from speaker where name",
    "country": "country from mention where country",
    "outlet": "name from outlet where name",
    "role": "role from mention where role",
    "language": "language from article where language",
    "audience": "audience from statement where audience",
    "channel": "channel from statement where channel",
}


def names_held(connection: Connection, field: str, beginning: str = "", most: int = -1) -> list[str]:
    """Return the values of a field that begin so, in alphabetical order.

    Case doesn't matter in ASCII; ``most`` says how many at most, -1 all.
    """
    escaped = "".join(f"\\{letter}" if letter in "%_\\" else letter for letter in beginning)
    sql = f"select distinct {_PLACES[field]} like ? escape '\\' order by 1 limit ?"
    try:
        return [name for (name,) in connection.execute(sql, (f"{escaped}%", most))]
    except UnicodeEncodeError:  # half characters, which no name holds
        return []
