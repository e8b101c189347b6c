"""Join several indexes into one, which is kept until one of them changes.

What an index says depends on all its documents: the name a speaker goes by, the day an undated article is lent, which
statements are versions of one utterance, how rare a word is, and with that what a search finds. So the indexes are
merged once, by what settles one index of all their documents, and every question is asked of that.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from json import dumps, loads
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.model import RECORD_KEYS
from statements_cli.store.index.connection import open_index
from statements_cli.store.index.files import state_of
from statements_cli.store.index.index_fault import IndexFault, damaged
from statements_cli.store.index.known import own_names_in
from statements_cli.store.index.lock import take_place, writing
from statements_cli.store.index.seal import next_change, seal
from statements_cli.store.shards.copying import Copier, settle_all
from statements_cli.store.tables.index_creation import create
from statements_cli.store.tables.table_definitions import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from sqlite3 import Connection

    from statements_cli.speakers.user_names import Names

FOLDER = "joined"
"""The folder in the cache in which joined indexes are kept."""

_KEPT = 30 * 86_400  # seconds until what nobody asked for goes
_NAME_OF = 32  # characters of the name of a joined index, in hexadecimal
_STATE, _FAULTS, _TWICE = "shards", "faults", "twice"


class Joined(NamedTuple):
    """A connection to what was joined, its file's path, and what is wrong.

    The path is None for a temporary file.

    ``faults`` are the indexes that could not be read, ``twice`` how many documents stand in several of them.
    """

    connection: Connection
    path: str | None
    faults: tuple[IndexFault, ...]
    twice: int


def kept_join(paths: Sequence[str], folder: str) -> Joined | None:
    """Return what was joined of these indexes before, as they are now.

    None where nothing is kept of that.
    """
    path = _path_of(paths, folder)
    try:
        connection = open_index(path)
    except IndexFault:
        return None
    about = dict(connection.execute("select key, value from about"))
    if about.get(_STATE) != _state(paths):
        connection.close()
        return None
    with suppress(OSError):
        os.utime(path)  # it is in use
    faults = tuple(IndexFault(*one) for one in loads(about[_FAULTS]))
    return Joined(connection, path, faults, int(about[_TWICE]))


def join(paths: Sequence[str], folder: str | None = None, tell: Callable[[str], None] = lambda _: None) -> Joined:
    """Join the indexes at ``paths``, in their order.

    Keep the result in ``folder``, if one is given.

    Of documents under one path the first is taken. An index that can't be read is left out, and is one of the
    ``faults``. ``tell`` hears that the work begins. Raises ``IndexFault`` where none can be read, or nothing written.
    """
    if folder is not None:
        found = kept_join(paths, folder)
        if found is not None:
            return found
    tell(f"{len(paths)} indexes are joined, which takes a while the first time")
    if folder is not None:
        path = _path_of(paths, folder)
        remove_joined(folder, older_than=_KEPT)
        try:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
            with writing(path) as part:
                with closing(_connected(part)) as connection:
                    _fill(connection, paths)
                take_place(part, path)
        except (OSError, IndexFault):
            if os.path.exists(path):  # noqa: PTH110
                raise
        found = kept_join(paths, folder)
        if found is not None:
            return found
    connection = _connected("")  # a temporary file of SQLite's own, which nobody else can open
    faults, twice = _fill(connection, paths)
    return Joined(connection, None, tuple(faults), twice)


def joined_files(folder: str) -> list[str]:
    """Return the paths of the joined indexes in a cache."""
    held = os.path.join(folder, FOLDER)  # noqa: PTH118
    try:
        names = sorted(os.listdir(held))  # noqa: PTH208
    except OSError:
        return []
    own = [name for name in names if len(name) == _NAME_OF + 3 and name.endswith(".db")]
    return [path for name in own if os.path.isfile(path := os.path.join(held, name))]  # noqa: PTH113, PTH118


def remove_joined(folder: str, *, older_than: float = 0.0) -> int:
    """Remove the joined indexes that nobody asked for so many seconds, or all.

    Return their bytes.
    """
    from time import time

    size = 0
    for path in joined_files(folder):
        with suppress(OSError):
            state = os.stat(path)  # noqa: PTH116
            if state.st_mtime <= time() - older_than:
                os.unlink(path)  # noqa: PTH108
                size += state.st_size
    return size


def _fill(connection: Connection, paths: Sequence[str]) -> tuple[list[IndexFault], int]:
    """Copy all indexes and settle what depends on all of them.

    Raises ``IndexFault`` where none can be read.
    """
    from sqlite3 import Error, ProgrammingError

    state = _state(paths)
    faults: list[IndexFault] = []
    names: list[Names] = []
    twice = 0
    create(connection, indexes=False)
    copier = Copier(connection)
    left = list(range(len(paths)))

    def attempt(work: Callable[[int], object]) -> None:
        for shard in list(left):
            try:
                with _attached(connection, paths[shard]):
                    work(shard)
            except IndexFault as fault:
                faults.append(fault)
            except ProgrammingError:
                raise  # a fault of the program, not of the index
            except (Error, ValueError) as error:
                faults.append(damaged(paths[shard], error))
            else:
                continue
            left.remove(shard)
            copier.forget(shard)

    def note(shard: int) -> None:
        nonlocal twice
        with closing(open_index(paths[shard])) as own:
            names.extend(filter(None, [own_names_in(own)]))
        twice += copier.note(shard)

    attempt(note)
    copier.number()
    attempt(copier.find_mentions)
    copier.write_mentions()
    attempt(copier.copy)
    copier.close()
    if len(faults) == len(paths):
        raise faults[0]
    connection.execute("begin")
    settle_all(connection, _together(names))
    about = {_STATE: state, _FAULTS: dumps([(one.what, one.mend) for one in faults]), _TWICE: str(twice)}
    about["record"] = ",".join(RECORD_KEYS)
    about |= next_change(connection)
    connection.executemany("insert or replace into about values (?, ?)", about.items())
    seal(connection)
    connection.execute("commit")
    return faults, twice


@contextmanager
def _attached(connection: Connection, path: str) -> Iterator[None]:
    """Attach an index as ``shard``, in a transaction undone where something is raised."""
    open_index(path).close()  # which says what is wrong with it better than SQLite does
    name = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")  # noqa: PTH100
    connection.execute("attach ? as shard", (f"file:{name}?mode=ro",))
    try:
        connection.execute("begin")
        try:
            yield
        except BaseException:
            connection.execute("rollback")
            raise
        connection.execute("commit")
    finally:
        connection.execute("detach shard")


def _connected(path: str) -> Connection:
    from sqlite3 import connect

    connection = connect(path, isolation_level=None, check_same_thread=False, uri=True)
    connection.execute("pragma synchronous = off")
    connection.execute("pragma cache_size = -64000")
    return connection


def _together(names: Sequence[Names]) -> Names | None:
    """Return the user's own names that the indexes were made with.

    Of a name given twice the first is taken.
    """
    if not names:
        return None
    from statements_cli.speakers.user_names import Names

    known = tuple(dict.fromkeys(one for own in names for one in own.known))
    by_name = {key: one for own in reversed(names) for key, one in own.by_name.items()}
    return Names(known, by_name)


def _path_of(paths: Sequence[str], folder: str) -> str:
    named = "\0".join(map(os.path.realpath, paths))
    name = sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:_NAME_OF]
    return os.path.join(folder, FOLDER, f"{name}.db")  # noqa: PTH118


def _state(paths: Sequence[str]) -> str:
    """Return what changes when one of the indexes, or the program that joins them, does."""
    from statements_cli.store.index.fingerprint import installation

    states: list[object] = [VERSION, RECORD_KEYS]
    with suppress(OSError):
        states.append(installation())
    for path in paths:
        try:
            held = os.stat(path)  # noqa: PTH116
            states.append((held.st_size, held.st_mtime_ns, state_of(path)))
        except OSError:
            states.append(None)
    return sha256(repr(states).encode()).hexdigest()
