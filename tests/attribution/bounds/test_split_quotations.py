"""A quotation may stand around its speaker, or beside another's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.split_quotations import around_speaker, side_by_side
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import BEHIND, Read, made_of

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (around_speaker, "“Too late,” said his neighbour, Rudo Sithole, “for all of us.”", "said", "", "his neighbour, Rudo Sithole, “for all of us.”", "his neighbour, Rudo Sithole|“Too late,” / “for all of us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late,” said Rudo van Sithole, “for all of us.”", "said", "", "Rudo van Sithole, “for all of us.”", "Rudo van Sithole|“Too late,” / “for all of us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late,” said Rudo, “for all of us.”", "said", "", "Rudo, “for all of us.”", "Rudo|“Too late,” / “for all of us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late,” said Rudo who left, “for all of us.”", "said", "", "Rudo who left, “for all of us.”", ""),
    (around_speaker, "“Too late” said Rudo, “for all of us.”", "said", "", "Rudo, “for all of us.”", ""),
    (around_speaker, "“Too late,” said Rudo “for all of us.”", "said", "", "Rudo “for all of us.”", ""),
    (around_speaker, "“Too late,” said Rudo, for us.", "said", "", "Rudo, for us", ""),
    (around_speaker, "“Too late?” said Rudo, “for us.”", "said", "", "Rudo, “for us.”", "Rudo|“Too late?” / “for us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late!” said Rudo, “for us.”", "said", "", "Rudo, “for us.”", "Rudo|“Too late!” / “for us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late…” said Rudo, “for us.”", "said", "", "Rudo, “for us.”", "Rudo|“Too late…” / “for us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late.” said Rudo, “for us.”", "said", "", "Rudo, “for us.”", "Rudo|“Too late.” / “for us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late—” said Rudo, “for us.”", "said", "", "Rudo, “for us.”", "Rudo|“Too late—” / “for us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, "“Too late;” said Rudo, “for us.”", "said", "", "Rudo, “for us.”", ""),
    (around_speaker, "“Too late,” said Rudo, “for us.”", "said", "Rudo", "Rudo, “for us.”", ""),
    (around_speaker, "“Too late,” knew Rudo, “for us.”", "knew", "", "Rudo, “for us.”", ""),
    (around_speaker, "“Too late,” said Rudo, “for us.”", "said", "", "“for us.”", ""),
    (around_speaker, "“Too late,” said, “for us.”", "said", "", ", “for us.”", ""),
    (around_speaker, f"“Too late,” said {'old ' * 37}Rudo, “for us.”", "said", "", f"{'old ' * 37}Rudo, “for us.”", f"{'old ' * 37}Rudo|“Too late,” / “for us.”|0.25 0.75 0.75 0.75 0.75"),
    (around_speaker, f"“Too late,” said {'old ' * 38}Rudo, “for us.”", "said", "", f"{'old ' * 38}Rudo, “for us.”", ""),
    (around_speaker, "“Too late,” asserted Rudo, “for us.”", "asserted", "", "Rudo, “for us.”", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_rules(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """A speaker behind the verb parts the quotation."""
    assert {expected} == made_of(rule, text, cue, source, content)


# the text; of two findings cue, source and content as labelled; as they are, "" for the same
SIDES = [
    ("“Two towers,” said Kask, “three gates.” “And one clock,” added Tamm.", ("said", "Kask", "“three gates.” “And one clock,”"), ("added", "Tamm", ""), "Kask|“three gates.”|0.125 0.5 0.9 0.9 0.9", "Tamm|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
    ("“Two towers,” Kask said. “Three gates.” “And one clock,” Tamm added.", ("said", "Kask", "“Three gates.” “And one clock,”"), ("added", "Tamm", "“And one clock,”"), "Kask|“Three gates.”|0.125 0.5 0.9 0.9 0.9", "Tamm|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
    ("Kask said “two towers.” “And one clock,” Tamm added.", ("said", "Kask", "“two towers.” “And one clock,”"), ("added", "Tamm", ""), "Kask|“two towers.”|0.125 0.5 0.9 0.9 0.9", "Tamm|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
    ("Kask said “two towers” “And one clock,” Tamm added.", ("said", "Kask", "“two towers” “And one clock,”"), ("added", "Tamm", ""), "Kask|“two towers”|0.125 0.5 0.9 0.9 0.9", "Tamm|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
    ("Kask said “two towers.” “And one clock,” slowly added.", ("said", "Kask", "“two towers.” “And one clock,”"), ("added", "", ""), "", ""),
    ("“The fish,” he said, puffing, “are gone.” She wept.", ("wept", "She", "“are gone.”"), ("said", "he", "“The fish,”"), "She||0.125 0.5", ""),
    ("“The fish,” he said, puffing, “Are gone.” She wept.", ("wept", "She", "“Are gone.”"), ("said", "he", "“The fish,”"), "", ""),
    ("He sang, “are gone.” She wept.", ("wept", "She", "“are gone.”"), ("sang", "He", ""), "", ""),
    ("Kask said “two towers.” “And one clock,” she added.", ("said", "Kask", "“two towers.” “And one clock,”"), ("added", "she", ""), "Kask|“two towers.”|0.125 0.5 0.9 0.9 0.9", "she|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
    ("Kask said “two towers.” “And one clock,” quickly she added.", ("said", "Kask", "“two towers.” “And one clock,”"), ("added", "quickly she", ""), "", ""),
    ("Kask said “two towers.” “And one clock,” the one two three four Tamm added.", ("said", "Kask", "“two towers.” “And one clock,”"), ("added", "the one two three four Tamm", ""), "Kask|“two towers.”|0.125 0.5 0.9 0.9 0.9", "the one two three four Tamm|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
    ("Kask said “two towers.” “And one clock,” the one two three four five Tamm added.", ("said", "Kask", "“two towers.” “And one clock,”"), ("added", "the one two three four five Tamm", ""), "", ""),
    ("Kask said “two towers.” “And one clock,” Tamm assumed.", ("said", "Kask", "“two towers.” “And one clock,”"), ("assumed", "Tamm", ""), "", ""),
    ("Kask said “two towers.” “And one clock,” Tamm believed.", ("said", "Kask", "“two towers.” “And one clock,”"), ("believed", "Tamm", ""), "Kask|“two towers.”|0.125 0.5 0.9 0.9 0.9", "Tamm|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
    ("Kask said “two towers.” “And one clock” Tamm added.", ("said", "Kask", "“two towers.” “And one clock”"), ("added", "Tamm", ""), "", ""),
    ("Kask said two towers. “And one clock,” Tamm added.", ("said", "Kask", "two towers. “And one clock,”"), ("added", "Tamm", ""), "", ""),
    ("Kask said “two towers.” “And one clock,” added Tamm “in May.”", ("said", "Kask", "“two towers.” “And one clock,”"), ("added", "Tamm", "“in May.”"), "Kask|“two towers.”|0.125 0.5 0.9 0.9 0.9", ""),
    ("Kask said “two towers.” “And one clock,” Tamm added.", ("said", "Kask", "“two towers.”"), ("added", "Tamm", ""), "", ""),
    ("Kask said “two towers.” “And one clock,” Tamm added.", ("said", "Kask", ""), ("added", "Tamm", ""), "", ""),
    ("“The fish,” he said, puffing “are gone.” She wept.", ("wept", "She", "“are gone.”"), ("said", "he", "“The fish,”"), "", ""),
    ("“The fish,” he said, puffing, “are gone” she wept.", ("wept", "she", "“are gone”"), ("said", "he", "“The fish,”"), "she||0.125 0.5", ""),
    ("“The fish,” he said, puffing, “are gone.” She wept.", ("wept", "She", "“are"), ("said", "he", "“The fish,”"), "", ""),
    ("“It fell,” Kask said. “It sank.” “It rose,” Tamm added.", ("said", "Kask", "“It sank.”"), ("added", "Tamm", "“It sank.” “It rose,”"), "", "Tamm|“It rose,”|0.125 0.5 0.9 0.9 0.9"),
    ("“It fell,” Kask said. “It sank.” “It rose,” Tamm added.", ("said", "Kask", "“It fell,”"), ("added", "Tamm", "“It sank.” “It rose,”"), "", ""),
    ("Kask said “two towers.” “And one clock,” Tamm added.", ("said", "Kask", "“And one clock,”"), ("added", "Tamm", ""), "Kask||0.125 0.5", "Tamm|“And one clock,”|0.125 0.5 0.75 0.75 0.75"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second", "one", "other"), SIDES)
def test_side_by_side(
    text: str, first: tuple[str, str, str], second: tuple[str, str, str], one: str, other: str
) -> None:
    """A quotation that its own verb and speaker follow is not the speaker's before it."""
    for passage in (text, f"Ice melts. {text}", f"Ice melts. {text}{BEHIND}"):
        read = Read(passage)
        labelled = [read.finding(*first), read.finding(*second)]
        found = side_by_side(read.columns, labelled)

        assert [one, other] == ["" if new == old else read.shown(new) for new, old in zip(found, labelled, strict=True)]


def test_three_side_by_side() -> None:
    """A finding that nothing follows does not end the search among those behind it."""
    read = Read("Kask said so. “Two towers,” Holt said. “Three gates.” “And one clock,” Tamm added.")
    labelled = [
        read.finding("so", "Kask"),
        read.finding("said", "Holt", "“Three gates.” “And one clock,”"),
        read.finding("added", "Tamm"),
    ]
    found = side_by_side(read.columns, labelled)

    assert labelled[0] == found[0]
    assert ["“Three gates.”", "“And one clock,”"] == [read.words(one.content) for one in found[1:]]
