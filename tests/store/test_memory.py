"""The store answers from Python what commands answer from the shell."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from statements_cli.model import Clue, Document
from statements_cli.pipeline import Parsed
from statements_cli.query.filters import Filter
from statements_cli.store import Store
from statements_cli.store import store as module

TALKS = """\
# China backs talks | Global Times | 2025-05-20
2025-05-20 | Mao Ning | CN | speech | China supports direct dialogue and negotiation between the parties
- | Volodymyr Zelensky | UA | speech | Negotiations must be held without delay
"""


def test_statements_newest_first_undated_last(store: Store) -> None:
    """Without an order asked for, the newest statement comes first and the undated one last."""
    dates = [statement.date for statement in store.statements()]

    assert ["2025-05-20", "2025-05-19", "2025-05", "2025-02-13", "2025-02-12", None] == dates


def test_limit_cuts_but_counts_all(store: Store) -> None:
    """A limit says how many are given; the total says how many there are."""
    found = store.statements(limit=2)

    assert (2, 6) == (len(found), found.total)


def test_search_best_first(store: Store) -> None:
    """A search finds other forms of a word; a filter narrows it."""
    assert ["Mao Ning", "Volodymyr Zelensky"] == [h.statement.speaker for h in store.search("negotiation")]
    assert ["Mao Ning"] == [h.statement.speaker for h in store.search("negotiation", Filter(countries=("CN",)))]


def test_search_counts_the_undated_that_it_would_find(store: Store) -> None:
    """Of statements without a day those are left out by a date filter which answer the query."""
    since = Filter(since="2025")
    (zelensky,) = store.statements(Filter(undated=True))

    assert [1, 0] == [store.search(query, since).undated for query in ("negotiation", "memorandum")]
    assert 0 == store.similar(zelensky, since).undated


def test_search_can_be_ordered_otherwise(store: Store) -> None:
    """Hits can be had in another order than the best first."""
    assert ["China supports", "Negotiations"] == [
        " ".join(h.statement.text.split()[: 2 if n == 0 else 1])
        for n, h in enumerate(store.search("negotiations", sort="date"))
    ]


def test_speakers(store: Store) -> None:
    """A speaker has what is oftenest said of it, its first and last day, and its spellings."""
    mao = store.speakers(Filter(countries=("CN",)))[0]

    assert ("Mao Ning", "Foreign Ministry spokesperson", "CN", 2) == (
        mao.speaker,
        mao.role,
        mao.country,
        mao.statements,
    )
    assert ("2025-05", "2025-05-20") == (mao.first, mao.last)
    assert "Mao Ning" in mao.spellings


def test_speakers_most_statements_first(store: Store) -> None:
    """Speakers with more statements come first, equals in alphabetical order."""
    assert ["Mao Ning", "Guo Jiakun", "Kiel Institute", "Vladimir Putin", "Volodymyr Zelensky"] == [
        speaker.speaker for speaker in store.speakers()
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), [("China backs talks", 4), ("Studies", 2), ("Nothing was said here", 0)]),
        (Filter(acts=("any",)), [("China backs talks", 4), ("Studies", 3), ("Nothing was said here", 0)]),
        (Filter(since="2025-03"), [("China backs talks", 4)]),  # the day published
        (Filter(speakers=("Guo Jiakun",)), [("Studies", 1)]),
        (Filter(acts=("writing",)), [("China backs talks", 1)]),
        (Filter(outlets=("reuters",)), [("Nothing was said here", 0)]),
        (Filter(undated=True), [("Nothing was said here", 0)]),
    ],
)
def test_articles(store: Store, wanted: Filter, expected: list[tuple[str, int]]) -> None:
    """Dates are those of publication; other filters keep articles that hold such statements."""
    found = store.articles(wanted)

    assert expected == [(counted.article.headline, counted.statements) for counted in found]


def test_show(store: Store) -> None:
    """A statement is shown in its paragraph, with the evidence of statement and article."""
    statement = store.search("memorandum")[0].statement
    passage = store.show(statement.id[:12])

    assert passage is not None
    assert statement.text in passage.text
    assert (Clue("name before colon"),) == passage.statement.evidence.found
    assert (Clue("place of date", ("2025-05-20", "2025-05-20", "dateline")),) == passage.article.evidence
    start, end = statement.spans.content[0]
    assert statement.text == passage.text[start - passage.span[0] : end - passage.span[0]]


def test_show_unknown_and_ambiguous(store: Store) -> None:
    """An unknown id shows nothing; an ambiguous beginning is an error; the empty one is unknown."""
    first = next(c for c in "0123456789abcdef" if len(store.with_id(c)) > 1)

    assert store.show("zz") is None
    assert store.show("") is None
    with pytest.raises(ValueError, match=f"begins with {first}"):
        store.show(first)


def test_speaker_by_part_of_name(store: Store) -> None:
    """From Python too, a filter takes a part of a name or another spelling."""
    assert 2 == store.statements(Filter(speakers=("Mao",))).total
    assert 1 == store.statements(Filter(speakers=("zelenskyy",))).total


def test_more_days_than_sqlite_chains(store: Store) -> None:
    """Any number of days may be asked for; SQLite takes no chain of a thousand."""
    days = [(date(2020, 1, 1) + timedelta(number)).isoformat() for number in range(3000)]

    assert list(store.statements(Filter(since=days[0], until=days[-1]))) == list(store.statements(Filter(on=days)))
    assert store.statements(Filter(on="2025-05-20")).total == store.statements(Filter(on=["2025-05-20"] * 3)).total > 0


def test_same_file_twice_is_read_once(fake_parse: Callable[[Document], Parsed]) -> None:
    """A document named twice doesn't double its statements."""
    parsed = fake_parse(Document("a.txt", "# A | B |\n- | X Y | CN | speech | Words\n", "1" * 64))

    assert 1 == len(Store([parsed, parsed]))


def test_empty_store() -> None:
    """A store of nothing answers with nothing."""
    store = Store([])

    assert (0, 0, 0, 0) == tuple(
        found.total for found in (store.statements(), store.search("x"), store.speakers(), store.articles())
    )


def test_from_paths(
    corpus_file: Path, fake_parse: Callable[[Document], Parsed], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files and folders are read into a store; what can't be read is reported."""
    monkeypatch.setattr("statements_cli.pipeline.parse", fake_parse)
    notices: list[object] = []
    (corpus_file.parent / "picture.bin").write_bytes(bytes(range(256)) * 4)

    store = Store.from_paths([str(corpus_file.parent)], report=notices.append)

    assert (7, 1) == (len(store), len(notices))


def test_undated_article_is_dated_by_another(fake_parse: Callable[[Document], Parsed]) -> None:
    """An article without a day takes it, as inferred, from a dated one that reports the same utterance."""
    said = "China supports direct dialogue and negotiation between Russia and Ukraine"
    undated = fake_parse(Document("a.txt", f"# A | B |\n- | Mao Ning | CN | speech | {said}\n", "1" * 64))
    dated_line = f"2025-05-20 | Mao Ning | CN | speech | {said}"
    dated = fake_parse(Document("b.txt", f"# C | D | 2025-05-20\n{dated_line}\n", "2" * 64))

    for parts in ([undated, dated], [dated, undated]):
        store = Store(parts)
        article = next(c.article for c in store.articles() if c.article.headline == "A")
        statement = next(s for s in store.statements() if s.path == "a.txt")
        assert ("2025-05-20", "inferred") == (article.published, article.published_basis)
        assert ("2025-05-20", "inferred") == (statement.date, statement.date_basis)


def test_undated_copies_are_dated_alike(fake_parse: Callable[[Document], Parsed]) -> None:
    """Copies of an undated article that follow each other all get the day that a dated one lends them."""
    said = "China supports direct dialogue and negotiation between Russia and Ukraine"
    copies = [
        fake_parse(Document(f"{n}.txt", f"# A | B |\n- | Mao Ning | CN | speech | {said}\n", "1" * 64)) for n in "ab"
    ]
    dated = fake_parse(Document("c.txt", f"# C | D | 2025-05-20\n- | Mao Ning | CN | speech | {said}\n", "2" * 64))
    store = Store([*copies, dated])

    assert [("a.txt", "2025-05-20"), ("b.txt", "2025-05-20")] == [
        (one.path, one.date) for one in store.statements(sort="article") if one.path != "c.txt"
    ]


def test_one_name_across_documents(fake_parse: Callable[[Document], Parsed]) -> None:
    """Spellings of one person become one name across documents; bodies of two countries stay two."""
    texts = (
        "# A | B |\n- | Volodymyr Zelensky | UA | speech | One\n- | Foreign Ministry | CN | speech | Two\n",
        "# C | D |\n- | Volodymyr Zelenskyy | UA | speech | Three\n- | Foreign Ministry | JP | speech | Four\n",
    )
    parts = [fake_parse(Document(f"{n}.txt", text, str(n) * 64)) for n, text in enumerate(texts)]

    for order in (parts, parts[::-1]):
        speakers = Store(order).speakers()
        assert 1 == sum("Zelensky" in speaker.speaker for speaker in speakers)
        assert {"CN", "JP"} == {s.country for s in speakers if s.speaker == "Foreign Ministry"}
        assert {"Volodymyr Zelensky", "Volodymyr Zelenskyy"} <= set(speakers[0].spellings)


def test_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module's examples, on the seed articles, are true."""
    monkeypatch.chdir(Path(__file__).parents[2])

    assert 0 == doctest.testmod(module).failed


def test_copies_of_a_file(fake_parse: Callable[[Document], Parsed]) -> None:
    """Copies of a file keep their statements, each under its own path, and cost no more than their number."""
    said = "China supports direct dialogue and negotiation between Russia and Ukraine"
    text = f"# A | B |\n- | Mao Ning | CN | speech | {said}\n"
    dated = f"# C | D | 2025-05-20\n2025-05-20 | Mao Ning | CN | speech | {said}\n"
    copies = [fake_parse(Document(f"{n}.txt", text, "1" * 64)) for n in range(300)]
    store = Store([*copies, fake_parse(Document("d.txt", dated, "2" * 64))])

    assert 301 == len({statement.path for statement in store.statements()})
    assert {"2025-05-20"} == {statement.date for statement in store.statements()}


@pytest.mark.parametrize("in_file", [False, True])
def test_eight_threads(fake_parse: Callable[[Document], Parsed], kept: Callable[..., Store], in_file: bool) -> None:
    """Threads that ask one store at the same time have the same answers as one alone, parts made at need included."""
    parsed = [fake_parse(Document("known.txt", TALKS, "0" * 64))]

    def answers(store: Store) -> object:
        return (
            list(store.statements()),
            [hit.statement.id for hit in store.search("dialogue negociation")],
            list(store.speakers()),
            [passage.text for id_ in store.ids() if (passage := store.show(id_))],
        )

    expected = answers(Store(parsed))
    for _ in range(5):
        store = kept(parsed) if in_file else Store(parsed)
        with ThreadPoolExecutor(8) as pool:
            assert [expected] * 8 == list(pool.map(answers, [store] * 8))


def test_utterances_where_they_are_wanted(fake_parse: Callable[[Document], Parsed]) -> None:
    """Statements have the id of their utterance, unless it isn't wanted; once looked for, it is there in any case."""
    said = "2025-05-20 | Mao Ning | CN | speech | China supports direct dialogue between Russia and Ukraine"
    parts = [fake_parse(Document(f"{n}.txt", f"# A | B | 2025-05-20\n{said}\n", n * 64)) for n in "12"]
    store = Store(parts)

    assert [None, None] == [one.utterance for one in store.statements(grouped=False)]
    assert 1 == len({one.utterance for one in store.statements()})
    assert [*store.statements()] == [*store.statements(grouped=False)]
