"""What pages list below an article is none of its text."""

from __future__ import annotations

import pytest

from statements_cli.articles import split
from statements_cli.model import Document

ARTICLE = (
    "Talks to resume next week\n\nThe talks on tolls will resume next week, minister Kari Moe said on Tuesday in the "
    "capital, where the unions had met for three days to hear what the owners offered them.\n\n“We are close,” she said."
)


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("In Other News\n\nMayor says the bridge is safe", False),
        ("Related stories:\n\nWhy nobody trusts the bridge, according to a mayor…", False),
        ("Recommended Stories\n\n- ### Mayor says the bridge is safe", False),
        ("* list 2 of 3Mayor says the bridge is ‘safe’", False),
        ("What else\n\nMayor says the bridge is safe", True),  # no such mark above it
        ("In Other News\n\nThe bridge is safe again, the mayor said on Friday.", True),  # a whole sentence
    ],
)
def test_below(below: str, kept: bool) -> None:
    """Headlines below a line such as "In Other News" belong to other articles; whole sentences are text."""
    text = f"{ARTICLE}\n\n{below}"
    (article,) = split(Document("-", text, "0" * 64))
    last = article.blocks[-1]

    assert kept == (last.role != "furniture")
