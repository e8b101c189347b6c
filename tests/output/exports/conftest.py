"""A few invented articles with what is hard on formats: line ends, marks of all kinds, characters beyond 16 bits."""

from __future__ import annotations

import pytest

from statements_cli.documents import digest
from statements_cli.model import Document
from statements_cli.output.exports.exported import Exported
from statements_cli.pipeline import parse
from statements_cli.query.filters import Filter
from statements_cli.store import Store

HOSTILE = "<script>alert('x')</script> [a](b) **b** | =1+1"
TEXTS = {
    "news/one.txt": (
        "Envoy sees room for talks\n\nTuesday, 20 May 2025\n\n"
        "Foreign Minister Adela Brandt said on Tuesday that the talks would go on 🕊.\n\n"
        "“We are glad,” Brandt said, “that both sides\nare ready to meet.”\n"
    ),
    "news/two.txt": (
        "Mixed signals\r\n\r\nWednesday, 21 May 2025\r\n\r\n"
        "“We are glad that both sides are ready to meet,” Foreign Minister Adela Brandt said.\r\n\r\n"
        f"“It is {HOSTILE} as ever,” spokesman Piet Vos said.\r\n"
    ),
    "=SUM(A1)/.hidden.txt": "Nothing dated\n\n“The plan has failed, and we are sorry,” said Piet Vos.\n",
}


def make_store(texts: dict[str, str]) -> Store:
    """Return a store of texts by path."""
    return Store(parse(Document(path, text, digest(text.encode()))) for path, text in texts.items())


@pytest.fixture(scope="session")
def invented() -> Store:
    """Return the store of the invented articles."""
    return make_store(TEXTS)


@pytest.fixture
def exported(invented: Store) -> Exported:
    """Return all its statements to write."""
    found = invented.statements(Filter(confidence=0), "article")
    return Exported(lambda: iter(found), len(found), invented.text_of)
