"""What finds nothing says why; what is mistyped is named with what is nearest or what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.cli.hints import alternatives
from statements_cli.query.filters import DEFAULT_CONFIDENCE, Filter

Run = Callable[..., Any]

TALKS = """# Talks | Reuters | 2025-05-20
2025-05-20 | Mao Ning | CN | speech | We want peace and a deal
2025-05-21 | Vladimir Putin | RU | speech | Sanctions are no way to peace
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "--country", "NZ"], "2 statements without --country"),
        (["list", "--speaker", "Mao", "--since", "2026"], "1 statement without --since"),
        (["list", "--country", "NZ", "--until", "2020"], "2 statements without any of these filters"),
        (["list", "--kind", "indirect", "--country", "CN"], "1 statement without --kind"),
        (["speakers", "--country", "NZ"], "2 speakers without --country"),
        (["articles", "--country", "NZ"], "1 article without --country"),
        (["articles", "--since", "2026"], "1 article without --since"),
        (["extract", "--country", "NZ"], "2 statements without --country"),
        (["who-said", "--speaker", "Mao", "--until", "2020"], "1 statement without --until"),
        (["list", "--act", "report"], "2 statements without --act report"),
        (["list", "--country", "Chian"], "no country or body is called Chian; nearest: China"),
        (["list", "--country", "germny"], "no country or body is called germny; nearest: Germany"),
        (["list", "--country", "Ukr"], "no country or body is called Ukr; nearest: Ukraine"),
        (["list", "--country", "Atlantis"], "no country or body is called Atlantis"),
        (["list", "--country", "xx"], "no country or body is called xx"),
        (["search", "country:atlantis"], "no country or body is called atlantis"),
        (["list", "--language", "xx"], "no article is in xx; they are in en"),
        (["articles", "--language", "Swedish"], "no article is in sv; they are in en"),
        (["list", "--outlet", "Reutres"], "no outlet is called Reutres; nearest: Reuters"),
        (["list", "--role", "spokesmen"], "no speaker's role has the words spokesmen; nearest: spokesperson"),
        (
            ["list", "--role", "foreign minster"],
            "no speaker's role has the words foreign minster; nearest: Foreign Ministry spokesperson",
        ),
        (["list", "--audience", "Global Tmes"], "no statement was made to Global Tmes; nearest: Global Times"),
        (["list", "--audience", "senators"], "no statement was made to senators"),
        (["list", "--channel", "press briefing"], "no statement was made on press briefing"),
        (["list", "--via", "Tsas"], "no statement is relayed by Tsas; nearest: Tass"),
        (["search", "xyz"], "no statements found"),
        (["matrix", "--by", "country", "--since", "2026"], "no countries found"),
        (["count", "--by", "month", "--by", "speaker", "--since", "2026"], "no months found"),
        (["matrix", "--speaker", "Mao Ning"], "1 statement found, in which nobody who is known is named"),
        (["matrix", "peace"], "2 statements found, in which nobody who is known is named"),
        (["matrix", "peace", "--since", "2026"], "2 statements without --since"),
        (["timeline", "peace", "--since", "2026"], "2 statements without --since"),
        (["timeline", "peac", "--country", "NZ"], "2 statements without --country"),
        (["compare", "peace", "--since", "2026"], "2 statements without --since"),
        (["compare", "xyzzy"], "no statements found"),
        (["track", "peace", "--since", "2026"], "2 statements without --since"),
        (["track", "sanctions", "--country", "CN"], "1 use without --country"),
        (["track", "sanctions", "--country", "CN"], "sanctions was not said in 1 statement"),
        (["timeline", "Mao Ning"], 'Mao Ning is a speaker\'s name; --speaker "Mao Ning" shows what they said'),
        (["matrix", "Mao Ning"], 'Mao Ning is a speaker\'s name; --speaker "Mao Ning" shows what they said'),
        (["compare", "Mao Ning"], 'Mao Ning is a speaker\'s name; --speaker "Mao Ning" shows what they said'),
        (["track", "Mao Ning"], 'Mao Ning is a speaker\'s name; --speaker "Mao Ning" shows what they said'),
        (["search", "Mao Ning"], 'Mao Ning is a speaker\'s name; --speaker "Mao Ning" shows what they said'),
        (["search", "Vladimir"], 'Vladimir is a speaker\'s name; --speaker "Vladimir Putin" shows what they said'),
        (["who-said", "putin"], 'putin is a speaker\'s name; --speaker "Vladimir Putin" shows what they said'),
        (["search", "mao ning"], 'mao ning is a speaker\'s name; --speaker "Mao Ning" shows what they said'),
    ],
)
def test_what_emptied_the_answer(run: Run, arguments: list[str], said: str) -> None:
    """Every command that finds nothing says which filter it is, and what there is otherwise; -q keeps still."""
    ran = run(*arguments, "-", stdin=TALKS)

    assert 1 == ran.status
    assert said in ran.err.splitlines() or f"statements: {said}" in ran.err.splitlines()
    assert "" == run(*arguments, "-", "-q", stdin=TALKS).err


def test_nearest_channel(run: Run) -> None:
    """A channel that no statement has is named with the nearest that one has."""
    briefed = "# Talks | Reuters | 2025-05-20\n2025-05-20 | Volodymyr Zelensky | UA | speech | We want peace\n"
    ran = run("list", "--channel", "pres briefing", "-", stdin=briefed)

    assert (1, "") == (ran.status, ran.out)
    assert "statements: no statement was made on pres briefing; nearest: press briefing" in ran.err.splitlines()


@pytest.mark.parametrize(
    ("confidence", "said"),
    [(DEFAULT_CONFIDENCE, "with --min-confidence 0"), (0.9, "without --min-confidence"), (0.0, None)],
)
def test_what_confidence_leaves_out(confidence: float, said: str | None) -> None:
    """An option is left out where it was given; the default is changed by giving it."""
    told = [what for what, _ in alternatives(Filter(confidence=confidence)) if "confidence" in what]

    assert ([said] if said else []) == told


@pytest.mark.parametrize(("query", "said"), [("Peace", False), ("Sanctions", True), ("sanctions", False)])
def test_a_name_that_finds_something(run: Run, query: str, said: bool) -> None:
    """Where a capitalised query finds something and is a speaker's name, too, that is said beside what is found."""
    ran = run("search", query, "-", stdin=TALKS + "2025-05-21 | Sanctions | | speech | The weather is fine\n")

    assert 0 == ran.status
    assert said == ("is a speaker's name" in ran.err)


@pytest.mark.parametrize("arguments", [["list"], ["list", "--country", "CN"], ["search", "peace"], ["speakers"]])
def test_nothing_is_said_of_what_is_found(run: Run, arguments: list[str]) -> None:
    """Where something is found no filter is blamed."""
    assert "without" not in run(*arguments, "-", stdin=TALKS).err


@pytest.mark.parametrize(
    ("arguments", "texts", "said"),
    [
        (["who-said", "Mao Ning"], {"We want peace and a deal"}, "is a speaker's name, so this is what Mao Ning said"),
        (["who-said", "mao ning"], {"We want peace and a deal"}, "is a speaker's name"),
        (["who-said", "Foreign Minister Mao Ning"], {"We want peace and a deal"}, "this is what Mao Ning said"),
        (["who-said", "President Putin"], {"Sanctions are no way to peace"}, "this is what Vladimir Putin said"),
        (["who-said", "peace deal"], {"We want peace and a deal", "Sanctions are no way to peace"}, ""),
        (["who-said", "Mao Ning wants peace"], {"We want peace and a deal", "Sanctions are no way to peace"}, ""),
    ],
)
def test_a_name_alone(run: Run, arguments: list[str], texts: set[str], said: str) -> None:
    """A text that is a speaker's name and nothing else shows what that speaker said, and says so."""
    ran = run(*arguments, "-", "--json", stdin=TALKS)

    assert texts == {row["text"] for row in ran.json}
    assert said in ran.err and bool(said) == ("speaker's name" in ran.err)


@pytest.mark.parametrize(
    ("arguments", "what", "mend"),
    [
        (["search", "peace", "deal", "news"], "no file or folder called deal", 'statements search "peace deal" news.'),
        (["search", "peace", "deal"], "no file or folder called deal", 'statements search "peace deal".'),
        (["search", "-sanctions"], "no such option: -s", "statements search -- -sanctions."),
        (["search", "-x y", "a", "-n", "1"], "no such option: -x", "statements search -n 1 -- '-x y' a."),
        (["search", "-q", "-sanctions", "a"], "no such option: -s", "statements search -q -- -sanctions a."),
        (["search", "--", "-x", "a", "-n", "1"], "-n stands behind --", "statements search -n 1 -- -x a."),
        (["list", "-z"], "no such option: -z", "See statements list -h"),
        (["cite", "e", "--json"], "no such option: --json", "Write --format csl-json"),
        (["cache", "info", "--json"], "no such option: --json", "See statements cache -h"),
        (["--json"], "no such option: --json", "Options stand after the command: statements list --json"),
        (["list", "--csv"], "no such option: --csv. ", "Write --format csv"),
        (["list", "--type", "persn"], "'persn' is not known; nearest: person", "Use one of person, organisation"),
        (["list", "--kind", "direkt"], "'direkt' is not known; nearest: direct", "Use one of direct"),
        (["list", "--language", "frnch"], "frnch is no language known; nearest: French", "Give its name in English"),
        (["list", "--since", "31/02/2025"], "there is no day '31/02/2025'", "Write it as 2025-05-20"),
        (["list", "--since", "03/02/2025"], "can be read as two different days", "Write it as 2025-05-20"),
        (["list", "--kind", "direct,mixed"], "several values", "for each: --kind direct --kind mixed"),
        (["list", "--date-basis", "stated, inferred"], "several", "--date-basis stated --date-basis inferred"),
        (["list", "--since", ""], "--since is empty", "Give it a value, or leave it out"),
        (["list", "--speaker", " "], "--speaker is empty", "Give it a value"),
        (["search", "x", "--country", "CN", "--country", ""], "--country is empty", "Give it a value"),
        (["count", "--by", ""], "--by is empty", "Give it a value"),
        (["list", "--fields", ""], "--fields is empty", "Give it a value"),
        (["list", "--sort", "oldest"], "nothing can be ordered by oldest", "Write --oldest"),
        (["list", "--names", "nope.toml"], "there is no file nope.toml", "Give the path of a names.toml"),
        (["config", "nope"], "there is no config nope", "Use config alone"),
        (["cache", "nope"], "there is no cache nope", "Use cache info or cache clear"),
        (["show", "news"], "news is a path", "statements list news --ids"),
        (["cite", "news/a.txt"], "news/a.txt is a path", "statements list news/a.txt --ids"),
        (["show", ""], "an empty id is no statement's", "Give one"),
        (["list", ""], "statements: error: a path is empty", "Name a file or folder"),
        (["list", "https://example.org/a"], "is an address, and nothing is fetched", "Save the page first: curl"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], what: str, mend: str) -> None:
    """What is mistyped ends with 2, on one line that says what to write instead."""
    ran = run(*arguments)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert what in ran.err and mend in ran.err


def test_a_named_binary_file(run: Run, tmp_path: Any) -> None:
    """A binary file that is named can't be read; one in a folder is passed over."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "x").write_bytes(b"\x7fELF\x00\x01\x00")
    named = run("list", str(tmp_path / "bin" / "x"))
    held = run("list", str(tmp_path / "bin"))

    assert 2 == named.status and "is a binary file, in no format that is known. Name another" in named.err
    assert 1 == held.status and "is a binary file, passed over" in held.err


def test_an_index_in_a_folder(run: Run, corpus_file: Path) -> None:
    """An index that lies among the articles is passed over, and called what it is."""
    folder = corpus_file.parent
    made = run("index", str(folder), "-o", str(folder / "news.db"))
    ran = run("list", str(folder))

    assert (0, 0) == (made.status, ran.status)
    assert "news.db: is an index of statements, passed over" in ran.err


def test_the_rest(run: Run) -> None:
    """That the rest is read is said where there is one."""
    assert "The rest is read" not in run("list", "nowhere").err
    assert "The rest is read" not in run("list", "nowhere", "neither").err
    assert 1 == run("list", "nowhere", "neither", "news").err.count("The rest is read")


@pytest.mark.parametrize(
    ("option", "given", "said"),
    [
        ("--on", "May 20", "--on May 20: took it as 20"),
        ("--since", "May", "--since May: took it as 20"),
        ("--until", "last week", "--until last week: took it as 20"),
        ("--on", "last month", "-01 to 20"),
        ("--on", "20 May 2025", ""),
        ("--on", "2025-05", ""),
    ],
)
def test_a_day_without_a_year(run: Run, option: str, given: str, said: str) -> None:
    """Of a day typed without its year it is said which one was taken."""
    ran = run("list", option, given, "-", stdin=TALKS)

    assert said in ran.err and bool(said) == ("took it as" in ran.err)


@pytest.mark.parametrize(
    "arguments",
    [["--kind", "DIRECT"], ["--type", "Person"], ["--act", "Speech"], ["--format", "JSON"], ["--kind", "direct"]],
)
def test_case_of_values(run: Run, arguments: list[str]) -> None:
    """A value is known in capitals, too."""
    ran = run("list", *arguments, "-", stdin=TALKS)

    assert (0, True) == (ran.status, "Sanctions are no way to peace" in ran.out)
