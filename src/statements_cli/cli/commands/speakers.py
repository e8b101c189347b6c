"""List speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from statements_cli.cli.filtering import filter_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import ListingOptions, OutputOptions, limit_option, sort_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.query.order import SPEAKER_ORDERS

EXAMPLES = (
    "statements speakers",
    "statements speakers --country CN --type person",
    "statements speakers --sort speaker --format csv",
)


@dataclass(slots=True, eq=False, repr=False)
class SpeakerListingOptions(ListingOptions):
    """How many speakers are listed, and in which order."""

    limit: Annotated[int | None, limit_option("all")] = None
    sort: Annotated[str | None, sort_option(SPEAKER_ORDERS)] = None


@command
def run(
    session: Session,
    articles: CachedArticleOptions,
    filters: FilterOptions,
    listing: SpeakerListingOptions,
    output: OutputOptions,
) -> int:
    """Speakers with role, country, number of statements, first and last day, and the spellings seen."""
    from statements_cli.output.records import SPEAKER_KEYS, speaker_row
    from statements_cli.output.tables.table_columns import SPEAKERS

    writer = AnswerWriter(session, output, filters)
    sort, page = listing.order(SPEAKER_ORDERS), listing.page()
    fields = writer.fields(SPEAKER_KEYS)
    wanted = filter_of(filters, session.messages)
    store = open_store(session, articles)
    wanted = resolved(wanted, store, session.messages)
    found = store.speakers(wanted, sort, *page)
    status = writer.answer(map(speaker_row, found), found, "speakers", SPEAKER_KEYS, fields, SPEAKERS)
    if not found.total:
        from statements_cli.cli.hints import say_what_emptied

        say_what_emptied(lambda less: store.speakers(less, limit=1).total, wanted, session.messages, "speakers")
    return status
