"""Open the article of a statement."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.answers import statement_with
from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.output import OUTPUT_PANEL
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.statement_ids import refuse_path

if TYPE_CHECKING:
    from statements_cli.model import Statement

_STARTS = 3.0  # seconds in which xdg-open says that no program opens a file; without a desktop it is the program

EXAMPLES = (
    "statements open $(statements search dialogue -q -n 1 --ids) --print",
    "statements open $(statements list -q -n 1 --ids) --file --print",
)


@command
def run(
    session: Session,
    id: Annotated[str, typer.Argument(help="The statement's id, or its beginning.", metavar="ID")],
    *,
    articles: CachedArticleOptions,
    file: Annotated[
        bool,
        typer.Option("--file", help="The file, also where the article has an address.", rich_help_panel=OUTPUT_PANEL),
    ] = False,
    only_print: Annotated[
        bool,
        typer.Option("--print", help="Print the address or path, and open nothing.", rich_help_panel=OUTPUT_PANEL),
    ] = False,
) -> int:
    """Open the article of a statement: at its address, or the file it was read from, in the program for it."""
    refuse_path(id)
    statement = statement_with(id, open_store(session, articles), session)
    if statement is None:
        return ExitStatus.NOTHING
    target = _target(statement, file_wanted=file)
    if only_print:
        session.environment.stdout.write(f"{target}\n")
        return ExitStatus.FOUND
    session.messages.note(f"opening {target}")
    if not _opens(target):
        raise UsageError(f"nothing here opens {target}", "Print it instead: add --print")
    return ExitStatus.FOUND


def _opens(target: str) -> bool:
    """Open an address or file, and return whether a program for it starts.

    Its end isn't waited for.
    """
    if sys.platform in ("darwin", "win32"):
        return not typer.launch(target)
    from subprocess import DEVNULL, Popen
    from threading import Thread

    try:
        opener = Popen(["xdg-open", target], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
    except OSError:
        import webbrowser

        return not os.path.isfile(target) and webbrowser.open(target)  # noqa: PTH113
    end = Thread(target=opener.wait, daemon=True)
    end.start()
    end.join(_STARTS)
    return not opener.returncode


def _target(statement: Statement, *, file_wanted: bool) -> str:
    """Return the address of a statement's article, or its file.

    Raises ``UsageError`` where there is neither.
    """
    url = statement.url or ""
    if url.startswith(("http://", "https://")) and not file_wanted:
        return url
    path = _existing(statement.path or "")
    if path is None:
        raise UsageError(
            f"{statement.path or 'its document'} is no longer there", "Name where it lies now, and make the index again"
        )
    return path


def _existing(path: str) -> str | None:
    """Return the file that a path names.

    Of a document in an archive or a file of records, the one that holds it.
    """
    while path and not os.path.isfile(path):  # noqa: PTH113
        shorter = path[: max(path.rfind("#"), path.rfind("/"), 0)]
        path = "" if os.path.isdir(shorter) else shorter  # noqa: PTH112
    return path or None
