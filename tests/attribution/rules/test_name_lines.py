"""A heading that ends in a name after a colon is that person's."""

from __future__ import annotations

import pytest

from statements_cli.attribution.labelling.token_columns import columns
from statements_cli.attribution.rules.name_lines import with_headings
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import tokenize

HEADINGS = [
    # a heading; its content and source, None where it is none
    ("China will continue to promote peace talks: Xi", ("China will continue to promote peace talks", "Xi")),
    ("Iran has not agreed to anything: Rafael Grossi", ("Iran has not agreed to anything", "Rafael Grossi")),
    ("Iran has not agreed to anything, Grossi says : NRK", None),  # the medium's
    ("How the war in Ukraine began: a timeline", None),  # no name
    ("Trade and tariffs: China", None),  # nothing said
    ("The minister said this about the deal: it is dead.", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(text: str, expected: tuple[str, str] | None) -> None:
    """A heading that ends in a name after a colon is that person's."""
    tokens = tokenize(text, ((0, len(text)),))
    tag(tokens)
    made = columns(tokens, find_quotations(text, ((0, len(text)),)))
    found = [
        tuple(
            " ".join(text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in spans)
            for spans in (one.content, one.source)
        )
        for one in with_headings(made, [])
    ]
    assert ([expected] if expected else []) == found
