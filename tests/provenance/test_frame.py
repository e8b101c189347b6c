"""A frame is the sentence around an attribution without what was said."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import GAP, Frame, Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

# the story, whose first attribution is framed; the frame's words, each content an underscore
FRAMES = [
    ("It rained. {Ann} <said> [it snowed] there. It froze.", "Ann said _ there."),
    ("It rained. “[It snowed],” {Ann} <said>. It froze.", "“_,” Ann said."),
    ("It rained. [It snowed] and [it froze], {Ann} <said> [so]. “[One],” {Bo}2 <said>2.", "_ and _, Ann said _."),
    ("Yes, “[it snowed],” {Ann} <said>, “[and froze].” Then.", "Yes, “_,” Ann said, “_.”"),
    ("Then {Ann} <said> “[it snowed]” then.", "Then Ann said “_” then."),
    # a content that ends its sentence ends the frame
    ("“[It snowed.]” “[It froze.]” {Ann} <said>. “[Ice.]” So.", "” Ann said."),
    ("Then {Ann} <said>: “[It snowed.]” Then.", "Then Ann said: “"),
    ("“[It snowed.]” she sang, {Ann} <said>.", "“_” she sang, Ann said."),
    ("{Ann} <said>: “[It snowed!]”, then sang.", "Ann said: “_”, then sang."),
    ("{Ann} <said>: “[It snowed?]” then sang.", "Ann said: “_” then sang."),
    ("Then {Ann} <said>: “[It snowed?]” Then.", "Then Ann said: “"),
    ("Then {Ann} <said>: “[It snowed!]” Then.", "Then Ann said: “"),
    ("Then {Ann} <said>: “[It snowed…]” Then.", "Then Ann said: “"),
    # a paragraph ends it, too
    ("Line one\n{Ann} <said> [it]\nLine two", "Ann said _"),
    ("“[It snowed]”\n{Ann} <said>.", "Ann said."),
    ("“[It snowed.\nIt froze],” {Ann} <said>.", "_,” Ann said."),  # what was said begins in the paragraph before
    # another's words are left out, but not those around the attribution itself
    ("{Ann} of the [big {town}2 <said>2 it].", "Ann of the _."),
    ("[It snowed.] A man said so, {Ann} <said>, [and {he}2 <said>2 [it froze]2].", "_ A man said so, Ann said, _."),
    # neither cue nor source
    ("[so]", ""),
]


def framed(marked: Marked, story: str) -> tuple[str, list[Frame], tuple[Attribution, ...]]:
    """Return the text, the frames and the attributions of a marked story."""
    text, article, attributions = marked(story)
    return text, Framer(ArticleText.plain(article, text)).frames(attributions), attributions


@pytest.mark.parametrize(("story", "expected"), FRAMES)
def test_frames(marked: Marked, story: str, expected: str) -> None:
    """The frame holds the words around cue and source up to the sentence's ends."""
    text, frames, attributions = framed(marked, story)
    frame, one = frames[0], attributions[0]

    assert expected == frame.words.replace(GAP, "_")
    assert frame.words == GAP.join(text[start:end] for start, end in frame.pieces)
    for inside, spans in ((frame.cue, one.cue), (frame.source, one.source)):
        assert (inside is None) == (not spans)
        if inside is not None:
            assert text[spans[0][0] : spans[-1][1]] == frame.words[slice(*inside)].replace(GAP, "")
            assert (spans[0][0], spans[-1][1]) == frame.place(inside)
    assert set(re.findall(r"\w+", frame.words.lower())) == frame.plain


def test_places(marked: Marked) -> None:
    """Each offset of a frame leads back to the text, and one in a gap to the gap's edge."""
    text, frames, _ = framed(marked, "“[It snowed],” {Ann} <said>, “[and froze].”")
    frame = frames[0]

    for at, letter in enumerate(frame.words):
        if letter != GAP:
            assert letter == text[slice(*frame.place((at, at + 1)))]
    assert (1, 1) == frame.place((1, 1))
    assert (len(text), len(text)) == frame.place((len(frame.words), len(frame.words)))


def test_reach(marked: Marked) -> None:
    """A sentence without an end is followed four hundred characters to each side."""
    text, frames, _ = framed(marked, f"{'very ' * 100}{{Ann}} <said> [so] {'very ' * 100}")
    low, high = frames[0].pieces[0][0], frames[0].pieces[-1][1]

    assert (500 - 400, text.index("so") + 2 + 400) == (low, high)


def test_five_pieces(marked: Marked) -> None:
    """Beyond five stretches between contents a sentence isn't followed."""
    quoted = "“[so]” and " * 7
    _, frames, _ = framed(marked, f"{quoted}{{Ann}} <said> {quoted}")

    assert ("” and “_" * 4 + "” and Ann said “" + "_” and “" * 4) == frames[0].words.replace(GAP, "_")


def test_paragraph(marked: Marked) -> None:
    """An attribution stands in the paragraph of its cue or source, else of its content."""
    text, article, (one, other) = marked("It rained. {Ann} <said> [so].\n“[No.]2”")
    framer = Framer(ArticleText.plain(article, text))

    assert [(0, 23), (24, 29)] == [framer.paragraph(one), framer.paragraph(other)]
    assert (0, 0) == framer.paragraph(Attribution((), (), (), (), "indirect"))


def test_frames_are_kept(marked: Marked) -> None:
    """The same attributions have the very same frames again, others with other contents their own."""
    text, article, attributions = marked("“[It snowed],” {Ann} <said>, and “[it froze]2,” {Bo}2 <said>2.")
    framer = Framer(ArticleText.plain(article, text))
    both = framer.frames(attributions)
    again = framer.frames(attributions)
    alone = framer.frames(attributions[:1])

    assert all(one is other for one, other in zip(both, again, strict=True))
    assert "“_,” Ann said, and “it froze,” Bo said." == alone[0].words.replace(GAP, "_")
    assert "“_,” Ann said, and “_,” Bo said." == both[0].words.replace(GAP, "_")


def test_without_blocks() -> None:
    """Where no blocks are known, line ends part paragraphs, or 1,600 characters to each side."""
    text = "One.\nAnn said so\nTwo."
    framer = Framer(ArticleText.plain(Article("a", "a.txt", (0, len(text)), ()), text))
    contents = [(14, 16), (0, 3), (17, 20)]

    assert [(5, 16), (0, 4), (17, 21)] == [
        framer.paragraph(Attribution((span,), (), (), (), "indirect")) for span in contents
    ]
    long = Framer(ArticleText.plain(Article("a", "a.txt", (0, 5000), ()), "x" * 5000))

    assert (400, 3600) == long.paragraph(Attribution(((2000, 2001),), (), (), (), "indirect"))
    assert (0, 1700) == long.paragraph(Attribution(((100, 101),), (), (), (), "indirect"))
    assert (2400, 5000) == long.paragraph(Attribution(((4000, 4001),), (), (), (), "indirect"))
