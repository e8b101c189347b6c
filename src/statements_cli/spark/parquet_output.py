"""Write records as Parquet by month said, beside what could not be read.

Spark's own committer writes them.

A task that is lost is done again and nothing of its first attempt counts; the folder of the records is complete
where it holds Spark's mark ``_SUCCESS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from statements_cli.spark.extraction import Extraction

UNKNOWN = "none"
"""The month of what was said at a time unknown, or in a year of which no more is known."""
_MONTH = r"^[0-9]{4}-[0-9]{2}"


class OutputExistsError(Exception):
    """There is something where the output should be."""


class Places(NamedTuple):
    """The folders of the records and of the errors: paths, or addresses that Hadoop knows."""

    records: str
    errors: str

    def check(self, session: SparkSession, *, overwrite: bool) -> None:
        """Remove what is there where it is to be overwritten; raise ``OutputExistsError`` where it isn't."""
        for place in self:
            files, path = _opened(session, place)
            if files.exists(path):
                if not overwrite:
                    raise OutputExistsError(f"{place} is there already")
                files.delete(path, True)


def beside(records: str) -> str:
    """Return the folder ``errors`` beside that of the records."""
    above, slash, _ = records.rstrip("/").rpartition("/")
    return f"{above}{slash}errors"


def write(done: Extraction, places: Places) -> tuple[int, int]:
    """Write the records and, where there are any, the errors.

    Return how many there are of each.
    """
    from pyspark.sql import functions as f

    said = f.col("date")
    month = f.when(said.rlike(_MONTH), f.substring(said, 1, 7)).otherwise(f.lit(UNKNOWN))
    records = done.records.withColumn("month", month)
    in_order = ("month", "date", "path", "id")
    # of spark.sql.shuffle.partitions at most; Spark puts those together that are small
    by_month = records.repartitionByRange(*in_order).sortWithinPartitions(*in_order)
    by_month.write.partitionBy("month").option("compression", "zstd").mode("errorifexists").parquet(places.records)
    faults = done.errors.count()
    if faults:
        done.errors.coalesce(1).sort("path", "error").write.mode("errorifexists").json(places.errors)
    return _written(done.records.sparkSession, places.records), faults


def _written(session: SparkSession, place: str) -> int:
    """Return how many records a folder holds, which the feet of its files say."""
    frame: DataFrame = session.read.option("recursiveFileLookup", "true").parquet(place)
    return int(frame.count())


def _opened(session: SparkSession, place: str) -> tuple[Any, Any]:
    """Return the file system that a place is in, and its path there."""
    context: Any = session.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path(place)
    return path.getFileSystem(context._jsc.hadoopConfiguration()), path
