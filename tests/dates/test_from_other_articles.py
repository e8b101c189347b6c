"""The day of an undated article, from a dated one that reports the same utterance."""

from __future__ import annotations

from itertools import permutations

import pytest

from statements_cli.dates.from_other_articles import infer_across, redated
from statements_cli.model import Article, DateBasis, DayEvidence, Evidence, Statement, StatementSpans


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
    """A long run of the same words by the same speaker is one utterance."""
    found = infer_across(
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
    assert {"2025-05-20"} == {infer_across(order)["a"].day for order in permutations(parts)}


def test_weekdays_must_agree() -> None:
    """A Tuesday isn't inferred from what was said on a Thursday."""
    parts = [
        (article("a"), [statement("a", "Mao Ning", PEACE + " and dialogue in Ukraine", day=ON_TUESDAY)]),
        (
            article("b", "2025-05-22"),
            [statement("b", "Mao Ning", PEACE + " and dialogue in Ukraine", "2025-05-22", "relative")],
        ),
    ]
    assert {} == infer_across(parts)


def test_other_speakers_and_other_words_are_other_utterances() -> None:
    """Nothing is inferred from a different speaker, a different text, or a few common words."""
    undated = (article("a"), [statement("a", "Mao Ning", PEACE), statement("a", "Guo Jiakun", "No comment.")])
    for other in (
        statement("b", "Marco Rubio", PEACE),
        statement("b", "Mao Ning", "Taiwan is a part of China and will remain one."),
        statement("b", "Guo Jiakun", "No comment."),
    ):
        assert {} == infer_across([undated, (article("b", "2025-05-22"), [other])])


def test_dated_articles_stay() -> None:
    """Only undated articles get a day, and only from a day that isn't inferred itself."""
    dated = (article("b", "2025-05-20"), [statement("b", "Donald Trump", SOON)])
    assert {} == infer_across([dated, (article("c", "2025-05-21"), [statement("c", "Donald Trump", SOON)])])
    assert {} == infer_across([(article("a"), [statement("a", "Donald Trump", SOON)])])
    assert {} == infer_across([])


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


def test_a_month_leaves_weekdays_open() -> None:
    """Where only the month is inferred, "Tuesday" stays within it."""
    day = redated(statement("a", "Mao Ning", PEACE, day=ON_TUESDAY), "2025-04")
    assert ("2025-04", "inferred") == (day.date, day.date_basis)


def test_many_articles_are_not_compared_all_with_all() -> None:
    """A phrase that everybody prints tells nothing, and costs nothing."""
    parts = [
        (
            article(f"a{i}", None if i % 2 else "2025-05-20"),
            [statement(f"a{i}", "Xi Jinping", "We wish everybody well here.")],
        )
        for i in range(3000)
    ]
    assert {} == infer_across(parts)


ONE = "alpha bravo charlie delta echo foxtrot"


@pytest.mark.parametrize(
    ("undated", "dated", "expected"),
    [
        # five words in a row, four
        ("so alpha bravo charlie delta echo today", "yes alpha bravo charlie delta echo again", True),
        ("so alpha bravo charlie delta too today", "yes alpha bravo charlie delta echo again", False),
        # the run at the very end, and as the whole
        ("today alpha bravo charlie delta echo", "again yes alpha bravo charlie delta echo", True),
        ("alpha bravo charlie delta echo", "alpha bravo charlie delta echo", True),
        # five words of substance in common in any order, and in other forms
        ("echo delta charlie bravo alpha", "alpha bravo charlie delta echo", True),
        ("foxtrot delta charlie bravo alpha", "alpha bravo charlie delta echo", False),
        ("wanting threats counted crossing reports", "reported crosses counting threat wanted", True),
        # half of the shorter's words of substance, and less
        (f"{ONE} golf", f"echo delta charlie bravo alpha {'hotel india juliett kilo lima'}", True),
        ("golf kilo echo mike delta lima charlie oscar bravo papa alpha quebec", f"{ONE} hotel india juliett sierra tango yankee", False),
        # an utterance is in capitals or not
        ("ALPHA BRAVO CHARLIE DELTA ECHO", "alpha bravo charlie delta echo", True),
    ],
)  # fmt: skip
def test_what_is_one_utterance(undated: str, dated: str, expected: bool) -> None:
    """Wordings are of one utterance by five words in a row, or half of the words of substance, five at least."""
    found = infer_across(
        [
            (article("a"), [statement("a", "Mao Ning", undated)]),
            (article("b", "2025-05-20"), [statement("b", "Ning", dated)]),
        ]
    )

    assert expected == ("a" in found)


def test_all_undated_articles_that_share_a_wording_are_dated() -> None:
    """Each of several undated articles with one utterance gets its day."""
    undated = [(article(name), [statement(name, "Donald Trump", SOON)]) for name in "acd"]
    dated = (article("b", "2025-05-20"), [statement("b", "Donald Trump", SOON_TOO)])

    assert {"a": "2025-05-20", "c": "2025-05-20", "d": "2025-05-20"} == {
        name: inference.day for name, inference in infer_across([*undated, dated]).items()
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

    assert expected == infer_across(parts)["a"].clues[0].words[2]


def test_a_weekday_in_common_is_evidence() -> None:
    """A weekday that both articles give for the utterance stands in the evidence with its day."""
    parts = [
        (article("a"), [statement("a", "Mao Ning", ONE, day=ON_TUESDAY)]),
        (article("b", "2025-05-22"), [statement("b", "Mao Ning", ONE, "2025-05-20", "relative")]),
    ]
    found = infer_across(parts)["a"]

    assert ("2025-05-22", [("Tuesday", "2025-05-20")]) == (
        found.day,
        [clue.words for clue in found.clues if clue.kind == "day in common"],
    )
