"""Texts in; what the accurate model holds of their tokens and likely cues out, for the labellers to learn from.

Distillation (Hinton, Vinyals and Dean, 2015): the labellers learn from the probabilities that the accurate model gives,
which say more than its best guess. By the corpus's notion of a statement, from which the labellers learn first.

``python -m training.teacher --articles ZIP --output FILE``
"""

from __future__ import annotations

import argparse
import sys
from array import array
from pathlib import Path
from typing import Any

import numpy as np

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.choosing import choose
from statements_cli.attribution.encoder.findings import Read, encoded_view, labelled, opinions_of
from statements_cli.attribution.encoder.runtime import CORPUS, KINDS, CueParts, Encoder, encoder
from statements_cli.attribution.finder import encoded_candidates, straightened
from statements_cli.attribution.labelling import first_pass
from statements_cli.attribution.labelling.dependencies import parse_around, parser_model
from statements_cli.attribution.labelling.first_pass import Cue, Finding, View
from statements_cli.attribution.labelling.token_columns import STRIDE, Columns, columns
from statements_cli.text.tagging.linear import posteriors, score
from training.corpus import Text
from training.examples import example
from training.lessons import SURE, Lesson, write_lessons
from training.unannotated import read_articles

HEADS = 0.7  # of the encoder's heads in what a token is, the first labeller's the rest
LABELS = 7  # the first labeller's


def lesson_of(text: Text, encoder: Encoder) -> Lesson:
    """What the teacher holds of one text."""
    one = example(text)
    made = columns(one.tokens, one.quotations)
    read = Read(made, encoder)
    view = encoded_view(made, read)
    cues = first_pass.likely_cues(made, view)
    known = {i for cue in cues for i in range(cue.start, cue.end)}
    labelled = first_pass.first_view(made, first_pass.first_model())
    others = [c for c in first_pass.likely_cues(made, labelled) if known.isdisjoint(range(c.start, c.end))]
    view.survey = first_pass.survey_of(made, view.labels)
    everything = sorted([*cues, *others])
    parse_around(made, ((cue.start, cue.end) for cue in everything), parser_model())
    opinions = opinions_of(read, encoder, everything)
    spans, parts, found = [], [], []
    for cue in everything:
        if cue.start in opinions and cue.end - cue.start < 60:
            first, last, marginals, finding = _parts(made, view, cue, *opinions[cue.start])
            spans.append((cue.start, cue.end, first, last))
            parts.append(marginals)
            if cue.start in known:
                found.append(finding)
    ways = straightened(made, Regions(made, one.quotations), found)
    kept = choose(made, encoded_candidates(made, ways))  # by the installed model's judge
    chosen = [
        (number, role, start, end)
        for number, candidate in enumerate(kept)
        for role, its in enumerate((candidate.cue, candidate.source, candidate.content))
        for start, end in its
    ]
    return Lesson(
        _small(HEADS * _labels(read, len(one.tokens)) + (1 - HEADS) * _first_marginals(made)),
        np.array(spans, np.int32).reshape(-1, 4),
        _small(np.concatenate(parts)) if parts else np.zeros((0, KINDS), np.uint8),
        np.array(chosen, np.int32).reshape(-1, 4),
        np.array([candidate.worth for candidate in kept], np.float32),
    )


def _labels(read: Read, count: int) -> Any:
    """The first labeller's labels as the encoder's heads have them: content before cue before source."""
    made = np.zeros((count, LABELS))
    for first, last, held in read.windows:
        cue, source, content = (held.chances[:, CORPUS, role] for role in range(3))
        made[first:last, 5:] = content[:, 1:]
        made[first:last, 1:3] = content[:, :1] * cue[:, 1:]
        made[first:last, 3:5] = content[:, :1] * cue[:, :1] * source[:, 1:]
    made[:, 0] = 1 - made[:, 1:].sum(axis=1)
    return made


def _first_marginals(made: Columns) -> Any:
    """The first labeller's own."""
    model, found = first_pass.first_model(), np.zeros((len(made.tokens), LABELS))
    for first, last, start in first_pass.sheets(made):
        size = last - first
        features, scores = array("I", bytes(4 * size * STRIDE)), array("i", bytes(4 * size * LABELS))
        first_pass.features_of(made, first, last, start, features)
        score(features, size, STRIDE, model.keys, model.rows, LABELS, model.mask, scores)
        forward, marginals = (array("d", bytes(8 * size * LABELS)) for _ in range(2))
        posteriors(
            scores, size, LABELS, model.potentials, model.decays, array("d", bytes(16 * LABELS)), forward, marginals
        )
        found[first:last] = np.frombuffer(marginals).reshape(size, LABELS)
    return found


def _parts(made: Columns, view: View, cue: Cue, begin: int, parts: CueParts) -> tuple[int, int, Any, Finding]:
    """What the second labeller and the encoder together hold of the tokens around a cue, as ``findings`` adds them."""
    first, last = first_pass.window(made, cue)
    room, finding = labelled(made, view, cue, begin, parts)
    return first, last, np.frombuffer(room.marginals).reshape(-1, KINDS)[: last - first].copy(), finding


def _small(chances: Any) -> Any:
    return np.rint(np.clip(chances, 0, 1) * SURE).astype(np.uint8)


def main() -> int:
    """Write what the accurate model holds of articles."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=Path, required=True, help="a zip with a table of articles")
    parser.add_argument("--count", type=int, help="how many of them, else all")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    teacher = encoder()
    write_lessons(
        options.output,
        ((text.name, lesson_of(text, teacher)) for text in read_articles(options.articles, options.count)),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
