"""An index that was updated, in whatever order, holds what one made from scratch holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from sqlite3 import Connection, connect

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements_cli.model import Document
from statements_cli.pipeline import Parsed
from statements_cli.query.filters import Filter
from statements_cli.speakers.user_names import Names, names_from
from statements_cli.store import Store, writer
from statements_cli.store.resolution import canonical_names, utterance_groups
from statements_cli.store.resolution.reports import reports_where
from statements_cli.store.tables import mention_rows
from statements_cli.store.tables.index_creation import create
from statements_cli.store.tables.rows import place_of
from statements_cli.store.writer import Writer
from statements_cli.utterances import blocking
from statements_cli.utterances.grouping import Member
from tests.utterances.whole_blocks import grouped

NAMES = (
    *("Mao Ning", "Ning", "Ning Mao", "Sergei Lavrov", "Sergey Lavrov", "S. Lavrov", "Lavrov", "Sergei", ""),
    *("John Smith", "Jon Smyth", "J. Smith", "Mary Smith", "Smith", "John", "John A. Smith", "Volodymyr Zelensky"),
    *("Vladimir Zelenskiy", "Zelensky", "Foreign Ministry", "Chinese Foreign Ministry", "UN", "United Nations"),
)
BODIES = frozenset(("Foreign Ministry", "Chinese Foreign Ministry", "UN", "United Nations"))
COUNTRIES = ("CN", "RU", "US", "", "")
USERS = names_from({"Mao N.": {"aliases": ["Mao Ning"], "country": "XX"}, "Smith the Elder": {"aliases": ["J. Smith"]}})
TEXTS = (
    "China supports direct dialogue and negotiation between the parties",
    "Beijing supports direct dialogue and negotiation between both parties",
    "Aid to Ukraine fell by a third in the first months of this year",
    "Aid to Ukraine has fallen by a third in the first months of the year",
    "We hope for peace",
    "The only viable way out of the crisis is dialogue and negotiation between the parties",
    "Dialogue between the parties is the only feasible way to solve the crisis",
    "Aid to Ukraine has not fallen by a third",
)
LINES = st.builds(
    "{} | {} | {} | speech | {}".format,
    st.sampled_from(("2025-05-20", "2025-05-23", "2025-05-26", "2025-05", "-")),
    st.sampled_from(NAMES),
    st.sampled_from(COUNTRIES),
    st.sampled_from(TEXTS),
)
ARTICLES = st.builds(
    lambda day, lines: "\n".join([f"# Talks | Global Times | {day}", *lines]) + "\n",
    st.sampled_from(("2025-05-20", "2025-05-21", "2025-05", "")),
    st.lists(LINES, max_size=4),
)
PATHS = ("a.txt", "a/b.txt", "b.txt", "c.txt")
STEPS = st.lists(st.tuples(st.sampled_from(PATHS), st.none() | ARTICLES), max_size=8)


def written(
    parse: Callable[[Document], Parsed], *batches: list[tuple[str, str | None]], names: Names | None = None
) -> Connection:
    """Return an index in memory to which the batches were put one after the other; None takes a file out."""
    connection = connect(":memory:", isolation_level=None)
    create(connection)
    writer = Writer(connection, names)
    for batch in batches:
        for path, text in batch:
            writer.remove_file(path)
            if text is not None:
                writer.add(typed(parse(Document(path, text, f"{hash(text) % 16**15:064x}"))))
        writer.finish()
    return connection


def typed(parsed: Parsed) -> Parsed:
    """Give the bodies among the speakers their type."""
    statements = [replace(one, type="organisation") if one.speaker in BODIES else one for one in parsed.statements]
    return parsed._replace(statements=tuple(statements))


def told(store: Store) -> list[object]:
    """Return all that a store tells."""
    everything = Filter(acts=("any",))
    statements = store.statements(everything, "article")
    articles = [(counted.article, counted.statements) for counted in store.articles(everything)]
    return [
        *((one, one.evidence) for one in statements),
        list(store.statements(everything)),
        list(store.speakers(everything)),
        articles,
    ]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=STEPS,
    cuts=st.sets(st.integers(1, 7)),
    cheap=st.booleans(),
    most=st.sampled_from((1, 2, 3, 120)),
    at_once=st.sampled_from((1, 2, 1000)),
    names=st.sampled_from((None, USERS)),
)
def test_any_order_and_split_of_updates(
    fake_parse: Callable[[Document], Parsed],
    steps: list[tuple[str, str | None]],
    cuts: set[int],
    cheap: bool,
    most: int,
    at_once: int,
    names: Names | None,
) -> None:
    """However updates are ordered and split, records, speakers and articles are those of one build, and of memory."""
    last = {path: text for path, text in dict(steps).items() if text is not None}
    ends = [0, *sorted(cut for cut in cuts if cut < len(steps)), len(steps)]
    batches = [steps[start:end] for start, end in pairwise(ends)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canonical_names, "_MANY", 0 if cheap else 8)  # names looked for by their keys, or all read
        patch.setattr(blocking, "MOST_UNDER_A_WORD", most)  # words of so many are passed over
        for module in (writer, mention_rows):
            patch.setattr(
                module, "_HELD", 0 if cheap else 1000
            )  # counts and mentions are kept from document to document
        updated = written(fake_parse, *batches, names=names)
        patch.setattr(blocking, "_AT_ONCE", at_once)  # of a speaker's statements, some days or all
        scratch = written(fake_parse, list(reversed(last.items())), names=names)
        ordered = sorted(last.items(), key=lambda item: place_of(item[0], 0))
        memory = Store([typed(fake_parse(Document(p, t, f"{hash(t) % 16**15:064x}"))) for p, t in ordered], names)

        assert told(Store(index=scratch)) == told(Store(index=updated))
        assert told(memory) == told(Store(index=updated))
    updated.execute("insert into statement_words (statement_words, rank) values ('integrity-check', 1)")
    for table in [
        "mention",
        "speaker",
        "spelling",
        "naming",
        "name_key",
        "outlet",
        "lent_date",
        "statement",
        "article",
    ]:
        count = f"select count(*) from {table}"
        assert scratch.execute(count).fetchone() == updated.execute(count).fetchone(), table


REPORTS = st.builds(
    lambda day, lines: "\n".join([f"# Talks | Global Times | {day}", *lines]) + "\n",
    st.sampled_from(("2025-05-20", "2025-05-23", "2025-05-25", "")),
    st.lists(
        st.builds(
            "{} | {} | CN | speech | {}".format,
            st.sampled_from(("2025-05-20", "2025-05-22", "2025-05-25", "-")),
            st.sampled_from(("Mao Ning", "Mao Ning", "Mao Ning", "Foreign Ministry")),
            st.sampled_from(TEXTS),
        ),
        min_size=1,
        max_size=2,
    ),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    first=st.lists(REPORTS, min_size=1, max_size=4),
    second=st.lists(REPORTS, min_size=1, max_size=2),
    gone=st.sets(st.integers(0, 3)),
    most=st.sampled_from((1, 2, 3, 120)),
    at_once=st.sampled_from((1, 2, 1000)),
)
def test_utterances_of_an_update(
    fake_parse: Callable[[Document], Parsed],
    first: list[str],
    second: list[str],
    gone: set[int],
    most: int,
    at_once: int,
) -> None:
    """What comes and goes changes groups as if all had been read at once, also where words become too common."""
    held: dict[str, str | None] = {f"{number}.txt": text for number, text in enumerate(first)}
    change: dict[str, str | None] = {f"new{number}.txt": text for number, text in enumerate(second)}
    change |= {f"{number}.txt": None for number in gone if number < len(first)}
    whole: list[tuple[str, str | None]] = [(path, text) for path, text in (held | change).items() if text is not None]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "MOST_UNDER_A_WORD", most)
        updated = written(fake_parse, [*held.items()], [*change.items()])
        patch.setattr(blocking, "_AT_ONCE", at_once)
        scratch = written(fake_parse, whole)
    everything = Filter(acts=("any",))
    found = [
        {(one.path, one.spans.content): (one.utterance, one.date) for one in Store(index=index).statements(everything)}
        for index in (scratch, updated)
    ]

    assert found[0] == found[1]
    members = {number: Member(*member) for number, *member in scratch.execute(utterance_groups.ALL_MEMBERS)}
    kept = dict(scratch.execute("select number, utterance from statement where utterance is not null"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "MOST_UNDER_A_WORD", most)
        assert kept == grouped(reports_where(scratch, "true"), members.__getitem__)


def test_users_names_come_first(fake_parse: Callable[[Document], Parsed], kept: Callable[..., Store]) -> None:
    """What the user says of a speaker comes before what the corpus says, in an index as in memory."""
    names = names_from({"Mao N.": {"aliases": ["Mao Ning"], "role": "Diplomat", "country": "XX"}})
    parsed = [fake_parse(Document("a.txt", "# A | B |\n- | Mao Ning | CN | speech | Words\n", "1" * 64))]

    assert told(Store(parsed, names)) == told(kept(parsed, names))


def test_document_named_twice_is_put_in_once(
    fake_parse: Callable[[Document], Parsed], kept: Callable[..., Store]
) -> None:
    """A document of a path that is there already is left out."""
    parsed = fake_parse(Document("a.txt", "# A | B |\n- | X Y | CN | speech | Words\n", "1" * 64))

    assert 1 == len(kept([parsed, parsed]))


def test_place_is_the_order_of_folders() -> None:
    """Documents are ordered as their folders are walked; those of one file by their number."""
    paths = [("a/b.txt", 0), ("a.txt", 0), ("b.csv", 2), ("b.csv", 10), ("b/a.txt", 0)]

    assert [*paths[:2], ("b/a.txt", 0), *paths[2:4]] == sorted(paths, key=lambda one: place_of(*one))


def test_what_is_held_of_many_documents_is_bounded(
    fake_parse: Callable[[Document], Parsed], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many speakers documents have, few of them are held in memory, and all stand in the tables."""
    for module in (writer, mention_rows):
        monkeypatch.setattr(module, "_HELD", 10)
    connection = connect(":memory:", isolation_level=None)
    create(connection)
    writes = Writer(connection)
    held = []
    for number in range(60):
        text = f"# A | B | 2025-06-01\n- | Speaker {number} | CN | speech | Words {number}\n"
        writes.add(fake_parse(Document(f"{number}.txt", text, f"{number:064x}")))
        held.append(max(len(writes._mentions), len(writes._mentions._numbers)))
    writes.finish()

    assert max(held) <= 12
    assert (60, 60) == connection.execute("select count(*), sum(statements) from mention").fetchone()
