"""Grammar bounds how probable a statement is, from above and from below."""

from __future__ import annotations

import pytest

from statements_cli.attribution.certainty.likelihoods import ANSWERED, JOINED, POSSIBLE, PROMISED, WITHHELD, bounded
from tests.attribution.bounds.labelled_sentences import Read

ROWS = [
    # text, cue, source, content, probabilities as judged and as bounded
    ("Holt declined to comment.", "declined", "Holt", "to comment", (0.6, 0.5), (WITHHELD, WITHHELD)),
    ("Holt declined to comment.", "declined", "Holt", "to comment", (0.1, 0.05), (0.1, 0.05)),
    ("Holt was ordered to pay.", "was ordered", "Holt", "to pay", (0.6, 0.5), (WITHHELD, WITHHELD)),
    ("This suggests it fell.", "suggests", "This", "it fell", (0.6, 0.5), (WITHHELD, WITHHELD)),
    ("Asked, Holt said no.", "said", "Holt", "no", (0.2, 0.3), (ANSWERED, ANSWERED)),
    ("Asked, Holt said no.", "said", "Holt", "no", (0.9, 0.8), (0.9, 0.8)),
    ("Holt vowed to leave.", "vowed", "Holt", "to leave", (POSSIBLE, 0.3), (PROMISED, PROMISED)),
    ("Holt vowed to leave.", "vowed", "Holt", "to leave", (POSSIBLE - 0.01, 0.3), (POSSIBLE - 0.01, 0.3)),
    ("Holt vowed to leave.", "vowed", "", "to leave", (0.2, 0.3), (0.2, 0.3)),
    ("Holt said it fell and urged us to leave.", "urged", "Holt", "us to leave", (0.2, 0.3), (JOINED, JOINED)),
    ("Holt said it fell and begged us to leave.", "begged", "Holt", "us to leave", (0.01, 0.02), (JOINED, JOINED)),
    ("Holt urged us to leave.", "urged", "Holt", "us to leave", (0.01, 0.02), (0.01, 0.02)),
    ("Holt urged us to leave.", "urged", "Holt", "us to leave", (0.2, 0.3), (PROMISED, PROMISED)),
    ("Nurses met and marched to demand pay.", "to demand", "Nurses", "pay", (0.01, 0.02), (0.01, 0.02)),
    ("Nurses marched to demand pay.", "to demand", "Nurses", "pay", (0.01, 0.02), (JOINED, JOINED)),
    ("It ends what critics called a trap.", "called", "critics", "a trap", (0.01, 0.02), (JOINED, JOINED)),
    ("Holt said on Sunday he was close.", "said", "Holt", "he was close", (0.2, 0.3), (PROMISED, PROMISED)),
    ("Holt said on Sunday Lee was close.", "said", "Holt", "Lee was close", (0.2, 0.3), (0.2, 0.3)),
    ("Holt hoped to leave.", "hoped", "Holt", "to leave", (0.2, 0.3), (0.2, 0.3)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "judged", "expected"), ROWS)
def test_bounded(
    text: str,
    cue: str,
    source: str,
    content: str,
    judged: tuple[float, float],
    expected: tuple[float, float],
) -> None:
    """What is withheld is at most so probable, an answer and a promise at least."""
    read = Read(text)
    finding = read.finding(cue, source, content)

    assert expected == bounded(read.columns, finding, finding.content, *judged)
