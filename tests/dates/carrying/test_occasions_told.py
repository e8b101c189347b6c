"""Occasions of speaking have a day and names; those that lead an article or recur are its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.days_of_speakers import DaysOfSpeakers
from statements_cli.dates.carrying.main_occasion import at_the_same, main_occasions, spoken_of
from statements_cli.dates.carrying.occasions import occasions, quoted_of
from statements_cli.dates.carrying.told_days import told_days
from statements_cli.dates.statement_frames import entries_of
from statements_cli.model import Article, Attribution, DayEvidence, SaidOn
from statements_cli.provenance.frame import Frame

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

PUBLISHED = "2025-05-20"  # a Tuesday
# the day of each occasion, whether it consists of speaking and lasts, and the names beside it
OCCASIONS = [
    ("Holt gave an interview on Monday.", "2025-05-19 spoken lasting holt"),
    ("Holt spoke to Berg on Monday.", "2025-05-19 spoken passing holt"),
    ("Holt came on Monday.", "2025-05-19 scene passing holt"),
    ("On Monday, Holt asked Berg.", "2025-05-19 scene passing"),
    ("Holt on Monday repeatedly asked Berg for rain.", "2025-05-19 spoken lasting berg holt"),
    ("Holt on Monday pressed Berg.", "2025-05-19 spoken lasting berg holt"),
    ("Monday asked Berg.", "2025-05-19 scene passing"),
    ("A statement on Monday by Berg of Lund was long.", "2025-05-19 spoken passing berg lund"),
    ("A hearing on Monday of Berg was long.", "2025-05-19 spoken lasting berg"),
    ("Before the hearing Holt came on Monday.", "2025-05-19 spoken lasting"),
    ("Holt testified before the council on Monday.", "2025-05-19 spoken lasting holt"),
    ("Holt spoke before the council on Monday.", ""),
    ("Holt’s interview before the council on Monday.", "2025-05-19 spoken lasting holt"),
    ("After the speech Holt came on Monday.", ""),
    ("Holt announced one two three four five six seven eight nine ten eleven on Monday.", "2025-05-19 spoken passing holt"),
    ("Holt announced one two three four five six seven eight nine ten eleven twelve on Monday.", "2025-05-19 scene passing holt"),
    ("The town hall on Monday was full.", "2025-05-19 spoken lasting"),
    ("Holt will speak on Monday.", ""),
    ("The Holt’s letter and Berg's remarks on Monday.", "2025-05-19 spoken passing berg holt"),
    ("Holt spoke of Monday's vote.", ""),
    ("In an interview on Monday, Holt sat. Berg joined the interview, with Lund.", "2025-05-19 spoken lasting"),
    ("In an interview on Monday, Holt sat. Berg joined the briefing, with Lund.", "2025-05-19 spoken lasting"),
    ("In an interview on Monday, Holt sat. Berg joined an interview, with Lund.", "2025-05-19 spoken lasting"),
    ("In an interview on Monday, Holt ate. Berg joined the interview, with Lund.", "2025-05-19 spoken lasting berg lund"),
    ("In an interview on Monday, Holt ate. The interview pleased Berg.\nLund left.", "2025-05-19 spoken lasting berg"),
    ("In an interview on Monday, Holt ate. Berg joined an interview, with Lund.", "2025-05-19 spoken lasting"),
    ("In an interview on Monday, Holt ate. Berg joined the briefing, with Lund.", "2025-05-19 spoken lasting"),
    ("Holt spoke on Monday and ate. Berg joined the interview.", "2025-05-19 spoken passing holt"),
    ("At a briefing on Monday, Holt sat. In the briefing Berg sang.\nLund ate.", "2025-05-19 spoken lasting"),
    ("In a speech on Monday, Holt sat. In the speech Berg sang.", "2025-05-19 spoken lasting"),
]  # fmt: skip

# the day of each occasion of the article, its words, its noun, and whether it leads the article
MAIN = [
    ("The debate was on Monday.", "05-19 Monday debate leading"),
    ("The debate was on Monday.\nSo.\nSo.\nThe debate on Sunday.", "05-19 Monday debate leading"),
    (
        "The debate was on Monday.\nSo.\nSo.\nThe debate on Sunday. The debate.",
        "05-19 Monday debate leading; 05-18 Sunday debate repeated",
    ),
    ("So.\nSo.\nSo.\nThe debate on Monday. A debate. Debates.", "05-19 Monday debate repeated"),
    ("So.\nSo.\nSo.\nThe debate on Monday. A debate.", ""),
    ("So.\nSo.\nSo.\nThe hearing on Monday. A testimony. He testified.", "05-19 Monday hearing repeated"),
    ("So.\nSo.\nSo.\nThe hearing on Monday. A debate. A march.", ""),
    ("The testimony was on Monday.", "05-19 Monday hearing leading"),
    ("Holt testified on Monday.", "05-19 Monday hearing leading"),
    ("Holt testifies on Monday.", "05-19 Monday hearing leading"),
    ("The debate was in May.", ""),
    ("The debate was on May 9.", ""),
    ("The debate was on May 10.", "05-10 May 10 debate leading"),
    (
        "The hearing and the debate on Monday, the march on Sunday.",
        "05-19 Monday debate leading; 05-18 Sunday march leading",
    ),
    ("The debate is expected by Monday.", ""),
    ("The conferences on Monday.", "05-19 Monday conference leading"),
    ("The DEBATE on Monday.", "05-19 Monday debate leading"),
    ("Debating on Monday.", ""),
    ("On Monday one two three four five six seven eight nine ten eleven twelve debate.", "05-19 Monday debate leading"),
    ("On Monday one two three four five six seven eight nine ten eleven twelve thirteen debate.", ""),
]


@pytest.mark.parametrize(("text", "expected"), OCCASIONS)
def test_occasions(marked: Marked, text: str, expected: str) -> None:
    """A day beside a word of speaking dates what those named there say."""
    plain, article, _ = marked(text, published=PUBLISHED)
    article_text = ArticleText.plain(article, plain)
    found = [
        " ".join([
            one.day,
            "spoken" if one.spoken else "scene",
            "lasting" if one.lasting else "passing",
            *sorted(one.names),
        ])
        for one in occasions(article_text, told_days(article_text, [], []))
    ]  # fmt: skip

    assert expected == "; ".join(found)


@pytest.mark.parametrize(("text", "expected"), MAIN)
def test_main_occasions(marked: Marked, text: str, expected: str) -> None:
    """A recent occasion is the article's own where it stands in the first three paragraphs or is spoken of thrice."""
    plain, article, _ = marked(text, published=PUBLISHED)
    article_text = ArticleText.plain(article, plain)
    found = main_occasions(article_text, told_days(article_text, [], []), [])
    shown = [f"{one.day[5:]} {one.words} {one.noun} {'leading' if one.leading else 'repeated'}" for one in found]

    assert expected == "; ".join(shown)


def test_quoted_occasions(marked: Marked) -> None:
    """What is quoted tells of no occasion, and only marks of quotation make it so."""
    text, article, _ = marked("“The debate was on Monday.”", published=PUBLISHED)
    article_text = ArticleText.plain(article, text)
    days = told_days(article_text, [], [])

    assert [] == main_occasions(article_text, days, [(1, len(text) - 1)])
    assert 1 == len(main_occasions(article_text, days, []))
    assert [(1, 4)] == quoted_of(text, [(1, 4), (5, 11)])
    assert [] == quoted_of("The debate", [(0, 3)])


def test_spoken_occasions() -> None:
    """A debate consists of what is said at it, a march does not."""
    assert [True, True, False] == [spoken_of(noun) for noun in ("debate", "hearing", "march")]


@pytest.mark.parametrize(
    ("words", "same"),
    [("said during the same interview", True), ("said in the same town", False), ("said in an interview", False),
     ("the same interview said", True)],
)  # fmt: skip
def test_the_same_occasion(words: str, same: bool) -> None:
    """An occasion called the same is that of the statement before."""
    assert same == at_the_same(Frame(words, ((0, len(words)),), None, None))


SAID = SaidOn("2025-05-19", "relative", DayEvidence("Monday"))


def test_days_remembered(marked: Marked) -> None:
    """A speaker keeps the last day told of, and the last recent one."""
    text, article, attributions = marked("{Holt} <said> [a b]. {Berg}2 <said>2 [c d]2. {Holt}3 <said>3 [e f]3.")
    entries = entries_of(ArticleText.plain(article, text), attributions)
    memory = DaysOfSpeakers(PUBLISHED)
    old = SaidOn("2018-03", "stated", DayEvidence("March 2018"))

    assert memory.of(entries[0]) is memory.lately_of(entries[0]) is memory.latest is None
    assert memory.day is None
    memory.remember(entries[0], SAID)
    assert (SAID, 0) == (memory.of(entries[2]).said, memory.of(entries[2]).number)  # type: ignore[union-attr]
    assert memory.of(entries[1]) is None
    assert memory.last is memory.latest is not None and "2025-05-19" == str(memory.day)
    memory.remember(entries[2], old)
    assert (old, SAID) == (memory.of(entries[0]).said, memory.lately_of(entries[0]).said)
    assert memory.latest is not None and old == memory.latest.said and "2025-05-19" == str(memory.day)
    memory.remember(entries[1], SaidOn(PUBLISHED, "article", DayEvidence()))
    assert memory.of(entries[1]) is None
    assert memory.last is not None and (1, old) == (memory.last.number, memory.latest.said)


@pytest.mark.parametrize(
    ("source", "known"),
    [
        ("League spokesman Nils Vold", True),
        ("the old League spokeswoman Nils Vold", True),
        ("League’s spokesman", True),
        ("League's spokesman", True),
        ("League man Nils Vold", False),
        ("spokesman Nils League", False),
    ],
)
def test_the_body_of_a_spokesman(marked: Marked, source: str, known: bool) -> None:
    """What was told of a body holds for who speaks for it."""
    text, article, attributions = marked(f"{{League}} <said> [a b]. {{{source}}}2 <said>2 [c d]2.")
    entries = entries_of(ArticleText.plain(article, text), attributions)
    memory = DaysOfSpeakers(PUBLISHED)
    memory.remember(entries[0], SAID)

    assert known == (memory.of_body(entries[1]) is not None)
