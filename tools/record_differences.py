"""Find what differs between the answers that two installations give to the same command."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

KEYS = ("id", "article", "speaker")  # what identifies a record, a row of articles, a row of speakers
_ONLY_OLD, _ONLY_NEW = "only OLD", "only NEW"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one command wrote and how it ended; ``status`` is -1 where it ran out of time."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: the key of a row, the field, and its two values."""

    key: str
    field: str
    old: str
    new: str


def rows_of(output: str) -> list[dict[str, Any]]:
    """Read a command's output, a JSON array, object or JSON Lines; none where it is neither."""
    try:
        try:
            read = json.loads(output)
        except ValueError:
            read = [json.loads(line) for line in output.splitlines()]
    except ValueError:
        return []
    rows = read if isinstance(read, list) else [read]
    return [row for row in rows if isinstance(row, dict)]


def gathered(
    old: Mapping[str, Answer], new: Mapping[str, Answer], ignored: Iterable[str]
) -> dict[Difference, list[str]]:
    """Return each difference of one corpus with the names of the runs that show it."""
    left_out = tuple(ignored)
    found: dict[Difference, list[str]] = {}
    for name in dict.fromkeys([*old, *new]):
        absent = Answer(0, "", "not run")
        for difference in compare(old.get(name, absent), new.get(name, absent), left_out):
            found.setdefault(difference, []).append(name)
    return found


def compare(old: Answer, new: Answer, ignored: Iterable[str] = ()) -> Iterator[Difference]:
    """Yield the differences of two answers: rows, their order, messages and exit status.

    ``ignored`` names fields of rows, or ``order``, ``stderr``, ``status``.
    """
    left_out = set(ignored)
    for found in _differences(old, new, left_out):
        if found.field not in left_out:
            yield found


def _differences(old: Answer, new: Answer, ignored: set[str]) -> Iterator[Difference]:
    if old.status != new.status:
        yield Difference("", "status", str(old.status), str(new.status))
    if old.err != new.err:
        before, after = Counter(old.err.splitlines()), Counter(new.err.splitlines())
        missing, added = "\n".join((before - after).elements()), "\n".join((after - before).elements())
        yield Difference("", "stderr", missing, added)
    old_rows, new_rows = rows_of(old.out), rows_of(new.out)
    if not old_rows and not new_rows:
        if old.out != new.out:
            yield Difference("", "stdout", old.out, new.out)
        return
    before_by_key, after_by_key = _keyed(old_rows), _keyed(new_rows)
    gone = {key: row for key, row in before_by_key.items() if key not in after_by_key}
    come = {key: row for key, row in after_by_key.items() if key not in before_by_key}
    for key, other in _successors(gone, come).items():
        yield from _fields(f"{key} > {other}", gone.pop(key), come.pop(other), ignored | {"id"})
    yield from (Difference(key, _ONLY_OLD, _summary(row), "") for key, row in gone.items())
    yield from (Difference(key, _ONLY_NEW, "", _summary(row)) for key, row in come.items())
    for key, row in before_by_key.items():
        if key in after_by_key:
            yield from _fields(key, row, after_by_key[key], ignored)
    old_order = [key for key in before_by_key if key in after_by_key]
    new_order = [key for key in after_by_key if key in before_by_key]
    moved = next(((one, other) for one, other in zip(old_order, new_order, strict=True) if one != other), None)
    if moved:
        yield Difference("", "order", *moved)
    if json.dumps(old_rows) == json.dumps(new_rows) and old.out != new.out:
        yield Difference("", "stdout", old.out, new.out)  # the same values, written in another way


def _keyed(rows: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    # the same document may lie in a folder twice, and two speakers may have one name
    keyed: dict[str, dict[str, Any]] = {}
    seen: Counter[str] = Counter()
    for row in rows:
        name = " ".join([str(next((row[key] for key in KEYS if key in row), "")), str(row.get("path") or "")]).strip()
        seen[name] += 1
        keyed[name if seen[name] == 1 else f"{name} #{seen[name]}"] = row
    return keyed


def _successors(gone: Mapping[str, dict[str, Any]], come: Mapping[str, dict[str, Any]]) -> dict[str, str]:
    """Pair records whose contents overlap: one statement whose id changed with its bounds."""
    by_path: dict[object, dict[str, dict[str, Any]]] = {}
    for key, row in come.items():
        by_path.setdefault(row.get("path"), {})[key] = row
    pairs: dict[str, str] = {}
    for key, row in gone.items():
        candidates = by_path.get(row.get("path"), {})
        match = next((other for other, candidate in candidates.items() if _overlap(row, candidate)), None)
        if match is not None:
            pairs[key] = match
            del candidates[match]
    return pairs


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    first, second = ((row.get("spans") or {}).get("content") or [] for row in (one, other))
    return any(a < d and c < b for a, b in first for c, d in second)


def _fields(key: str, old: Mapping[str, Any], new: Mapping[str, Any], ignored: set[str]) -> Iterator[Difference]:
    for field in dict.fromkeys([*old, *new]):
        if field not in ignored and (field in old, old.get(field)) != (field in new, new.get(field)):
            before, after = (_worded(row[field]) if field in row else "no such key" for row in (old, new))
            yield Difference(key, field, before, after)
    if not ignored & {"order", "keys"} and list(old) != list(new) and set(old) == set(new):
        yield Difference(key, "keys", " ".join(old), " ".join(new))


def _worded(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _summary(row: Mapping[str, Any]) -> str:
    values = [row.get("speaker"), row.get("text"), row.get("headline"), row.get("statements")]
    return " | ".join(_worded(value) for value in values if value is not None)
