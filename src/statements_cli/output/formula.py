"""Write a formula through time for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statements_cli.output.console import write_passage
from statements_cli.output.messages import counted
from statements_cli.output.safe import one_line
from statements_cli.output.versions import Line, pieces_of
from statements_cli.utterances.word_differences import word_changes

if TYPE_CHECKING:
    from statements_cli.output.environment import Environment
    from statements_cli.utterances.formulas import Tracked, Variant

_GAPS = 3  # that are shown, the longest
_SINCE = 5  # statements without the formula that are shown
_MARGIN = 2
_ID = 8  # characters of an id that are shown


def write_tracked(found: Tracked, environment: Environment) -> None:
    """Write a formula's first and last use, users, variants, gaps, and statements without it."""
    lines = list(_lines(found, environment.colored))
    if environment.stdout_is_terminal or environment.colored:
        write_passage(lines, environment)
    else:
        environment.stdout.writelines("".join(piece for piece, _ in pieces) + "\n" for _, pieces in lines)


def _lines(found: Tracked, colored: bool) -> Iterator[Line]:
    dated = found.dated
    yield 0, [(one_line(found.formula), "bold"), (f"  {counted(len(found.uses), 'use')}", "")]
    if dated:
        for title, use in (("first", dated[0]), ("last", dated[-1])):
            one = use.statement
            yield _fact(title, f"{one.date}  {one.speaker or 'unknown'}, {one.outlet or 'unknown outlet'}", one.id)
    if undated := len(found.uses) - len(dated):
        yield _fact("undated", counted(undated, "use"))
    yield from _heading("Who used it")
    for user in found.speakers:
        yield _fact(user.speaker or "unknown", f"{counted(user.uses, 'use')}, {_span(user.first, user.last)}")
    yield from _heading("Variants, as they came")
    for variant in found.variants:
        yield _variant(variant, found.formula, colored)
    if found.before and found.after and found.before.id != found.after.id:
        yield from _heading(f"From {found.before.date} to {found.after.date}")
        changes = found.differences
        same = all(change.kind == "same" for change in changes)
        yield (
            _MARGIN,
            [(" " * _MARGIN, ""), *pieces_of(changes, colored=colored), ("  unchanged" if same else "", "dim")],
        )
    if found.gaps:
        yield from _heading("Longest gaps")
        for gap in found.gaps[:_GAPS]:
            yield _fact(counted(gap.days, "day"), f"between {gap.after} and {gap.before}")
    if dated:
        yield from _silence(found)


def _silence(found: Tracked) -> Iterator[Line]:
    last = found.dated[-1].statement.date
    yield from _heading("Since")
    on_matter = counted(len(found.since), "statement")
    yield _MARGIN, [(f"{' ' * _MARGIN}last said on {last}; {on_matter} on the matter since without it", "")]
    for one in found.since[-_SINCE:]:
        yield _fact(one.date or "", f"{one.speaker or 'unknown'}: {one.text}", one.id)


def _variant(variant: Variant, formula: str, colored: bool) -> Line:
    about = f"  {counted(variant.uses, 'use')}, {_span(variant.first, variant.last)}, {', '.join(variant.speakers)}"
    pieces = pieces_of(word_changes(formula, variant.wording), colored=colored)
    return _MARGIN, [(" " * _MARGIN, ""), *pieces, (one_line(about), "dim")]


def _span(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "undated"
    return first if first == last else f"{first} to {last}"


def _heading(title: str) -> Iterator[Line]:
    yield 0, [("", "")]
    yield 0, [(title, "bold")]


def _fact(title: str, words: str, id: str = "") -> Line:
    margin = " " * _MARGIN
    return _MARGIN, [
        (f"{margin}{one_line(title)}  ", "bold"),
        (one_line(words), ""),
        (f"  {id[:_ID]}" if id else "", "dim"),
    ]
