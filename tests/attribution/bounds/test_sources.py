"""The source is whom the words around a cue name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.sources import (
    before_time,
    behind_comma,
    nicknamed,
    not_regarding,
    one_of_those,
    placed,
    relative,
    sole_subject,
    subject_taken,
)
from statements_cli.attribution.labelling.first_pass import Finding, Outline
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import Read, made_of

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (behind_comma, "As Lund reports, officials said it was shut.", "said", "Lund reports, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "It rained. As for Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "As for Lund, in May, officials said it was shut.", "said", "Lund, in May, officials", "it was shut", ""),
    (behind_comma, "Because of Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", ""),
    (not_regarding, "Regarding the pictures, lawyer Moe took a tone and said it was shut.", "said", "Regarding the pictures", "it was shut", "lawyer Moe|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (not_regarding, "Regarding the pictures, lawyer Moe said it was shut.", "said", "Regarding the pictures, lawyer Moe", "it was shut", "lawyer Moe|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (not_regarding, "Turning to the pictures, lawyer Moe took a tone and said it was shut.", "said", "the pictures", "it was shut", "lawyer Moe|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (not_regarding, "Turn to the pictures, lawyer Moe said it was shut.", "said", "the pictures", "it was shut", ""),
    (not_regarding, "Concerning the pictures, he said it was shut.", "said", "the pictures", "it was shut", "|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (not_regarding, "Regarding the pictures, Moe said it was shut.", "said", "Moe", "it was shut", ""),
    (not_regarding, "Pictures regarding Moe said it was shut.", "said", "Moe", "it was shut", ""),
    (not_regarding, "Regarding the pictures Moe said it was shut.", "said", "the pictures Moe", "it was shut", ""),
    (one_of_those, "Skarv, Moe and the shop Holm are among shops that said it was shut.", "said", "that", "it was shut", "Skarv, Moe and the shop Holm|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (one_of_those, "Ann Lee was one of the men who said it was shut.", "said", "the men", "it was shut", "Ann Lee|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (one_of_those, "Ann Lee was among those who said it was shut.", "said", "who", "it was shut", "Ann Lee|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (one_of_those, "Ann Lee was among the men and said it was shut.", "said", "the men", "it was shut", ""),
    (one_of_those, "Ann Lee met one of the men who said it was shut.", "said", "who", "it was shut", ""),
    (one_of_those, "Ann Lee was afraid of the men who said it was shut.", "said", "who", "it was shut", ""),
    (one_of_those, "In May, when she sang, Ann Lee was among men who said it was shut.", "said", "who", "it was shut", ""),
    (before_time, "Meanwhile, the board in its briefing last Friday had said it was shut.", "had said", "Friday", "it was shut", "the board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "A note from the board issued after midnight said it was shut.", "said", "midnight", "it was shut", "A note from the board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "The board met last Friday and said it was shut.", "said", "Friday", "it was shut", "The board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "The board that met the mayor last Friday said it was shut.", "said", "Friday", "it was shut", ""),
    (before_time, "The board in its briefing said it was shut.", "said", "briefing", "it was shut", ""),
    (relative, "We met Ann Lee, who told us it was shut.", "told", "who", "it was shut", "Ann Lee|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (relative, "We met Ann Lee who told us it was shut.", "told", "who", "it was shut", "Ann Lee|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (relative, "We met the old mayor of Lund, who told us it was shut.", "told", "who", "it was shut", "Lund|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (relative, "Lee, who said it was shut, was late.", "said", "who", "it was shut, was late", "Lee|it was shut, was late|0.125 0.5 0.9 0.9 0.9"),
    (relative, "Lee, who said it was shut, never was late.", "said", "who", "it was shut, never was late", "Lee|it was shut, never was late|0.125 0.5 0.9 0.9 0.9"),
    (relative, "Lee, who has also always said it was shut, was late.", "said", "who", "it was shut, was late", "Lee|it was shut, was late|0.125 0.5 0.9 0.9 0.9"),
    (relative, "Lee, who said it was shut, and left, was late.", "said", "who", "it was shut, and left, was late", "Lee|it was shut, and left, was late|0.125 0.5 0.9 0.9 0.9"),
    (relative, "Lee who said it was shut, was late.", "said", "who", "it was shut, was late", "Lee|it was shut, was late|0.125 0.5 0.9 0.9 0.9"),
    (relative, "We left quickly, who told us it was shut.", "told", "who", "it was shut", ""),
    (relative, "It rained. Who told us it was shut?", "told", "Who", "it was shut", ""),
    (sole_subject, "May told us it was shut.", "told", "", "it was shut", "May|it was shut|0.125 0.75 0.9 0.9 0.9"),
    (sole_subject, "It rained. May told us it was shut.", "told", "", "it was shut", "May|it was shut|0.125 0.75 0.9 0.9 0.9"),
    (sole_subject, "He told us it was shut.", "told", "", "it was shut", ""),
    (sole_subject, "may told us it was shut.", "told", "", "it was shut", ""),
    (sole_subject, "Old May told us it was shut.", "told", "", "it was shut", ""),
    (sole_subject, "May telling us it was shut.", "telling", "", "it was shut", ""),
    (nicknamed, "Ann “Big Wave” Holt said it was shut.", "said", "Ann “Big Wave", "it was shut", "Ann “Big Wave” Holt|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (nicknamed, "So said Ann “Big Wave” Holt.", "said", "Ann “Big Wave", "", "Ann “Big Wave” Holt||0.125 0.5"),
    (nicknamed, "So said Ann (Wave) Holt Lee in May.", "said", "Ann (Wave", "", "Ann (Wave) Holt Lee||0.125 0.5"),
    (nicknamed, "So said Ann “Big Wave”.", "said", "Ann “Big Wave", "", ""),
    (nicknamed, "So said Ann “big wave” Holt.", "said", "Ann “big wave", "", ""),
    (placed, "“No,” said Bess from the corner.", "said", "Bess from the corner", "“No,”", "Bess|“No,”|0.125 0.5 0.9 0.9 0.9"),
    (placed, "“No,” said Bess Holt from the corner.", "said", "Bess Holt from the corner", "“No,”", "Bess Holt|“No,”|0.125 0.5 0.9 0.9 0.9"),
    (placed, "“No,” said Bess of the corner.", "said", "Bess of the corner", "“No,”", ""),
    (placed, "“No,” said Bess from Lund.", "said", "Bess from Lund", "“No,”", ""),
    (placed, "“No,” said Bess from the Corner.", "said", "Bess from the Corner", "“No,”", ""),
    (placed, "“No,” said Bess from corners.", "said", "Bess from corners", "“No,”", ""),
    (behind_comma, "In Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "After Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "Before Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "During Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "At Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "While in Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "When in Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "But in Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "And in Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "Near Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", ""),
    (behind_comma, "On Monday, officials said it was shut.", "said", "Monday, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "In Lund, the officials said it was shut.", "said", "Lund, the officials", "it was shut", ""),
    (behind_comma, "In Lund, officials often said it was shut.", "said", "Lund, officials", "it was shut", ""),
    (behind_comma, "In Lund officials said it was shut.", "said", "Lund officials", "it was shut", ""),
    (behind_comma, "In Lund, said it was shut.", "said", "Lund,", "it was shut", ""),
    (behind_comma, "Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", ""),
    (before_time, "Now, the board in its briefing last Friday said it was shut.", "said", "Friday", "it was shut", "the board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "The big in its last Friday said it was shut.", "said", "Friday", "it was shut", ""),
    (before_time, "He in its briefing last Friday said it was shut.", "said", "Friday", "it was shut", ""),
    (before_time, "The head for the board of men from Lund in May last Friday said it was shut.", "said", "Friday", "it was shut", "The head for the board of men from Lund|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "The board Friday said it was shut.", "said", "Friday", "it was shut", ""),
    (before_time, "Friday said it was shut.", "said", "Friday", "it was shut", ""),
    (before_time, "The board in its briefing last Friday said it was shut.", "said", "last Friday", "it was shut", ""),
    (relative, "We met Ann, who told us it was shut.", "told", "who", "it was shut", "Ann|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (relative, f"We met {'old ' * 39}Ann, who told us it was shut.", "told", "who", "it was shut", f"{'old ' * 39}Ann|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (relative, f"We met {'old ' * 40}Ann, who told us it was shut.", "told", "who", "it was shut", f"{'old ' * 39}Ann|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (relative, "Ann told us who left.", "told", "who", "left", ""),
    (relative, "Ann who told us it was shut.", "told", "Ann who", "it was shut", ""),
    (sole_subject, "May knew it was shut.", "knew", "", "it was shut", ""),
    (sole_subject, "“May told us it was shut.”", "told", "", "it was shut", ""),
    (sole_subject, "In told us it was shut.", "told", "", "it was shut", ""),
    (sole_subject, "And told us it was shut.", "told", "", "it was shut", ""),
    (sole_subject, "Who told us it was shut.", "told", "", "it was shut", ""),
    (sole_subject, "It was shut, May told us.", "told", "", "It was shut", ""),
    (sole_subject, "May told us it was shut.", "told", "May", "it was shut", ""),
    (nicknamed, "So said Ann “Big Bad Old Wave” Holt.", "said", "Ann “Big", "", "Ann “Big Bad Old Wave” Holt||0.125 0.5"),
    (nicknamed, "So said Ann “Big Bad Old Raw Wave” Holt.", "said", "Ann “Big", "", ""),
    (nicknamed, "So said Ann 'Wave' Holt.", "said", "Ann 'Wave", "", "Ann 'Wave' Holt||0.125 0.5"),
    (nicknamed, "So said Ann ‘Wave’ Holt.", "said", "Ann ‘Wave", "", "Ann ‘Wave’ Holt||0.125 0.5"),
    (nicknamed, 'So said Ann "Wave" Holt.', "said", 'Ann "Wave', "", 'Ann "Wave" Holt||0.125 0.5'),
    (nicknamed, "So said Ann “” Holt.", "said", "Ann “", "", ""),
    (nicknamed, "So said Ann “Wave Holt.", "said", "Ann “Wave", "", ""),
    (nicknamed, "So said “Wave” Holt.", "said", "“Wave", "", ""),
    (nicknamed, "So said Ann “Wave” Holt left.", "said", "Ann “Wave", "", "Ann “Wave” Holt||0.125 0.5"),
    (nicknamed, "So said Ann “Wave” Was.", "said", "Ann “Wave", "", ""),
    (placed, "“No,” said Bess from the.", "said", "Bess from the", "“No,”", ""),
    (placed, "“No,” said Bess from a corner, then.", "said", "Bess from a corner, then", "“No,”", ""),
    (placed, "“No,” said she from the corner.", "said", "she from the corner", "“No,”", ""),
    (placed, "Bess from the corner said no.", "said", "Bess from the corner", "no", ""),
    (sole_subject, "May asserted it was shut.", "asserted", "", "it was shut", ""),
    (before_time, "Now the board in its briefing last Friday said it was shut.", "said", "Friday", "it was shut", "the board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "The board in its briefing last week said it was shut.", "said", "week", "it was shut", "The board|it was shut|0.125 0.5 0.9 0.9 0.9"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_rules(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """A rule sets the source right where it applies, whatever stands around the sentence."""
    assert {expected} == made_of(rule, text, cue, source, content)


@pytest.mark.parametrize(("text", "cue", "pieces", "expected"), [
    ("In May the group called for a march.", "called for", ("the group", "a march"), "the group|a march"),
    ("In May the group was asked for a march.", "asked for", ("the group was", "a march"), "|the group was / a march"),
    ("In May the group was called for a march.", "was called for", ("the group", "a march"), "|the group / a march"),
    ("In May “the group” called for a march.", "called for", ("“the group”", "a march"), "|“the group” / a march"),
])  # fmt: skip
def test_subject_taken(text: str, cue: str, pieces: tuple[str, str], expected: str) -> None:
    """Who calls for something is no part of it."""
    read = Read(text)
    finding = read.finding(cue)._replace(contents=(Outline(tuple(map(read.span, pieces)), 0.9, 0.9, 0.9),))
    found = subject_taken(read.columns, finding)

    assert expected == f"{read.words(found.source)}|{read.words(found.content)}"
