"""The subject just before a pronoun, and which subjects are people or a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.subjects import are_people, is_body, subject_before
from statements_cli.speakers.mentions.source_mention import read_mention
from statements_cli.speakers.names.capitalised_runs import MentionScan

# the text up to the pronoun; whether only its own sentence counts; the subject
SUBJECTS = [
    ("Researchers at the institute looked. ", False, "Researchers at the institute"),
    ("Researchers at the institute looked. ", True, ""),
    ("Researchers looked.\n", False, ""),  # another paragraph
    ("Researchers looked. It rained. ", False, ""),  # a pronoun is none
    ("Researchers looked when ", True, "Researchers"),
    ("Researchers looked when ", False, "Researchers"),
    ("Researchers looked. “No,” ", False, "Researchers"),
    ("Fish. ", False, ""),  # no verb
    ("On Monday, hundreds of students marched through Oslo. ", False, "hundreds of students"),  # tagged a participle
    ("", False, ""),
    # without appositions, adverbs and what leads to the subject
    ("Norway last gave figures when ", True, "Norway"),
    ("And also Norway gave figures when ", True, "Norway"),
    ("In May, Norway gave figures when ", True, "Norway"),
    ("Norway, the land of fish, gave figures when ", True, "Norway"),
    ("In May Norway gave figures when ", True, ""),
    ("Seeing Norway gave figures when ", True, ""),
    # a verb within thirty tokens
    (f"The researchers {'at the sea ' * 9}looked. ", False, f"The researchers{' at the sea' * 9}"),
    (f"The old researchers {'at the sea ' * 9}looked. ", False, ""),
]

# a mention; whether it is several people, whether it is one body
KINDS = [
    ("Researchers at the institute", True, False),
    ("Ann Lee and Bo Berg", True, False),
    ("people", True, False),
    ("critics", True, False),
    ("hundreds of students", True, False),
    ("a crowd of sailors", True, False),
    ("hundreds of tons", False, False),
    ("their critics", False, False),
    ("its critics", False, False),
    ("his critics", False, False),
    ("her critics", False, False),
    ("the reports", False, False),
    ("a man", False, False),
    ("the council", False, True),
    ("Norway", False, True),
    ("BBC", False, True),
    ("the White House", False, True),
    ("The Harbour Office", False, True),
    ("Moscow", False, False),
    ("Norwegian", False, False),
    ("Ann Lee", False, False),
    ("Rex", False, False),
    ("»", False, False),  # «talks N»they went
]


@pytest.mark.parametrize(("before", "own", "expected"), SUBJECTS)
def test_subject_before(scan_of: Callable[[str], MentionScan], before: str, own: bool, expected: str) -> None:
    """The subject is what stands before the first finite verb."""
    opens = before[-2:] in (". ", ".\n", "” ", "")
    text = f"{before}{'They' if opens else 'they'} came."
    span = subject_before(len(before), scan_of(text), own_sentence=own)

    assert expected == (text[slice(*span)] if span is not None else "")


@pytest.mark.parametrize(("words", "people", "body"), KINDS)
def test_people_or_body(words: str, people: bool, body: bool) -> None:
    """Several people are "they", one body is "it"."""
    mention = read_mention(words)

    assert (people, body) == (are_people(mention), is_body(mention))
