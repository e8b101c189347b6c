"""Store articles, speakers and statements, and answer questions about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from statements_cli.store.store import Store as Store

__all__ = ["Store"]


def __getattr__(name: str) -> Any:
    if name == "Store":
        from statements_cli.store.store import Store

        return Store
    raise AttributeError(name)
