"""The learner of linear models: what it learns from, in rows of any width."""

from __future__ import annotations

from typing import Any

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


def _learned(taught: bool, share: float = 0.5, passes: int = 40) -> Any:
    """Transitions and weights learned from labels, and from as many lessons, of which a share has the second label."""
    from training.crf import Learner

    chance = np.random.default_rng(1)
    size, count = 12, 60
    labels = (chance.random((2 * count, size)) < 0.5).astype(np.int8)
    labels[count:] = chance.random((count, size)) < share
    features = (labels.astype(np.uint32) + 1).reshape(-1, 1)
    features[chance.random(len(features)) < 0.3] = 3  # what tells nothing
    rows = np.zeros((2 * count * size, 2), np.uint8)
    rows[np.arange(len(rows)), labels.ravel()] = 255
    lessons = np.full(2 * count, -1, np.int32)
    if taught:
        lessons[count:] = np.arange(count, 2 * count) * size
    learner = Learner(2, bits=BITS, chained=True, rate=0.02)
    offsets, order = np.arange(2 * count + 1, dtype=np.int32) * size, np.arange(2 * count, dtype=np.int32)
    for _ in range(passes):
        learner.learn(features.ravel(), 1, offsets, labels.ravel(), order, None, rows, lessons)
    return learner


def test_sure_lessons_teach_what_labels_teach() -> None:
    """A lesson that is sure of each token is learned from as its labels are, pairs of neighbours too."""
    build_learner()
    soft, hard = _learned(taught=True), _learned(taught=False)

    assert np.allclose(soft.transitions, hard.transitions, atol=1e-4)
    assert np.allclose(soft.weights, hard.weights, atol=1e-4)


def test_transitions_settle_where_lessons_have_other_labels() -> None:
    """Weights and transitions don't pull against each other without end where a label is rarer in lessons."""
    build_learner()
    few, many = _learned(taught=True, share=0.2, passes=200), _learned(taught=True, share=0.2, passes=400)

    assert abs(many.transitions).max() < 3
    assert abs(many.transitions - few.transitions).max() < 0.3
