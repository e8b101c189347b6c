"""How many tasks a step has follows the corpus, where nobody has set another number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from statements_cli.spark.sessions import SHUFFLES, share_shuffles, started_session


@pytest.fixture
def unset(spark: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A session as one that was made here, where no number is set; the other one stands for it again after the test."""
    from pyspark.sql import SparkSession

    session = spark.newSession()
    session.conf.unset(SHUFFLES)
    monkeypatch.setattr(SparkSession.Builder, "getOrCreate", lambda _: session)
    yield session
    monkeypatch.undo()
    assert spark is SparkSession.builder.getOrCreate()


def made_here(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Start a session where none was there before."""
    from pyspark import SparkContext

    with monkeypatch.context() as patch:
        patch.setattr(SparkContext, "_active_spark_context", None)
        return started_session()


@pytest.mark.parametrize(("tasks", "number"), [(8, "8"), (199, "199"), (200, "200"), (20_000, "200")])
def test_steps_have_the_tasks_of_the_corpus(
    unset: Any, monkeypatch: pytest.MonkeyPatch, tasks: int, number: str
) -> None:
    """A small corpus has few, a large one those of Spark; a later corpus in the same session has its own."""
    session = made_here(monkeypatch)
    share_shuffles(session, tasks)
    found = session.conf.get(SHUFFLES)
    share_shuffles(session, 12)

    assert unset is session
    assert (number, "12") == (found, session.conf.get(SHUFFLES))


@pytest.mark.usefixtures("unset")
def test_more_cores_have_more_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """With more cores than Spark's number each of them has a task."""
    session = made_here(monkeypatch)
    monkeypatch.setattr(type(session.sparkContext), "defaultParallelism", 500)
    share_shuffles(session, 20_000)

    assert "500" == session.conf.get(SHUFFLES)


def test_a_number_that_is_given_stays(unset: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither one that was there from the start nor one set later on is changed."""
    unset.conf.set(SHUFFLES, "200")
    session = made_here(monkeypatch)
    share_shuffles(session, 8)
    first = session.conf.get(SHUFFLES)
    session.conf.unset(SHUFFLES)
    share_shuffles(session, 8)
    session.conf.set(SHUFFLES, "64")
    share_shuffles(session, 12)

    assert ("200", "64") == (first, session.conf.get(SHUFFLES))


@pytest.mark.usefixtures("unset")
def test_a_session_that_was_there_is_left_alone() -> None:
    """What its user has not set stays unset."""
    session = started_session()
    share_shuffles(session, 8)

    assert session.conf.get(SHUFFLES, None) is None
