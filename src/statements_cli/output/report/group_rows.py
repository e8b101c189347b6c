"""Turn an utterance's versions into rows of words that differ from the fullest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from statements_cli.output.report.page_rows import PageRow
from statements_cli.output.safe import page_text
from statements_cli.utterances.versions_compared import compared

if TYPE_CHECKING:
    from statements_cli.model import Statement
    from statements_cli.utterances.versions_compared import Version


def group_rows(statements: Iterable[Statement]) -> Iterator[PageRow]:
    """Yield a row for each utterance with several reports, ordered as ``compared`` does."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.utterance is not None:
            groups.setdefault(statement.utterance, []).append(statement)
    for group, several in groups.items():
        if len(several) > 1:
            yield {"group": page_text(group), "versions": [_version_row(one) for one in compared(several)]}


def _version_row(version: Version) -> PageRow:
    """Return the row of a version.

    One that has no word of the fullest is shown by its own words alone.
    """
    alike = any(change.kind == "same" for change in version.changes)
    changes = [(kind, page_text(words)) for kind, words in version.changes if alike or kind != "gone"]
    return {"id": version.statement.id, "first": version.is_first, "changes": changes}
