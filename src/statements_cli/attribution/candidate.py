"""The value that passes between finding and judging: a cue with its source and content, as spans of tokens."""

from __future__ import annotations

from statements_cli.attribution.labeller import TokenSpan
from statements_cli.values import NamedTuple


class Candidate(NamedTuple):
    """A finding with its content set straight and the probability that it is right."""

    cue: tuple[TokenSpan, ...]
    source: tuple[TokenSpan, ...]
    content: tuple[TokenSpan, ...]
    probability: float
    notes: tuple[str, ...] = ()
