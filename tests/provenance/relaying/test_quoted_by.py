"""A medium that quotes is not taken for what it quotes, nor for who is quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Article, Attribution, Spans
from statements_cli.provenance.relaying.quoted_by import mended

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

# the marked story; source and content afterwards
MENDED = [
    # by whom somebody is quoted is not what is said
    ("The dam is old, {she} was <was quoted as> [by the Nordlys newspaper].", "she: The dam is old (indirect)"),
    ("The dam is old, {she} <was quoted> [as saying by Reuters].", "she: The dam is old (indirect)"),
    ("The dam is old, {she} <was quoted> [in the daily Nordlys].", "she: The dam is old (indirect)"),
    ('It rained. The dam is "old", {she} <was quoted> [by Reuters].', 'she: The dam is "old" (mixed)'),
    ('It rained. "The dam is old," {she} <was quoted> [by Reuters].', "she: The dam is old (direct)"),
    ("The dam, {she} <was quoted> [by Reuters].", "she: by Reuters (indirect)"),
    ("The old dam, {she} <was quoted> [by Reuters].", "she: The old dam (indirect)"),
    ("The dam is old {she} <was quoted> [by Reuters].", "she: by Reuters (indirect)"),
    ("The dam is old, {she} <was quoted> [by experts].", "she: by experts (indirect)"),
    ("The dam is old, {she} <quoted> [by Reuters].", "she: by Reuters (indirect)"),
    ("The dam is old, {she} <was quoted> [that it rains].", "she: that it rains (indirect)"),
    # nor is who has seen a document its author
    ("A memo seen by {Reuters} <said> [it rains].", "A memo seen by Reuters: it rains (indirect)"),
    ("A memo reviewed exclusively by the {Reuters} <said> [it rains].", "A memo reviewed exclusively by the Reuters: it rains (indirect)"),
    ("A man seen by {Reuters} <said> [it rains].", "Reuters: it rains (indirect)"),
    ("A memo written by {Moe} <said> [it rains].", "Moe: it rains (indirect)"),
    # nor who quotes who is quoted
    ("A spokesman was quoted by {the Reuters} as <saying> [it rains].", "A spokesman: it rains (indirect)"),
    ("A spokesman was also cited in {the Nordlys} as <saying> [it rains].", "A spokesman: it rains (indirect)"),
    ("A spokesman has quoted {Moe} as <saying> [it rains].", "Moe: it rains (indirect)"),
    ("An engineer was quoted in the daily Nordlys as <saying> [it rains].", "An engineer: it rains (indirect)"),
    ("An engineer was heard in the daily Nordlys as <saying> [it rains].", ": it rains (indirect)"),
    # whom a medium cites is not what they say
    ("{Reuters} <reported>, [citing two officials, that it rains].", "Reuters: it rains (indirect)"),
    ("{Reuters} <reported>, [citing official sources that it rains].", "Reuters: it rains (indirect)"),
    ("{Reuters} reported, <citing> [sources in Oslo, that it rains].", "Reuters: it rains (indirect)"),
    ("{Reuters} reported, <citing> [a law that forbids it].", "Reuters: a law that forbids it (indirect)"),
    ("{Reuters} <reported>, [citing sources].", "Reuters: citing sources (indirect)"),
    ("[It rains], <according to> {local reports citing the ministry}.", "the ministry: It rains (indirect)"),
    ("[It rains], <according to> {citing the ministry}.", "the ministry: It rains (indirect)"),
    ("[It rains], <according to> {a man citing the ministry}.", "a man citing the ministry: It rains (indirect)"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), MENDED)
def test_mended(marked: Marked, story: str, expected: str) -> None:
    """Content and source are the quoted one's, where wording tells, and else as found."""
    text, _, attributions = marked(story)
    one = mended(text, attributions[0])

    def words(spans: Spans) -> str:
        return " ".join(text[start:end] for start, end in spans)

    assert expected == f"{words(one.source)}: {words(one.content)} ({one.kind})"


def test_without_cue_or_content() -> None:
    """What has neither cue nor content stays as it is."""
    bare = Attribution((), (), (), (), "indirect")

    assert bare == mended("It rains.", bare)
