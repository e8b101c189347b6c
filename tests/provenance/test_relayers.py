"""Pronouns, documents and going on tell who relays, by what was said before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Resolution
from statements_cli.provenance.chain import chain
from statements_cli.provenance.relayers import with_relayers

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

SPEAKERS = {
    "Moe": "Kari Moe",
    "He": "Kari Moe",
    "She": "Ida Holm",
    "Holm": "Ida Holm",
    "Skarv": "Skarv",
    "The report": "Skarv",
}
GROUPS = ("Some workers", "Workers", "Workers quoted in the report")
FAR = "It rained and rained. " * 20

# the story; who relays each statement
RELAYED = [
    # a pronoun is who spoke just before, if that is somebody else
    ("{Moe} <said> [it rained]. {They}2 <quoted>2 Ida Holm as saying [it snowed]2.", "-; Kari Moe"),
    ("{Moe} <said> [it rained]. " + FAR + "{They}2 <quoted>2 Ida Holm as saying [it snowed]2.", "-; -"),
    ("{They} <quoted> Ida Holm as saying [it snowed].", "-"),
    # a document is who issued it
    ("{Skarv} <said> in a report [it rained]. {The report}2 <quoted>2 Kari Moe as saying [it snowed]2.", "-; Skarv"),
    ("{Moe} <said> in a report [it rained]. {The report}2 <quoted>2 Kari Moe as saying [it snowed]2.", "-; The report"),
    ("{The report} <said> [it rained]. {Workers quoted in the report}2 <said>2 [it snowed]2.", "-; Skarv"),
    ("{Workers quoted in the report} <said> [it snowed]. {The report}2 <said>2 [it rained]2.", "Skarv; -"),
    ("{The report} <said> [it rained]. {Workers quoted in the letter}2 <said>2 [it snowed]2.", "-; -"),
    ("{The report} <said> [it rained]. {Moe}2 <was quoted as saying>2 [it snowed]2.", "-; Skarv"),
    ("{The report} <said> [it rained]. {Moe}2 <said>2 [it snowed]2.", "-; -"),
    ("{Moe} <was quoted as saying> [it snowed]. {The report}2 <said>2 [it rained]2.", "-; -"),
    ("{The report} <said> [it rained]. {Workers cited in the report}2 <said>2 [it snowed]2.", "-; Skarv"),
    # a story is the medium's that was named last, another document isn't
    ("{Holm} <told> Reuters [it rained]. {The article}2 <quoted>2 Kari Moe as saying [it snowed]2.", "-; Reuters"),
    ("{Holm} <told> Reuters [it rained]. {The letter}2 <quoted>2 Kari Moe as saying [it snowed]2.", "-; The letter"),
    # somebody not named before, in a document that was
    ("{The report} <said> [it rained]. In the report, {some workers}2 <said>2 [it snowed]2.", "-; Skarv"),
    ("{The report} <said> [it rained]. In its report, {some workers}2 <said>2 [it snowed]2.", "-; Skarv"),
    ("{The report} <said> [it rained]. In their report, {some workers}2 <said>2 [it snowed]2.", "-; Skarv"),
    ("{The report} <said> [it rained]. In a report, {some workers}2 <said>2 [it snowed]2.", "-; -"),
    ("{The report} <said> [it rained]. In the report, {workers}2 <said>2 [it snowed]2.", "-; -"),
    # going on with what was relayed
    ("{Moe} <said> [it rained], according to Reuters. {He}2 <said>2 [it snowed]2.", "Reuters; Reuters"),
    ("{Moe} <said> [it rained], according to Reuters. {Moe}2 <said>2 [it snowed]2.", "Reuters; -"),
    ("{Moe} <said> [it rained], according to Reuters. {She}2 <said>2 [it snowed]2.", "Reuters; -"),
    ("{Moe} <said> [it rained], according to Reuters.\n{He}2 <said>2 [it snowed]2.", "Reuters; -"),
    ("{Moe} <said> [it rained], according to Reuters. It was late. {He}2 <said>2 [it snowed]2.", "Reuters; -"),
    ("{Moe} <said> [it rained], according to Reuters. {He}2 <told>2 AFP [it snowed]2.", "Reuters; -"),
    ("{Moe} <said> [it rained], according to Reuters. {He}2 <said>2 in a letter [it snowed]2.", "Reuters; -"),
    ("{Moe} <said> [it rained], Reuters said. {He}2 <said>2 [it snowed]2, according to AFP.", "Reuters; AFP"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), RELAYED)
def test_relayers(marked: Marked, story: str, expected: str) -> None:
    """Who relays is told by the speakers and documents before, and holds while somebody goes on."""
    text, article, attributions = marked(story)
    chained = chain(ArticleText.plain(article, text), attributions)
    names = [" ".join(text[start:end] for start, end in one.source) for one, _ in chained]
    people = [
        Resolution(
            SPEAKERS.get(name, name),
            "group" if name.capitalize() in GROUPS else "organisation" if SPEAKERS.get(name) == "Skarv" else "person",
        )
        for name in names
    ]
    found = with_relayers(text, chained, people)

    assert expected == "; ".join(", ".join(links.via) or "-" for _, links in found)
