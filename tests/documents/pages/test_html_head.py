"""What the head of a page says: headline, authors, outlet, address, day and language."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("trafilatura")

from statements_cli.documents.pages.authors import is_name, people
from statements_cli.documents.pages.days import published_moment
from statements_cli.documents.pages.html_head import is_english, read_page_head, without_site
from statements_cli.documents.pages.text import parse_page
from statements_cli.model import Clue, Metadata


def head(markup: str, body: str = "<p>Text.</p>", address: str | None = None) -> Metadata:
    """What the head of a page says."""
    tree = parse_page(f"<!doctype html><html><head>{markup}</head><body>{body}</body></html>")
    return read_page_head(tree, address).metadata


def linked(said: object) -> str:
    """A script with JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def tag(name: str, content: str) -> str:
    """A meta tag."""
    return f'<meta property="{name}" content="{content}">'


GRAPH = linked(
    {
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "The Coast"},
            {"@type": "Person", "@id": "#a", "name": "Ingrid Solheim"},
            {"@type": "Organization", "@id": "#o", "name": "The Coast"},
            {
                "@type": ["NewsArticle"],
                "headline": "Harbour &amp; port stay open",
                "author": [{"@id": "#a"}, {"@type": "Person", "name": "Per Dahl"}],
                "publisher": {"@id": "#o"},
                "datePublished": "2025-11-03T08:10:00+01:00",
                "inLanguage": "en-GB",
                "url": "https://coast.example/harbour",
            },
        ]
    }
)


def test_linked_data() -> None:
    """JSON-LD says all, its nodes pointing to each other."""
    expected = Metadata(
        headline="Harbour & port stay open",
        byline="Ingrid Solheim, Per Dahl",
        outlet="The Coast",
        published="2025-11-03T08:10:00+01:00",
        language="en",
        url="https://coast.example/harbour",
        evidence=(Clue("place in page", ("headline", "JSON-LD")), Clue("place in page", ("published", "head"))),
    )
    assert expected == head(GRAPH)


def test_tags() -> None:
    """Meta tags say it where there is no JSON-LD."""
    tags = (
        tag("og:title", "Harbour stays open - World | The Coast")
        + tag("og:site_name", "The Coast")
        + tag("author", "By Ingrid Solheim")
        + tag("article:published_time", "2025-11-03T08:10:00Z")
        + '<link rel="canonical" href="https://coast.example/harbour">'
    )
    found = head(tags)

    assert "Harbour stays open" == found.headline
    assert ("Ingrid Solheim", "The Coast") == (found.byline, found.outlet)
    assert ("2025-11-03T08:10:00Z", "https://coast.example/harbour") == (found.published, found.url)


@pytest.mark.parametrize(
    ("markup", "body", "expected"),
    [
        (GRAPH, "<h1>Another wording</h1>", "Harbour & port stay open"),
        (tag("og:title", "For sharing"), "<h1>For readers of the page</h1>", "For readers of the page"),
        (tag("og:title", "The one that is shared"), "<h1>The Coast</h1><h1>The one that is shared</h1>", "The one that is shared"),
        (tag("og:site_name", "The Coast"), "<h1>The Coast</h1>", None),
        ("<title>Only a title here – The Coast</title>" + tag("og:site_name", "The Coast"), "", "Only a title here"),
        ("<title>Ships - and what they carry</title>", "", "Ships - and what they carry"),
        ("<title></title>", "<h1> </h1>", None),
    ],
)  # fmt: skip
def test_headline(markup: str, body: str, expected: str | None) -> None:
    """JSON-LD comes before the first heading, that before og:title, that before the title; a site's name is none."""
    assert expected == head(markup, body).headline


def test_article_of_the_page() -> None:
    """Of several articles in JSON-LD the one that the page is titled with counts."""
    others = [{"@type": "NewsArticle", "headline": f"Other news {n}"} for n in range(3)]
    mine = {"@type": "NewsArticle", "headline": "Harbour stays open", "author": "Per Dahl"}

    assert "Per Dahl" == head(linked([*others, mine]), "<h1>Harbour stays open</h1>").byline


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ships stay - The Coast", "Ships stay"),
        ("Ships stay in port | World | The Coast", "Ships stay in port"),
        ("Ships - and sails | The Coast", "Ships - and sails"),
        ("Ships stay - and sail - on", "Ships stay - and sail - on"),
        ("The Coast", "The Coast"),
        ("The Coast | Ships stay", "The Coast | Ships stay"),
    ],
)
def test_without_site(title: str, expected: str) -> None:
    """The site's name at the end of a title goes, and the section before it; what else a title has stays."""
    assert expected == without_site(title, {"coast"})


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (["2025-11-03T08:10:00.000Z"], "2025-11-03T08:10:00Z"),
        (["2025-11-03T23:30:00Z", "2025-11-04T00:30:00+01:00"], "2025-11-04T00:30:00+01:00"),
        (["2025-11-03T23:30:00Z", "2025-11-04T09:30:00+01:00"], "2025-11-03T23:30:00Z"),
        (["2025-11-03", "2025-11-03T08:10:00+0100"], "2025-11-03T08:10:00+01:00"),
        (["2025-11-03 08:10:00 +01:00"], "2025-11-03T08:10:00+01:00"),
        (["Mon Nov 03 2025 08:10:00 GMT+0100 (Central European Standard Time)"], "2025-11-03T08:10:00+01:00"),
        (["Mon, 03 Nov 2025 08:10:00 GMT"], "2025-11-03T08:10:00Z"),
        (["20251103"], "2025-11-03"),
        (["20251103T0810Z"], "2025-11-03T08:10Z"),
        (["1762157400"], "2025-11-03T08:10:00+00:00"),
        (["1762157400000"], "2025-11-03T08:10:00+00:00"),
        (["3 November 2025"], "2025-11-03"),
        (["yesterday", "2025-11-03"], "2025-11-03"),
        (["1970-01-01T00:00:00Z"], None),
        (["x" * 5000, "", None], None),
    ],
)
def test_published(stated: list[str | None], expected: str | None) -> None:
    """The first moment that can be read counts, in the page's own zone where it gives one."""
    assert expected == published_moment(stated)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Ships stay in port</h1><p>By <a href='/p'>Per Dahl</a> and Ingrid Solheim</p>", "Per Dahl, Ingrid Solheim"),
        ("<h1>Ships stay in port</h1><ul><li>Von: <span>Per Dahl</span>, <span>Ingrid Solheim</span></li></ul>", "Per Dahl, Ingrid Solheim"),
        ("<h1>Ships stay in port</h1><a rel='author'>Per Dahl</a>", "Per Dahl"),
        ("<h1>Ships stay in port</h1><span class='byline__name'>By Per Dahl</span>", "Per Dahl"),
        ("<h1>Ships stay in port</h1><p>By the time the ships had left, nobody was there.</p>", None),
        ("<h1>Ships stay in port</h1><p class='author-bio'>Writes about the sea.</p>", None),
    ],
)  # fmt: skip
def test_shown_authors(body: str, expected: str | None) -> None:
    """Authors that only the page itself shows are read from it."""
    assert expected == head("", body).byline


def test_body_gives_way_to_persons() -> None:
    """An author that is but the outlet gives way to the persons that the page shows."""
    said = linked(
        {"@type": "NewsArticle", "headline": "Ships stay in port", "author": {"@type": "Organization", "name": "Coast"}}
    )

    assert "Per Dahl" == head(said, "<h1>Ships stay in port</h1><p>By Per Dahl</p>").byline
    assert "Coast" == head(said, "<h1>Ships stay in port</h1>").byline


def test_people() -> None:
    """Addresses, user names and numbers are no authors; no one is named twice."""
    names = ["By Per Dahl", "per dahl", "https://a.example/per", "per-dahl", "admin", "105092", "@per", "Coast Staff"]

    assert ["Per Dahl", "Coast Staff"] == people(names)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Per Dahl", True),
        ("Élodie de la Tour", True),
        ("Bill McCARTHY", True),
        ("Dahl", False),
        ("Per Dahl writes", False),
        ("3 November", False),
        ("Read More »", False),
    ],
)
def test_is_name(words: str, expected: bool) -> None:
    """A name has two to five words with capitals."""
    assert expected == is_name(words)


def test_address() -> None:
    """Where the page was saved from is its address when its head has none that is one."""
    assert "https://a.example/x" == head('<link rel=canonical href="/x">', address="https://a.example/x").url
    assert head("").url is None


def test_language() -> None:
    """The language is that of the html element; English is not believed where the text has none of its words."""
    tree = parse_page("<html lang='de-AT'><body><p>Ja</p></body></html>")

    assert "de" == read_page_head(tree).metadata.language
    assert is_english("The ships are in port and will stay there for the winter, as the director said.")
    assert not is_english("Meli ziko bandarini na zitabaki huko kwa msimu wote wa baridi, alisema mkurugenzi.")


def test_day_found_by_htmldate() -> None:
    """Where the head is silent, the day is read from the address or the page's own markup."""
    pytest.importorskip("htmldate")
    found = head('<link rel="canonical" href="https://coast.example/2025/11/03/harbour-stays-open">')

    assert "2025-11-03" == found.published
