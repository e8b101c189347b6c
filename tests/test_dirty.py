"""The samples with dirt put in give the statements of the clean ones, at the right places of the dirty text."""

from __future__ import annotations

import random
import textwrap
from collections import Counter
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from statements_cli.documents import read
from statements_cli.model import Document, Statement
from statements_cli.pipeline import Parsed, parse

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = sorted(path.name for path in SEEDS.glob("*.txt"))
Dirt = Callable[[str, random.Random], str]


def within_words(signs: str) -> Dirt:
    """Signs put into words, in one of eight places."""

    def dirty(text: str, chance: random.Random) -> str:
        pairs = zip(text, [*text[1:], ""], strict=True)
        return "".join(
            a + (chance.choice(signs) if a.isalpha() and b.isalpha() and not chance.randrange(8) else "")
            for a, b in pairs
        )

    return dirty


def at_spaces(sign: str, *, kept: bool) -> Dirt:
    """A sign at one of three spaces, beside it or instead."""

    def dirty(text: str, chance: random.Random) -> str:
        made = " " + sign if kept else sign
        return "".join(made if c == " " and not chance.randrange(3) else c for c in text)

    return dirty


def twice_encoded(text: str, _: random.Random) -> str:
    """UTF-8 read as windows-1252, its undefined bytes as control characters."""
    return "".join(_windows(byte) for byte in text.encode())


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")


def wrapped(text: str, _: random.Random) -> str:
    """Lines wrapped by hand, a blank line between paragraphs."""
    lines = (line for line in text.split("\n") if line.strip())
    return "\n\n".join(textwrap.fill(line, 72, break_on_hyphens=False, break_long_words=False) for line in lines)


def all_at_once(text: str, chance: random.Random) -> str:
    """Soft hyphens, then the wrong encoding, then the other line ends."""
    return twice_encoded(within_words("\u00ad\u200b")(text, chance), chance).replace("\n", "\r\n")


DIRT: dict[str, Dirt] = {
    "soft hyphens": within_words("\u00ad"),
    "zero width": within_words("\u200b\u200d\u2060\ufeff"),
    "zero width beside spaces": at_spaces("\u200b", kept=True),
    "no-break spaces": at_spaces("\u00a0", kept=False),
    "thin spaces": at_spaces("\u2009", kept=False),
    "mojibake": twice_encoded,
    "CR LF": lambda text, _: text.replace("\n", "\r\n"),
    "hard wraps": wrapped,
    "all at once": all_at_once,
}


@cache
def clean(name: str) -> Parsed:
    """A sample as it is."""
    (found,) = read([str(SEEDS / name)], report=print)
    return parse(found)


def told(statement: Statement) -> tuple[str, str | None, str]:
    """What a statement says, white space folded."""
    return " ".join(statement.text.split()), statement.speaker, statement.kind


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dirt", DIRT)
def test_the_same_statements(name: str, dirt: str) -> None:
    """Text, speaker and kind of every statement are those of the clean text, and the spans cut it out of the dirty one."""
    text = clean(name).document.text
    dirty = DIRT[dirt](text, random.Random(5))
    found = parse(Document("-", dirty, sha256(dirty.encode()).hexdigest())).statements

    assert Counter(map(told, clean(name).statements)) == Counter(map(told, found))
    for statement in found:
        cut = "".join(dirty[a:b] for a, b in statement.spans.content)
        letters = "".join(c for c in cut if c.isascii() and c.isalnum())
        assert letters == "".join(c for c in statement.text if c.isascii() and c.isalnum())
