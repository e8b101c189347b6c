"""Find the authors whom a page names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from statements_cli.documents.pages.clutter import stands_beside
from statements_cli.documents.pages.html_lines import elements_below, letters, lines_below

_MOST_AUTHORS = 20
_LONGEST_NAME = 80
_LONGEST_STATED = 400
"""Characters; some heads have all names in one."""

_LONGEST_LINE = 160
_FAR = 400
"""Elements below the headline in which authors are looked for."""

_TOGETHER = 40
"""Elements from the first author in which the others stand."""


@cache
def _introduction() -> re.Pattern[str]:
    """Match what stands before names in the languages of Europe.

    A colon for where it is a word of its own.
    """
    return re.compile(
        r"(?i)(?:(?:written |story |words |text |reported |analysis )?by|von|par|por|door|av)(?::\s*|\s+)"
        r"|(?:authors?|autor(?:in|en|es)?|auteurs?|редактор|автор|text|texte|texto)\s?:\s*"
    )


def people(names: Iterable[str]) -> list[str]:
    """Return names without what introduces them; addresses, user names and numbers are none."""
    found: dict[str, str] = {}
    for name in names:
        bare = " ".join(_without_introduction(name).split()).strip(" ,;:|–—-·•")
        if not 2 <= len(bare) <= _LONGEST_STATED or _no_name().search(bare):
            continue
        found.setdefault(letters(bare), bare)
        if len(found) == _MOST_AUTHORS:
            break
    return list(found.values())


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(r"//|@|\d{4}|^[\W\d]+$|^www\.|^[a-z\d]+(?:[_-][a-z\d]+)+$|^(?:admin|root|user|editor)\d*$")


def _without_introduction(name: str) -> str:
    match = _introduction().match(name.strip())
    return name.strip()[match.end() :] if match else name


def shown_authors(tree: Any, headline: str | None) -> list[str]:
    """Yield the authors' names below a headline, by the markup or behind "By"."""
    found: list[str] = []
    left = _FAR
    for element in elements_below(tree, headline):
        if _is_marked(element) and not stands_beside(element):
            names = list(_names(_text(element)))
            if names and not found:
                left = _TOGETHER
            found += names
        left -= 1
        if left == 0:
            break
    # a name with the job after it gives way to the name alone
    known = people(found)
    known = [name for name in known if not any(name.startswith(f"{other} ") for other in known)]
    return known or next((names for line in _lines(tree, headline) if (names := people(_names(line)))), [])


def _lines(tree: Any, headline: str | None) -> Iterator[str]:
    for _, line in lines_below(tree, headline):
        if len(line) <= _LONGEST_LINE and _introduction().match(line):
            yield line


def _is_marked(element: Any) -> bool:
    if "author" in (element.get("rel") or "") or element.get("itemprop") == "author":
        return True
    named = (element.get("class") or "").lower()
    return "author" in named or "byline" in named


def _text(element: Any) -> str:
    words = " ".join(" ".join(element.itertext()).split())
    return words if len(words) <= _LONGEST_LINE else ""


def _names(line: str) -> Iterator[str]:
    """Yield the names of a line, where names are all that it begins with."""
    parting = r"(?<!\s)\s++(?:[|•·/,;]\s*+|(?:and|und|et|y|e|en|и)\s++)|[|•·/,;]\s*+"
    for part in re.split(parting, _without_introduction(line)):
        if not is_name(part):
            return
        yield part


def is_name(words: str) -> bool:
    """Return whether words have the form of a person's name.

    Two to five, with capitals but for particles.
    """
    parts = words.split()
    if not 2 <= len(parts) <= 5 or len(words) > _LONGEST_NAME:
        return False
    if not all(part[0].isupper() or part in _PARTICLES for part in parts):
        return False
    return parts[-1][0].isupper() and re.fullmatch(r"[\w.’'\s-]+", words) is not None and not re.search(r"\d", words)


_PARTICLES = frozenset(
    ("de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "le", "la", "el", "bin")
)
