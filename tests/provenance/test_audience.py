"""To whom something was said is told with the saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution
from statements_cli.provenance.audience import audience_of, told_subject
from statements_cli.provenance.chain import chain
from statements_cli.provenance.frame import Frame

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

AUDIENCES = [
    ("{She} <said> [it works].", None),
    ("{She} <told> the Global Times that [it works].", "Global Times"),
    ("{She} <told> reporters [it works].", "reporters"),
    ("{She} <told> us [it works].", None),
    ("{She} <spoke> to lawmakers, <saying> [it works].", "lawmakers"),
]

# read by the Lund Post, which "us" is
HEARD = [
    ("{She} <told> reporters [it works].", "reporters"),
    ("{She} <informs> the House [it works].", "House"),
    ("{She} <assured> Reuters that [it works].", "Reuters"),
    ("{She} <reminded> us that [it works].", "The Lund Post"),
    ("{She} <told> me [it works].", "The Lund Post"),
    ("{She} <told> them [it works].", None),
    ("{She} <told> the Guardian [it works].", "The Guardian"),
    ("{She} <told> Tass [it works].", "TASS"),
    ("{She} <said> in an interview with Fox on Monday [it works].", "Fox"),
    ("{She} <said> in interviews with the Fox Hour [it works].", "Fox Hour"),
    ("{She} <said> in a conversation with Moe, [it works].", "Moe"),
    ("{She} <said> on a call with Moe [it works].", "Moe"),
    ("{She} <said> in an email to Moe [it works].", "Moe"),
    ("{She} <said> in a letter to Moe and Berg, [it works].", "Moe and Berg"),
    ("{She} <said> in remarks to the Senate. [it works].", "Senate"),
    ("{She} <said>, speaking to the Senate, [it works].", "Senate"),
    ("Speaking with staff, {she} <said> [it works].", "staff"),
    ("{She} <said>, talking to staff, [it works].", "staff"),
    ("{She} spoke to staff and <said> [it works].", None),
    ("{She} <said> he told Moe [it works].", None),
    ("{The man who told Moe} <said> [it works].", None),
    ("{She} <told> in Moe [it works].", None),
    ("{She} <told> one two three four five six seven eight men [it works].", None),
    ("{She} <told> Moe’s staff last week [it works].", "Moe’s staff"),
    ("{She} <told> the U.S. Senate on Friday [it works].", "U.S. Senate"),
    ("{She} <told> Mr. J. Moe on Friday [it works].", "Mr. J. Moe"),
    ("{She} <told> the EU. [It works].", "EU"),
    ("{She} <told> Moe he can go [it works].", "Moe"),
    ("{She} <told> Moe and added [it works].", "Moe"),
    ("{She} <told> the Lund Post [it works].", "The Lund Post"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AUDIENCES)
def test_audience(text: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """The audience is whom the cue was directed at."""
    assert expected == audience_of(framed(text))


@pytest.mark.parametrize(("text", "expected"), HEARD)
def test_who_heard_it(text: str, expected: str | None, framed: Callable[[str], Frame]) -> None:
    """The audience ends where another phrase begins, and is the outlet's own where it is "us"."""
    assert expected == audience_of(framed(text), "The Lund Post")


# who is told something in the passive, by nobody named
TOLD = [
    ("{The court} <was told> [it was over].", "The court"),
    ("[It was over], {the court} <was told>.", "the court"),
    ("{Residents} <were told> that [it was over].", "Residents"),
    ("{Residents} <were informed> that [it was over].", "Residents"),
    ("{Newsbeat} <has also been told> that [it was over].", "Newsbeat"),
    ("{Lund} <Crown Court has been told> that [it was over].", "Lund Crown Court"),
    ("{The court}, which sat late, <was told> [it was over].", None),
    ("{The court} <was told> by Moe that [it was over].", None),
    ("{The court} <told> staff [it was over].", None),
    ("{The court} <was asked> if [it was over].", None),
    ("<It was told> that [it was over].", None),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_is_told(text: str, expected: str | None, marked: Marked) -> None:
    """The subject of a passive verb of telling heard it, unless the sentence says by whom."""
    plain, _, attributions = marked(text)

    assert expected == told_subject(plain, attributions[0])


def test_who_is_told_says_nothing(marked: Marked) -> None:
    """Who is told something is the audience, and nobody is the source."""
    plain, article, attributions = marked("{The House} <was told> [it was over].")
    ((found, links),) = chain(ArticleText.plain(article, plain), attributions)

    assert ((), "House") == (found.source, links.audience)
    assert ["subject is told"] == [clue.kind for clue in found.evidence]
