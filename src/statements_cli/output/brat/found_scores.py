"""Score the statements found in texts against corrected annotations: found, speaker, not invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from statements_cli.model import Statement
from statements_cli.output.brat.word_overlap import Words, best_pairs

SCORE_KEYS = ("measure", "right", "of", "share")
_ATTITUDE = "attitude"
_NEAR = 0.3
"""The share of common words from which on a record is about an annotated statement, if not the whole of it."""
_SMALL = frozenset(("the", "a", "an", "of"))


class Score(NamedTuple):
    """How many of a number are right."""

    measure: str
    right: int
    of: int

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers with the share that is right; None of none."""
        share = round(self.right / self.of, 4) if self.of else None
        return {"measure": self.measure, "right": self.right, "of": self.of, "share": share}


def scores(documents: Iterable[tuple[str, Sequence[Statement], Sequence[Statement]]]) -> list[Score]:
    """Return the scores over documents.

    Each its text, the statements found in it, and the corrected ones.

    A corrected statement is found where one found has at least half of the words of both, one to one; the speaker of
    one found is right where both names are one's; one found is not invented where it is about a corrected statement.
    Attitudes count neither as missed nor as invented.
    """
    found = right = wanted_total = kept = told = 0
    for text, records, corrected in documents:
        words = Words(text)
        have = [words.within(one.spans.content) for one in records]
        wanted = [words.within(one.spans.content) for one in corrected]
        pairs = best_pairs(have, wanted)
        touched = {*pairs.values(), *best_pairs(have, wanted, _NEAR).values()}
        for at, statement in enumerate(corrected):
            if statement.act == _ATTITUDE:
                continue
            wanted_total += 1
            if at in pairs and records[pairs[at]].act != _ATTITUDE:
                found += 1
                right += is_same_speaker(records[pairs[at]].speaker, statement.speaker)
        for place, record in enumerate(records):
            if record.act != _ATTITUDE:
                told += 1
                kept += place in touched
    return [Score("found", found, wanted_total), Score("speaker", right, found), Score("not invented", kept, told)]


def is_same_speaker(one: str | None, other: str | None) -> bool:
    """Return whether two names are one speaker's.

    Equal, one within the other, or alike in initial and surname.
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return first == second
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return min(len(first), len(second)) > 1 and first[-1] == second[-1] and first[0][0] == second[0][0]


def _words(name: str | None) -> list[str]:
    from statements_cli.speakers.names.folding import fold
    from statements_cli.speakers.names.name_lexicon import titles

    dropped = _SMALL | {fold(title) for title in titles()}
    words = fold(name or "").split()
    return [word for word in words if word not in dropped] or words
