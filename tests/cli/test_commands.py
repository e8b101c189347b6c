"""Commands answer as the contract says: data, messages and exit status."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from multiprocessing import get_start_method
from pathlib import Path
from typing import Any

import pytest

from statements_cli.model import RECORD_KEYS

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "speakers"),
    [
        ("--on 2025-02", "Guo Jiakun, Kiel Institute"),
        ("--since 2025-02 --until 2025-02-28", "Guo Jiakun, Kiel Institute"),
        ("--since 2025-05-20", "Mao Ning, Mao Ning"),
        ("--country China --kind direct --act speech", "Mao Ning, Guo Jiakun"),
        ("--act any --speaker Guo", "Guo Jiakun, Guo Jiakun"),
        ("--speaker zelenskyy --speaker Putin", "Vladimir Putin, Volodymyr Zelensky"),
        ("--outlet AFP --min-confidence 0.8", "Guo Jiakun"),
        ("--language English --outlet AFP --min-confidence 0.8", "Guo Jiakun"),
        ("--via tass", "Vladimir Putin"),
        ("--audience global", "Vladimir Putin"),
        ("--channel briefing", "Volodymyr Zelensky"),
        ("--question ceasefire", "Volodymyr Zelensky"),
        ("--date-basis stated --act report", "Kiel Institute"),
        ("--date-basis article --date-basis stated --country RU", "Vladimir Putin"),
        ("--sort speaker -n 2", "Guo Jiakun, Kiel Institute"),
        ("--sort -date -n 1", "Kiel Institute"),
    ],
)
def test_list(run: Run, arguments: str, speakers: str) -> None:
    """List gives the statements that pass the filters, in the order asked for."""
    ran = run("list", "--json", *arguments.split())

    assert (0, speakers) == (ran.status, ", ".join(row["speaker"] for row in ran.json))


def test_doubtful(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """A list says how many doubtful statements it left out, unless it was told how sure to be."""
    monkeypatch.setattr("statements_cli.cli.filtering.DEFAULT_CONFIDENCE", 0.6)
    said = "1 doubtful left out; --min-confidence 0 brings them in"

    assert said in run("list").err
    assert said in run("extract").err
    assert "doubtful" not in run("list", "--min-confidence", "0").err
    assert "doubtful" not in run("list", "--min-confidence", "0.6").err


def test_doubtful_ones_alone_are_told_of_once(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Where all that is found is doubtful, one line says how many, and one that nothing else was found."""
    for module in ("filtering", "hints"):
        monkeypatch.setattr(f"statements_cli.cli.{module}.DEFAULT_CONFIDENCE", 0.9999)

    (how_many, nothing) = run("extract", "--act", "report").err.splitlines()[-2:]

    assert how_many.endswith("with --min-confidence 0")
    assert "no statements found" == nothing
    assert "doubtful" not in run("extract", "--act", "report").err


def test_record_keys(run: Run) -> None:
    """A record has all keys in the contract's order, a hit its score besides."""
    assert list(RECORD_KEYS) == list(run("list", "--json").json[0])
    assert [*RECORD_KEYS, "score"] == list(run("search", "dialogue", "--json").json[0])


@pytest.mark.parametrize(
    ("query", "speaker"),
    [("dialoge negociation", "Mao Ning"), ("memorandum on peace treaty", "Vladimir Putin")],
)
def test_search(run: Run, query: str, speaker: str) -> None:
    """Search forgives misspelt words and finds half-remembered phrases, best first."""
    assert speaker == run("search", query, "--json").json[0]["speaker"]


def test_who_said(run: Run, corpus_file: Path) -> None:
    """With a speaker, what it said; with a text, who said it; a path beside a speaker is a path."""
    assert 2 == len(run("who-said", "--speaker", "Mao Ning", "--json").json)
    assert "Volodymyr Zelensky" == run("who-said", "negotiations without delay", "--json").json[0]["speaker"]
    assert 1 == len(run("who-said", "peace deal", "--speaker", "Mao", "--json", "-n", "1").json)
    ran = run("who-said", "--speaker", "Mao Ning", str(corpus_file), "--json", variables={})
    assert (0, 2, "") == (ran.status, len(ran.json), ran.err)


def test_speakers(run: Run) -> None:
    """Speakers have role, country, how many statements, first and last day, spellings."""
    row = run("speakers", "--json", "--speaker", "Mao Ning").json[0]

    assert ["speaker", "type", "role", "country", "statements", "first", "last", "spellings"] == list(row)
    assert ("Mao Ning", "CN", 2) == (row["speaker"], row["country"], row["statements"])


def test_articles(run: Run) -> None:
    """Articles have headline, outlet, day published and how many statements."""
    rows = run("articles", "--json").json

    assert ["China backs talks", "Studies", "Nothing was said here"] == [row["headline"] for row in rows]
    assert [4, 2, 0] == [row["statements"] for row in rows]
    assert ["article", "headline", "outlet", "byline"] == list(rows[0])[:4]


def test_show(run: Run) -> None:
    """Show takes the beginning of an id and gives the passage and the evidence."""
    wanted = run("search", "memorandum", "--json").json[0]["id"]
    ran = run("show", wanted[:10])

    assert (0, "") == (ran.status, ran.err)
    assert "[[Russia is ready to work on a memorandum on a future peace treaty]]" in ran.out
    row = run("show", wanted, "--json").json
    assert [*RECORD_KEYS, "passage", "evidence", "text_sha256"] == list(row)
    assert row["text"] in row["passage"] and row["evidence"]
    assert row["passage"] == run("show", wanted, "--format", "jsonl", "--fields", "passage").json["passage"]


def test_show_document(run: Run, corpus_file: Path) -> None:
    """The whole text of the document goes out as it is, with its hash on stderr, and excludes other formats."""
    wanted = run("search", "memorandum", "--json").json[0]["id"]
    ran = run("show", wanted, "--document")

    assert (0, corpus_file.read_text("utf-8")) == (ran.status, ran.out)
    assert ran.err.endswith(f"SHA-256 {run('show', wanted, '--json').json['text_sha256']}\n")
    assert 2 == run("show", wanted, "--document", "--json").status


def test_show_unknown_and_ambiguous(run: Run) -> None:
    """An unknown id ends with 1, an ambiguous one is an error that lists what it may mean."""
    ran = run("show", "zzz", "--json")
    assert (1, "[]\n") == (ran.status, ran.out)
    ids = [row["id"] for row in run("list", "--json", "--act", "any").json]
    ran = run("show", "e")
    assert 2 == ran.status
    assert 5 == sum(i in ran.err for i in ids)
    assert "and 2 more" in ran.err


def test_extract_streams_records_of_every_act(run: Run, corpus_file: Path) -> None:
    """Extract writes JSON Lines with every act, unless --act or --format says otherwise."""
    ran = run("extract", str(corpus_file))

    assert (0, 7) == (ran.status, len(ran.lines))
    assert list(RECORD_KEYS) == list(json.loads(ran.lines[0]))
    assert 1 == len(run("extract", "--act", "attitude").lines)
    assert 8 == len(run("extract", "--format", "tsv").lines)
    assert 2 == len(run("extract", "-n", "2").lines)
    assert 2 == len(run("extract", "--speaker", "Mao").lines)


@pytest.mark.parametrize(("limit", "said"), [("2", True), ("7", True), ("8", False), ("0", False)])
def test_extract_says_where_it_stopped(run: Run, limit: str, said: bool) -> None:
    """A limit that was reached is said, since nobody has read on; with fewer statements, or all, nothing is."""
    assert said == (f"stopped after {limit} statements; -n 0 extracts all" in run("extract", "-n", limit).err)


def test_extract_from_standard_input(run: Run) -> None:
    """A lone hyphen reads standard input; its path is the hyphen."""
    ran = run("extract", "-", stdin="# A | B | 2025-01-01\n2025-01-01 | X | CN | speech | Words\n")

    assert (0, "-", "Words") == (ran.status, ran.json["path"], ran.json["text"])


@pytest.mark.skipif(get_start_method() != "fork", reason="the stand-in for extraction is only this process's")
def test_extract_in_several_processes(run: Run, tmp_path: Path) -> None:
    """Several processes give the same records in the same order."""
    for number in range(12):
        path = tmp_path / f"{number:02}.txt"
        path.write_text(f"# A | B | 2025-01-01\n2025-01-01 | X | CN | speech | Words {number}\n", encoding="utf-8")

    assert run("extract", str(tmp_path)).out == run("extract", "-j", "2", str(tmp_path)).out


def test_schema(run: Run) -> None:
    """The schema is JSON and names every key."""
    assert list(RECORD_KEYS) == run("schema").json["required"]


def test_arrow_schema(run: Run, tmp_path: Path) -> None:
    """The Arrow schema names every key, with the types that the Parquet files of export have."""
    parquet = pytest.importorskip("pyarrow.parquet")
    run("export", "-n", "1", "-o", str(tmp_path / "one.parquet"))
    columns = run("schema", "--arrow").json["fields"]

    assert list(RECORD_KEYS) == [column["name"] for column in columns]
    assert [(str(one.type), one.nullable) for one in parquet.read_schema(tmp_path / "one.parquet")] == [
        (column["type"], column["nullable"]) for column in columns
    ]


def test_arrow_schema_without_its_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the error names what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    told = run("schema", "--arrow")

    assert told.status == 2
    assert "pip install 'statements-cli[parquet]'" in told.err


def test_plain_in_a_pipe(run: Run) -> None:
    """A pipe gets a header line and a line a statement, uncut, without frame or colour."""
    ran = run("list", "-n", "1")

    assert ["date\tspeaker\ttext\toutlet\tid", "2025-05-20\tMao Ning"] == [ran.lines[0], ran.lines[1][:19]]
    assert "1 of 6 statements, 5 more: -n 0 shows all, --offset 1 the next\n" == ran.err


def test_table_on_a_terminal(run: Run) -> None:
    """A terminal gets a table with what matched highlighted; an explicit format always wins."""
    ran = run("search", "dialogue", terminal=True)

    assert "\x1b[1;33mdialogue\x1b[0m" in ran.out
    assert "─" in ran.lines[1]
    assert "─" in run("list", "--format", "table").out
    assert "\x1b" not in run("search", "dialogue", "--color", "never", terminal=True).out


def test_fields_and_csv(run: Run) -> None:
    """Fields are picked in the order given, in every format."""
    ran = run("list", "--fields", "speaker,date", "--format", "csv", "-n", "1")

    assert [["speaker", "date"], ["Mao Ning", "2025-05-20"]] == list(csv.reader(io.StringIO(ran.out)))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("list --speaker Mao", "statements: --speaker Mao: took it as Mao Ning\n"),
        ("list --speaker V", "took all of Vladimir Putin; Volodymyr Zelensky"),
        ("list --speaker Zalinsk", "no speaker is called Zalinsk; nearest: Volodymyr Zelensky"),
        ("list --since 2025-01", "1 without a day left out; --undated brings them in"),
        ("list --speaker Nobody", "no statements found"),
        ("extract --speaker Nobody", "no statements found"),
        ("list -v", "7 statements read"),
    ],
)
def test_messages(run: Run, arguments: str, said: str) -> None:
    """What was taken for what and what was left out is said on stderr, and not with -q."""
    assert said in run(*arguments.split()).err
    assert "" == run(*arguments.split(), "-q").err


@pytest.mark.parametrize(
    ("arguments", "status", "out"),
    [
        ("list", 0, None),
        ("list --speaker Nobody --json", 1, "[]\n"),
        ("search xyzzy --json", 1, "[]\n"),
        ("list empty --json", 1, "[]\n"),
        ("extract empty", 1, ""),
        ("list missing.txt --json", 2, "[]\n"),
        ("list missing.txt news", 2, None),
        ("extract missing.txt news", 2, None),
    ],
)
def test_exit_status(run: Run, tmp_path: Path, arguments: str, status: int, out: str | None) -> None:
    """0 is found, 1 nothing matched, 2 something could not be read; the rest is still delivered."""
    (tmp_path / "empty").mkdir()
    ran = run(*arguments.split())

    assert status == ran.status
    assert ran.out == out if out is not None else "Mao Ning" in ran.out


@pytest.mark.parametrize(
    ("arguments", "what", "mend"),
    [
        (
            ["search", "peace", "talks"],
            "a query is one argument",
            'Quote it: statements search "peace talks"',
        ),
        (["who-said", "peace", "talks", "now"], "a query is one argument", '"peace talks now"'),
        (["search"], "missing argument 'QUERY'", "See statements search -h"),
        (["lst"], "no such command 'lst'", "Did you mean 'list'?"),
        (["-c", "news", "list"], "no such option", "Options stand after the command: statements list -c"),
        (
            ["list", "--since", "2025-05", "--until", "2025-04-30"],
            "--since: 2025-05 is later than until 2025-04-30",
            "Change them round",
        ),
        (["list", "--since", "gestern"], "'gestern' is not a date", "Write it as 2025-05-20"),
        (["list", "--kind", "loud"], "--kind: 'loud' is not known", "Use one of direct, mixed, indirect"),
        (["list", "--fields", ","], "--fields names no field", "Fields are id, date"),
        (["list", "--fields", "speeker"], "there is no field speeker", "Fields are id, date"),
        (["list", "--sort", "x"], "nothing can be ordered by x", "Use one of date"),
        (["list", "--json", "--format", "csv"], "exclude each other", "Leave one out"),
        (["list", "-n", "-1"], "a limit of -1 means nothing", "or 0 for all"),
        (["list", "--min-confidence", "80"], "is not between 0 and 1", "Give it as 0.8"),
        (["list", "--language", "Klingon"], "Klingon is no language known", "or its code of two letters, as fr"),
        (["who-said"], "needs a speaker or a text", "statements who-said --speaker"),
        (["extract", "-j", "-1"], "-1 documents at once", "0 for one a core"),
    ],
)
def test_errors(run: Run, arguments: list[str], what: str, mend: str) -> None:
    """An error is one line that says what is wrong and how to mend it; nothing is on stdout."""
    ran = run(*arguments)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert ran.err.startswith("statements: error: ")
    assert what in ran.err and mend in ran.err


def test_path_after_query(run: Run, corpus_file: Path) -> None:
    """What stands after the query is a path, and one that is missing is said so."""
    assert 0 == run("search", "dialogue", str(corpus_file.parent), variables={}).status
    assert "nws/: no such file or folder" in run("search", "dialogue", "nws/").err


def test_path_in_place_of_a_command(run: Run, corpus_file: Path) -> None:
    """Where a path stands in place of the command, the error says which command reads it."""
    ran = run(str(corpus_file.parent))

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert f"To read it: statements list {corpus_file.parent}" in ran.err and "Did you mean" not in ran.err


def test_fault_of_the_program(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program is one line too; --debug raises it with its traceback."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr("statements_cli.store.store.Store.statements", broken)

    assert "RuntimeError: no such luck. This is a fault of the program" in run("list").err
    with pytest.raises(RuntimeError):
        run("list", "--debug")


def test_interrupt(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted command ends with 130."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("statements_cli.pipeline.parse", interrupted)

    assert 130 == run("list").status


def test_names(run: Run, tmp_path: Path, corpus_file: Path) -> None:
    """A names.toml, given or beside the articles, says what speakers are called and who they are."""
    said = '["Mao the spokesperson"]\naliases = ["Mao Ning"]\ncountry = "XX"\n'
    given = tmp_path / "mine.toml"
    given.write_text(said, encoding="utf-8")

    assert "Mao the spokesperson" == run("list", "--names", str(given), "--country", "XX", "--json").json[0]["speaker"]
    (corpus_file.parent / "names.toml").write_text(said, encoding="utf-8")
    assert 2 == len(run("list", "--country", "XX", "--json").json)
    given.write_text("[x]\nfoo = 1\n", encoding="utf-8")
    ran = run("list", "--names", str(given))
    assert 2 == ran.status and "unknown key 'foo'" in ran.err


def test_hostile_text(run: Run) -> None:
    """Escape sequences and markup in an article reach no stream as such, in any format."""
    hostile = "[red]a[/red] :smile: \x1b[31mred \u202e \x9b1m"
    text = f"# A | B | 2025-01-01\n2025-01-01 | X | CN | speech | {hostile}\n"
    for format_ in ("table", "json", "jsonl", "csv", "tsv", "markdown"):
        for terminal in (True, False):
            ran = run("list", "-", "--format", format_, "--color", "never", stdin=text, terminal=terminal)
            assert 0 == ran.status
            assert not {"\x1b", "\u202e", "\x9b"} & set(ran.out)
            assert "smile" in ran.out
