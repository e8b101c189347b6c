"""Write records as Parquet by month said, beside what could not be read.

Spark's own committer writes them.

A task that is lost is done again and nothing of its first attempt counts; the folder of the records is complete
where it holds Spark's mark ``_SUCCESS``. Where all was settled, a list of the files is then written beside it
(``store.shards.settled_parts``), by which an index is made of them without settling it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyspark.sql import SparkSession

    from statements_cli.spark.extraction import Extraction
    from statements_cli.store.shards.settled_parts import ListedFile

UNKNOWN = "none"
"""The month of what was said at a time unknown, or in a year of which no more is known."""
MOST_RECORDS = 500_000
"""Records in one file, some 100 MB: what reads a file as a whole holds as much."""
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


def write(done: Extraction, places: Places, *, settled: bool) -> tuple[int, int]:
    """Write the records and, where there are any, the errors.

    Return how many there are of each. ``settled`` says that the records were settled across all documents.
    """
    from pyspark.sql import Observation
    from pyspark.sql import functions as f

    said = f.col("date")
    month = f.when(said.rlike(_MONTH), f.substring(said, 1, 7)).otherwise(f.lit(UNKNOWN))
    records = done.records.withColumn("month", month)
    in_order = ("month", "date", "path", "id")
    # of spark.sql.shuffle.partitions at most; Spark puts those together that are small
    by_month = records.repartitionByRange(*in_order).sortWithinPartitions(*in_order)
    seen = Observation()
    writer = by_month.observe(seen, f.count(f.lit(1)).alias("records")).write.partitionBy("month")
    writer = writer.option("compression", "zstd").option("maxRecordsPerFile", MOST_RECORDS)
    writer.mode("errorifexists").parquet(places.records)
    faults = done.errors.count()
    if faults:
        done.errors.coalesce(1).sort("path", "error").write.mode("errorifexists").json(places.errors)
    session = done.records.sparkSession
    parts = _parts(session, places.records)
    count = sum(part.records for part in parts)
    if settled and parts and count == seen.get["records"]:  # no file of a lost task was left among them
        _write_list(session, places.records, parts)
    return count, faults


def _parts(session: SparkSession, place: str) -> list[ListedFile]:
    """Return the files that a folder of records holds, by their feet and their bytes."""
    from pyspark.sql import functions as f

    from statements_cli.store.shards.settled_parts import ListedFile

    below = {"recursiveFileLookup": "true", "pathGlobFilter": "*.parquet"}
    files = session.read.format("binaryFile").options(**below).load(place)
    found = files.select("path", "length", f.sha2("content", 256)).collect()
    if not found:  # nothing was said, and without a file Spark knows no columns
        return []
    held = session.read.options(**below).parquet(place).groupBy("_metadata.file_path").count().collect()
    records = {_name(path): number for path, number in held}
    return [ListedFile(_name(path), size, records.get(_name(path), 0), digest) for path, size, digest in found]


def _name(path: str) -> str:
    """Return the place of a file under the folder of the records."""
    from urllib.parse import unquote

    return "/".join(unquote(path).split("/")[-2:])


def _write_list(session: SparkSession, place: str, parts: Iterable[ListedFile]) -> None:
    from statements_cli.store.shards.settled_parts import LIST, list_of

    files, path = _opened(session, f"{place.rstrip('/')}/{LIST}")
    out = files.create(path, True)
    try:
        out.write(bytearray(list_of(parts), "utf-8"))
    finally:
        out.close()


def _opened(session: SparkSession, place: str) -> tuple[Any, Any]:
    """Return the file system that a place is in, and its path there."""
    context: Any = session.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path(place)
    return path.getFileSystem(context._jsc.hadoopConfiguration()), path
