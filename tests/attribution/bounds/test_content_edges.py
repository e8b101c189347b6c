"""A content ends before its occasion, begins behind its day and goes on with the verbs joined to its own."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.content_edges import off_day, off_occasion, whole_series
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Cut, Read, words_left

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


SERIES = [
    # text, cue, content as labelled and as it is
    ("She has vowed to raise rents, sell ships and buy land.", "has vowed", "to raise rents", "to raise rents, sell ships and buy land"),
    ("She has vowed to raise rents, sell ships and then buy land.", "has vowed", "to raise rents", "to raise rents, sell ships and then buy land"),
    ("She has vowed to raise rents and quickly sell ships.", "has vowed", "to raise rents", "to raise rents and quickly sell ships"),
    ("She has vowed to leave the union, seize all ports and buy land.", "has vowed", "to leave the union", "to leave the union, seize all ports and buy land"),
    ("She has vowed to raise rents, sell ships.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents and sell ships, and in May he said so.", "has vowed", "to raise rents", "to raise rents and sell ships"),
    ("She has vowed to raise rents and sell ships but he would go.", "has vowed", "to raise rents", "to raise rents and sell ships"),
    ("She has vowed to raise rents and has left.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents in May.", "has vowed", "to raise rents", "to raise rents"),
    ("She accused him of hiding ships and selling land.", "accused", "him of hiding ships", "him of hiding ships and selling land"),
    ("She accused him of hiding ships, selling land.", "accused", "him of hiding ships", "him of hiding ships"),
    ("She spoke of hiding ships and adding that he left.", "spoke of", "hiding ships", "hiding ships"),
    ("She said the oil had been burned, driven or dissolved in May.", "said", "the oil had been burned", "the oil had been burned, driven or dissolved in May"),
    ("She has vowed to “raise rents” and sell ships.", "has vowed", "to “raise rents”", "to “raise rents” and sell ships"),
    ("To raise rents and sell ships, she said.", "said", "To raise rents", "To raise rents"),
    ("She has vowed to bring work back, and increase land sales in May.", "has vowed", "to bring work back", "to bring work back, and increase land sales in May"),
    ("She has vowed to ban loud songs, shut old inns, and tax men who sing, and in May she said so.", "has vowed", "to ban loud songs", "to ban loud songs, shut old inns, and tax men who sing"),
    ("She accused him of hiding “ships” and selling land.", "accused", "him of hiding “ships”", "him of hiding “ships” and selling land"),
    ("She says that they were held, and felt no fear.", "says", "that they were held", "that they were held, and felt no fear"),
    ("She says that they were held, and noted no fear.", "says", "that they were held", "that they were held"),
    ("She says they were held, and felt no fear.", "says", "they were held", "they were held"),
    ("She has vowed to raise rents; sell ships and buy land.", "has vowed", "to raise rents", "to raise rents; sell ships and buy land"),
    ("She has vowed to raise rents: sell ships and buy land.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents sell ships and buy land.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents and sell ships while he left.", "has vowed", "to raise rents", "to raise rents and sell ships"),
    ("She has vowed to raise rents and sell ships although he left.", "has vowed", "to raise rents", "to raise rents and sell ships"),
    ("She has vowed to raise rents and sell ships, though he left.", "has vowed", "to raise rents", "to raise rents and sell ships"),
    ("She has vowed to raise rents and sell ships as he left.", "has vowed", "to raise rents", "to raise rents and sell ships as he left"),
    ("She has vowed to raise rents and sell ships and the one two three four five six would go.", "has vowed", "to raise rents", "to raise rents and sell ships"),
    ("She has vowed to raise rents and sell ships and the one two three four five would go.", "has vowed", "to raise rents", "to raise rents and sell ships"),
    ("She has vowed to raise rents and sell ships and the one two three four five six men would go.", "has vowed", "to raise rents", "to raise rents and sell ships and the one two three four five six men would go"),
    ("She has vowed to raise rents and sell ships and the one two three four five six old men would go.", "has vowed", "to raise rents", "to raise rents and sell ships and the one two three four five six old men would go"),
    ("She has vowed to raise rents and sell ships and would go.", "has vowed", "to raise rents", "to raise rents and sell ships and would go"),
    ("She has vowed to raise rents and sell ships and land.", "has vowed", "to raise rents", "to raise rents and sell ships and land"),
    ("She has vowed to raise rents and ships.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents and.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents, and sell ships.", "has vowed", "to raise rents", "to raise rents, and sell ships"),
    ("She has vowed to raise rents and very quickly sell ships.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents and “sell ships”.", "has vowed", "to raise rents", "to raise rents"),
    ("She has vowed to raise rents, sell ships and land.", "has vowed", "to raise rents", "to raise rents"),
    ("She spoke of hiding ships and selling land.", "spoke of", "hiding ships", "hiding ships and selling land"),
    ("She spoke of hiding ships and assuming him.", "spoke of", "hiding ships", "hiding ships and assuming him"),
    ("She spoke of hiding ships and believing it.", "spoke of", "hiding ships", "hiding ships"),
    ("She said it was burned and sell ships.", "said", "it was burned", "it was burned"),
    ("She vows leave the union, close ports and buy land.", "vows", "leave the union", "leave the union"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), SERIES)
def test_whole_series(text: str, cue: str, content: str, expected: str) -> None:
    """The verbs of one form that a comma or conjunction joins are one content."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)

        assert expected == read.words(whole_series(read.columns, (read.span(content),), read.span(cue)))
