"""What is shipped for datasette fits the index: its views, facets, queries and links are there."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from statements_cli.pipeline import attempt
from statements_cli.store.index.build import IndexInputs, update_index

ROOT = Path(__file__).resolve().parents[3]
METADATA: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "metadata.yaml").read_text("utf-8"))
NEWS: dict[str, Any] = METADATA["databases"]["news"]
GIVEN = {"words": "peace AND talks", "speaker": "Mao Ning", "country": "CN"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Open an index of the samples."""
    path = str(tmp_path_factory.mktemp("index") / "news.db")
    update_index(path, IndexInputs([str(ROOT / "seeds")]), lambda some: map(attempt, some), print, lambda _: None, "e")
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


@pytest.mark.parametrize("name", NEWS["tables"])
def test_columns_are_there(index: sqlite3.Connection, name: str) -> None:
    """Every facet, described column, unit and order is of a column that the view has."""
    told = NEWS["tables"][name]
    facets = [one if isinstance(one, str) else next(iter(one.values())) for one in told.get("facets", ())]
    named = {*facets, *told.get("columns", ()), *told.get("units", ()), *filter(None, [told.get("sort_desc")])}
    columns = {row[1] for row in index.execute(f"pragma table_info({name})")}

    assert columns and named <= columns
    assert name == "documents" or facets or "fts_table" in told


@pytest.mark.parametrize("name", NEWS["queries"])
def test_queries_answer(index: sqlite3.Connection, name: str) -> None:
    """Every query answers what it is given, and nothing given is no error."""
    query = NEWS["queries"][name]
    given = {key: GIVEN[key] for key in query.get("params", ())}

    assert set(re.findall(r":(\w+)", query["sql"])) == given.keys()
    assert index.execute(query["sql"], given).fetchall()
    assert isinstance(index.execute(query["sql"], dict.fromkeys(given, "")).fetchall(), list)


def test_links_lead_somewhere() -> None:
    """Every link in a description is to a view or query of the index."""
    text = (ROOT / "docs" / "metadata.yaml").read_text("utf-8")
    links = re.findall(r'href="/news/(\w+)', text)

    assert {"statements", "speakers", "articles", "search"} <= set(links) <= {*NEWS["tables"], *NEWS["queries"]}


def test_foreign_keys_name_their_columns(index: sqlite3.Connection) -> None:
    """Each key says which column it leads to, without which datasette can't show the tables."""
    tables = [name for (name,) in index.execute("select name from sqlite_master where type = 'table'")]
    keys = [row[4] for name in tables for row in index.execute(f"pragma foreign_key_list({name})")]

    assert {"number"} == set(keys)
