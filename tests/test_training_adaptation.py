"""What annotated news add to the judge is learned in the dual, without room for every two findings."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("training.crf", reason="the learner is not built")

from training.adaptation import BIAS, regress, solve, spread_over  # noqa: E402


def test_solve() -> None:
    """Conjugate gradients find what a direct solution does."""
    random = np.random.default_rng(1)
    half = random.normal(size=(20, 6))
    ridge, target = random.uniform(4, 100, 20), random.normal(size=20)
    expected = np.linalg.solve(half @ half.T + np.diag(ridge), target)

    assert np.allclose(expected, solve(lambda x: half @ (half.T @ x), ridge, target, np.zeros(20)), atol=1e-4)


def test_regress() -> None:
    """At the solution a finding's dual weight is what its probability lacks, and the prior holds the weights."""
    random = np.random.default_rng(2)
    keys, offset = random.integers(1, 40, (60, 5)), random.normal(size=60)
    labels = (random.random(60) < 0.4).astype(float)
    duals = regress(keys, offset, labels, 3.0)
    scores = (spread_over(keys, duals, 40) / 3.0)[keys].sum(axis=1) + BIAS * duals.sum() + offset

    assert np.allclose(labels - 1 / (1 + np.exp(-scores)), duals, atol=1e-3)
