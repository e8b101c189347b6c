"""The queries of the page on scale find in Spark SQL what they find in DuckDB."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = re.findall(r"(?ms)^```sql\n(.*?)^```$", (ROOT / "docs" / "scale.md").read_text("utf-8"))
SPARK = [block for block in BLOCKS if "records.parquet" not in block]
DUCKDB = [block for block in BLOCKS if "records.parquet" in block]
# columns that both engines must give alike; of equally frequent values either may be the mode
COMPARED = (("country", "month", "statements", "speakers"), (), (), ())


@pytest.fixture(scope="module")
def records(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the sample articles, as Spark writes them."""
    from statements_cli.spark import extract

    folder = tmp_path_factory.mktemp("records") / "records"
    extract(str(ROOT / "seeds"), spark=spark).write.parquet(str(folder))
    return folder


@pytest.mark.parametrize("at", range(len(SPARK)))
def test_same_rows(at: int, spark: Any, records: Path) -> None:
    """Each query finds something, and the same rows as the query for DuckDB."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    spark.read.parquet(str(records)).createOrReplaceTempView("records")

    found = [row.asDict() for row in spark.sql(SPARK[at].strip().removesuffix(";")).collect()]
    ran = duckdb.connect().execute(DUCKDB[at].replace("records.parquet", f"{records}/*.parquet"))
    names = [column[0] for column in ran.description]
    expected = [dict(zip(names, row, strict=True)) for row in ran.fetchall()]

    wanted = COMPARED[at] or tuple(names)
    assert found
    assert [tuple(row[name] for name in wanted) for row in expected] == [
        tuple(row[name] for name in wanted) for row in found
    ]
