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
