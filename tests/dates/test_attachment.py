"""Of the expressions of time around a statement, the one that dates the saying itself, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.attachment import attached
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import EMPTY, Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

NINE = "one two three four five six seven eight nine"

ROWS = [
    # the day of an event right before, and of one some time before
    ("“[A great day],” {Berg} <tweeted> soon after the council ended its hearings on Monday.", "Monday"),
    ("“[A great day],” {Berg} <tweeted> after the council ended its hearings on Monday.", None),
    # in the cue, or right behind it
    ("{She} <said on Monday> [it works].", "Monday"),
    ("{She} <said> on Monday [it works].", "Monday"),
    # the nearest of two, and the earlier one of two as near
    ("{She} <said> on Monday after a visit on Friday [it works].", "Monday"),
    ("On Friday, {she} <said on Monday> [it works].", "Monday"),
    ("{On Friday Bailey} <said on Monday> [it works].", "Monday"),
    # a cue without a source has a day, too
    ("It was <announced> on Monday that [it works].", "Monday"),
    # behind the last of cue and source, up to 14 words away
    (f"{{She}} <said> at {NINE} ten eleven twelve on Monday [it works].", "Monday"),
    (f"{{She}} <said> at {NINE} ten eleven twelve thirteen on Monday [it works].", None),
    # between source and cue, up to 12 words away
    (f"{{The bank}} in {NINE} ten on Monday <said> [it works].", "Monday"),
    (f"{{The bank}} in {NINE} ten eleven on Monday <said> [it works].", None),
    # not where a clause of its own begins before it
    ("{She} <said> because he left on Monday [it works].", None),
    ("{The man} who fled on Monday <said> [it works].", None),
    # the relative pronoun is the source itself, with the day behind it, or that of a clause about it
    ("The chairman, {who in 2010} <said> [it works], left.", "in 2010"),
    ("The chairman, {who on Monday} <said> [it works], left.", "Monday"),
    ("{The man who fled on Monday} <said> [it works].", None),
    ("{who fled on Monday} <said> [it works].", None),
    # right before a participle of speaking, whatever stands before it
    ("{The union}, formed in May, which sent a letter this month <saying> [it works].", "this month"),
    ("{The union}, which sent a letter this month and <said> [it works].", None),
    # or before a comma and a participle, unless the comma closes what one before it opened
    ("{The union} sued the bank on Monday, <saying> [it works].", "Monday"),
    ("{The union} was franker on Monday, <just admitting> [it works].", "Monday"),
    ("{The union}, founded on Monday, <saying> [it works].", None),
    ("{The union} that sued the bank on Monday, <saying> [it works].", None),
    ("[It works], {the union} which sued the bank on Monday, <according to> them.", None),
    # right before the cue behind a comma, with no more than a preposition
    ("{The bank}, Oslo's lender to the poor, in May <put> [it at two].", "May"),
    ("{The bank}, Oslo's lender to the poor, founded in May <put> [it at two].", None),
    ("{The bank}, Oslo's lender to the poor in May, <put> [it at two].", None),
    # an apposition behind the source is about the source, unless it is about speaking
    ("{The bank}, founded on Monday, <said> [it works].", None),
    ("{The bank}, speaking on Monday, <said> [it works].", "Monday"),
    ("{The bank}, in a statement on Monday, <said> [it works].", "Monday"),
    # behind the content: at the end of the sentence, with two words at most before it
    ("{She} <said> [it works] on Monday.", "Monday"),
    ("{She} <said> [it works] late on Monday.", "Monday"),
    ("{She} <said> that [it works] late on Monday.", "Monday"),
    ("{She} <said> [it works] in court on Monday.", None),
    # in the source: its first or last words, or what it was issued on
    ("{The court last week} <ruled> [it works].", "last week"),
    ("{The court of last week's storm} <ruled> [it works].", None),
    ("{On Monday Bailey} <said> [it works].", "Monday"),
    # in a source behind its cue: the last words, behind a name or a short description
    ("[It works], <according to> {the Fed on Monday}.", "Monday"),
    ("[It works], <said> {Bailey last month}.", "last month"),
    ("[It works], <said> {the company last week}.", "last week"),
    ("[It works], <said> {the men jailed last week}.", None),
    ("[It works], <said> {the head of the firm last week}.", None),
    ("[It works], <said> {men who met Bailey last week}.", None),
    # before both: at the head, or with a word of speaking
    ("On Monday, {she} <said> [it works].", "Monday"),
    ("But on Monday {she} <said> [it works].", "Monday"),
    ("In an interview on Monday, {she} <said> [it works].", "Monday"),
    ("In an interview on Monday {she} <said> [it works].", "Monday"),
    ("In a storm on Monday {she} <said> [it works].", None),
    ("The firm lost its way in a Monday meeting on pay when {she} <said> [it works].", "Monday"),
    ("The firm lost its way in a Monday call on pay when {she} <said> [it works].", "Monday"),
    ("The firm lost its way in a Monday storm of rain when {she} <said> [it works].", None),
    ("After the storm on Monday, {she} <said> [it works].", None),
    ("The dispute came to light on Monday, when {she} <said> [it works].", "Monday"),
    ("The dispute came to light on Monday, where {she} <said> [it works].", None),
    ("During a visit to Kyiv on Monday, {she} <said> [it works].", "Monday"),
    ("During a visit to Kyiv on Monday {she} <said> [it works].", None),
    ("In Kyiv, the capital, hit on Monday, {she} <said> [it works].", None),
    ("At a rally in Kyiv on Monday, {she} <said> [it works].", "Monday"),
    ("In a rally in Kyiv on Monday, {she} <said> [it works].", "Monday"),
    ("On a tour of Kyiv on Monday, {she} <said> [it works].", "Monday"),
    ("Speaking to men in Kyiv on Monday, {she} <said> [it works].", "Monday"),
    ("Addressing men in Kyiv on Monday, {she} <said> [it works].", "Monday"),
    ("Despite a rally in Kyiv on Monday, {she} <said> [it works].", None),
    # between commas right before who speaks
    ("Shortly after the storm, in June 2023, {she} <said> [it works].", "June 2023"),
    ("Shortly after the storm, late on Monday, {she} <said> [it works].", "Monday"),
    ("Shortly after the storm, his third on Monday, {she} <said> [it works].", None),
    ("Shortly after the storm, on Monday, when it rained, {she} <said> [it works].", None),
    ("It rained on Sunday, and {she} <said> [it works].", None),
    ("It rained, and on Sunday {she} <said> [it works].", "Sunday"),
    ("It rained, but on Sunday {she} <said> [it works].", "Sunday"),
    ("It rained, while on Sunday {she} <said> [it works].", "Sunday"),
    ("It rained that on Sunday {she} <said> [it works].", "Sunday"),
    ("It rained, so on Sunday {she} <said> [it works].", None),
    # the nearest to who speaks of two that lead in
    ("In June the house met, and in August {it} <said> [it works].", "August"),
    ("{Bo}2 <said>2 that [it rained]2.- On Monday {she} <said> [it works].", "Monday"),
    # the beginning of a sentence before which no stop stands
    ("A new start Earlier Monday, {she} <said> [it works].", "Monday"),
    ("A new start earlier Monday, {she} <said> [it works].", None),
    ("A new start Last May, {she} <said> [it works].", "Last May"),
    ("A new start Monday, {she} <said> [it works].", None),
    ("A new start On Monday, after the storm, {she} <said> [it works].", None),
    # an occasion of that day, which opens the sentence
    ("At his 20 January inauguration, {she} <said> [it works].", "20 January"),
    ("At his 20 January party, {she} <said> [it works].", None),
    ("After his 20 January inauguration, {she} <said> [it works].", None),
    ("At his 20 January long open inauguration, {she} <said> [it works].", None),
    # a participle goes on with what was said on that day
    ("{Ann} described [it] in a post on Monday, <adding> [it works].", "Monday"),
    ("{Ann} described [it] late on Monday, <adding> [it works].", "Monday"),
    ("{Ann} described [it] in a storm on Monday, <adding> [it works].", None),
    ("{Ann} described [it] after a post on Monday, <adding> [it works].", None),
    ("{Ann} described [it] in a post on Monday and <added> [it works].", None),
    # what counts from the event behind it, and from what was told before
    ("A day before the vote {she} <said> [it works].", None),
    ("A day after the vote {she} <said> [it works].", None),
    ("{She} <said> a day before [it works].", "a day before"),
    ("{She} <said> a day after [it works].", "a day after"),
    # what belongs to a day is speech, or dates nothing
    ("{She} <said> in Monday's speech [it works].", "Monday"),
    ("{She} <said> in Monday's storm [it works].", None),
    # what lasts until a day, or since
    ("{Anna Berg, head of the bank until last year}, <said> [it works].", None),
    ("[It works], <said> {Anna Berg}, a mother of two and in office since 2003.", None),
    ("[It works], <said> {Anna Berg}, a mother of two and in office in 2003.", "in 2003"),
    # the year of an occasion yields to its day
    ("{She} <said> at the 2016 annual meeting in Oslo on May 14 that [it works].", "May 14"),
    ("{She} <said> at the 2016 annual meeting in Oslo that [it works].", "2016"),
    # the relative clause with which a source ends, and a cue right behind the day
    ("{Anna Berg, who led talks} last month in Oslo, <told> Reuters earlier on Monday [it works].", "Monday"),
    ("{The office that runs the dam} last month <told> Reuters [it works].", "last month"),
    # a phrase of speaking between commas right before the cue, and another one
    ("{Oslo} sent nobody, but, in a submission to the court on Feb. 28, <rejected> [the claims].", "Feb. 28"),
    ("{Oslo} sent nobody, but, in a statement on Feb. 28, <rejected> [the claims].", "Feb. 28"),
    ("{Oslo} sent nobody, but, in a storm on Feb. 28, <rejected> [the claims].", None),
    ("{Oslo} sent nobody, but, in a statement on Feb. 28, openly <rejected> [the claims].", None),
    # the day before a document or an occasion of speaking within the source
    ("[It works], <said> {Anna Berg of the bank in a Monday analysis of the market}.", "Monday"),
    ("[It works], <said> {Anna Berg of the bank in a Monday suit}.", None),
    # a count that ends right before what was said, and one of what stands behind it
    ("{She} had <warned> the day before that [it works].", "the day before"),
    ("{She} had <warned> the day before that vote [it works].", None),
    # a source that was issued on the day behind it
    ("[It works], <according to> {a joint statement from the mayor's office on May 12}.", "May 12"),
    ("[It works], <according to> {a statement from the mayor's office at the weekend}.", "at the weekend"),
    ("[It works], <according to> {a letter to the mayor's office in the middle of last month}.", "last month"),
    ("[It works], <according to> {the joint statement from the mayor's office on May 12}.", None),
    ("[It works], <according to> {a brave woman from the mayor's office on May 12}.", None),
    ("[It works], <according to> {a statement from the mayor's office after a fire on May 12}.", None),
    ("[It works], <according to> {a statement from the mayor's office on May 12 and others}.", None),
    # the time of day after which something was said
    ("{She} <told> the Gazette shortly before midnight on Monday that [it works].", "Monday"),
    ("{She} <told> the Gazette just after 9 p.m. on Monday that [it works].", "Monday"),
    ("{She} <told> the Gazette just after 9 votes on Monday that [it works].", None),
    # nothing to attach a day to
    ("On Monday [it works].", None),
]


def words_attached(marked: Marked, text: str, document: bool = False) -> str | None:
    """Return the words of the expression that dates the first statement of a marked text."""
    plain, article, attributions = marked(text)
    (frame, *_) = Framer(ArticleText.plain(article, plain)).frames(attributions)
    found = attached(frame, document)
    return frame.words[slice(*found.span)] if found else None


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_attached(text: str, expected: str | None, marked: Marked) -> None:
    """A day in the cue, beside it or at the head of the sentence dates the saying; that of another event doesn't."""
    assert expected == words_attached(marked, text)


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [
        ("[It works], <according to> {data released on Monday by the bank}.", True, "Monday"),
        ("[It works], <according to> {data released Monday by the bank}.", True, "Monday"),
        ("[It works], <according to> {data released Monday by the bank}.", False, None),
        ("[It works], <according to> {data published Monday by the bank}.", False, "Monday"),
        ("[It works], <according to> {data published on Monday by the bank}.", False, "Monday"),
        ("[It works], <according to> {men jailed on Monday by the bank}.", False, None),
        ("[It works], <according to> {data lost Monday by the bank}.", True, None),
        ("[It works], <according to> {a poll out Monday}.", True, "Monday"),
        ("[It works], <according to> {men out Monday to fish}.", False, None),
        ("[It works], <according to> {a Gazette poll out Monday}.", False, "Monday"),
        ("[It works], <according to> {data released late Monday by the bank}.", True, "Monday"),
        ("[It works], <according to> {data lost late Monday by the bank}.", True, None),
        ("{Monday's article} <said> [it works].", True, "Monday"),
        ("{Monday's winner} <said> [it works].", False, None),
        ("{A review}, published in a journal in 2023, <found> [it works].", True, "in 2023"),
        ("{A review}, published in a journal in 2023, <found> [it works].", False, None),
        ("{A review}, founded in a hall in 2023, <found> [it works].", True, None),
        ("[It works], <according to> {data for the state in May by the bank}.", True, "May"),
        ("[It works], <according to> {data for the state of May by the bank}.", True, None),
    ],
)
def test_documents_are_dated_themselves(text: str, document: bool, expected: str | None, marked: Marked) -> None:
    """The day on which a document was issued, named within the source, is the day of what it says."""
    assert expected == words_attached(marked, text, document)


def test_no_frame() -> None:
    """Without cue and source there is nothing that a day could belong to."""
    assert None is attached(EMPTY)
