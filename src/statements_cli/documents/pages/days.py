"""Choose the day published among those that a page states.

Owns htmldate, which is asked where the page's head says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from statements_cli.text.calendar_days import make_day
from statements_cli.text.written_dates import Moment, find_days, parse_moment

_LONGEST = 80
_FIRST_YEAR = 1990


def published_moment(stated: Iterable[str | None]) -> str | None:
    """Return the first readable moment stated, ISO 8601, in the page's own zone.

    Programs often write one moment in UTC here and in the publisher's own zone there; the latter has the
    day that readers saw. Days no page was published on, before 1990, don't count.
    """
    moments = [moment for text in stated if text and (moment := read_moment(text))]
    if not moments:
        return None
    first = moments[0]
    if first.time is None:
        # a day alone may have lost its time on the way; any other form of the same day has more
        first = next((m for m in moments if m.day == first.day and m.time), first)
    instant = _instant(first)
    if first.zone in ("Z", "+00:00") and instant is not None:
        local = (m for m in moments if m.zone not in ("Z", "+00:00", None) and _instant(m) == instant)
        first = next(local, first)
    return first.iso


def read_moment(text: str) -> Moment | None:
    """Return a day, or day and time, as programs write it for programs.

    Also in seconds since 1970.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    if re.fullmatch(r"1\d{9}(?:\d{3})?", text):
        text = datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    elif match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?(Z|[+-]\d\d:?\d\d)?)?", text):
        clock = f"T{match[4]}:{match[5]}{match[6] or ''}" if match[4] else ""
        text = f"{match[1]}-{match[2]}-{match[3]}{clock}"
    else:
        text = re.sub(r"(?<!\s)\s*+\([^()]*+\)$", "", text)  # "GMT+0000 (Coordinated Universal Time)"
        text = re.sub(r"^[A-Z][a-z]{2},? (?=[A-Z][a-z]{2} \d)", "", text)
        text = re.sub(r"\b(?:GMT|UTC)(?=[+-]\d)", "", text)
        text = re.sub(r"\[[\w/+-]+\]$", "", text)  # "+01:00[Europe/London]"
    moment = parse_moment(text)
    if moment is None or not moment.day.complete or (moment.day.year or 0) < _FIRST_YEAR:
        return None
    return moment


def stated_moment(lines: Iterable[str]) -> str | None:
    """Return the day, and time if given, of the first short line with one.

    Of several days on a line the first that isn't said to be that of an update counts.
    """
    updated = None
    for line in lines:
        if len(line) > _LONGEST or not re.search(r"\d{4}", line):
            continue
        at = 0
        for found in find_days(line):
            before, at = line[at : found.span[0]], found.span[1]
            if not found.day.complete or (found.day.year or 0) < _FIRST_YEAR:
                continue
            if not re.search(r"(?i)updat|modif|aktualis|mis à jour|actualiz", before):
                return found.moment.iso
            updated = updated or found.moment.iso
    return updated


def is_eve(shown: str, stated: str) -> bool:
    """Return whether a shown moment is the evening before one stated in UTC.

    West of Greenwich a page's local day ends up to twelve hours after that of UTC.
    """
    if not stated.endswith(("Z", "+00:00")) or "T" not in stated or stated[11:13] >= "12":
        return False
    try:
        day, before = datetime.fromisoformat(stated[:10]), datetime.fromisoformat(shown[:10])
    except ValueError:
        return False
    return day - before == timedelta(days=1)


def told_since(text: str, published: str | None, modified: str | None) -> str | None:
    """Return the first month told in a text from a year after it was published.

    None where it wasn't changed since.

    An explainer that is kept up to date for years has its first day in its head; that a program touched an old page
    doesn't change its text.
    """
    if not published or not modified or int(modified[:4]) <= int(published[:4]):
        return None
    months = (f"{day.year:04d}-{day.month:02d}" for found in find_days(text) if (day := found.day).year and day.month)
    beyond = f"{int(published[:4]) + 1}{published[4:7]}"
    return next((month for month in months if beyond <= month <= modified[:7]), None)


def _instant(moment: Moment) -> datetime | None:
    """Return the minute in UTC; None where time or zone are not known in figures."""
    zone = {"Z": "+00:00"}.get(moment.zone or "", moment.zone or "")
    match = re.fullmatch(r"([+-])(\d\d):?(\d\d)", zone)
    if not match or moment.time is None:
        return None
    ahead = timedelta(hours=int(match[2]), minutes=int(match[3])) * (-1 if match[1] == "-" else 1)
    try:
        return datetime.fromisoformat(f"{moment.day.iso}T{moment.time[:5]}") - ahead
    except (ValueError, OverflowError):
        return None


def guessed_day(tree: Any, url: str | None) -> str | None:
    """Return the day published that htmldate finds in a page's markup and address.

    Its search through running text is left out: it takes the year of a copyright for a day.
    """
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url)
    except Exception:  # a guess: whatever a broken page makes it stumble over, it only finds nothing
        return None
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", found or "")
    day = make_day(*map(int, match.groups())) if match else None
    return day.iso if day else None
