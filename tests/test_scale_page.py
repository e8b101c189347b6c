"""The queries of the page on scale run in DuckDB on records of the sample articles."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = re.findall(r"(?ms)^```sql\n(.*?)^```$", (ROOT / "docs" / "scale.md").read_text("utf-8"))
QUERIES = [block for block in BLOCKS if "records.parquet" in block]  # the others are Spark's: tests/spark


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Parquet file that the page makes, of the sample articles."""
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed: pip install 'statements-cli[parquet]'")
    folder = tmp_path_factory.mktemp("records")
    subprocess.run(
        [sys.executable, "-m", "statements_cli", "export", str(ROOT / "seeds"), "-o", "records.parquet", "-q"],
        cwd=folder,
        check=True,
    )
    return folder


def test_there_are_queries() -> None:
    """Positions by month, who speaks about whom and first use are on the page."""
    assert 4 == len(QUERIES)
    assert 4 == len(BLOCKS) - len(QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_query_finds(query: str, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each query finds something in the records."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    monkeypatch.chdir(records)

    assert duckdb.connect().execute(query).fetchall()
