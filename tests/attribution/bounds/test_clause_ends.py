"""A "that" clause begins at its "that", however far it stands from its cue, and ends where a clause can."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.clause_ends import audience_end, completed, that_after
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read

# the text, its cue, the clause that begins at the "that", "" for none; whom it was told
CLAUSES = [
    ("He said on Tuesday that it fell.", "said", "that it fell.", ""),
    ("He said Tuesday that it fell.", "said", "that it fell.", ""),
    ("He said that it fell.", "said", "", ""),
    ("He knew on Tuesday that it fell.", "knew", "", ""),
    ("He said on Tuesday it fell.", "said", "", ""),
    ("He said after he held two calls that it fell.", "said", "that it fell.", ""),
    ("He said on Monday he held two calls that it fell.", "said", "", ""),
    ("He said on Monday of all days that it fell.", "said", "that it fell.", ""),
    ("He said on Monday; that it fell.", "said", "", ""),
    ("He said on Monday “now” that it fell.", "said", "", ""),
    ("He “said on Monday that it fell.”", "said", "that it fell.”", ""),
    ("He told men at a call that it fell.", "told", "that it fell.", "men"),
    ("He told men at a call that officials began.", "told", "that officials began.", "men"),
    ("He told men at a call that began.", "told", "", "men"),
    ("He told men like a call that it fell.", "told", "", "men"),
    (f"He said on Monday {'very ' * 18}well that it fell.", "said", "that it fell.", ""),
    (f"He said on Monday {'very ' * 22}well that it fell.", "said", "", ""),
    ("He said", "said", "", ""),
    ("He told the very old men of Lund at a call that it fell.", "told", "", "the"),
    ("He told “men” at a call that it fell.", "told", "", ""),
    ("He told one two three four five six seven eight nine at noon that it fell.", "told", "that it fell.", "one two three four five six seven eight nine"),
    ("He told one two three four five six seven eight nine ten at noon that it fell.", "told", "", "one two three four five six seven eight nine"),
]  # fmt: skip

# the text, its cue, content as labelled and as it is
WHOLE = [
    ("He said after talks that it fell and rose.", "said", "it fell", "that it fell"),
    ("He said after talks that it fell.", "said", "talks", "that it fell"),
    ("He said on Monday that it fell.", "said", "on Monday", "that it fell"),
    ("He said on Monday that it fell, and ice grew.", "said", "on Monday that it fell", "that it fell"),
    ("He told the President that they agree.", "told", "the President that they agree", "the President that they agree"),
    ("He told President Putin that they agree.", "told", "President Putin that they agree", "that they agree"),
    ("He spoke to the president that they agree.", "spoke to", "the president that they agree", "that they agree"),
    ("He told the old man that they agree.", "told", "the old man that they agree", "the old man that they agree"),
    ("He told them that they agree.", "told", "them that they agree", "them that they agree"),
    ("She mentioned that during the visit, they left.", "mentioned", "that during the visit", "that during the visit, they left"),
    ("She mentioned that they left, and ate.", "mentioned", "that they left", "that they left"),
    ("She mentioned this is NATO's road.", "mentioned", "this is NATO", "this is NATO's road"),
    ("She mentioned that it is the road.", "mentioned", "that it is the", "that it is the road"),
    ("She mentioned in the hall it fell.", "mentioned", "in the", "in the"),
    ("She mentioned that the road it is.", "mentioned", "that the", "that the road it is"),
    ("She mentioned it is the road.", "mentioned", "it is the", "it is the"),
    ("She mentioned that “during the visit” they left.", "mentioned", "that “during the visit”", "that “during the visit”"),
    ("He had, he said, a long call -- their first -- and agreed.", "said", "a long call", "a long call"),
    ("He said he had a call -- their first -- and agreed to it.", "said", "he had a call", "he had a call -- their first -- and agreed to it"),
    ("He said he had a call -- their first -- but agreed to it.", "said", "he had a call", "he had a call -- their first -- but agreed to it"),
    ("He said he had a call -- their first.", "said", "he had a call", "he had a call"),
    ("He said the call -- their first -- and agreed to it.", "said", "the call", "the call"),
    ("He said he had a call -- their first -- and agreed.", "said", "he had a call", "he had a call -- their first -- and agreed"),
    ("He said he had a call of four or five hours -- their first -- and agreed to it.", "said", "he had a call", "he had a call"),
    ("He said he had a call of two -- their first -- and agreed to it.", "said", "he had a call", "he had a call of two -- their first -- and agreed to it"),
    ("Saying that it is hard, he called for it, according to the agency.", "according to", "he called for it", "Saying that it is hard, he called for it"),
    ("Then saying that it is hard, he called for it, according to the agency.", "according to", "he called for it", "he called for it"),
    ("Seeing that it is hard, he called for it, according to the agency.", "according to", "he called for it", "he called for it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "clause", "audience"), CLAUSES)
def test_that_after(text: str, cue: str, clause: str, audience: str) -> None:
    """An adjunct or an audience may part a cue from its "that", no other clause or phrase."""
    for passage in (text, f"{BEFORE}{text}"):
        read = Read(passage)
        start, end = read.span(cue)
        that, told = that_after(read.columns, (start, end)), audience_end(read.columns, (start, end))

        assert clause == (passage[read.tokens.starts[that] :] if that >= 0 else "")
        assert audience == (read.words(((end, told),)) if told >= 0 else "")
        assert that >= -1 and told >= -1


@pytest.mark.parametrize(("text", "cue", "content", "expected"), WHOLE)
def test_completed(text: str, cue: str, content: str, expected: str) -> None:
    """A content is completed by its "that", its verb, what a possessive or an aside leaves open."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)

        assert expected == read.words(completed(read.columns, (read.span(content),), read.span(cue)))
