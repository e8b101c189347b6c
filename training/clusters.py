"""Word vectors in; the data file that gives common words their clusters of meaning out.

Classes of words learned from much unannotated text let a labeller treat verbs it never saw like those it
did (Turian, Ratinov and Bengio, ACL 2010). Spherical k-means (Dhillon and Modha, 2001), twice: few wide
clusters and many narrow ones.

    python -m training.clusters VECTORS [--output FOLDER]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.linear import KEY_BITS
from training.labellers import scatter
from training.pack import pack

WORDS = 30_000
NARROW, WIDE = 250, 48
ROUNDS = 30


def main() -> int:
    """Read vectors in GloVe's text form or as a JSON object with ``vectors``; write ``weights/clusters.bin``."""
    parser = argparse.ArgumentParser(prog="python -m training.clusters", description="Cluster common words.")
    parser.add_argument("vectors", type=Path, help="words with their vectors, the most frequent first")
    parser.add_argument("--output", type=Path, default=Path("src/statements_cli/data"), help="where the file goes")
    options = parser.parse_args()
    words, vectors = read_vectors(options.vectors)
    (options.output / "weights/clusters.bin").write_bytes(clusters(words, vectors))
    return 0


def read_vectors(path: Path) -> tuple[list[str], Any]:
    """The commonest words, most frequent first, and their vectors, a row a word."""
    plain = re.compile(r"[a-z][a-z'-]*")
    if path.suffix == ".json":
        held = json.loads(path.read_text("utf-8"))
        words = [word for word in held["words"] if plain.fullmatch(word)][:WORDS]
        rows = [held["vectors"][word][: held["dimensions"]] for word in words]
    else:
        words, rows = [], []
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                word, *values = line.split(" ")
                if plain.fullmatch(word):
                    words.append(word)
                    rows.append([float(value) for value in values])
                if len(words) == WORDS:
                    break
    return words, np.array(rows, np.float32)


def clusters(words: list[str], vectors: Any) -> bytes:
    """A model file of width 2 that gives each word its wide and its narrow cluster, none of them 0."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    weights = 1 / np.sqrt(np.arange(1, len(unit) + 1))  # common words shape the clusters more
    wide, narrow = (spherical_k_means(unit, k, weights) for k in (WIDE, NARROW))
    table = np.zeros((1 << KEY_BITS, 2), np.float32)
    for word, one, other in reversed(list(zip(words, wide, narrow, strict=True))):  # of two in a row, the commoner
        table[scatter(hash_word(word))] = one + 1, other - NARROW // 2 + (other >= NARROW // 2)
    return pack(table, np.zeros((1, 1), np.float32), rows=WORDS, scale=1, chained=False)


def spherical_k_means(unit: Any, k: int, weights: Any, seed: int = 1) -> Any:
    """The cluster, from 0, of every unit vector."""
    chance = np.random.default_rng(seed)
    centres = unit[chance.choice(len(unit), k, replace=False, p=weights / weights.sum())]
    nearest = np.zeros(len(unit), np.int64)
    for _ in range(ROUNDS):
        nearest = (unit @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, unit * weights[:, None].astype(np.float32))
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return nearest


if __name__ == "__main__":
    sys.exit(main())
