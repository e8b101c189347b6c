"""A content ends before the occasion on which it was said, and begins behind its day."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.circumstances import off_day, off_occasion
from tests.attribution.bounds.labelled_sentences import BEFORE, Cut, Read, words_left

# the rule, text, cue, content as labelled and as it is
ROWS = [
    (off_occasion, "She spoke of it in a hearing.", "spoke of", "it in a hearing", "it"),
    (off_occasion, "She spoke of it at a hearing.", "spoke of", "it at a hearing", "it"),
    (off_occasion, "She spoke of it during a hearing.", "spoke of", "it during a hearing", "it"),
    (off_occasion, "She spoke of it on a hearing.", "spoke of", "it on a hearing", "it on a hearing"),
    (off_occasion, "She spoke of it after a hearing.", "spoke of", "it after a hearing", "it after a hearing"),
    (off_occasion, "She spoke of it in one very long hearing.", "spoke of", "it in one very long hearing", "it"),
    (off_occasion, "She spoke of it in one very very long hearing.", "spoke of", "it in one very very long hearing", "it in one very very long hearing"),
    (off_occasion, "She spoke of it in hearings.", "spoke of", "it in hearings", "it in hearings"),
    (off_occasion, "In a hearing she spoke of it.", "spoke of", "In a hearing", "In a hearing"),
    (off_occasion, "She spoke of “it” in a hearing.", "spoke of", "“it” in a hearing", "“it”"),
    (off_occasion, "She spoke of in a hearing.", "spoke of", "in a hearing", "in a hearing"),
    (off_occasion, "She spoke of it in a town at a hearing.", "spoke of", "it in a town at a hearing", "it in a town"),
    (off_occasion, "She promised to “save the sea” in her opening speech.", "promised", "to “save the sea” in her opening speech", "to “save the sea”"),
    (off_occasion, "She promised to “save the sea” in her old town.", "promised", "to “save the sea” in her old town", "to “save the sea” in her old town"),
    (off_occasion, "She promised to “save the sea” after her speech.", "promised", "to “save the sea” after her speech", "to “save the sea” after her speech"),
    (off_occasion, "She promised to “save” the sea in her speech.", "promised", "to “save” the sea in her speech", "to “save” the sea in her speech"),
    (off_occasion, "She called for pay in a protest that hurt.", "called for", "pay in a protest that hurt", "pay"),
    (off_occasion, "She called for a vote in protest.", "called for", "a vote in protest", "a vote in protest"),
    (off_occasion, "She asked them to help in their release.", "asked", "them to help in their release", "them to help in their release"),
    (off_occasion, "She spoke of it in a press release.", "spoke of", "it in a press release", "it"),
    (off_day, "She warned last month of ruin.", "warned", "last month of ruin", "ruin"),
    (off_day, "She warned on Monday of ruin.", "warned", "on Monday of ruin", "ruin"),
    (off_day, "She warned this week of ruin.", "warned", "this week of ruin", "ruin"),
    (off_day, "She warned earlier this year of ruin.", "warned", "earlier this year of ruin", "ruin"),
    (off_day, "She warned late last night of ruin.", "warned", "late last night of ruin", "ruin"),
    (off_day, "She warned early this week on Monday of ruin.", "warned", "early this week on Monday of ruin", "early this week on Monday of ruin"),
    (off_day, "She warned men of ruin.", "warned", "men of ruin", "men of ruin"),
    (off_day, "She warned of ruin.", "warned", "of ruin", "of ruin"),
    (off_day, "She warned last month of", "warned", "last month of", "last month of"),
    (off_day, "She warned them last month of ruin.", "warned", "last month of ruin", "last month of ruin"),
    (off_occasion, "Hopes in a hearing, she spoke of.", "spoke of", "Hopes in a hearing", "Hopes in a hearing"),
    (off_occasion, "She spoke of the hearing in a town.", "spoke of", "the hearing in a town", "the hearing in a town"),
    (off_occasion, "She spoke of a hearing in a hearing.", "spoke of", "a hearing in a hearing", "a hearing"),
    (off_occasion, "She spoke of it, which is big, in a hearing.", "spoke of", "it, which is big, in a hearing", "it, which is big, in a hearing"),
    (off_occasion, "She spoke of it in an interview at a hearing.", "spoke of", "it in an interview at a hearing", "it"),
    (off_occasion, "She spoke of in a hearing.", "spoke", "of in a hearing", "of"),
    (off_occasion, "She spoke of it in interviews.", "spoke of", "it in interviews", "it"),
    (off_occasion, "She spoke of a hearing it at the town.", "spoke of", "a hearing it at the town", "a hearing it at the town"),
    (off_day, "She warned this night of ruin.", "warned", "this night of ruin", "ruin"),
    (off_day, "She warned early Monday of ruin.", "warned", "early Monday of ruin", "ruin"),
    (off_day, "She warned last year of ruin.", "warned", "last year of ruin", "ruin"),
    (off_day, "She warned late on Monday this of ruin.", "warned", "late on Monday this of ruin", "ruin"),
    (off_day, "She warned late on Monday this week of ruin.", "warned", "late on Monday this week of ruin", "late on Monday this week of ruin"),
    (off_day, "She warned last month, of ruin.", "warned", "last month, of ruin", "last month, of ruin"),
    (off_day, "She warned Monday of it.", "warned", "Monday of it", "it"),
    (off_day, "She warned Monday of ruin of men.", "warned", "Monday of ruin of men", "ruin of men"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "content", "expected"), ROWS)
def test_off(rule: Cut, text: str, cue: str, content: str, expected: str) -> None:
    """What is no part of a content is cut off where it applies, whatever stands around the sentence."""
    assert {expected} == words_left(rule, text, cue, content)


@pytest.mark.parametrize(("text", "cue", "content"), [row[1:4] for row in ROWS if row[0] is off_occasion])
def test_pieces_before(text: str, cue: str, content: str) -> None:
    """Only the last piece of a content is cut; those before it stay."""
    read = Read(f"{BEFORE}{text}")
    pieces = (read.span("Dahl"), read.span(content))
    found = off_occasion(read.columns, pieces, read.span(cue))

    assert pieces[0] == found[0]
    assert 2 == len(found)
