"""An index in a file answers as a store in memory does, whatever is asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from statements_cli.model import RECORD_KEYS, Document
from statements_cli.model.codec import record_of
from statements_cli.pipeline import Parsed, parse
from statements_cli.query.filters import Filter
from statements_cli.query.order import ARTICLE_ORDERS, SPEAKER_ORDERS, STATEMENT_ORDERS
from statements_cli.query.passing import FilteredStatements
from statements_cli.store import Store
from statements_cli.store.results import Found

TEXT = """\
# China backs talks | Global Times | 2025-05-20
2025-05-20 | Mao Ning | CN | speech | China supports direct dialogue and negotiation between the parties
2025-05-19 | Vladimir Putin | RU | speech | Russia is ready to work on a memorandum on a future peace treaty
2025-05 | Ning | CN | writing | We hope for a fair and durable peace deal
2025 | Volodymyr Zelenskyy | UA | speech | There will be no peace without us
- | Volodymyr Zelensky | UA | speech | Negotiations must be held without delay
- |  |  | report | Nobody knows who said this
# Nothing was said here | Reuters |
# Studies | Agence Française | 2025-02-13
2025-02-13 | Guo Jiakun | CN | speech | China is glad to see all efforts conducive to peace
2025-02-12 | Kiel Institute | DE | report | Aid to Ukraine fell by a third 'by a "third"; drop table statement
2025-02-13 | Guo Jiakun | | attitude | Beijing wants the sanctions lifted
"""
MORE = """\
# Talks go on | Global Times | 2025-05-20
2025-05-20 | Mao Ning | | speech | Dialogue is the way out % of _ this
2025-05-20 | Guo Jiakun | US | speech | Dialogue, said another of that name
"""
FILTERS = (
    Filter(),
    Filter(acts=("any",)),
    Filter(acts=("report", "attitude")),
    Filter(speakers=("Mao Ning",)),
    Filter(speakers=("zelenski", "guo")),
    Filter(speakers=("nobody",)),
    Filter(countries=("cn", "RU")),
    Filter(roles=("SPOKESPERSON",)),
    Filter(outlets=("francaise",)),
    Filter(outlets=("no such",)),
    Filter(kinds=("direct",), types=("person",)),
    Filter(kinds=("indirect",)),
    Filter(vias=("tas",)),
    Filter(languages=("en",)),
    Filter(languages=("fr",)),
    Filter(languages=("EN",), outlets=("times",)),
    Filter(since="2025-05-10"),
    Filter(until="2025-05-19"),
    Filter(since="2025-05-19", until="2025-05-19"),
    Filter(since="2025-03", until="2025"),
    Filter(on=(("2025-05-20", "2025-05-20"), ("2025-02", "2025-02"))),
    Filter(since="2025-05-20", undated=True),
    Filter(undated=True),
    Filter(confidence=0.6),
    Filter(speakers=("Mao Ning",), since="2025-05-20", countries=("CN",)),
    Filter(outlets=('"; drop table statement; --',), roles=("' or 1=1",), vias=("%",)),
)


@pytest.fixture(scope="module")
def both(fake_parse: Callable[[Document], Parsed], kept: Callable[..., Store]) -> tuple[Store, Store]:
    """The same documents in a store in memory and in an index in a file."""
    parsed = [
        fake_parse(Document("news/a.txt", TEXT, "0" * 64)),
        fake_parse(Document("news/b.txt", MORE, "1" * 64)),
        fake_parse(Document("news/c.txt", MORE, "1" * 64)),  # a copy
    ]
    return Store(parsed), kept(parsed)


def held(found: Found[Any]) -> tuple[list[object], int, int]:
    """Return all that an answer tells."""
    return list(found), found.total, found.undated


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_statements(both: tuple[Store, Store], wanted: Filter) -> None:
    """Every filter, order and limit gives the same statements, totals and evidence."""
    store, index = both
    for sort in (*STATEMENT_ORDERS, "-date", "-speaker", "-article"):
        for limit in (None, 3):
            expected, actual = store.statements(wanted, sort, limit), index.statements(wanted, sort, limit)

            assert held(expected) == held(actual)
            assert [one.evidence for one in expected] == [one.evidence for one in actual]


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_filters_mean_the_same_without_a_store(both: tuple[Store, Store], wanted: Filter) -> None:
    """What is filtered statement by statement, as ``extract`` does, is what a store finds."""
    everything = both[0].statements(Filter(acts=("any",)), "article")
    passing = FilteredStatements(both[0].resolve(wanted))

    assert (list(passing.of(everything)), passing.undated) == (
        list(both[0].statements(wanted, "article")),
        both[0].statements(wanted).undated,
    )


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_speakers_and_articles(both: tuple[Store, Store], wanted: Filter) -> None:
    """Every filter gives the same speakers and articles in every order."""
    store, index = both
    for sort in (*SPEAKER_ORDERS, "-speaker"):
        assert held(store.speakers(wanted, sort, 4)) == held(index.speakers(wanted, sort, 4))
    for sort in (*ARTICLE_ORDERS, "-published"):
        assert held(store.articles(wanted, sort, 4)) == held(index.articles(wanted, sort, 4))


@pytest.mark.parametrize("query", ["dialoge", "peace deal", "% of _", '"; drop', "negoti* -peace", "nothing of it"])
def test_search(both: tuple[Store, Store], query: str) -> None:
    """A search finds the same, with the same scores."""
    store, index = both
    for wanted in (Filter(), Filter(countries=("CN",)), Filter(since="2025-05-20")):
        assert held(store.search(query, wanted)) == held(index.search(query, wanted))


@pytest.mark.parametrize(
    "name", ["Mao Ning", "mao", "Ning", "ZELENSKIY", "Zelenskj", "v p", "guojiakun", "nobody", "", "%", "_", "!", "the"]
)
def test_lookup(both: tuple[Store, Store], name: str) -> None:
    """A name typed means the same speakers."""
    store, index = both

    assert store.lookup(name) == index.lookup(name)


def test_ids_and_passages(both: tuple[Store, Store]) -> None:
    """Statements are found by id and shown in their passage alike, copies too."""
    store, index = both

    assert store.ids() == index.ids()
    assert len(store) == len(index)
    for id_ in (*store.ids(), "e", "E0", "zz", ""):
        assert store.with_id(id_) == index.with_id(id_)
    for id_ in store.ids():
        assert store.show(id_) == index.show(id_)


def test_answers_are_fetched_as_they_are_read(both: tuple[Store, Store]) -> None:
    """An answer can be counted, sliced and read twice."""
    found = both[1].statements()

    assert list(found) == list(found)
    assert found[0] == found.items[:2][0]
    assert len(found) == found.total


def test_views_have_the_columns_of_the_record(both: tuple[Store, Store]) -> None:
    """The view has the keys of the record in their order, and its rows say what records say."""
    (_, _, path) = both[1]._connection.execute("pragma database_list").fetchone()
    connection = sqlite3.connect(path)  # as other programs open it
    rows = connection.execute("select * from statements")
    columns = tuple(column for column, *_ in rows.description)
    shown = {json.dumps(record_of(one), sort_keys=True) for one in both[0].statements(Filter(acts=("any",)))}
    lists = {"quotes", "via", "spans"}
    read = [
        {key: json.loads(value) if key in lists else value for key, value in zip(columns, row, strict=True)}
        | {"non_answer": bool(row[columns.index("non_answer")])}
        for row in rows
    ]

    assert RECORD_KEYS == columns
    assert shown == {json.dumps(row, sort_keys=True) for row in read}


def test_datasette_finds_the_full_text_index(both: tuple[Store, Store]) -> None:
    """The index names its table as datasette, which looks in the SQL that made it, expects: it can be searched there."""
    named = "select name from sqlite_master where sql like '%VIRTUAL TABLE%USING FTS%content=\"statement\"%'"

    assert [("statement_words",)] == both[1]._connection.execute(named).fetchall()


@pytest.mark.parametrize("half", ["\ud800", "\ud83d\ude00"])
def test_half_characters_do_no_harm(kept: Callable[..., Store], half: str) -> None:
    """Half of a surrogate pair, which no database can hold, becomes a replacement character, two become two."""
    parsed = [parse(Document("a\udcff.txt", f"Mao Ning said: “We want {half} peace.”", "2" * 64))]
    for store in (Store(parsed), kept(parsed)):
        (found,) = store.statements()
        shown = store.show(found.id)

        assert f"We want {half} peace.".translate(dict.fromkeys(map(ord, half), "\ufffd")) == found.text
        assert shown is not None
        assert f"Mao Ning said: “We want {half} peace.”" == shown.document


@pytest.mark.parametrize("key", ["speakers", "roles", "countries", "outlets", "vias"])
def test_half_characters_are_asked_for_in_vain(both: tuple[Store, Store], key: str) -> None:
    """A filter or an id may hold anything that a shell can pass."""
    asked: dict[str, Any] = {key: ("qqq\udcff",)}
    for store in both:
        assert 0 == store.statements(Filter(**asked)).total
        assert None is store.show("a\udcff")


def test_another_thread(both: tuple[Store, Store]) -> None:
    """A store made in one thread answers in another."""
    with ThreadPoolExecutor(1) as threads:
        found = [threads.submit(store.ids).result() for store in both]

    assert found == [store.ids() for store in both]


def test_empty_index(kept: Callable[..., Store]) -> None:
    """An index of nothing answers with nothing."""
    index = kept([])

    assert ((), (), ()) == (tuple(index.statements()), tuple(index.speakers()), tuple(index.articles()))
    assert ((), None) == (index.ids(), index.show("a"))


def test_full_text_is_whole(both: tuple[Store, Store]) -> None:
    """The full-text index, in memory made when it is first asked, agrees with the statements it is over."""
    assert both[0].search("dialogue").total
    both[0]._connection.execute("insert into statement_words (statement_words, rank) values ('integrity-check', 1)")
    with pytest.raises(sqlite3.DatabaseError):
        both[0]._connection.execute("insert into statement_words (statement_words) values ('no such command')")
