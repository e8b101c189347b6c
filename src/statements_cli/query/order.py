"""Order things by a date, a name or a number."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

STATEMENT_ORDERS = ("date", "speaker", "country", "outlet", "published", "confidence", "text", "article")
UTTERANCE_ORDERS = (*STATEMENT_ORDERS, "reports")
HIT_ORDERS = ("score", *STATEMENT_ORDERS)
SPEAKER_ORDERS = ("statements", "speaker", "type", "role", "country", "first", "last")
COUNT_ORDERS = ("statements", "value")
PERIOD_FIELDS = ("year", "month", "week", "day")
COUNT_FIELDS = ("speaker", "country", "outlet", "kind", "act", "role", "type", *PERIOD_FIELDS)
"""What statements can be counted by."""
ROW_FIELDS = tuple(field for field in COUNT_FIELDS if field not in PERIOD_FIELDS)
"""What the rows of a timeline can be."""
ARTICLE_ORDERS = ("published", "headline", "outlet", "byline", "statements", "path")

_GREATEST_FIRST = frozenset({"date", "published", "first", "last", "confidence", "statements", "score", "reports"})


def check_order(by: str, orders: Sequence[str]) -> None:
    """Raise ``ValueError`` for a key that is not among ``orders``.

    A ``-`` may stand before it.
    """
    if by.removeprefix("-") not in orders:
        raise ValueError(f"nothing can be ordered by {by}. Use one of {', '.join(orders)}")


def check_page(limit: int | None, offset: int) -> int | None:
    """Return where a page ends that begins behind ``offset`` things.

    None is the end of all.

    Raises ``ValueError`` where fewer than none are asked for or passed over.
    """
    if limit is not None and limit < 0:
        raise ValueError(f"a limit of {limit} means nothing. Give a number, or None for all")
    if offset < 0:
        raise ValueError(f"an offset of {offset} means nothing. Give how many to pass over")
    return None if limit is None else min(offset + limit, sys.maxsize)


def ordered(items: Iterable[Item], by: str, value: Callable[[Item, str], object]) -> list[Item]:
    """Return ``items`` stably ordered by the key ``by``, those without a value last.

    Dates and numbers go greatest first, words in alphabetical order; a ``-`` before the key turns
    that round. ``article`` keeps the order in which the statements stand in the documents.
    ``value(item, key)`` gives an item's value, None where it has none.
    """
    key = by.removeprefix("-")
    items = list(items)
    if key == "article":
        return items[::-1] if by.startswith("-") else items
    known = [item for item in items if value(item, key) is not None]
    unknown = [item for item in items if value(item, key) is None]
    turned = by.startswith("-") != (key in _GREATEST_FIRST)
    known.sort(key=lambda item: _comparable(value(item, key)), reverse=turned)
    return known + unknown


def _comparable(value: object) -> tuple[float, str]:
    if isinstance(value, (int, float)):
        return float(value), ""
    return 0.0, str(value).casefold()
