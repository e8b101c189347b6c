"""Short articles are the same each time, in all languages and formats, and about as long as asked for."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.short_articles import short_articles, write_short_articles
from statements_cli.documents import read
from statements_cli.text.languages import language_of

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(("characters", "most"), [(1, 1000), (600, 1600)])
def test_length(characters: int, most: int) -> None:
    """An article has as many characters as asked for, and no more than to the end of a sentence."""
    articles = list(islice(short_articles(SEEDS, characters), 60))

    assert articles == list(islice(short_articles(SEEDS, characters), 60))
    assert len(set(articles)) == len(articles)
    assert all(characters <= len(one) <= most for one in articles)


def test_languages() -> None:
    """Most articles are English, and there are some in each other language that has wordings."""
    told = Counter(map(language_of, islice(short_articles(SEEDS, 600), 120)))

    assert {"en", "fr", "de", "es", "ru", "uk", "zh"} <= told.keys()
    assert told["en"] > 60


def test_formats(tmp_path: Path) -> None:
    """Every article is read back from its file, a quarter of them from one."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    write_short_articles(tmp_path / "all", SEEDS, 80, 100)
    found = [one.path.partition("#")[0] for one in read([str(tmp_path / "all")], report=print)]

    assert 80 == len(found)
    assert 20 == sum(path.endswith("big.jsonl") for path in found)
    assert {".jsonl", ".txt", ".md", ".html", ".json", ".gz"} <= {Path(path).suffix for path in found}
