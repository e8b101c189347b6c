"""First- or second-hand: who speaks, who passes it on, whom it was told, on what ground."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Clue
from statements_cli.provenance.chain import chain

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

# sentence; whom it was told; words of the ground
FIRST_HAND = [
    ("{The minister} <told> the BBC that [the border would stay shut].", "BBC News", None),
    ("{Witnesses} <told> AFP that [gunmen had stormed the market].", "AFP", None),
    ("{Her lawyer} <told> reporters that [she would appeal].", "reporters", None),
    ("{His son} <told> Sky News that [his father had said he was “not afraid”].", "Sky News", None),
    ("“[We leave at dawn],” {he} <told> Le Monde in an interview.", "Le Monde", None),
    ("Citing two unnamed officials, {Axios} <reported> that [the envoy would fly to Moscow].", None,
     "Citing two unnamed officials"),
    ("“[They fired first],” <said> {a teacher who spoke on condition of anonymity} for fear of reprisals.", None,
     "spoke on condition of anonymity"),
    ("{A witness}, {who}2 <declined>2 [to be named]2, <said> [soldiers fired first].", None, "declined to be named"),
    ("“[It was a slaughter],” {an aid worker} <told> Reuters by phone, asking not to be named.", "Reuters",
     "asking not to be named"),
    ("“[We had no shells],” <said> {a soldier}, requesting anonymity because he feared punishment.", None,
     "requesting anonymity"),
    ("<According to> {a person with knowledge of the matter}, [the bank will cut 3,000 jobs].", None,
     "According to a person with knowledge of the matter"),
]  # fmt: skip

# sentence; source; who relays
SECOND_HAND = [
    ("[Iran will not stop enrichment], {its foreign minister} <said>, according to the state news agency IRNA.",
     "its foreign minister", "IRNA"),
    ("{Three people briefed on the talks} <said> [the truce would hold], the Financial Times reported.",
     "Three people briefed on the talks", "Financial Times"),
    ("{Israel's army} <said> [it was checking the report], according to the Times of Israel.", "Israel's army",
     "The Times of Israel"),
    ("{Tass} <quoted> Lavrov as <saying>: “[We are ready for talks].”", "Lavrov", "TASS"),
    ("{The BBC} <cited> [an army spokesman as saying three soldiers had died].", "an army spokesman", "BBC News"),
    ("{Merz} <said> [Germany would send no troops], Bild reported on Sunday.", "Merz", "Bild"),
    ("In an interview published by Le Monde, {Macron} <said> [Europe must act].", "Macron", "Le Monde"),
    ("{The spokesman}, quoted by Anadolu, <said> [rescue teams were on the way].", "The spokesman", "Anadolu Agency"),
    ("[The president denied the report], {his office} <said> in a statement carried by WAFA.", "his office", "WAFA"),
    ("[The emir was in good health], {the royal court} <said>, according to the Kuwait News Agency.",
     "the royal court", "Kuwait News Agency"),
    ("[Russia downed 30 drones], {its defence ministry} <said>, as reported by Interfax.", "its defence ministry",
     "Interfax"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "audience", "ground"), FIRST_HAND)
def test_first_hand(marked: Marked, sentence: str, audience: str | None, ground: str | None) -> None:
    """Nobody relays what was told to a medium or by it; why somebody goes unnamed is kept."""
    text, article, attributions = marked(sentence)
    ((_, told),) = chain(ArticleText.plain(article, text), attributions)
    assert ((), audience) == (told.via, told.audience)
    assert ground is None or Clue("ground", (ground,)) in told.evidence


@pytest.mark.parametrize(("sentence", "source", "relay"), SECOND_HAND)
def test_second_hand(marked: Marked, sentence: str, source: str, relay: str) -> None:
    """Who passes on what another said stands in ``via``; the other is the source."""
    text, article, attributions = marked(sentence)
    ((kept, told),) = chain(ArticleText.plain(article, text), attributions)
    assert (source, (relay,)) == (text[slice(*kept.source[0])], told.via)
