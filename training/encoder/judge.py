"""Graphs of an encoder and annotated texts it has not seen in; the weights of its judge out.

``python -m training.encoder.judge --corpus PATH --articles PATH ... --model FOLDER`` writes ``judge.tsv``
beside the graphs. The texts are the development part of the corpus, from which the labellers haven't learned either,
and articles: those of a folder of ``--articles`` that the encoder's training keeps aside, all of one of ``--unseen``.
Findings of articles count more than those of the corpus, whose notion of a statement is wider: how much wider is
learned beside the weights and left out of them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.encoder.findings import encoded_findings
from statements_cli.attribution.encoder.runtime import Encoder
from statements_cli.attribution.encoder.verdicts import FEATURES, VERDICTS, all_features
from statements_cli.attribution.finder import straightened
from statements_cli.attribution.labelling.judge import Straight, describe
from statements_cli.attribution.labelling.token_columns import columns
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import Tokens
from training.corpus import paragraphs
from training.encoder.texts import CORPUS, NEWS, Annotated, TokenSpan, article_texts, corpus_texts, held_out

PUNCTUATION = 4  # the shape of a token that is none of letters and digits
ARTICLES = 3.0  # how much a finding of an article counts, of the corpus 1
PRIOR = 1.0  # how strongly weights are held near 0


class Row(NamedTuple):
    """One way to bound a finding: what the judge sees of it, whose notion it follows, and what is right about it."""

    values: tuple[float, ...]
    notion: int
    right: bool
    best: bool
    content: bool
    matched: bool
    first: bool  # the likeliest labelling's own


def rows_of(one: Annotated, encoder: Encoder) -> Iterator[Row]:
    """The findings of a text, held against its annotation one to one as the evaluation does; optional ones left out."""
    text = one.tokens.text
    tag(one.tokens)
    quotations = find_quotations(text, paragraphs(text))
    made = columns(one.tokens, quotations)
    ways = straightened(made, Regions(made, quotations), encoded_findings(made, encoder))
    gold = [words(one.tokens, link.content) for link in one.links]
    mine = [[words(one.tokens, way.content) for way in finding] for finding in ways]
    held = {(p, w, g): shared(a, b) for p, parts in enumerate(mine) for w, a in enumerate(parts)
            for g, b in enumerate(gold) if not a.isdisjoint(b)}  # fmt: skip
    matched: dict[int, int] = {}
    for (p, _, g), overlap in sorted(held.items(), key=lambda item: -item[1]):
        if overlap >= 0.5 and p not in matched and g not in matched.values():
            matched[p] = g
    for p, finding in enumerate(ways):
        g = matched.get(p, -1)
        if g >= 0 and one.links[g].optional:
            continue
        overlaps = [held.get((p, w, g), 0.0) for w in range(len(finding))]
        source = g >= 0 and agrees(one.tokens, finding[0], one.links[g].source)
        seen = all_features(made, finding, describe(made, finding))
        for number, (values, overlap) in enumerate(zip(seen, overlaps, strict=True)):
            content = overlap >= 0.5
            yield Row(
                values, one.notion, source and content, overlap >= max(0.5, *overlaps), content, g >= 0,
                number == 0,
            )  # fmt: skip


def words(tokens: Tokens, spans: Sequence[TokenSpan]) -> frozenset[int]:
    """The tokens of spans that are words."""
    return frozenset(i for a, b in spans for i in range(a, b) if tokens.shapes[i] != PUNCTUATION)


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the words of either that both hold."""
    return len(one & other) / len(one | other)


def agrees(tokens: Tokens, way: Straight, source: Sequence[TokenSpan]) -> bool:
    """Whether a finding's source shares a word with the annotated one, where one is annotated."""
    theirs = words(tokens, source)
    return not theirs or not theirs.isdisjoint(words(tokens, way.finding.source))


def regression(rows: Sequence[Row], wanted: Sequence[bool]) -> Any:
    """A logistic regression by Newton's method; the corpus's wider notion is a feature of its own, the last."""
    x = np.array([(*row.values, float(row.notion == CORPUS)) for row in rows])
    y, weight = np.array(wanted, float), np.array([1.0 if row.notion == CORPUS else ARTICLES for row in rows])
    learned = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ learned))
        gradient = x.T @ (weight * (y - p)) - PRIOR * learned
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + PRIOR * np.eye(x.shape[1])
        learned += np.linalg.solve(hessian, gradient)
    return learned


def learn(rows: Sequence[Row]) -> Any:
    """The judge's weights: feature x kind, and those of the wider notion in the last row."""
    first, matched = [row for row in rows if row.first], [row for row in rows if row.matched]
    return np.stack(
        [
            regression(first, [row.right for row in first]),
            regression(matched, [row.best for row in matched]),
            regression(first, [row.content for row in first]),
        ],
        axis=1,
    )


def table(weights: Any) -> str:
    """The weights as the file that the package reads."""
    head = "# The judge of the accurate model, as training/encoder/judge.py learns it: " + ", ".join(VERDICTS) + "\n"
    lines = (name + "".join(f"\t{value:.4f}" for value in row) for name, row in zip(FEATURES, weights, strict=False))
    return head + "\n".join(lines) + "\n"


def report(rows: Sequence[Row], weights: Any) -> Iterator[str]:
    """How the first ways of either notion turn out at thresholds of the content's probability."""
    for notion, name in ((CORPUS, "corpus"), (NEWS, "articles")):
        mine = [row for row in rows if row.first and row.notion == notion]
        x = np.array([(*row.values, 0.0) for row in mine])
        chance, content = 1 / (1 + np.exp(-x @ weights[:, 2])), np.array([row.content for row in mine])
        for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
            kept = chance >= least
            yield f"{name} from {least}: {kept.sum()} kept, {content[kept].mean():.3f} right, of {content.sum()}"


def main() -> int:
    """Learn the judge and write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument(
        "--unseen", type=Path, nargs="*", default=[], help="folders that the encoder never learned from"
    )
    parser.add_argument("--model", type=Path, required=True, help="the folder of the exported graphs")
    options = parser.parse_args()
    encoder = Encoder(options.model)
    articles = [one for folder in options.articles for one in article_texts(folder)]
    unseen = [one for folder in options.unseen for one in article_texts(folder)]
    texts = [*corpus_texts(options.corpus, "dev"), *held_out(articles), *unseen]
    rows = [row for one in texts for row in rows_of(one, encoder)]
    weights = learn(rows)
    (options.model / "judge.tsv").write_text(table(weights), "utf-8")
    print(*report(rows, weights), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
