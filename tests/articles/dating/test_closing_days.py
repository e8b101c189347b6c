"""Days and years at the foot of articles."""

from __future__ import annotations

import pytest

from statements_cli.articles import split
from statements_cli.articles.dating.closing_days import FOOT
from statements_cli.model import Article, Clue, Document

HEADLINE = "Ministers meet in Oslo about the price of fish"
LEAD = (
    "Ministers met in Oslo to talk about the price of fish, which has fallen every year since the boats grew larger, "
    "and agreed that the coast needs an answer by the end of spring, officials said after the talks. "
    "The boats of the north will stay in port until then, for they have nothing to win from a price that pays neither "
    "the crews nor the fuel, as their union has said again and again since winter."
)
REST = "“We will have an answer by May,” Minister Kari Moe said. “Nobody on the coast has to worry about the price.”"
RIGHTS = "© 2016 The Coast Press. All rights reserved. This material may not be published or redistributed."


def article(*parts: str, url: str | None = None) -> Article:
    return split(Document("-", "\n\n".join(parts) + "\n", "0" * 64, url))[0]


FEET = [
    (["May 3, 2010"], "2010-05-03"),
    (["Published: May 3, 2010"], "2010-05-03"),
    (["(Published on May 3, 2010)"], "2010-05-03"),
    (["First published 3 May 2010", RIGHTS], "2010-05-03"),
    (["Published: May 3, 2010", "Updated: May 3, 2010"], "2010-05-03"),
    (["Published: May 3, 2010", REST], None),  # text below: another article's
    (["Prices fall again along the coast", "May 3, 2010"], None),  # the day of a link
    (["May 3, 2010", "Prices fall again along the coast"], None),
    (["May 3, 2010", "May 4, 2010"], None),  # a list of comments
    (["On May 3, 2010 the talks go on."], None),
    (["Published: May 2010"], None),
]


@pytest.mark.parametrize(("foot", "day"), FEET)
def test_days_at_the_foot(foot: list[str], day: str | None) -> None:
    """A single day below the text is the day published, where nothing above says it; a link's day is not."""
    assert day == article(HEADLINE, LEAD, REST, *foot).published


def test_the_head_comes_first() -> None:
    """A day of the head or of the dateline is surer than one at the foot."""
    assert "2011-05-03" == article(HEADLINE, "May 3, 2011", LEAD, REST, "Published: May 3, 2010").published
    lead = "OSLO, March 10, 2025 (Reuters) - " + LEAD
    assert "2025-03-10" == article(HEADLINE, lead, REST, "Published: May 3, 2010").published


YEARS = [
    # the line of the head, the foot, what the text mentions; the day published
    ("Jun 13, 4:03 PM EDT", RIGHTS, "", "2016-06-13T16:03-04:00"),
    ("Monday, June 13", RIGHTS, "", "2016-06-13"),
    ("Tuesday, June 13", RIGHTS, "", None),  # it was a Monday in 2016
    ("Jun 13, 4:03 PM EDT", "Copyright 2016 The Coast Press", "", "2016-06-13T16:03-04:00"),
    ("Jun 13, 4:03 PM EDT", "© 2002-2016 The Coast Press", "", None),  # the site's years
    ("Jun 13, 4:03 PM EDT", "© 2016 A. © 2015 B.", "", None),
    ("Jun 13, 4:03 PM EDT", "The Coast Press, 2016", "", None),
    ("Jun 13, 4:03 PM EDT", RIGHTS, "The boats of 2014 and 2015 were larger. ", "2016-06-13T16:03-04:00"),
    ("Jun 13, 4:03 PM EDT", RIGHTS, "The boats of 2013 and 2014 were larger. ", None),  # a page saved later
    ("Feb 29, 4:03 PM EST", "© 2015 The Coast Press", "", None),  # no such day
]


@pytest.mark.parametrize(("line", "foot", "mention", "day"), YEARS)
def test_year_of_the_copyright(line: str, foot: str, mention: str, day: str | None) -> None:
    """A day without its year has that of the copyright, where weekday and text don't contradict it."""
    found = article(HEADLINE, line, LEAD, mention + REST, foot)
    assert day == found.published
    assert (day is not None) == any(clue.kind == "year of copyright" for clue in found.evidence)


@pytest.mark.parametrize(("between", "day"), [(FOOT - 1, "2016-06-13"), (FOOT, None)])
def test_foot(between: int, day: str | None) -> None:
    """The copyright stands among the last paragraphs."""
    found = article(HEADLINE, "Monday, June 13", LEAD, RIGHTS, *[REST + str(n) for n in range(between)])
    assert day == found.published


def test_year_of_a_dateline() -> None:
    """A dateline's day takes the copyright's year where nothing else is dated, and the evidence says so."""
    found = article(HEADLINE, "OSLO, June 13 (Reuters) - " + LEAD, REST, RIGHTS)
    assert ("2016-06-13", "dateline") == (found.published, found.published_basis)
    assert Clue("year of copyright", ("2016",)) in found.evidence


@pytest.mark.parametrize(
    ("line", "address", "day"),
    [
        ("Monday, June 13", "2016/06/13", "2016-06-13"),
        ("Saturday, December 31", "2017/01/01", "2016-12-31"),  # the year that brings both together
        ("Sunday, January 1", "2016/12/31", "2017-01-01"),
    ],
)
def test_year_of_the_address(line: str, address: str, day: str) -> None:
    """The address tells the year before the copyright does."""
    found = article(HEADLINE, line, LEAD, REST, "© 2012 The Coast Press", url=f"https://example.com/{address}/fish")
    assert day == found.published
