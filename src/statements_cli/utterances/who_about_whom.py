"""Count who speaks about whom.

The people, countries and bodies named in what each speaker said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from statements_cli.speakers.corpus.lookup import members
from statements_cli.speakers.names.folding import fold
from statements_cli.utterances.named_in_text import KnownNames, NamedOne, named_in


class Said(NamedTuple):
    """A text and who said it.

    A speaker's name or a country's code, None where that is unknown.
    """

    speaker: str | None
    text: str


class SpokenAbout(NamedTuple):
    """How many statements of a speaker or country name another."""

    by: str
    """What the speaker is: ``speaker`` or ``country``."""
    speaker: str | None
    about: NamedOne
    statements: int

    def to_dict(self) -> dict[str, Any]:
        """Return who speaks, about whom, what that is, and the number of statements."""
        return dict(zip(matrix_keys(self.by), (self.speaker, *self.about, self.statements), strict=True))


def matrix_keys(by: str) -> tuple[str, ...]:
    """Return the keys of a matrix's rows.

    ``by`` is what speaks, a ``speaker`` or a ``country``.
    """
    return (by, "about", "about_type", "about_country", "statements")


def matrix_of(said: Iterable[Said], known: KnownNames, by: str = "speaker") -> list[SpokenAbout]:
    """Return how many statements of each name whom, the greatest number first.

    A statement counts once for each whom it names. Nobody speaks about themselves: no speaker by name, alone or in a
    pair, and, where countries speak, no country about itself, its leaders or its bodies.
    """
    counts: Counter[tuple[str | None, NamedOne]] = Counter()
    for speaker, text in said:
        for about in named_in(text, known):
            if speaker is None or not _is_self(speaker, about, by):
                counts[speaker, about] += 1
    pairs = [SpokenAbout(by, speaker, about, count) for (speaker, about), count in counts.items()]
    return sorted(pairs, key=lambda one: (one.speaker is None, -one.statements, one.speaker or "", one.about.name))


def _is_self(speaker: str, about: NamedOne, by: str) -> bool:
    if by == "country":
        return speaker == about.country
    return speaker == about.name or fold(about.name) in members(speaker)
