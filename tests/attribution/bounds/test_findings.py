"""Grammar supplies the source or content that a labelling missed, and says how sure that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.complements import (
    after_colon,
    beside_source,
    closed,
    named_last,
    opened,
    reported_last,
    says_nothing,
    uninverted,
    with_that,
)
from statements_cli.attribution.bounds.distant_subjects import joined
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import BEFORE, Read, made_of

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (with_that, "He said after a call on Monday that it was shut.", "said", "He", "", "He|that it was shut|0.25 0.5 0.75 0.75 0.75"),
    (with_that, "He said on Monday that it was shut.", "said", "He", "", "He|that it was shut|0.25 0.5 0.75 0.75 0.75"),
    (with_that, "He said in May.", "said", "He", "", ""),
    (with_that, "He knew on Monday that it was shut.", "knew", "He", "", ""),
    (named_last, "The summit would exclude him, sources told us.", "told", "The summit would exclude him, sources", "so", "sources|sources|0.125 0.5 0.9 0.9 0.9"),
    (named_last, "The man who would go, sources told us.", "told", "The man who would go, sources", "", ""),
    (named_last, "Ann van Dyk told us.", "told", "Ann van Dyk", "", ""),
    (named_last, "The summit would exclude him, sources told us, and left.", "told", "The summit would exclude him, sources", "us", "sources|us|0.125 0.5 0.9 0.9 0.9"),
    (named_last, "The summit would exclude him told us.", "told", "The summit would exclude him", "", ""),
    (uninverted, "They will not yield to any pressure, said the expert.", "said", "", "the expert", "the expert|They will not yield to any pressure|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "“They will not yield to pressure,” said the expert.", "said", "", "the expert", "the expert|“They will not yield to pressure,|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "They will go now, said the expert.", "said", "", "the expert", ""),
    (uninverted, "Go, said the expert.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said the expert today.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said he left.", "said", "", "he left", ""),
    (uninverted, "Holm, who led it for a year, blasted the claims.", "blasted", "", "the claims", ""),
    (uninverted, "The new law for the old town, said the expert.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said the very old and wise expert.", "said", "", "the very old and wise expert", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said on Monday.", "said", "it", "", "Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, fire chief Josep Borrell said.", "said", "it", "", "fire chief Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, Josep Borrell, a professor, said.", "said", "it", "", "Josep Borrell, a professor,|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, Josep Borrell said he left.", "said", "it", "", ""),
    (closed, "When the sanctions have failed to change it, Josep Borrell said.", "said", "it", "", ""),
    (closed, "The sanctions on the old men, Josep Borrell said.", "said", "", "", ""),
    (closed, "They failed, Josep Borrell said.", "said", "", "", ""),
    (closed, "The “sanctions” have failed to change it, Josep Borrell said.", "said", "it", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell saying.", "saying", "it", "", ""),
    (beside_source, "The sea has risen, the board, or BI, has said.", "has said", "the board, or BI,", "The sea has risen, the board, or BI", "the board, or BI,|The sea has risen|0.125 0.5 0.9 0.9 0.9"),
    (beside_source, "The sea has risen, the board has said.", "has said", "the board", "The sea has risen, the board", "the board|The sea has risen|0.125 0.5 0.9 0.9 0.9"),
    (beside_source, "The sea has risen, the board has said.", "has said", "the board", "The sea has risen", ""),
    (beside_source, "The sea has risen the board has said.", "has said", "the board", "The sea has risen the board", ""),
    (reported_last, "A boat killed a swimmer near the town, police reported on Sunday.", "reported", "police", "", "police|A boat killed a swimmer near the town|0.25 0.5 0.75 0.75 0.75"),
    (reported_last, "A boat near the town on Sunday, police reported on Sunday.", "reported", "police", "", ""),
    (reported_last, "A boat killed a man, police reported that he left.", "reported", "police", "", ""),
    (reported_last, "When a boat killed a man near, police reported.", "reported", "police", "", ""),
    (reported_last, "A boat killed a swimmer near the town; police reported on Sunday.", "reported", "police", "", ""),
    (reported_last, "A boat “killed” a swimmer near the town, police reported.", "reported", "police", "", ""),
    (reported_last, "A boat sank, police reported.", "reported", "police", "", ""),
    (opened, "Saying that problems are hard, Josep Borrell called for more.", "Saying", "", "that problems are hard", "Josep Borrell|that problems are hard|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying that problems are hard, he called for more.", "Saying", "", "that problems are hard", "he|that problems are hard|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying “problems are hard,” he called for more.", "Saying", "", "“problems are hard,”", "he|“problems are hard,”|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying that problems are hard he called for more.", "Saying", "", "that problems are hard", ""),
    (opened, "Saying that problems are hard, very Josep Borrell called.", "Saying", "", "that problems are hard", ""),
    (opened, "He left saying that problems are hard, Josep Borrell called.", "saying", "", "that problems are hard", ""),
    (opened, "Saying that problems are hard, Josep Borrell.", "Saying", "", "that problems are hard", ""),
    (after_colon, "The minister presented data: it was a big old lamp.", "presented", "The minister", "data", "The minister|it was a big old lamp|0.125 0.5 0.75 0.75 0.75"),
    (after_colon, "The minister presented data: a lamp.", "presented", "The minister", "data", ""),
    (after_colon, "The minister presented it was clear: it was a big old lamp.", "presented", "The minister", "it was clear", ""),
    (after_colon, "The minister presented data: it was: a big lamp.", "presented", "The minister", "data", ""),
    (after_colon, "The minister presented “data”: it was a big old lamp.", "presented", "The minister", "“data”", ""),
    (after_colon, "The minister presented data: it was big.", "presented", "The minister", "data", ""),
    (with_that, "He said on Monday that it was shut.", "said", "", "", ""),
    (with_that, "He said on Monday that it was shut.", "said", "He", "it was shut", ""),
    (named_last, "The summit will go, as they say, sources told us.", "told", "The summit will go, as they say, sources", "so", "sources|sources|0.125 0.5 0.9 0.9 0.9"),
    (named_last, "He goes and told us, sources.", "told", "sources", "", ""),
    (named_last, "The men, who would go, sources told us.", "told", "The men, who would go, sources", "", ""),
    (uninverted, "They will not yield now, said the expert.", "said", "", "the expert", "the expert|They will not yield now|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "They will not yield, said the expert.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said the old bad big wise expert.", "said", "", "the old bad big wise expert", "the old bad big wise expert|They will not yield to any pressure|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "They will not yield to any pressure, said the old bad big wise raw expert.", "said", "", "the old bad big wise raw expert", ""),
    (uninverted, "They will not yield to any pressure, knew the expert.", "knew", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure said the expert.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said the expert!", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said the “expert”.", "said", "", "the “expert”", ""),
    (uninverted, "Who will not yield to any pressure, said the expert.", "said", "", "the expert", "the expert|Who will not yield to any pressure|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "They will not yield to any pressure, said then the expert.", "said", "", "the expert", ""),
    (closed, "The sanctions failed it all, Josep Borrell said.", "said", "", "", "Josep Borrell|The sanctions failed it all|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions failed it, Josep Borrell said.", "said", "", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said: “No.”", "said", "", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said “now”.", "said", "", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell “said”.", "said", "", "", ""),
    (closed, "Asked if the sanctions have failed to change it, Josep Borrell said.", "said", "", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said.", "said", "", "The sanctions have failed to change it", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said.", "said", "", "The sanctions have failed to change it,", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said.", "said", "", "sanctions have failed to change it", "Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, Josep Borrell said.", "said", "", "The sanctions have failed", "Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, Josep Borrell knew.", "knew", "", "", ""),
    (closed, "The sanctions have failed to change it, a man said.", "said", "", "", ""),
    (closed, "The sanctions have failed to change it, the town's Josep Borrell said.", "said", "", "", ""),
    (closed, "The sanctions have failed to change it, the old red big raw chief Josep Borrell said.", "said", "", "", "the old red big raw chief Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, the old red big raw bad chief Josep Borrell said.", "said", "", "", ""),
    (closed, f"The sanctions have failed to change it, Josep Borrell, {'old ' * 35}man, said.", "said", "", "", f"Josep Borrell, {'old ' * 35}man,|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, f"The sanctions have failed to change it, Josep Borrell, {'old ' * 36}man, said.", "said", "", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell, who left, said.", "said", "", "", ""),
    (closed, "The sanctions have failed to change it Josep Borrell said.", "said", "", "", ""),
    (beside_source, "The sea has risen, the board now has said.", "has said", "the board", "The sea has risen, the board", "the board|The sea has risen|0.125 0.5 0.9 0.9 0.9"),
    (beside_source, "The sea has risen, the board now then has said.", "has said", "the board", "The sea has risen, the board", ""),
    (beside_source, "The sea has risen, the board, has said it.", "has said", "the board", "The sea has risen, the board, has said it", ""),
    (beside_source, "Board, the board has said.", "has said", "the board", "the board", ""),
    (beside_source, "Risen, the board has said.", "has said", "the board", "Risen, the board", "the board|Risen|0.125 0.5 0.9 0.9 0.9"),
    (beside_source, "The sea, said the board, has risen.", "said", "the board", "The sea, said the board", ""),
    (reported_last, "A boat killed a man, police reported.", "reported", "police", "", "police|A boat killed a man|0.25 0.5 0.75 0.75 0.75"),
    (reported_last, "A boat killed man, police reported.", "reported", "police", "", ""),
    (reported_last, "A boat killed a man, police knew.", "knew", "police", "", ""),
    (reported_last, "A boat killed a man, police “reported”.", "reported", "police", "", ""),
    (reported_last, "A boat killed a man, police now reported.", "reported", "police", "", ""),
    (reported_last, "A boat killed a man, police reported to the town in May.", "reported", "police", "", "police|A boat killed a man|0.25 0.5 0.75 0.75 0.75"),
    (reported_last, "A boat killed a man, police reported.", "reported", "police", "A boat", ""),
    (opened, "Saying problems, he called.", "Saying", "", "problems", "he|problems|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying problems are hard, the one two three four five six seven men called.", "Saying", "", "problems are hard", "the one two three four five six seven men|problems are hard|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying problems are hard, the one two three four five six seven eight men called.", "Saying", "", "problems are hard", ""),
    (opened, "Knowing problems are hard, he called.", "Knowing", "", "problems are hard", ""),
    (opened, "Saying problems are hard, called he.", "Saying", "", "problems are hard", ""),
    (opened, "Saying “problems are hard” he called.", "Saying", "", "“problems are hard”", "he|“problems are hard”|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying problems are hard, he called.", "Saying", "he", "problems are hard", ""),
    (after_colon, "The minister presented data: it was a big lamp.", "presented", "The minister", "data", "The minister|it was a big lamp|0.125 0.5 0.75 0.75 0.75"),
    (after_colon, "The minister presented data: it was a lamp.", "presented", "The minister", "data", ""),
    (after_colon, "Data: the minister presented data: it was a big lamp.", "presented", "the minister", "data", "the minister|it was a big lamp|0.125 0.5 0.75 0.75 0.75"),
    (after_colon, "The minister presented data: it was a big lamp. Then: it fell.", "presented", "The minister", "data", "The minister|it was a big lamp|0.125 0.5 0.75 0.75 0.75"),
    (after_colon, "It fell: rain. The minister presented data: it was a big old lamp.", "presented", "The minister", "data", "The minister|it was a big old lamp|0.125 0.5 0.75 0.75 0.75"),
    (after_colon, "The minister presented data: it was a big old lamp.", "presented", "The minister", "it was", ""),
    (after_colon, "Presented the minister data: it was a big old lamp.", "Presented", "the minister", "data", ""),
    (after_colon, "The minister presented data: it “was” a big old lamp.", "presented", "The minister", "data", ""),
    (after_colon, "Data, the minister presented: it was a big old lamp.", "presented", "the minister", "Data", ""),
    (with_that, "He asserted on Monday that it was shut.", "asserted", "He", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell asserted.", "asserted", "", "", ""),
    (closed, "Ann has failed to change the law, Josep Borrell said.", "said", "", "", "Josep Borrell|Ann has failed to change the law|0.25 0.75 0.75 0.75 0.75"),
    (uninverted, "They will not yield to any pressure, asserted the expert.", "asserted", "", "the expert", ""),
    (reported_last, "A boat killed a man, police believed.", "believed", "police", "", "police|A boat killed a man|0.25 0.5 0.75 0.75 0.75"),
    (reported_last, "A boat killed a man, police assumed.", "assumed", "police", "", ""),
    (opened, "Admitting problems are hard, he called.", "Admitting", "", "problems are hard", "he|problems are hard|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Assuming problems are hard, he called.", "Assuming", "", "problems are hard", ""),
    (opened, "Saying “a” b he called.", "Saying", "", "“a” b", ""),
    (with_that, "He said Monday that it was shut; it fell.", "said", "He", "", "He|that it was shut; it fell|0.25 0.5 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, chief Josep Borrell said.", "said", "", "", "chief Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, the fire chief Josep Borrell said.", "said", "", "", "the fire chief Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_rules(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """A rule mends a finding where it applies, whatever stands around the sentence."""
    assert {expected} == made_of(rule, text, cue, source, content)


# text, cue, source and content as labelled; whether nothing is said
NOTHING = [
    ("The town is noted for its calm.", "noted", "The town", "for its calm", True),
    ("The town noted its calm.", "noted", "The town", "its calm", False),
    ("The town noted him for it.", "noted", "The town", "him", False),
    ("Asked if she slept, Holt left.", "Asked", "", "if she slept", True),
    ("Asked Holt if she slept, he left.", "Asked", "", "Holt if she slept", False),
    ("Asked if she slept, Holt left.", "Asked", "Holt", "if she slept", False),
    ("Holt asked if she slept.", "asked", "", "if she slept", False),
    ("Pressed on it, Holt left.", "Pressed", "", "on it", True),
    ("Questioned on it, Holt left.", "Questioned", "", "on it", True),
    ("Quizzed on it, Holt left.", "Quizzed", "", "on it", True),
    ("Asked", "Asked", "", "", False),
    ("She announced himself with a goal.", "announced", "She", "himself with a goal", True),
    ("She announced herself with a goal.", "announced", "She", "herself with a goal", True),
    ("She announced itself with a goal.", "announced", "She", "itself with a goal", True),
    ("She announced themselves with a goal.", "announced", "She", "themselves with a goal", True),
    ("She announced myself with a goal.", "announced", "She", "myself with a goal", True),
    ("She announced ourselves with a goal.", "announced", "She", "ourselves with a goal", True),
    ("She announced him with a goal.", "announced", "She", "him with a goal", False),
    ("She announced himself as “it”.", "announced", "She", "himself as “it”", False),
    ("She announced to himself it.", "announced", "She", "himself it", False),
    ("She call for the ball.", "call for", "She", "the ball", True),
    ("She calls for the ball.", "calls for", "She", "the ball", True),
    ("She called for the ball.", "called for", "She", "the ball", True),
    ("She calling for the ball.", "calling for", "She", "the ball", True),
    ("She asked for the ball.", "asked for", "She", "the ball", False),
    ("She called for the red ball now.", "called for", "She", "the red ball now", True),
    ("She called for the big red ball now.", "called for", "She", "the big red ball now", False),
    ("She called for peace.", "called for", "She", "peace", False),
    ("The ball went, she called for it.", "called for", "she", "it", False),
    ("We saw things regarding the crisis.", "regarding", "We", "the crisis", True),
    ("We saw things concerning the crisis.", "concerning", "We", "the crisis", True),
    ("We saw things including the crisis.", "including", "We", "the crisis", True),
    ("We saw things involving the crisis.", "involving", "We", "the crisis", True),
    ("We saw things following the crisis.", "following", "We", "the crisis", True),
    ("We saw things discussing the crisis.", "discussing", "We", "the crisis", False),
    ("We were concerning about the crisis.", "concerning about", "We", "the crisis", False),
    ("When discussing it, he left.", "discussing", "", "it", True),
    ("While discussing it, he left.", "discussing", "", "it", True),
    ("After discussing it, he left.", "discussing", "", "it", True),
    ("Before discussing it, he left.", "discussing", "", "it", True),
    ("As discussing it, he left.", "discussing", "", "it", True),
    ("Since discussing it, he left.", "discussing", "", "it", True),
    ("In discussing it, he left.", "discussing", "", "it", False),
    ("When discussing it, he left.", "discussing", "he", "it", False),
    ("When discussing that it fell, he left.", "discussing", "", "that it fell", False),
    ("Discussing it, he left.", "Discussing", "", "it", False),
    ("When discussed it, he left.", "discussed", "", "it", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "nothing"), NOTHING)
def test_says_nothing(text: str, cue: str, source: str, content: str, nothing: bool) -> None:
    """Words that look like a cue may ask, call for, regard or frame something and say nothing."""
    for passage in (text, f"{BEFORE}{text}"):
        read = Read(passage)

        assert nothing == says_nothing(read.columns, read.finding(cue, source, content))


def test_joined() -> None:
    """A verb joined by "and" has the subject of the one before; one with a subject of its own keeps it."""
    read = Read("Obama said he had a long call and agreed to start talks.")
    before = read.finding("said", "Obama", "he had a long call")
    assert before.source == joined(read.columns, read.finding("agreed to", "", "start talks"), before).source
    own = read.finding("agreed to", "he", "start talks")
    assert own == joined(read.columns, own, before)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Obama said he had a long call, then agreed to start talks.", "agreed to"),
        ("Obama said he had a long call and agrees to start talks.", "agrees to"),
        ("Obama said he had a long call and “agreed to” start talks.", "agreed to"),
        ("Obama said he had a long call. And agreed to start talks.", "agreed to"),
    ],
)
def test_not_joined(text: str, cue: str) -> None:
    """A verb that no "and" joins, of another tense, quoted, or in the next sentence has no subject by it."""
    read = Read(text)
    before, labelled = read.finding("said", "Obama", "he had a long call"), read.finding(cue, "", "start talks")

    assert labelled == joined(read.columns, labelled, before)
