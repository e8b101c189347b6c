"""A formula through time: uses, variants, speakers, gaps, what changed, and silence."""

from __future__ import annotations

import pytest

from statements_cli.model import Statement, StatementSpans
from statements_cli.utterances.formulas import Gap, tracked, use_of


def said(text: str, date: str | None = "2025-05-20", speaker: str = "Mao Ning") -> Statement:
    """A statement with what matters here."""
    return Statement(
        id=f"{date}-{text[:20]}", date=date, date_basis=None, speaker=speaker, type="person", role=None, country="CN",
        kind="direct", act="speech", text=text, quotes=(), cue=None, source=None, via=(), audience=None, channel=None,
        headline=None, outlet="Daily Post", byline=None, published=date, published_basis=None, article="a",
        path="a.txt", url=None, spans=StatementSpans(), confidence=1.0, language="en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "text", "wording", "exact"),
    [
        ("only viable way", "It is the only viable way out", "only viable way", True),
        ("only viable way", "It is the only feasible way out", "only feasible way", False),
        ("only viable way", "the ONLY, viable ways", "ONLY, viable ways", True),
        ("only viable way", "the only truly viable way out", "only truly viable way", False),
        ("only viable way", "a viable policy is the one way", None, False),
        ("only viable way", "the way to Paris", None, False),
        ("constructive role", "China plays a constructive role", "constructive role", True),
        ("constructive role", "China plays a positive role", "positive role", False),
        ("constructive role", "a constructive and lasting role", None, False),  # in two words none may stand between
        ("constructive role", "the role of the bank", None, False),
        ("peace talks", "talks on peace", "talks on peace", False),
        ("dialogue", "Dialogues go on", "Dialogues", True),
        ("dialogue", "The discussion goes on", None, False),  # at least one word must be the formula's own
    ],
)
def test_uses(formula: str, text: str, wording: str | None, exact: bool) -> None:
    """A formula is found in any form, and with synonyms of some of its words, in the words that the text has."""
    use = use_of(formula, said(text))

    assert (wording, exact) == ((use.wording, use.exact) if use else (None, False))


STATEMENTS = [
    said("We will play a constructive role in the Zanzibar talks on grain", "2025-01-10", "Guo Jiakun"),
    said("We play a constructive role in the Zanzibar talks on grain", "2025-01-11"),
    said("China played a positive role in the Zanzibar talks on grain", "2025-04-11"),
    said("The Zanzibar talks on grain go on", "2025-06-01"),
    said("The weather in Paris is fine", "2025-06-02"),
    said("A constructive role, as we said", None),
]


def test_through_time() -> None:
    """First, last, who, gaps and variants come from the dated uses; undated ones are told apart."""
    found = tracked("constructive role", reversed(STATEMENTS))

    assert ["2025-01-10", "2025-01-11", "2025-04-11", None] == [use.statement.date for use in found.uses]
    assert 3 == len(found.dated)
    assert [("Mao Ning", 3), ("Guo Jiakun", 1)] == [(one.speaker, one.uses) for one in found.speakers]
    assert (Gap("2025-01-11", "2025-04-11", 89),) == found.gaps
    assert [("constructive role", True, 3), ("positive role", False, 1)] == [
        (one.wording, one.exact, one.uses) for one in found.variants
    ]
    assert "[-constructive-] {+positive+} role" == found.variants[1].differences


def test_silence() -> None:
    """What was said since on the same matter without the formula is silence; another subject isn't."""
    found = tracked("constructive role", STATEMENTS)

    assert ["2025-06-01"] == [one.date for one in found.since]
    own = tracked("constructive role", STATEMENTS, on_matter=frozenset({STATEMENTS[4].id}))
    assert ["2025-06-02"] == [one.date for one in own.since]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The harbour is full and the ferries wait", True),
        ("The harbour is full", False),  # one word of the matter
        ("The Harbour Lights is a song of the ferries", True),
        ("The captain of another ship has ferries of paper", False),  # two words, but of little weight among so many
    ],
)
def test_what_is_on_the_matter(text: str, on: bool) -> None:
    """On the matter is what has two of its words, and a quarter of their weight."""
    short = said("A constructive role for harbour, ferries, captain", "2025-01-10")
    long = said(
        "A constructive role for captain, ferries, glaciers, pianos, orchards, lanterns, violins, turbines, meadows, "
        "saddles, quarries, puppets",
        "2025-01-10",
    )
    uses = long if "captain" in text else short
    found = tracked("constructive role", [uses, said(text, "2025-06-01")])

    assert on == bool(found.since)


@pytest.mark.parametrize(
    ("between", "before", "after"),
    [
        (None, "constructive role", "positive role"),
        (("2025-01-10", "2025-01-11"), "constructive role", "constructive role"),
        (("2025-01", "2025-04"), "constructive role", "positive role"),
        (("2024-12-31", "2025-04"), None, "positive role"),
    ],
)
def test_what_changed(between: tuple[str, str] | None, before: str | None, after: str) -> None:
    """The wordings in use on two days are compared, the first and the last unless they are given."""
    found = tracked("constructive role", STATEMENTS, between)

    assert (before, after) == (found.before and found.before.wording, found.after and found.after.wording)


def test_nothing_said() -> None:
    """A formula that nobody used has no uses, no change, no silence."""
    found = tracked("zebra crossing", STATEMENTS).to_dict()

    assert ([], None, None, 0) == (found["uses"], found["first"], found["change"], found["silence"]["since"])
