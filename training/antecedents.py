"""Learn the weights by which he and she get their antecedents from annotated news.

``python -m training --antecedents --news FOLDER --news FOLDER`` writes ``weights/antecedents.tsv``. A folder holds
``NNN.txt`` and ``NNN.gold.json``, whose ``statements`` have a ``source`` as spans and a ``speaker``. The model is a
conditional log-linear one over the candidates of each pronoun that is a source, with a Gaussian prior around weights
set by hand, for there are few such pronouns (Chelba and Acero, Computer Speech and Language, 2006).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from statements_cli.articles import split
from statements_cli.articles.article_text import ArticleText
from statements_cli.attribution.finder import find_attributions
from statements_cli.data import table, word_list
from statements_cli.documents import read
from statements_cli.provenance.chain import chain
from statements_cli.speakers.coreference.pronouns import antecedents
from statements_cli.speakers.coreference.pronouns.antecedents import FEATURES, WEIGHTS
from statements_cli.speakers.coreference.resolve import pronouns_of
from statements_cli.speakers.names.folding import fold

FOLDS = 5
GENDERS = {"he": "m", "she": "f"}
STRENGTH = 10.0  # inverse variance of a weight around what the prior has
ROUNDS = 5  # the antecedents of earlier pronouns are candidates of later ones
PRIOR = {
    "nobody": -2.0,
    "salience": 1.5,
    "in a quotation": -0.5,
    "inside a source": -0.5,
    "spoke last": 0.5,
    "gender told": 0.3,
    "gender of first name": 0.2,
    "gender unknown": -0.2,
    "gender of first name disagrees": -4.0,
    "named in the content": -0.5,
    "one name only": -0.3,
    "described": -0.5,
    "beside the pronoun": -2.0,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One pronoun: a row of features for each candidate, nobody last, and which of them are right."""

    article: str
    features: Any
    right: Any


def cases(folders: Iterable[Path]) -> list[Case]:
    """The pronouns that are sources in annotated articles, in the order of the articles."""
    return [case for folder in folders for path in sorted(folder.glob("*.gold.json")) for case in _of_article(path)]


def _of_article(path: Path) -> Iterator[Case]:
    statements = json.loads(path.read_text("utf-8"))["statements"]
    name = path.name.removesuffix(".gold.json")
    for document in read([str(path.with_name(f"{name}.txt"))], report=print):
        for article in split(document):
            text = ArticleText(article, document)
            attributions = [attribution for attribution, _ in chain(text, find_attributions(text))]
            if not attributions:
                continue
            pronouns = pronouns_of(text, attributions)
            for statement in statements:
                if not statement["source"] or not statement.get("speaker"):
                    continue
                start, end = statement["source"][0]
                gender = GENDERS.get(text.text[start:end].lower())
                if gender is None or not article.span[0] <= start < article.span[1]:
                    continue
                own = tuple((low, high) for low, high in statement["content"])
                candidates = pronouns.candidates(start, gender, own)
                if not candidates:
                    continue
                rows = np.zeros((len(candidates), len(FEATURES)))
                for row, candidate in zip(rows, candidates, strict=True):
                    row[list(candidate.features)] = list(candidate.features.values())
                right = np.array([_same(one.person.name, statement["speaker"]) for one in candidates if one.person])
                yield Case(f"{path.parent.name}_{name}", rows, np.append(right, not right.any()))


def _same(one: str, other: str) -> bool:
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)


def learn(known: Sequence[Case], strength: float = STRENGTH, steps: int = 60) -> Any:
    """The weights of the features, by Newton's method."""
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])
    weights = prior.copy()
    for _ in range(steps):
        gradient = -strength * (weights - prior)
        hessian = strength * np.eye(len(FEATURES))
        for case in known:
            share = chances(case, weights)
            gold = share * case.right
            gold /= gold.sum()
            mean = share @ case.features
            gradient += gold @ case.features - mean
            hessian += (case.features * share[:, None]).T @ case.features - np.outer(mean, mean)
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def chances(case: Case, weights: Any) -> Any:
    """How probable each candidate is."""
    scores = case.features @ weights
    parts = np.exp(scores - scores.max())
    return parts / parts.sum()


def held_out(known: Sequence[Case], strength: float = STRENGTH) -> list[Any]:
    """The probabilities of each case's candidates, by weights learned from the articles of other folds."""
    folds = [sum(map(ord, case.article)) % FOLDS for case in known]
    weights = [
        learn([case for case, its in zip(known, folds, strict=True) if its != fold], strength) for fold in range(FOLDS)
    ]
    return [chances(case, weights[fold]) for case, fold in zip(known, folds, strict=True)]


def right_of(known: Sequence[Case], shares: Sequence[Any]) -> list[tuple[float, bool]]:
    """How probable the likeliest person is in each case, and whether it is right."""
    return [
        (float(share[best]), bool(case.right[best]))
        for case, share in zip(known, shares, strict=True)
        for best in (int(np.argmax(share[:-1])),)
    ]


def table_of(weights: Any) -> bytes:
    """The weights as the data file the package reads."""
    head = (
        "# What speaks for a candidate to be the antecedent of he or she, and its weight in a log-linear model.\n"
        "# Learned from annotated news by training/antecedents.py.\n"
    )
    rows = (f"{name}\t{weight:.3f}\n" for name, weight in zip(FEATURES, weights, strict=True))
    return (head + "".join(rows)).encode()


def learned_files(folders: Sequence[Path], output: Path) -> dict[str, bytes]:
    """The table of weights, and on stderr how often the likeliest is right in cross-validation.

    Each round resolves all pronouns by the mean of the weights learned so far, for earlier pronouns are candidates
    of later ones; the first goes by the prior alone.
    """
    rounds = [np.array([PRIOR.get(name, 0.0) for name in FEATURES])]
    known: list[Case] = []
    for _ in range(ROUNDS):
        ship(table_of(np.mean(rounds, axis=0)), output)
        known = cases(folders)
        rounds = [*rounds[1:], learn(known)] if len(rounds) == 1 else [*rounds, learn(known)]
    found = table_of(np.mean(rounds, axis=0))
    ship(found, output)
    told = right_of(known, held_out(known))
    print(f"{sum(right for _, right in told)} of {len(told)} antecedents right, held out", file=sys.stderr)
    return {WEIGHTS: found}


def ship(weights: bytes, output: Path) -> None:
    """Write the table of weights where the package reads it, and let it be read again."""
    (output / WEIGHTS).write_bytes(weights)
    for remembered in (word_list, table, antecedents.weights):
        remembered.cache_clear()
