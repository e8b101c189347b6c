"""Source mentions of an article come in, people and bodies go out: who said it, in what role, for whom."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statements_cli.speakers.coreference.resolve import resolve as resolve

__all__ = ["resolve"]


def __getattr__(name: str) -> object:
    """The public function, loaded when it is first asked for: who only folds or looks up names needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from statements_cli.speakers.coreference.resolve import resolve

    return resolve
