"""Turn the versions of an utterance into rows that say in which words each differs from the fullest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from statements_cli.model import Statement
from statements_cli.model.signs import gaps_marked
from statements_cli.output.report.page_rows import PageRow
from statements_cli.output.safe import page_text

Change: TypeAlias = tuple[Literal["same", "gone", "new"], str]
"""Words that both versions have, that only the fullest has, or that only the other one has."""

_LEAST_IN_COMMON = 0.3  # share of words; versions that have less are shown whole
_AROUND_WORDS = "\"'“”‘’«»„.,;:!?()[]…—–-"


def group_rows(statements: Iterable[Statement]) -> Iterator[PageRow]:
    """Yield a row for each utterance that two or more of the statements report: the fullest first, then by day."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.utterance is not None:
            groups.setdefault(statement.utterance, []).append(statement)
    for group, several in groups.items():
        if len(several) > 1:
            fullest = max(several, key=_fullness)
            others = sorted((one for one in several if one is not fullest), key=lambda one: (one.date or "~", one.id))
            versions = [{"id": one.id, "changes": changes(fullest, one)} for one in (fullest, *others)]
            yield {"group": page_text(group), "versions": versions}


def changes(fullest: Statement, version: Statement) -> list[Change]:
    """Return in which words a version differs from the fullest one, word by word, whatever their case and marks."""
    whole, words = _words(fullest), _words(version)
    matcher = SequenceMatcher(None, [*map(_plain, whole)], [*map(_plain, words)], autojunk=False)
    if matcher.ratio() < _LEAST_IN_COMMON:
        return [("new", " ".join(words))]
    found: list[Change] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            found.append(("same", " ".join(words[start:end])))
            continue
        if first < last:
            found.append(("gone", " ".join(whole[first:last])))
        if start < end:
            found.append(("new", " ".join(words[start:end])))
    return found


def _words(statement: Statement) -> list[str]:
    return page_text(gaps_marked(statement.text, statement.spans.content)[0]).split()


def _plain(word: str) -> str:
    """Return a word without case and the marks around it; the mark of a gap stays one."""
    return word.strip(_AROUND_WORDS).casefold() or word


def _fullness(statement: Statement) -> tuple[int, int]:
    """Return what the fullest version has the most of, as everywhere: text, then text in quotation marks."""
    return len(statement.text), sum(map(len, statement.quotes))
