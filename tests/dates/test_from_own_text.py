"""The day or month of an article without a date, from its own text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.from_own_text import infer_published
from statements_cli.model import Article, Block, Clue

SEEDS = Path(__file__).parents[2] / "seeds"


def article_of(text: str, start: int = 0) -> Article:
    """An undated article of a text from an offset on, a block a line."""
    blocks = tuple(Block(m.span(), "paragraph") for m in re.compile(r"[^\n]+").finditer(text, start))
    return Article("a", "a.txt", (start, len(text)), blocks)


INFERRED = [
    # the month that "this month" is, in the latest year named
    ("The visit took place earlier this month, from April 14 to 15. In 2025 trade grew.", "2025-04"),
    ("Earlier this month, on 3 June, the dam broke. The 2023 flood was worse than 2019's.", "2023-06"),
    ("The law passed last month, on Dec. 19. It was drafted in 2024.", "2025-01"),
    # one day of that month is left for the weekday
    ("Earlier this month, on April 14, 2024 votes were cast. He said on Monday that it was close.", "2024-04"),
    ("Earlier this month, on April 28, a vote was held. He said on Tuesday it was close. The 2025 law stays.", "2025-04-29"),
    # a weekday beside its date
    ("She said on Tuesday, May 20, that talks go on. The 2025 budget is done.", "2025-05-20"),
    ("She spoke on Tuesday, May 20, 2025.", "2025-05-20"),
    ("He said so on Monday, May 19, 2025 and again on Tuesday, May 20, 2025.", "2025-05-20"),
    ("The ceasefire began on Sunday, January 19, 2025, mediators said.", "2025-01-19"),
    ("The strike, on the morning of Thursday, April 24, killed 12. It was the worst of 2025.", "2025-04-24"),
    ("He landed on Wednesday, 7 May. The talks of 2025 have stalled.", "2025-05-07"),
    ("On Monday 12 May 2025 the ministers met in Antalya.", "2025-05-12"),
    ("The pope died on Easter Monday, 21 April 2025.", "2025-04-21"),
    ("Polls closed on Sunday (May 18). The campaign of 2025 was short.", "2025-05-18"),
    ("The attack came last Tuesday, April 22, and killed 26. The 1960 treaty was shelved in 2025.", "2025-04-22"),
    ("The court ruled on Friday, 28 February 2025; the appeal is due by Friday, 28 March 2025.", "2025-02-28"),
    ("He will not resign, he said on Tuesday, May 20, 2025.", "2025-05-20"),
    # the month said beside "this month" or "last month"
    ("He had warned last month, in April 2025, of a shortage.", "2025-05"),
    ("It was agreed last month, on 9 April. In 2025 prices rose.", "2025-05"),
    ("He had warned last month in April 2025 of a shortage.", "2025-05"),
    ("He had warned last month (April 2025) of a shortage.", "2025-05"),
    ("He had warned last month of April 2025.", "2025-05"),
    ("He had warned last month, April 2025, of a shortage.", "2025-05"),
    ("He had warned last month at April 2025.", None),
    # years to come are not the latest
    ("Earlier this month, on April 14, it fell. It runs by 2030. In 2025 trade grew.", "2025-04"),
    ("Earlier this month, on April 14, it fell. It runs until 2030. In 2025 trade grew.", "2025-04"),
    ("Earlier this month, on April 14, it fell. It runs till 2030. In 2025 trade grew.", "2025-04"),
    ("Earlier this month, on April 14, it fell. It runs through 2030. In 2025 trade grew.", "2025-04"),
    ("Earlier this month, on April 14, it fell. It runs beyond 2030. In 2025 trade grew.", "2025-04"),
    ("Earlier this month, on April 14, it fell. It runs for 2030. In 2025 trade grew.", "2025-04"),
    ("Earlier this month, on April 14, it fell. It runs in 2030. In 2025 trade grew.", "2030-04"),
    # nothing tells it
    ("The next round is set for Monday, June 2, 2025. He spoke on Friday.", None),
    ("The summit will be held on Friday, Aug. 15, 2025 in Alaska, the White House said.", None),
    ("Elections are due on Sunday, September 28, 2025.", None),
    ("The deadline is Thursday, July 31, 2025.", None),
    ("He was born on Thursday, March 4, 1948.", None),
    ("The treaty was signed in February last year. The 2024 budget passed.", None),
    ("She spoke on Tuesday.", None),
    ("She spoke on Tuesday, May 20.", None),  # no year is named
    ("She spoke on Tuesday, May 21. The 2025 budget is done.", None),  # weekday and date disagree
    ("In May 2024 the bridge fell.", None),
    ("Earlier this month the bridge fell.", None),
    ("Earlier this month, on April 14, it fell. It will be rebuilt by 2030.", None),  # a year to come
    ("Earlier this month, after April 14 and before May 2, it fell. The 2025 budget is done.", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), INFERRED)
def test_what_the_text_betrays(text: str, day: str | None) -> None:
    """Weekdays with dates, and "this month" with a month and a year, give the day or month; nothing else."""
    found = infer_published(ArticleText.plain(article_of(text), text))
    assert day == (found[0] if found else None)


def test_the_reasoning_is_told() -> None:
    """The clues name the words that it was taken from."""
    text = "The visit took place earlier this month, from April 14 to 15. In 2025 trade grew."
    found = infer_published(ArticleText.plain(article_of(text), text))
    assert found is not None
    assert ["month with days", "latest year"] == [clue.kind for clue in found[1]]
    assert [("earlier this month", "4"), ("2025",)] == [clue.words for clue in found[1]]

    text = "She spoke on Tuesday, May 20, 2025."
    assert ("2025-05-20", (Clue("weekday with date", ("Tuesday, May 20, 2025",)),)) == infer_published(
        ArticleText.plain(article_of(text), text)
    )


def test_the_sample_on_the_visit_was_printed_in_april() -> None:
    """The second sample article states no day, but tells of "earlier this month" and of April 14 and 15."""
    text = (SEEDS / "000_ec9e3053e9893cb4.txt").read_bytes().decode("utf-8")
    found = infer_published(ArticleText.plain(article_of(text, text.index("‘Red study tours’")), text))
    assert found is not None
    assert "2025-04" == found[0]


def test_furniture_tells_no_day() -> None:
    """A caption's date is not the article's."""
    text = "Putin on Tuesday, May 20, 2025 (AFP)"
    caption = Article("a", "a", (0, len(text)), (Block((0, len(text)), "furniture"),))
    assert infer_published(ArticleText.plain(caption, text)) is None


@given(
    st.lists(
        st.sampled_from(["this month ", "last month ", "Feb. 29 ", "2023 ", "Monday, ", "May 31, ", "9999 ", "0 "]),
        max_size=12,
    )
)
def test_any_text(words: list[str]) -> None:
    """Nothing raises, and what comes out is a day or a month."""
    text = "".join(words)
    found = infer_published(ArticleText.plain(article_of(text), text))
    assert found is None or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", found[0])
