"""Tell what a speaker said, or who said something like a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

import typer

from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.article_options import CachedArticleOptions, is_path, refuse_loose_words
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.hit_listing import HitListingOptions
from statements_cli.cli.options.output import DistinctOption, OutputOptions, limit_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session

EXAMPLES = (
    'statements who-said --speaker "Mao Ning"',
    'statements who-said "dialogue and negotiation"',
    'statements who-said "peace treaty" --speaker Putin',
)


@dataclass(slots=True, eq=False, repr=False)
class AnswerListingOptions(HitListingOptions):
    """How many answers are listed, and in which order."""

    limit: Annotated[int | None, limit_option("20 with TEXT, otherwise all, 50 on a terminal")] = None


@command
def run(
    session: Session,
    text: Annotated[str | None, typer.Argument(help="Words like those that were said.", metavar="[TEXT]")] = None,
    *,
    articles: CachedArticleOptions,
    filters: FilterOptions,
    listing: AnswerListingOptions,
    distinct: DistinctOption = False,
    output: OutputOptions,
) -> int:
    """With --speaker: what that speaker said. With TEXT: who said something like it. With both: both.

    Beside --speaker, a TEXT that is the name of a file or folder is read as a path. A TEXT that is a speaker's name and
    nothing else is taken for --speaker, and stderr says so.
    """
    from statements_cli.cli.answers import Call, list_statements, search_statements

    if text and filters.speaker and is_path(text):
        articles = replace(articles, paths=[text, *(articles.paths or ())])
        text = None
    call = Call(session, articles, filters, listing, output)
    if text:
        refuse_loose_words(session.command, text, articles)
        return search_statements(call, text, or_speaker=not filters.speaker, distinct=distinct)
    if not filters.speaker:
        raise UsageError(
            "who-said needs a speaker or a text",
            'Name one: statements who-said --speaker "Mao Ning", or statements who-said "peace talks"',
        )
    return list_statements(call, distinct=distinct)
