"""Live blogs: an article an entry, each with its day and time; adverts among them give nothing."""

from __future__ import annotations

import pytest

from statements_cli.articles import split
from statements_cli.articles.shapes import is_furniture
from statements_cli.documents import digest
from statements_cli.model import Document, Metadata

# a live blog; (headline, published) of each entry
BLOGS: list[tuple[str, list[tuple[str, str]]]] = [
    # time above the heading, newest first, past midnight
    (
        "Ukraine war live: talks to go on\n\nBBC News\n20 May 2025\n\n"
        "14:32 BST\nTalks to go on next week\n\nThe president said that the talks would go on.\n\n"
        "00:10 BST\nStrikes overnight\n\nThe air force said that it shot down forty drones.\n\n"
        "23:40 BST\nLate news from Kyiv\n\nThe minister said that Kyiv wanted peace.\n",
        [
            ("Ukraine war live: talks to go on", "2025-05-20T14:32+01:00"),
            ("Strikes overnight", "2025-05-20T00:10+01:00"),
            ("Late news from Kyiv", "2025-05-19T23:40+01:00"),
        ],
    ),
    # no headings, oldest first, past midnight
    (
        "Election night – as it happened\n\nThe Guardian\nThu 4 Jul 2024\n\n"
        "9.15pm BST\n\nPolls close soon. The leader said that he was proud.\n\n"
        "10.01pm BST\n\nThe exit poll says that the government has lost.\n\n"
        "1.20am BST\n\nThe prime minister said that he would resign.\n",
        [
            ("Election night – as it happened", "2024-07-04T21:15+01:00"),
            ("Election night – as it happened", "2024-07-04T22:01+01:00"),
            ("Election night – as it happened", "2024-07-05T01:20+01:00"),
        ],
    ),
    # the time before the text, in one line
    (
        "Trade talks: live updates\n\nMay 10, 2025\n\n"
        "10:15 - The secretary said that the talks were going well.\n\n"
        "12:40 - “We are here to talk,” the vice premier told reporters.\n\n"
        "18:05 - The secretary said that there was progress.\n",
        [
            ("Trade talks: live updates", "2025-05-10T10:15"),
            ("Trade talks: live updates", "2025-05-10T12:40"),
            ("Trade talks: live updates", "2025-05-10T18:05"),
        ],
    ),
    # each entry with its own day
    (
        "Tariffs live: markets fall\n\nMay 12, 2025 10:40 AM EDT\nStocks open lower\n\nThe bank said that rates stay.\n\n"
        "May 12, 2025 9:15 AM EDT\nBeijing answers\n\nThe ministry said that it would answer in kind.\n\n"
        "May 11, 2025 11:50 PM EDT\nNight talks end\n\nThe secretary said that the talks were over.\n",
        [
            ("Tariffs live: markets fall", "2025-05-12T10:40-04:00"),
            ("Beijing answers", "2025-05-12T09:15-04:00"),
            ("Night talks end", "2025-05-11T23:50-04:00"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BLOGS)
def test_entries(text: str, expected: list[tuple[str, str]]) -> None:
    """Each entry has its heading, or the blog's, and its own day and time."""
    articles = split(Document("live.txt", text, digest(text.encode())))
    assert expected == [(article.headline, article.published) for article in articles]
    assert 1 == len({article.outlet for article in articles})


def test_entries_of_a_page() -> None:
    """What a page says of a blog beside the text holds for all its entries but for their times."""
    text = "14:32\n\nThe president said so.\n\n13:10\n\nThe minister denied it.\n\n12:05\n\nThe talks began."
    said = Metadata(
        headline="Talks live", byline="Staff", outlet="Reuters", published="2025-05-20", url="https://x.org/"
    )
    articles = split(Document("live.html", text, digest(text.encode()), metadata=said))
    assert {("Talks live", "Staff", "Reuters", "https://x.org/")} == {
        (article.headline, article.byline, article.outlet, article.url) for article in articles
    }
    assert ["2025-05-20T13:10", "2025-05-20T12:05"] == [article.published for article in articles[1:]]


@pytest.mark.parametrize(
    "text",
    [
        # what happened when, inside an article
        "Boy found\n\nMay 10, 2025\n\nA boy was found on Friday, police said.\n\n2:05 p.m.: The boy left.\n\n"
        "3:10 p.m.: His mother called.\n\n6:45 p.m.: He was found.\n\n“We are happy,” his mother said.",
        # results, in no order
        "Results\n\nMay 10, 2025\n\nThe race was fast, officials said on Friday.\n\n14:32\n\n2:10\n\n9:55\n\n1:20\n\n7:45",
        # no day anywhere
        "Talks live\n\n14:32\n\nThe president said so.\n\n13:10\n\nThe minister denied it.\n\n12:05\n\nThe talks began.",
    ],
)
def test_no_live_blogs(text: str) -> None:
    """Times inside an article, out of order or without any day make no entries."""
    assert 1 == len(split(Document("any.txt", text, digest(text.encode()))))


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement: “The best summer ever,” said one happy customer.",
        "Sponsored content by Acme: “We changed how people sleep,” said its founder.",
        "Paid content: “Investing has never been so easy,” says our expert.",
        "Buy now and save 20%: “Perfect,” says a customer.",
        "“The best summer ever,” said one happy customer. Book now at acme.example!",
    ],
)
def test_adverts(line: str) -> None:
    """An advert is furniture, though somebody is quoted in it."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisers left the platform, “and they will not come back,” the analyst said.",
        "“You can book now or wait,” the minister said of the vaccine.",
        "Sponsored by four senators, the bill “protects workers,” Warren said.",
        "Ad spending fell: “Nobody buys,” the chief executive said.",
        "Promotion is near, the coach said: “We want it.”",
    ],
)
def test_no_adverts(line: str) -> None:
    """What quotes somebody is text, though it speaks of adverts."""
    assert not is_furniture(line)


@pytest.mark.parametrize(("entry", "count"), [("", 1), ("The minister said that the talks would go on.\n\n", 3)])
def test_times_without_text(entry: str, count: int) -> None:
    """Times of publication and the lengths of videos have no text below them: three with text make a live blog."""
    text = (
        "Talks to go on next week\n\nUpdated Aug 30, 2022, 2:39 AM ET\n\nPublished Aug 29, 2022, 1:34 PM ET\n\n"
        f"2:02\n\n{entry}2:02\n\n{entry}2:02\n\nThe president said that the talks would go on.\n"
    )
    found = split(Document("-", text, digest(text.encode())))
    assert count == len(found)
    assert count > 1 or "2022-08-29T13:34" == found[0].published
