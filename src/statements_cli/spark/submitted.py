"""Run extraction on Spark from a command line: ``python -m statements_cli.spark PATHS -o records/``."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import SparkSession

    from statements_cli.spark.extraction import Choices

JAVA = "openjdk-17-jre-headless"
"""The package of Debian and Ubuntu that runs Spark."""
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",  # documents, or records, that a task holds at once
}


class SparkUsageError(Exception):
    """What keeps a job from being started.

    For example: ``what`` is wrong, ``mend`` says what to do about it.
    """

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}. {mend}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Extract the statements of files on Spark, and write them; return the exit status."""
    from statements_cli.cli.errors import ExitStatus

    given = _parser().parse_args(arguments)
    try:
        require_spark()
        choices = _choices(given)
        return _written(_session(given.master), given, choices)
    except SparkUsageError as error:
        _say(str(error))
        return ExitStatus.FAILED


def has_java() -> bool:
    """Return whether there is a Java to start.

    That of ``JAVA_HOME``, or one on the path.
    """
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home) / "bin") if home else None) is not None


def require_spark() -> None:
    """Raise ``SparkUsageError`` where the extra or Java is missing."""
    from importlib import import_module

    try:
        for package in ("pyspark", "pyarrow", "pandas"):
            import_module(package)
    except ImportError as error:
        raise SparkUsageError(
            "extraction on Spark takes the extra spark", "Install it: pip install 'statements-cli[spark]'"
        ) from error
    if not has_java():
        raise SparkUsageError(
            "Spark takes Java 17 or later, and there is no java",
            f"Install it (apt-get install {JAVA}), or set JAVA_HOME",
        )


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End with the exit status of wrong usage, and one line."""
        _say(f"{message}. Try --help")
        sys.exit(2)


def _parser() -> ArgumentParser:
    parser = _Parser(
        prog="python -m statements_cli.spark",
        description="Extract the statements of documents on Spark, and write them as Parquet by month said.",
        epilog="Without --master, or spark-submit's, it runs on all cores of this machine.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="Files and folders that every worker can read.")
    parser.add_argument("-o", "--output", required=True, metavar="FOLDER", help="The folder of the records.")
    parser.add_argument(
        "--errors", metavar="FOLDER", help="The folder of what could not be read (errors, beside the records)."
    )
    parser.add_argument("--overwrite", action="store_true", help="Replace an output that is there.")
    parser.add_argument(
        "--by-document", action="store_true", help="Resolve within documents only, as statements extract does."
    )
    parser.add_argument("--names", metavar="FILE", help="Your own names of speakers (names.toml).")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="Which column holds what.")
    parser.add_argument("--model", default="fast", choices=["fast", "accurate"], help="What finds statements.")
    parser.add_argument("--max-size", type=int, metavar="BYTES", help="The largest document that is read.")
    parser.add_argument("--partitions", type=int, metavar="NUMBER", help="Tasks that parse.")
    parser.add_argument("--master", metavar="WHERE", help="Where to run: local[8], spark://HOST:7077.")
    return parser


def _choices(given: Namespace) -> Choices:
    """Return what the options ask for. Raises ``SparkUsageError`` for what cannot be used."""
    from statements_cli.cli.errors import UsageError
    from statements_cli.cli.options.column_map import columns_of
    from statements_cli.cli.reading.corpus import names_beside
    from statements_cli.pipeline import require
    from statements_cli.spark.extraction import Choices
    from statements_cli.speakers.user_names import NamesError, load_names

    try:
        file = given.names or names_beside(given.paths)
        names = load_names(file) if file else None
        columns = columns_of(given.map)
        require(given.model)
    except UsageError as error:
        raise SparkUsageError(error.what, error.mend) from error
    except (OSError, NamesError) as error:
        raise SparkUsageError(
            f"the names of speakers can't be used ({error})", "Mend that file, or name another"
        ) from error
    except ImportError as error:
        raise SparkUsageError(str(error), "Install it on every worker") from error
    return Choices(not given.by_document, names, columns, given.model, given.max_size, given.partitions)


def _session(master: str | None) -> SparkSession:
    from statements_cli.spark.sessions import started_session

    session = started_session(master, _SETTINGS)
    session.sparkContext.setLogLevel("ERROR")
    return session


def _written(session: SparkSession, given: Namespace, choices: Choices) -> int:
    """Write the records of the files named, report, and return the exit status."""
    from statements_cli.cli.errors import ExitStatus
    from statements_cli.output.messages import counted
    from statements_cli.spark.extraction import extraction
    from statements_cli.spark.parquet_output import OutputExistsError, Places, beside, write

    places = Places(given.output, given.errors or beside(given.output))
    try:
        places.check(session, overwrite=given.overwrite)
    except OutputExistsError as error:
        raise SparkUsageError(str(error), "Name another folder, or add --overwrite to replace it") from error
    done = extraction(given.paths, choices, spark=session)
    count, faults = write(done, places, settled=choices.resolve)
    done.close()
    print(f"{given.output}: {counted(count, 'statement')}", file=sys.stderr)
    if faults:
        _say(f"{faults} of the documents or files could not be read or parsed. {places.errors} says which and why")
        return ExitStatus.FAILED
    return ExitStatus.FOUND if count else ExitStatus.NOTHING


def _say(error: str) -> None:
    print(f"statements: error: {error}", file=sys.stderr)
