"""Source mentions of an article come in, people and bodies go out: who said it, in what role, for whom."""

from statements_cli.speakers.names import Known, Names, NamesError, load_names
from statements_cli.speakers.resolving import resolve

__all__ = ["Known", "Names", "NamesError", "load_names", "resolve"]
