"""Define the candidate: a cue with source and content, as spans of tokens."""

from __future__ import annotations

from typing import NamedTuple

from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.model import Clue


class AttributionCandidate(NamedTuple):
    """A finding with its content set straight.

    ``probability`` is that of content and source being right, ``worth`` that of the content alone, no matter who said
    it, and ``either`` that it is one by the notion of news or the corpus's wider one, where both are known.
    """

    cue: tuple[TokenSpan, ...]
    source: tuple[TokenSpan, ...]
    content: tuple[TokenSpan, ...]
    probability: float
    evidence: tuple[Clue, ...] = ()
    worth: float = 1.0
    either: float | None = None
