"""What the frame of a statement says of its occasion."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.statement_frames import entries_of
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

MANNERS = [
    ("{Holt} <said> [it rained].", ()),
    ("{Holt} <says> [it rained].", ("says",)),
    ("{Holt} <has said> [it rained].", ("has said",)),
    ("{Holt} has repeatedly <said> [it rained].", ("has said",)),
    ("{They} have <warned> [of rain].", ("has said",)),
    ("{Holt} had <said> [it rained].", ("had said",)),
    ("{They} <have said> [it rained].", ("has said",)),
    ("{Holt} <had said> [it rained].", ("had said",)),
    ("{Holt} <said> in an interview [it rained].", ("new occasion",)),
    ("In a long written statement, {Holt} <said> [it rained].", ("new occasion",)),
    ("{Holt} <said> in the interview [it rained].", ("known occasion",)),
    ("{Holt} <told> lawmakers that [it rained].", ("known occasion",)),
    ("{Holt} <told> the town's council that [it rained].", ("known occasion",)),
    ("After the vote {Holt} <said> [it rained].", ("known occasion",)),
    ("At Monday's hearing {Holt} <said> [it rained].", ("known occasion",)),
    ("{Holt} <told> Reuters that [it rained].", ("told a medium",)),
    ("{Holt} <told> the council that [it rained].", ("known occasion",)),
    ("{Holt} <told> friends that [it rained].", ()),
    ("{Holt} <said> in a short filmed Interview [it rained].", ("new occasion",)),  # two words between
    ("{Holt} <said> in a very short filmed interview [it rained].", ()),  # three
    ("{Holt} <said> in an op-ed [it rained].", ("new occasion",)),
    ("{Holt} <said> in an interviewer's car [it rained].", ()),
    ("{Holt} <said> at the long town hall [it rained].", ("known occasion",)),
    ("{Holt} <said> at the long town halls [it rained].", ()),
    ("{Holt} <told> senators' aides that [it rained].", ("known occasion",)),
    ("{Holt} <told> old senators that [it rained].", ()),
    ("{Holt} also <said> [it rained].", ("going on",)),
    ("{Holt} <said> in a town [it rained].", ()),
    ("{experts} <said> [it rained].", ("unnamed source",)),
    ("{18% of those asked} <said> [it rained].", ("respondents",)),
    ("{Seven in 10 voters} <said> [it rained].", ("respondents",)),
    ("{Seven in the boat} <said> [it rained].", ()),
]


@pytest.mark.parametrize(("sentence", "manner"), MANNERS)
def test_the_manner_of_a_statement(marked: Marked, sentence: str, manner: tuple[str, ...]) -> None:
    """The tense of the cue, a new occasion, and sources without a name are told from the frame."""
    text, article, attributions = marked(sentence, published="2025-05-20")
    assert manner == entries_of(ArticleText.plain(article, text), attributions)[0].manner


def test_entries_come_in_text_order(marked: Marked) -> None:
    """Statements are numbered in text order, and know their place among those given; pronouns keep the speaker."""
    text, article, attributions = marked("{Holt} <said> [a]. {He}2 <added>2 [b]2. {Berg}3 <said>3 [c]3.")
    entries = entries_of(ArticleText.plain(article, text), attributions[::-1])
    assert [(2, 0), (1, 1), (0, 2)] == [(entry.place, entry.number) for entry in entries]
    assert [{"holt"}, {"holt"}, {"berg"}] == [set(entry.keys) for entry in entries]


def test_what_was_said_holds_its_own_offsets(marked: Marked) -> None:
    """An offset within the content is in what was said, one before or behind it isn't."""
    text, article, attributions = marked("{Holt} <said> [it rained].")
    [entry] = entries_of(ArticleText.plain(article, text), attributions)
    start = text.index("it rained")
    assert [False, True, True, False] == [entry.contains(start + at) for at in (-1, 0, 8, 9)]
