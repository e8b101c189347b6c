"""A signed post in a page is written out with its writer and day; a box without them stays what it is."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura")

from statements_cli.documents.pages.embedded_posts import write_out_posts
from statements_cli.documents.pages.text import parse_page

ROWS = [
    (
        '<blockquote class="twitter-tweet"><p>The pier is shut. <a href="#">pic.twitter.com/x1</a></p>&mdash; Ina Voss MP'
        ' (@inavoss) <a href="#">March 4, 2024</a></blockquote>',
        ["The pier is shut.", "— Ina Voss MP (@inavoss) March 4, 2024"],
    ),
    (
        '<blockquote class="bluesky-embed"><p>The pier is shut.</p>– Ina Voss (@ina.voss) 4 March 2024</blockquote>',
        ["The pier is shut.", "— Ina Voss (@ina.voss) 4 March 2024"],
    ),
    # without a writer, words or the class of a post
    ('<blockquote class="twitter-tweet"><p>The pier is shut.</p></blockquote>', ["The pier is shut."]),
    ('<blockquote class="twitter-tweet">— Ina Voss (@inavoss) March 4, 2024</blockquote>', []),
    ("<blockquote><p>The pier is shut.</p>— Ina Voss (@inavoss) March 4, 2024</blockquote>", ["The pier is shut."]),
]


@pytest.mark.parametrize(("markup", "paragraphs"), ROWS)
def test_posts_are_written_out(markup: str, paragraphs: list[str]) -> None:
    """What was posted is a paragraph, and the line of name, handle and day another."""
    tree = parse_page(f"<!doctype html><html><body><div>{markup} Behind it.</div></body></html>")
    assert tree is not None
    write_out_posts(tree)
    assert [" ".join(p.itertext()) for p in tree.iter("p")] == paragraphs
    assert "Behind it." in "".join(tree.itertext())
