"""Annotated texts in; all model files out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from statements_cli.text.tagging import tagger
from statements_cli.text.tagging.linear import parse
from training.corpus import Text
from training.distillation import taught
from training.examples import example
from training.labellers import Settings, train_labellers
from training.lessons import Lesson
from training.tagger import tagged, train_tagger
from training.treebank import heads_of
from training.variants import variant


@dataclass(frozen=True, slots=True)
class Trained:
    """The model files by name, and how the judge's held-out findings turned out."""

    files: dict[str, bytes]
    right: tuple[bool, ...]
    held_out: tuple[float, ...]


def train(
    texts: Sequence[Text],
    variants: int,
    say: Callable[[str], None],
    settings: Settings | None = None,
    unannotated: Sequence[Text] = (),
    lessons: Mapping[str, Lesson] | None = None,
) -> Trained:
    """Learn tagger, labellers, cue lexicon and judge from texts and ``variants`` changed copies of each.

    The labellers and the lexicon learn from what the accurate model holds of unannotated texts, too (``lessons``).
    """
    learned_from = [copy for text in texts for copy in (text, *(variant(text, n + 1) for n in range(variants)))]
    tagging = train_tagger([tagged(text) for text in learned_from], passes=4, rows=26_000, seed=1)
    say("tagger")
    model = parse(tagging)
    shipped = tagger.model
    tagger.model = lambda: model  # type: ignore[assignment]
    try:
        examples = [example(text) for text in learned_from]
        plain = [one for one, text in zip(examples, learned_from, strict=True) if "~" not in text.name]
        for one, heads in zip(plain, heads_of([one.tokens for one in plain]), strict=True):
            one.heads = heads
        say("treebank")
        examples += [taught(text, lessons[text.name]) for text in unannotated if lessons and text.name in lessons]
        weights = train_labellers(examples, settings or Settings(), say)
    finally:
        tagger.model = shipped
    return Trained({"weights/tagger.bin": tagging, **weights.files}, weights.right, weights.held_out)
