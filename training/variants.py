"""An annotated text in; the same text as other publishers and countries would print it out, annotations moved along.

Quotation marks and dashes are changed, and the persons and places named are replaced by others of all
countries, so that the labellers learn wordings and not the names of one year's campaign.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from statements_cli.data import table, word_list
from statements_cli.model import Spans
from statements_cli.quotations import find_quotations
from training.corpus import Text, Token

MARKS: dict[str, tuple[str, str, str, str]] = {
    "straight": ('"', '"', "'", "'"),
    "curly": ("“", "”", "‘", "’"),
    "british": ("‘", "’", "“", "”"),
    "british straight": ("'", "'", '"', '"'),
    "doubled": ("''", "''", "'", "'"),
    "guillemets": ("«", "»", "“", "”"),
    "none": ("", "", "", ""),
}
STYLES = ("straight", "straight", "curly", "curly", "british", "british", "british straight", "doubled", "none")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of text, half-open, and what replaces it."""

    start: int
    end: int
    text: str


def variant(text: Text, number: int) -> Text:
    """One variant of a text; the same number always gives the same."""
    chance = random.Random(f"{text.name}~{number}")
    edits = [*marks(text, chance.choice(STYLES)), *dashes(text, chance), *names(text, chance)]
    return edited(text, edits, f"{text.name}~{number}")


def marks(text: Text, style: str) -> list[Edit]:
    """Edits that set all quotation marks, outer and inner, in one style."""
    opening, closing, inner_opening, inner_closing = MARKS[style]
    edits = []
    for quotation in find_quotations(text.text, lines(text.text)):
        first, last = (inner_opening, inner_closing) if quotation.depth else (opening, closing)
        if quotation.inner[0] > quotation.outer[0]:
            edits.append(Edit(quotation.outer[0], quotation.inner[0], first))
        if quotation.closed:
            edits.append(Edit(quotation.inner[1], quotation.outer[1], last))
    return edits


def lines(text: str) -> Spans:
    """The lines of a text."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def dashes(text: Text, chance: random.Random) -> list[Edit]:
    """Edits that print dashes another way, in half of the texts."""
    way = chance.choice((None, None, None, " -- ", "--", " – ", " - "))
    if way is None:
        return []
    edits = []
    for at, character in enumerate(text.text):
        if character == "—":
            before = at - (at > 0 and text.text[at - 1] == " ")
            after = at + 1 + (at + 1 < len(text.text) and text.text[at + 1] == " ")
            edits.append(Edit(before, after, way))
    return edits


@cache
def _name_lists() -> dict[str, tuple[str, ...]]:
    rows = [row for row in table("places/countries.tsv") if len(row) > 4]
    return {
        "first": tuple(
            map(str.capitalize, word_list("names/first_names_male.txt") + word_list("names/first_names_female.txt"))
        ),
        "last": tuple(map(str.capitalize, word_list("names/surnames.txt"))),
        "family": word_list("names/family_names_first.txt"),
        "place": tuple(row[1] for row in rows) + tuple(row[4].split("|")[0] for row in rows),
    }


def names(text: Text, chance: random.Random) -> list[Edit]:
    """Edits that replace most persons and places, each by the same other one all through the text."""
    lists = _name_lists()
    given: dict[str, str] = {}

    def another(key: str, kind: str) -> str:
        if key not in given:
            keep = chance.random() < 0.25
            given[key] = key if keep else chance.choice(lists[kind])
        return given[key]

    edits = []
    for run in runs(text.tokens):
        words = [text.text[token.start : token.end] for token in run]
        if run[0].entity == "LOCATION":
            place = another(" ".join(words), "place")
            edits.append(Edit(run[0].start, run[-1].end, place))
            continue
        for number, (token, word) in enumerate(zip(run, words, strict=True)):
            if not word[0].isupper() or not word.isalpha() or word.isupper():
                continue
            kind = "first" if number == 0 and len(run) > 1 else "last"
            edits.append(Edit(token.start, token.end, another(word, kind)))
    return edits


def runs(tokens: Iterable[Token]) -> list[list[Token]]:
    """Neighbouring tokens that name one person or place."""
    found: list[list[Token]] = []
    previous: Token | None = None
    for token in tokens:
        if token.entity in ("PERSON", "LOCATION") and token.tag.startswith("NNP"):
            if previous is not None and previous.entity == token.entity and token.start - previous.end <= 1 and found:
                found[-1].append(token)
            else:
                found.append([token])
            previous = token
        else:
            previous = None
    return found


def edited(text: Text, edits: Iterable[Edit], name: str) -> Text:
    """The text after the edits that do not overlap, its annotations and tokens at their new places."""
    pieces, starts, shifts = [], [0], [0]
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            continue
        pieces += [text.text[at : edit.start], edit.text]
        starts.append(edit.end)
        shifts.append(shifts[-1] + len(edit.text) - (edit.end - edit.start))
        at = edit.end
    pieces.append(text.text[at:])
    move = _mover(starts, shifts)

    def moved(spans: Spans) -> Spans:
        return tuple((move(a), max(move(a), move(b))) for a, b in spans)

    return replace(
        text, name=name, text="".join(pieces),
        attributions=tuple(
            replace(g, content=moved(g.content), cue=moved(g.cue), source=moved(g.source)) for g in text.attributions
        ),
        tokens=tuple(Token(move(t.start), move(t.end), t.tag, t.entity) for t in text.tokens),
    )  # fmt: skip


def _mover(starts: list[int], shifts: list[int]) -> Callable[[int], int]:
    def move(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        return offset + shifts[number]

    return move
