"""Find the edits that mend a damaged text.

What is mended: characters decoded in the wrong encoding, characters that show nothing, soft hyphens, words
divided at a line's end, initials torn off their words, lines broken around a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from heapq import heappop, heappush, merge

from statements_cli.data import word_list
from statements_cli.model import Span
from statements_cli.text.repair.mojibake import mojibake
from statements_cli.text.repair.soundness import CONTROLS, INVISIBLE, is_sound
from statements_cli.text.repair.typed_marks import mark_edits
from statements_cli.text.text_view import Edit

LONGEST_LINK = 6
"""Words of a line that may be nothing but a link's."""
LONGEST_WORD = 30
"""Characters of a word that a line's end divides."""
NEAR = 20_000
"""Characters on either side in which a divided word is looked for whole."""
LATE = 1000
"""Characters; what two lines show of a third one lies within so many of it: blank lines and a word's end."""
OPENING = '“"‘'
MIDDLE = 3
"""Words of the shortest line that a link may break off."""


def repairs(text: str) -> Iterator[Edit]:
    """Return the edits that mend a text, in text order; none where it is sound.

    They are never held all at once: a text that is damaged throughout has as many of them as it has words.
    """
    return iter(()) if is_sound(text) else repairs_of_unsound(text)


def repairs_of_unsound(text: str) -> Iterator[Edit]:
    """Return the edits that mend a text that is not sound, as ``repairs`` does."""
    return merge(_characters(text), map(_shown, mojibake(text)), mark_edits(text), _in_order(_lines(text)))


def _in_order(edits: Iterator[Edit]) -> Iterator[Edit]:
    """Yield edits in text order.

    None of them comes after one that begins more than ``LATE`` characters behind it.
    """
    held: list[Edit] = []
    for edit in edits:
        heappush(held, edit)
        while held[0].start < edit.start - LATE:
            yield heappop(held)
    while held:
        yield heappop(held)


def _shown(edit: Edit) -> Edit:
    """Return an edit whose character shows nothing taken for none."""
    return edit._replace(character="") if edit.character in INVISIBLE or edit.character in CONTROLS else edit


@cache
def _dirt() -> re.Pattern[str]:
    return re.compile(f"\u00ad[ \\t]*\\r?\\n[ \\t]*(?=\\w)|[{INVISIBLE}{CONTROLS}]")


def _characters(text: str) -> Iterator[Edit]:
    """Yield invisible characters taken out, with a soft hyphen's line end."""
    if not any(character in text for character in INVISIBLE + CONTROLS):
        return
    for match in _dirt().finditer(text):
        start, end = match.span()
        if match[0] not in "\u200b\u200c\u200d" or not start or not _joins(text[start - 1]):
            yield Edit(start, end)


def _joins(before: str) -> bool:
    """Return whether a script or picture needs characters that show nothing.

    Arabic, Indic and Thai letters, emoji.
    """
    if "\u0600" <= before <= "\u1cff" or "\u2600" <= before <= "\u27bf":
        return True
    return before >= "\U0001f000" or before == "\ufe0f"


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\s](?:[^\n\r]*[^\s])?")


def _lines(text: str) -> Iterator[Edit]:
    """Yield line ends within words and sentences taken out, or made spaces."""
    above: Span | None = None
    before: Span | None = None
    for match in _line().finditer(text, _front_end(text)):
        line = match.span()
        first = text[line[0]]
        if before is not None and (first.islower() or first in ",;.)’”") and not _stands_alone(text, line):
            yield from _continued(text, above, before, line)
        elif before is not None and first.isupper() and _is_initial(text, before):
            yield from _initial_above(text, before, line)
        elif match.end() - line[0] > 3:
            yield from _initial_beside(text, (line[0] + (first in OPENING), line[1]))
        above, before = before, line


def _stands_alone(text: str, line: Span) -> bool:
    """Return whether a line is one of a head.

    An address, a field such as ``date: ...``, a byline.
    """
    return text[line[0]] in "abcdefghijklmnopqrstuvwxyz" and _head_line().match(text, *line) is not None


@cache
def _head_line() -> re.Pattern[str]:
    return re.compile(r"https?://|www\.|[a-z][A-Za-z]*(?:[ _-][A-Za-z]+)?: |by(?: [A-Z][\w.’'-]+){2,4}$")


def _front_end(text: str) -> int:
    """Return where front matter ends, whose lines are fields and no sentences; 0 without any."""
    if not text[:40].lstrip().startswith("---"):
        return 0
    return max(0, text.find("\n---", text.index("---") + 3, NEAR))


def _is_initial(text: str, line: Span) -> bool:
    """Return whether a line is one capital, perhaps behind a quotation mark."""
    return line[1] - line[0] == 1 + (text[line[0]] in OPENING) and text[line[1] - 1].isupper()


def _breaks(text: str, before: Span, line: Span) -> int:
    gap = text[before[1] : min(line[0], before[1] + LONGEST_WORD)]
    return gap.count("\n") or gap.count("\r")


def _continued(text: str, above: Span | None, before: Span, line: Span) -> Iterator[Edit]:
    """Yield a line that begins in the middle of a sentence or word."""
    breaks = _breaks(text, before, line)
    if _is_initial(text, before):
        yield from _initial_above(text, before, line)
    elif breaks == 1 and text[before[1] - 1] == "-" and text[before[1] - 2].islower() and text[line[0]].islower():
        yield from _divided(text, before[1], line[0])
    elif (
        above is not None
        and _is_link(text, above, before)
        and ((breaks == 1 and _breaks(text, above, before) == 1) or (breaks <= 2 and text[line[0]] in ",;.)"))
    ):
        # "told / Reuters / that": a link by itself between what goes on
        yield from _spaces(text, above[1], before[0])
        yield from _spaces(text, before[1], line[0])
    elif breaks <= 2 and text[line[0]] in ",;.)" and line[1] - line[0] > 1 and text[before[1] - 1] not in ".!?:":
        yield from _spaces(text, before[1], line[0])


def _is_link(text: str, above: Span, line: Span) -> bool:
    """Return whether a short line goes on with the sentence above it."""
    within = text[above[0]].islower() or text[line[0]].islower()  # in the middle of the sentence already
    quoted = text[above[1] - 1] in '”"’' and text[above[1] - 2] == ","
    if not (within or quoted) and text.count(" ", *above) + 1 < MIDDLE:
        return False
    if text.count(" ", *line) >= LONGEST_LINK or _breaks(text, above, line) > 2:
        return False
    return (quoted or text[above[1] - 1] not in '.!?…:;”"»)') and text[line[1] - 1] not in ".!?…:"


def _spaces(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield line ends made spaces, one for one, so that no offset shifts."""
    for at in range(start, end):
        if text[at] in "\n\r":
            yield Edit(at, at + 1, " ")


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


def _initial_above(text: str, before: Span, line: Span) -> Iterator[Edit]:
    """Yield an initial on a line of its own.

    For example: ``T / he minister``, ``T / HE MINISTER``.
    """
    rest = _letters().match(text, *line)
    if not rest or _breaks(text, before, line) > 2:
        return
    initial = text[before[1] - 1]
    if _is_torn(initial, rest[0]) or _is_elsewhere(text, initial + rest[0], line[0]):
        yield Edit(before[1], line[0])


def _is_elsewhere(text: str, word: str, at: int) -> bool:
    """Return whether a word of some length, perhaps a name, stands whole near an offset."""
    near = text[max(0, at - NEAR) : at + NEAR]
    return MIDDLE < len(word) <= LONGEST_WORD and re.search(rf"\b{word}\b", near) is not None


def _initial_beside(text: str, line: Span) -> Iterator[Edit]:
    """Yield an initial that a space tears off its word: ``T he minister``."""
    start = line[0] + 1
    while start < line[1] and text[start] in " \t":
        start += 1
    if start == line[0] + 1:
        return
    rest = _letters().match(text, start, line[1])
    if rest and rest[0].islower() and _is_torn(text[line[0]], rest[0]):
        yield Edit(line[0] + 1, start)


@cache
def _openers() -> frozenset[str]:
    return frozenset(word_list("cues/opening_words.txt"))


def _is_torn(initial: str, rest: str) -> bool:
    """Return whether an initial and letters are one word.

    A known opener, or an initial that is no word with any others.
    """
    if initial + rest.lower() in _openers():
        return rest.islower() or len(rest) > 1
    return initial in "BCDFGHJLMNPRSTVWYZ" and rest.islower() and len(rest) > 3


def _divided(text: str, end: int, start: int) -> Iterator[Edit]:
    """Yield a word divided at a line's end.

    Its hyphen goes too where the text has the word whole elsewhere.
    """
    head = re.search(r"(?<![^\W\d_])[^\W\d_]++$", text[max(0, end - LONGEST_WORD) : end - 1])
    tail = _letters().match(text, start, start + LONGEST_WORD)
    if not head or not tail:
        return
    whole = f"{head[0]}{tail[0]}" in text[max(0, start - NEAR) : start + NEAR]
    yield Edit(end - 1 if whole else end, start)
    after = text.find(" ", tail.end(), tail.end() + 3)
    if after >= 0 and not any(map(str.isalnum, text[tail.end() : after])):
        yield Edit(after, after + 1, "\n")  # the line ends behind the word instead, so that lines keep their width
