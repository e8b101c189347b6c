"""Find the outlet that an article's closing line names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from statements_cli.articles.metadata.outlets import known_outlet, outlet_name
from statements_cli.articles.paragraphs import Paragraph

LAST = 8
"""Paragraphs from the end in which a closing line may stand."""


class AppearedFirst(NamedTuple):
    """What "The post HEADLINE appeared first on OUTLET" says."""

    headline: str | None
    outlet: str


@cache
def _appeared() -> re.Pattern[str]:
    return re.compile(r"(?:The post\s++(.{3,250}?)(?<!\s)\s++)?(?:first )?appeared (?:first )?on\s++(.{2,60}?)\.?$")


@cache
def _introduction() -> re.Pattern[str]:
    """Match what stands before the name in a credit: "Source:", "With inputs from", "© 2025"."""
    words = r"source|credit|via|with|inputs?|from|agency|agencies|copyright|©|by|\d{4}"
    return re.compile(rf"(?i)^(?:\W*(?:{words})(?!\w)[\s:]*)+")


def appeared_first(body: list[Paragraph]) -> AppearedFirst | None:
    """Return the headline and outlet that a closing "appeared first on" names, or None."""
    for paragraph in reversed(body[-LAST:]):
        match = _appeared().search(paragraph.words) if "appeared " in paragraph.words else None
        if match and (match[1] or known_outlet(match[2])):
            return AppearedFirst(match[1], outlet_name(match[2]))
    return None


def closing_credit(body: list[Paragraph]) -> str | None:
    """Return the agency or paper that a closing line credits.

    For example: "AFP", "(Reuters)", "— With inputs from ANI".
    """
    for paragraph in reversed(body[-LAST:]):
        words = paragraph.words.strip(" ()[]-–—_.")
        if paragraph.field == "outlet" and paragraph.value:
            return outlet_name(paragraph.value)
        if not words or len(words) > 80:
            continue
        words = _introduction().sub("", words)
        found = next((known_outlet(part.strip()) for part in re.split(r"/|,|\band\b", words)), None)
        if found:
            return found
    return None
