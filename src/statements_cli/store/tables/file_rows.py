"""Note the files that documents come from, as they were when read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from statements_cli.store.tables.rows import writable

if TYPE_CHECKING:
    from sqlite3 import Connection

_KEPT = 1000  # numbers of files kept: where several processes read, their documents come later


class FileState(NamedTuple):
    """A file as read: path, bytes, time of change in nanoseconds, and SHA-256."""

    path: str
    size: int | None = None
    mtime: int | None = None
    hash: str | None = None


class FileRows:
    """The files noted in an index. Its methods raise ``sqlite3.Error``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, int] = {}  # of the files noted last, by path
        self._new: list[tuple[int | str | None, ...]] = []
        self._next = 0
        self._holds_none = connection.execute("select 1 from file limit 1").fetchone() is None

    def number(self, file: FileState) -> int:
        """Return a file's number, noted now where it wasn't."""
        if file.path not in self._numbers and not self.add(file):
            path = writable((file.path,))
            (number,) = self._connection.execute("select number from file where path = ?", path).fetchone()
            self._keep_number(file.path, number)
        return self._numbers[file.path]

    def number_of_new(self, file: FileState) -> int:
        """Return the number of a new file, or of the one before; ``write`` notes it."""
        if file.path not in self._numbers:
            if not self._new:
                (self._next,) = self._connection.execute("select 1 + ifnull(max(number), 0) from file").fetchone()
            self._new.append((self._next, *writable((file.path,)), file.size, file.mtime, file.hash))
            self._keep_number(file.path, self._next)
            self._next += 1
        return self._numbers[file.path]

    def write(self) -> None:
        """Write the new files."""
        if not self._new:
            return
        self._connection.executemany(
            "insert into file (number, path, size, mtime, hash) values (?, ?, ?, ?, ?)", self._new
        )
        self._new.clear()

    def begin(self, file: FileState) -> bool:
        """Note a file, begun once; False where one of its path is noted."""
        if not self._holds_none:
            return self.add(file)
        self.number_of_new(file)  # which are written together
        return True

    def add(self, file: FileState) -> bool:
        """Note a file; False where one of its path is noted already."""
        self.write()
        added = self._connection.execute(
            "insert or ignore into file (path, size, mtime, hash) values (?, ?, ?, ?)",
            (*writable((file.path,)), file.size, file.mtime, file.hash),
        )
        if added.rowcount:
            self._keep_number(file.path, added.lastrowid or 0)
        return bool(added.rowcount)

    def keep(self, file: FileState) -> None:
        """Note a file as it is now."""
        if not self.add(file):
            self._connection.execute(
                "update file set size = ?, mtime = ?, hash = ? where path = ?",
                (file.size, file.mtime, file.hash, writable((file.path,))[0]),
            )

    def forget(self, path: str) -> None:
        """Forget how a file was, so that it is read again.

        A file without documents is forgotten whole.
        """
        self.write()
        values = writable((path,))
        held = self._connection.execute(
            "select 1 from document d join file f on f.number = d.file where f.path = ? limit 1", values
        )
        if held.fetchone() is None:
            self._connection.execute("delete from file where path = ?", values)
            self._numbers.clear()
        else:
            self.keep(FileState(path))

    def remove(self, number: int) -> None:
        """Take a file out whose documents are gone."""
        self._connection.execute("delete from file where number = ?", (number,))
        self._numbers.clear()

    def _keep_number(self, path: str, number: int) -> None:
        if len(self._numbers) >= _KEPT:
            self._numbers.clear()
        self._numbers[path] = number
