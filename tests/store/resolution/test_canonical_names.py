"""Names brought together from what a change can reach are those that come of bringing all together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache
from itertools import permutations, product
from sqlite3 import Connection, connect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.speakers.user_names import Names, names_from
from statements_cli.store.resolution import canonical_names
from statements_cli.store.resolution.spellings import write_spellings
from statements_cli.store.tables.index_creation import create

Told = tuple[str | None, str | None, str | None, str | None]
"""Name, type, role and country of a mention, as an article tells them."""

ONLY_NEAR, ALL_ANEW = 0, 10**9  # how the settling of a change is made to look at what it can reach, or at everything
OF_MENTION = " and ".join(
    f"ifnull({column}, '') = ifnull(?, '')" for column in ("m.name", "own_type", "own_role", "own_country")
)
ROLES = (None, None, None, "minister", "economist", "police chief")
COUNTRIES = (None, None, None, "CN", "RU")
USERS = names_from({"Sergey L.": {"aliases": ["Sergei Lavrov"], "country": "XX"}, "Boss": {"aliases": ["John Smith"]}})
PERSON_NAMES = (
    *map(" ".join, product(("Sergei", "Sergey", "S.", "John", "Jon", "J.", "Bob", "Robert"), ("Lavrov", "Lavroff"))),
    *map(" ".join, product(("John", "Jon", "Jane", "J.", "Bobby", "Sergei", "Lavrov"), ("Smith", "Smyth", "John"))),
    *("Wang Yi", "Yi Wang", "Li Wei", "Wei Li", "Volodymyr Zelensky", "Vladimir Zelenskiy", "John A. Smith Jr."),
    *("Sergei", "John", "Jon", "Smith", "Smyth", "Mr Smith", "Lavrov", "Wang", "Li", "Wei", "Zelensky", "President Yi"),
)
BODY_NAMES = (
    *("Foreign Ministry", "Chinese Foreign Ministry", "China's foreign ministry", "Russian Foreign Ministry"),
    *("UN", "United Nations", "The Reuters", "Reuters", "Ministry of Defence", "Defense Ministry", "Smith"),
)
MENTIONS = st.one_of(
    st.tuples(st.sampled_from(PERSON_NAMES), st.just("person"), st.sampled_from(ROLES), st.sampled_from(COUNTRIES)),
    st.tuples(
        st.sampled_from(BODY_NAMES),
        st.sampled_from(("organisation", "media", "group", None)),
        st.sampled_from(ROLES),
        st.sampled_from(COUNTRIES),
    ),
    st.tuples(st.none(), st.none(), st.sampled_from(ROLES), st.none()),
)

LIKE_NAMES = (
    *("Sergei", "John", "Smith", "Smyth", "Lavrov"),
    *map(" ".join, product(("Sergei", "Sergey", "S.", "John"), ("Lavrov", "Smith", "Smyth", "John"))),
)
LIKE_MENTIONS = st.tuples(  # nearly all of which bear on each other
    st.sampled_from(LIKE_NAMES),
    st.just("person"),
    st.sampled_from((None, None, "minister", "economist")),
    st.sampled_from((None, None, "RU", "US")),
)


@st.composite
def changes(draw: st.DrawFn) -> list[list[tuple[Told, int]]]:
    """Steps, each of some mentions that are told so much more often, or less often."""
    pool = draw(st.lists(draw(st.sampled_from((MENTIONS, LIKE_MENTIONS))), min_size=2, max_size=14, unique=True))
    change = st.tuples(st.sampled_from(pool), st.sampled_from((1, 2, 5, 30, 100, -1, -20, -1000)))
    return draw(st.lists(st.lists(change, min_size=1, max_size=6), min_size=1, max_size=8))


@cache
def nothing() -> bytes:
    """Return the bytes of an index of nothing; to make its tables each time is a third of a long test's time."""
    with closing(connect(":memory:", isolation_level=None)) as connection:
        create(connection)
        return connection.serialize()


def empty() -> Connection:
    """Return an index of nothing."""
    connection = connect(":memory:", isolation_level=None)
    connection.deserialize(nothing())
    return connection


def tell(connection: Connection, change: Iterable[tuple[Told, int]], reach: int, names: Names | None = None) -> None:
    """Count mentions in an index so many times more, and settle what that changes."""
    touched = set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canonical_names, "_MANY", reach)
        for told, count in change:
            connection.execute(
                "insert or ignore into mention (name, own_type, own_role, own_country) values (?, ?, ?, ?)", told
            )
            (number,) = connection.execute(f"select number from mention m where {OF_MENTION}", told).fetchone()
            connection.execute("update mention set statements = statements + ? where number = ?", (count, number))
            connection.execute(
                "insert into naming values (?, ?, ?) on conflict do update set statements = statements + ?",
                (number, told[0] or "", count, count),
            )
            touched.add(number)
        _, respelt = canonical_names.settle(connection, names, touched)
        write_spellings(connection, respelt)


def held(connection: Connection) -> list[object]:
    """Return all that an index tells of speakers, whatever the numbers in it."""
    persons: dict[int, list[str]] = {}
    for told in connection.execute(
        "select person, name, own_type, own_role, own_country from mention where person is not null"
    ):
        persons.setdefault(told[0], []).append(repr(told[1:]))
    return [
        rows(connection, "select m.name, own_type, own_role, own_country, statements, p.name, type, role, country"
             " from mention m left join speaker p on p.number = m.speaker"),
        sorted(map(sorted, persons.values())),
        rows(connection, "select * from name_key"),
        rows(connection, "select p.name, form, folded from spelling join speaker p on p.number = speaker"),
        rows(connection, "select name from speaker"),
        rows(connection, "select m.name, own_type, own_role, own_country, source from naming join mention m"
             " on m.number = mention"),
    ]  # fmt: skip


def rows(connection: Connection, query: str) -> list[str]:
    """Return what a query finds, in an order of its own."""
    return sorted(map(repr, connection.execute(query)))


def possible(steps: Sequence[Sequence[tuple[Told, int]]]) -> Iterator[tuple[list[tuple[Told, int]], Counter[Told]]]:
    """Yield the changes with none told less often than never, each with what is told after it."""
    told: Counter[Told] = Counter()
    for step in steps:
        change = []
        for mention, count in step:
            count = max(count, -told[mention])
            told[mention] += count
            change.append((mention, count))
        yield change, +told


@given(steps=changes(), names=st.sampled_from((None, None, USERS)))
def test_whatever_changes(steps: list[list[tuple[Told, int]]], names: Names | None) -> None:
    """Names that collide, told more and less often and no more: after each change all is as if made again."""
    updated = empty()
    for change, told in possible(steps):
        tell(updated, change, ONLY_NEAR, names)
        again = empty()
        tell(again, reversed(told.items()), ALL_ANEW, names)

        assert held(again) == held(updated)


def person(name: str, country: str | None = None, role: str | None = None) -> Told:
    """Return a person's mention."""
    return name, "person", role, country


def body(name: str, country: str | None = None) -> Told:
    """Return a body's mention."""
    return name, "organisation", None, country


# what was told, what then changes, and a mention whose name that changes far off, with its name before and after
FAR_OFF = [
    # another spelling, which is told oftener
    ([(person("Sergei Lavrov"), 5)], [(person("Sergey Lavrov"), 9)], person("Sergei Lavrov"),
     "Sergei Lavrov", "Sergey Lavrov"),
    # another order of the words, which leads there only by way of the commoner spelling
    ([(person("Sergey Lavrov"), 5), (person("Sergei Lavrov"), 1)], [(person("Lavrov Sergey"), 90)],
     person("Sergei Lavrov"), "Sergey Lavrov", "Lavrov Sergey"),
    # a second spelling that joins one who was told by the first name alone
    ([(person("Sergey"), 1), (person("Sergey Smyth"), 1)], [(person("Sergei Smyth"), 1)], person("Sergey"),
     "Sergey Smyth", "Sergei Smyth"),
    # a full name of initials
    ([(person("J. Smith"), 5)], [(person("John Smith"), 1)], person("J. Smith"), "J. Smith", "John Smith"),
    # the name that has most words
    ([(person("Rafael Grossi"), 9), (person("Grossi"), 1)], [(person("Rafael Mariano Grossi"), 1)], person("Grossi"),
     "Rafael Grossi", "Rafael Mariano Grossi"),
    # another country told under the same surname
    ([(person("Lavrov", "RU"), 2)], [(person("Sergei Lavrov", "RU"), 1)], person("Lavrov", "RU"),
     "Lavrov", "Sergei Lavrov"),
    # a second bearer of a surname, and one who is told far oftener
    ([(person("John Smith"), 3), (person("Smith"), 1)], [(person("Mary Smith"), 2)], person("Smith"),
     "John Smith", "Smith"),
    ([(person("John Smith"), 3), (person("Mary Smith"), 2), (person("Smith"), 1)], [(person("John Smith"), 50)],
     person("Smith"), "Smith", "John Smith"),
    # one who is told oftener by his first name alone
    ([(person("John Smith"), 3), (person("Mary Smith"), 5), (person("John"), 1), (person("Smith"), 1)],
     [(person("John"), 50)], person("Smith"), "Smith", "John Smith"),
    ([(person("John Smith"), 3), (person("Mary Smith"), 5), (person("John"), 1), (person("Smith"), 1)],
     [(person("John", role="minister"), 50)], person("Smith"), "Smith", "John Smith"),
    # and one who is told by it no more
    ([(person("John Smith"), 3), (person("Mary Smith"), 5), (person("John"), 50), (person("Smith"), 1)],
     [(person("John"), -50)], person("Smith"), "John Smith", "Smith"),
    # one who loses the first name to nobody, for another bears it, and with it the surname
    ([(person("John Smith"), 3), (person("Mary Smith"), 5), (person("John"), 50), (person("Smith"), 1)],
     [(person("John Brown"), 1)], person("Smith"), "John Smith", "Smith"),
    # the better known spelling goes, and so does the only bearer of a surname
    ([(person("Dmytro Kuleba"), 9), (person("Dmitry Kuleba"), 1)], [(person("Dmytro Kuleba"), -9)],
     person("Dmitry Kuleba"), "Dmytro Kuleba", "Dmitry Kuleba"),
    ([(person("John Smith"), 3), (person("Smith"), 1)], [(person("John Smith"), -3)], person("Smith"),
     "John Smith", "Smith"),
    # a country that only a surname told
    ([(person("Sergei", "RU"), 1), (person("Sergei Lavrov"), 1)], [(person("Sergei", "RU"), -1)],
     person("Sergei Lavrov"), "Sergei Lavrov (RU)", "Sergei Lavrov"),
    # another bearer of the first name, where the surname tells the country
    ([(person("John Smyth"), 10), (person("John"), 1), (person("Smyth", "RU"), 1)], [(person("John Lavrov"), 1)],
     person("John Smyth"), "John Smyth (RU)", "John Smyth (RU)"),
    # the longer name of a body
    ([(body("UN"), 9)], [(body("United Nations"), 1)], body("UN"), "UN", "United Nations"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "change", "far", "before", "after"), FAR_OFF)
def test_what_a_change_reaches(
    told: list[tuple[Told, int]], change: list[tuple[Told, int]], far: Told, before: str, after: str
) -> None:
    """A change of one mention changes the name of another, if need be by way of a third."""
    connection = empty()
    shown = []
    for step, reach in ((told, ALL_ANEW), (change, ONLY_NEAR)):
        tell(connection, step, reach)
        shown += connection.execute(
            "select p.name || ifnull(' (' || nullif(country, own_country) || ')', '') from mention m"
            f" join speaker p on p.number = m.speaker where {OF_MENTION}",
            far,
        ).fetchone()

    again = empty()
    (*_, (_, all_told)) = possible([told, change])
    tell(again, all_told.items(), ALL_ANEW)

    assert [before, after] == shown
    assert held(again) == held(connection)


@pytest.mark.parametrize(
    "change", [*map(person, ("Badafaga Vatasara", "Badafaga", "Vatasara", "New One")), body("Badafaga Vatasara")]
)
def test_little_is_read(change: Told) -> None:
    """To settle a change takes as many steps of the database among 800 speakers as among 200."""
    (few, _), (many, all_anew) = steps_taken(200, change), steps_taken(800, change)

    assert few * 1.2 > many
    assert all_anew > many * 20


def steps_taken(speakers: int, change: Told) -> tuple[int, int]:
    """Return the steps that SQLite takes to settle a change in an index of so many speakers, and to settle them all."""
    words = ["a".join((*letters, "")) for letters in permutations("bdfgklmnprstv", 4)]
    names = [f"{first} {last}".title() for first, last in zip(words, reversed(words), strict=True)]
    told = [(sort(name), 2) for name in names[: speakers // 2] for sort in (person, body)]
    told += [(sort("Badafaga Vatasara"), 2) for sort in (person, body)]
    connection = empty()
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.set_progress_handler(count, 1)
    tell(connection, told, ALL_ANEW)
    all_anew = taken
    tell(connection, [(change, 1)], ONLY_NEAR)
    return taken - all_anew, all_anew
