"""Attributions in; the day each was said out, and of an undated article what can be inferred."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statements_cli.dates.from_other_articles import Inference as Inference
    from statements_cli.dates.from_other_articles import infer_across as infer_across
    from statements_cli.dates.from_other_articles import redated as redated
    from statements_cli.dates.from_own_text import infer_published as infer_published
    from statements_cli.dates.said import said_on as said_on
    from statements_cli.transcripts.day import spoken_on as spoken_on

_HOMES = {
    "Inference": "across",
    "infer_across": "across",
    "infer_published": "infer",
    "redated": "across",
    "said_on": "said",
    "spoken_on": "spoken",
}


def __getattr__(name: str) -> object:
    """The public functions, each from the module that is its home, loaded when first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
