"""What a call names comes in; an open index, or what parses documents with or without a cache, goes out."""

from __future__ import annotations

from statements_cli.cli.faults import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from statements_cli.model import Document
    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.store import Store


def opened(path: str, options: Mapping[str, Any]) -> Store:
    """Return the index at ``path``. Raises ``UsageError`` for one that can't be read, and for options too late."""
    from statements_cli.store.index.index_fault import IndexFault
    from statements_cli.store.store import Store

    for option in ("names", "map"):
        if options.get(option):
            raise UsageError(
                f"--{option} bears on how articles are read, and {path} holds what was found in them",
                f"Give it when the index is made: statements index PATH -o {path} --{option} ...",
            )
    try:
        return Store.open(path)
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault


def parser(variables: Mapping[str, str], *, cached: bool) -> Callable[[Document, Names | None], Parsed]:
    """Return what parses documents; ``cached``, with the help of what was found in them before."""
    from statements_cli.cli.corpus import cache_folder

    folder = cache_folder(variables) if cached else None
    if folder is None:
        from statements_cli.pipeline import parse

        return parse
    from statements_cli.store.cache.parse_cache import Cache

    return Cache(folder).parse
