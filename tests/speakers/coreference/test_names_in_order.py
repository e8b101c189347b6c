"""A short name is of the longer one that stands before it: what comes later may be a product's, or a part's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Resolution

# the story; the speaker and type of its last source
ROWS = [
    # a body by the last word of its name
    ("The Norland Tribune opened. [Tribune] said {it rained}.", "Norland Tribune"),
    ("[Velora] said {it rained}. Camp Velora opened. [Velora] said {so}.", "Velora"),
    # a name that is no person's only because its first word speaks
    ("[Velora] said {it rained}. Nobody sees Velora Search. [Velora] said {so}.", "Velora"),
    ("Few knew Sowmi Rasalat before. Sowmi wept. Now [Sowmi] said {it rained} to all.", "Sowmi Rasalat"),
    # what an observatory is for is part of its name
    ("They saw the Norland Observatory for Fishing Rights. [The Norland Observatory] said {so}.", "Norland Observatory for Fishing Rights"),
    # a day is no part of a committee's name
    ("The Harbour Safety Committee on Monday met. [The Harbour Safety Committee] said {so}.", "Harbour Safety Committee"),
    ("The Committee on Fisheries met. [The committee] said {so}.", "Committee on Fisheries"),
    # an adjective owns no document
    ("[Recent polls] show {it rained}.", "Recent polls"),
    ("[Velora polls] show {it rained}.", "Velora"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "who"), ROWS)
def test_a_short_name_is_of_the_one_before(story: str, who: str, told: Callable[..., list[Resolution]]) -> None:
    """The longest name that stands before a short one completes it."""
    assert told(story)[-1].speaker == who
