"""What the judge said of held-out findings, and models learned without a publisher, in; figures out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from training.corpus import Text
from training.labellers import Plan, Settings
from training.score import Score, attributed

STEPS = 10
CHEAP = Settings(folds=2, first=Plan(0.001, 5, 52_000, 64), second=Plan(0.0003, 4, 52_000, 64))
"""Half the passes of what ships: seven models are to be learned."""


def calibration(right: Sequence[bool], confidence: Sequence[float]) -> dict[str, Any]:
    """For each tenth of confidence: how many findings, their mean confidence, and the share that was right.

    ``right`` says of each finding whether content and source are right, ``confidence`` how sure the judge was.
    """
    bins = []
    for step in range(STEPS):
        inside = [(p, y) for p, y in zip(confidence, right, strict=True) if min(STEPS - 1, int(p * STEPS)) == step]
        if inside:
            bins.append({
                "from": step / STEPS,
                "findings": len(inside),
                "confidence": round(sum(p for p, _ in inside) / len(inside), 3),
                "right": round(sum(y for _, y in inside) / len(inside), 3),
            })  # fmt: skip
    return {"calibration": bins}


def measure(texts: Sequence[Text]) -> dict[str, Any]:
    """What the shipped weights find in texts they have not learned from, and how far their confidence holds."""
    score = attributed(texts, {})
    return {**score.figures(), **calibration(score.right, score.confidence)}


def leave_out_publishers(texts: Sequence[Text], variants: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Precision, recall and F1 of attributions on each publisher's texts, learned from the others'."""
    from training.run import train

    figures = {}
    for publisher in sorted({text.publisher for text in texts}):
        rest = [text for text in texts if text.publisher != publisher]
        held_out = [text for text in texts if text.publisher == publisher]
        trained = train(rest, variants, lambda _: None, CHEAP)
        score: Score = attributed(held_out, trained.files)
        figures[publisher] = score.figures()
        say(f"without {publisher}: attributed F1 {figures[publisher]['attributed']}")
    return {"publishers left out": figures}
