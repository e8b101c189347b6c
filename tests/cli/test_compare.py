"""The commands compare and track, and list --distinct: one utterance across articles, a formula through time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
NEWS = {
    "a.txt": "# Talks | Daily Post | 2025-02-13\n"
    "2025-02-13 | Guo Jiakun | CN | speech | Dialogue and negotiation is the only viable way out of the crisis\n"
    "2025-02-13 | Marco Rubio | US | speech | The harvest was better than in any year before\n",
    "b.txt": "# Crisis | Evening Herald | 2025-02-14\n"
    "2025-02-13 | Guo Jiakun | CN | speech | China has always believed that dialogue and negotiation is the only"
    " feasible way to solve the crisis\n",
    "c.txt": "# Later | Daily Post | 2025-05-20\n"
    "2025-05-20 | Mao Ning | CN | speech | Negotiation and dialogue can bring the crisis to an end\n"
    "2025-05-21 | Mao Ning | CN | speech | The price of bread is no concern of ours\n",
}
MARKED = "[-China has always believed that-] Dialogue and negotiation is the only [-feasible-] {+viable+} way"


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_parse: Callable[..., Any]) -> Path:
    """Three articles, two of which report one utterance."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr("statements_cli.pipeline.parse", fake_parse)
    return folder


def test_versions_side_by_side(run: Run, news: Path) -> None:
    """The fullest version stands whole, the other against it; outlets, days and what came first stand beside."""
    ran = run("compare", "way crisis", str(news), "--no-cache")

    assert 0 == ran.status
    assert "Evening Herald  2025-02-14  direct" in ran.out
    assert "the fullest\n  China has always believed" in ran.out
    assert "the first\n  " + MARKED in ran.out
    assert "2025-02-13, 2 versions in 2 articles" in ran.out


def test_alignment(run: Run, news: Path) -> None:
    """JSON has a row for each version, with its alignment, what it leaves out and what it adds."""
    rows = json.loads(run("compare", "way crisis", str(news), "--json", "--no-cache").out)

    assert [(True, False), (False, True)] == [(row["fullest"], row["first"]) for row in rows]
    assert rows[0]["utterance"] == rows[1]["utterance"] == rows[1]["id"]
    assert ["gone", "feasible"] in rows[1]["alignment"]
    assert "feasible" in rows[1]["leaves_out"]
    assert "viable" in rows[1]["adds"]
    assert [["same", rows[0]["text"]]] == rows[0]["alignment"]


def test_by_an_id(run: Run, news: Path) -> None:
    """The id of any version, or its beginning, leads to all; a statement without another version is one."""
    rows = json.loads(run("list", str(news), "--json", "--no-cache").out)
    by_text = {row["text"][:5]: row["id"] for row in rows}

    assert MARKED in run("compare", by_text["Dialo"][:8], str(news), "--no-cache").out
    alone = run("compare", by_text["The h"], str(news), "--no-cache")
    assert (0, True) == (alone.status, "1 version in 1 article" in alone.out)


@pytest.mark.parametrize(("query", "said"), [("bread", "1 statement"), ("zebra", "no statements found")])
def test_nothing_to_compare(run: Run, news: Path, query: str, said: str) -> None:
    """A query that finds nothing with a second version says so, and ends with 1."""
    ran = run("compare", query, str(news), "--json", "--no-cache")

    assert (1, "[]") == (ran.status, ran.out.strip())
    assert said in ran.err


def test_one_an_utterance(run: Run, news: Path) -> None:
    """With --distinct stands one statement for each utterance, the fullest, with the number of its reports."""
    rows = json.loads(run("list", str(news), "--distinct", "--json", "--no-cache").out)

    assert [("China has always", 2)] == [(row["text"][:16], row["reports"]) for row in rows if row["reports"] > 1]
    assert 4 == len(rows)
    alone = json.loads(run("list", str(news), "--distinct", "--json", "--no-cache", "--outlet", "Daily Post").out)
    assert {1} == {row["reports"] for row in alone}
    assert "Dialo" in {row["text"][:5] for row in alone}


def test_most_reported_first(run: Run, news: Path) -> None:
    """Utterances are ordered by how many articles report them where that is asked for."""
    rows = json.loads(run("list", str(news), "--distinct", "--sort", "reports", "--json", "--no-cache").out)

    assert [2, 1, 1, 1] == [row["reports"] for row in rows]


def test_a_formula(run: Run, news: Path) -> None:
    """A formula's uses and variants, who used it, and the silence after it."""
    ran = run("track", "only viable way", "--country", "CN", "-c", str(news), "--no-cache")

    assert 0 == ran.status
    assert "only [-viable-] {+feasible+} way  1 use, 2025-02-13, Guo Jiakun" in ran.out
    assert "last said on 2025-02-13; 1 statement on the matter since without it" in ran.out
    assert "Mao Ning: Negotiation and dialogue" in ran.out


def test_a_formula_as_json(run: Run, news: Path) -> None:
    """One object has uses, speakers, variants, gaps, what changed, and the silence."""
    found = json.loads(run("track", "dialogue", "-c", str(news), "--json", "--no-cache").out)

    assert ("2025-02-13", "2025-05-20", 3) == (found["first"], found["last"], len(found["uses"]))
    assert [{"after": "2025-02-13", "before": "2025-05-20", "days": 95}] == found["gaps"]
    assert [("Guo Jiakun", 2), ("Mao Ning", 1)] == [(one["speaker"], one["uses"]) for one in found["speakers"]]
    assert {"last": "2025-05-20", "since": 0, "statements": []} == found["silence"]


def test_between_two_days(run: Run, news: Path) -> None:
    """The wordings in use on two days are compared: the last up to each."""
    ran = run("track", "only viable way", "-c", str(news), "--json", "--no-cache", "--between", "2025-02", "2025-06")
    change = json.loads(ran.out)["change"]

    assert ("2025-02-13", "2025-02-13") == (change["before"]["date"], change["after"]["date"])


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("zebra crossing",), 1, "zebra crossing was not said in 5 statements"),
        (("of the",), 2, "of the has no word of substance to follow"),
        ((" ",), 2, "statements: error: the formula has no words"),
        (("dialogue", "--between", "soon", "2025-02"), 2, "--between: 'soon' is not a date"),
        (("dialogue", "--between", "2025-06", "2025-02"), 2, "2025-06 is after 2025-02"),
        (("dialogue", "--matter", "-"), 2, ""),
    ],
)
def test_no_formula(run: Run, news: Path, arguments: tuple[str, ...], status: int, said: str) -> None:
    """A formula that nobody used, that is none, or days the wrong way round are said so."""
    ran = run("track", *arguments, "-c", str(news), "--no-cache")

    assert status == ran.status
    assert said in ran.err


def test_matter_by_a_query(run: Run, news: Path) -> None:
    """What is on the matter may be said by a query."""
    ran = run("track", "only viable way", "-c", str(news), "--json", "--no-cache", "--matter", "bread")

    assert 1 == json.loads(ran.out)["silence"]["since"]


def test_uses_as_rows(run: Run, news: Path) -> None:
    """CSV has a row for each use."""
    ran = run(
        "track", "only viable way", "-c", str(news), "--format", "csv", "--no-cache", "--fields", "date,wording,exact"
    )

    assert ["date,wording,exact", "2025-02-13,only viable way,true", "2025-02-13,only feasible way,false"] == sorted(
        ran.lines, key=lambda line: (line[0] != "d", "feasible" in line)
    )


@pytest.mark.parametrize(
    "arguments", [("search", "way crisis"), ("who-said", "way crisis"), ("who-said", "--speaker", "Guo")], ids=" ".join
)
def test_hits_one_an_utterance(run: Run, news: Path, arguments: tuple[str, ...]) -> None:
    """A search with --distinct shows one hit of each utterance, and in how many articles it was found."""
    both = json.loads(run(*arguments, "-c", str(news), "--json", "--no-cache").out)
    rows = json.loads(run(*arguments, "--distinct", "-c", str(news), "--json", "--no-cache").out)

    assert len(both) - 1 == len(rows)
    assert 2 == max(row["reports"] for row in rows)
    assert "1 of" in run(*arguments, "--distinct", "-c", str(news), "-n", "1", "--no-cache").err or len(rows) == 1


def test_distinct_has_nothing_to_do_with_similar(run: Run, news: Path) -> None:
    """What is similar to a statement is mostly its versions: one of them alone is refused."""
    ran = run("search", "--similar", "a", "--distinct", str(news), "--no-cache")

    assert (2, True) == (ran.status, "exclude each other" in ran.err)


def test_loose_words_are_refused_once(run: Run) -> None:
    """Words behind a query are refused before anything is read, in one line."""
    ran = run("compare", "peace", "deal")

    assert (2, 1) == (ran.status, ran.err.count("\n"))
    assert 'statements compare "peace deal"' in ran.err
