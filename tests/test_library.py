"""What a program or a notebook meets: names, results, errors, and examples that are true."""

from __future__ import annotations

import copy
import doctest
import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import statements_cli
from statements_cli import Filter, Store
from statements_cli.documents import Notice
from statements_cli.model import RECORD_KEYS, Document
from statements_cli.pipeline import Parsed
from statements_cli.store.results import Found

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "statements_cli"
SEEDS = ROOT / "seeds"
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_are_true(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples in docstrings give what they say, in a checkout with the seed articles."""
    monkeypatch.chdir(ROOT)

    assert 0 == doctest.testmod(import_module(name)).failed


def test_names_are_listed() -> None:
    """``dir`` lists what programs use, and nothing else."""
    assert [*sorted(statements_cli.__all__), "__version__"] == sorted(
        dir(statements_cli), key=lambda n: (n[0] == "_", n)
    )
    assert "Filter" in statements_cli.__all__


@pytest.mark.parametrize("wrap", [str, lambda path: path, lambda path: [path], lambda path: (str(path),)])
def test_paths_are_one_or_several(corpus_file: Path, wrap: Callable[[Path], Any]) -> None:
    """A store reads one path or several, as text or as paths."""
    assert 1 <= Store.from_paths(wrap(corpus_file)).articles().total


def test_a_missing_path_is_an_error() -> None:
    """A path that isn't there raises ``OSError`` that names it, also beside one that is."""
    with pytest.raises(OSError, match="no such file or folder: 'nowhere'"):
        Store.from_paths([SEEDS, "nowhere"])


def test_what_is_passed_over_is_reported(tmp_path: Path) -> None:
    """A binary file is reported, and is no error where nobody asks."""
    (tmp_path / "a.bin").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "b.txt").write_text("Nothing.", "utf-8")
    heard: list[Notice] = []
    Store.from_paths(tmp_path, report=heard.append)

    assert ["a.bin"] == [Path(notice.path).name for notice in heard if "binary" in notice.message]
    assert 0 == len(Store.from_paths(tmp_path))


def test_what_fails_is_an_error_without_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_parse: Callable[..., Parsed]
) -> None:
    """A document that can't be parsed raises ``OSError``; with a report it is heard of, and the rest is read."""

    def parse(document: Document, names: object = None, model: str = "fast") -> Parsed:  # noqa: ARG001
        if document.path.endswith("a.txt"):
            raise KeyError("x")
        return fake_parse(document, names)

    monkeypatch.setattr("statements_cli.pipeline.parse", parse)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("# A | B |\n2025-01-01 | X | CN | speech | Words\n", "utf-8")
    heard: list[Notice] = []

    assert 1 == len(Store.from_paths(tmp_path, report=heard.append))
    assert 1 == len(heard)
    with pytest.raises(OSError, match="KeyError"):
        Store.from_paths(tmp_path)


def test_an_index_is_opened(tmp_path: Path, corpus_file: Path) -> None:
    """An index is opened by itself; beside other paths it is an error."""
    from statements_cli.cli.app import main

    index = tmp_path / "news.db"
    main(["index", str(SEEDS), "-q", "-o", str(index)])
    with Store.from_paths(index) as store:
        assert len(Store.from_paths(SEEDS)) == len(store)
    with pytest.raises(ValueError, match="read by itself"):
        Store.from_paths([index, corpus_file])


def test_a_store_closes_itself() -> None:
    """A store is closed at the end of a ``with``, and asked nothing after it."""
    with Store.from_paths(()) as empty:
        assert 0 == len(empty)
    with pytest.raises(Exception, match="closed"):
        empty.statements()


@pytest.mark.parametrize("sort", ["foo", "date; drop table statement", "-", ""])
def test_unknown_orders(store: Store, sort: str) -> None:
    """An order that there isn't is an error that lists those there are."""
    for ask in (store.statements, store.speakers, store.articles, lambda sort: store.search("peace", sort=sort)):
        with pytest.raises(ValueError, match=r"nothing can be ordered by .*Use one of"):
            ask(sort=sort)


def test_negative_limits(store: Store) -> None:
    """Fewer than none is an error; none is none."""
    for ask in (store.statements, store.speakers, store.articles, lambda limit: store.search("peace", limit=limit)):
        with pytest.raises(ValueError, match="a limit of -1 means nothing"):
            ask(limit=-1)
        assert 0 == len(ask(limit=0))


def test_a_record_is_a_dictionary(store: Store) -> None:
    """A statement's dictionary is its record, and survives JSON; hits, speakers and articles have theirs."""
    statement = store.statements()[0]
    record = statement.to_dict()

    assert list(RECORD_KEYS) == list(record)
    assert record == json.loads(json.dumps(record))
    assert [record] == store.statements(limit=1).to_dicts()
    assert "score" in store.search("dialogue").to_dicts()[0]
    assert {"speaker", "spellings"} < store.speakers().to_dicts()[0].keys()
    assert {"headline", "statements"} < store.articles().to_dicts()[0].keys()


def test_results_show_as_a_table(store: Store) -> None:
    """A notebook gets a table of the first rows, in which text is no markup."""
    statement = replace(store.statements()[0], text="<script>alert('&')</script>", speaker=None)
    html = Found((statement,) * 30, 30)._repr_html_()

    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "20 of 30" in html
    assert 21 == html.count("<tr>")
    assert "<table>" in Found((), 0)._repr_html_()
    marked = Found((replace(statement, text="Now", kind="direct", date="2025-05", date_basis="inferred"),), 1)
    assert "<td>“Now”</td>" in marked._repr_html_() and "<td>~2025-05?</td>" in marked._repr_html_()
    for found in (store.speakers(), store.articles(), store.search("dialogue")):
        assert "<td>" in found._repr_html_()


def test_results_are_pickled_and_copied(store: Store) -> None:
    """What was found can be sent to another process, which has no store to ask."""
    for found in (store.statements(limit=2), store.speakers(), store.articles(), store.search("peace")):
        for kept in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
            assert list(found) == list(kept)
            assert (found.total, found.to_dicts()) == (kept.total, kept.to_dicts())


def test_slices_of_results(store: Store) -> None:
    """A slice of what was found holds things, not numbers."""
    assert [one.id for one in store.statements()][1:3] == [one.id for one in store.statements()[1:3]]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"speakers": "Mao Ning"}, {"speakers": ("Mao Ning",)}),
        ({"speakers": ["Mao", "Guo"]}, {"speakers": ("Mao", "Guo")}),
        ({"countries": "China"}, {"countries": ("CN",)}),
        ({"countries": ("german", "EU", "NATO", "cn", "UK")}, {"countries": ("DE", "EU", "NATO", "CN", "GB")}),
        ({"languages": "French"}, {"languages": ("fr",)}),
        ({"since": "20 May 2025"}, {"since": "2025-05-20"}),
        ({"since": "2025-05", "until": "2025-05"}, {"since": "2025-05-01", "until": "2025-05-31"}),
        ({"on": "2025-02"}, {"on": (("2025-02-01", "2025-02-28"),)}),
        (
            {"on": ["2025", ("2024-01-02", "2024-02")]},
            {"on": (("2025-01-01", "2025-12-31"), ("2024-01-02", "2024-02-29"))},
        ),
        ({"on": "2020-W53"}, {"on": (("2020-12-28", "2021-01-03"),)}),
        ({"on": "2025w1"}, {"on": (("2024-12-30", "2025-01-05"),)}),
        (
            {"on": [("2025-01", "2025-01-01"), ("2025-01-01", "2025-01-01")]},
            {"on": (("2025-01-01", "2025-01-01"),) * 2},
        ),
        ({"acts": "any", "confidence": 1}, {"acts": ("any",), "confidence": 1}),
        ({"confidence": 0}, {"confidence": 0}),
    ],
)
def test_filters_take_what_the_command_takes(given: dict[str, Any], kept: dict[str, Any]) -> None:
    """A filter takes one value or several, in the words of the command, and can be made again from itself."""
    wanted = Filter(**given)

    assert kept == {name: getattr(wanted, name) for name in kept}
    assert wanted == replace(wanted)
    assert wanted == eval(repr(wanted), {"Filter": Filter})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kinds": "loud"}, "kinds: 'loud' is not known. Use one of direct, mixed, indirect."),
        ({"types": ["person", "robot"]}, "Use one of person, organisation, country"),
        ({"acts": "song"}, "Use one of speech, writing, report, attitude, any"),
        ({"languages": "Klingon"}, "languages: Klingon is no language known"),
        ({"since": "gestern"}, "since: 'gestern' is not a date"),
        ({"on": ("2025", "x")}, "on: 'x' is not a date"),
        ({"since": "2025-05-02", "until": "2025-05-01"}, "later than until"),
        ({"on": [("2025-05-02", "2025-05-01")]}, "on: 2025-05-02 is later than 2025-05-01"),
        ({"on": "2025-W53"}, "on: '2025-W53' is not a date"),
        ({"since": 2025}, "since: 2025 is no date"),
        ({"speakers": ["Mao", None]}, "speakers: None is no text"),
        ({"countries": 86}, "countries: 86 is no text"),
        ({"confidence": "high"}, "confidence: 'high' is no number"),
        ({"confidence": 1.01}, "confidence: 1.01 is not between 0 and 1"),
        ({"confidence": -0.01}, "is not between 0 and 1"),
    ],
)
def test_filters_refuse_what_they_cannot_mean(given: dict[str, Any], said: str) -> None:
    """What a filter can't mean raises ``ValueError`` with the valid choices."""
    with pytest.raises(ValueError, match=said.replace(".", "[.]")):
        Filter(**given)


def test_one_name_is_one_name(store: Store) -> None:
    """A name given alone is not taken for its letters."""
    assert {"Mao Ning"} == {one.speaker for one in store.statements(Filter(speakers="Mao Ning"))}
