"""The command timeline counts statements over time: as a chart, as data, as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

Run = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        ("--by month", "2025-02 2, 2025-03 0, 2025-04 0, 2025-05 3"),
        ("--by year", "2025 5"),
        ("--by week --until 2025-02-28", "2025-W07 2, 2025-W08 0, 2025-W09 0"),
        ("--by day --since 2025-05-18 --until 2025-05-20", "2025-05-18 0, 2025-05-19 1, 2025-05-20 1, 2025-05 1"),
        ("--by month --country CN --country FR --since 2025-05", "CN 2025-05 2, FR 2025-05 0"),
        ("--by month --rows kind", "direct 2025-02 2, direct 2025-03 0, direct 2025-04 0, direct 2025-05 3"),
        ("--by month --rows outlet -n 1 --since 2025-05", "Global Times 2025-05 3"),
        ("--by month --speaker Mao --speaker Putin --since 2025-05", "Mao Ning 2025-05 2, Vladimir Putin 2025-05 1"),
        ("peace --by year", "2025 3"),
        ("articles --by year", "2025 5"),
        ("country:CN --by year", "2025 3"),
    ],
)
def test_counts(run: Run, arguments: str, rows: str, corpus_file: Path) -> None:
    """Every period has its number, those without statements too, for each row."""
    arguments = arguments.replace("articles", str(corpus_file.parent))
    ran = run("timeline", "--format", "csv", "--no-header", *arguments.split())
    found = []
    for line in ran.lines:
        *names, _, _, count, _ = line.split(",")
        found.append(" ".join((*names, count)))

    assert (0, rows) == (ran.status, ", ".join(found))


def test_what_is_in_no_period_is_said(run: Run) -> None:
    """Statements known only by month, and those without a day, are counted on stderr; data says which they are."""
    ran = run("timeline", "--by", "week", "--json")

    assert "1 statement known only by a longer period than a week: 1 in 2025-05" in ran.err
    assert "1 without a day" in ran.err
    month = {"period": "2025-05", "first": "2025-05-01", "last": "2025-05-31", "statements": 1, "exact": False}
    assert month == ran.json[-1]
    assert 16 == len(ran.json)


def test_statements_without_a_day_alone(run: Run) -> None:
    """Where all statements are without a day no filter is blamed, and what is missing is said."""
    ran = run("timeline", "-", stdin="# Talks | Reuters |\n- | Mao Ning | CN | speech | We want peace\n")

    assert (1, "no statements found with a day\n1 without a day\n") == (ran.status, ran.err)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("arguments", ["--by month", "--by day", "--rows country", "--rows country --by day"])
def test_charts_fit_the_terminal(run: Run, width: int, arguments: str) -> None:
    """A chart is no wider than the terminal, whatever it shows, and colours only where that is wanted."""
    colored = run("timeline", *arguments.split(), terminal=True, width=width)
    ran = run("timeline", *arguments.split(), "--color", "never", terminal=True, width=width)

    assert "█" in ran.out or width < 40  # then the numbers alone have room
    assert max(map(len, ran.lines)) <= width
    assert "\x1b[" in colored.out and "\x1b" not in ran.out
    assert "█" not in run("timeline", *arguments.split()).out


def test_one_row(run: Run) -> None:
    """One row is a table with a bar for each period; a long stretch without statements is one line of it."""
    months = run("timeline", "--by", "month", terminal=True).lines
    days = run("timeline", "--by", "day", "--color", "never", terminal=True).lines

    assert [0, 26, 0, 0, 40] == [line.count("█") for line in months[1:]]
    assert any(line.startswith("2025-02-14 to 2025-05-18     0") for line in days)


def test_several_rows(run: Run) -> None:
    """Several rows stand above each other on one scale, with their sums, and those known no more exactly."""
    lines = run("timeline", "--by", "week", "--rows", "country", "--color", "never", terminal=True, width=40).lines

    assert lines[0].split()[0] == "2025-W07"
    assert ["CN  ██··························██  2 +1", "DE  ██····························  1"] == [
        line for line in lines if "█·" in line
    ]
    assert "█ = 1 in one week" == lines[-1]


def test_statements_beneath(run: Run) -> None:
    """--statements lists the statements, the oldest first; JSON has both."""
    ran = run("timeline", "peace", "--by", "year", "--statements", terminal=True, width=120)
    both = run("timeline", "peace", "--by", "year", "--statements", "--json").json

    assert ran.out.index("█") < ran.out.index("Guo Jiakun") < ran.out.index("Vladimir Putin")
    assert [("2025", 3)] == [(row["period"], row["statements"]) for row in both["counts"]]
    assert ["2025-02-13", "2025-05", "2025-05-19"] == sorted(row["date"] for row in both["statements"])


def test_picture(run: Run, tmp_path: Path) -> None:
    """The SVG has a title, a description, light and dark colours, a bar for each number, and needs nothing else."""
    path = tmp_path / "chart.svg"
    ran = run("timeline", "--by", "month", "--country", "CN", "--country", "UA", "-o", str(path))
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    bars = [title.text for title in root.findall(f".//{SVG}rect/{SVG}title")]

    assert (0, "") == (ran.status, ran.out)
    assert "Statements by month: CN, UA" == root.findtext(f"{SVG}title")
    assert "CN: 3 statements, at most 2 in 2025-05." in (root.findtext(f"{SVG}desc") or "")
    assert ["2025-02: 1", "2025-05: 2"] == bars
    assert "title description" == root.get("aria-labelledby") and "prefers-color-scheme: dark" in text
    assert not any(
        mark in text.replace("http://www.w3.org/2000/svg", "") for mark in ("http", "url(", "<script", "@import")
    )
    assert text == run("timeline", "--by", "month", "--country", "CN", "--country", "UA", "-o", "-").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rows", "month"], "no timeline has rows by month"),
        (["-o", "chart.png"], "no name of an SVG file"),
        (["-o", "missing/chart.svg"], "is not there"),
        (["--statements", "--format", "csv"], "--statements goes with a chart or --json"),
        (["--ids"], "no ids"),
        (["two", "words"], 'Quote it: statements timeline "two words"'),
        (["-"], "the query has no words"),
        (["kind:loud"], "kind:loud means nothing"),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], said: str) -> None:
    """What can't be shown is an error that says what can."""
    if arguments == ["-"]:
        arguments = ["..."]
    ran = run("timeline", *arguments)

    assert (2, True) == (ran.status, said in ran.err), ran.err


def test_nothing(run: Run, tmp_path: Path) -> None:
    """Where nothing passes the filters the status is 1, which filter did it is said, and no file is written."""
    ran = run("timeline", "--kind", "indirect")

    assert (1, "") == (ran.status, ran.out)
    assert "6 statements without --kind" in ran.err
    assert [] == run("timeline", "--kind", "indirect", "--json").json
    assert 1 == run("timeline", "--kind", "indirect", "-o", str(tmp_path / "a.svg")).status
    assert [] == list(tmp_path.glob("*.svg"))
