"""Files are shared among tasks by their size."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements_cli.spark.file_tasks import File, files_under, partitions_for, tasks_of


@pytest.mark.parametrize(
    ("sizes", "tasks"),
    [
        ([], []),
        ([1, 1, 1], [3]),
        ([2_000_000, 2_000_000], [2]),
        ([2_000_000, 2_000_001], [1, 1]),
        ([1, 100_000_000, 1], [1, 1, 1]),
        ([0] * 1000, [1000]),
        ([0] * 1001, [1000, 1]),
    ],
)
def test_small_files_share_a_task(sizes: list[int], tasks: list[int]) -> None:
    """Neighbours share one up to four megabytes or a thousand files; a large file has one by itself."""
    files = [File(place, str(place), size) for place, size in enumerate(sizes)]

    assert tasks == [len(task) for task in tasks_of(files)]
    assert files == [file for task in tasks_of(files) for file in task]


@pytest.mark.parametrize(
    ("size", "cores", "partitions"), [(0, 2, 8), (8_999_999, 2, 8), (9_000_000, 2, 9), (10**12, 2, 20_000)]
)
def test_partitions_grow_with_the_corpus(size: int, cores: int, partitions: int) -> None:
    """There are four for each core, or one for each megabyte where that is more, up to a bound."""
    assert partitions == partitions_for([File(0, "a", size)], cores)


def test_files_are_found_once(tmp_path: Path) -> None:
    """A file under two paths is read once, in the order of the walk; a missing path is a fault."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    found = files_under([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "none")])

    assert [(0, "a.txt", 5), (1, "b.txt", 5)] == [(one.place, Path(one.path).name, one.size) for one in found.found]
    assert ["no such file or folder"] == [notice.message for notice in found.faults]
