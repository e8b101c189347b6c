"""A day before both source and cue leads a statement in, or is that of another event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.attachment import attached
from statements_cli.dates.leading_days import speech_follows
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

ROWS = [
    # an event, and who spoke then
    ("The dispute began last week, when {she} <said> [it works].", "last week"),
    ("The dispute began on Monday, when {she} <said> [it works].", "Monday"),
    # before an event: in the same month or year, but not on the same day
    ("He was freed last month, after {the court} <ruled> [it works].", "last month"),
    ("The war began in May 2013 after {the president} <said> [it works].", "May 2013"),
    ("The war began in May 2013 as {the president} <said> [it works].", "May 2013"),
    # but what is said now of an event
    ("She turned two last month when {police} <say> [it works].", None),
    ("She turned two last month when {police} <has said> [it works].", None),
    ("She turned two last month when {police} <pass on> that [it works].", "last month"),
    # those who hear what is said, and an event before which it was said
    ("Testifying before the court on Monday, {Berg} <said> [it works].", "Monday"),
    ("In testimony before the Senate committee on Monday, {Berg} <said> [it works].", "Monday"),
    ("In separate proceedings before the World Court last year, {Oslo} <said> [it works].", "last year"),
    ("In a park before the big vote on Monday, {Berg} <said> [it works].", None),
    ("He fell before the court on Monday, and {Berg} <said> [it works].", None),
    # the time of day after which something was said
    ("Shortly before midnight on Monday, {Berg} <said> [it works].", "Monday"),
    ("Just after 9:30 p.m. on Monday, {Berg} <said> [it works].", "Monday"),
    ("Just after noon on Monday {Berg} <said> [it works].", "Monday"),
    ("Just after nightfall on Monday the old {Berg} <said> [it works].", None),
    # shortly before or after an event is on its day, days after it is not
    ("Minutes before the vote on Monday, {Berg} <said> [it works].", "Monday"),
    ("Hours after the vote on Monday, {Berg} <said> [it works].", "Monday"),
    ("Hours after the vote that began on Monday, {Berg} <said> [it works].", None),
    ("Hours after the vote on Monday ended, {Berg} <said> [it works].", None),
    ("Days after the vote on Monday, {Berg} <said> [it works].", None),
    # an occasion that belongs to a day opens the sentence, up to the comma before who speaks
    ("During last year's election campaign, {Berg} <said> [it works].", "last year"),
    ("At Monday's debate, {Berg} <said> [it works].", "Monday"),
    ("At Monday's long and very wet debate, {Berg} <said> [it works].", None),
    ("At Monday's storm, {Berg} <said> [it works].", None),
    ("Before Monday's debate, {Berg} <said> [it works].", None),
    ("At Monday's debate, the old rival of {Berg} <said> [it works].", None),
    ("He fell at Monday's debate, {Berg} <said> [it works].", None),
    # nothing but a preposition between a comma and a day right before who speaks
    ("In matters lying, in 2014 {Berg} went on air and <said> [it works].", "in 2014"),
    ("As for the dam, on Monday {Berg} <said> [it works].", "Monday"),
    ("As for the dam, built on Monday {Berg} <said> [it works].", None),
    ("As for the dam, on Monday old {Berg} <said> [it works].", None),
    # the occasion goes on behind the day, up to a comma
    ("In remarks before a hearing Monday of the House panel, {Berg} <said> [it works].", "Monday"),
    ("In the park Monday of the House panel {Berg} <said> [it works].", None),
    ("He was freed on Monday, after {the court} <ruled> [it works].", None),
    ("The war began on May 4, 2013 after {the president} <said> [it works].", None),
    ("The war began in May 2013 although {the president} <said> [it works].", None),
    # what was spoken in, and what that said
    ("They pointed to a statement last week {that} <said> [it works].", "last week"),
    ("They pointed to a storm last week {that} <said> [it works].", None),
    # who is asked answers
    ("Asked by the Gazette on Sunday whether he would, {Berg} <said> [it works].", "Sunday"),
    ("Asked by the Gazette on Sunday about it, {Berg} <said> [it works].", "Sunday"),
    ("Asked by the Gazette after lunch on Sunday whether he would, {Berg} <said> [it works].", "Sunday"),
    ("Asked by the Gazette after lunch on Sunday to go, {Berg} <said> [it works].", None),
    ("When asked on Sunday about it, {Berg} <said> [it works].", "Sunday"),
    ("When seen on Sunday about it, {Berg} <said> [it works].", None),
    ("When asked about the call on Sunday, {Berg} <said> [it works].", None),
    ("Seen by the Gazette on Sunday whether he would, {Berg} <said> [it works].", None),
    # a capital letter begins a sentence before which no stop stands, but not that of a month or weekday
    ("See our videos The next day, speaking by phone, {Berg} <said> [it works].", "The next day"),
    ("See our videos Earlier this month, editors in the capital and {Berg} <said> [it works].", "Earlier this month"),
    ("See our videos Earlier this month editors and {Berg} <said> [it works].", None),
    ("See our videos earlier this month, editors in the capital and {Berg} <said> [it works].", None),
    ("They saw her Monday, editors in the capital and {Berg} <said> [it works].", None),
    # a season and its year
    ("In the autumn of 2015 {the bank} <said> [it works].", "of 2015"),
    ("In the board of 2015 {the bank} <said> [it works].", None),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_leading_day(text: str, expected: str | None, marked: Marked) -> None:
    """It dates the saying where nothing but bridging words, or words of speaking, stand beside it."""
    plain, article, attributions = marked(text)
    (frame, *_) = Framer(ArticleText.plain(article, plain)).frames(attributions)
    found = attached(frame)
    assert expected == (frame.words[slice(*found.span)] if found else None)


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        ("Monday's long, dull speech", 3, True),
        ("Monday's long, dull, wet speech", 3, False),
        ("Monday's rain", 3, False),
    ],
)
def test_speech_follows(words: str, near: int, expected: bool) -> None:
    """A word of speaking stands among the next words, of which there are as many as asked for."""
    assert expected == speech_follows(words, len("Monday"), near)
