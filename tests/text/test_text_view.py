"""The way back from a text as read to the document's own offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.model import Span
from statements_cli.text.text_view import Edit, TextView


@pytest.mark.parametrize(
    ("edits", "expected", "words", "back"),
    [
        ([], "abcdef", (1, 3), (1, 3)),
        ([Edit(0, 2)], "cdef", (0, 2), (2, 4)),  # what is left out before shifts what follows
        ([Edit(2, 4)], "abef", (1, 3), (1, 5)),  # what is left out within is within the document's stretch
        ([Edit(2, 4)], "abef", (0, 2), (0, 2)),  # but not what is left out at its end
        ([Edit(1, 4, "x")], "axef", (1, 2), (1, 4)),  # a character stands for all that it was made of
        ([Edit(1, 2, "x")], "axcdef", (1, 2), (1, 2)),
        ([Edit(1, 3), Edit(2, 4)], "adef", (1, 2), (3, 4)),  # of two that overlap the first counts
        ([Edit(0, 2)], "cdef", (0, 0), (2, 2)),
    ],
)
def test_one_view(edits: list[Edit], expected: str, words: Span, back: Span) -> None:
    """Each stretch of the text leads back to the stretch of the document that it was made from."""
    view = TextView("abcdef").edited(edits)
    assert expected == view.text
    assert back == view.span(words)


def test_views_of_views() -> None:
    """A view of a view leads back over both."""
    view = TextView("*a*\u00a0b\u00adc").edited([Edit(0, 1), Edit(2, 3)])
    view = view.edited([Edit(3, 4)])
    view = view.respelt(view.text.replace("\u00a0", " "))
    assert "a bc" == view.text
    assert ((1, 2), (4, 7)) == view.spans(((0, 1), (2, 4)))
    assert not view.is_whole


def test_nothing_changed() -> None:
    """Without edits the view stays what it is; another text of the same length shifts nothing."""
    view = TextView("a\u00a0b")
    assert view is view.edited([])
    assert view is view.respelt("a\u00a0b")
    assert view.respelt("a b").is_whole


@given(st.text("ab*", max_size=30))
def test_every_character_leads_back_to_itself(text: str) -> None:
    """Whatever is left out, each character that stays leads back to itself."""
    view = TextView(text).edited([Edit(at, at + 1) for at, one in enumerate(text) if one == "*"])
    assert view.text == "".join(text[slice(*view.span((at, at + 1)))] for at in range(len(view.text)))
