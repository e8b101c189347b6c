"""What is cut out of a page for standing beside its text, and what stays."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("trafilatura")

from statements_cli.documents.pages.clutter import cut_clutter, part_crowds
from statements_cli.documents.pages.text import parse_page

TEXT = "<p>The harbour will stay open through the winter, the port authority said on Monday.</p>" * 12


def tree_of(body: str) -> Any:
    """The tree of a page."""
    return parse_page(f"<!doctype html><html><body>{body}</body></html>")


def left(markup: str) -> str:
    """The words that are left of markup standing in an article."""
    tree = tree_of(f"<article>{TEXT}<div>{markup}</div><hr></article>")
    cut_clutter(tree)
    return " ".join("".join(tree.xpath("//article")[0].itertext()).split("on Monday.")[-1].split())


@pytest.mark.parametrize(
    "markup",
    [
        "<aside><p>“Best letter there is,” says a reader</p></aside>",
        "<figure><figcaption>Ships in port</figcaption></figure>",
        "<div class='c-inlineSignup'>Get the news daily</div>",
        "<section id='related_stories'><p>Other news</p></section>",
        "<div class='author__biography'><p>Per Dahl writes of the sea.</p></div>",
        "<div class='hidden fixed inset-0'><p>Sign in</p></div>",
        "<div hidden><p>Sign in</p></div>",
        "<div style='display: none'><p>Sign in</p></div>",
        "<blockquote class='twitter-tweet'><p>What a winter</p></blockquote>",
        "<p>Read more: <a href='/b'>Terminal was a mistake</a></p>",
        "<p>ALSO READ | <a href='/b'>Terminal was a mistake</a></p>",
        "<p><strong><a href='/b'>WHY THE TERMINAL WAS A MISTAKE</a></strong></p>",
        "<div><h3><a href='/b'>Terminal was a mistake</a></h3><p>It cost too much, they say.</p></div>",
        "<a href='/b'><div><h3>Terminal was a mistake</h3><p>It cost too much, they say.</p></div></a>",
        "<i></i><button>Listen</button>",
    ],
)
def test_cut(markup: str) -> None:
    """Parts that HTML or their names mark as clutter go, and so do pointers to other articles."""
    assert "" == left(markup)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p class='overflow-hidden'>He said so.</p>", "He said so."),
        ("<p class='hidden md:block'>He said so.</p>", "He said so."),
        ("<p class='leading-shared'>He said so.</p>", "He said so."),
        ("<p>The director said: <a href='/x'>“We have enough ships.”</a></p>", "The director said: “We have enough ships.”"),
        ("<p>He <a href='/x'>told the paper</a> so.</p>", "He told the paper so."),
        ("<p><a href='/x'>“We have enough ships,”</a> he said.</p>", "“We have enough ships,” he said."),
        ("<h3 id='a'><a href='#a'>What comes next</a></h3>", "What comes next"),
        ("One<button>x</button> two<i></i> three", "One two three"),
    ],
)  # fmt: skip
def test_kept(markup: str, expected: str) -> None:
    """What has such a name by chance stays, and links within sentences do."""
    assert expected == left(markup)


def test_large_part_is_kept() -> None:
    """A part that holds most of the text is no clutter, whatever its name."""
    for name in ("related", "share comment-page", "newsletter"):
        tree = tree_of(f"<form><div class='{name}'>{TEXT}</div></form>")
        cut_clutter(tree)

        assert 12 == len(tree.xpath("//p"))


def test_names_that_mean_something_else() -> None:
    """Where nearly all paragraphs have such a name, they are the text."""
    marked = TEXT.replace("<p>", "<p class='comment__text'>")
    tree = tree_of(f"<article>{marked}</article>")
    cut_clutter(tree)

    assert 12 == len(tree.xpath("//p"))


def test_crowds() -> None:
    """Thousands of children of one element are put into boxes, their words in order."""
    tree = tree_of("<div>" + "a<i>b</i>c<br>" * 5000 + "</div>")
    part_crowds(tree)

    assert "abc" * 5000 == "".join(tree.xpath("//body")[0].itertext())
    assert 600 > max(len(element) for element in tree.iter("*"))
