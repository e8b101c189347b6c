"""Find the statements whose ids a command names: as arguments, or on standard input."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from statements_cli.cli.answers import matching, statement_with
from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.article_options import CachedArticleOptions, is_path, looks_like_path

if TYPE_CHECKING:
    from statements_cli.cli.session import Session
    from statements_cli.model import Statement
    from statements_cli.store.store import Store

IDS_HELP = "Ids of statements, or their beginnings; - takes them from standard input, one a line."
STDIN = "-"
_LONGEST_LINE = 1_000_000  # characters
_LONGEST_LIST = 200_000_000  # characters of JSON, a hundred thousand records
_NAMED = 5  # ids that aren't there
_SHOWN = 40  # characters of a line that is no id
_ID = re.compile(r"[0-9a-f]{1,64}")


def ids_and_articles(
    first: str, articles: CachedArticleOptions, session: Session
) -> tuple[list[str], CachedArticleOptions]:
    """Return the ids that arguments name, and the articles without them.

    What follows the first id is an id, too, unless it is the path of something or looks like one. A hyphen in place
    of the ids stands for those on standard input: the first word of each line, or the ``id`` of each record.

    Raises ``UsageError`` where the first is a path, and where standard input holds something else than ids.
    """
    following = articles.paths or []
    paths = [word for word in following if is_path(word) or looks_like_path(word)]
    others = [word for word in following if word not in paths]
    if first == STDIN:
        ids = [*_ids_in(session.environment.stdin), *others]
        if not ids:
            session.messages.warn("standard input has no ids")
    else:
        refuse_path(first)
        ids = [first, *others]
    return list(dict.fromkeys(ids)), replace(articles, paths=paths or None)


def is_id(text: str) -> bool:
    """Return whether a text may be the id of a statement, or its beginning."""
    return bool(_ID.fullmatch(text))


def refuse_path(first: str) -> None:
    """Raise ``UsageError`` where an id is a path, or looks like one."""
    if not is_id(first) and first.strip() and (is_path(first) or looks_like_path(first)):
        from shlex import quote

        raise UsageError(
            f"{first} is a path, and the id of a statement is to come first",
            f"See which there are: statements list {quote(first)} --ids",
        )


def _ids_in(stream: TextIO) -> list[str]:
    """Return the ids in a stream.

    One a line, one a JSON Lines record, or those of a JSON list of records.

    Raises ``UsageError`` for other lines: a table, CSV, other JSON over several lines.
    """
    ids: list[str] = []
    for line in _lines_of(stream):
        if not ids and line.lstrip().startswith("["):
            return _ids_of_list(line + stream.read(_LONGEST_LIST), line)
        word = _id_in(line)
        if word and not _ID.fullmatch(word):
            raise _no_ids(line)
        ids += [word] if word else []
    return ids


def _ids_of_list(text: str, line: str) -> list[str]:
    """Return the ids of a JSON list of records.

    Raises ``UsageError``, naming its first line, for anything else.
    """
    try:
        records = json.loads(text)
    except (ValueError, RecursionError):
        raise _no_ids(line) from None
    ids = [str(record.get("id")) if isinstance(record, dict) else "" for record in records]
    if not all(map(_ID.fullmatch, ids)):
        raise _no_ids(line)
    return ids


def _no_ids(line: str) -> UsageError:
    return UsageError(
        f"standard input is no list of ids: it has {_shortened(line.strip())}",
        "Give one a line, as statements list --ids does, or records as JSON",
    )


def _id_in(line: str) -> str:
    """Return the id on a line.

    Its first word, or of a record in JSON that record's; nothing on an empty line.
    """
    words = line.split()
    if not words or not words[0].startswith("{"):
        return words[0] if words else ""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return line
    return str(record.get("id", line)) if isinstance(record, dict) else line


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _lines_of(stream: TextIO) -> Iterator[str]:
    """Yield the lines of a stream.

    Raises ``UsageError`` for one that is longer than that of any table.
    """
    while line := stream.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise UsageError("standard input is no list of ids", "Give one a line, as statements list --ids does")
        yield line


def statements_with(ids: list[str], store: Store, session: Session) -> Iterator[Statement]:
    """Yield the statements of these ids in their order.

    Which aren't there is said on stderr.

    Raises ``UsageError`` for a beginning that several ids have, and for an empty one.
    """
    if len(ids) == 1:
        found = [statement_with(ids[0], store, session)]
    else:
        found = [matching(id, store) for id in ids]
        if missing := [id for id, statement in zip(ids, found, strict=True) if statement is None]:
            _say_missing(missing, len(ids), session)
    yield from (statement for statement in found if statement is not None)


def _say_missing(missing: list[str], asked: int, session: Session) -> None:
    which = ", ".join(missing[:_NAMED]) + (f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else "")
    mend = "name the files or folders that the ids come from" if len(missing) == asked else "see statements list --ids"
    session.messages.warn(f"no statements have ids that begin with {which}; {mend}")
