"""A content goes on with the verbs joined to its own, and ends where another clause begins."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.series import whole_series
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read

ROWS = [
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


@pytest.mark.parametrize(("text", "cue", "content", "expected"), ROWS)
def test_whole_series(text: str, cue: str, content: str, expected: str) -> None:
    """The verbs of one form that a comma or conjunction joins are one content."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)

        assert expected == read.words(whole_series(read.columns, (read.span(content),), read.span(cue)))
