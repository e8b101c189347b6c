"""What is wrapped in a relay, a citation or a question comes out as the statement it is, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution
from statements_cli.provenance.chain import chain

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

CASES = [
    # what leaders agreed is told by whoever the medium cites; what somebody said stays theirs
    (
        "{EU leaders} <have agreed> [to add sanctions], the Guardian reported, citing the chancellor, Olaf Scholz.",
        [("the chancellor, Olaf Scholz", "EU leaders have agreed to add sanctions", ("The Guardian",))],
    ),
    (
        "{Ministers} <decided> [to close the border], Reuters reported, citing Interior Minister Nancy Faeser.",
        [("Interior Minister Nancy Faeser", "Ministers decided to close the border", ("Reuters",))],
    ),
    (
        "{Trump} <said> [he would go], CNN reported, citing an official.",
        [("Trump", "he would go", ("CNN",))],
    ),
    # an occasion that opens the sentence doesn't hide who speaks
    (
        "[During the call on Friday, Xi and Putin vowed to prepare the summit], <according to> {Xinhua}.",
        [("Xi and Putin", "to prepare the summit", ("Xinhua",))],
    ),
    (
        "[At a briefing in Geneva, the minister said the talks had failed], {Reuters} <reported>.",
        [("the minister", "the talks had failed", ("Reuters",))],
    ),
    # what closes the content, or opens the source, is no part of what was said
    (
        "[There is no sign of a leak, the Oslo health board said], <according to> {Reuters}.",
        [("the Oslo health board", "There is no sign of a leak", ("Reuters",))],
    ),
    (
        "{The BBC reports that minister Kari Moe} <said> [the quay would close].",
        [("minister Kari Moe", "the quay would close", ("BBC News",))],
    ),
    (
        "{CNN} <reported> that [minister Kari Moe had said the quay would close].",
        [("minister Kari Moe", "the quay would close", ("CNN",))],
    ),
    # one that was found cut short gives way to the whole
    (
        "[On Friday, {Xi and Putin}2 <vowed>2 [to prepare the summit]2, and to promote trade], <according to> {Xinhua}.",
        [("Xi and Putin", "to prepare the summit, and to promote trade", ("Xinhua",))],
    ),
    # only the words of a work that is quoted are content
    (
        '{Pham} <quoted> [an article by General Secretary To Lam, published in April, stating that trade will grow].',
        [("General Secretary To Lam", "trade will grow", ("Pham",))],
    ),
    # a question that somebody was asked is no statement
    ("<Asked about> [the report], {Guo}2 <said>2 [he had nothing to offer]2.", [("Guo", "he had nothing to offer", ())]),
    ("When <asked> [about the report], {Guo}2 <said>2 [he had nothing to offer]2.", [("Guo", "he had nothing to offer", ())]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_unwrapped(marked: Marked, sentence: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """Source, content and relay are those of the statement inside."""
    text, article, attributions = marked(sentence)
    got = [
        (" ".join(text[a:b] for a, b in one.source), " ".join(text[a:b] for a, b in one.content), links.via)
        for one, links in chain(ArticleText.plain(article, text), attributions)
    ]
    assert expected == got
