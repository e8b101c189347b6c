"""Two texts are set against each other word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.utterances.word_differences import marked, word_changes


@pytest.mark.parametrize(
    ("whole", "version", "shown"),
    [
        ("the only viable way", "the only feasible way", "the only [-viable-] {+feasible+} way"),
        ("We back peace talks.", "we back peace talks", "we back peace talks"),
        ("one two three four", "two three", "[-one-] two three [-four-]"),
        ("two three", "one two three four", "{+one+} two three {+four+}"),
        ("nothing of this sort here", "quite another thing altogether", "[-nothing of this sort here-] {+quite another thing altogether+}"),
        ("", "words", "{+words+}"),
        ("words", "", "[-words-]"),
        ("I don’t think he’s well‑known", "I don't think he's well-known", "I don't think he's well-known"),
        ("we’re in", "were in", "[-we’re-] {+were+} in"),
        ("“Peace,” he said", "peace he says", "peace he [-said-] {+says+}"),
    ],
)  # fmt: skip
def test_differences(whole: str, version: str, shown: str) -> None:
    """What is gone and what is new stands where it belongs; case and marks around words make no difference."""
    assert shown == marked(word_changes(whole, version))


WORDS = st.lists(st.sampled_from(["peace", "talks", "now", "never", "again", "the"]), max_size=12).map(" ".join)


@given(whole=WORDS, version=WORDS)
def test_both_texts_can_be_put_together(whole: str, version: str) -> None:
    """Without what is new it is the one text, without what is gone the other."""
    changes = word_changes(whole, version)

    assert whole == " ".join(words for kind, words in changes if kind != "new")
    assert version == " ".join(words for kind, words in changes if kind != "gone")
