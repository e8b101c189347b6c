"""Versions of one utterance are one group; different utterances are not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, permutations
from pathlib import Path

import pytest

from statements_cli.query.filters import Filter
from statements_cli.store import Store
from statements_cli.utterances.grouping import Groups, Member, first_of, group_id, ordinal, report_of
from statements_cli.utterances.likeness import DECISION, ComparedStatement, are_one_utterance, log_odds, measures_of
from tests.utterances.whole_blocks import grouped

SAMPLES = Path(__file__).parents[2] / "src" / "statements_cli" / "samples"
GOLD = Path(__file__).with_name("samples.txt")
Pair = frozenset[str]


def test_groups_of_the_samples() -> None:
    """In the samples all versions are found, and no two different utterances are joined."""
    must, may = _gold()
    store = Store.from_paths(SAMPLES)
    groups: dict[str | None, list[str]] = {}
    for statement in store.statements(Filter(acts=("any",), confidence=0.0)):
        groups.setdefault(statement.utterance, []).append(statement.id)
    found = {frozenset(pair) for ids in groups.values() for pair in combinations(ids, 2)}

    assert set() == must - found
    assert set() == found - may


def _gold() -> tuple[set[Pair], set[Pair]]:
    """Return the pairs that must be joined, and those that may."""
    must: set[Pair] = set()
    may: set[Pair] = set()
    for line in GOLD.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            ids = line.partition("\t")[0].split()
            must |= {frozenset(pair) for pair in combinations([one for one in ids if one[0] != "?"], 2)}
            may |= {frozenset(pair) for pair in combinations([one.removeprefix("?") for one in ids], 2)}
    return must, may


def report(
    number: int,
    text: str,
    speaker: str = "Mao Ning",
    date: str | None = "2025-05-20",
    *,
    type: str = "person",
    country: str | None = "CN",
    via: tuple[str, ...] = (),
) -> ComparedStatement:
    """Return a statement of an article of its own."""
    return report_of(number, f"{number:012x}", f"a{number}", speaker, type, country, via, date, text)


def together(*reports: ComparedStatement) -> bool:
    """Whether all statements are one group, whatever their order."""
    found = [grouped(order, lambda number: Member(None, str(number))) for order in permutations(reports)]
    assert all(one == found[0] for one in found)
    return len(found[0]) == len(reports) and len({*found[0].values()}) == 1


WAY = "Dialogue and negotiation is the only viable way out of the crisis"
OTHER_WAY = "China has always held that dialogue and negotiation is the only feasible way to solve the crisis"
LONG = "We will send forty engineers to the flooded valley and repair every bridge before the winter comes"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # verbatim, cut, indirect, translated
        (LONG, LONG, True),
        (LONG, "We will send forty engineers to the flooded valley", True),
        (LONG, "they would repair every bridge before winter came", True),
        (WAY, OTHER_WAY, True),
        ("We back all efforts conducive to peace", "China backed all efforts aimed at achieving peace", True),
        # another number, a negation, the opposite
        (LONG, LONG.replace("forty", "sixty"), False),
        (LONG, LONG.replace("will send", "will not send"), False),
        (
            "The bank will raise the interest rate this autumn",
            "The bank will lower the interest rate this autumn",
            False,
        ),
        # the same subject, nothing else in common, and next to nothing to go by
        (LONG, "The engineers told us that the bridge in the valley was built before the war", False),
        ("That is right", "That is right", False),
        ("He met the French president", "He praised the French president", False),
    ],
)
def test_texts_of_one_utterance(one: str, other: str, expected: bool) -> None:
    """Versions in other words, shorter, or in indirect speech are one utterance; other content is another."""
    assert expected == together(report(1, one), report(2, other))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-05-20", True),
        ("2025-05-23", True),
        ("2025-05-24", False),
        ("2025-05-17", True),
        ("2025-05-16", False),
        ("2025-05", True),
        ("2025", True),
        ("2025-04", False),
        (None, True),
    ],
)
def test_days_of_one_utterance(date: str | None, expected: bool) -> None:
    """Reports of one utterance lie at most three days apart; where a day is unknown, long texts decide."""
    assert expected == together(report(1, LONG), report(2, LONG, date=date))


def test_little_text_needs_a_day() -> None:
    """What a day lets pass for one utterance is none where the day is unknown."""
    said = ("The proposal is not viable at all", "the idea is not viable at all")

    assert together(report(1, said[0]), report(2, said[1]))
    assert not together(report(1, said[0]), report(2, said[1], date=None))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"speaker": "Mao Ning"}, True),
        ({"speaker": "Guo Jiakun"}, False),  # two persons
        ({"speaker": "China", "type": "country"}, True),  # a spokesperson speaks for her country
        ({"speaker": "Foreign Ministry", "type": "organisation"}, True),
        ({"speaker": "Foreign Ministry", "type": "organisation", "country": "JP"}, False),
        ({"speaker": "some experts", "type": "group"}, False),
        ({"speaker": "Xinhua", "type": "media", "country": None}, True),  # which passes it on, see below
        ({"speaker": "Kyodo", "type": "media", "country": None}, False),
    ],
)
def test_speakers_of_one_utterance(other: dict[str, str], expected: bool) -> None:
    """One speaker says an utterance, under her name, as her country or body, or by whom relays it."""
    assert expected == together(report(1, LONG, via=("Xinhua",)), report(2, LONG, **other))  # type: ignore[arg-type]


def test_unnamed_speakers() -> None:
    """An official without a name is one speaker however an article counts him."""
    said = ("the proposal is not viable at all", "the idea is not viable at all")

    assert together(report(1, said[0], "One White House official"), report(2, said[1], "a White House official"))


def test_reprints_beyond_count() -> None:
    """A text that hundreds print is one group, with its cuts; a stock phrase beside it is none of it."""
    many = [report(number, LONG) for number in range(400)]
    cut = report(900, "They would send forty engineers to the flooded valley and repair every bridge")
    other = report(901, "The price of bread is a matter for the ministry of agriculture and not for me")

    found = grouped([*many, cut, other], lambda number: Member("2025-05-20", f"{number:04}"))

    assert {*range(400), 900} == found.keys()
    assert {"0000"} == {*found.values()}


@pytest.mark.parametrize("made", [list, reversed], ids=["as they are", "reversed"])
def test_id_of_a_group(made: Callable[..., list[Member]]) -> None:
    """A group has the id of its first report by day published, then by id; those without a day come last."""
    members = [
        Member("2025-05-21", "b"),
        Member(None, "a"),
        Member("2025-05-20T10:00", "d"),
        Member("2025-05-20T10:00", "c"),
    ]

    assert "c" == group_id(made(members))
    assert "b" == group_id(made(members[:2]))


def test_later_reports_keep_the_id() -> None:
    """A report that is printed later leaves the id of a group as it is."""
    members = [Member("2025-05-20", "m"), Member("2025-05-20", "n")]

    assert group_id(members) == group_id([*members, Member("2025-05-21", "a"), Member(None, "b")])


def test_the_first_report() -> None:
    """Of one day the least id comes first; a report whose day is unknown comes last."""
    members = [Member(None, "a"), Member("2025-05-21", "b"), Member("2025-05-20", "d"), Member("2025-05-20", "c")]

    assert Member("2025-05-20", "c") == first_of(members)
    assert Member(None, "a") == first_of(members[:1])


def test_joining_is_transitive() -> None:
    """Statements joined with one are in one group, under the least of their numbers."""
    groups = Groups()
    for one, other in ((7, 5), (9, 8), (5, 9), (2, 3)):
        groups.join(one, other)

    assert {2: [2, 3], 5: [5, 7, 8, 9]} == groups.several()
    assert 4 == groups.of(4)
    assert {2: 2, 3: 2, 5: 5, 7: 5, 8: 5, 9: 5} == groups.joined()


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-05-20", 739391), ("2025-05-20T10:00", 739391), ("2025-05", None), (None, None), ("2025-13-45", None)]
)  # fmt: skip
def test_numbers_of_days(day: str | None, expected: int | None) -> None:
    """A day has a number; a month, no date and what is none have none."""
    assert expected == ordinal(day)


def test_what_is_not_compared_further() -> None:
    """Pairs whose words can't make them one utterance are those whose log odds are too low, of whole samples."""
    store = Store.from_paths(SAMPLES)
    found = store.statements(Filter(acts=("any",), confidence=0.0))
    reports = [report(number, one.text) for number, one in enumerate(found)]
    compared = [(one, other, measures_of(one, other)) for one, other in combinations(reports, 2)]
    measured = [(one, other, log_odds(measures)) for one, other, measures in compared if measures]

    assert {odds >= DECISION for _, _, odds in measured} == {True, False}
    assert [] == [odds for one, other, odds in measured if are_one_utterance(one, other) != (odds >= DECISION)]
    assert [] == [odds for one, other, odds in measured if odds >= DECISION and not measures_of(one, other, odds)]
