"""What tests of indexes in files share: one of some articles, and the folder of these."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import Attempt, Parsed
from statements_cli.store.index.build import IndexInputs, update_index

ARTICLE = (
    "# Talks {0} | Global Times | 2025-05-20\n"
    "2025-05-19 | Speaker Number{0} | CN | speech | Words of number {0} about peace and dialogue\n"
    "- | Vladimir Putin | RU | speech | Russia is ready to work on memorandum {0}\n"
    "# More {0} |  | \n"
    "- | Speaker Number{0} | CN | speech | The words of number {0} about peace and dialogue\n"
)
Update = Callable[..., None]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of five articles with statements, some of whose days others tell."""
    news = tmp_path / "news"
    news.mkdir()
    for number in range(5):
        (news / f"{number}.txt").write_text(ARTICLE.format(number), encoding="utf-8")
    return news


@pytest.fixture
def update(tmp_path: Path, fake_parse: Callable[[Document], Parsed]) -> Update:
    """Make an index of paths, ``x.db`` in the working folder unless named otherwise, or bring it up to date."""

    def make(*paths: Path, name: str = "x.db", prune: bool = False) -> None:
        update_index(
            str(tmp_path / name),
            IndexInputs([str(path) for path in paths], prune=prune),
            lambda documents: (Attempt(fake_parse(document)) for document in documents),
            lambda _: None,
            lambda _: None,
            "e",
        )

    return make


@pytest.fixture
def path(tmp_path: Path, news: Path, update: Update) -> Path:
    """An index of the articles."""
    update(news)
    return tmp_path / "x.db"
