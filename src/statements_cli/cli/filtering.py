"""Filter options as typed come in; the filter they mean goes out, and on stderr what was taken for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.cli.faults import UsageError
from statements_cli.query.filters import DEFAULT_CONFIDENCE, Filter

if TYPE_CHECKING:
    from statements_cli.cli.request import Request
    from statements_cli.output.messages import Messages
    from statements_cli.store.store import Store

_NOBODY = "\0"  # no speaker is called so: a name that nobody has lets nothing through


def filter_of(request: Request) -> Filter:
    """Return the filter that the options of a request ask for, speakers as typed.

    Raises ``UsageError`` for a date or language that isn't one, for days that end before they begin and for a
    confidence outside 0 to 1.
    """
    options = request.options
    on = options.get("on") or ()
    since, until = _bounds(options.get("since"), options.get("until"))
    return Filter(
        speakers=tuple(options.get("speaker") or ()),
        roles=tuple(options.get("role") or ()),
        countries=_countries(options.get("country") or ()),
        outlets=tuple(options.get("outlet") or ()),
        kinds=tuple(options.get("kind") or ()),
        types=tuple(options.get("type") or ()),
        acts=request.acts(),
        vias=tuple(options.get("via") or ()),
        languages=_languages(options.get("language") or ()),
        since=since,
        until=until,
        on=tuple(_period("--on", day) for day in on),
        undated=options.get("undated") or False,
        confidence=_confidence(request),
    )


def _countries(given: Sequence[str]) -> tuple[str, ...]:
    if not given:
        return ()
    from statements_cli.query.countries import country_code

    return tuple(map(country_code, given))


def _languages(given: Sequence[str]) -> tuple[str, ...]:
    if not given:
        return ()
    from statements_cli.text.languages import language_code

    codes = []
    for name in given:
        code = language_code(name)
        if code is None:
            raise UsageError(f"--language {name} is no language known", "Give its code of two letters, as fr")
        codes.append(code)
    return tuple(codes)


def _confidence(request: Request) -> float:
    given = request.setting("min_confidence")
    if given is not None and not 0 <= given <= 1:
        raise UsageError(f"--min-confidence {given:g} is not between 0 and 1", "Give it as 0.8")
    return DEFAULT_CONFIDENCE if given is None else float(given)


def _bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    first = _period("--since", since)[0] if since else None
    last = _period("--until", until)[1] if until else None
    if first and last and first > last:
        raise UsageError(f"--since {since} is later than --until {until}", "Change them round")
    return first, last


def _period(option: str, text: str) -> tuple[str, str]:
    from datetime import date

    from statements_cli.query.periods import period

    try:
        return period(text, date.today().isoformat())
    except ValueError as error:
        what, _, mend = str(error).partition(". ")
        raise UsageError(f"{option}: {what}", mend or "Give a day as 2025-05-20") from error


def resolved(wanted: Filter, store: Store, messages: Messages) -> Filter:
    """Return the filter with speakers under the names the store has, saying which were taken or are near."""
    names: list[str] = []
    for name in wanted.speakers:
        found = store.lookup(name)
        if not found.matches:
            nearest = f"; nearest: {'; '.join(found.suggestions)}" if found.suggestions else ""
            messages.warn(f"no speaker is called {name}{nearest}")
        elif not found.exact:
            took = "took it as" if len(found.matches) == 1 else "took all of"
            messages.warn(f"--speaker {name}: {took} {'; '.join(found.matches)}")
        names += found.matches
    return replace(wanted, speakers=tuple(dict.fromkeys(names)) or (_NOBODY,))
