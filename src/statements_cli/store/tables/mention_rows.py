"""Note what statements say of their speakers, how often, and by which words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from statements_cli.store.tables.rows import Row, writable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

_HELD = 50_000  # mentions kept in memory, which the table knows, too
_SAME = " and ".join(
    f"ifnull({column}, '') = ifnull(?, '')" for column in ("name", "own_type", "own_role", "own_country")
)


class MentionRows:
    """The mentions in an index, counted in memory until ``write``. Its methods raise ``sqlite3.Error``.

    ``touched`` are the numbers of those whose counts changed, once these are written.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[Row, int] = {}
        self._new: list[Row] = []
        (last,) = connection.execute("select ifnull(max(number), 0) from mention").fetchone()
        self._next = int(last) + 1
        self._holds_all = not last  # whether what ``_numbers`` doesn't hold is new, so that the table need not be asked
        self._said: Counter[int] = Counter()
        self._named: Counter[tuple[int, str]] = Counter()
        self.touched: set[int] = set()

    def __len__(self) -> int:
        """Return how many counts are held in memory."""
        return len(self._named) + len(self._said)

    def count(self, told: Row, source: str | None) -> int:
        """Count a statement; return the number of its mention, added where there is none.

        ``told`` is what it says of its speaker: name, type, role and country.
        """
        number = self._numbers.get(told) or self._number(told)
        self._said[number] += 1
        if source and told[0]:
            self._named[number, source] += 1
        return number

    def count_all(self, told: Sequence[Row], sources: Sequence[str | None]) -> list[int]:
        """Count statements; return the number of each one's mention, as ``count`` does."""
        known = self._numbers.get
        numbers = [known(one) or self._number(one) for one in told]
        self._said.update(numbers)
        named = zip(numbers, sources, told, strict=True)
        self._named.update([(number, source) for number, source, one in named if source and one[0]])
        return numbers

    def take_back(self, article: int) -> None:
        """Count the statements of an article no more."""
        for mention, source, name in self._connection.execute(
            "select s.mention, s.source, m.name from statement s join mention m on m.number = s.mention"
            " where s.article = ?",
            (article,),
        ):
            self._said[mention] -= 1
            if source and name:
                self._named[mention, source] -= 1

    def write_new(self) -> None:
        """Write new mentions, and how often each was counted."""
        counted = [(*row, self._said.pop(row[0], 0)) for row in self._new]
        self.touched.update(row[0] for row in self._new)
        self._connection.executemany(
            "insert into mention (number, name, own_type, own_role, own_country, statements) values (?, ?, ?, ?, ?, ?)",
            counted,
        )
        self._new.clear()

    def write(self) -> None:
        """Write what was counted."""
        self.write_new()
        self._connection.executemany(
            "update mention set statements = statements + ? where number = ?",
            ((count, mention) for mention, count in self._said.items()),
        )
        self._connection.executemany(
            "insert into naming (mention, source, statements) values (?, ?, ?)"
            " on conflict (mention, source) do update set statements = statements + excluded.statements",
            (writable((mention, source, count)) for (mention, source), count in sorted(self._named.items())),
        )
        self.touched.update(self._said)
        self._said.clear()
        self._named.clear()
        if len(self._numbers) > _HELD:
            self._forget_numbers()

    def forget(self) -> None:
        """Forget what was written, and who was touched by it."""
        self._forget_numbers()
        self.touched.clear()

    def _forget_numbers(self) -> None:
        self._numbers.clear()
        self._holds_all = False

    def _number(self, told: Row) -> int:
        written = writable(tuple([value or None for value in told]))
        number = self._numbers.get(written)
        if number is None:
            number = self._number_of_new(written) if self._holds_all else self._looked_up(written)
            self._numbers[written] = number
        self._numbers[told] = number
        return number

    def _number_of_new(self, written: Row) -> int:
        number = self._next
        self._new.append((number, *written))
        self._next += 1
        return number

    def _looked_up(self, written: Row) -> int:
        added = self._connection.execute(
            "insert or ignore into mention (name, own_type, own_role, own_country) values (?, ?, ?, ?)", written
        )
        if added.rowcount:
            return added.lastrowid or 0
        (number,) = self._connection.execute(f"select number from mention where {_SAME}", written).fetchone()
        return int(number)
