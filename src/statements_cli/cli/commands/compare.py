"""Compare the versions of an utterance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import filter_of, query_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions, refuse_loose_words
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import OutputOptions, checked_limit, limit_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.statement_ids import is_id
from statements_cli.cli.writing import AnswerWriter
from statements_cli.output.messages import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statements_cli.store.store import Store
    from statements_cli.utterances.versions_compared import Version

EXAMPLES = (
    'statements compare "way out of the crisis"',
    'statements compare "ceasefire" --speaker Trump --json',
    "statements compare $(statements list --distinct --sort reports -q -n 1 --ids)",
)
_GROUPS = 5  # utterances that a query shows unless more are asked for
_SHORTEST_ID = 6  # characters: a shorter beginning of several ids may be a word, too


@command
def run(
    session: Session,
    what: Annotated[
        str, typer.Argument(help="The id of a statement, or its beginning; or words to look for.", metavar="ID|QUERY")
    ],
    *,
    articles: CachedArticleOptions,
    filters: FilterOptions,
    limit: Annotated[int | None, limit_option(str(_GROUPS), "At most so many utterances")] = None,
    output: OutputOptions,
) -> int:
    """The versions of an utterance as articles report it, side by side, with the words in which they differ.

    The fullest version stands whole; the others are set against it: what they lack is struck through, or [-so-], what
    they add is green, or {+so+}. Beside each stand outlet, day, how it is quoted, who relays it, and whether it came
    first. A QUERY shows the utterances that it finds and that have several versions; filters narrow what it finds. In
    JSON each version has an alignment: pairs of "same", "gone" or "new" and words.
    """
    from statements_cli.output.versions import write_versions
    from statements_cli.utterances.versions_compared import COMPARED_KEYS, compared

    writer = AnswerWriter(session, output, filters)
    fields = writer.fields(COMPARED_KEYS)
    most = checked_limit(limit, _GROUPS)
    if not is_id(what):  # before anything is read
        refuse_loose_words(session.command, what, articles)
    store = open_store(session, articles)
    found = _of_id(store, what)
    if found is None:
        refuse_loose_words(session.command, what, articles)
        found = _of_query(store, what, filters, session)
    if not found:
        return writer.nothing()
    if len(found) > (most or len(found)):
        session.messages.note(f"{most} of {len(found)} utterances; -n 0 shows all")
    groups: list[Sequence[Version]] = [compared(store.versions(utterance)) for utterance in found[:most]]
    if writer.format == "table" and not fields and not output.ids:
        write_versions(groups, session.environment)
    else:
        writer.write((version.to_dict() for versions in groups for version in versions), COMPARED_KEYS, fields, None)
    return ExitStatus.FAILED if session.messages.failed else ExitStatus.FOUND


def _of_id(store: Store, id: str) -> list[str] | None:
    """Return the utterance of a statement; None where no id begins so.

    Raises ``UsageError`` where several do.
    """
    held = store.with_id(id)
    utterances = {statement.utterance for statement in held if statement.utterance}
    if len(utterances) > 1 and len(id) < _SHORTEST_ID:
        return None
    if len(utterances) > 1:
        raise UsageError(f"{len(held)} statements have an id that begins with {id}", "Give more of it")
    return list(utterances) or None


def _of_query(store: Store, query: str, filters: FilterOptions, session: Session) -> list[str]:
    """Return the utterances of several versions that a query finds, best first."""
    asked = query_of(query)
    wanted = resolved(asked.narrowing(filter_of(filters, session.messages)), store, session.messages)
    asked = asked._replace(fields=())
    hits = store.search(asked, wanted, limit=None)
    utterances = dict.fromkeys(hit.statement.utterance for hit in hits if hit.statement.utterance)
    several = [utterance for utterance in utterances if len(store.versions(utterance)) > 1]
    if not several:
        found = f"{counted(len(hits), 'statement')} found, none with a second version"
        session.messages.note(found if len(hits) else "no statements found")
    if not len(hits):
        from statements_cli.cli.hints import say_why_nothing

        say_why_nothing(store, asked, wanted, session.messages, query)
    return several
