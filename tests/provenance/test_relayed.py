"""A channel holds for what follows, a document keeps who obtained it, and what only relays is merged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution, Chain, Clue, Spans
from statements_cli.provenance.chain import chain

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

# a channel is the same speaker's in the next statement, a pronoun's in the same paragraph only
CARRIED = [
    ("{Moe} <said> in a letter [it rained]. {He}2 <said>2 [it snowed]2.", "Moe: letter; He: letter"),
    ("{Moe} <said> in a letter [it rained]. {Moe}2 <said>2 [it snowed]2.", "Moe: letter; Moe: letter"),
    ("{Moe} <said> in a letter [it rained].\n{He}2 <said>2 [it snowed]2.", "Moe: letter; He: -"),
    ("{Moe} <said> in a letter [it rained].\n{Moe}2 <said>2 [it snowed]2.", "Moe: letter; Moe: letter"),
    ("{Moe} <said> in a letter [it rained]. {Berg}2 <said>2 [it snowed]2. {Moe}3 <said>3 [it froze]3.", "Moe: letter; Berg: -; Moe: -"),
    ("{Moe} <said> in a letter [it rained]. {Berg}2 <said>2 [it snowed]2. {He}3 <said>3 [it froze]3.", "Moe: letter; Berg: -; He: -"),
    ("{Moe} <said> in a letter [it rained]. {Moe}2 <told>2 men [it snowed]2.", "Moe: letter; Moe: -"),
    ("{Moe} <said> in a letter [it rained]. {He}2 <said>2 [it snowed]2. {He}3 <said>3 [it froze]3.", "Moe: letter; He: letter; He: letter"),
    ("{Moe} <said> in a letter [it rained]. {Moe}2 <said>2 on X [it snowed]2. {Moe}3 <said>3 [it froze]3.", "Moe: letter; Moe: X; Moe: X"),
    ("{Moe} <said> in a letter [it rained]. {Berg}2 <said>2 in a letter [it snowed]2. {Moe}3 <said>3 [it froze]3. {Moe}4 <said>4 [it was warm]4.", "Moe: letter; Berg: letter; Moe: letter; Moe: letter"),
    ("{Moe} <said> in a letter [it rained]. {Berg}2 <said>2 in a post [it snowed]2. {Moe}3 <said>3 [it froze]3.", "Moe: letter; Berg: post; Moe: -"),
]  # fmt: skip

# each statement with who relays it
OBTAINED = [
    ("{A memo} seen by Reuters <said> [it rained]. {The memo}2 <said>2 [it snowed]2.", "A memo: it rained (Reuters); The memo: it snowed (Reuters)"),
    ("{A memo} seen by Reuters <said> [it rained]. {That memo}2 <said>2 [it snowed]2.", "A memo: it rained (Reuters); That memo: it snowed (Reuters)"),
    ("{Memos} seen by Reuters <said> [it rained]. {Those memos}2 <said>2 [it snowed]2.", "Memos: it rained (Reuters); Those memos: it snowed (Reuters)"),
    ("{Memos} seen by Reuters <said> [it rained]. {These memos}2 <said>2 [it snowed]2.", "Memos: it rained (Reuters); These memos: it snowed (Reuters)"),
    ("{A memo} seen by Reuters <said> [it rained]. {A memo}2 <said>2 [it snowed]2.", "A memo: it rained (Reuters); A memo: it snowed"),
    ("{A memo} seen by Reuters <said> [it rained]. {The old memo}2 <said>2 [it snowed]2.", "A memo: it rained (Reuters); The old memo: it snowed"),
    ("{A memo} seen by Reuters <said> [it rained]. {The letter}2 <said>2 [it snowed]2.", "A memo: it rained (Reuters); The letter: it snowed"),
    ("{A slideshow} seen by Reuters <said> [it rained]. {The presentation}2 <said>2 [it snowed]2.", "A slideshow: it rained (Reuters); The presentation: it snowed (Reuters)"),
    ("{A slide} seen by Reuters <said> [it rained]. {The slideshow}2 <said>2 [it snowed]2.", "A slide: it rained (Reuters); The slideshow: it snowed (Reuters)"),
]  # fmt: skip

QUOTED = [
    ("{Pham} <quoted> an article by To Lam, stating, [it rains].", "To Lam: it rains (Pham)"),
    ("Pham Binh came. {Pham} <quoted> an article by To Lam, stating, [it rains].", "To Lam: it rains (Pham Binh)"),
    ("Pham came. Pham Thanh Binh sat. {Pham} <quoted> an article by To Lam, stating, [it rains].", "To Lam: it rains (Pham Thanh Binh)"),
    ("Pham Binh’s son came. {Pham} <quoted> an article by To Lam, stating, [it rains].", "To Lam: it rains (Pham)"),
    ("{Reuters} <said>, citing the minister, Kari Moe, [it rains].", "the minister, Kari Moe: it rains (Reuters)"),
    ("{Reuters} <said>, citing Kari Moe, [it rains].", "Kari Moe: it rains (Reuters)"),
    ("{Reuters} <said>, citing officials, [it rains].", "Reuters: it rains"),
    ("TASS came. {The agency} <quoted> Kari Moe as saying [it rains].", "Kari Moe: it rains (TASS)"),
    ("{They} <quoted> Kari Moe as saying [it rains].", "Kari Moe: it rains (they)"),
    ("{The report} <quoted> Kari Moe as saying [it rains].", "Kari Moe: it rains (The report)"),
    ("{The statement} <said>, quoting Kari Moe, [it rains].", "Kari Moe: it rains (The statement)"),
    ("{Berg} <said>, quoting Kari Moe, [it rains].", "Berg: it rains"),
    ("{Berg} <quoted> Kari Moe as saying [it rains].", "Kari Moe: it rains (Berg)"),
    ("{Moe} <said>, citing Kari Moe, [it rains].", "Moe: it rains"),
    ("{EU leaders} <agreed> [to go], Reuters said, citing Kari Moe.", "Kari Moe: EU leaders agreed to go (Reuters)"),
    ("{EU leaders} <said> [they would go], Reuters said, citing Kari Moe.", "EU leaders: they would go (Reuters)"),
    ("{EU leaders} <agreed> [to go], Reuters said, citing a report.", "EU leaders: to go (Reuters)"),
    ("Citing Kari Moe, {EU leaders} <agreed> [to go], Reuters said.", "EU leaders: to go (Reuters)"),
]  # fmt: skip

MERGED = [
    ("[{Moe}2 <said>2 [it is over]2], {Reuters} <reported>.", "Moe: it is over (Reuters)"),
    ("[{Moe}2 <said>2 [it is over]2 and so much more was said by all of us here today], {Reuters} <reported>.", "Moe: it is over (Reuters)"),
    ("{Reuters} <reported> [{Moe}2 <said>2 [it is over]2 and so much more was said by all of us here today].", "Reuters: Moe said it is over and so much more was said by all of us here today; Moe: it is over (Reuters)"),
    ("{Reuters} <reported> [{Moe}2 <said>2 [it is over]2].", "Moe: it is over (Reuters)"),
    ("[{Moe}2 <hopes>2 [it is over]2], {Reuters} <reported>.", "Reuters: Moe hopes it is over; Moe: it is over (Reuters)"),
    ("[{Moe}2 <said>2 [it is over]2 and {Berg}3 <said>3 [it is done]3], {Reuters} <reported>.", "Moe: it is over (Reuters); Berg: it is done (Reuters)"),
    ("[{Moe}2 <said>2 [it is over]2], <according to> {KTVX}.", "Moe: it is over (KTVX)"),
    ("[{Moe}2 <said>2 [it is over]2], <per> {KTVX}.", "Moe: it is over (KTVX)"),
    ("[{Moe}2 <said>2 [it is over]2], <according to> {officials}.", "Moe: it is over (officials)"),
    ("“[[It is over]2,” {Moe}2 <said>2 to us], {an aide} <recalled>.", "Moe: It is over (aide)"),
    ("“[It is over]2,” {Moe}2 <said>2, [as he went], {an aide} <recalled>.", "an aide: as he went; Moe: It is over"),
    ("[{Moe}2 <said>2 [it is over]2 and it was said again by all of them], <according to> {KTVX}.", "KTVX: Moe said it is over and it was said again by all of them; Moe: it is over (KTVX)"),
    ("[{Moe}2 <hopes>2 [it is over]2], <according to> {KTVX}.", "KTVX: Moe hopes it is over; Moe: it is over (KTVX)"),
    ("[{Moe}2 <vowed>2 [to meet]2 and to talk], <according to> {Reuters}.", "Moe: to meet and to talk (Reuters)"),
    ("[{Moe}2 <vowed>2 [to meet]2 and talked], <according to> {Reuters}.", "Moe: to meet (Reuters)"),
    ("[{Moe}2 <vowed>2 [to meet]2, he said], <according to> {Reuters}.", "Moe: to meet (Reuters)"),
    ("[{Moe}2 <vowed>2 [to meet]2 and, talked], <according to> {Reuters}.", "Moe: to meet (Reuters)"),
    ("[{Moe}2 <vowed>2 [to meet]2 and, walked, to eat], <according to> {Reuters}.", "Moe: to meet (Reuters)"),
    ("[{Moe}2 <vowed>2 [to meet]2 and told], <according to> {Reuters}.", "Moe: to meet (Reuters)"),
]  # fmt: skip


def words(text: str, spans: Spans) -> str:
    """Return the words of spans."""
    return " ".join(text[start:end] for start, end in spans)


def chained(marked: Marked, story: str) -> tuple[str, tuple[tuple[Attribution, Chain], ...]]:
    """Return the text and the statements of a marked story."""
    text, article, attributions = marked(story)
    return text, chain(ArticleText.plain(article, text), attributions)


@pytest.mark.parametrize(("story", "expected"), CARRIED)
def test_channel_carried(marked: Marked, story: str, expected: str) -> None:
    """A channel is carried to the next statement of the same source, not past another's."""
    text, found = chained(marked, story)

    assert expected == "; ".join(f"{words(text, one.source)}: {told.channel or '-'}" for one, told in found)


@pytest.mark.parametrize(("story", "expected"), [*OBTAINED, *QUOTED, *MERGED])
def test_who_relays(marked: Marked, story: str, expected: str) -> None:
    """Each statement is the one's who made it, through those who pass it on."""
    text, found = chained(marked, story)
    shown = [
        f"{words(text, one.source)}: {words(text, one.content)}" + (f" ({', '.join(told.via)})" if told.via else "")
        for one, told in found
    ]

    assert expected == "; ".join(shown)


@pytest.mark.parametrize(
    ("relay", "said", "expected"),
    [(1.0, 0.3, 0.8), (0.9, 0.3, 0.72), (0.333, 0.2, 0.266), (0.5, 0.45, 0.45)],
)
def test_how_sure(marked: Marked, relay: float, said: float, expected: float) -> None:
    """A statement is at least four fifths as sure as what relays it."""
    text, article, (outer, inner) = marked("[{Moe}2 <said>2 [it is over]2], {Reuters} <reported>.")
    attributions = (outer._replace(confidence=relay), inner._replace(confidence=said))
    ((one, _),) = chain(ArticleText.plain(article, text), attributions)

    assert expected == one.confidence


@pytest.mark.parametrize(("said", "expected"), [(0.399, 2), (0.4, 1)])
def test_likely_enough(marked: Marked, said: float, expected: int) -> None:
    """What "according to" passes on is merged where it is likely."""
    text, article, (outer, inner) = marked("[{Moe}2 <said>2 [it is over]2], <according to> {KTVX}.")

    assert expected == len(chain(ArticleText.plain(article, text), (outer, inner._replace(confidence=said))))


def test_evidence(marked: Marked) -> None:
    """The evidence says by which words a statement is relayed, and which channel was carried over."""
    _, found = chained(marked, "{Moe} <said> in a letter [it rained], Reuters reported. {He}2 <said>2 [it snowed]2.")

    assert [
        (Clue("relay", ("Reuters reported",)),),
        (Clue("channel carried over", ("letter",)),),
    ] == [told.evidence for _, told in found]


def test_the_given_names_stand_before(marked: Marked) -> None:
    """Who quotes has the given names mentioned before, not those behind."""
    _, found = chained(marked, "{Pham} <quoted> an article by To Lam, stating, [it rains]. Pham Binh left.")

    assert [("Pham",)] == [told.via for _, told in found]


def test_a_pronouns_channel_goes_on(marked: Marked) -> None:
    """A channel that a pronoun took up is the speaker's in the next statement, too."""
    _, found = chained(
        marked, "{Moe} <said> in a letter [it rained]. {He}2 <said>2 [it snowed]2. {Moe}3 <said>3 [it froze]3."
    )

    assert ["letter"] * 3 == [told.channel for _, told in found]


def test_words_in_marks_are_speech(marked: Marked) -> None:
    """What is quoted was uttered, whatever the verb."""
    _, found = chained(marked, "“[It is over],” {Moe} <believes>. {Moe}2 <believes>2 [it is over]2.")

    assert ["speech", "attitude"] == [one.act for one, _ in found]
