"""Write the spellings of each speaker's name into an index."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from statements_cli.speakers.names.folding import fold

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.model import SpeakerType

_MANY = 8  # reading one speaker's mentions costs as much as those of so many one after the other
_TOLD = (
    "select p.number, p.name, m.name, m.type, n.source from speaker p join mention m on m.speaker = p.number"
    " left join naming n on n.mention = m.number"
)
_ALIKE = 3  # letters that another spelling of a name begins with, too


def write_spellings(connection: Connection, speakers: Collection[int]) -> None:
    """Write again how these speakers are spelt.

    Their name, what articles call them, the names in their mentions.
    """
    (held,) = connection.execute("select count(*) from speaker").fetchone()
    if len(speakers) * _MANY > held:  # all are gone through once, and not each looked up
        wanted = set(speakers)
        rows = (row for row in connection.execute(f"{_TOLD} order by p.number") if row[0] in wanted)
    else:
        rows = (row for one in speakers for row in connection.execute(f"{_TOLD} where p.number = ?", (one,)))
    if len(speakers) == held:
        connection.execute("delete from spelling")
    else:
        connection.executemany("delete from spelling where speaker = ?", ((speaker,) for speaker in speakers))
    spelt = [(speaker, _forms(told)) for speaker, told in groupby(rows, key=itemgetter(0))]
    connection.executemany(
        "insert into spelling (speaker, form, folded) values (?, ?, ?)",
        ((speaker, form, f" {fold(form)}") for speaker, forms in spelt for form in sorted(forms)),
    )


def _forms(told: Iterable[tuple[Any, ...]]) -> set[str]:
    forms: set[str] = set()
    for _, name, mentioned, type_, source in told:
        forms.update((name, mentioned))
        if source not in (None, name) and (form := _spelt(source, name, type_)):
            forms.add(form)
    return forms


def _spelt(source: str, name: str, type: SpeakerType | None) -> str | None:
    """Return the name in a source mention of a speaker.

    A part of ``name``, or a person's in another spelling.
    """
    if _is_part(source, name):
        return source
    if type != "person":
        return None
    alike = {word[:_ALIKE].casefold() for word in name.split()}
    words = source.casefold()
    if not any(beginning in words for beginning in alike):  # as of descriptions, most of what is no part of a name
        return None
    from statements_cli.speakers.mentions.source_mention import read_mention

    named = read_mention(source).named
    if named is None or not named.name:
        return None
    return named.name if named.name.split()[-1][:_ALIKE].casefold() in alike else None


def _is_part(source: str, name: str) -> bool:
    return set(source.casefold().split()) <= set(name.casefold().split())
