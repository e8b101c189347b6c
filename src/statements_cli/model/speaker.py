"""Define a speaker across a corpus.

It stands apart from the other values because few calls need it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from statements_cli.model.field_values import SpeakerType


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker across a corpus, with all spellings and its first and last day."""

    speaker: str
    type: SpeakerType | None
    role: str | None
    country: str | None
    statements: int
    first: str | None
    last: str | None
    spellings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the fields by name, with lists as JSON has them."""
        names: tuple[str, ...] = self.__match_args__
        return {name: getattr(self, name) for name in names} | {"spellings": list(self.spellings)}
