"""Hold a very long document's statements packed, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import Any, overload

from statements_cli.model import Statement
from statements_cli.model.codec import decoded, encoded

_PORTION = 1000  # statements that are unpacked at a time to be grouped


class PackedStatements(Sequence[Statement]):
    """A sequence of compressed statements, each made when it is read.

    A statement takes about two kilobytes as an object and some fifty bytes packed. To read them in order costs
    memory for one piece; an item by its index costs the unpacking of its piece.
    """

    __slots__ = ("_pieces", "_sizes")

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._sizes: list[int] = []

    def extend(self, statements: Sequence[Statement]) -> None:
        """Append the statements of a piece; those that are packed stay so."""
        if isinstance(statements, PackedStatements):
            self._pieces += statements._pieces
            self._sizes += statements._sizes
        else:
            self.extend_rows(encoded(tuple(statements)))

    def extend_rows(self, rows: tuple[Any, ...]) -> None:
        """Append the statements of a piece, encoded."""
        from marshal import dumps
        from zlib import compress

        if rows:
            self._pieces.append(compress(dumps(rows), 1))
            self._sizes.append(len(rows))

    @property
    def pieces(self) -> tuple[bytes, ...]:
        """Return the pieces, each packed."""
        return tuple(self._pieces)

    def __eq__(self, other: object) -> bool:
        """Return whether another sequence holds the same statements."""
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # it can grow

    def __iter__(self) -> Iterator[Statement]:
        return chain.from_iterable(map(_unpacked, self._pieces))

    def __len__(self) -> int:
        return sum(self._sizes)

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, at: int | slice) -> Statement | tuple[Statement, ...]:
        """Return a statement, or those of a slice. Raises ``IndexError`` where there is none."""
        if isinstance(at, slice):
            wanted = range(*at.indices(len(self)))
            if wanted.step == 1:
                return tuple(islice(self, wanted.start, wanted.stop))
            return tuple([self[one] for one in wanted])
        place = at + len(self) if at < 0 else at
        for piece, size in zip(self._pieces, self._sizes, strict=True):
            if 0 <= place < size:
                return _unpacked(piece)[place]
            place -= size
        raise IndexError(f"there is no statement {at}")


def by_article(statements: Sequence[Statement]) -> dict[str, Sequence[Statement]]:
    """Return a document's statements by the ids of their articles.

    Those that are packed stay so.
    """
    if isinstance(statements, tuple):
        said: dict[str, list[Statement]] = {}
        for statement in statements:
            said.setdefault(statement.article, []).append(statement)
        return dict(said)
    packed: dict[str, PackedStatements] = {}
    for article, of_article in groupby(statements, key=attrgetter("article")):
        held = packed.setdefault(article, PackedStatements())
        while portion := tuple(islice(of_article, _PORTION)):
            held.extend(portion)
    return dict(packed)


def unpacked_rows(piece: bytes) -> Any:
    """Return the encoded statements of a packed piece.

    Raises ``ValueError``, ``EOFError`` or ``TypeError`` for bytes that are no such piece.
    """
    from marshal import loads
    from zlib import decompress, error

    try:
        return loads(decompress(piece))
    except error as fault:
        raise ValueError(str(fault)) from fault


def _unpacked(piece: bytes) -> tuple[Statement, ...]:
    return decoded(unpacked_rows(piece), tuple[Statement, ...])
