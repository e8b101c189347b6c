"""What to do with the cache comes in; what it holds, or held, goes out."""

from __future__ import annotations

from statements_cli.cli.exits import FOUND
from statements_cli.cli.parameters import MESSAGES, argument
from statements_cli.cli.request import Request, UsageError
from statements_cli.output.messages import counted

HELP = (
    "What was found in articles is kept, so that they need not be read again: info says where and how much that "
    "is, clear removes it. --no-cache does without it for one command, STATEMENTS_CACHE_DIR names another folder."
)
EXAMPLES = ("statements cache info", "statements cache clear")
WHAT = argument("what", str, "info or clear.", "info|clear", required=True)
PARAMETERS = (WHAT, *MESSAGES)


def run(request: Request) -> int:
    """Say what the cache holds, or clear it; return the exit status."""
    from statements_cli.cli.corpus import cache_folder
    from statements_cli.store.cache.parse_cache import clear, usage

    what = request.options["what"]
    if what not in ("info", "clear"):
        raise UsageError(f"cache {what} means nothing", "Use statements cache info or statements cache clear")
    folder = cache_folder(request.environment.variables)
    if folder is None:
        raise UsageError("there is no folder for a cache", "Name one by STATEMENTS_CACHE_DIR")
    held = (clear if what == "clear" else usage)(folder)
    done = "removed" if what == "clear" else "kept"
    documents = counted(held.documents, "document")
    request.environment.stdout.write(f"{documents}, {_bytes(held.size)} {done}, in {folder}\n")
    return FOUND


def _bytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size} bytes"
