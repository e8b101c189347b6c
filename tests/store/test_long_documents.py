"""Documents of very many statements are stored by portions, and come back as they were given."""

from __future__ import annotations

import pytest

from statements_cli.model import Document, Statement
from statements_cli.pipeline import Parsed, packed_statements, parse
from statements_cli.pipeline.packed_statements import PackedStatements
from statements_cli.query.filters import Filter
from statements_cli.store import Store
from statements_cli.store.tables import packed_documents, rows

SAID = "“We hope that round {} of the talks goes on,” Mao Ning told reporters on Monday.\n\n"
DAY = "BEIJING, May 20, 2025 (Reuters) - The talks begin.\n\n"
TEXT = "".join(map(SAID.format, range(12)))
WANTED = Filter(acts=("any",), confidence=0.0)


def parsed(path: str, text: str, *, packed: bool) -> Parsed:
    """Return a document parsed, its statements packed as those of a very long one are."""
    found = parse(Document(path, text, (path * 64)[:64]))
    if not packed:
        return found
    held = PackedStatements()
    held.extend(found.statements)
    return found._replace(statements=held)


def told(store: Store) -> list[tuple[Statement, object]]:
    """Return all statements with the evidence for them, which doesn't count where they are compared."""
    return [(one, one.evidence) for one in store.statements(WANTED, "article")]


@pytest.mark.parametrize("portion", [1, 5, 12, 1000])
@pytest.mark.parametrize("longest", [0, 10**9])
def test_the_same(monkeypatch: pytest.MonkeyPatch, portion: int, longest: int) -> None:
    """Statements, evidence and articles are the same, however many are held at a time, first, last and between."""
    plain = Store([parsed("a", TEXT, packed=False), parsed("b", DAY + TEXT, packed=False)])
    monkeypatch.setattr(packed_statements, "_PORTION", portion)
    monkeypatch.setattr(packed_documents, "_MANY", portion)
    monkeypatch.setattr(rows, "LONGEST_DECODED", longest)
    packed = Store([parsed("a", TEXT, packed=True), parsed("b", DAY + TEXT, packed=True)])

    assert len(told(plain)) == 24
    assert told(plain) == told(packed)
    assert list(plain.articles()) == list(packed.articles())


def test_evidence_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The evidence of many statements is decoded one by one, and is that of few."""
    document = parsed("a", TEXT, packed=False)
    text = packed_documents.article_text(document.articles[0], document.statements)
    whole = rows.evidence_rows(text)
    monkeypatch.setattr(rows, "LONGEST_DECODED", 10)
    single = rows.evidence_rows(text)

    assert isinstance(whole, list)
    assert not isinstance(single, list)
    assert (whole, len(whole), whole[-1], whole[2:4]) == (list(single), len(single), single[-1], single[2:4])
    assert [] == list(rows.evidence_rows(packed_documents.article_text(document.articles[0], ())))


@pytest.mark.parametrize(("most", "basis"), [(11, None), (12, "inferred")])
def test_what_has_too_many_statements_borrows_no_day(monkeypatch: pytest.MonkeyPatch, most: int, basis: str) -> None:
    """An undated document with more statements than any article has takes no day from another."""
    monkeypatch.setattr(packed_documents, "MOST_STATEMENTS", most)
    dated = "BEIJING, May 20, 2025 (Reuters) - The talks begin.\n\n" + SAID.format(3)
    store = Store([parsed("a", TEXT.replace(" on Monday", ""), packed=False), parsed("b", dated, packed=False)])
    bases = {one.article.path: one.article.published_basis for one in store.articles()}

    assert basis == bases["a"]
