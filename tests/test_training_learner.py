"""The learner of linear models: what it learns from, in rows of any width."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("Cython")

from training.build import build_learner  # noqa: E402

BITS = 16  # as many rows take no time to make, and these features share none


@pytest.mark.parametrize("width", [2, 7, 8, 9, 30])
def test_labels_of_any_number_are_learned(width: int) -> None:
    """Tokens whose label one of their features tells get it, the last label, too."""
    build_learner()
    from training.crf import Learner

    labels = np.arange(20 * width, dtype=np.int8) % width
    features = np.stack([labels.astype(np.uint32) + 1, np.full(len(labels), 1000, np.uint32)], axis=1)
    learner = Learner(width, bits=BITS, chained=False, rate=0.5)
    offsets, order = np.array([0, len(labels)], np.int32), np.zeros(1, np.int32)
    for _ in range(30):
        learner.learn(features.ravel(), 2, offsets, labels, order)
    key = features.astype(np.uint64)
    key = (key ^ (key >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
    key = (key ^ (key >> 13)) & ((1 << BITS) - 1)
    scores = learner.weights[key].sum(axis=1)
    assert (scores.argmax(axis=1) == labels).all()
