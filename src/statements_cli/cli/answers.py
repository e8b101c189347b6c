"""Answer with the statements that a call asks for: what list, search and who-said share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import filter_of, query_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import ListingOptions, OutputOptions, ResultPage
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.model import RECORD_KEYS
from statements_cli.model.codec import record_of
from statements_cli.output.records import HIT_KEYS, REPORTED_HIT_KEYS, hit_row
from statements_cli.query.order import HIT_ORDERS, STATEMENT_ORDERS

if TYPE_CHECKING:
    from statements_cli.model import Statement
    from statements_cli.output.tables.table import Highlights
    from statements_cli.store.results import Found, Hit
    from statements_cli.store.store import Store

_SCREENFUL = 50  # statements that a terminal shows unless more are asked for
_BEST = 20  # hits of a search unless more are asked for
_CANDIDATES = 5  # ids named where several begin alike


class Call(NamedTuple):
    """One call of a command that answers with statements: all its shared options."""

    session: Session
    articles: CachedArticleOptions
    filters: FilterOptions
    listing: ListingOptions
    output: OutputOptions


def list_statements(call: Call, store: Store | None = None, *, distinct: bool = False) -> ExitStatus:
    """List the statements that pass the filters, or one an utterance.

    ``store`` is that asked, where it is open.
    """
    if distinct:
        return _list_utterances(call, store)
    writer = AnswerWriter(call.session, call.output, call.filters)
    sort, page = call.listing.order(STATEMENT_ORDERS), call.listing.page(_SCREENFUL if writer.on_terminal else None)
    fields = writer.fields(RECORD_KEYS)
    wanted = filter_of(call.filters, call.session.messages)
    store = store or open_store(call.session, call.articles)
    wanted = resolved(wanted, store, call.session.messages)
    found = store.statements(wanted, sort, *page, grouped=writer.shows("utterance", fields))
    status = writer.answer(map(record_of, found), found, "statements", RECORD_KEYS, fields)
    if not found.total:
        from statements_cli.cli.hints import say_why_nothing

        say_why_nothing(store, None, wanted, call.session.messages)
    return status


def _list_utterances(call: Call, store: Store | None) -> ExitStatus:
    from statements_cli.output.records import UTTERANCE_KEYS
    from statements_cli.output.tables.table_columns import UTTERANCES
    from statements_cli.query.order import UTTERANCE_ORDERS

    writer = AnswerWriter(call.session, call.output, call.filters)
    sort, page = call.listing.order(UTTERANCE_ORDERS), call.listing.page(_SCREENFUL if writer.on_terminal else None)
    fields = writer.fields(UTTERANCE_KEYS)
    wanted = filter_of(call.filters, call.session.messages)
    store = store or open_store(call.session, call.articles)
    wanted = resolved(wanted, store, call.session.messages)
    found = store.utterances(wanted, sort, *page)
    rows = (reported.to_dict() for reported in found)
    status = writer.answer(rows, found, "utterances", UTTERANCE_KEYS, fields, UTTERANCES)
    if not found.total:
        from statements_cli.cli.hints import say_why_nothing

        say_why_nothing(store, None, wanted, call.session.messages)
    return status


def search_statements(
    call: Call, query: str, *, by_meaning: bool = False, or_speaker: bool = False, distinct: bool = False
) -> ExitStatus:
    """Search the statements that pass the filters.

    ``or_speaker``: of a query that is a speaker's name, list theirs.

    ``distinct`` shows the best hit of each utterance.

    Raises ``UsageError`` for a query that asks nothing, and for ``--semantic`` where its package is missing.
    """
    from statements_cli.cli.hints import say_hints, say_it_is_a_name, speakers_named

    writer = AnswerWriter(call.session, call.output, call.filters)
    sort, page = call.listing.order(HIT_ORDERS), call.listing.page(_BEST)
    fields = writer.fields(REPORTED_HIT_KEYS if distinct else HIT_KEYS)
    asked = query_of(query)
    if by_meaning:
        _check_meaning()
    wanted = asked.narrowing(filter_of(call.filters, call.session.messages))
    asked = asked._replace(fields=())
    store = open_store(call.session, call.articles)
    if or_speaker and (names := speakers_named(store, query)):
        call.session.messages.warn(
            f"{query} is a speaker's name, so this is what {'; '.join(names)} said; "
            f'statements search "{query}" finds who speaks of it'
        )
        theirs = call._replace(filters=replace(call.filters, speaker=list(names)))
        return list_statements(theirs, store, distinct=distinct)
    wanted = resolved(wanted, store, call.session.messages)
    if distinct:
        status, found = _answer_distinct(
            writer, store.search(asked, wanted, sort, None, by_meaning=by_meaning), page, fields
        )
    else:
        found = store.search(asked, wanted, sort, *page, by_meaning=by_meaning)
        status = _answer_hits(writer, found, fields)
    named = not wanted.speakers and say_it_is_a_name(store, query, call.session.messages, found=bool(found.total))
    if not found.total and not named:
        say_hints(store, asked, wanted, call.session.messages)
    return status


def similar_statements(call: Call, id: str) -> ExitStatus:
    """Find what says nearly the same as the statement of this id.

    Raises ``UsageError`` where several statements have an id that begins so.
    """
    writer = AnswerWriter(call.session, call.output, call.filters)
    sort, page = call.listing.order(HIT_ORDERS), call.listing.page(_BEST)
    fields = writer.fields(HIT_KEYS)
    wanted = filter_of(call.filters, call.session.messages)
    store = open_store(call.session, call.articles)
    wanted = resolved(wanted, store, call.session.messages)
    statement = statement_with(id, store, call.session)
    if statement is None:
        return writer.nothing()
    return _answer_hits(writer, store.similar(statement, wanted, sort, *page), fields)


def statement_with(id: str, store: Store, session: Session) -> Statement | None:
    """Return the statement whose id begins so; None, said on stderr, where none has.

    Raises ``UsageError`` where several have.
    """
    if not id.strip():
        raise UsageError("an empty id is no statement's", "Give one that statements list shows, or its beginning")
    statement = matching(id, store)
    if statement is None:
        session.messages.warn(f"no statement has an id that begins with {id}; statements list shows the ids")
    return statement


def matching(id: str, store: Store) -> Statement | None:
    """Return the statement whose id begins so, None where none has.

    Raises ``UsageError`` where several have.
    """
    candidates = store.with_id(id)
    if len(candidates) > 1:
        ids = [statement.id for statement in candidates]
        more = f" and {len(ids) - _CANDIDATES} more" if len(ids) > _CANDIDATES else ""
        raise UsageError(
            f"{len(ids)} statements have an id that begins with {id}",
            f"Give more of it: {', '.join(ids[:_CANDIDATES])}{more}",
        )
    return candidates[0] if candidates else None


def _answer_distinct(
    writer: AnswerWriter, hits: Found[Hit], page: ResultPage, fields: Sequence[str]
) -> tuple[ExitStatus, Found[Any]]:
    """Write the best hit of each utterance; return the status, and what was found."""
    from statements_cli.output.tables.table_columns import REPORTED_HITS
    from statements_cli.store.results import Found
    from statements_cli.store.utterance_queries import distinct_hits

    best = distinct_hits(hits)
    end = None if page.limit is None else page.offset + page.limit
    found = Found(best[page.offset : end], len(best), hits.undated, hits.doubtful, hits.exact, page.offset)
    rows = (one.to_dict() for one in found)
    marks = _highlights(writer, [one.hit for one in found])
    return writer.answer(rows, found, "utterances", REPORTED_HIT_KEYS, fields, REPORTED_HITS, marks), found


def _highlights(writer: AnswerWriter, hits: Iterable[Hit]) -> Highlights | None:
    """Return where a query's words stand in each hit, for a drawn table alone."""
    if not writer.drawn:
        return None
    from statements_cli.query.fulltext.ranking import highlights as spans_of

    return {hit.statement.id: spans_of(hit.statement.text, hit.matched) for hit in hits}


def _answer_hits(writer: AnswerWriter, found: Found[Hit], fields: Sequence[str]) -> ExitStatus:
    from statements_cli.output.tables.table_columns import HITS

    marks = _highlights(writer, found)
    return writer.answer(map(hit_row, found), found, "statements", HIT_KEYS, fields, HITS, marks)


def _check_meaning() -> None:
    from statements_cli.query.fulltext.meaning import MeaningError, require

    try:
        require()
    except MeaningError as error:
        what, _, mend = str(error).partition(". ")
        raise UsageError(what, mend) from error
