"""What the accurate model holds of unannotated texts, as the labellers learn from it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

SURE = 255  # what stands for a probability of 1
KINDS = 5  # what a token is of a cue: none, source's and content's first and others

TokenSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the teacher holds of a text, in steps of 1/255.

    ``labels`` is token x first labeller's label. Of each cue ``cues`` has its span and the first token of its window
    and the one after its last, ``parts`` the second labeller's labels of those tokens, one window after the other.
    ``chosen`` are its statements: number, role (0 cue, 1 source, 2 content), span; ``worth`` how probable each is.
    """

    labels: Any
    cues: Any
    parts: Any
    chosen: Any
    worth: Any


@dataclass(frozen=True, slots=True)
class Taught:
    """How probable the teacher holds labels of the tokens around a cue, from the token ``first`` on."""

    first: int
    chances: Any


def cues_taught(lesson: Lesson, cues: Sequence[TokenSpan]) -> Iterator[tuple[TokenSpan, Taught | None]]:
    """The labeller's likely cues, each with what the teacher holds of it, and those it missed that have a content."""
    owner: dict[int, int] = {}
    known = []
    at = 0
    for number, (start, end, first, last) in enumerate(lesson.cues.tolist()):
        known.append(((start, end), Taught(first, lesson.parts[at : at + last - first])))
        at += last - first
        owner.update(dict.fromkeys(range(start, end), number))
    used = set()
    for span in cues:
        its = next((owner[i] for i in range(*span) if i in owner), None)
        if its is None or its in used:
            yield span, None
        else:
            used.add(its)
            yield span, known[its][1]
    for number, (span, taught) in enumerate(known):
        if number not in used and 2 * taught.chances[:, 3:].sum(axis=1).max() > SURE:
            yield span, taught


def none_but(taught: Taught | None, window: TokenSpan, cue: TokenSpan) -> Any:
    """The probabilities of labels in a window: no label where the teacher has not looked, or within the cue."""
    first, last = window
    rows = np.zeros((last - first, KINDS), np.uint8)
    rows[:, 0] = SURE
    if taught is not None:
        low, high = max(first, taught.first), min(last, taught.first + len(taught.chances))
        rows[low - first : high - first] = taught.chances[low - taught.first : high - taught.first]
        rows[cue[0] - first : cue[1] - first] = (SURE, 0, 0, 0, 0)
    return rows


def write_lessons(path: Path, lessons: Iterable[tuple[str, Lesson]]) -> None:
    """Keep lessons under their texts' names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, lesson in lessons:
            for field in Lesson.__slots__:
                with file.open(f"{name}/{field}.npy", "w") as member:
                    np.lib.format.write_array(member, getattr(lesson, field))


def read_lessons(path: Path) -> dict[str, Lesson]:
    """The lessons of a file, by their texts' names."""
    with np.load(path) as file:
        names = dict.fromkeys(name.split("/")[0] for name in file.files)
        return {name: Lesson(*(file[f"{name}/{field}"] for field in Lesson.__slots__)) for name in names}
