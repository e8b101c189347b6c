"""A transcript that is too long to be held whole is read turn by turn, its labels by all of its turns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse, pieces, transcript
from statements_cli.pipeline.packed_statements import PackedStatements
from statements_cli.transcripts import label_speakers, spoken_turns, turn_statements

HEAD = "Press Briefing by Press Secretary Jean Lower, May 20, 2025\n\n"
FIRST = "MS. LOWER: Good afternoon, all. Admiral John Kerr is with me today, and he is here to speak about the dam.\n\n"
ROUND = (
    "ADMIRAL KERR: We hope that the work at the dam goes on through the summer.\n\n"
    "Q    Why is that so?\n\n"
    "MS. LOWER: We said last week that it would be.\n\n"
    "Q (Reuters)  And will it hold?\n\n"
)
PROSE = "(Laughter.)\n\nAnn Field, a visitor, said on Monday that nobody had laughed.\n\n"
DOCUMENT = Document("a.txt", HEAD + FIRST + ROUND * 40, "0" * 64)


@pytest.mark.parametrize("text", [DOCUMENT.text, HEAD + FIRST + ROUND + PROSE + ROUND * 20])
def test_records_are_those_of_the_whole(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Read turn by turn, a transcript has the articles and records that it has as a whole, in the same order."""
    document = Document("a.txt", text, "0" * 64)
    whole = parse(document)
    monkeypatch.setattr(transcript, "LONGEST_WHOLE", 1000)
    monkeypatch.setattr(transcript, "LONGEST_HELD", 1000)
    monkeypatch.setattr(transcript, "_PORTION", 7)
    monkeypatch.setattr(pieces, "LONGEST_WHOLE", 1000)
    monkeypatch.setattr(pieces, "PIECE", 500)
    monkeypatch.setattr(spoken_turns, "_KEPT", 3)

    by_turn = parse(document)

    assert isinstance(whole.statements, tuple)
    assert isinstance(by_turn.statements, PackedStatements)
    assert {"John Kerr", "Jean Lower"} <= {one.speaker for one in whole.statements}
    assert len(whole.statements) > 40
    assert whole.articles == by_turn.articles
    assert whole.statements == tuple(by_turn.statements)
    assert all(one.spans.content < other.spans.content for one, other in pairwise(by_turn.statements))


def test_speakers_are_kept_over_the_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who a label is at the top is who it is at the end."""
    monkeypatch.setattr(transcript, "LONGEST_WHOLE", 1000)
    monkeypatch.setattr(transcript, "LONGEST_HELD", 1000)
    said = parse(DOCUMENT).statements
    assert ("Jean Lower", "John Kerr") == (said[-1].speaker, said[-2].speaker)
    assert "Admiral" in (said[-2].role or "")


def test_labels_beyond_those_resolved_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels in several portions are resolved each by the words around it and the head."""
    whole = [one.speaker for one in parse(DOCUMENT).statements]
    monkeypatch.setattr(label_speakers, "TOGETHER", 1)
    assert whole == [one.speaker for one in parse(DOCUMENT).statements]


QUESTION = "Is it true that so it is? "


@pytest.mark.parametrize(("times", "kept"), [(192, 192), (193, 192), (5000, 192)])
def test_an_endless_question_is_kept_by_its_end(times: int, kept: int) -> None:
    """A question that each of many answers repeats is not repeated whole where it is as long as an article."""
    assert turn_statements.LONGEST_ASKED // len(QUESTION) == 192
    answers = "MS. LOWER: It is what we said of it last week.\n\n" * 3
    text = f"{HEAD}{FIRST}Q    {QUESTION * times}\n\n{answers}"
    (asked,) = {one.question for one in parse(Document("a.txt", text, "0")).statements if one.question}
    assert asked.count("Is it true") == kept
    assert asked.endswith(QUESTION.strip())
