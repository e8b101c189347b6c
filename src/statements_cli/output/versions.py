"""Write the versions of an utterance side by side, their differences marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from statements_cli.model.signs import gaps_marked
from statements_cli.output.console import write_passage
from statements_cli.output.messages import counted
from statements_cli.output.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statements_cli.output.environment import Environment
    from statements_cli.utterances.versions_compared import Version
    from statements_cli.utterances.word_differences import Change

_STYLES = {"same": "", "gone": "red strike", "new": "green"}
_SIGNS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
_INDENT = 2
_ID = 8  # characters of an id that are shown

Line = tuple[int, list[tuple[str, str]]]


def write_versions(groups: Iterable[Sequence[Version]], environment: Environment) -> None:
    """Write each utterance with its versions: who, when, how many.

    Then the fullest whole, the others against it.

    With colour what a version lacks is struck through in red, what it adds green; without: ``[-gone-]``, ``{+new+}``.
    """
    for at, versions in enumerate(groups):
        lines = [*([(0, [("", "")])] if at else []), *_lines(versions, environment.colored)]
        if environment.stdout_is_terminal or environment.colored:
            write_passage(lines, environment)
        else:
            environment.stdout.writelines("".join(piece for piece, _ in pieces) + "\n" for _, pieces in lines)


def pieces_of(changes: Iterable[Change], *, colored: bool) -> list[tuple[str, str]]:
    """Return changes as pieces of text, each with its style."""
    pieces: list[tuple[str, str]] = []
    for kind, words in changes:
        if pieces:
            pieces.append((" ", ""))
        text = one_line(words)
        pieces.append((text, _STYLES[kind]) if colored else (_SIGNS[kind].format(text), ""))
    return pieces


def _lines(versions: Sequence[Version], colored: bool) -> Iterator[Line]:
    said = versions[0].statement
    about = ", ".join(one_line(part) for part in (said.role, said.country) if part)
    articles = len({version.statement.article for version in versions})
    yield 0, [(one_line(said.speaker or "unknown"), "bold"), (f" ({about})" if about else "", "")]
    days = sorted({version.statement.date for version in versions if version.statement.date})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}" if days else "undated"
    yield 0, [(f"{when}, {counted(len(versions), 'version')} in {counted(articles, 'article')}", "dim")]
    undecided = sum(version.is_first for version in versions) > 1
    for version in versions:
        yield 0, [("", "")]
        yield 0, _facts(version, undecided)
        if version.is_fullest:
            text, _ = gaps_marked(version.statement.text, version.statement.spans.content)
            yield _INDENT, [(" " * _INDENT + one_line(text), "")]
        else:
            yield _INDENT, [(" " * _INDENT, ""), *pieces_of(version.changes, colored=colored)]


def _facts(version: Version, undecided: bool) -> list[tuple[str, str]]:
    one = version.statement
    facts = [one.published[:16].replace("T", " ") if one.published else "undated", one.kind]
    if one.via:
        facts.append("via " + ", ".join(map(one_line, one.via)))
    if version.relays:
        facts.append("relays " + ", ".join(id_[:_ID] for id_ in version.relays))
    marks = ["the fullest"] if version.is_fullest else []
    if version.is_first:
        marks.append("may be the first" if undecided else "the first")
    pieces = [
        (one_line(one.outlet or "unknown outlet"), "bold"),
        (f"  {'  '.join(facts)}  ", ""),
        (one.id[:_ID], "dim"),
    ]
    return [*pieces, (f"  {', '.join(marks)}", "cyan")] if marks else pieces
