"""Read corrected annotations back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.output import OUTPUT_PANEL, OutputOptions
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.model import RECORD_KEYS
from statements_cli.model.codec import record_of
from statements_cli.output.tables.table_columns import SCORES, STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statements_cli.model import Article, Statement
    from statements_cli.output.brat.corrected import AnnotatedDocument
    from statements_cli.pipeline import Parsed
    from statements_cli.store.store import Store

EXAMPLES = (
    "statements export -o to-correct/ --format brat && statements import-brat to-correct/ > corrected.jsonl",
    "statements export -o to-score/ --format brat && statements import-brat to-score/ --score",
)


@command
def run(
    session: Session,
    folder: Annotated[str, typer.Argument(help="A folder that export --format brat has made.", metavar="FOLDER")],
    *,
    score: Annotated[
        bool,
        typer.Option(
            "--score",
            help="How much of what stands in the corrected annotations is found in these texts.",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = False,
    output: OutputOptions,
) -> int:
    """The records of annotations in brat's format, as an annotator has corrected them, a JSON object a line.

    Who said it stands in the note of an attribution (speaker: NAME | date: DAY); without a note it is whom the source
    names. --score reads the texts again and compares: found is the share of the corrected statements that were found,
    speaker the share of these whose speaker is right, not invented the share of what was found that is corrected.
    """
    writer = AnswerWriter(session, output, default="table" if score else "jsonl")
    if score:
        from statements_cli.output.brat.found_scores import SCORE_KEYS

        fields = writer.fields(SCORE_KEYS)
    else:
        fields = writer.fields(RECORD_KEYS)
    documents = _read(folder, session)
    read = _Read(documents, session)
    if score:
        return _score(read, writer, fields)
    written = writer.write(map(record_of, read.corrected()), RECORD_KEYS, fields, STATEMENTS)
    session.environment.stdout.flush()
    if session.messages.failed:
        return ExitStatus.FAILED
    if not written:
        session.messages.note(f"no attributions in the annotations of {folder}")
    return ExitStatus.FOUND if written else ExitStatus.NOTHING


class _Read:
    """The documents of a folder, parsed and resolved across each other, beside their annotations."""

    def __init__(self, documents: list[AnnotatedDocument], session: Session) -> None:
        from statements_cli.store.store import Store

        self.documents = documents
        self._articles: dict[str, tuple[Article, ...]] = {}
        self._session = session
        self.store: Store = Store(self._parsed())

    def _parsed(self) -> Iterator[Parsed]:
        from statements_cli.pipeline import attempt

        for held in self.documents:
            done = attempt(held.document)
            if done.fault is not None:
                self._session.messages.error(f"{done.fault.path}: {done.fault.message}")
            self._articles[held.document.path] = done.parsed.articles
            yield done.parsed

    def found(self, *, all: bool) -> dict[str, list[Statement]]:
        """Return what is found in each document.

        For example: ``all``, or what commands show unless asked for more.
        """
        from statements_cli.query.filters import Filter

        wanted = Filter(acts="any", confidence=0) if all else Filter()
        by_path: dict[str, list[Statement]] = {}
        for statement in self.store.statements(wanted, "article"):
            by_path.setdefault(statement.path, []).append(statement)
        return by_path

    def corrected(self) -> Iterator[Statement]:
        """Yield the corrected statements of all documents."""
        for statements in self.corrected_by_document().values():
            yield from statements

    def corrected_by_document(self) -> dict[str, list[Statement]]:
        """Return the corrected statements of each document."""
        from statements_cli.output.brat.corrected import corrected_statements

        found = self.found(all=True)
        known = [statement for statements in found.values() for statement in statements]
        make = partial(corrected_statements, known=known)
        return {
            held.document.path: list(make(held, self._articles[held.document.path], found.get(held.document.path, ())))
            for held in self.documents
        }


def _read(folder: str, session: Session) -> list[AnnotatedDocument]:
    """Read the pairs of a folder, saying which can't be.

    Raises ``UsageError`` where there are none.
    """
    from statements_cli.output.brat.corrected import BratError, pairs_in, read_pair

    place = Path(folder)
    if not place.is_dir():
        raise UsageError(f"{folder} is no folder", "Name one that statements export --format brat has made")
    texts = pairs_in(place)
    if not texts:
        raise UsageError(f"{folder} holds no text with annotations", "Name one with NAME.txt and NAME.ann")
    documents = []
    for text in texts:
        try:
            documents.append(read_pair(text))
        except BratError as error:
            session.messages.error(str(error), "Mend that file; the others are read")
    return documents


def _score(read: _Read, writer: AnswerWriter, fields: tuple[str, ...]) -> ExitStatus:
    from statements_cli.output.brat.found_scores import SCORE_KEYS, scores

    found, corrected = read.found(all=False), read.corrected_by_document()
    texts = ((one.document.path, one.document.text) for one in read.documents)
    result = scores((text, found.get(path, ()), corrected[path]) for path, text in texts)
    writer.write((one.to_dict() for one in result), SCORE_KEYS, fields, SCORES)
    writer.session.environment.stdout.flush()
    if writer.session.messages.failed:
        return ExitStatus.FAILED
    return ExitStatus.FOUND if any(one.of for one in result) else ExitStatus.NOTHING
