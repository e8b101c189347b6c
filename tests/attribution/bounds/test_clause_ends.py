"""A "that" clause begins at its "that", however far it stands from its cue, and ends where a clause can."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.clause_ends import (
    as_ordered,
    audience_end,
    completed,
    off_relative,
    that_after,
    within_relative,
)
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read, made_of, words_left

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
    ("He said on Monday that", "said", "that", ""),
    ("He said in a report carried by the agency that it fell.", "said", "that it fell.", ""),
    ("He said in a report carried on Monday that it fell.", "said", "", ""),
    ("He said in a report by the agency that it fell.", "said", "", ""),
    ("He said in a report carried, by the agency that it fell.", "said", "", ""),
    ("He said at a call of men that it fell.", "said", "that it fell.", ""),
    ("He said at a call for men that it fell.", "said", "", ""),
    ("He said after a call for men that it fell.", "said", "that it fell.", ""),
    ("He said after he told us that it fell.", "said", "", ""),
    ("He said on Monday – that it fell.", "said", "", ""),
    ("He said on Monday — that it fell.", "said", "", ""),
    ("He said on Monday: that it fell.", "said", "", ""),
    ("He said on Monday - that it fell.", "said", "", ""),
    ("He told men", "told", "", ""),
    ("He told men at", "told", "", "men"),
    ("He told men at noon", "told", "", "men"),
    ("He told men and women at a call that it fell.", "told", "", "men"),
    ("He told at a call that it fell.", "told", "that it fell.", ""),
    ("He said at a call that", "said", "", ""),
    ("He noted before talks that it fell.", "noted", "that it fell.", ""),
    ("He said on Monday. That it fell.", "said", "", ""),
    ("He told one at noon that it fell.", "told", "that it fell.", "one"),
    ("He asked men at noon that it fell.", "asked", "", ""),
    ("He believed on Monday that it fell.", "believed", "that it fell.", ""),
    ("He assumed on Monday that it fell.", "assumed", "", ""),
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
    ("Saying that it is hard, he left, according to the agency.", "according to", "Saying that it is hard, he left", "Saying that it is hard, he left"),
    ("Said that it is hard, he left, according to the agency.", "according to", "he left", "he left"),
    ("Saying that it is hard, he left, according to the agency of Lund.", "according to", "he left", "Saying that it is hard, he left"),
    ("According to the agency, saying that it is hard, he left.", "According to", "he left", "he left"),
    ("Saying that it is hard, according to the agency he left.", "according to", "he left", "he left"),
    ("He told Ann that they agree.", "told", "Ann that they agree", "that they agree"),
    ("He told Ann Bo Cy Dee Eve Fay Gus Hal that they agree.", "told", "Ann Bo Cy Dee Eve Fay Gus Hal that they agree", "that they agree"),
    ("He told Ann Bo Cy Dee Eve Fay Gus Hal Ida that they agree.", "told", "Ann Bo Cy Dee Eve Fay Gus Hal Ida that they agree", "Ann Bo Cy Dee Eve Fay Gus Hal Ida that they agree"),
    ("He told Ann that.", "told", "Ann that", "Ann that"),
    ("He told Ann “that they agree”.", "told", "Ann “that they agree”", "Ann “that they agree”"),
    ("He told “Ann that they agree”.", "told", "Ann that they agree", "Ann that they agree"),
    ("He told Ann and that they agree.", "told", "Ann and that they agree", "Ann and that they agree"),
    ("That they agree, he told Ann.", "told", "That they agree", "That they agree"),
    ("Ann that they agree, he told.", "told", "Ann that they agree", "Ann that they agree"),
    ("She mentioned that they must go.", "mentioned", "that they must", "that they must go"),
    ("She mentioned that they go to Lund.", "mentioned", "that they go to", "that they go to Lund"),
    ("She mentioned that they go and stay.", "mentioned", "that they go and", "that they go and stay"),
    ("She mentioned that they saw our road.", "mentioned", "that they saw our", "that they saw our road"),
    ("She mentioned that they saw NATO's road.", "mentioned", "that they saw NATO's", "that they saw NATO's road"),
    ("She mentioned that they left. It fell.", "mentioned", "that", "that they left"),
    ("That the road it is, she mentioned.", "mentioned", "That the road", "That the road"),
    ("She mentioned those in the hall.", "mentioned", "those in the", "those in the"),
    ("He said he had a call — their first — and agreed to it.", "said", "he had a call", "he had a call — their first — and agreed to it"),
    ("He said he had a call – their first – and agreed to it.", "said", "he had a call", "he had a call – their first – and agreed to it"),
    ("He said he had a call - their first - and agreed to it.", "said", "he had a call", "he had a call - their first - and agreed to it"),
    ("He said he had a call -- their first -- and agreed to it -- at once -- and left.", "said", "he had a call", "he had a call -- their first -- and agreed to it -- at once -- and left"),
    ("He said he had a call -- their first -- and agree to it.", "said", "he had a call", "he had a call"),
    ("He said he had a call -- their first -- then agreed to it.", "said", "he had a call", "he had a call"),
    ("He -- he said -- he had a call -- their first -- and agreed to it.", "said", "he had a call", "he had a call -- their first -- and agreed to it"),
    ("He said he had a call of two or more -- their first -- and agreed to it.", "said", "he had a call", "he had a call of two or more -- their first -- and agreed to it"),
    ("He said he had a call of two or more men -- their first -- and agreed to it.", "said", "he had a call", "he had a call"),
    ("He said he had a call “-- their first --” and agreed to it.", "said", "he had a call", "he had a call"),
    ("He said on Monday that it fell -- at once -- and rose there.", "said", "it fell", "that it fell -- at once -- and rose there"),
    ("He had a call -- their first -- and agreed to it, he said.", "said", "He had a call", "He had a call"),
    ("He said -- at once -- he had a call -- their first -- and agreed to it.", "said", "he had a call", "he had a call -- their first -- and agreed to it"),
    ("It fell, according to Lund. She mentioned that the road it is, according to Bo.", "mentioned", "that the", "that the road it is"),
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


def test_governed_pieces() -> None:
    """Only a content that begins behind the opening participle is led back to it."""
    read = Read("Saying that it is hard, he left, but it fell, according to the agency.")
    cue, pieces = read.span("according to"), (read.span("Saying that it is hard"), read.span("it fell"))

    assert pieces == completed(read.columns, pieces, cue)
    assert "Saying that it is hard, he left, but it fell" == read.words(completed(read.columns, pieces[1:], cue))


# text, cue, pieces as labelled, what they become
BEGUN = [
    ("A team from Lund came on Monday, the mayor said.", "said", ("Lund came on Monday",), "A team from Lund came on Monday"),
    ("A team from Lund came for the talks, the mayor said.", "said", ("Lund", "for the talks"), "A team from Lund came for the talks"),
    ("On Monday, Lund came, the mayor said.", "said", ("Lund came",), "Lund came"),
    ("When men from Lund came on Monday, the mayor said.", "said", ("Lund came on Monday",), "Lund came on Monday"),
    ("“A team” from Lund came on Monday, the mayor said.", "said", ("Lund came on Monday",), "Lund came on Monday"),
    ("A team: men from Lund came on Monday, the mayor said.", "said", ("Lund came on Monday",), "Lund came on Monday"),
    ("A team from Lund came on Monday and the mayor said.", "said", ("Lund came on Monday",), "Lund came on Monday"),
    ("It holds, according to Otto Berg, a builder.", "according to", ("It holds", "a builder"), "It holds"),
    ("It holds, according to Otto Berg, with a builder.", "according to", ("It holds", "with a builder"), "It holds / with a builder"),
    ("It holds, according to Otto Berg, “a builder”.", "according to", ("It holds", "“a builder”"), "It holds / “a builder”"),
    ("He works at a firm where, according to Otto Berg, he builds.", "according to", ("He works at a firm where", "he builds"), "He works at a firm where / he builds"),
    ("The wall, according to Otto Berg, a wall.", "according to", ("The wall", "a wall"), "The wall / a wall"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "pieces", "expected"), BEGUN)
def test_begun(text: str, cue: str, pieces: tuple[str, ...], expected: str) -> None:
    """What goes before a speaker begins with its sentence; what is told of who said it is no part of it."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)

        assert expected == read.words(completed(read.columns, tuple(map(read.span, pieces)), read.span(cue)))


@pytest.mark.parametrize(("text", "cue", "content", "expected"), WHOLE)
def test_completed(text: str, cue: str, content: str, expected: str) -> None:
    """A content is completed by its "that", its verb, what a possessive or an aside leaves open."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)

        assert expected == read.words(completed(read.columns, (read.span(content),), read.span(cue)))


# text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
RELATIVE_CLAUSES = [
    ("Lee, who said it was shut, was late.", "said", "who", "it was shut, was late", "who|it was shut|0.125 0.5 0.9 0.9 0.9"),
    ("Lee, who said it was shut, never was late.", "said", "who", "it was shut, never was late", "who|it was shut|0.125 0.5 0.9 0.9 0.9"),
    ("Lee, who said it was shut, and left, was late.", "said", "who", "it was shut, and left, was late", "who|it was shut, and left|0.125 0.5 0.9 0.9 0.9"),
    ("Lee, who has also said it was shut, was late.", "said", "who", "it was shut, was late", "who|it was shut|0.125 0.5 0.9 0.9 0.9"),
    ("Lee, who has also always said it was shut, was late.", "said", "who", "it was shut, was late", ""),
    ("Lee who said it was shut, was late.", "said", "who", "it was shut, was late", ""),
    ("Lee, who said it shut, was late.", "said", "who", "it shut, was late", "who|it shut|0.125 0.5 0.9 0.9 0.9"),
    ("Lee, who said it was shut, late.", "said", "who", "it was shut, late", ""),
    ("Lee, who said it was shut, never late.", "said", "who", "it was shut, never late", ""),
    ("Lee, who said “it was shut, was late”.", "said", "who", "“it was shut, was late”", ""),
    ("Lee, who said it was, is.", "said", "who", "it was, is", "who|it was|0.125 0.5 0.9 0.9 0.9"),
    ("Lee, who said in May, was late.", "said", "who", "in May, was late", ""),
    ("“Lee, who said it was shut, was late.”", "said", "who", "it was shut, was late", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "expected"), RELATIVE_CLAUSES)
def test_within_relative(text: str, cue: str, source: str, content: str, expected: str) -> None:
    """What is said in a relative clause ends with it, before the verb of the main clause."""
    assert {expected} == made_of(within_relative, text, cue, source, content)


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("He said it was shut, as ordered by the court in May.", "it was shut", "it was shut, as ordered by the court in May"),
        ("He said it was shut, as decreed by the court.", "it was shut,", "it was shut, as decreed by the court"),
        ("He said it was shut, as required by law.", "it was shut", "it was shut, as required by law"),
        ("He said it was shut, as reported by Skarv.", "it was shut", "it was shut"),
        ("He said it was shut, as ordered.", "it was shut", "it was shut"),
        ("It was shut, as ordered by the court, he said.", "It was shut", "It was shut"),
    ],
)  # fmt: skip
def test_as_ordered(text: str, content: str, expected: str) -> None:
    """By whose order something was done is part of what is said, who reported it is not."""
    read = Read(text)

    assert expected == read.words(as_ordered(read.columns, (read.span(content),), read.span("said")))


@pytest.mark.parametrize(("text", "content", "expected"), [
    ("According to Moe, who leads it, the taps ran dry.", "who leads it, the taps ran dry", "the taps ran dry"),
    ("According to Moe, who leads it, the taps.", "who leads it, the taps", "who leads it, the taps"),
    ("According to Moe, the taps, old ones, ran dry.", "the taps, old ones, ran dry", "the taps, old ones, ran dry"),
    ("According to those who lead it, all ran dry.", "who lead it, all ran dry", "who lead it, all ran dry"),
])  # fmt: skip
def test_off_relative(text: str, content: str, expected: str) -> None:
    """A relative clause right behind the source is about it."""
    assert {expected} == words_left(off_relative, text, "According to", content)
