"""A statement is taken out of the relay around it: its own source, cue and content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Article, Attribution, Spans
from statements_cli.provenance.relaying.unwrapping import unwrap

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

# the story; whether its source is known to relay; source, cue, content and kind unwrapped, "" where nothing is
UNWRAPPED = [
    ("[She will go, Reuters reported] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She will go, Reuters reported.] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She will go, Reuters also said on Friday] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She will go, according to Reuters] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She will go, per Reuters] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She will go, per Holm] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She will go, per holm] {Moe} <said>.", False, ""),
    ("[She will go, according to Holm] {Moe} <said>.", False, ""),
    ("[She will go, Moe reported] {Moe} <said>.", False, ""),
    ("[, Reuters reported] {Moe} <said>.", False, ""),
    ("[She will go, Reuters reported it] {Moe} <said>.", False, ""),
    ("[She will go, Reuters writes] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She will go, reports Ann Berg of the Tribune] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[The mayor told aides that she will go], two officials <said>.", False, ""),
    ("[The mayor told aides that she will go], {two officials} <said>.", False, "The mayor|told|she will go|indirect"),
    ("[The mayor told aides to go], {two officials} <said>.", False, ""),
    ("{Two officials} <said> [the mayor told aides that she will go].", False, ""),
    ("[She will go, Reuters wrote] {Moe} <said>.", False, "Moe|said|She will go|indirect"),
    ("[She “will” go, Reuters wrote] {Moe} <said>.", False, "Moe|said|She “will” go|indirect"),
    ("<According to> {TASS, aide Yury Ushakov} [said that he left].", False, "aide Yury Ushakov|said|he left|indirect"),
    ("<According to> {Moe, aide Yury Ushakov} [said that he left].", False, ""),
    ("<According to> {TASS, aide Yury Ushakov} [left it].", False, ""),
    ("<According to> {TASS, aide Yury Ushakov} [said later that he left].", False, "aide Yury Ushakov|said later|he left|indirect"),
    ("{The BBC reports that the minister} <said> [he left].", False, "the minister|said|he left|indirect"),
    ("{The BBC also wrote the minister} <said> [he left].", False, "the minister|said|he left|indirect"),
    ("{Moe reports that the minister} <said> [he left].", False, ""),
    ("{The BBC reports} <said> [he left].", False, ""),
    ("{Pham} <quoted> [an article by To Lam, stating, it rains].", False, "Pham|quoted|it rains|indirect"),
    ("{Pham} <quoted> [an article by To Lam, stating: “It rains.”].", False, "Pham|quoted|“It rains.”|indirect"),
    ("{TASS} <quoted> [Peskov as saying that it rains].", False, "TASS|quoted|it rains|indirect"),
    ("{TASS} <cites> [Peskov as saying that it rains].", False, ""),
    ("{TASS} <citing> [Peskov as telling it rains].", False, "TASS|citing|it rains|indirect"),
    ("{TASS} <quoted> [Peskov as one].", False, ""),
    ("[Trump said on Thursday that it rains here], <according to> {NBC News}.", True, "Trump|said|it rains here|indirect"),
    ("[Trump said on Thursday that it rains here], <according to> {NBC News}.", False, ""),
    ("[On Monday, Trump also said it rains here], <according to> {NBC News}.", True, "Trump|also said|it rains here|indirect"),
    ("[Trump spoke to men and said it rains here], <according to> {NBC News}.", True, "Trump|said|it rains here|indirect"),
    ("[Trump said it], <according to> {NBC News}.", True, ""),
    ("[Trump said it rained], <according to> {NBC News}.", True, "Trump|said|it rained|indirect"),
    ("[rain said it rains here], <according to> {NBC News}.", True, ""),
    ("[the old man said it rains here], <according to> {NBC News}.", True, "the old man|said|it rains here|indirect"),
    ("[an old man said it rains here], <according to> {NBC News}.", True, "an old man|said|it rains here|indirect"),
    ("[a man said it rains here], <according to> {NBC News}.", True, "a man|said|it rains here|indirect"),
    ("[he said it rains here], <according to> {NBC News}.", True, "he|said|it rains here|indirect"),
    ("[she said it rains here], <according to> {NBC News}.", True, "she|said|it rains here|indirect"),
    ("[they said it rains here], <according to> {NBC News}.", True, "they|said|it rains here|indirect"),
    ("[one said it rains here], <according to> {NBC News}.", True, "one|said|it rains here|indirect"),
    ("[some men said it rains here], <according to> {NBC News}.", True, "some men|said|it rains here|indirect"),
    ("[old men said it rains here], <according to> {NBC News}.", True, ""),
    ("[new minister Kari Moe said it rains here], <according to> {NBC News}.", True, "new minister Kari Moe|said|it rains here|indirect"),
    ("[new big town minister Kari Moe said it rains here], <according to> {NBC News}.", True, ""),
    ("[Xi and Putin said it rains here], <according to> {NBC News}.", True, "Xi and Putin|said|it rains here|indirect"),
    ("[The harbour is shut, the board said], <according to> {Reuters}.", True, "the board|said|The harbour is shut|indirect"),
    ("[The harbour is shut, the board also said,] <according to> {Reuters}.", True, "the board|also said|The harbour is shut|indirect"),
    ("[Shut it, the board said], <according to> {Reuters}.", True, ""),
    ("[Shut, the board said], <according to> {Reuters}.", True, ""),
    ("[The harbour is shut, boards said], <according to> {Reuters}.", True, ""),
    ("[“We won,” he told settlers], <according to> {a statement}.", True, "he|told|We won|direct"),
    ("[“We won!” he told settlers], <according to> {a statement}.", True, "he|told|We won!|direct"),
    ("[\"We won,\" he told settlers], <according to> {a statement}.", True, "he|told|We won|direct"),
    ("[“We won,” men told settlers], <according to> {a statement}.", True, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relaying", "expected"), UNWRAPPED)
def test_unwrap(text: str, relaying: bool, expected: str, marked: Marked) -> None:
    """What closes or opens the content is taken off, and whom it names is the source."""
    plain, _, (attribution,) = marked(text)
    found = unwrap(plain, attribution, relaying)

    def words(spans: Spans) -> str:
        return "/".join(plain[start:end] for start, end in spans)

    shown = f"{words(found.source)}|{words(found.cue)}|{words(found.content)}|{found.kind}"

    assert expected == ("" if found is attribution else shown)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("[She will go, the Lund Post reported] {Moe} <said>.", "Moe", "She will go"),
        ("<According to> {the Lund Post, aide Ida Holm} [said that he left].", "aide Ida Holm", "he left"),
        ("{The Lund Post reports that the minister} <said> [he left].", "the minister", "he left"),
    ],
)
def test_the_outlet(text: str, source: str, content: str, marked: Marked) -> None:
    """The article's own outlet is a medium as others are."""
    plain, _, (attribution,) = marked(text)
    found = unwrap(plain, attribution, False, "The Lund Post")

    assert source == plain[slice(*found.source[0])]
    assert content == plain[slice(*found.content[0])]


def test_what_a_work_says_in_marks(marked: Marked) -> None:
    """The words of a quoted work are the content, without what stands around their marks."""
    plain, _, (attribution,) = marked("{Pham} <quoted> [an article by To Lam, stating: “It rains.”].")
    start = plain.index("“")
    inside = (start + 1, plain.index("”"))
    found = unwrap(plain, attribution._replace(quotes=(inside,), kind="mixed"), False)

    assert ((inside,), (inside,), "direct") == (found.content, found.quotes, found.kind)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("{Pham} <quoted> [an article by To Lam, stating: “It rains].", "It rains"),  # a mark that is not closed
        ("{Pham} <quoted> [an article by To Lam, stating: “It rains. So].", "“It rains. So"),
        ("{Pham} <quoted> [an article by To Lam, stating that so it “It rains].", "so it “It rains"),
    ],
)
def test_a_quotation_within_a_work(marked: Marked, text: str, content: str) -> None:
    """Only a quotation that is all the words of a quoted work is the content by itself."""
    plain, _, (attribution,) = marked(text)
    start = plain.index("It rains")
    found = unwrap(plain, attribution._replace(quotes=((start, start + len("It rains")),), kind="mixed"), False)

    assert [content] == [plain[start:end] for start, end in found.content]
