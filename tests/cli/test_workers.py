"""Several processes work for one command."""

from __future__ import annotations

import copyreg
import io
import multiprocessing
import os
import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

import statements_cli
from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.article_options import ArticleOptions
from statements_cli.cli.reading import workers
from statements_cli.cli.reading.workers import FEW, MUCH, in_order, jobs_of, wanted_jobs, worked
from statements_cli.model import Document


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be two cores."""
    monkeypatch.setattr(workers, "wanted_jobs", lambda jobs: jobs or 2)


def documents(count: int, text: str = "a") -> list[Document]:
    """So many documents."""
    return [Document(str(number), text, "") for number in range(count)]


def worker_of(document: Document) -> tuple[str, int]:
    """Which process works on a document."""
    return document.path, os.getpid()


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("jobs", [None, 2])
def test_documents_without_text_stay_here(jobs: int | None) -> None:
    """Nothing is sent to another process to learn that nothing stands in it, and results keep their order."""
    held = [Document(str(number), "a" * (number % 2), "") for number in range(3 * FEW)]
    results = list(worked(worker_of, held, jobs))
    assert [document.path for document in held] == [path for path, _ in results]
    assert {os.getpid()} == {process for path, process in results if not int(path) % 2}
    assert {os.getpid()} < {process for _, process in results}


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize(
    ("held", "several"),
    [
        (documents(0), False),
        (documents(FEW), False),
        (documents(FEW + 1), True),
        (documents(3 * FEW), True),
        (documents(1, "a" * (MUCH + 1)), False),
        (documents(2, "a" * (MUCH // 2)), False),
        (documents(2, "a" * (MUCH // 2 + 1)), True),
        (documents(FEW, "a" * (MUCH // FEW)), False),
    ],
)
def test_many_documents_get_several_processes(held: list[Document], several: bool) -> None:
    """From 51 documents or two million characters on, all but the first are worked on by other processes, in order."""
    results = list(worked(worker_of, held, None))
    assert [document.path for document in held] == [path for path, _ in results]
    assert [os.getpid()] * (1 if several else len(held)) == [who for _, who in results if who == os.getpid()]


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("fault", [OSError, ImportError])
def test_where_processes_cannot_work_together(monkeypatch: pytest.MonkeyPatch, fault: type[Exception]) -> None:
    """A system without what processes share work by reads with one."""

    def lock() -> None:
        raise fault

    monkeypatch.setattr(multiprocessing, "Lock", lock)
    assert {os.getpid()} == {who for _, who in worked(worker_of, documents(2 * FEW), None)}


def test_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """One core is no reason for a second process, nor for reading a document before the one before is answered."""
    monkeypatch.setattr(workers, "wanted_jobs", lambda jobs: jobs or 1)
    taken: list[str] = []
    results = worked(worker_of, _counted(documents(2 * FEW), taken), None)
    assert ("0", os.getpid()) == next(results)
    assert ["0"] == taken
    assert {os.getpid()} == {who for _, who in results}


@pytest.mark.usefixtures("two_cores")
def test_few_are_held_before_processes_begin() -> None:
    """Until it is known that there is enough for several processes, no more than those few are held."""
    taken: list[str] = []
    results = worked(worker_of, _counted(documents(500), taken), None)
    ahead = [len(taken) - number for number, _ in enumerate(results)]
    assert max(ahead) == FEW + 1


@pytest.mark.parametrize(("characters", "most"), [(0, 32), (15_625, 32), (62_600, 8), (250_000, 8)])
def test_memory_is_flat(characters: int, most: int) -> None:
    """However many documents there are, few are held, and fewer where they are long."""
    taken: list[str] = []
    results = in_order(worker_of, _counted(documents(200, "a" * characters), taken), 2)
    ahead = [len(taken) - number for number, _ in enumerate(results)]
    assert most == max(ahead)
    assert {most} == set(ahead[:-most])


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize(("fresh", "several"), [(0, False), (2, False), (FEW, False), (FEW + 1, True), (90, True)])
def test_what_is_at_hand_is_no_reason_for_other_processes(fresh: int, several: bool) -> None:
    """Results at hand stand in their places, and only documents without one count."""
    places = {str(place) for place in range(20, 20 + 2 * fresh, 2)}

    def known(document: Document) -> tuple[str, int] | None:
        return None if document.path in places else (document.path, 0)

    work = partial(_worked_in, places=places)
    results = list(worked(work, documents(1000), None, known))
    assert [str(number) for number in range(1000)] == [path for path, _ in results]
    assert places == {path for path, who in results if who}
    assert several == (len({who for _, who in results} - {0}) > 1)


def _worked_in(document: Document, places: set[str]) -> tuple[str, int]:
    return document.path, os.getpid() if document.path in places else 0


@pytest.mark.parametrize(
    ("given", "paths", "jobs"),
    [(None, ["news"], None), (None, ["news", "-"], 1), (3, ["-"], 3), (0, ["news"], 0), (1, ["news"], 1)],
)
def test_standard_input_is_answered_as_it_comes(given: int | None, paths: list[str], jobs: int | None) -> None:
    """What comes on standard input is read by one process, unless the user says otherwise."""
    assert jobs == jobs_of(ArticleOptions(jobs=given), paths)


def test_values_are_sent_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent by its fields arrives as it was, and of each class that a parsed document has."""
    table: dict[Any, Any] = {}
    monkeypatch.setattr(copyreg, "dispatch_table", table)
    workers.send_by_fields()
    samples = sorted((Path(statements_cli.__file__).parent / "samples").glob("*.txt"))
    parsed = [statements_cli.parse(document) for document in statements_cli.read(samples)]
    assert table.keys() == {type(part) for part in _parts(parsed) if is_dataclass(part)}
    sent = io.BytesIO()
    pickler = pickle.Pickler(sent)
    pickler.dispatch_table = table
    pickler.dump(parsed)
    assert parsed == pickle.loads(sent.getvalue())
    assert sent.tell() < len(pickle.dumps(parsed))


def _parts(value: Any) -> Iterator[Any]:
    yield value
    if is_dataclass(value):
        value = [getattr(value, field.name) for field in fields(value)]
    for part in value if isinstance(value, (tuple, list)) else ():
        yield from _parts(part)


def _counted(given: list[Document], taken: list[str]) -> Iterator[Document]:
    for document in given:
        taken.append(document.path)
        yield document


def test_results_stand_in_order() -> None:
    """Results come in the order of what they are worked out from."""
    assert [str(number) for number in range(30)] == list(in_order(str, range(30), 2))


def test_nothing_runs_on_when_results_are_no_longer_wanted() -> None:
    """Who stops reading finds the processes ended: none is left to Python's exit, which may stumble over them."""
    results = in_order(str, range(30), 2)
    assert "0" == next(results)
    results.close()  # type: ignore[attr-defined]

    assert [] == active_children()


def test_fewer_than_no_jobs() -> None:
    """A negative number of processes is wrong usage."""
    with pytest.raises(UsageError):
        wanted_jobs(-1)
