"""Give the name under which the statements of one speaker stand, however outlets put it."""

from __future__ import annotations

from functools import lru_cache

from statements_cli.speakers.names.folding import fold

# "One White House official" here is "a White House official" there.
_UNNAMING = ("a", "an", "the", "one", "some", "two", "several", "many", "another", "senior", "unnamed", "top")


@lru_cache(maxsize=4096)
def speaker_key(name: str) -> str:
    """Return the folded name for a speaker's statements, without unidentifying words."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _UNNAMING:
        del words[0]
    return " ".join(words)
