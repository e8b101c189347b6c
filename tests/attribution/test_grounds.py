"""On what ground something unnamed is known: the wordings that go into the evidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Clue
from statements_cli.provenance.chain import chain

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

GROUNDS = [
    ("{An official} <said> on condition of anonymity that [talks failed].", "on condition of anonymity"),
    ("[Talks failed], {a diplomat} <said>, speaking on the condition of anonymity.", "speaking on the condition of anonymity"),
    ("Citing people familiar with the matter, {Bloomberg} <said> [oil would flow].", "Citing people familiar with the matter"),
    ("{Axios} <reported>, citing two officials, that [he would resign].", "citing two officials"),
    ("{The paper} <said>, citing an unnamed source, [the deal was dead].", "citing an unnamed source"),
    ("{Reuters} <reported>, citing anonymous sources close to the talks, [a truce was near].", "citing anonymous sources close to the talks"),
    ("{The agency} <said>, quoting unidentified officials, that [ships had left].", "quoting unidentified officials"),
    ("[The plan was ready], <according to> {a senior official with knowledge of it}.", "according to a senior official with knowledge of it"),
    ("[He will go], <according to> {three people briefed on the decision}.", "according to three people briefed on the decision"),
    ("{He} <told> aides [it was over], according to an aide who heard it.", "according to an aide who heard it"),
    ("{Trump} <said> [he would sign], according to several people in the room.", "according to several people in the room"),
    ("{A soldier} who asked not to be named <said> [they had no shells].", "asked not to be named"),
    ("{The aide}, who declined to be identified, <said> [it was close].", "declined to be identified"),
    ("{A banker} who was not authorised to speak publicly <said> [rates would rise].", "was not authorised to speak publicly"),
    ("{Two officials} who were not authorized to speak publicly <said> [so].", "were not authorized to speak publicly"),
    ("{A refugee} who requested to remain anonymous <said> [it was cold].", "requested to remain anonymous"),
    ("{A guard} who did not wish to be named <said> [they slept].", "did not wish to be named"),
    ("{The mother}, who refused to be named, <said> [he was sixteen].", "refused to be named"),
    ("{CNN} <reported>, citing sources, that [the visit was off].", "citing sources"),
    ("{Kommersant} <said>, citing its sources in the government, that [taxes would rise].", "citing its sources in the government"),
    ("[It was a slaughter], {an aid worker} <said>, asking not to be named because he feared for his job.",
     "asking not to be named"),
    ("[We had no shells], <said> {a soldier}, requesting anonymity.", "requesting anonymity"),
    ("{One official}, speaking anonymously, <said> [the list was a draft].", "speaking anonymously"),
    ("{A mother of two}, whose name is being withheld, <said> [she fled at night].", "whose name is being withheld"),
]  # fmt: skip

NO_GROUNDS = [
    "{Reuters} <reported>, citing the minister, that [a deal was near].",
    "{The minister} <said> [nobody was hurt], citing police figures.",
    "[Growth slows], <according to> {the World Bank}.",
    "{Lavrov} <said> [anonymity was a shield of cowards].",
]


@pytest.mark.parametrize(("sentence", "ground"), GROUNDS)
def test_grounds(marked: Marked, sentence: str, ground: str) -> None:
    """Unnamed sources, and what they ask for, stand in the evidence."""
    text, article, attributions = marked(sentence)
    assert Clue("ground", (ground,)) in chain(ArticleText.plain(article, text), attributions)[0][1].evidence


@pytest.mark.parametrize("sentence", NO_GROUNDS)
def test_named_sources_are_no_ground(marked: Marked, sentence: str) -> None:
    """Who is cited by name, or what is said within the content, is no ground."""
    text, article, attributions = marked(sentence)
    ((_, links), *_) = chain(ArticleText.plain(article, text), attributions)
    assert [] == [clue for clue in links.evidence if clue.kind == "ground" and "Reuters" not in clue.words[0]]
