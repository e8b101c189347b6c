"""Find the statements whose ids a command names: as arguments, or on standard input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from statements_cli.cli.answers import statement_with
from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.articles import CachedArticleOptions, is_path, looks_like_path

if TYPE_CHECKING:
    from statements_cli.cli.session import Session
    from statements_cli.model import Statement
    from statements_cli.store.store import Store

IDS_HELP = "Ids of statements, or their beginnings; - takes them from standard input, one a line."
STDIN = "-"
_LONGEST_LINE = 1_000_000  # characters


def ids_and_articles(
    first: str, articles: CachedArticleOptions, session: Session
) -> tuple[list[str], CachedArticleOptions]:
    """Return the ids that arguments name, and the articles without them.

    What follows the first id is an id, too, unless it is the path of something or looks like one. A hyphen in place
    of the ids stands for those on standard input: the first word of each line.

    Raises ``UsageError`` where standard input holds no lines.
    """
    following = articles.paths or []
    paths = [word for word in following if is_path(word) or looks_like_path(word)]
    others = [word for word in following if word not in paths]
    if first == STDIN:
        lines = (line.split() for line in _lines_of(session.environment.stdin))
        ids = [*(words[0] for words in lines if words), *others]
    else:
        ids = [first, *others]
    return list(dict.fromkeys(ids)), replace(articles, paths=paths or None)


def _lines_of(stream: TextIO) -> Iterator[str]:
    """Yield the lines of a stream. Raises ``UsageError`` for one that is longer than that of any table."""
    while line := stream.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise UsageError("standard input is no list of ids", "Give one a line, as statements list --ids does")
        yield line


def statements_with(ids: list[str], store: Store, session: Session) -> Iterator[Statement]:
    """Yield the statements of these ids in their order; what isn't there is said on stderr.

    Raises ``UsageError`` for a beginning that several ids have.
    """
    for id in ids:
        statement = statement_with(id, store, session)
        if statement is not None:
            yield statement
