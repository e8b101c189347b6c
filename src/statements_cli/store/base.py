"""Ask the tables of a corpus what every question needs.

Tables in a file are whole. Those in memory lack at first what few questions need, which is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, Self

from statements_cli.query.filters import Filter
from statements_cli.store.tables.conditions import Condition, of_all_but_days, of_days
from statements_cli.store.tables.names_held import names_held
from statements_cli.store.tables.reader import statements_numbered
from statements_cli.store.tables.rows import writable

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.model import Statement
    from statements_cli.speakers.corpus.lookup import Lookup

EVERYTHING = Filter()
_BROAD = tuple(
    replace(EVERYTHING, acts=acts, confidence=sure)
    for acts in (EVERYTHING.acts, ("any",))
    for sure in (EVERYTHING.confidence, 0.0)
)


def is_broad(wanted: Filter) -> bool:
    """Return whether a filter asks for nothing in particular.

    Attitudes and doubtful statements may be in or out.
    """
    return wanted in _BROAD


class Held:
    """Tables that ``connection`` leads to.

    ``lacking`` makes those of their parts that aren't there yet, by name.
    """

    def __init__(self, connection: Connection, lacking: Mapping[str, Callable[[Connection], None]]) -> None:
        self._connection = connection
        self._lacking = dict(lacking)
        self._making = Lock()

    def __enter__(self) -> Self:
        """Return the store itself; it is closed at the end of the ``with``."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; what was found but not fetched is then lost."""
        self._connection.close()

    def lookup(self, name: str) -> Lookup:
        """Return the corpus's speakers called ``name``, by any spelling or a part."""
        from statements_cli.store.resolution.name_lookup import lookup_in

        return lookup_in(self._with("spellings"), name)

    def names(
        self,
        field: Literal["speaker", "country", "outlet", "role", "via", "language", "audience", "channel"],
        beginning: str = "",
        most: int = -1,
    ) -> list[str]:
        """Return the values that a field of the records has, in alphabetical order.

        Those that begin so.

        Case doesn't matter in ASCII; ``most`` says how many at most, -1 all.
        """
        if field == "via":
            return self._relaying(beginning)[: None if most < 0 else most]
        return names_held(self._connection, field, beginning, most)

    def _relaying(self, beginning: str) -> list[str]:
        from json import loads

        told = self._connection.execute("select distinct via from statement where via is not null")
        names = {name for (listed,) in told for name in loads(listed)}
        return sorted(name for name in names if name.casefold().startswith(beginning.casefold()))

    def resolve(self, wanted: Filter) -> Filter:
        """Return the filter with its speakers under the names that the corpus has for them."""
        names: dict[str, None] = {}
        for given in wanted.speakers:
            if self._connection.execute("select 1 from speaker where name = ?", writable((given,))).fetchone():
                names[given] = None
            else:
                names |= dict.fromkeys(self.lookup(given).matches or (given,))
        return replace(wanted, speakers=tuple(names)) if names else wanted

    def text_of(self, path: str) -> str:
        """Return the text of the document at ``path``, which its statements' spans index.

        Raises ``KeyError`` where there is none.
        """
        from statements_cli.store.tables.rows import unpacked_text

        found = self._connection.execute("select packed from document where path = ?", writable((path,))).fetchone()
        if found is None:
            raise KeyError(path)
        return unpacked_text(found[0])

    def documents(self) -> list[str]:
        """Return the paths of all documents, in their order."""
        return [path for (path,) in self._connection.execute("select path from document order by place")]

    def copies(self) -> int:
        """Return how many documents have the very bytes of another."""
        return int(self._one("select count(*) - count(distinct digest) from document"))

    def _with(self, part: str) -> Connection:
        """Return the connection to tables that have this part."""
        if part in self._lacking:
            with self._making:  # another thread that asks for the same waits until it is there
                if part in self._lacking:
                    self._lacking[part](self._connection)
                    del self._lacking[part]
        return self._connection

    def _conditions(self, wanted: Filter) -> tuple[Condition, Condition]:
        """Return what a filter asks but for its days, and all it asks."""
        others = of_all_but_days(self._connection, self.resolve(wanted))
        return others, others & of_days(wanted)

    def _undated(self, wanted: Filter, others: Condition) -> int:
        if not wanted.dated or wanted.undated:
            return 0
        return int(self._one(f"select count(*) from statement s where s.date is null and {others.sql}", others.values))

    def _doubtful(self, wanted: Filter) -> int:
        if wanted.confidence <= 0:
            return 0
        _, surer_or_not = self._conditions(replace(wanted, confidence=0.0))
        held = surer_or_not & Condition("s.confidence < ?", (wanted.confidence,))
        return int(self._one(f"select count(*) from statement s where {held.sql}", held.values))

    def _fetch(self, numbers: Sequence[int]) -> Iterator[Statement]:
        return statements_numbered(self._with("utterances"), numbers)

    def _fetch_alone(self, numbers: Sequence[int]) -> Iterator[Statement]:
        """Yield statements without their utterances, where these were not looked for yet."""
        if "utterances" not in self._lacking:
            return self._fetch(numbers)
        return (replace(one, utterance=None) for one in statements_numbered(self._connection, numbers))

    def _rows(self, sql: str, condition: Condition) -> Iterator[Any]:
        return iter(self._connection.execute(sql, condition.values))

    def _one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        return self._connection.execute(sql, values).fetchone()[0]
