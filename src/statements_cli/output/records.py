"""Turn speakers, articles and search hits into flat rows, a value a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from statements_cli.model import ARTICLE_KEYS as OWN_ARTICLE_KEYS
from statements_cli.model import RECORD_KEYS

if TYPE_CHECKING:
    from statements_cli.model import Article, Speaker
    from statements_cli.store.results import Hit

Row: TypeAlias = Mapping[str, Any]

SPEAKER_KEYS = ("speaker", "type", "role", "country", "statements", "first", "last", "spellings")
ARTICLE_KEYS = (*OWN_ARTICLE_KEYS, "statements")
UTTERANCE_KEYS = (*RECORD_KEYS, "reports")
HIT_KEYS = (*RECORD_KEYS, "score")
REPORTED_HIT_KEYS = (*HIT_KEYS, "reports")
SHOW_KEYS = (*RECORD_KEYS, "passage", "evidence", "text_sha256")


def speaker_row(speaker: Speaker) -> dict[str, Any]:
    """Return the row of a speaker."""
    return speaker.to_dict()


def hit_row(hit: Hit) -> dict[str, Any]:
    """Return a found statement's record with its score, 0 to 100."""
    return hit.to_dict()


def article_row(article: Article, statements: int) -> dict[str, Any]:
    """Return the row of an article with the number of its statements."""
    return article.to_dict() | {"statements": statements}


def picked(row: Row, fields: Sequence[str]) -> dict[str, Any]:
    """Return the named fields of a row in that order."""
    return {key: row[key] for key in fields}


def as_text(value: Any) -> str:
    """Return a value as one cell of text.

    Nothing for null, JSON for lists and objects.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)):
        return str(value).lower()
    from json import dumps

    return dumps(value, ensure_ascii=False)


def as_plain(value: Any) -> str:
    """Return a value as people read it in a column.

    A list's items with semicolons between.
    """
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return as_text(value)
