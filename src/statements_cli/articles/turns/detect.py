"""Detect where the turns of a transcript begin.

A label opens a line and is followed by a colon (``MR. KIRBY:``, ``Mao Ning:``), by wide space (``Q   ``) or
stands on a line of its own (``Vladimir Putin``). Labels make a transcript where they come again, change
and go with questions; an article that quotes a few turns has prose of its own around them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from sys import intern
from typing import NamedTuple

from statements_cli.articles.lines import Line, ends_sentence, is_full, wrap_width
from statements_cli.articles.turns.interviewees import answering_office, interviewee
from statements_cli.articles.turns.labels import LabelKind, is_surname, is_titled, key_of, kind_of, parts_of
from statements_cli.articles.turns.record_labels import match_record_label
from statements_cli.model import Span

LONGEST_NAME_LINE = 60
LONGEST_OFFICE_LINE = 110
"""Characters of a line of its own that is an office with the name in brackets, or a name with its seat."""
ABOVE = 1500
"""Characters above the first turn in which a speaker may be named."""
TAIL = 300
"""Characters at a turn's end that are looked at for a question mark."""
PROSE = 0.15
"""Share of unlabelled lines that report speech, above which the turns stand in an article."""
SHORTEST_RECORD = 4
"""Turns of a record that has seats and offices in its labels, without a question."""
_PEOPLE = ("answer", "capitals", "name", "role", "moderator", "single", "unknown")


class TurnStart(NamedTuple):
    """Where a turn begins: line, label, where what is said begins, and label's kind."""

    line: int
    label: Span
    speech: int
    kind: LabelKind
    key: str


class Turns(NamedTuple):
    """Return a document's turns; ``whole`` where all that follows the label is theirs.

    ``apart`` are offsets of lines that begin a paragraph: those of labels, and those after a label alone.
    """

    found: tuple[TurnStart, ...]
    whole: bool
    apart: frozenset[int]


def find_turns(text: str, lines: list[Line]) -> Turns | None:
    """Return the turns of a transcript; None for any other text."""
    told = _beside_colons(text, lines)
    found = told if _make_transcript(text, told) else _on_own_lines(text, lines)
    if not found:
        return None
    begins = {turn.line for turn in found}
    alone = {turn.line for turn in found if not text[turn.speech : turn.speech + TAIL].split("\n", 1)[0].strip()}
    after = {lines[at + 1].start for at, line in enumerate(lines[:-1]) if line.start in alone}
    return Turns(tuple(found), _is_whole(text, lines, found), frozenset(begins | after))


@cache
def _label() -> re.Pattern[str]:
    clock = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
    after = rf"(?:\s?[\[(]{clock}[\])])?"
    return re.compile(
        rf"(?:[>*_\[]{{0,3}}|[\[(]?{clock}[\])]?\s+)?"
        r"(?:(?P<q>Q)(?:[.:]|(?=[ \t\u00a0]{2}|\t)|(?= +[A-Z“\"]))"
        rf"|(?P<name>[^\W\d_][^:：\r]{{0,140}}?)"
        rf"{after}[*_\]]{{0,3}}\s?[:：](?![/\d]))"
        rf"[*_]{{0,3}}{after}[ \t\u00a0]*"
    )


def _beside_colons(text: str, lines: list[Line]) -> list[TurnStart]:
    """Return turns whose label and colon open a line."""
    found = []
    width = wrap_width(text, lines)
    for at, line in enumerate(lines):
        match = _label().match(text, line.start, line.end) if _may_label(text, line) else None
        if match is None or not kind_of(match["q"] or match["name"]):
            match = match_record_label(text, line.start, line.end) or match
        if match is None or (width and at and _goes_on(text, lines[at - 1], line, width)):
            continue
        group = match.lastgroup or "name"
        words = match[group]
        kind = kind_of(words) if words[0].isupper() else ""
        if kind:
            key = intern(key_of(words))  # one for all turns of a speaker
            found.append(TurnStart(line.start, match.span(group), match.end(), kind, key))
    return _without_strangers(text, found)


def _may_label(text: str, line: Line) -> bool:
    """Return whether a line has a colon or a question's letter, as labels do."""
    return any(text.find(mark, line.start, line.end) >= 0 for mark in ":Q：")


def _goes_on(text: str, before: Line, line: Line, width: int) -> bool:
    """Return whether a line stands within a sentence that was wrapped by hand."""
    last = text[before.end - 1]
    return not line.blank and (last.isalnum() or last == ",") and is_full(text, before, line, width)


def _without_strangers(text: str, found: list[TurnStart]) -> list[TurnStart]:
    """Return the turns without single words that are no surname or answer nobody."""
    full = {turn.key.split()[-1] for turn in found if turn.kind in ("capitals", "name") and " " in turn.key}
    counts = Counter(turn.key for turn in found)
    answers = any(turn.kind == "answer" for turn in found) and _is_interview(text, found)
    return [
        turn
        for turn in found
        if (turn.kind != "answer" or answers)
        and (turn.kind != "single" or turn.key in full or (counts[turn.key] > 1 and is_surname(turn.key)))
    ]


def _is_interview(text: str, found: list[TurnStart]) -> bool:
    """Return whether turns have questions, and the lines above name who is asked."""
    first = found[0].line
    asked = any(turn.kind == "question" for turn in found)
    above = text[max(0, first - ABOVE) : first]
    return asked and (interviewee(above) or answering_office(above.splitlines())) is not None


def _make_transcript(text: str, turns: Sequence[TurnStart]) -> bool:
    """Return whether labels before colons make a transcript."""
    asking = _asking(text, turns)
    asked_of = any(
        turn.kind in ("question", "outlet") or (turn.kind == "unknown" and asks)
        for turn, asks in zip(turns, asking, strict=True)
    )
    people = _PEOPLE if asked_of else _PEOPLE[:-1]
    named = [turn for turn in turns if turn.kind in people and turn.kind != "moderator"]
    if not named:
        return False
    parts = [parts_of(text[slice(*turn.label)]) for turn in named]
    counts = Counter(turn.key.split()[-1] for turn in named)
    again = _comes_again(named, [bool(part.office) or is_titled(part.name.split()) for part in parts])
    capitals = [turn for turn in named if turn.kind == "capitals"]
    titled = any(part.office or is_titled(part.name.split()) for part in parts)
    if len(turns) == 1:
        return bool(capitals) and titled and _opens_speech(text[: turns[0].line])
    asked = any(asking)
    marked = any(turn.kind == "question" for turn in turns)
    if len(capitals) >= len(named) / 2:
        return (marked and asked) or (len(counts) > 1 and (again or titled or asked))
    if _full_sentences(text, turns) < 0.6:
        return False
    if titled and _has_seats(text, turns):
        return True
    if asked_of and asked:
        above = text[max(0, turns[0].line - ABOVE) : turns[0].line]
        return again or titled or marked or any(text[slice(*turn.label)] in above for turn in named)
    return again and len(named) > 2 and len(counts) > 1


def _comes_again(named: Sequence[TurnStart], titled: Sequence[bool]) -> bool:
    """Return whether somebody speaks twice: "President of Russia Pavel Zorin", then "Pavel Zorin".

    Two names in full that share a surname are two persons.
    """
    official = Counter(turn.key.split()[-1] for turn, its in zip(named, titled, strict=True) if its)
    plain = Counter(" ".join(turn.key.split()[-2:]) for turn, its in zip(named, titled, strict=True) if not its)
    twice = max([*official.values(), *plain.values()]) > 1
    return twice or any(name.split()[-1] in official for name in plain)


def _has_seats(text: str, turns: Sequence[TurnStart]) -> bool:
    """Return whether labels are a parliamentary record's, by seats, offices or countries."""
    parts = [parts_of(text[slice(*turn.label)]) for turn in turns]
    noted = sum(bool(part.office or part.notes) for part in parts)
    return noted > 1 and len(turns) >= SHORTEST_RECORD and len({turn.key for turn in turns}) > 1


def _opens_speech(above: str) -> bool:
    """Return whether only the title of a speech and its place stand above a label."""
    above = above[above.find("\n---", 3) + 4 :] if above.startswith("---") else above
    return len(above) < TAIL and not any(ends_sentence(line, 0, len(line)) for line in above.split("\n") if line)


def _asking(text: str, turns: Sequence[TurnStart]) -> list[bool]:
    """Return whether each turn ends in a question."""
    ends = [*(turn.line for turn in turns[1:]), min(len(text), turns[-1].speech + 4000)] if turns else []
    return ["?" in text[max(turn.speech, end - TAIL) : end] for turn, end in zip(turns, ends, strict=True)]


def _full_sentences(text: str, turns: Sequence[TurnStart]) -> float:
    """Return the share of turns whose first line ends as a sentence does."""
    whole = 0
    for turn in turns:
        stop = text.find("\n", turn.speech)
        stop = len(text) if stop < 0 else stop
        line = text[turn.speech : stop].rstrip() if stop - turn.speech < 2000 else "."
        whole += not line or ends_sentence(line, 0, len(line)) or line[-1] in ",-–—:;" or len(line) > TAIL / 5
    return whole / len(turns)


def _on_own_lines(text: str, lines: Sequence[Line]) -> list[TurnStart]:
    """Return turns whose label is a line: a recurring name, others, text between."""
    short = [(at, line) for at, line in enumerate(lines[:-1]) if _may_name(text, line)]
    keys = [key_of(_bare(text, line)) for _, line in short]
    counts = Counter(keys)
    if not any(count > 1 for count in counts.values()):
        return []
    found: list[TurnStart] = []
    places: list[int] = []
    for (at, line), key in zip(short, keys, strict=True):
        words = _bare(text, line)
        kind, begin = kind_of(words), text.index(words, line.start)
        noted = bool(parts_of(words).notes or parts_of(words).office)
        once = (line.blank and (is_titled(words.split()[:2]) or noted)) and _is_speech(text, lines[at + 1])
        if kind not in ("", "single") and (counts[key] > 1 or kind == "question" or once):
            found.append(TurnStart(line.start, (begin, begin + len(words)), line.end, kind, key))
            places.append(at)
    people = Counter(turn.key for turn in found if turn.kind in ("capitals", "name", "role"))
    spoken = sum(_is_speech(text, lines[at + 1]) for at in places)
    if len(found) < 3 or not people or max(people.values()) < 2 or spoken < 0.8 * len(found):
        return []
    speakers = len({turn.key for turn in found})
    several = len(people) > 1 or any(turn.kind == "question" for turn in found)
    return found if any(_asking(text, found)) and several and speakers > 1 else []


def _may_name(text: str, line: Line) -> bool:
    """Return whether a line is short enough for a name with or without notes."""
    noted = text[line.end - 1] == ")"
    longest = LONGEST_OFFICE_LINE if noted else LONGEST_NAME_LINE
    return line.end - line.start <= longest and text[line.end - 1] not in '.!?…,;"”’'


def _bare(text: str, line: Line) -> str:
    return text[line.start : line.end].rstrip(":").strip("*_ ")


def _is_speech(text: str, line: Line) -> bool:
    return line.end - line.start > LONGEST_NAME_LINE or ends_sentence(text, line.start, line.end)


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(
        r"[,.?!][\"”]\s(?:\S+\s){0,4}?(?:said|says|told|added|asked|replied)\b|\b(?:said|told|according to)\b"
    )


def _is_whole(text: str, lines: Sequence[Line], turns: Sequence[TurnStart]) -> bool:
    """Return whether unlabelled lines after the first label go on with the turns."""
    first = turns[0].line
    labelled = {turn.line for turn in turns}
    others = [line for line in lines if line.start > first and line.start not in labelled]
    plain_prose = sum(_reports(text[line.start : min(line.end, line.start + 4000)]) for line in others)
    return len(others) < 2 or plain_prose < PROSE * len(others)


def _reports(line: str) -> bool:
    found = _reporting().search(line)
    return found is not None and (found[0][0] in ",.?!" or '"' in line or "“" in line)
