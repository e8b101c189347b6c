"""Start a session of Spark, with few tasks for a small corpus.

Spark shares rows of one key among 200 tasks wherever nothing else is set, however few the rows are: a minute for five
files. A session that was there before, and whatever number its user has set, are left alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SHUFFLES = "spark.sql.shuffle.partitions"
_OURS = "spark.statements.shuffle.partitions"
"""Holds the number set here, so that another one is known for the user's; "" before one is set."""
_NOTHING = ""
_MOST = 200  # tasks where the corpus is large and the cores are few: Spark's own number


def started_session(master: str | None = None, settings: Mapping[str, str] | None = None) -> SparkSession:
    """Return the session that is there, or make one on this machine.

    Its workers run the Python that asks.
    """
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    is_new = SparkContext._active_spark_context is None
    builder = SparkSession.builder.appName("statements")
    if master:
        builder = builder.master(master)
    for name, value in (settings or {}).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    if is_new:
        session.conf.set(_OURS, _NOTHING)
    return session


def share_shuffles(session: SparkSession, tasks: int) -> None:
    """Give later steps as many tasks as parse a corpus, unless a number is set.

    ``tasks`` is how many parse it, by size and cores. More than Spark's own number are only for as many cores.
    """
    ours = session.conf.get(_OURS, None)
    if ours is None or (session.conf.get(SHUFFLES, None) or _NOTHING) != ours:
        return
    number = str(min(tasks, max(_MOST, session.sparkContext.defaultParallelism)))
    for name in (_OURS, SHUFFLES):
        session.conf.set(name, number)
