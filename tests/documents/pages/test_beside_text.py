"""What stands beside a page's text tells neither its day nor its authors, and breaks nothing."""

from __future__ import annotations

import pytest

from statements_cli.documents.pages.days import is_eve
from statements_cli.documents.pages.markup import trim_markup
from statements_cli.documents.pages.page import is_page, read_page
from statements_cli.model import Document

TEXT = (
    "<p>The ferry was late on Monday, and ninety people waited in the rain, the port said.</p>"
    "<p>“We slept on the quay,” said farmer Ola Moe, who had come with two goats.</p>"
    "<p>The port said that it would run a second ferry from May on, if the council paid.</p>"
)


def page(body: str, head: str = "") -> Document:
    """The document of a page with that body."""
    markup = f'<!DOCTYPE html><html lang="en"><head><title>Ferry late</title>{head}</head><body>{body}</body></html>'
    document = read_page("page.html", markup.encode(), print)
    assert document is not None
    return document


def said_published(document: Document) -> str | None:
    """The day published that a page's metadata state."""
    return document.metadata.published if document.metadata else None


BESIDE = [
    '<section class="comments"><div class="comment"><time datetime="2018-08-28T09:12">8 hours ago</time></div></section>',
    '<aside class="most-read"><ul><li><time datetime="2017-01-02">2 January</time> Tram backed</li></ul></aside>',
    '<div class="related"><time datetime="2016-03-04">4 March</time></div>',
]


@pytest.mark.parametrize("beside", BESIDE)
def test_day_of_what_stands_beside(beside: str) -> None:
    """A comment or a list of other articles gives no day; the line below the headline does."""
    body = f"<article><h1>Ferry late</h1><div>Monday August 27, 2018 by Ann Holt</div>{TEXT}</article>{beside}"
    assert "2018-08-27" == said_published(page(body))


@pytest.mark.parametrize("beside", BESIDE)
def test_no_day_but_beside(beside: str) -> None:
    """A page that states no day has none, whatever stands in its comments and lists."""
    assert said_published(page(f"<article><h1>Ferry late</h1>{TEXT}</article>{beside}")) is None


def test_two_days_on_a_line() -> None:
    """Of two days on a line each has the label before it: that of the update isn't the day published."""
    line = "Updated: Mar 06, 2024, 21:40 IST | Published: Mar 05, 2024, 18:02 IST"
    assert (said_published(page(f"<h1>Ferry late</h1><div>{line}</div>{TEXT}")) or "").startswith("2024-03-05")


def test_authors_of_other_articles() -> None:
    """The authors of a list of other articles are not the page's."""
    body = (
        f'<article><h1>Ferry late</h1><div class="byline">by <a rel="author">Ann Holt</a></div>{TEXT}</article>'
        '<aside><ul><li>Tram backed <a rel="author">Tom Quist</a></li></ul></aside>'
    )
    metadata = page(body).metadata
    assert metadata is not None and "Ann Holt" == metadata.byline


# a day shown, a moment stated: whether the first is its local day
EVES = [
    ("2023-11-08", "2023-11-09T02:11:03+00:00", True),
    ("2023-11-08T21:11", "2023-11-09T02:11Z", True),
    ("2023-11-08", "2023-11-09T12:00:00+00:00", False),
    ("2023-11-07", "2023-11-09T02:11:03+00:00", False),
    ("2023-11-08", "2023-11-09T02:11:03+01:00", False),
    ("2023-11-08", "2023-11-09", False),
]


@pytest.mark.parametrize(("shown", "stated", "expected"), EVES)
def test_local_day(shown: str, stated: str, expected: bool) -> None:
    """A moment in UTC of the small hours is of the evening before where the page shows that day."""
    assert expected is is_eve(shown, stated)


def test_short_page_in_paragraphs() -> None:
    """Headline and byline of a short page don't run into its text."""
    body = '<article><h1>Pier shut</h1><p class="byline">By Ann Holt</p><p>“It is rotten,” Ola Moe said.</p><p>It opens in May.</p></article>'
    assert "“It is rotten,” Ola Moe said." in page(body).text.split("\n\n")


def test_tag_typed_wrongly_in_a_button() -> None:
    """A tag that a button leaves open does not swallow the article."""
    menu = '<header><div><button class="menu"><div><svg></svg><div></button></div><div>The Gull</div></header>'
    assert "We slept on the quay" in page(f"{menu}<main><article><h1>Ferry late</h1>{TEXT}</article></main>").text


def test_button_that_holds_text_stays() -> None:
    """A button with paragraphs in it is left as it is."""
    markup = "<button><p>The ferry was late.</p></button>"
    assert (markup, True) == trim_markup(markup)


# the beginning of a file: whether it is a page
HEADS = [
    (b"<style>\n.a {}\n" + b".b {}\n" * 12_000, True),
    (b"<script>var a = 1;", True),
    (b"<stylish> text", False),
    (b"A <style> is text", False),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_long_style_before_the_page(head: bytes, expected: bool) -> None:
    """A file that begins with a style or a script is a page, however long these are."""
    assert expected is is_page(head)
