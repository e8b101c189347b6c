"""A source is its verb's whole subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.whole_subjects import (
    described,
    of_first_verb,
    off_conjunction,
    off_cue,
    up_to_verb,
    whole_count,
    whole_subject,
)
from statements_cli.attribution.labelling.dependencies import parse_around, parser_model
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read, made_of

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (off_cue, "The US daily said it was shut.", "daily said", "The US", "it was shut", "The US daily|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (off_cue, "The rural media outlet said it was shut.", "outlet said", "The rural media", "it was shut", "The rural media outlet|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (off_cue, "The Lund media centre had reported it was shut.", "centre had reported", "The Lund media", "it was shut", "The Lund media centre|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (off_cue, "The US daily reportedly said it was shut.", "daily reportedly said", "The US", "it was shut", "The US daily|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (off_cue, "The US later said it was shut.", "later said", "The US", "it was shut", ""),
    (off_cue, "The US outlet, it said, was shut.", "said", "it", "was shut", ""),
    (off_cue, "The US, a daily said, was shut.", "daily said", "The US", "was shut", ""),
    (off_cue, "The US daily said it was shut.", "said", "The US daily", "it was shut", ""),
    (off_cue, "Daily said it was shut.", "Daily said", "", "it was shut", ""),
    (described, "A man who hid out of fear of us said it was shut.", "said", "of fear of us", "it was shut", "A man who hid out of fear of us|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (described, "A man who hid because of us said it was shut.", "said", "because of us", "it was shut", "A man who hid because of us|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (described, "The old men of Lund that did not want to be named said it was shut.", "said", "named", "it was shut", "The old men of Lund that did not want to be named|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (described, "A man, who hid out of fear, said it was shut.", "said", "of fear,", "it was shut", ""),
    (described, "A man hid and of late said it was shut.", "said", "of late", "it was shut", ""),
    (described, "We met men who hid and Ann Lee said it was shut.", "said", "Ann Lee", "it was shut", ""),
    (described, "It rained. Who hid of fear said it was shut.", "said", "of fear", "it was shut", ""),
    (of_first_verb, "He now funds old groups and has said it was shut.", "has said", "groups and", "it was shut", "He|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (of_first_verb, "The mayor funds groups and said it was shut.", "said", "groups and", "it was shut", ""),
    (of_first_verb, "The mayor funds groups, and said it was shut.", "said", "groups, and", "it was shut", ""),
    (of_first_verb, "The mayor funds groups but said it was shut.", "said", "groups", "it was shut", ""),
    (of_first_verb, "The mayor who funds groups and said it was shut.", "said", "groups and", "it was shut", ""),
    (of_first_verb, "Groups and said it was shut.", "said", "Groups and", "it was shut", ""),
    (up_to_verb, "They had divers count and concluded that it was shut.", "concluded", "They had divers count and", "that it was shut", "They|that it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "The agency reported that police said it was shut.", "said", "The agency reported that police", "it was shut", "police|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "The man who had left said it was shut.", "said", "The man who had left", "it was shut", ""),
    (up_to_verb, "The mayor said, he noted it was shut.", "noted", "The mayor said, he", "it was shut", ""),
    (up_to_verb, "Some teachers running the old school said it was shut.", "said", "the old school", "it was shut", ""),
    (up_to_verb, "A group of teachers said it was shut.", "said", "teachers", "it was shut", ""),
    (up_to_verb, "Ann Lee and teachers said it was shut.", "said", "teachers", "it was shut", ""),
    (up_to_verb, "The head of the board of teachers said it was shut.", "said", "teachers", "it was shut", ""),
    (up_to_verb, "In May teachers said it was shut.", "said", "teachers", "it was shut", ""),
    (up_to_verb, "They had and concluded that it was shut.", "concluded", "They had and", "that it was shut", "They|that it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "The men had divers count and concluded that it was shut.", "concluded", "The men had divers count and", "that it was shut", "The men|that it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "The men counted divers and concluded that it was shut.", "concluded", "The men counted divers and", "that it was shut", ""),
    (up_to_verb, "They counted divers and concluded that it was shut.", "concluded", "They counted divers and", "that it was shut", "They|that it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "They (men) had divers and concluded that it was shut.", "concluded", "They (men) had divers and", "that it was shut", ""),
    (up_to_verb, "They had “divers” and concluded that it was shut.", "concluded", "They had “divers” and", "that it was shut", ""),
    (up_to_verb, "Those that police said it was shut.", "said", "Those that police", "it was shut", ""),
    (up_to_verb, "He knew that police said it was shut.", "said", "He knew that police", "it was shut", "He|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "He reported that said it was shut.", "said", "He reported that", "it was shut", "He|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "Reported that police said it was shut.", "said", "Reported that police", "it was shut", ""),
    (up_to_verb, "The agency believed that police said it was shut.", "said", "The agency believed that police", "it was shut", "police|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (up_to_verb, "The agency assumed that police said it was shut.", "said", "The agency assumed that police", "it was shut", ""),
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


@pytest.mark.parametrize(("text", "source", "expected"), [
    ("It rose, while three in ten said it fell.", "while three in ten", "three in ten"),
    ("It rose, when three in ten said it fell.", "when three in ten", ""),
    ("It rose, while said it fell.", "while", ""),
    ("“While Moe” said it fell.", "While Moe", ""),
])  # fmt: skip
def test_off_conjunction(text: str, source: str, expected: str) -> None:
    """A conjunction before a clause is no part of its subject."""
    made = f"{expected}|it fell|0.125 0.5 0.9 0.9 0.9" if expected else ""
    assert {made} == made_of(off_conjunction, text, "said", source, "it fell")


@pytest.mark.parametrize(("text", "source", "expected"), [
    ("Dozens of old nurses said it fell.", "Dozens of", "Dozens of old nurses"),
    ("Dozens of nurses said it fell.", "Dozens", ""),
    ("Dozens of said it fell.", "Dozens of", ""),
])  # fmt: skip
def test_whole_count(text: str, source: str, expected: str) -> None:
    """Who is counted belongs to the source."""
    made = f"{expected}|it fell|0.125 0.5 0.9 0.9 0.9" if expected else ""
    assert {made} == made_of(whole_count, text, "said", source, "it fell")
