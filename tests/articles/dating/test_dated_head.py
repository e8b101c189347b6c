"""The day of a head that no line states alone: whole texts in, day published and headline out."""

from __future__ import annotations

import pytest

from statements_cli.articles import split
from statements_cli.articles.dating.dated_head import LONGEST_HEAD
from statements_cli.model import Article, Document

HEADLINE = "Ministers meet in Oslo about the price of fish"
LEAD = (
    "Ministers met in Oslo to talk about the price of fish, which has fallen every year since the boats grew larger, "
    "and agreed that the coast needs an answer by the end of spring, officials said after the talks."
)
REST = "“We will have an answer by May,” Minister Kari Moe said. “Nobody on the coast has to worry about the price.”"
DECK = "The answer that the boats and the ports of the whole coast wait for is near, say officials."


def articles(*parts: str) -> tuple[Article, ...]:
    return split(Document("-", "\n\n".join(parts) + "\n", "0" * 64))


HEADS = [
    # lines between headline and text; the day published
    (["By Jo Berg | 10/25/10 7:15 AM EDT"], "2010-10-25T07:15-04:00"),
    (["By Jo Berg | 10/9/10 7:15 AM EDT"], "2010-10-09T07:15-04:00"),  # the zone tells the order
    ([DECK, "by Jo Berg - Apr 16, 2015 8:02 pm UTC"], "2015-04-16T20:02Z"),
    ([DECK + "Monday, 6 January 2020", "By Jo Berg"], "2020-01-06"),
    ([DECK, "by", "Jo Berg", "21 August 2019, 7:40am"], "2019-08-21T07:40"),
    (["fish,", "coast,", "Jo Berg", "June 8, 2015"], "2015-06-08"),  # scraps of the page
    ([DECK, "Written by", "Jo Berg", "Published on", "February 18, 2026", "Updated on", "March 3, 2026"], "2026-02-18"),
    ([DECK, DECK[:-1] + " today.", "Jo Berg | May 3, 2010"], "2010-05-03"),  # two sentences
    ([DECK, DECK[:-1] + " today.", DECK[:-1] + " tomorrow.", "Jo Berg | May 3, 2010"], None),
    (["Jo Berg | May 3, 2010", "May 4, 2010"], "2010-05-04"),  # nothing but a day counts first
    (["Boats in the port of Bergen on May 3, 2010. (Jo Berg/Reuters)"], None),
    (["“We Have An Answer” May 3, 2010"], None),
]


@pytest.mark.parametrize(("lines", "day"), HEADS)
def test_heads(lines: list[str], day: str | None) -> None:
    """The day stands beside other things, behind a sentence, or below scraps of the page."""
    found = articles(HEADLINE, *lines, LEAD, REST)
    assert (day, HEADLINE) == (found[0].published, found[0].headline)
    if day is not None:
        assert 1 == len(found)


def test_a_day_in_the_text() -> None:
    """Below a long paragraph a line with a day is none of the head's."""
    assert articles(HEADLINE, LEAD * 2, "Coast Daily | May 3, 2010", LEAD, REST)[0].published is None


def test_a_day_above_the_headline() -> None:
    """A line above the headline counts with its time, for without it may be the headline."""
    assert (
        "2010-08-12T17:00-05:00"
        == articles("Case Study August 12, 2010, 5:00PM EST", HEADLINE, LEAD, REST)[0].published
    )
    assert articles("The Coast August 12, 2010", LEAD, REST)[0].published is None


@pytest.mark.parametrize(("above", "day"), [(LONGEST_HEAD - 2, "2010-05-03"), (LONGEST_HEAD - 1, None)])
def test_longest_head(above: int, day: str | None) -> None:
    """Among the first paragraphs the line is looked for, not below."""
    menu = ["Sport"] * above
    assert day == articles(HEADLINE, *menu, "Coast Daily | May 3, 2010", LEAD, REST)[0].published


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([DECK, "Coast Daily News", "· Posted: Jul 30, 2019 1:05 PM ET | Last Updated: July 30, 2019"], 1),
        ([DECK, "Jo Berg", "May 3, 2010"], 1),  # a name below a sentence is no headline
        ([DECK, "Fishermen of the Algarve wait for an answer", "May 3, 2010"], 2),  # four words and more are
        ([LEAD * 2, "Jo Berg", "May 3, 2010"], 2),  # text, no sentence of a head
    ],
)
def test_one_head(lines: list[str], count: int) -> None:
    """A sentence between headline and day belongs to the head; a dated headline begins an article."""
    assert count == len(articles(HEADLINE, *lines, LEAD, REST))


def test_damaged_headline() -> None:
    """A first line whose marks are damaged is the headline above a heading and the day."""
    damaged = 'Ministers meet about the price of fish "?envoy'
    (found,) = articles(damaged, "The price fell every year, the envoy notes", "7 February 2017", LEAD, REST)
    assert (damaged, "2017-02-07") == (found.headline, found.published)


@pytest.mark.parametrize(
    "line", ["Published 3 hours ago", "Jo Berg5 hours ago", "1 day ago", "Updated: an hour ago", "Today at 3:20 PM"]
)
@pytest.mark.parametrize(("address", "day"), [("2025/05/20/fish", "2025-05-20"), ("fish-2025", None)])
def test_hours_ago(line: str, address: str, day: str | None) -> None:
    """Where a page only says how long ago it was, the address has the day."""
    text = "\n\n".join([HEADLINE, line, LEAD, REST]) + "\n"
    (found,) = split(Document("-", text, "0" * 64, f"https://example.com/world/{address}"))
    assert (day, HEADLINE) == (found.published, found.headline)


COMMENTS = ["Ana Lie May 5, 2010 at 6:04 am", "A good answer.", "Ida Moe May 6, 2010 at 7:04 am", "None for me."]


@pytest.mark.parametrize(
    "foot",
    [
        COMMENTS,
        ["Related articles", "Prices fall along the coast", "May 3, 2010", "Boats stay in port", "May 2, 2010"],
        ["Boats in the port of Bergen on May 3, 2010. (Jo Berg/Reuters)"],
        ["The agreement of May 3, 2010 has held so far, officials said."],
    ],
)
def test_other_days(foot: list[str]) -> None:
    """Days of comments, related links, captions and events are none of publication."""
    assert [None] * len(articles(HEADLINE, LEAD, REST, *foot)) == [
        one.published for one in articles(HEADLINE, LEAD, REST, *foot)
    ]
