"""Source mentions of an article come in, people and bodies go out: who said it, in what role, for whom."""

from statements_cli.speakers.resolving import resolve

__all__ = ["resolve"]
