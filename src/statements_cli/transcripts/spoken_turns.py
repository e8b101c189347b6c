"""Read the turns of a transcript, and decide which of them ask."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.metadata.outlets import known_outlet
from statements_cli.articles.turns.labels import key_of, kind_of, plain
from statements_cli.model import Span, Spans
from statements_cli.transcripts.stage_notes import said_in

ASKING = 0.5
"""Share of the turns under an unknown label that end in a question, above which it is an asker's."""
HOST = 1 / 3
"""Share of a named speaker's turns that end in a question, from which these are a host's questions."""
LONGEST_QUESTION = 1000
"""Characters of the longest turn that a host only asks in."""
NEAR = 150
"""Characters at a turn's end in which a question mark is looked for."""
_KEPT = 500  # turns that are kept once they have been read


class SpokenTurn(NamedTuple):
    """One turn: label, its words, the pieces said by paragraph, and whether it asks."""

    label: Span
    words: str
    paragraphs: tuple[Spans, ...]
    asks: bool = False


class SpokenTurns(Sequence[SpokenTurn]):
    """The turns of an article in order, each read when it is asked for.

    So a transcript of any length takes little memory beside its blocks.
    """

    __slots__ = ("_asks", "_blocks", "_kept", "_labels", "_text")

    def __init__(self, article_text: ArticleText) -> None:
        self._text, self._blocks = article_text.text, article_text.article.blocks
        self._labels = array("l", [at for at, block in enumerate(self._blocks) if block.role == "label"])
        self._asks = bytearray(len(self._labels))
        self._kept: dict[int, SpokenTurn] = {}
        self._asks = self._that_ask()
        self._kept.clear()

    def __len__(self) -> int:
        return len(self._labels)

    @overload
    def __getitem__(self, at: int) -> SpokenTurn: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[SpokenTurn, ...]: ...
    def __getitem__(self, at: int | slice) -> SpokenTurn | tuple[SpokenTurn, ...]:
        """Return a turn, or those of a slice. Raises ``IndexError`` where there is none."""
        if isinstance(at, slice):
            return tuple([self[one] for one in range(*at.indices(len(self)))])
        if not 0 <= at < len(self):
            raise IndexError(f"there is no turn {at}")
        turn = self._kept.get(at)
        if turn is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            turn = self._kept[at] = self._turn(at)
        return turn

    def __iter__(self) -> Iterator[SpokenTurn]:
        return map(self.__getitem__, range(len(self)))

    def _words(self, at: int) -> str:
        return " ".join(self._text[slice(*self._blocks[self._labels[at]].span)].split())

    def _turn(self, at: int) -> SpokenTurn:
        first = self._labels[at]
        stop = self._labels[at + 1] if at + 1 < len(self._labels) else len(self._blocks)
        speech = [
            self._blocks[number].span for number in range(first + 1, stop) if self._blocks[number].role == "speech"
        ]
        paragraphs = tuple([pieces for span in speech if (pieces := said_in(self._text, *span))])
        return SpokenTurn(self._blocks[first].span, self._words(at), paragraphs, bool(self._asks[at]))

    def _that_ask(self) -> bytearray:
        """Return which turns ask, 1 for each.

        Those of the unnamed, of outlets, of a host whose turns mostly ask.
        """
        ends = bytearray(_ends_asking(self._text, turn) for turn in self)
        counts = Counter(key_of(self._words(at)) for at in range(len(self)))
        asking = Counter(key_of(self._words(at)) for at, asks in enumerate(ends) if asks)
        least = min((asking[key] / count for key, count in counts.items()), default=0.0)
        marked = any(kind_of(self._words(at)) in ("question", "outlet") for at in range(len(self)))
        found = bytearray(len(self))
        for at, asks in enumerate(ends):
            words = self._words(at)
            kind, key = kind_of(words), key_of(words)
            share = asking[key] / counts[key]
            hosts = not marked or kind == "moderator" or outlet_of_label(words) is not None
            host = hosts and asks and share >= HOST and share > 2 * least
            stranger = kind == "unknown" and share > ASKING
            found[at] = host or stranger or kind in ("question", "outlet")
        return found


def read_turns(article_text: ArticleText) -> SpokenTurns:
    """Return the turns of an article that has any, in order, those that ask marked."""
    return SpokenTurns(article_text)


def _ends_asking(text: str, turn: SpokenTurn) -> bool:
    """Return whether a turn, not too long for a question, ends in one."""
    if (
        not turn.paragraphs
        or sum(end - start for pieces in turn.paragraphs for start, end in pieces) > LONGEST_QUESTION
    ):
        return False
    start, end = turn.paragraphs[-1][-1]
    return "?" in text[max(start, end - NEAR) : end]


def outlet_of_label(label: str) -> str | None:
    """Return the outlet that a label is or ends with: "Reuters", "JAKE TAPPER, CNN"."""
    words = plain(label)
    return known_outlet(words) or (known_outlet(words.rpartition(", ")[2].split(" ")[0]) if ", " in words else None)
