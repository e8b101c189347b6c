"""Read what a page's JSON-LD says of its article.

After schema.org's ``Article`` and its kin, as publishers write them for search engines: nodes in lists,
in ``@graph`` or alone, authors and publishers inline or by ``@id``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple, TypeAlias

Node: TypeAlias = dict[str, Any]

LONGEST_SCRIPT = 4 << 20
"""Characters; more of it is a data dump, not a description."""

_MOST_NODES = 5000
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_PAGES = ("WebPage", "ItemPage")
_STORIES = ("BlogPosting", "ClaimReview", "Report", "SocialMediaPosting")


class Described(NamedTuple):
    """What JSON-LD says of an article, as it is written there; nothing is empty text.

    ``by_body`` says that the authors are organisations.
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    by_body: bool = False
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    description: str | None = None
    body: str | None = None


def describe(scripts: Iterable[str], titles: Callable[[str], bool]) -> Described:
    """Return what the JSON-LD of a page says of its article.

    Of several the one whose headline is a title of the page.

    ``scripts`` are the contents of its ``application/ld+json`` elements. Raises nothing.
    """
    nodes = list(_nodes(_load(script) for script in scripts if len(script) <= LONGEST_SCRIPT))
    known = _by_id(nodes)
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if _has_type(node, _PAGES)]
    named = [node for node in articles if titles(_words(node.get("headline")) or "")]
    article = next(iter(named or articles), {})
    page = next(iter(pages), {})
    both = (article, page) if article else (page,)
    return Described(
        headline=_words(article.get("headline")) or _words(article.get("name")),
        authors=tuple(dict.fromkeys(n for node in both for n in _names(node.get("author"), known)))
        or tuple(_names(article.get("creator"), known)),
        by_body=_is_body(article.get("author"), known),
        outlet=next((n for node in both for n in _names(node.get("publisher"), known)), None)
        or next((n for node in nodes if _has_type(node, ("WebSite",)) for n in _names(node, known)), None),
        published=next((day for node in both if (day := _words(node.get("datePublished")))), None)
        or _words(article.get("dateCreated")),
        modified=next((day for node in both if (day := _words(node.get("dateModified")))), None),
        language=next((tag for node in both if (tag := _language(node.get("inLanguage")))), None),
        url=next((url for key in ("url", "@id") if (url := _address(article.get(key)))), None)
        or _address(article.get("mainEntityOfPage")),
        description=_words(article.get("description")) or _words(article.get("alternativeHeadline")),
        body=_whole(body) if isinstance(body := article.get("articleBody"), str) else None,
    )


def _load(script: str) -> Any:
    bare = script.strip().removeprefix("<!--").removeprefix("//").strip().removeprefix("<![CDATA[")
    bare = bare.strip().removesuffix("-->").strip().removesuffix("]]>").strip().removesuffix("//").rstrip(" ;\n\t")
    for text in (bare, re.sub(r",(\s*[\]}])", r"\1", bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):  # broken, or nested without end
            continue
    return None


def _nodes(values: Iterable[Any]) -> Iterator[Node]:
    """Yield all nodes that describe the page or its parts, in order.

    Not what they merely point to.
    """
    waiting = list(values)[::-1]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value[: _MOST_NODES - 1][::-1]
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in _WITHIN[::-1] if isinstance(value.get(key), (dict, list))]


def _by_id(nodes: list[Node]) -> dict[str, Node]:
    known: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(known.get(name, {})):
            known[name] = node
    return known


def _has_type(node: Node, types: tuple[str, ...]) -> bool:
    given = node.get("@type")
    return any(one.rpartition("/")[2] in types for one in _as_list(given) if isinstance(one, str))


def _is_article(node: Node) -> bool:
    given = (one for one in _as_list(node.get("@type")) if isinstance(one, str))
    return any(one.endswith(("Article", *_STORIES)) for one in given)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(value: Any, known: dict[str, Node]) -> Iterator[str]:
    """Yield names of persons or bodies, given as text, nodes or references."""
    for one in _as_list(value)[:50]:
        if isinstance(one, dict):
            named = one if "name" in one else known.get(str(one.get("@id")), {})
            yield from filter(None, map(_words, _as_list(named.get("name"))[:50]))
        elif words := _words(one):
            yield words


def _is_body(value: Any, known: dict[str, Node]) -> bool:
    nodes = [
        one if "@type" in one else known.get(str(one.get("@id")), {})
        for one in _as_list(value)
        if isinstance(one, dict)
    ]
    return bool(nodes) and all(str(node.get("@type")).endswith("Organization") for node in nodes)


def _words(value: Any) -> str | None:
    """Return text without markup and references, white space folded.

    None for what is no text, or empty.
    """
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str) or len(value) > 5000:
        return None
    # publishers escape text for HTML that no HTML reader sees, some twice
    plain = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", unescape(unescape(value)))
    return " ".join(_whole(plain).split()) or None


def _whole(text: str) -> str:
    """Return text without the halves of characters that escapes in JSON can leave alone."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _language(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _words(value)


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None
