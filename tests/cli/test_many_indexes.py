"""Several indexes answer as one of all their documents does, by every command."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.cli.app import main
from statements_cli.output.environment import Environment

Run = Callable[..., Any]

NEWS = {
    "a": """\
# China backs talks | Global Times | 2025-05-20
2025-05-20 | Mao Ning | CN | speech | China supports direct dialogue and negotiation between the parties
2025-05-19 | Vladimir Putin | RU | speech | Russia is ready to work on a memorandum on a future peace treaty
2025-05-20 | Volodymyr Zelensky | UA | speech | The peace deal of Monday is not the one we were promised in March
""",
    "b": """\
# No day | Reuters |
- | Putin | RU | speech | Russia is ready to work on a memorandum on a future peace treaty with its neighbours
- | Zelensky | UA | speech | Negotiations must be held without any further delay
""",
    "c": """\
# Studies | AFP | 2025-02-13
2025-02-13 | Guo Jiakun | CN | speech | China is glad to see all efforts conducive to peace
2025-02-12 | Kiel Institute | DE | report | Aid to Ukraine fell by a third
2025-02-13 | Guo Jiakun | CN | attitude | Beijing wants the sanctions lifted
""",
    "d": """\
# The deal | Reuters | 2025-05-20
2025-05-20 | Zelensky | UA | speech | The peace deal of Monday is not the one we were promised
2025-05-20 | Guo Jiakun | CN | speech | China is glad about the peace deal, and so are its negotiators
""",
    "e": """\
# Next day | AP | 2025-05-21
2025-05-21 | V. Putin | RU | speech | There will be peace
2025-05-21 | Mao Ning | CN | writing | China supports direct dialogue
""",
}
COMMANDS = (
    ("list",),
    ("list", "--json", "--act", "any", "--min-confidence", "0"),
    ("list", "--json", "--sort", "article"),
    ("list", "--speaker", "Zelensky", "--json"),
    ("list", "--since", "2025-05-20", "--country", "RU", "-n", "1", "--offset", "1"),
    ("list", "--distinct", "--json"),
    ("list", "--undated"),
    ("search", "dialoge negociation"),
    ("search", "peace", "--json", "-n", "2"),
    ("search", "nothing like that"),
    ("who-said", "peace deal", "--speaker", "Zelensky"),
    ("who-said", "--speaker", "putin"),
    ("speakers", "--json"),
    ("articles", "--json", "--outlet", "reuters"),
    ("count", "--by", "speaker", "--by", "month", "--json"),
    ("count", "--by", "outlet"),
    ("timeline", "--by", "month", "--json"),
    ("matrix", "--json"),
    ("track", "peace deal", "--json"),
    ("compare", "peace deal", "--json"),
    ("export", "--format", "jsonl"),
    ("export", "--format", "webannotation"),
    ("export", "--format", "quotebank"),
    ("show", "e"),
    ("show", "zz"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, fake_parse: Callable[..., Any]) -> Path:
    """A folder of five documents, one index of them, and four of one or two each."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "texts").mkdir()
    for name, text in NEWS.items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "shards").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("statements_cli.pipeline.parse", fake_parse)
        patch.chdir(folder)
        environment = Environment(io.StringIO(), io.StringIO(), io.StringIO())
        assert 0 == main(["index", "texts", "-o", "one.db", "-q"], environment)
        for shard, names in {"z": "ad", "m": "b", "k": "c", "x": "e"}.items():
            paths = [f"texts/{name}.txt" for name in names]
            assert 0 == main(["index", *paths, "-o", f"shards/{shard}.db", "-q"], environment)
    return folder


@pytest.fixture
def news(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder, in which a test may do what it likes."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.usefixtures("news")
def test_the_corpus_joins_what_lies_apart(run: Run) -> None:
    """What the shards tell apart is one in the whole: a name, a day that is lent, versions of an utterance."""
    found = run("list", "--json", "--min-confidence", "0", "-c", "shards/*.db").json
    alone = run("list", "--json", "--min-confidence", "0", "-c", "shards/m.db").json

    assert {"Putin", "Zelensky"} == {one["speaker"] for one in alone}
    assert {"Vladimir Putin", "Volodymyr Zelensky"} < {one["speaker"] for one in found}
    assert {None} == {one["date"] for one in alone}
    assert not [one for one in found if one["date"] is None]
    assert len(found) > len({one["utterance"] for one in found})


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_four_answer_as_one(run: Run, command: tuple[str, ...]) -> None:
    """Every command writes the same of four indexes as of one: answer, notes and exit status."""
    assert run(*command, "-c", "one.db") == run(*command, "-c", "shards/*.db")


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("command", ["show", "cite"])
def test_statements_by_id(run: Run, command: str) -> None:
    """A statement of any of the indexes is found by its id."""
    for id_ in run("list", "--ids", "-q", "-c", "one.db").lines:
        assert run(command, id_, "-c", "one.db") == run(command, id_, "-c", "shards/*.db")


def test_wherever_indexes_are_named(run: Run, news: Path) -> None:
    """Several options, arguments, the environment and the configuration name them as a pattern does."""
    expected = run("list", "--json", "-c", "one.db")
    each = sorted(str(path) for path in Path("shards").iterdir())

    assert expected == run("list", "--json", *(word for path in each for word in ("-c", path)))
    assert expected == run("list", "--json", *each)
    assert expected == run("list", "--json", variables={"STATEMENTS_CORPUS": "shards/*.db"})
    (news / "statements.toml").write_text('corpus = ["shards/*.db"]')
    assert expected == run("list", "--json", variables={})


@pytest.mark.usefixtures("news")
def test_no_articles_beside_indexes(run: Run) -> None:
    """Indexes beside articles are refused, as one index is."""
    ended = run("list", "shards/k.db", "shards/m.db", "texts")

    assert 2 == ended.status
    assert "shards/k.db is an index, which is read by itself" in ended.err


@pytest.mark.parametrize("cached", [True, False])
def test_what_cannot_be_read_is_left_out(run: Run, news: Path, cached: bool) -> None:
    """A damaged index, an older one, an empty and a missing one get a line each, the rest is read, each time."""
    variables = {"STATEMENTS_CACHE_DIR": str(news / "cache")} if cached else {}
    (news / "shards" / "k.db").write_bytes((news / "shards" / "k.db").read_bytes()[:5000])
    with sqlite3.connect(news / "shards" / "m.db") as older:
        older.execute("pragma user_version = 1")
    (news / "shards" / "n.db").touch()
    expected = run("list", "--json", "texts/a.txt", "texts/d.txt", "texts/e.txt").json
    for _ in range(2):
        ended = run("list", "--json", "shards/*.db", "shards/gone.db", variables=variables)

        assert (2, expected) == (ended.status, ended.json)
        lines = [line for line in ended.err.splitlines() if line.startswith("statements: error: ")]
        assert ["shards/k.db", "shards/m.db", "shards/n.db", "shards/gone.db"] == [
            line.removeprefix("statements: error: ").split(" ")[0].rstrip(":") for line in lines
        ]


def test_none_can_be_read(run: Run, news: Path) -> None:
    """Where no index can be read, that is an error."""
    (news / "one.db").write_bytes(b"")
    ended = run("list", "one.db", "two.db")

    assert (2, "") == (ended.status, ended.out)


def test_kept_until_one_changes(run: Run, news: Path) -> None:
    """What was joined is kept, and made again once an index has changed; cache tells of it and clears it."""
    variables = {"STATEMENTS_CACHE_DIR": str(news / "cache")}
    run("list", "shards/*.db", variables=variables)
    [kept] = (news / "cache" / "joined").glob("*.db")
    before = kept.stat().st_ino
    assert "joined" not in run("list", "-v", "shards/*.db", variables=variables).err
    assert before == kept.stat().st_ino

    (news / "texts" / "b.txt").write_text("# New | AP | 2025-06-01\n2025-06-01 | Mao Ning | CN | speech | Words\n")
    run("index", "texts/b.txt", "-o", "shards/m.db")
    run("index", "texts", "-o", "one.db")
    again = run("list", "--json", "shards/*.db", variables=variables)
    assert again.json == run("list", "--json", "one.db").json
    assert "1 joined set of indexes" in run("cache", "info", variables=variables).out
    run("cache", "clear", variables=variables)
    assert not list((news / "cache" / "joined").glob("*.db"))


def test_document_in_two_indexes(run: Run, news: Path) -> None:
    """A document that stands in two indexes is read once, which is said."""
    (news / "shards" / "copy.db").write_bytes((news / "shards" / "k.db").read_bytes())
    ended = run("list", "--json", "shards/*.db")

    assert ended.json == run("list", "--json", "one.db").json
    assert "1 document in several of these indexes" in ended.err


def test_own_names_hold(run: Run, news: Path) -> None:
    """What the user's names.toml says when indexes are made holds when they are asked together."""
    (news / "names.toml").write_text('["President Putin"]\naliases = ["Vladimir Putin"]\nrole = "President"\n')
    for name in ("one.db", "shards/z.db"):
        (news / name).unlink()
    run("index", "texts", "-o", "one.db", "--names", "names.toml")
    run("index", "texts/a.txt", "texts/d.txt", "-o", "shards/z.db", "--names", "names.toml")
    expected = run("speakers", "--json", "-c", "one.db")

    assert "President Putin" in expected.out
    assert expected == run("speakers", "--json", "-c", "shards/*.db")
