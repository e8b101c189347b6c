"""Paths come in; an index of their articles in a file, made or brought up to date, goes out."""

from __future__ import annotations

from functools import partial

from statements_cli.cli.exits import FAILED, FOUND, NOTHING
from statements_cli.cli.parameters import CORPUS_PANEL, FILES, JOBS, MESSAGES, PATHS, option
from statements_cli.cli.request import Request, UsageError
from statements_cli.output.messages import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from statements_cli.model import Document
    from statements_cli.pipeline import Attempt
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.index.build import Step

HELP = (
    "An index of articles, in a file: what takes a while to read is then there at once. Given again, it reads "
    "only what is new or changed, and takes out what is gone from these paths; others in it stay."
)
EXAMPLES = (
    "statements index -o news.db",
    "statements index -o news.db -j 2 && statements search dialogue -c news.db",
)
FILE = option("--output -o", str, "The file of the index.", CORPUS_PANEL, "FILE")
PARAMETERS = (PATHS, *FILES, FILE, JOBS, *MESSAGES)


def run(request: Request) -> int:
    """Make an index or bring it up to date; return the exit status."""
    from statements_cli.cli.corpus import Told, bytes_of_stdin
    from statements_cli.store.index.build import Sources, update_index
    from statements_cli.store.index.files import IndexFault
    from statements_cli.store.index.fingerprint import fingerprint

    path = request.options["output"]
    if not path:
        raise UsageError("index needs a file to write", "Name one: statements index PATH -o news.db")
    paths = request.document_paths()
    names = request.names(paths)
    told = Told(request.messages)
    sources = Sources(paths, bytes_of_stdin(request.environment), request.columns(), names)
    work = partial(attempted, names=names)
    try:
        outcome = update_index(
            path,
            sources,
            lambda documents: request.worked(work, documents),
            told.report,
            _progress(request),
            fingerprint(),
        )
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault
    request.messages.end_progress()
    told.sum_up(outcome.documents)
    request.messages.note(
        f"{path}: {counted(outcome.read, 'file')} read, {outcome.unchanged} unchanged, {outcome.gone} gone; "
        f"{counted(outcome.statements, 'statement')} of {counted(outcome.documents, 'document')}"
    )
    if request.messages.failed:
        return FAILED
    return FOUND if outcome.statements else NOTHING


def attempted(document: Document, names: Names | None) -> Attempt:
    """Return what one document holds, or why it can't be parsed."""
    from statements_cli.pipeline import attempt

    return attempt(document, names)


def _progress(request: Request) -> Callable[[Step], None]:
    from time import monotonic

    began = monotonic()

    def show(step: Step) -> None:
        seconds = max(monotonic() - began, 1e-3)
        rate = f"{counted(step.documents, 'document')}, {step.documents / seconds:.0f} a second"
        left = seconds * (step.total - step.done) / step.done if step.done else None
        request.messages.progress(rate if left is None else f"{rate}, {_span(left)} left")

    return show


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
