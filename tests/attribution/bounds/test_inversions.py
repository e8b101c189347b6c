"""A verb before its speaker takes the clause before it, whoever stands nearest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.inversions import (
    before_speaker,
    inserted,
    inverted,
    named_behind,
    noun_behind,
    passive,
)
from statements_cli.attribution.labelling.first_pass import Finding, Outline
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read, made_of

ROWS = [
    # text, cue, source and content as labelled; source and content as they are
    ("Velora has had few such cases between 2009 and 2018, reports Reuters.", "reports", "2018",
     "Velora has had few such cases between 2009 and 2018", "Reuters",
     "Velora has had few such cases between 2009 and 2018"),
    ("The road will be closed for a year, say residents of the town.", "say", "", "", "residents of the town",
     "The road will be closed for a year"),
    ("Jobs will go in some areas, said the firm's new chair Ida Holm, who came in May.", "said", "", "Jobs will go",
     "the firm's new chair Ida Holm", "Jobs will go in some areas"),
    ("The new pump could work, says Holm, although the leak makes it a race.", "says", "The new pump",
     "The new pump could work, says Holm, although the leak makes it a race", "Holm",
     "The new pump could work / although the leak makes it a race"),
    # no speaker behind the verb: an object before "and", a clause, nothing that is a noun
    ("The firm has cut many jobs, announced a new plan, and sold its ships.", "announced", "The firm", "a new plan",
     "The firm", "a new plan"),
    ("Holt, who has backed the plan, said shots fired at her were wrong.", "said", "Holt", "shots fired at her were wrong",
     "Holt", "shots fired at her were wrong"),
    ("It had rained in the whole county, said he.", "said", "he", "It had rained in the whole county", "he",
     "It had rained in the whole county"),
    # no clause before it, or one that only tells when
    ("In the town hall, says Holm, rain fell.", "says", "Holm", "rain fell", "Holm", "rain fell"),
    ("When the king of Velora fell, says Holm, it rained.", "says", "Holm", "it rained", "Holm", "it rained"),
    # a verb that takes an object
    ("The mayor has left the old town, called Ann Holt.", "called", "The mayor", "Ann Holt", "The mayor", "Ann Holt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "who", "said"), ROWS)
def test_a_verb_before_its_speaker(text: str, cue: str, source: str, content: str, who: str, said: str) -> None:
    """The phrase behind the verb speaks, the clause before it is what was said."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        labelled = read.finding(cue, source, content)
        found = before_speaker(read.columns, labelled)
        assert (read.words(found.source), read.words(found.content)) == (who, said)
        assert found == labelled or read.shown(found).endswith("|0.25 0.75 0.75 0.75 0.75")  # as sure as the cue


INSERTED = [
    # text, cue, source and content as labelled; source and content as they are
    ("Kern, Marek told me, has already lost the match.", "told", "Kern, Marek", "", "Marek",
     "Kern / has already lost the match"),
    ("Kern, Marek told me, is a fool.", "told", "Kern", "me, is a fool", "Marek", "Kern / is a fool"),
    ("The old mill, the mayor told reporters, will close in May.", "told", "the mayor", "The old mill", "the mayor",
     "The old mill / will close in May"),
    ("The harvest, warned farmer Luc Aubert, would be poor.", "warned", "", "farmer Luc Aubert", "farmer Luc Aubert",
     "The harvest / would be poor"),
    ("The harvest, warned farmer Luc Aubert.", "warned", "", "farmer Luc Aubert", "", "farmer Luc Aubert"),
    ("The harvest, beaten by rain, would be poor.", "beaten", "", "by rain", "", "by rain"),
    # an apposition, a clause before the comma, none behind it, a phrase that tells when
    ("The mayor, Ann Holt, told us, will go.", "told", "Ann Holt", "will go", "Ann Holt", "will go"),
    ("The mill closed, the mayor told us, and nobody came.", "told", "the mayor", "The mill closed", "the mayor",
     "The mill closed"),
    ("The old mill, the mayor told us, a ruin of stone.", "told", "the mayor", "The old mill", "the mayor",
     "The old mill"),
    ("In the mill, the mayor told us, rain fell.", "told", "the mayor", "rain fell", "the mayor", "rain fell"),
    ("Kern, Marek told me, now", "told", "Marek", "now", "Marek", "now"),  # a text that breaks off
    ("Kern, Marek beat us, has lost the match.", "beat", "Marek", "us", "Marek", "us"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "who", "said"), INSERTED)
def test_a_clause_set_between_subject_and_verb(
    text: str, cue: str, source: str, content: str, who: str, said: str
) -> None:
    """What stands on both sides of the clause is what was said."""
    for passage in (text, f"{BEFORE}{text}", *([f"{BEFORE}{text}{BEHIND}"] if text.endswith(".") else [])):
        read = Read(passage)
        labelled = read.finding(cue, source, content)
        found = inserted(read.columns, labelled)
        assert (read.words(found.source), read.words(found.content)) == (who, said)
        assert found == labelled or read.shown(found).endswith("|0.25 0.75 0.75 0.75 0.75")


# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
EDGES = [
    (inverted, "“The tank is full,” says DeVine.", "says", "", "“The tank is full,”", "DeVine|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” says DeVine Holt of Lund.", "says", "", "“The tank is full,”", "DeVine Holt|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full?” says Ann.", "says", "", "“The tank is full?”", "Ann|“The tank is full?”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full” says Ann.", "says", "", "“The tank is full”", "Ann|“The tank is full”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” he then says Ann.", "says", "", "“The tank is full,”", ""),
    (inverted, "“The tank is full,” says Ann left.", "says", "", "“The tank is full,”", ""),
    (passive, "The wave was described as “sad” by the bureau of Lund.", "described", "The wave", "as “sad” by the bureau of Lund", "the bureau of Lund|“sad”|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was described as sad by him.", "described", "The wave", "as sad by him", "him|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was called a “big by far” thing by experts.", "called", "The wave", "a “big by far” thing by experts", "experts|a “big by far” thing|0.125 0.75 0.9 0.9 0.9"),
    (passive, "It was announced by the palace that it fell.", "was announced", "It", "It", "the palace|that it fell|0.125 0.75 0.9 0.9 0.9"),
    (passive, "It was announced by the palace.", "was announced", "It", "It", "the palace|It|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave has been quoted as sad by him.", "quoted", "The wave", "as sad by him", ""),
    (passive, "It was late and the wave described by experts fell.", "described", "the wave", "by experts", ""),
    (passive, "The wave described as sad by the bureau left.", "described", "The wave", "as sad by the bureau", ""),
    (named_behind, "“No,” added little Ann, with joy.", "added little Ann", "", "“No,”", "little Ann|“No,”|0.125 0.75 0.9 0.9 0.9"),
    (named_behind, "“No,” added Ann.", "added Ann", "", "“No,”", "Ann|“No,”|0.125 0.75 0.9 0.9 0.9"),
    (named_behind, "“No,” added little girls, with joy.", "added little girls", "", "“No,”", ""),
    (inverted, "“The tank is full,” says Ann Bo Cy Dee Eve Fay.", "says", "", "“The tank is full,”", "Ann Bo Cy Dee Eve Fay|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” says Ann Bo Cy Dee Eve Fay Gus.", "says", "", "“The tank is full,”", "Ann Bo Cy Dee Eve Fay|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full!” says Ann.", "says", "", "“The tank is full!”", "Ann|“The tank is full!”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full”; says Ann.", "says", "", "“The tank is full”", ""),
    (inverted, "“The tank is full,” says “Ann”.", "says", "", "“The tank is full,”", ""),
    (inverted, "“The tank is full,” saying Ann.", "saying", "", "“The tank is full,”", ""),
    (inverted, "“The tank is full,” knows Ann.", "knows", "", "“The tank is full,”", ""),
    (inverted, "“The tank is full,” says Ann. Bo left.", "says", "", "“The tank is full,”", "Ann|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” says. Ann left.", "says", "", "“The tank is full,”", ""),
    (inverted, "“The tank is full,” says Ann “and the mill.”", "says", "", "“The tank is full,”", "Ann|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” says Ann.", "says", "Ann", "“The tank is full,”", ""),
    (passive, "The waves is called sad by experts.", "called", "The waves", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The waves are called sad by experts.", "called", "The waves", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The waves were called sad by experts.", "called", "The waves", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The waves being called sad by experts.", "called", "The waves", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The waves may be called sad by experts.", "called", "The waves", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The waves was now called sad by experts.", "called", "The waves", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The waves was very often then called sad by experts.", "called", "The waves", "sad by experts", ""),
    (passive, "The waves had called sad by experts.", "called", "The waves", "sad by experts", ""),
    (passive, "The wave was called sad by itself.", "called", "The wave", "sad by itself", "itself|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was called sad that fell by experts.", "called", "The wave", "sad that fell by experts", ""),
    (passive, "The wave was called one two three four five six seven eight nine ten old bad sad red by experts.", "called", "The wave", "one two three four five six seven eight nine ten old bad sad red by experts", "experts|one two three four five six seven eight nine ten old bad sad red|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was called one two three four five six seven eight nine ten old bad sad by experts.", "called", "The wave", "one two three four five six seven eight nine ten old bad sad by experts", "experts|one two three four five six seven eight nine ten old bad sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was called one two three four five six seven eight nine ten old bad sad red big by experts.", "called", "The wave", "one two three four five six seven eight nine ten old bad sad red big by experts", ""),
    (passive, "The wave was called sad by experts of the town on Monday.", "called", "The wave", "sad by experts of the town on Monday", "experts of the town|sad / on Monday|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was called sad by.", "called", "The wave", "sad", ""),
    (passive, "The wave was called “sad by experts”.", "called", "The wave", "“sad by experts”", ""),
    (passive, "The wave was called by experts.", "called", "The wave", "by experts", ""),
    (passive, "The wave was described as by experts.", "described", "The wave", "as by experts", ""),
    (passive, "He met her and was called sad by experts.", "called", "", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "Sad, it was called by experts.", "called", "it", "Sad", "experts|Sad|0.125 0.75 0.9 0.9 0.9"),
    (passive, "The wave was called sad by experts.", "called", "experts", "sad by experts", ""),
    (passive, "The wave was cited as sad by him.", "cited", "The wave", "as sad by him", ""),
    (named_behind, "“No,” added Ann with joy.", "added Ann with", "", "“No,”", "Ann|“No,”|0.125 0.75 0.9 0.9 0.9"),
    (named_behind, "“No,” knew Ann, with joy.", "knew Ann", "", "“No,”", ""),
    (named_behind, "Added Ann: “No.”", "Added Ann", "", "“No.”", ""),
    (named_behind, "“No,” “added Ann”.", "added Ann", "", "“No,”", ""),
    (named_behind, "“No,” added.", "added", "", "“No,”", ""),
    (named_behind, "“No,” added Ann.", "added Ann", "Ann", "“No,”", ""),
    (inverted, "“The tank is full,” admitted Ann.", "admitted", "", "“The tank is full,”", "Ann|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” believed Ann.", "believed", "", "“The tank is full,”", ""),
    (named_behind, "“No,” believed Ann, with joy.", "believed Ann", "", "“No,”", "Ann|“No,”|0.125 0.75 0.9 0.9 0.9"),
    (named_behind, "“No,” assumed Ann, with joy.", "assumed Ann", "", "“No,”", ""),
    (passive, "The wave was called sad by experts.", "was called", "The wave", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (before_speaker, "The dam could be rebuilt in May, says DeVine, although rain makes it slow.", "says", "The dam", "DeVine, although rain makes it slow", "DeVine|The dam could be rebuilt in May / although rain makes it slow|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "The dam could be rebuilt in May, says Ann Lee, but rain makes it slow.", "says", "The dam", "Ann Lee, but rain makes it slow", ""),
    (before_speaker, "The dam could be rebuilt in May, says Ann Lee, rain makes it slow.", "says", "The dam", "Ann Lee, rain makes it slow", ""),
    (before_speaker, "The dam, which fell in old May, says Ann Lee, although rain makes it slow.", "says", "The dam", "Ann Lee, although rain makes it slow", ""),
    (before_speaker, "The dam could be rebuilt in May, says rain, although rain makes it slow.", "says", "The dam", "rain, although rain makes it slow", ""),
    (before_speaker, "The dam could be rebuilt in May, says DeVine.", "says", "The dam", "", "DeVine|The dam could be rebuilt in May|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "Floods at the old dams mean that it was shut, says Ortega.", "says", "Floods", "", "Ortega|Floods at the old dams mean that it was shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "Floods at the old dams to mean that much, says Ortega.", "says", "Floods", "", ""),
    (before_speaker, "The road will be shut, say residents.", "say", "", "", "residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "The road is shut, say residents.", "say", "", "", ""),
    (before_speaker, "The road will be shut, say residents; nobody left.", "say", "", "", "residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "The road will be shut, say residents who left.", "say", "", "", "residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "The road will be shut, say residents and left.", "say", "", "", ""),
    (before_speaker, "The road will be shut, say of residents.", "say", "", "", ""),
    (before_speaker, "The road will be shut, say “residents”.", "say", "", "", ""),
    (before_speaker, "The road will be shut, “say residents”.", "say", "", "", ""),
    (before_speaker, "“The road will be shut,” say residents.", "say", "", "", ""),
    (before_speaker, "The road “will be shut”, say residents.", "say", "", "", ""),
    (before_speaker, "Who is it that will be shut, say residents.", "say", "", "", ""),
    (before_speaker, "As the road will be shut, say residents.", "say", "", "", ""),
    (before_speaker, "The road will be shut, say the old.", "say", "", "", ""),
    (before_speaker, f"The road will be shut, say {'old ' * 22}residents.", "say", "", "", f"{'old ' * 22}residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, f"The road will be shut, say {'old ' * 23}residents.", "say", "", "", ""),
    (before_speaker, "The road will be shut, say residents, and left.", "say", "", "", ""),
    (before_speaker, "The road will be shut, say residents, but left.", "say", "", "", ""),
    (before_speaker, "The road will be shut, say residents, if it rains.", "say", "", "", "residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "The road will be shut, say residents, if it rains.", "say", "", "if it rains", ""),
    (before_speaker, "The road will be shut, say residents.", "say", "residents", "", ""),
    (before_speaker, "The road will be shut, say men shots hurt.", "say", "", "shots hurt", "men shots hurt|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "The road will be shut, said residents has left.", "said", "", "residents has left", ""),
    (before_speaker, "The road will be shut now say residents.", "say", "", "", ""),
    (inserted, "Kern, Marek told us, never has lost it.", "told", "", "us", "Marek|Kern / never has lost it|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern, Marek told us, never losing.", "told", "", "us", ""),
    (inserted, "Kern, he told us, has lost it.", "told", "", "us", "he|Kern / has lost it|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern of Lund, he told us, has lost it.", "told", "", "us", "he|Kern of Lund / has lost it|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern, told us, has lost it.", "told", "", "us", ""),
    (inserted, "Kern, Marek told us quickly, has lost it.", "told", "", "us", ""),
    (inserted, "Kern, quickly Marek told us, has lost it.", "told", "", "us", ""),
    (inserted, "Kern, Marek told us, has “lost” it.", "told", "", "us", "Marek|Kern / has “lost” it|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "“Kern”, Marek told us, has lost it.", "told", "", "us", ""),
    (inserted, "Kern, Marek told us, “has” lost it.", "told", "", "us", ""),
    (inserted, "Kern, Marek told us, has lost it, too.", "told", "", "us", "Marek|Kern / has lost it, too|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern and Bo, Marek told us, have lost it.", "told", "", "us", ""),
    (inserted, ", Marek told us, has lost it.", "told", "", "us", ""),
    (inserted, "A Kern, Bo, Marek told us, has lost it.", "told", "", "us", ""),
    (inserted, "Kern, Marek told, has lost it.", "told", "", "", "Marek|Kern / has lost it|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern, Marek told the one two three four five six men, has lost it.", "told", "", "", "Marek|Kern / has lost it|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern, Marek told the one two three four five six seven men, has lost it.", "told", "", "", ""),
    (inserted, "Kern, Marek knew us, has lost it.", "knew", "", "us", ""),
    (inserted, "Kern, Marek “told us”, has lost it.", "told", "", "us", ""),
    (inserted, "Kern, Marek believed, has lost it.", "believed", "", "", "Marek|Kern / has lost it|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern, Marek assumed, has lost it.", "assumed", "", "", ""),
    (inserted, "The mill, Bo, Marek told us, has lost it.", "told", "", "us", ""),
    (before_speaker, "The road will be shut, say residents.", "say", "", "say residents", "residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), EDGES)
def test_where_a_rule_ends(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """A rule applies up to its limits, whatever stands around the sentence."""
    assert {expected} == made_of(rule, text, cue, source, content)


def test_a_cue_of_several_words() -> None:
    """A cue that goes on behind its verb is the verb alone where its speaker stands there."""
    read = Read("The road will be closed for a year, say residents of the town.")
    labelled = read.finding("say residents")
    start = labelled.cue.start
    found = before_speaker(read.columns, labelled._replace(cue=labelled.cue._replace(head=start + 1)))

    assert found.cue == labelled.cue._replace(end=start + 1, head=start)


def test_a_cue_without_its_speaker() -> None:
    """A cue that took in the speaker is the verb alone, wherever its surest word was."""
    read = Read("“No,” added little Ann, with joy.")
    labelled = read.finding("added little Ann", "", "“No,”")
    start = labelled.cue.start
    found = named_behind(read.columns, labelled._replace(cue=labelled.cue._replace(head=start + 1)))

    assert found.cue == labelled.cue._replace(end=start + 1, head=start)


@pytest.mark.parametrize(("text", "pieces", "expected"), [
    ("“No more cuts,” read a banner on the wall.", ("“No more cuts,”", "a banner on the wall"), "a banner on the wall|“No more cuts,”"),
    ("«It fell», added his wife.", ("«It fell»", "his wife"), "his wife|«It fell»"),
    ("“It fell,” added his wife, who left.", ("“It fell,”", "his wife"), "|“It fell,” / his wife"),
    ("“It fell,” added that it rained.", ("“It fell,”", "that it rained"), "|“It fell,” / that it rained"),
    ("It fell, added his wife.", ("It fell", "his wife"), "|It fell / his wife"),
    ("“It fell,” added “his wife”.", ("“It fell,”", "“his wife”"), "|“It fell,” / “his wife”"),
])  # fmt: skip
def test_noun_behind(text: str, pieces: tuple[str, str], expected: str) -> None:
    """A phrase alone behind the verb of a quotation is who said it."""
    read = Read(text)
    outline = Outline(tuple(map(read.span, pieces)), 0.9, 0.9, 0.9)
    finding = read.finding("read" if "read" in text else "added")._replace(contents=(outline,))
    found = noun_behind(read.columns, finding)

    assert expected == f"{read.words(found.source)}|{read.words(found.content)}"
