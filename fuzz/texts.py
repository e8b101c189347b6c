"""Make hostile texts fast: by a grammar of marks, names, cues, labels, dates and controls, and by damage to others."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

WORDS = Path(__file__).with_name("words.toml")
SHORTEST, LONGEST = 50, 300
"""Characters of a text that is made; short ones are made more often, for they hold the same marks in less time."""
_SCRIPTS = ((0x20, 0x7F), (0xA0, 0x250), (0x370, 0x530), (0x590, 0x700), (0x900, 0xE80), (0x2000, 0x2070))
_MORE_SCRIPTS = ((0x3000, 0x3100), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0x1F300, 0x1F700))
_HALVES = (0xD800, 0xE000)
"""Half characters, which no file yields, but a text that is made in Python may hold."""
_Piece = TypeVar("_Piece", str, bytes)


@cache
def words() -> dict[str, list[str]]:
    """Return the pieces of texts, by what they are."""
    found: dict[str, list[str]] = tomllib.loads(WORDS.read_text("utf-8"))
    return found


def made(chance: Random) -> str:
    """Return a text of 50 to 300 characters: sentences with quotations, turns of transcripts, or mere pieces."""
    size = SHORTEST + int((LONGEST - SHORTEST + 1) * chance.random() ** 2)
    sentence = chance.choice(_SHAPES)
    parts: list[str] = []
    length = 0
    while length < size:
        part = sentence(chance) if chance.random() < 0.85 else chance.choice(_SHAPES)(chance)
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


def damaged(piece: _Piece, others: list[_Piece], chance: Random) -> _Piece:
    """Return a text or some bytes with up to six pieces cut out, put in, moved or said twice."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(piece))
        to = min(len(piece), at + chance.choice((0, 0, 1, 1, 2, 5, 20, 80)))
        deed = chance.random()
        if deed < 0.5 and others:
            put = chance.choice(others)
        elif deed < 0.7:
            put = piece[at:to] * chance.choice((2, 3, 8))
        elif deed < 0.85:
            start = chance.randint(0, len(piece))
            put = piece[start : start + chance.randint(0, 60)]
        else:
            put = piece[:0]
        piece = piece[:at] + put + piece[to:]
    return piece


def _pick(chance: Random, *kinds: str) -> str:
    return chance.choice(words()[chance.choice(kinds)])


def _quotation(chance: Random) -> str:
    opening, closing = chance.choice(("“”", '""', "«»", "„“", "‘’", "「」", "''", "“‘", "”“", "《》"))
    content = " ".join(_pick(chance, "contents") for _ in range(chance.randint(1, 2)))
    after = chance.choice((",", "", ".", "?"))
    source = _pick(chance, "names") + _pick(chance, "cues")
    told = f"{opening}{content}{after}{closing} {source}"
    more = f", {opening}{_pick(chance, 'contents')}{closing}. "
    return told + chance.choice((". ", ".\n", f" {_pick(chance, 'dates')}. ", more))


def _reported(chance: Random) -> str:
    link = chance.choice((" that ", " ", ": ", " on "))
    parts = [_pick(chance, "names"), _pick(chance, "cues"), link, _pick(chance, "contents")]
    if chance.random() < 0.5:
        parts += [" ", _pick(chance, "dates")]
    return "".join(parts) + chance.choice((". ", ".\n", "\n\n", ", "))


def _turn(chance: Random) -> str:
    return _pick(chance, "labels") + _pick(chance, "contents", "names") + chance.choice((".\n", "?\n\n", "\n", ". "))


def _pieces(chance: Random) -> str:
    kinds = ("marks", "marks", "cues", "names", "labels", "dates", "contents", "lines", "controls", "markup")
    return "".join(_pick(chance, *kinds) for _ in range(chance.randint(1, 12)))


def _head(chance: Random) -> str:
    return f"{_pick(chance, 'contents')}\n{_pick(chance, 'lines')}{_pick(chance, 'dates')}{_pick(chance, 'lines')}"


def _repeated(chance: Random) -> str:
    return _pick(chance, "marks", "labels", "cues", "controls", "lines") * chance.randint(2, 30)


def _script(chance: Random) -> str:
    low, high = chance.choice(_SCRIPTS + _MORE_SCRIPTS) if chance.random() < 0.98 else _HALVES
    return "".join(chr(chance.randrange(low, high)) for _ in range(chance.randint(1, 20)))


_SHAPES = (_quotation, _quotation, _reported, _reported, _turn, _pieces, _head, _repeated, _script)
