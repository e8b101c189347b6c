"""Probabilities of tokens in; the runs of them that are likely enough out."""

from __future__ import annotations

from typing import Any

from statements_cli.attribution.encoder.word_pieces import TokenSpan

LIKELY = 0.12  # from this probability on a word that is no cue is shown to the second head as one without parts
LONGEST = 8  # tokens of a run


def likely_spans(chance: Any) -> list[TokenSpan]:
    """The runs of tokens that are likely enough."""
    found, at = [], 0
    likely = chance >= LIKELY
    while at < len(likely):
        if likely[at]:
            end = at + 1
            while end < len(likely) and likely[end] and end - at < LONGEST:
                end += 1
            found.append((at, end))
            at = end
        else:
            at += 1
    return found
