"""Make an index of articles in a file, bring it up to date, or check it."""

from __future__ import annotations

from functools import partial

from statements_cli.cli.exits import FAILED, FOUND, INTERRUPTED, NOTHING
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
    "statements index -o news.db && statements index --check news.db",
)
FILE = option("--output -o", str, "The file of the index.", CORPUS_PANEL, "FILE")
PRUNE = option(
    "--prune", bool, "Drop files that are no longer found, also those under other paths than these.", CORPUS_PANEL
)
CHECK = option("--check", bool, "Only check an index, whole, against what was kept when it was written.", CORPUS_PANEL)
PARAMETERS = (PATHS, *FILES, FILE, PRUNE, CHECK, JOBS, *MESSAGES)


def run(request: Request) -> int:
    """Make an index, bring it up to date or check it; return the exit status."""
    from statements_cli.cli.corpus import Told, bytes_of_stdin
    from statements_cli.store.index.build import Sources, update_index
    from statements_cli.store.index.files import state_of
    from statements_cli.store.index.fingerprint import fingerprint
    from statements_cli.store.index.index_fault import IndexFault

    if request.options["check"]:
        return _checked(request)
    path = request.options["output"]
    if not path:
        raise UsageError("index needs a file to write", "Name one: statements index PATH -o news.db")
    paths = _paths(request)
    names = request.names(paths)
    told = Told(request.messages)
    sources = Sources(paths, bytes_of_stdin(request.environment), request.columns(), names, request.options["prune"])
    work = partial(attempted, names=names)
    before = state_of(path)
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
    except KeyboardInterrupt:
        kept = f"{path} is whole and new" if state_of(path) != before else f"Nothing was saved; {path} is as it was"
        request.messages.error("interrupted", kept if before else kept.replace("is as it was", "is not there"))
        return INTERRUPTED
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


def _paths(request: Request) -> list[str]:
    """Return the paths to read. Raises ``UsageError`` where only the samples would be, and files are to be dropped."""
    if request.options["prune"] and not request.names_articles():
        raise UsageError(
            "--prune needs the paths that are still there", "Name them: statements index PATH --prune -o news.db"
        )
    return request.document_paths()


def _checked(request: Request) -> int:
    """Check an index; say what is wrong with it, and return the exit status."""
    from statements_cli.store.index.check import faults_in
    from statements_cli.store.index.index_fault import IndexFault

    named = [*request.paths_named(), *filter(None, [request.options["output"]])]
    if len(named) != 1:
        raise UsageError("--check needs one index", "Name it: statements index --check news.db")
    (path,) = named
    faults = 0
    try:
        for fault in faults_in(path):
            faults += 1
            request.messages.error(f"{path}: {fault}")
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault
    if faults:
        request.messages.note(f"{path} is damaged: remove it, then make it anew with statements index")
        return FAILED
    request.messages.note(f"{path} is whole: its pages, rows and words are as they were written")
    return FOUND


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
