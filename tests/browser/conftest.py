"""A real browser, and reports of made-up statements to open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from statements_cli.model import RECORD_KEYS, Article, Block, Statement, StatementSpans
from statements_cli.output.report.group_rows import group_rows
from statements_cli.output.report.page_rows import Heading, page_rows
from statements_cli.output.report.report_page import report_page
from statements_cli.store.results import Passage
from tools.browser import Window, missing, window

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_NOTHING: dict[str, Any] = dict.fromkeys(RECORD_KEYS) | {"non_answer": False, "via": (), "quotes": ()}


class Person(NamedTuple):
    """Someone made up who speaks, in an outlet made up."""

    name: str
    role: str
    country: str
    outlet: str


PEOPLE = (
    Person("Ada Marlow", "Foreign Minister", "GB", "Daily Gazette"),
    Person("Boris Vane", "Chancellor", "DE", "Evening Post"),
    Person("Chloé Dupré", "Ambassador to the UN", "FR", "Evening Post"),
)
SAYINGS = ("the harbour will open", "tolls must fall", "nobody wants a new wall", "grain ships may pass")
FIRST_DAY = date(2025, 1, 1)


class Reports(NamedTuple):
    """Makes reports in a folder."""

    folder: Path

    def of(self, passages: Iterable[Passage], name: str = "report", **heading: Any) -> Path:
        """Write the report of passages, those of an article in a row."""
        held = list(passages)
        rows = page_rows(held, {one.statement.id: at for at, one in enumerate(held)} if heading.get("ranked") else None)
        head = Heading(heading.pop("title", "Made up"), ("country GB",), "2025-06-01", "0.1.0", **heading)
        path = self.folder / f"{name}.html"
        last = group_rows([one.statement for one in held])
        path.write_text("".join(report_page(head, rows, last)), "utf-8")
        return path


def passage(number: int, text: str | None = None, **given: Any) -> Passage:
    """Return a made-up statement in its passage, by one of ``PEOPLE``, two days after the one before."""
    person = PEOPLE[number % len(PEOPLE)]
    words = text or f"{SAYINGS[number % len(SAYINGS)]}, point {number}"
    outlet = given.get("outlet", person.outlet)
    before, document = "An aside.\n\n", f"An aside.\n\n“{words},” said {person.name}.\n\nThe end."
    start = len(before) + 1
    cue = start + len(words) + 3
    spans = StatementSpans(((start, start + len(words)),), ((cue, cue + 4),), ((cue + 5, cue + 5 + len(person.name)),))
    values = {
        "id": f"{number:04x}{number * 7919 % 65536:04x}",
        "date": (FIRST_DAY + timedelta(2 * number)).isoformat(),
        "date_basis": "stated",
        "speaker": person.name,
        "type": "person",
        "role": person.role,
        "country": person.country,
        "kind": ("direct", "mixed", "indirect")[number % 3],
        "act": "speech",
        "text": words,
        "cue": "said",
        "source": person.name,
        "headline": f"Report {number}",
        "outlet": outlet,
        "published": "2025-01-01",
        "article": f"a{number}",
        "path": f"news/{number}.txt",
        "url": f"https://example.org/{number}",
        "spans": spans,
        "confidence": 0.9,
        "language": "en",
    }
    statement = Statement(**_NOTHING | values | given)
    blocks = tuple(
        Block(span, "paragraph") for span in ((0, 9), (11, len(document) - 10), (len(document) - 8, len(document)))
    )
    article = Article(statement.article, statement.path, (0, len(document)), blocks, language=statement.language)
    return Passage(statement, article, document[11 : len(document) - 10], (11, len(document) - 10), document)


def one_utterance(number: int, *texts: str) -> list[Passage]:
    """Return versions of one utterance in as many outlets."""
    made = [passage(number, text, utterance="u1", outlet=f"Outlet {at}") for at, text in enumerate(texts)]
    return [
        one._replace(statement=replace(one.statement, id=f"ff{at}", article=f"v{at}", path=f"v{at}.txt"))
        for at, one in enumerate(made)
    ]


@pytest.fixture(scope="session")
def made() -> Callable[..., Passage]:
    """What makes a statement in its passage."""
    return passage


@pytest.fixture(scope="session")
def browser() -> Iterator[Window]:
    """One window for all tests, or the reason why there is none."""
    if fault := missing():
        pytest.skip(fault)
    with window() as opened:
        yield opened


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """What writes reports."""
    return Reports(tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="session")
def report(reports: Reports) -> Path:
    """A report of eighty statements over five months, two undated, one known by its month, and an utterance of three."""
    plain = [passage(number) for number in range(75)]
    undated = [passage(number, date=None, date_basis=None) for number in (75, 76)]
    by_month = [passage(77, date="2025-03", date_basis="inferred")]
    fullest = "the harbour at the old mole will open again before the winter"
    versions = one_utterance(78, fullest, "the harbour will reopen before the winter", fullest)
    return reports.of([*plain, *undated, *by_month, *versions])


@pytest.fixture
def opened(browser: Window, report: Path) -> Iterator[Window]:
    """The report, opened at 1280 pixels; at the end nothing stands in the console, and nothing was asked for."""
    browser.look(1280, 900)
    browser.complaints()
    browser.requests()
    browser.open(report)
    yield browser
    assert [] == browser.complaints()
    assert {report.as_uri()} == {address.partition("#")[0] for address in browser.requests()}
