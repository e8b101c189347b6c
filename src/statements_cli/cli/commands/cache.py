"""Show or clear what is kept of articles that were read."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from statements_cli.cli.completion import one_of
from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session
from statements_cli.output.messages import counted

EXAMPLES = ("statements cache info", "statements cache clear")
_PARTS = ("info", "clear")


@command
def run(
    session: Session,
    what: Annotated[str, typer.Argument(help="info or clear.", metavar="info|clear", autocompletion=one_of(_PARTS))],
) -> int:
    """What was found in articles is kept, so that they need not be read again; so are several indexes joined to one.

    info says where and how much that is, clear removes it. --no-cache does without it for one command,
    STATEMENTS_CACHE_DIR names another folder.
    """
    if what not in _PARTS:
        raise UsageError(f"there is no cache {what}", "Use cache info or cache clear")
    from statements_cli.cli.reading.corpus import cache_folder
    from statements_cli.store.cache.parse_cache import clear, usage
    from statements_cli.store.shards.joined import joined_files, remove_joined

    folder = cache_folder(session.environment.variables)
    if folder is None:
        raise UsageError("there is no folder for a cache", "Name one by STATEMENTS_CACHE_DIR")
    held = (clear if what == "clear" else usage)(folder)
    done = "removed" if what == "clear" else "kept"
    documents = counted(held.documents, "document")
    session.environment.stdout.write(f"{documents}, {_bytes(held.size)} {done}, in {folder}\n")
    joined = joined_files(folder)
    if joined:
        size = remove_joined(folder) if what == "clear" else sum(map(os.path.getsize, joined))
        session.environment.stdout.write(f"{counted(len(joined), 'joined set')} of indexes, {_bytes(size)} {done}\n")
    return ExitStatus.FOUND


def _bytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size} bytes"
