"""A folder for brat of invented articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements_cli.documents import digest
from statements_cli.model import Document
from statements_cli.output.brat.brat_folder import write_brat
from statements_cli.output.exports.exported import Exported
from statements_cli.pipeline import parse
from statements_cli.query.filters import Filter
from statements_cli.store import Store

TEXTS = {
    "news/one.txt": (
        "Envoy sees room for talks\n\nTuesday, 20 May 2025\n\n"
        "Foreign Minister Adela Brandt said on Tuesday that the talks would go on 🕊.\n\n"
        "“We are glad,” Brandt said, “that both sides\nare ready to meet.”\n"
    ),
    "other/ONE.html": (
        "Mixed signals\r\n\r\nWednesday, 21 May 2025\r\n\r\n"
        "“We are glad that both sides are ready to meet,” Foreign Minister Adela Brandt said.\r\n\r\n"
        "“It is as hope\u00adless\u202e as \0ever,” spokesman Piet Vos said.\r\n"
    ),
    "silent.txt": "The weather\n\nIt rained all day in the valley and nobody spoke.\n",
}


@pytest.fixture(scope="session")
def invented() -> Store:
    """Return the store of the invented articles."""
    return Store(parse(Document(path, text, digest(text.encode()))) for path, text in TEXTS.items())


@pytest.fixture
def folder(invented: Store, tmp_path: Path) -> Path:
    """Return a folder that their statements were written into."""
    found = invented.statements(Filter(confidence=0), "article")
    exported = Exported(lambda: iter(found), len(found), invented.text_of)
    path = tmp_path / "to-correct"
    path.mkdir()
    assert 3 == write_brat(exported, path, invented.documents())
    return path
