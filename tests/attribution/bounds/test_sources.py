"""The source is whom the words around a cue name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.sources import (
    before_time,
    behind_comma,
    inverted,
    named_behind,
    nicknamed,
    passive,
    placed,
    relative,
    sole_subject,
    up_to_verb,
    whole_subject,
    within_relative,
)
from statements_cli.attribution.labelling.dependencies import parse_around, parser_model
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read, made_of

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (inverted, "“The tank is full,” says DeVine.", "says", "", "“The tank is full,”", "DeVine|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” says DeVine Holt of Lund.", "says", "", "“The tank is full,”", "DeVine Holt|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full?” says Ann.", "says", "", "“The tank is full?”", "Ann|“The tank is full?”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full” says Ann.", "says", "", "“The tank is full”", "Ann|“The tank is full”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” he then says Ann.", "says", "", "“The tank is full,”", ""),
    (inverted, "“The tank is full,” says Ann left.", "says", "", "“The tank is full,”", ""),
    (behind_comma, "As Lund reports, officials said it was shut.", "said", "Lund reports, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "It rained. As for Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", "officials|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (behind_comma, "As for Lund, in May, officials said it was shut.", "said", "Lund, in May, officials", "it was shut", ""),
    (behind_comma, "Because of Lund, officials said it was shut.", "said", "Lund, officials", "it was shut", ""),
    (before_time, "Meanwhile, the board in its briefing last Friday had said it was shut.", "had said", "Friday", "it was shut", "the board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "A note from the board issued after midnight said it was shut.", "said", "midnight", "it was shut", "A note from the board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "The board met last Friday and said it was shut.", "said", "Friday", "it was shut", "The board|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (before_time, "The board that met the mayor last Friday said it was shut.", "said", "Friday", "it was shut", ""),
    (before_time, "The board in its briefing said it was shut.", "said", "briefing", "it was shut", ""),
    (passive, "The wave was described as “sad” by the bureau of Lund.", "described", "The wave", "as “sad” by the bureau of Lund", "the bureau of Lund|“sad”|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was described as sad by him.", "described", "The wave", "as sad by him", "him|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was called a “big by far” thing by experts.", "called", "The wave", "a “big by far” thing by experts", "experts|a “big by far” thing|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave has been quoted as sad by him.", "quoted", "The wave", "as sad by him", ""),
    (passive, "It was late and the wave described by experts fell.", "described", "the wave", "by experts", ""),
    (passive, "The wave described as sad by the bureau left.", "described", "The wave", "as sad by the bureau", ""),
    (up_to_verb, "They had divers count and concluded that it was shut.", "concluded", "They had divers count and", "that it was shut", "They|that it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "The agency reported that police said it was shut.", "said", "The agency reported that police", "it was shut", "police|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "The man who had left said it was shut.", "said", "The man who had left", "it was shut", ""),
    (up_to_verb, "The mayor said, he noted it was shut.", "noted", "The mayor said, he", "it was shut", ""),
    (up_to_verb, "Some teachers running the old school said it was shut.", "said", "the old school", "it was shut", ""),
    (up_to_verb, "A group of teachers said it was shut.", "said", "teachers", "it was shut", ""),
    (up_to_verb, "Ann Lee and teachers said it was shut.", "said", "teachers", "it was shut", ""),
    (up_to_verb, "The head of the board of teachers said it was shut.", "said", "teachers", "it was shut", ""),
    (up_to_verb, "In May teachers said it was shut.", "said", "teachers", "it was shut", ""),
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
    (within_relative, "Lee, who said it was shut, was late.", "said", "who", "it was shut, was late", "who|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (within_relative, "Lee, who said it was shut, never was late.", "said", "who", "it was shut, never was late", "who|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (within_relative, "Lee, who said it was shut, and left, was late.", "said", "who", "it was shut, and left, was late", "who|it was shut, and left|0.125 0.5 0.9 0.9 0.9"),
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
    (named_behind, "“No,” added little Ann, with joy.", "added little Ann", "", "“No,”", "little Ann|“No,”|0.125 0.75 0.9 0.9 0.9"),
    (named_behind, "“No,” added Ann.", "added Ann", "", "“No,”", "Ann|“No,”|0.125 0.75 0.9 0.9 0.9"),
    (named_behind, "“No,” added little girls, with joy.", "added little girls", "", "“No,”", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_rules(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """A rule sets the source right where it applies, whatever stands around the sentence."""
    assert {expected} == made_of(rule, text, cue, source, content)


# text, source as labelled, the whole subject, "" where it is left
SUBJECTS = [
    ("Some teachers running the old school said it was shut.", "the old school", "Some teachers running the old school"),
    ("A group of teachers said it was shut.", "teachers", "A group of teachers"),
    ("Ann Lee and teachers said it was shut.", "teachers", "Ann Lee and teachers"),
    ("The head of the board of teachers said it was shut.", "teachers", "The head of the board of teachers"),
    ("In May teachers said it was shut.", "teachers", ""),
    ("The head of the board said it was shut.", "The head of the board", ""),
    ("He met men of teachers who said it was shut.", "teachers", ""),
    ("The mayor of Lund said it was shut.", "Lund", "The mayor of Lund"),
    ("The mayor of Lund, often said it was shut.", "Lund", "The mayor of Lund"),
    ("The mayor of Lund now has often said it was shut.", "Lund", ""),
    ("The plan to help teachers said it was shut.", "teachers", ""),
    ("“Head” of teachers said it was shut.", "teachers", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "expected"), SUBJECTS)
def test_whole_subject(text: str, source: str, expected: str) -> None:
    """The source is the whole noun phrase that the verb has for its subject, by the tree."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        labelled = read.finding("said", source, "it was shut")
        assert labelled == whole_subject(read.columns, labelled)  # without a tree
        parse_around(read.columns, [(labelled.cue.start, labelled.cue.end)], parser_model())
        found = whole_subject(read.columns, labelled)

        assert expected == ("" if found == labelled else read.words(found.source))
