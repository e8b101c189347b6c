"""Define the values that flow from room to room, and one codec for them.

What only parsing and summaries of speakers need is loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from statements_cli.model.evidence import Clue, ClueKind, DayEvidence, Evidence, SpeakerEvidence
from statements_cli.model.values import (
    ACCURATE,
    ARTICLE_KEYS,
    FAST,
    JOINT,
    RECORD_KEYS,
    Act,
    Article,
    Block,
    BlockRole,
    DateBasis,
    Document,
    Kind,
    Metadata,
    ModelName,
    PublishedBasis,
    Span,
    Spans,
    SpeakerType,
    Statement,
    StatementSpans,
)

if TYPE_CHECKING:
    from statements_cli.model.step_results import Attribution, Chain, Resolution, SaidOn, Speaker

__all__ = [
    "ACCURATE",
    "ARTICLE_KEYS",
    "FAST",
    "JOINT",
    "RECORD_KEYS",
    "Act",
    "Article",
    "Attribution",
    "Block",
    "BlockRole",
    "Chain",
    "Clue",
    "ClueKind",
    "DateBasis",
    "DayEvidence",
    "Document",
    "Evidence",
    "Kind",
    "Metadata",
    "ModelName",
    "PublishedBasis",
    "Resolution",
    "SaidOn",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerEvidence",
    "SpeakerType",
    "Statement",
    "StatementSpans",
]


def __getattr__(name: str) -> Any:
    """Return one of the results of steps, which are imported now."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from statements_cli.model import step_results

    return getattr(step_results, name)
