"""The report is a file that is whole or not there, of what the filters let through."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def rows(page: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the heading that a page's data begin with, and its articles."""
    packed = page.partition('id="data">')[2].partition("</script>")[0]
    heading, *articles = map(json.loads, gzip.decompress(base64.b64decode(packed)).decode().split("\n")[:-1])
    return heading, articles


def statements(page: str) -> list[dict[str, Any]]:
    """Return the statements of a page."""
    return [one for article in rows(page)[1] for one in article["statements"]]


def test_file(run: Run, tmp_path: Path) -> None:
    """Without a query the page holds what list lists; what was written is said on stderr."""
    ran = run("report", "-o", "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")

    assert (0, "", "report.html: 6 statements of 2 articles\n") == (ran.status, ran.out, ran.err)
    assert set(run("list", "--ids").lines) == {one["id"] for one in statements(page)}
    assert "Who said what, when" == rows(page)[0]["title"]
    assert not any("rank" in one for one in statements(page))


def test_query(run: Run) -> None:
    """With a query it holds what search finds, each with its place in the answer."""
    page = run("report", "dialogue peace", "-o", "-").out
    places = {one["rank"]: one["id"] for one in statements(page)}

    assert run("search", "dialogue peace", "--ids", "-n", "0").lines == [places[at] for at in range(len(places))]
    assert ("“dialogue peace”", True) == (rows(page)[0]["title"], rows(page)[0]["ranked"])


def test_filters_stand_above(run: Run) -> None:
    """Filters narrow it and stand in its heading in words; a title is taken as it is."""
    page = run("report", "--country", "CN", "--act", "any", "--title", "On <China>", "-o", "-").out
    heading, _ = rows(page)

    assert {"CN"} == {one["country"] for one in statements(page)}
    assert ("On <China>", ["country CN", "act any"]) == (heading["title"], heading["asked"])
    assert "<title>On &lt;China&gt;</title>" in page


def test_day(run: Run) -> None:
    """The day that the page was made on can be set, so that the same call gives the same page."""
    page = run("report", "-o", "-", variables={"SOURCE_DATE_EPOCH": "1747699200", "STATEMENTS_CORPUS": "news"}).out

    assert "2025-05-20" == rows(page)[0]["made"]


def test_limit(run: Run) -> None:
    """A limit takes the newest, and says how many there are."""
    ran = run("report", "-n", "2", "-o", "-")

    assert set(run("list", "-n", "2", "--ids").lines) == {one["id"] for one in statements(ran.out)}
    assert "2 of 6 statements, 4 more: -n 0 takes all" in ran.err


def test_path_in_place_of_a_query(run: Run, corpus_file: Path) -> None:
    """What names a file is read, not looked for."""
    assert 6 == len(statements(run("report", str(corpus_file), "-o", "-", variables={}).out))


def test_nothing_found(run: Run, tmp_path: Path) -> None:
    """Where nothing is found no file is written."""
    ran = run("report", "--country", "FR", "-o", "report.html")

    assert (1, False) == (ran.status, (tmp_path / "report.html").exists())
    assert "no statements found" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "report needs a file to write. Name one: statements report -o report.html."),
        (("-o", "link.html"), "link.html is a link, which nothing is written through."),
        (("-o", "news"), "news is a folder."),
        (("-o", "nowhere/report.html"), "the folder of nowhere/report.html is not there."),
        (("a", "b", "-o", "report.html"), "there is no file or folder called b, and a query is one argument."),
    ],
)
def test_faults(run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """What can't be written ends the call with status 2 and one line, and nothing is touched."""
    (tmp_path / "kept.html").write_text("kept")
    (tmp_path / "link.html").symlink_to("kept.html")
    ran = run("report", *arguments)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert said in ran.err
    assert "kept" == (tmp_path / "kept.html").read_text()
    assert {"kept.html", "link.html", "news"} == {path.name for path in tmp_path.iterdir()}
