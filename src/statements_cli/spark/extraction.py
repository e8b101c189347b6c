"""Extract statements on Spark.

The records of a corpus that one machine can't read, the same as one would make.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statements_cli.model import FAST, RECORD_KEYS
from statements_cli.spark.sessions import share_shuffles, started_session

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from statements_cli.documents import Notice
    from statements_cli.model import ModelName
    from statements_cli.spark.file_tasks import Files
    from statements_cli.speakers.user_names import Names

Paths: TypeAlias = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
"""A file or folder, or several."""

_HEAD = 200  # rows that say whether days stand before months, as of a table in a file


class Extraction(NamedTuple):
    """The records of a corpus, and what could not be read or parsed.

    The columns of the latter are ``path`` and ``error``.

    ``held`` is what the workers keep on their disks, so that each document is parsed once: statements and faults as
    parsed, and what was made of them on the way to the records. ``close`` lets go of it.
    """

    records: DataFrame
    errors: DataFrame
    held: Sequence[DataFrame]

    def close(self) -> None:
        """Let go of what the workers hold."""
        for frame in self.held:
            frame.unpersist()


class Choices(NamedTuple):
    """What is asked of an extraction, as ``extract`` says."""

    resolve: bool = True
    names: Names | None = None
    columns: Mapping[str, str] | None = None
    model: ModelName = FAST
    max_size: int | None = None
    partitions: int | None = None


def extract(
    frame_or_paths: DataFrame | Paths,
    *,
    resolve: bool = True,
    names: Names | None = None,
    columns: Mapping[str, str] | None = None,
    model: ModelName = FAST,
    max_size: int | None = None,
    partitions: int | None = None,
    spark: SparkSession | None = None,
) -> DataFrame:
    """Return the records of the statements in documents, as a DataFrame of Spark.

    The documents are the rows of a DataFrame with a text column (and title, date, source, author, url, language and
    path, where there are such), or the files under paths that every worker can read: text, JSON Lines, Parquet,
    WARC and all others that ``statements`` reads. With ``resolve`` speakers, days and versions of utterances are
    settled across all documents, as in an index; without it each document is read by itself, as by
    ``statements extract``. ``columns``, ``names``, ``model`` and ``max_size`` (bytes) are those of ``read`` and
    ``parse``; ``partitions`` is the number of tasks that parse. What can't be read is left out:
    ``extraction`` gives it too. Raises ``ValueError`` for a DataFrame without text, ``ImportError`` without the
    extra ``spark``.
    """
    choices = Choices(resolve, names, columns, model, max_size, partitions)
    return extraction(frame_or_paths, choices, spark=spark).records


def extraction(
    frame_or_paths: DataFrame | Paths, choices: Choices | None = None, *, spark: SparkSession | None = None
) -> Extraction:
    """Return the records of documents and what went wrong, as ``extract`` says."""
    choices = choices or Choices()
    from pyspark import StorageLevel
    from pyspark.sql import DataFrame, functions

    from statements_cli.pipeline import require

    require(choices.model)
    faults: list[Notice] = []
    if isinstance(frame_or_paths, DataFrame):
        documents = _of_frame(frame_or_paths, choices)
        session = frame_or_paths.sparkSession
    else:
        session = spark or started_session()
        documents, faults = _of_paths(session, frame_or_paths, choices)
    held: list[DataFrame] = []

    def hold(frame: DataFrame) -> DataFrame:
        held.append(frame.persist(StorageLevel.DISK_ONLY))
        return held[-1]

    parsed = hold(_parsed(documents, choices))
    errors = parsed.where("fault is not null").select(
        functions.col("fault_path").alias("path"), functions.col("fault").alias("error")
    )
    statements = parsed.where("fault is null")
    if choices.resolve:
        from statements_cli.spark.resolution_jobs import resolved

        statements = resolved(statements, choices.names, hold)
    return Extraction(statements.select(*RECORD_KEYS), _with(session, errors, faults), held)


def _of_frame(frame: DataFrame, choices: Choices) -> DataFrame:
    """Return the documents of a DataFrame's rows, shared out to be parsed."""
    from statements_cli.documents.records.column_mapping import day_first_among, is_read_column, no_text_column
    from statements_cli.spark.arrow_rows import spark_type
    from statements_cli.spark.document_rows import RecordReader, document_columns

    if not any(is_read_column(name, choices.columns) for name in frame.columns):
        raise ValueError(f"the DataFrame {no_text_column(frame.columns, choices.columns)}")
    head = (row.asDict(recursive=True) for row in frame.take(_HEAD))
    reader = RecordReader(choices.columns, day_first_among(head, choices.columns))
    documents = frame.mapInArrow(reader.read, spark_type(document_columns()))
    cores = frame.sparkSession.sparkContext.defaultParallelism
    shares = choices.partitions or max(4 * cores, 4 * frame.rdd.getNumPartitions())
    return documents.repartition(shares, "path")


def _of_paths(session: SparkSession, paths: Paths, choices: Choices) -> tuple[DataFrame, list[Notice]]:
    """Return the documents under paths, shared out to be parsed, and what is wrong."""
    from statements_cli.documents.plain import MAX_SIZE
    from statements_cli.spark.arrow_rows import spark_type
    from statements_cli.spark.document_rows import FileReader, document_columns
    from statements_cli.spark.file_tasks import files_under, partitions_for

    named = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    files = files_under(os.fspath(path) for path in named)
    reader = FileReader(choices.columns, choices.max_size or MAX_SIZE)
    documents = _tasks(session, files).mapInArrow(reader.read, spark_type(document_columns()))
    shares = partitions_for(files.found, session.sparkContext.defaultParallelism)
    share_shuffles(session, shares)
    return documents.repartition(choices.partitions or shares, "path"), files.faults


def _tasks(session: SparkSession, files: Files) -> DataFrame:
    """Return a table of a row, and a partition, for each task that reads files."""
    from statements_cli.spark.file_tasks import tasks_of

    rows = [
        ([file.place for file in task], [bytearray(os.fsencode(file.path)) for file in task])
        for task in tasks_of(files.found)
    ]
    shared = session.sparkContext.parallelize(rows, max(len(rows), 1))
    return session.createDataFrame(shared, "places array<bigint>, paths array<binary>", verifySchema=False)


def _parsed(documents: DataFrame, choices: Choices) -> DataFrame:
    from statements_cli.spark.arrow_rows import spark_type, statement_columns
    from statements_cli.spark.statement_rows import Parser

    return documents.mapInArrow(Parser(choices.names, choices.model).parsed, spark_type(statement_columns()))


def _with(session: SparkSession, errors: DataFrame, faults: Iterable[Notice]) -> DataFrame:
    """Return the errors with those that were found before any task began."""
    rows = [(notice.path, notice.message) for notice in faults]
    return errors.union(session.createDataFrame(rows, "path string, error string")) if rows else errors
