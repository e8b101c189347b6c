"""Lend the days of dated articles to undated ones, inside a task.

What is compared, and what is made of it, is what an index does (``store.resolution.lent_dates``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from statements_cli.spark.arrow_rows import batches_of, columns, groups_of, rows_of

if TYPE_CHECKING:
    from statements_cli.model import Article, Statement
    from statements_cli.utterances.likeness import ComparedStatement

REPORT = ("number", "id", "article", "speaker", "type", "country", "via", "date", "text")
"""The columns of a statement that ``report`` takes."""
SEEKING = (*REPORT, "dated", "date_basis", "day_evidence", "published", "published_basis", "speaker_key")
"""The columns of the statements that are compared for days."""

_LISTS = ("quotes", "via")


def report(row: dict[str, Any]) -> ComparedStatement:
    """Return a statement as far as versions of utterances are compared."""
    from statements_cli.utterances.grouping import report_of

    return report_of(*(row[name] for name in REPORT))


def pair_columns() -> Any:
    """Return the schema of pairs of versions.

    Of an undated article's statement and a dated one's.
    """
    sides = ("undated", "undated_text", "dated", "dated_text", "date", "date_basis", "published", "published_basis")
    numbers = ("undated_number", "dated_number")
    return columns(**dict.fromkeys(sides, "string"), **dict.fromkeys(numbers, "int64"), day_evidence="binary")


def pairs_in_common(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the versions of utterances in undated and dated articles, speaker by speaker."""
    rows = (row for _, said in groups_of(batches, "speaker_key") for row in _pairs(said))
    return batches_of(rows, pair_columns())


def _pairs(said: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    from statements_cli.utterances.blocking import ComparisonBlock, pairs
    from statements_cli.utterances.likeness import are_one_utterance

    held = {row["number"]: row for row in _first_copies(said)}
    seeking = [report(row) for row in held.values() if not row["dated"]]
    sought = [report(row) for row in held.values() if row["dated"]] if seeking else []
    compared = pairs(ComparisonBlock(seeking, sought))
    for one, other in {(one.number, other.number) for one, other in compared if are_one_utterance(one, other)}:
        undated, dated = held[one], held[other]
        yield {
            **{name: dated[name] for name in ("date", "date_basis", "published", "published_basis")},
            **{"undated": undated["article"], "undated_text": undated["text"], "undated_number": one},
            **{"dated": dated["article"], "dated_text": dated["text"], "dated_number": other},
            "day_evidence": undated["day_evidence"],
        }


def _first_copies(said: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the statements of the first copy of each article.

    Copies of a file are one article under one id.
    """
    from statements_cli.spark.document_rows import document_of

    first: dict[str, int] = {}
    for row in said:
        document = document_of(row["number"])
        first[row["article"]] = min(document, first.get(row["article"], document))
    for row in sorted(said, key=lambda row: int(row["number"])):
        if document_of(row["number"]) == first[row["article"]]:
            yield row


def lent_columns() -> Any:
    """Return the schema of undated articles with the days that they are lent."""
    return columns(article="string", lent="string")


def lent_days(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the day of each undated article whose pairs of versions tell it.

    The pairs stand together by article.
    """
    from statements_cli.dates.from_other_articles import infer_across

    def rows() -> Iterator[dict[str, Any]]:
        for _, found in groups_of(batches, "undated"):
            found.sort(key=lambda row: (row["undated_number"], row["dated_number"]))
            articles = {row["undated"]: _article(row["undated"]) for row in found}
            articles |= {row["dated"]: _article(row["dated"], row) for row in found}
            pairs = [(_undated(row), _dated(row)) for row in found]
            for article, inference in infer_across(articles, pairs).items():
                yield {"article": article, "lent": inference.day}

    return batches_of(rows(), lent_columns())


def _article(id: str, row: dict[str, Any] | None = None) -> Article:
    from statements_cli.model import Article

    said = {} if row is None else {name: row[name] for name in ("published", "published_basis")}
    return Article(id, "", (0, 0), (), **said)


def _undated(row: dict[str, Any]) -> Statement:
    return _statement(row["undated"], row["undated_text"], None, None, row["day_evidence"])


def _dated(row: dict[str, Any]) -> Statement:
    return _statement(row["dated"], row["dated_text"], row["date"], row["date_basis"], None)


def redated_columns() -> Any:
    """Return the schema of the days of statements in articles that were lent one."""
    return columns(number="int64", lent="string", lent_date="string", lent_basis="string")


def redated_statements(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the days of statements, reckoned from the day that their article is ``lent``."""
    from statements_cli.dates.from_other_articles import redated

    def rows() -> Iterator[dict[str, Any]]:
        for row in rows_of(batches):
            own = _statement(row["article"], "", row["date"], row["date_basis"], row["day_evidence"])
            found = redated(own, row["lent"])
            yield {
                **{"number": row["number"], "lent": row["lent"]},
                **{"lent_date": found.date, "lent_basis": found.date_basis},
            }

    return batches_of(rows(), redated_columns())


def _statement(article: str, text: str, date: str | None, basis: Any, evidence: bytes | None) -> Statement:
    """Return as much of a statement as inferring days looks at."""
    from statements_cli.model import RECORD_KEYS, Evidence, Statement
    from statements_cli.spark.statement_rows import unpacked_evidence

    nothing: dict[str, Any] = dict.fromkeys(name for name in RECORD_KEYS if name not in _LISTS)
    said: dict[str, Any] = {"text": text, "date": date, "date_basis": basis, "article": article}
    lists: dict[str, Any] = dict.fromkeys(_LISTS, ())
    day = Evidence(day=unpacked_evidence(evidence))
    return Statement(**nothing | lists | said, evidence=day)
