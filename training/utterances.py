"""Learn when two wordings are one utterance, and how much words tell of it.

``python -m training.utterances FOLDER`` reads the articles in FOLDER and prints the decision's weights
(``data/utterances/decision.tsv``) and, with ``--words FILE``, writes the weights of words. What is one utterance comes
from versions made of the statements found (``benchmarks/versions.py``), what is not from other statements of a speaker
in one article and from texts that differ in a number, a negation or an opposite. A journalist may report an utterance
twice in an article: pairs that the prior takes for one are left out. The model is a logistic regression with a Gaussian
prior around weights set by hand (Chelba and Acero, Computer Speech and Language, 2006).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log2
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np

from benchmarks.versions import impostor, version
from statements_cli import parse
from statements_cli import read as read_documents
from statements_cli.model import Statement
from statements_cli.utterances.likeness import ComparedStatement, Measures, measures_of
from statements_cli.utterances.words import UNKNOWN_WEIGHT, wording_of

PRIOR = {
    "cover": 6.0,
    "union": 3.0,
    "order": 3.0,
    "shared": 4.0,
    "run": 3.0,
    "replaced_numbers": -6.0,
    "replaced_names": -2.0,
    "negated": -3.0,
    "opposite": -5.0,
    "constant": -8.0,
}
STRENGTH = 100.0  # inverse variance of a weight around its prior
NOISE = 2.5  # log odds from which on two statements of one article may well be one utterance
IMPOSTORS = 0.35  # of the statements, also as a text that differs in one thing
LEAST_WORDS = 5  # of a statement learned from
LEAST_COUNT = 12  # statements with a word whose weight is listed
ROUNDS = 100


class Pair(NamedTuple):
    """Two wordings' measures, whether they are one utterance, and how much the pair counts."""

    measures: tuple[float, ...]
    same: bool
    weight: float


def statements_in(folder: Path) -> list[Statement]:
    """Return the statements that are found in a folder's articles."""
    return [one for document in read_documents([str(folder)]) for one in parse(document).statements if one.speaker]


def pairs_of(statements: Sequence[Statement], seed: int = 1) -> list[Pair]:
    """Return pairs of wordings that are worth deciding on."""
    random = Random(seed)
    found: list[Pair] = []
    together: dict[tuple[str, str | None], list[str]] = defaultdict(list)

    def add(one: str, other: str, *, same: bool, weight: float) -> None:
        measures = measures_of(_report(1, one), _report(2, other))
        if measures is not None:
            found.append(Pair((*measures[: len(PRIOR) - 1], 1.0), same, weight))

    for statement in statements:
        text = statement.text
        if len(text.split()) < LEAST_WORDS:
            continue
        for earlier in together[statement.article, statement.speaker]:
            add(earlier, text, same=False, weight=2.0)
        together[statement.article, statement.speaker].append(text)
        add(version(text, random), version(text, random), same=True, weight=0.5)
        other = impostor(text, random) if random.random() < IMPOSTORS else None
        if other is not None:
            add(text, other, same=False, weight=0.3)
    return found


def learned(pairs: Iterable[Pair]) -> dict[str, float]:
    """Return the weights of measures, by Newton's method."""
    prior = np.array(list(PRIOR.values()))
    kept = [one for one in pairs if one.same or one.weight < 1 or np.dot(one.measures, prior) < NOISE]
    measures, same = np.array([one.measures for one in kept]), np.array([one.same for one in kept], float)
    weight = np.array([one.weight for one in kept])
    found: Any = prior.copy()
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-measures @ found))
        gradient = measures.T @ (weight * (chance - same)) + STRENGTH * (found - prior)
        curvature = (measures.T * (weight * chance * (1 - chance))) @ measures + STRENGTH * np.eye(len(prior))
        found = found - np.linalg.solve(curvature, gradient)
    return dict(zip(PRIOR, np.round(found, 2).tolist(), strict=True))


def word_weights(statements: Sequence[Statement]) -> dict[str, int]:
    """Return the tenths of bits of each stem that is in many statements."""
    counts = Counter(stem for one in statements for stem in set(wording_of(one.text).stems))
    often = {stem: count for stem, count in counts.items() if count >= LEAST_COUNT and not stem[0].isdigit()}
    return {
        stem: min(UNKNOWN_WEIGHT, round(10 * log2(len(statements) / count))) for stem, count in sorted(often.items())
    }


def _report(number: int, text: str) -> ComparedStatement:
    return ComparedStatement(number, str(number), str(number), "", None, False, frozenset(), None, 1, wording_of(text))


def main() -> int:
    """Learn and print."""
    assert list(Measures._fields[: len(PRIOR) - 1]) == list(PRIOR)[:-1]
    parser = argparse.ArgumentParser(description="Learn when two wordings are one utterance.")
    parser.add_argument("folder", type=Path, help="articles")
    parser.add_argument("--words", type=Path, help="write the weights of words to this file instead")
    options = parser.parse_args()
    statements = statements_in(options.folder)
    if options.words:
        rows = (f"{stem}\t{weight}\n" for stem, weight in word_weights(statements).items())
        options.words.write_text("".join(rows), encoding="utf-8")
        return 0
    for name, weight in learned(pairs_of(statements)).items():
        print(f"{name}\t{weight}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
