"""Write the spellings of each speaker's name into an index."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from statements_cli.speakers.names.folding import fold

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.model import SpeakerType

_ALIKE = 3  # letters that another spelling of a name begins with, too


def write_spellings(connection: Connection, speakers: Iterable[int]) -> None:
    """Write again how these speakers are spelt.

    Their name, what articles call them, the names in their mentions.
    """
    for speaker in speakers:
        _write(connection, speaker)


def _write(connection: Connection, speaker: int) -> None:
    (name,) = connection.execute("select name from speaker where number = ?", (speaker,)).fetchone()
    forms = {name}
    for number, told, type_ in connection.execute(
        "select number, name, type from mention where speaker = ? order by number", (speaker,)
    ).fetchall():
        forms.add(told)
        sources = connection.execute("select source from naming where mention = ?", (number,))
        forms.update(form for (source,) in sources if (form := _spelt(source, name, type_)))
    connection.execute("delete from spelling where speaker = ?", (speaker,))
    connection.executemany(
        "insert into spelling (speaker, form, folded) values (?, ?, ?)",
        ((speaker, form, f" {fold(form)}") for form in sorted(forms)),
    )


def _spelt(source: str, name: str, type: SpeakerType | None) -> str | None:
    """Return the name in a source mention of a speaker.

    A part of ``name``, or a person's in another spelling.
    """
    if _is_part(source, name):
        return source
    if type != "person":
        return None
    from statements_cli.speakers.mentions.source_mention import read_mention

    named = read_mention(source).named
    if named is None or not named.name:
        return None
    alike = {word[:_ALIKE].casefold() for word in name.split()}
    return named.name if named.name.split()[-1][:_ALIKE].casefold() in alike else None


def _is_part(source: str, name: str) -> bool:
    return set(source.casefold().split()) <= set(name.casefold().split())
