"""The day of an undated article, from a dated one that reports the same utterance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from statements_cli.dates.from_other_articles import Inference, infer_across, redated
from statements_cli.model import Article, DateBasis, DayEvidence, Evidence, Statement, StatementSpans

Parts = Sequence[tuple[Article, list[Statement]]]


def inferred(parts: Parts) -> dict[str, Inference]:
    """Return what is inferred where statements of the same first word report one utterance."""
    articles = {one.id: one for one, _ in parts}
    said = [one for _, statements in parts for one in statements]
    pairs = [(one, other) for one, other in permutations(said, 2) if one.text.split()[0] == other.text.split()[0]]
    return infer_across(articles, pairs)


def article(name: str, published: str | None = None) -> Article:
    """An article without text."""
    return Article(name, f"{name}.txt", (0, 0), (), published=published)


def statement(
    article: str,
    speaker: str,
    text: str,
    date: str | None = None,
    basis: DateBasis | None = None,
    day: DayEvidence | None = None,
) -> Statement:
    """A statement with what matters here; the rest empty."""
    return Statement(
        id=f"{article}-{text[:8]}", date=date, date_basis=basis, speaker=speaker, type="person", role=None,
        country=None, kind="direct", act="speech", text=text, quotes=(), cue=None, source=None, via=(),
        audience=None, channel=None, headline=None, outlet=None, byline=None, published=None,
        published_basis=None, article=article, path=f"{article}.txt", url=None, spans=StatementSpans(),
        confidence=1.0, language="en", evidence=Evidence(day=day),
    )  # fmt: skip


SOON = "Russia and Ukraine will immediately start negotiations for a ceasefire"
SOON_TOO = "Russia and Ukraine will immediately start negotiations toward a Ceasefire and, more importantly, an END to the War."
PEACE = "China supports all efforts conducive to peace"
PEACE_TOO = "China supports all efforts aimed at achieving peace"
ON_TUESDAY = DayEvidence("Tuesday")


def test_the_same_utterance_dates_the_article() -> None:
    """An undated article takes the day of a dated one that reports the same utterance."""
    found = inferred(
        [
            (article("a"), [statement("a", "Donald Trump", SOON)]),
            (
                article("b", "2025-05-20T14:30+05:30"),
                [statement("b", "Trump", SOON_TOO, "2025-05-20", "article")],
            ),
        ]
    )
    assert "2025-05-20" == found["a"].day
    assert "b.txt" in found["a"].clues[0].words


def test_no_order_of_files_matters() -> None:
    """Articles in any order give the same days; most in common counts, then the earliest."""
    parts = [
        (
            article("a"),
            [statement("a", "Donald Trump", SOON), statement("a", "Mao Ning", PEACE, day=ON_TUESDAY)],
        ),
        (article("b", "2025-05-21"), [statement("b", "Donald Trump", SOON_TOO)]),
        (
            article("c", "2025-05-20"),
            [
                statement("c", "Donald Trump", SOON_TOO),
                statement("c", "Mao Ning", PEACE_TOO, "2025-05-20", "relative"),
            ],
        ),
        (article("d", "2025-05-22"), [statement("d", "Donald Trump", SOON_TOO)]),
    ]
    assert {"2025-05-20"} == {inferred(order)["a"].day for order in permutations(parts)}


def test_weekdays_must_agree() -> None:
    """A Tuesday isn't inferred from what was said on a Thursday."""
    parts = [
        (article("a"), [statement("a", "Mao Ning", PEACE + " and dialogue in Ukraine", day=ON_TUESDAY)]),
        (
            article("b", "2025-05-22"),
            [statement("b", "Mao Ning", PEACE + " and dialogue in Ukraine", "2025-05-22", "relative")],
        ),
    ]
    assert {} == inferred(parts)


def test_one_weekday_among_several_may_differ() -> None:
    """A speaker repeats himself: what most of the reports in common say of their days counts."""
    pairs = [
        (
            statement("a", "Mao Ning", f"{word} {ONE}", day=ON_TUESDAY),
            statement("b", "Mao Ning", f"{word} {ONE}", day, "relative"),
        )
        for word, day in (("one", "2025-05-20"), ("two", "2025-05-20"), ("three", "2025-05-22"))
    ]
    articles = {"a": article("a"), "b": article("b", "2025-05-22")}

    assert "2025-05-22" == infer_across(articles, pairs)["a"].day
    assert {} == infer_across(articles, pairs[1:])


def test_one_short_utterance_in_common_may_be_chance() -> None:
    """Five words of substance in common are enough, or two utterances; four words and one are not."""
    dated = article("b", "2025-05-20")
    for said, expected in (
        (["Nothing changes between nations"], False),
        (["Nothing changes between nations today really", "Peace comes"], True),
        (["Nothing changes between old nations today"], True),
        (["Nothing changes", "Peace comes"], True),
    ):
        undated = (article("a"), [statement("a", "Mao Ning", text) for text in said])
        there = [statement("b", "Mao Ning", text) for text in said]
        assert expected == ("a" in inferred([undated, (dated, there)]))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # four letters at least are left of a word without its ending
        ("Dams walking talking pulling turning", "Dams walked talked pulled turned", True),
        ("Dams watches walks talks turns", "Dams watched walked talked turned", True),
        ("Dams walking talking pulling flying", "Dams walked talked pulled flyed", False),
        ("Dams walking talking pulling turning", "Dams walker talker puller turner", False),
    ],
)
def test_words_without_their_endings(one: str, other: str, expected: bool) -> None:
    """Forms of one word are words in common."""
    parts = [
        (article("a"), [statement("a", "Mao Ning", one)]),
        (article("b", "2025-05-20"), [statement("b", "Mao Ning", other)]),
    ]

    assert expected == ("a" in inferred(parts))


@pytest.mark.parametrize("words", ["Tuesday", "on Tuesday", "late on Tuesday evening", "Tuesday night's"])
def test_weekdays_among_other_words_must_agree(words: str) -> None:
    """The weekday is found among the words that tell the day."""
    text = PEACE + " and dialogue in Ukraine"
    for day, expected in (("2025-05-22", False), ("2025-05-20", True)):
        parts = [
            (article("a"), [statement("a", "Mao Ning", text, day=DayEvidence(words))]),
            (article("b", "2025-05-22"), [statement("b", "Mao Ning", text, day, "relative")]),
        ]
        assert expected == ("a" in inferred(parts))


def test_dated_articles_stay() -> None:
    """Only undated articles get a day, and only from a day that isn't inferred itself."""
    dated = (article("b", "2025-05-20"), [statement("b", "Donald Trump", SOON)])
    assert {} == inferred([dated, (article("c", "2025-05-21"), [statement("c", "Donald Trump", SOON)])])
    assert {} == inferred([(article("a"), [statement("a", "Donald Trump", SOON)])])
    assert {} == inferred([])


def test_statements_are_dated_anew() -> None:
    """A weekday is reckoned from the inferred day; stated days stay; other times stay unknown."""
    made = [
        statement("a", "Mao Ning", PEACE, day=DayEvidence("Monday", carried=True)),
        statement("a", "Mao Ning", PEACE, "2025-04-14", "stated", DayEvidence("April 14, 2025")),
        statement("a", "Mao Ning", PEACE, day=DayEvidence(another_time="previously")),
        statement("a", "Mao Ning", PEACE),
    ]
    days = [redated(one, "2025-05-20") for one in made]
    assert ["2025-05-19", "2025-04-14", None, "2025-05-20"] == [day.date for day in days]
    assert ["inferred", "stated", None, "inferred"] == [day.date_basis for day in days]
    assert all(("2025-05-20", "inferred") == (day.published, day.published_basis) for day in days)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday", "2025-05-19"),
        ("Tuesday", "2025-05-20"),  # the day itself
        ("Thursday", "2025-05-15"),
        ("Wednesday", "2025-05-21"),
        ("last Wednesday", "2025-05-14"),
        ("yesterday", "2025-05-19"),
        ("May 2", "2025-05-02"),
        ("the talks", None),
    ],
)
def test_words_of_a_day(words: str, day: str | None) -> None:
    """A weekday alone is reckoned as one that stands with other words; what names no day gives none."""
    assert day == redated(statement("a", "Mao Ning", PEACE, day=DayEvidence(words)), "2025-05-20").date


def test_a_month_leaves_weekdays_open() -> None:
    """Where only the month is inferred, "Tuesday" stays within it."""
    day = redated(statement("a", "Mao Ning", PEACE, day=ON_TUESDAY), "2025-04")
    assert ("2025-04", "inferred") == (day.date, day.date_basis)


ONE = "alpha bravo charlie delta echo foxtrot"


def test_all_undated_articles_that_share_a_wording_are_dated() -> None:
    """Each of several undated articles with one utterance gets its day."""
    undated = [(article(name), [statement(name, "Donald Trump", SOON)]) for name in "acd"]
    dated = (article("b", "2025-05-20"), [statement("b", "Donald Trump", SOON_TOO)])

    assert {"a": "2025-05-20", "c": "2025-05-20", "d": "2025-05-20"} == {
        name: inference.day for name, inference in inferred([*undated, dated]).items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [(f"{ONE} {'x' * 51}", f"{ONE} {'x' * 51}"), (f"{ONE} {'x' * 52}", f"{ONE} …"), (f"{ONE} golf {'x' * 60}", f"{ONE} golf …")],
)  # fmt: skip
def test_long_wordings_are_cut_in_the_evidence(text: str, expected: str) -> None:
    """The other article's wording is quoted in full up to 90 characters, and else cut between words."""
    parts = [
        (article("a"), [statement("a", "Mao Ning", text)]),
        (article("b", "2025-05-20"), [statement("b", "Mao Ning", text)]),
    ]

    assert expected == inferred(parts)["a"].clues[0].words[2]


def test_a_weekday_in_common_is_evidence() -> None:
    """A weekday that both articles give for the utterance stands in the evidence with its day."""
    parts = [
        (article("a"), [statement("a", "Mao Ning", ONE, day=ON_TUESDAY)]),
        (article("b", "2025-05-22"), [statement("b", "Mao Ning", ONE, "2025-05-20", "relative")]),
    ]
    found = inferred(parts)["a"]

    assert ("2025-05-22", [("Tuesday", "2025-05-20")]) == (
        found.day,
        [clue.words for clue in found.clues if clue.kind == "day in common"],
    )
