"""Read what two indexes of the same articles must have in common."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

_STATEMENT = (
    "select d.path, {} from statement s join article a on a.number = s.article join document d on d.number = a.document"
    " join mention m on m.number = s.mention left join speaker p on p.number = m.speaker"
)
ROWS = {
    "records": _STATEMENT.format(
        "s.number, s.id, a.id, s.kind, s.act, s.confidence, s.text, s.quotes, s.cue, s.source, s.via, s.audience,"
        " s.channel, s.spans, s.question, s.asked_by, s.non_answer, s.more"
    ),
    "days": _STATEMENT.format(
        "s.id, s.date, s.date_basis, a.published, a.published_basis, a.dated, a.lent is null, a.own_published"
    ),
    "days of articles alone": "select s.id, l.date, l.date_basis from statement s join lent_date l on statement = number",
    "speakers": _STATEMENT.format("s.id, p.name, p.key, m.type, m.role, m.country"),
    "utterances": _STATEMENT.format("s.id, s.utterance"),
    "documents": "select path, place, digest, url, packed from document where number in (select document from article"
    " join statement s on s.article = article.number)",
    "articles": "select id, headline, byline, language, url, compared from article"
    " where number in (select article from statement)",
}
"""What is compared, and the SQL for it."""
EVERY = ("--act", "any", "--min-confidence", "0")
"""The options that bring every record of an index."""


def rows_of(index: str | Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of an index, in an order that depends on them alone."""
    with closing(sqlite3.connect(index)) as connection:
        return {name: sorted(connection.execute(sql), key=repr) for name, sql in ROWS.items()}
