"""Follow a formula through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import filter_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions, refuse_loose_words
from statements_cli.cli.options.filter_options import WHAT_PANEL, WHEN_PANEL, FilterOptions
from statements_cli.cli.options.output import OutputOptions
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.output.messages import counted

if TYPE_CHECKING:
    from statements_cli.query.filters import Filter
    from statements_cli.store.store import Store

EXAMPLES = (
    'statements track "constructive role" --country CN',
    'statements track "only viable way" --speaker "Guo Jiakun" --json',
    'statements track "peace talks" --country CN --between 2025-02 2025-08',
)


@command
def run(
    session: Session,
    words: Annotated[str, typer.Argument(help="The formula to follow.", metavar="WORDS")],
    *,
    articles: CachedArticleOptions,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--between",
            help="Compare the wordings in use on these two days. [default: the first and the last]",
            metavar="DATE DATE",
            show_default=False,
            rich_help_panel=WHEN_PANEL,
        ),
    ] = None,
    matter: Annotated[
        str | None,
        typer.Option(
            "--matter",
            help="What the formula is about, as a query, to tell silence from another subject. "
            "[default: the words of the statements that use it]",
            metavar="QUERY",
            rich_help_panel=WHAT_PANEL,
        ),
    ] = None,
    filters: FilterOptions,
    output: OutputOptions,
) -> int:
    """A formula's first and last use, who used it, its gaps and variants, and what was said since without it.

    The words are found in any form, and variants in which some are synonyms ("only feasible way" for "only viable
    way"), with the words in which they differ. Filters say whose formula it is and when. The answer is what a terminal
    shows, or one JSON object; CSV and other tables have a row for each use.
    """
    from statements_cli.output.formula import write_tracked
    from statements_cli.utterances.formulas import USE_KEYS, tracked
    from statements_cli.utterances.words import placed_stems

    writer = AnswerWriter(session, output, filters)
    fields = writer.fields(USE_KEYS)
    refuse_loose_words(session.command, words, articles)
    if not placed_stems(words):
        said = f"{words} has no word of substance to follow" if words.strip() else "the formula has no words"
        raise UsageError(said, 'Give some: "constructive role"')
    days = _days(between, session)
    store = open_store(session, articles)
    wanted = resolved(filter_of(filters, session.messages), store, session.messages)
    found = tracked(words, store.statements(wanted, grouped=False), days, _on_matter(store, matter, wanted))
    if not found.uses:
        _say_why_not(words, store, wanted, session)
        return writer.nothing()
    if writer.format == "json" and not fields:
        writer.write_object(found.to_dict(), tuple(found.to_dict()))
    elif writer.format == "table" and not fields and not output.ids:
        write_tracked(found, session.environment)
    else:
        writer.write((use.to_dict() for use in found.uses), USE_KEYS, fields, None)
    return ExitStatus.FAILED if session.messages.failed else ExitStatus.FOUND


def _say_why_not(words: str, store: Store, wanted: Filter, session: Session) -> None:
    """Say in how many statements nobody used a formula, and without which filter somebody did."""
    from statements_cli.cli.hints import say_it_is_a_name, say_what_emptied, say_why_nothing
    from statements_cli.utterances.formulas import use_of

    searched = store.statements(wanted, limit=1, grouped=False).total
    if not searched:
        session.messages.note("no statements found")
        say_why_nothing(store, None, wanted, session.messages)
        return
    session.messages.note(f"{words} was not said in {counted(searched, 'statement')}")
    if not wanted.speakers and say_it_is_a_name(store, words, session.messages, found=False):
        return
    say_what_emptied(
        lambda less: sum(use_of(words, one) is not None for one in store.statements(less, grouped=False)),
        wanted,
        session.messages,
        "uses",
    )


def _days(between: tuple[str, str] | None, session: Session) -> tuple[str, str] | None:
    """Return two days as ISO 8601 has them. Raises ``UsageError`` for what is none."""
    if between is None:
        return None
    first, last = (_last_day(day, session) for day in between)
    if first > last:
        raise UsageError(f"{between[0]} is after {between[1]}", "Give the earlier day first")
    return first, last


def _last_day(day: str, session: Session) -> str:
    """Return the last day of what is given, in ISO 8601.

    Raises ``UsageError`` for what is no date.
    """
    try:
        return filter_of(FilterOptions(until=day), session.messages).until or day
    except UsageError as error:
        raise UsageError(error.what.replace("--until", "--between", 1), error.mend) from error


def _on_matter(store: Store, matter: str | None, wanted: Filter) -> frozenset[str] | None:
    """Return the ids of statements that a query finds; None without one."""
    if matter is None:
        return None
    from statements_cli.query.asking import QueryError

    try:
        return frozenset(hit.statement.id for hit in store.search(matter, wanted, limit=None))
    except QueryError as error:
        raise UsageError(str(error), error.mend) from error
