"""Define the values that flow from room to room, and one codec for them.

Each is loaded when it is first asked for: to make the classes of all takes as long as starting Python does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from statements_cli.model.evidence import (
        Clue,
        ClueKind,
        DayEvidence,
        Evidence,
        SpeakerEvidence,
    )
    from statements_cli.model.field_values import (
        ACCURATE,
        FAST,
        JOINT,
        Act,
        BlockRole,
        DateBasis,
        Kind,
        ModelName,
        PublishedBasis,
        Span,
        Spans,
        SpeakerType,
    )
    from statements_cli.model.speaker import Speaker
    from statements_cli.model.step_results import (
        Attribution,
        Chain,
        Resolution,
        SaidOn,
    )
    from statements_cli.model.values import (
        ARTICLE_KEYS,
        RECORD_KEYS,
        Article,
        Block,
        Document,
        Metadata,
        Statement,
        StatementSpans,
    )

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

_HOMES = {
    "evidence": ("Clue", "ClueKind", "DayEvidence", "Evidence", "SpeakerEvidence"),
    "field_values": (
        "ACCURATE",
        "FAST",
        "JOINT",
        "Act",
        "BlockRole",
        "DateBasis",
        "Kind",
        "ModelName",
        "PublishedBasis",
        "Span",
        "Spans",
        "SpeakerType",
    ),
    "speaker": ("Speaker",),
    "step_results": ("Attribution", "Chain", "Resolution", "SaidOn"),
    "values": (
        "ARTICLE_KEYS",
        "RECORD_KEYS",
        "Article",
        "Block",
        "Document",
        "Metadata",
        "Statement",
        "StatementSpans",
    ),
}


def __getattr__(name: str) -> Any:
    """Return a value's type or a constant, its module imported now."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
