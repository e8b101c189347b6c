"""Audience and occasion hold for what a speaker says on; a quoting medium is the one that was told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Chain, Clue, Resolution, SaidOn
from statements_cli.provenance.chain import chain
from statements_cli.provenance.conversations import in_conversations

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

GOING_ON = [
    # the story; audience and channel of each statement. Who is named is who speaks, "He" is Moe.
    ("{Moe} <told> Reuters [it rained].\n{He}2 <said>2 [it snowed]2.", "Reuters -; Reuters -"),
    ("{Moe} <told> reporters [it rained].\n{He}2 <said>2 [it snowed]2.", "reporters -; reporters -"),
    ("{Moe} <told> state media [it rained].\n{He}2 <said>2 [it snowed]2.", "state media -; state media -"),
    ("{Moe} <told> lawmakers [it rained].\n{He}2 <said>2 [it snowed]2.", "lawmakers -; - -"),
    ("{Moe} <told> Reuters [it rained].\n{Berg}2 <said>2 [it snowed]2.", "Reuters -; - -"),
    ("{Moe} <told> Reuters [it rained].\n{Berg}2 <said>2 [it snowed]2.\n{Moe}3 <said>3 [it froze]3.", "Reuters -; - -; Reuters -"),
    ("{Moe} <told> Reuters [it rained].\n{Moe}2 <told>2 AFP [it snowed]2.\n{He}3 <said>3 [it froze]3.", "Reuters -; AFP -; AFP -"),
    ("{Moe} <told> Reuters [it rained].\n{He}2 <said>2 in a letter [it snowed]2.", "Reuters -; - letter"),
    ("{Moe} <told> Reuters in an interview [it rained].\n{He}2 <said>2 [it snowed]2.", "Reuters interview; Reuters interview"),
    ("{Moe} <said> at a debate [it rained].\n{He}2 <said>2 [it snowed]2.", "- debate; - debate"),
    ("{Moe} <said> in a statement to Reuters [it rained].\n\n{He}2 <said>2 [it snowed]2.", "Reuters statement; - -"),
    ("{Moe} <told> Reuters [it rained].\n{He}2 <hoped>2 [it snowed]2.", "Reuters -; - -"),
    ("{Moe} <told> Reuters [it rained].\n{He}2 <hoped>2 [it snowed]2.\n{He}3 <said>3 [it froze]3.", "Reuters -; - -; Reuters -"),
    ("{Moe} <told> Reuters [it rained].\n{He}2 <said>2 [it snowed]2, according to AFP.", "Reuters -; - -"),
]  # fmt: skip


def talked(marked: Marked, story: str, days: list[str | None] | None = None) -> list[tuple[Attribution, Chain]]:
    """Return the statements of a marked story with their chains, as conversations tell."""
    text, article, attributions = marked(story)
    chained = chain(ArticleText.plain(article, text), attributions)
    named = (" ".join(text[start:end] for start, end in one.source) for one, _ in chained)
    people = [Resolution("Kari Moe" if name in ("Moe", "He") else name, "person") for name in named]
    said = [SaidOn(day, "relative" if day else None) for day in days or [None] * len(chained)]
    return list(in_conversations(text, chained, people, said))


@pytest.mark.parametrize(("story", "expected"), GOING_ON)
def test_going_on(marked: Marked, story: str, expected: str) -> None:
    """An audience that reports and an occasion of speech hold until another is named."""
    found = talked(marked, story)

    assert expected == "; ".join(f"{told.audience or '-'} {told.channel or '-'}" for _, told in found)


@pytest.mark.parametrize(("day", "expected"), [("2020-05-04", "Reuters"), ("2020-05-05", None), (None, "Reuters")])
def test_another_day(marked: Marked, day: str | None, expected: str | None) -> None:
    """On another day somebody speaks on another occasion."""
    story = "{Moe} <told> Reuters [it rained].\n{He}2 <said>2 [it snowed]2."

    assert expected == talked(marked, story, ["2020-05-04", day])[1][1].audience


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("{Moe} <told> Nordlys [it rained]. [It snowed]2, {Moe}2 <was quoted as saying>2.", ("Nordlys",)),
        ("{Moe} <said> [it rained], Reuters reported. [It snowed]2, {Moe}2 <was quoted as saying>2.", ("Reuters",)),
        ("{Moe} <told> reporters [it rained]. [It snowed]2, {Moe}2 <was quoted as saying>2.", ()),
        ("{Moe} <told> Nordlys [it rained]. [It snowed]2, {Berg}2 <was quoted as saying>2.", ()),
        ("{Moe} <told> Nordlys [it rained]. [It snowed]2, {Moe}2 <said>2.", ()),
        ("{Moe} <told> Nordlys [it rained]. [It snowed]2, {Moe}2 <was quoted as saying>2 by AFP.", ("AFP",)),
    ],
)
def test_quoted_as_saying(marked: Marked, story: str, expected: tuple[str, ...]) -> None:
    """Somebody is quoted by the medium that was told or that relayed before, unless another is named."""
    assert expected == talked(marked, story)[1][1].via


@pytest.mark.parametrize(("speaker", "expected"), [("Moe", ()), ("Berg", ("Moe",))])
def test_nobody_relays_themselves(marked: Marked, speaker: str, expected: tuple[str, ...]) -> None:
    """Who is said to pass something on under part of the speaker's name is the speaker."""
    text, article, attributions = marked("{He} <said> [it rained], according to Moe.")
    chained = chain(ArticleText.plain(article, text), attributions)
    ((_, told),) = in_conversations(text, chained, [Resolution(f"Kari {speaker}", "person")], [SaidOn()])

    assert expected == told.via


def test_evidence(marked: Marked) -> None:
    """The evidence names what was carried over."""
    found = talked(marked, "{Moe} <told> Reuters in an interview [it rained].\n{He}2 <said>2 [it snowed]2.")

    assert found[1][1].evidence == (
        Clue("channel carried over", ("interview",)),
        Clue("audience carried over", ("Reuters",)),
    )
