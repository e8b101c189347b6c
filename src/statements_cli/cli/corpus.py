"""Options, environment and settings come in; the paths to read, and their documents, go out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from statements_cli.cli.settings import Settings
from statements_cli.model import Document
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages

if TYPE_CHECKING:
    from statements_cli.documents import Notice

_SAMPLES_SAID = (
    "no articles named, so these are the samples that come with statements; "
    "name files or folders, or set STATEMENTS_CORPUS"
)


def corpus_paths(named: Sequence[str], settings: Settings, environment: Environment, messages: Messages) -> list[str]:
    """Return the paths to read: those named, else the environment's, the settings', the samples."""
    if named:
        return list(named)
    variable = environment.variables.get("STATEMENTS_CORPUS", "")
    if paths := [path for path in variable.split(os.pathsep) if path]:
        messages.explain(f"reading what STATEMENTS_CORPUS names: {', '.join(paths)}")
        return paths
    if settings.corpus:
        messages.explain(f"reading what {' and '.join(settings.files)} name: {', '.join(settings.corpus)}")
        return list(settings.corpus)
    messages.warn(_SAMPLES_SAID)
    return [samples_folder()]


def samples_folder() -> str:
    """Return the folder of the sample articles inside the package."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    return os.path.join(package, "samples")  # noqa: PTH118


def names_beside(paths: Sequence[str]) -> str | None:
    """Return the ``names.toml`` in a folder among these paths, or beside a file among them, if any."""
    for path in paths:
        folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
        beside = os.path.join(folder, "names.toml")  # noqa: PTH118
        if path != "-" and os.path.isfile(beside):  # noqa: PTH113
            return beside
    return None


def read_documents(
    paths: Sequence[str],
    environment: Environment,
    messages: Messages,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Document]:
    """Yield the documents that paths name, one at a time; what can't be read is said and passed over.

    ``columns`` says which column or key of a record holds which field.
    """
    from statements_cli.documents import read

    left_out = [0, 0]

    def report(notice: Notice) -> None:
        if notice.detail:
            messages.explain(str(notice))
            return
        left_out[notice.failed] += 1
        if notice.failed:
            messages.error(str(notice), "The rest is read")
        else:
            messages.warn(str(notice))

    number = 0
    for document in read(paths, report=report, stdin=_bytes_of_stdin(environment), columns=columns):
        number += 1
        messages.progress(f"{number} documents")
        yield document
    messages.end_progress()
    if sum(left_out) > 1:
        messages.note(f"{number} documents read; of {sum(left_out)} files or records, {left_out[1]} could not be read")


def _bytes_of_stdin(environment: Environment) -> BinaryIO:
    buffer: BinaryIO | None = getattr(environment.stdin, "buffer", None)
    return buffer if buffer is not None else BytesIO(environment.stdin.read().encode())
