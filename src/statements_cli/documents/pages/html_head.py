"""Read a page's metadata: headline, byline, outlet, address, day, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from statements_cli.data import word_list
from statements_cli.documents.pages.authors import people, shown_authors
from statements_cli.documents.pages.clutter import stands_beside, without_named_parts
from statements_cli.documents.pages.days import guessed_day, is_eve, published_moment, stated_moment
from statements_cli.documents.pages.html_lines import elements_below, lines_below
from statements_cli.documents.pages.linked_data import Described, describe
from statements_cli.model import Clue, Metadata

_MOST_HEADINGS = 40
_NEAR = 15
"""Lines below the headline in which the day is looked for, as people write it."""

_FAR = 200
"""Elements below the headline in which the time element is."""

_LONGEST_HEADLINE = 400
_READ_FOR_LANGUAGE = 20_000
_USUAL_ENGLISH = 0.1
"""Share of words of grammar; English text has .3 to .5 of them, other languages hardly any."""


class PageHead(NamedTuple):
    """What a page says of its article.

    ``titles`` are all forms of its headline, ``heading`` the one that readers see; ``description`` and
    ``body`` are its standfirst and text for programs, ``modified`` when it was last changed, where given.
    """

    metadata: Metadata
    titles: tuple[str, ...] = ()
    heading: str | None = None
    description: str | None = None
    body: str | None = None
    modified: str | None = None


def read_page_head(tree: Any, address: str | None = None) -> PageHead:
    """Return a page's metadata, by JSON-LD, then its first heading, then meta tags.

    ``tree`` is an lxml tree, which stays as it is; ``address`` is where the page was saved from, where
    that is known. Raises nothing. The order of sources was chosen by what publishers themselves take for
    the headline of their pages.
    """
    tags = _meta_tags(tree)
    first = _first_heading(tree, tags)
    titles = _titles(tree, tags)
    described = describe(_scripts(tree), lambda headline: _fold(headline) in {*map(_fold, titles), _fold(first or "")})
    url = _address(tree, tags, described, address)
    outlet = described.outlet or _first(tags, "og:site_name", "application-name", "dc.publisher", "publisher")
    headline, how = _headline(described, first, tags, titles, _sites(outlet, url, tags))
    authors = _authors(tree, first, tags, described, outlet)
    published, day_how = _published(tree, first, tags, described, url)
    clues = [Clue("place in page", ("headline", how))] if headline else []
    clues += [Clue("place in page", ("published", day_how))] if published else []
    metadata = Metadata(
        headline=headline,
        byline=", ".join(authors) or None,
        outlet=outlet,
        published=published,
        language=_language(tree, tags, described),
        url=url,
        evidence=tuple(clues),
    )
    forms = tuple(dict.fromkeys(form for form in (described.headline, first, *titles, headline) if form))
    description = described.description or _first(tags, "og:description", "description", "twitter:description")
    modified = published_moment((described.modified, _first(tags, "article:modified_time", "og:updated_time")))
    return PageHead(metadata, forms, first, description, described.body, modified)


def is_english(text: str) -> bool:
    """Return whether text has the words of grammar that English has.

    Pages often claim to be English by mistake.
    """
    words = re.findall(r"\w+", text[:_READ_FOR_LANGUAGE].lower())
    return sum(word in _grammar() for word in words) >= _USUAL_ENGLISH * len(words)


@cache
def _grammar() -> frozenset[str]:
    return frozenset(word_list("grammar/small_words.txt"))


# what stands where in the page


def _meta_tags(tree: Any) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if content and len(content) < 5000:
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := element.get(key):
                    tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def _first(tags: dict[str, list[str]], *names: str) -> str | None:
    return next((tags[name][0] for name in names if name in tags), None)


def _scripts(tree: Any) -> Iterator[str]:
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            yield element.text or ""


def _text(element: Any) -> str:
    """Return an element's text, with spaces where lines or blocks end."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part)
        if length > _LONGEST_HEADLINE * 4:
            break
    return " ".join("".join(parts).split())


def _first_heading(tree: Any, tags: dict[str, list[str]]) -> str | None:
    """Return the heading of first rank that is the headline.

    One that another title repeats, else the first long one.
    """
    found = [
        words for _, element in zip(range(_MOST_HEADINGS), tree.iter("h1"), strict=False) if (words := _text(element))
    ]
    found = [words for words in found if len(words) <= _LONGEST_HEADLINE]
    known = {_fold(one) for name in ("og:title", "twitter:title") for one in tags.get(name, ())}
    return next(
        (words for words in found if _fold(words) in known),
        next((words for words in found if len(words.split()) > 2), found[0] if found else None),
    )


def _titles(tree: Any, tags: dict[str, list[str]]) -> tuple[str, ...]:
    named = [one for name in ("og:title", "twitter:title", "title", "dc.title") for one in tags.get(name, ())]
    element = next(tree.iter("title"), None)
    named += [_text(element)] if element is not None else []
    return tuple(title for title in named if title and len(title) <= _LONGEST_HEADLINE)


# headline


def _headline(
    described: Described, first: str | None, tags: dict[str, list[str]], titles: tuple[str, ...], sites: set[str]
) -> tuple[str | None, str]:
    candidates = (
        (described.headline, "JSON-LD"),
        (first, "first heading"),
        (_first(tags, "og:title"), "og:title"),
        (titles[-1] if titles else None, "title"),
    )
    for words, how in candidates:
        if words and _fold(words) not in sites and len(words) <= _LONGEST_HEADLINE:
            return without_site(words, sites), how
    return None, ""


def without_site(title: str, sites: set[str]) -> str:
    """Return a title without the site's name and sections behind it ("...

    The Paper").
    """
    parts = re.split(r"((?<!\s)\s++(?:(?:[|–—·•»-]|::)\s++|\|\s*+)|\|\s*+)", title)
    for at in range(len(parts) - 1, 1, -2):
        if _fold(parts[at]) in sites:
            # a short part before the name is the section, unless too little of a title is left
            if at >= 4 and len(parts[at - 2].split()) <= 2 and len("".join(parts[: at - 3]).split()) > 2:
                at -= 2
            return "".join(parts[: at - 1]).strip() or title
    return title


def _sites(outlet: str | None, url: str | None, tags: dict[str, list[str]]) -> set[str]:
    names = [outlet or "", *(one for name in ("og:site_name", "application-name") for one in tags.get(name, ()))]
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", url or "")
    if host:
        parts = host[1].split(".")
        names += [host[1], ".".join(parts[-2:]), *parts[:-1]]
    return {_fold(name) for name in names} - {""}


@cache
def _marks() -> dict[int, int]:
    return str.maketrans("‘’‚`´“”„«»", "'''''" + '"' * 5)


def _fold(words: str) -> str:
    folded = " ".join(words.translate(_marks()).casefold().split())
    return folded.removeprefix("the ").strip(' ."')


# authors


def _authors(
    tree: Any, heading: str | None, tags: dict[str, list[str]], described: Described, outlet: str | None
) -> list[str]:
    """Return who wrote it: the persons whom the head names, or the page shows.

    Else the body that the head names.
    """
    stated = people(described.authors)
    for name in word_list("documents/author_tags.txt"):
        stated = stated or people(tags.get(name, ()))
    if not stated or described.by_body or {_fold(name) for name in stated} == {_fold(outlet or "")}:
        stated = people(shown_authors(tree, heading)) or stated
    return stated


# day, address, language


def _published(
    tree: Any, heading: str | None, tags: dict[str, list[str]], described: Described, url: str | None
) -> tuple[str | None, str]:
    names = word_list("documents/published_tags.txt")
    head = published_moment([described.published, *(one for name in names for one in tags.get(name, ()))])
    line = stated_moment(
        line for element, line in islice(lines_below(tree, heading), _NEAR) if not stands_beside(element)
    )
    if head and line and is_eve(line, head):
        return line, "line below the headline"  # the local day of a moment that programs wrote in UTC
    if head:
        return head, "head"
    near = islice(elements_below(tree, heading), _FAR)
    times = (element for element in near if element.tag == "time" and not stands_beside(element))
    shown = published_moment(element.get("datetime") for element in times)
    if shown:
        return shown, "time element"
    if line:
        return line, "line below the headline"
    return guessed_day(without_named_parts(tree), url), "htmldate"


def _address(tree: Any, tags: dict[str, list[str]], described: Described, saved: str | None) -> str | None:
    links = (element.get("href") for element in tree.iter("link") if "canonical" in (element.get("rel") or "").split())
    for url in (*links, _first(tags, "og:url"), described.url, saved):
        url = (url or "").strip()
        if re.match(r"https?://[^/\s]+\.[^/\s]+", url) and len(url) < 2000 and not re.search(r"[\s<>\x00-\x1f]", url):
            return str(url)
    return None


def _language(tree: Any, tags: dict[str, list[str]], described: Described) -> str | None:
    root = next(tree.iter("html"), None)
    stated = [root.get("lang") or root.get("xml:lang") if root is not None else None, described.language]
    stated += [_first(tags, "content-language", "inlanguage", "og:locale", "dc.language")]
    for tag in stated:
        if match := re.match(r"([A-Za-z]{2})(?![A-Za-z])", (tag or "").strip()):
            return match[1].lower()
    return None
