"""Who speaks where the second labeller holds no source likely enough."""

from __future__ import annotations

from array import array

import pytest

from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.attribution.certainty import doubted_sources
from statements_cli.attribution.certainty.doubted_sources import BETTER, with_doubted
from statements_cli.attribution.finder import find_attributions, labelled_candidates
from statements_cli.attribution.labelling.first_pass import Cue, Mention
from statements_cli.attribution.labelling.second_pass import POSSIBLE, WORTH_A_LOOK, Room, finding_of
from statements_cli.model import Clue
from tests.attribution.encoder.test_verdicts import made, way

MINISTER, BRIDGE = Mention((0, 2), 0.0625), Mention((3, 5), 0.0625)  # "The minister" and "the bridge", of what is said
KINDS = 5  # of labels: none, source and content, each of the last two with its first token


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        ((BETTER + 0.01,), ((0, 2),)),
        ((BETTER - 0.01,), ()),
        ((BETTER + 0.01, BETTER + 0.02), ((3, 5),)),
        ((), ()),
    ],
    ids=("surely better than none", "hardly better", "the better of two", "nobody at all"),
)
def test_source_is_taken_that_the_judge_surely_prefers(
    gains: tuple[float, ...], expected: tuple[tuple[int, int], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """How likely a statement is stays as it was, and the source's own probability is evidence."""
    one = way(0.9)
    doubted = (MINISTER, BRIDGE)[: len(gains)]
    straight = [[one._replace(finding=one.finding._replace(source=(), source_margin=0.0, doubted=doubted))]]
    (before,) = labelled_candidates(made(), straight)
    scores = array("d", [0.5, 0.0, 0.0, 0.0])
    for gain in gains:
        scores.extend((0.5 + gain, 0.0, 0.0, 0.0))
    monkeypatch.setattr(doubted_sources, "judge", lambda _: scores)
    (after,) = with_doubted(made(), straight, [before])

    assert expected == after.source
    assert before[3:4] + before[5:] == after[3:4] + after[5:]
    clue = Clue("source probability", ("0.06",)) if expected else Clue("no source")
    assert clue == after.evidence[-1]


def test_known_source_stays() -> None:
    """A source that the labeller holds likely is not weighed again."""
    straight = [[way(0.9)]]
    chosen = labelled_candidates(made(), straight)

    assert chosen == with_doubted(made(), straight, chosen)


@pytest.mark.parametrize(
    ("chance", "source", "doubted"),
    [
        (WORTH_A_LOOK - 0.01, (), ()),
        (WORTH_A_LOOK + 0.01, (), (((10, 12), WORTH_A_LOOK + 0.01),)),
        (POSSIBLE + 0.01, ((10, 12),), ()),
    ],
)
def test_source_is_doubted_between_two_probabilities(
    chance: float, source: tuple[tuple[int, int], ...], doubted: tuple[tuple[tuple[int, int], float], ...]
) -> None:
    """Below the lower one it is none, from the higher one on the finding's own."""
    size, room = 5, Room(5, KINDS)
    room.labels = array("b", [0, 0, 0, 3, 4])  # two words, a cue, a content
    room.marginals = array("d", bytes(8 * size * KINDS))
    for place, label in enumerate((1, 2, 0, 3, 4)):
        room.marginals[place * KINDS + label] = chance if label in (1, 2) else 1.0
    found = finding_of(Cue(12, 13, 12, 1.0), 10, size, KINDS, room)

    assert source == found.source
    assert [span for span, _ in doubted] == [mention.span for mention in found.doubted]
    assert pytest.approx([margin for _, margin in doubted]) == [mention.margin for mention in found.doubted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses sitting on the roof of the bus went on muttering, “We must go on.”", ["Nurses"]),
        ("“It’s cold,” muttered somebody at the back.", []),
    ],
)
def test_source_of_a_rare_wording(text: str, expected: list[str]) -> None:
    """Who sits there is the one who mutters it; the back of the hall mutters nothing."""
    (found,) = find_attributions(text_of_paragraphs(text, ((0, len(text)),)))

    assert expected == [text[start:end] for start, end in found.source]
