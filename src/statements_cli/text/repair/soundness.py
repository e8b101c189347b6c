"""Decide cheaply whether a text is English and needs no mending.

What is mended, and how, is in ``mending``; other languages are told in ``languages``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from statements_cli.text.repair.typed_marks import has_typed_marks

INVISIBLE = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters that show nothing: soft hyphens, joiners, marks of direction, byte-order marks."""
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
CONTROLS = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x7f"
LEADS = "ÃÂâÅÄÐÑвРåæçèäï"
"""What the first byte of a character turns into where it is decoded in the wrong encoding."""

_CYRILLIC_LEADS = "вРС"  # the same, decoded as windows-1251

LONG, FEW = 80, 40
"""Spaces of a text long enough to tell; English has one of its commonest words in fewer than so many."""
_INITIALS = "BCDEFGHJKLMNPQRSTUVWXYZ"  # no words by themselves, as A, I and O are
_ENGLISH = (" the ", " of ", " and ", " to ", " that ", " for ", " is ", " was ")


_SAMPLE = 6000  # characters by which a text is judged
_FEWEST = 40  # of the commonest capitals, in a text long enough to tell
_COMMONEST = "etaoinshr"
_SMALL_SHARE = 20  # one small letter on so many capitals is let pass


def is_shouted(text: str) -> bool:
    """Return whether an English text is all in capitals."""
    sample = text[:_SAMPLE]
    if sample.count("e") * _SMALL_SHARE > len(sample):
        return False  # as in nearly all texts
    capitals = sum(map(sample.count, _COMMONEST.upper()))
    if capitals < _FEWEST or sum(map(sample.count, _COMMONEST)) * _SMALL_SHARE > capitals:
        return False
    return (" THE " in sample or " AND " in sample) and not _has_other_letters(sample, capitals)


def _has_other_letters(sample: str, capitals: int) -> bool:
    """Return whether letters of other scripts are more than a few.

    For example: a report in Chinese that quotes a label.
    """
    if sample.isascii():
        return False
    others = sum(character.isalpha() and not character.isascii() for character in sample)
    return others * _SMALL_SHARE > capitals


def is_english(sample: str) -> bool:
    """Return whether a few thousand characters are surely English, by its commonest words."""
    found = [sample.count(word) for word in _ENGLISH]
    return sum(found) * 9 > sample.count(" ") > 5 and found[0] > 0 and sum(map(bool, found)) > 3


def is_foreign(sample: str) -> bool:
    """Return whether a text long enough to tell has hardly any of English's commonest words.

    It is not in English.
    """
    spaces = sample.count(" ")
    return spaces > LONG and sum(map(sample.count, (*_ENGLISH, " in ", " on ", " said "))) * FEW < spaces


def is_sound(text: str) -> bool:
    """Return whether a text has no invisible, wrongly decoded or broken characters."""
    unseen = CONTROLS if text.isascii() else CONTROLS + INVISIBLE
    if any(character in text for character in unseen):
        return False
    if not text.isascii() and any(lead in text for lead in LEADS) and is_suspect(text):
        return False
    return not has_typed_marks(text) and not _has_torn_lines(text)


def _has_torn_lines(text: str) -> bool:
    """Return whether a line begins as none does.

    In the middle of a sentence, or with a letter by itself.
    """
    blank = next((at for at, character in enumerate(text) if character not in " \t"), 0)
    first = _torn().match(f"\n{text[: blank + 3]}")  # as if a line were before it
    begun = chain([first] if first else [], _torn().finditer(text))
    return any(match["alone"] is None or match["alone"].isupper() for match in begun)


@cache
def _torn() -> re.Pattern[str]:
    """Match the beginning of any line but the first.

    Lines as strings of their own would take fifty bytes each.
    """
    opening = rf"(?:[“\"][{_INITIALS}] |‘[{_INITIALS}] )"
    alone = r"(?P<alone>(?![“\"])[^\s‘])(?=[ \t\r\n]|\Z)"
    return re.compile(rf"\n[ \t]*+(?:{opening}|[a-z,;.)]|[’”]|{alone})")


def plain_spaces(text: str) -> str:
    """Return the text with every space made a plain one; offsets stay."""
    if not text.isascii():
        for space in SPACES:
            if space in text:
                text = text.replace(space, " ")
    return text


def is_suspect(text: str) -> bool:
    """Return whether a character's bytes may stand in a text, each read as a character."""
    # what few sound texts have, before the pattern whose sets take a millisecond to make
    begun = _beside().search(text) is not None or any(letter in text for letter in _CYRILLIC_LEADS)
    return begun and _suspect().search(text) is not None


@cache
def _beside() -> re.Pattern[str]:
    """Match a character's first byte, as read in latin-1, beside a character outside ASCII."""
    return re.compile(r"[\xc2-\xf4][^\x00-\x7f]")


@cache
def _suspect() -> re.Pattern[str]:
    """Match a character's first and a later byte, as read in windows-1252 and others.

    The others are latin-1 and windows-1251.
    """
    later = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
    cyrillic = rf"\xa0-\xbf\u0400-\u040f\u0450-\u045f\u0490\u0491{later}"
    return re.compile(
        # a plain class first, which is searched for at the speed of bytes
        rf"[\xc2-\xf4{_CYRILLIC_LEADS}](?:(?<=[\xc2-\xf4])[{later}]|(?<=в)Ђ.|(?<=[РС])[{cyrillic}][РС][{cyrillic}])"
    )
