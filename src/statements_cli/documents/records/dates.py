"""Parse the day or moment that a record or feed states."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_EARLIEST, _LATEST = 631_152_000, 4_102_444_800  # seconds: the years 1990 to 2099


def published_moment(value: Any, day_first: bool | None = None) -> str | None:
    """Return an ISO 8601 day, or day and time with zone where given.

    None for what states no day.

    Takes texts of the usual forms (ISO 8601, that of mail, GDELT's ``20250520T101500Z``, written dates),
    seconds or milliseconds since 1970, and dates as Parquet holds them. A day and month that can be read two
    ways is no day, unless ``day_first`` says which comes first.
    """
    if hasattr(value, "isoformat"):
        said = str(value.isoformat())
        return said.removesuffix("T00:00:00")
    if isinstance(value, bool) or value is None:
        return None
    text = " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""
    if not text or len(text) > 80:
        return None
    if match := _iso().match(text):
        day, clock, zone = match.group("day"), match.group("clock"), match.group("zone")
        return _checked(day) and _timed(day, clock, _zone(zone))
    if match := _run_together().fullmatch(text):
        year, month, day, clock, zone = match.groups()
        whole = f"{year}-{month}-{day}"
        return _checked(whole) and _timed(whole, clock and f"{clock[:2]}:{clock[2:4]}:{clock[4:]}", zone or "")
    if match := re.fullmatch(r"(\d{10})(\d{3})?(?:\.\d+)?", text):
        return _from_seconds(int(match[1]))
    return _written(text, day_first)


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(
        r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?"
        r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?!\d)"
    )


@cache
def _run_together() -> re.Pattern[str]:
    return re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?(\d{6}))?(Z)?")


def _timed(day: str, clock: str | None, zone: str) -> str:
    """Return a day with its time, alone where there is none.

    A time that no day has, such as "10:00:90", is none.
    """
    if not clock:
        return day
    from datetime import datetime

    whole = f"{day}T{clock}{zone}"
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return day
    return whole


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return "Z" if zone in ("Z", "UTC", "GMT") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _checked(day: str) -> str | None:
    from statements_cli.text.calendar_days import make_day

    return day if make_day(*map(int, day.split("-"))) else None


def _from_seconds(seconds: int) -> str | None:
    from datetime import UTC, datetime

    if not _EARLIEST <= seconds <= _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


def _written(text: str, day_first: bool | None) -> str | None:
    """Return a date in words or digits, or a mail's.

    For example: "Tue, 20 May 2025 10:00:00 +0800".
    """
    from statements_cli.text.written_dates import find_days, parse_moment

    moment = parse_moment(text, day_first=day_first)
    if moment is None:
        found = next((one for one in find_days(text, day_first=day_first) if one.day.complete), None)
        moment = found.moment if found else None
    return moment.iso if moment else None
