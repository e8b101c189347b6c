"""The evidence for a statement in words."""

from __future__ import annotations

from typing import get_args

import pytest

from statements_cli.model import Clue, ClueKind, DayEvidence, Evidence, SpeakerEvidence
from statements_cli.output.evidence_words import WORDINGS, words_of_clues, words_of_day, words_of_evidence


def test_every_kind_of_clue_has_words() -> None:
    """No kind of clue is left without words, and no words stand for a kind that isn't there."""
    assert set(get_args(ClueKind)) == set(WORDINGS)


@pytest.mark.parametrize(
    ("clue", "expected"),
    [
        (Clue("cue probability", ("0.93",)), "cue found with probability 0.93"),
        (Clue("ground", ("on condition of anonymity",)), "on condition of anonymity"),
        (Clue("identified as", ("he", "Xi Jinping")), "he is Xi Jinping"),
        (Clue("place of outlet", ("byline",)), "outlet: the byline names it"),
        (Clue("place in page", ("headline", "og:title")), "headline: the page's og:title"),
        (Clue("last speaker in text", ("il",)), "“il”: the last to speak before it"),
        (Clue("last speaker in text", ("",)), "nobody is named beside it: the last to speak before it"),
        (Clue("wordings in common", ("1",)), "one wording in common"),
        (Clue("wordings in common", ("2",)), "2 wordings in common"),
        (Clue("ground", ("braces {} in the text",)), "braces {} in the text"),
    ],
)
def test_clues(clue: Clue, expected: str) -> None:
    """A clue is worded with what it is about; places are worded too."""
    assert [expected] == list(words_of_clues([clue]))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (DayEvidence(), ["no day is indicated: the day published"]),
        (DayEvidence(published_unknown=True), ["no day is indicated and the day published is unknown"]),
        (DayEvidence("Tuesday"), ["day indicated by: Tuesday"]),
        (DayEvidence("Tuesday", carried=True), ["day indicated by: Tuesday, carried over"]),
        (DayEvidence("Tuesday", published_unknown=True), ["day indicated by: Tuesday", "the day published is unknown"]),
        (
            DayEvidence("last week", period=("2025-05-12", "2025-05-18")),
            ["day indicated by: last week", "between 2025-05-12 and 2025-05-18"],
        ),
        (DayEvidence(another_time="previously"), ["said at another time: previously"]),
    ],
)
def test_days(day: DayEvidence, expected: list[str]) -> None:
    """The words that indicate a day, or what stands in for it, are told."""
    assert expected == list(words_of_day(day))


def test_all_of_a_statement() -> None:
    """How it was found comes first, then who passed it on, who said it, which candidates lost, and when."""
    evidence = Evidence(
        (Clue("no source"),),
        (Clue("relay", ("Tass reported",)),),
        SpeakerEvidence((Clue("identified as", ("he", "Xi Jinping")),), ("Mao Ning", "Wang Yi")),
        DayEvidence("Tuesday"),
    )
    expected = [
        "no source beside the cue",
        "Tass reported",
        "he is Xi Jinping",
        "less likely: Mao Ning, Wang Yi",
        "day indicated by: Tuesday",
    ]
    assert expected == list(words_of_evidence(evidence))
    assert [] == list(words_of_evidence(Evidence()))
