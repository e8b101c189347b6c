"""Articles and a teacher's graphs in; what it holds of their windows, for a smaller encoder to learn from, out.

Distillation (Hinton, Vinyals and Dean, 2015) from an encoder too large to ship: by both notions of a statement.

``python -m training.encoder.teach --articles ZIP --model FOLDER --output FILE`` needs onnxruntime.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from statements_cli.attribution.encoder.runtime import CUE, KINDS, NOTIONS, Encoder, Window
from statements_cli.attribution.encoder.word_pieces import windows
from training.encoder.spans import likely_spans
from training.encoder.texts import CORPUS, Annotated, TokenSpan, annotated
from training.unannotated import read_articles

SURE = 255  # what stands for a probability of 1


@dataclass(frozen=True, slots=True)
class Held:
    """What a teacher holds of windows, one after the other, in steps of 1/255.

    ``labels`` is token x notion x role x (none, first, other). ``cues`` has of each cue its window's number and its
    span in it, ``parts`` of the tokens of its window, one cue after the other, notion x what they are of the cue.
    """

    labels: Any
    cues: Any
    parts: Any


def texts_of(path: Path, count: int | None = None) -> list[Annotated]:
    """Articles that nobody annotated, as those annotated are read."""
    return [annotated(text.name, text.text, (), CORPUS) for text in read_articles(path, count)]


def held_of(texts: Sequence[Annotated], teacher: Encoder) -> Iterator[tuple[Any, Any, Any]]:
    """What the teacher holds of every window: its labels, its cues, their parts."""
    for one in texts:
        words = [one.tokens.word(i) for i in range(len(one.tokens))]
        sizes = [len(teacher.pieces.cut(word)) for word in words]
        for first, last in windows(one.tokens, sizes):
            window = teacher.window(words[first:last])
            cues = likely_spans(1 - window.chances[:, CORPUS, CUE, 0])
            yield window.chances, cues, _parts(teacher, window, cues)


def _parts(teacher: Encoder, window: Window, cues: Sequence[TokenSpan]) -> Any:
    if not cues:
        return np.zeros((0, len(NOTIONS), KINDS))
    return teacher.kinds(window, cues)[0].reshape(-1, len(NOTIONS), KINDS)


def write(path: Path, held: Iterator[tuple[Any, Any, Any]]) -> None:
    """Keep what a teacher holds of windows."""
    labels, cues, parts = [], [], []
    for number, (its_labels, its_cues, its_parts) in enumerate(held):
        labels.append(_small(its_labels))
        cues += [(number, *span) for span in its_cues]
        parts.append(_small(its_parts))
    np.savez_compressed(
        path, labels=np.concatenate(labels), cues=np.array(cues, np.int32).reshape(-1, 3), parts=np.concatenate(parts)
    )


def read(path: Path) -> Held:
    """What a teacher held of windows."""
    with np.load(path) as file:
        return Held(file["labels"], file["cues"], file["parts"])


def _small(chances: Any) -> Any:
    return np.rint(chances * SURE).astype(np.uint8)


def main() -> int:
    """Write what a teacher holds of articles."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=Path, required=True, help="a zip with a table of articles")
    parser.add_argument("--count", type=int, help="how many of them, else all")
    parser.add_argument("--side", type=int, default=1, help="how many teach side by side")
    parser.add_argument("--rank", type=int, default=0, help="which of them this is, from 0")
    parser.add_argument("--model", type=Path, required=True, help="the folder of the teacher's graphs")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    texts = texts_of(options.articles, options.count)[options.rank :: options.side]
    write(options.output, held_of(texts, Encoder(options.model)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
