"""A quotation of whole sentences goes on with the statement of the sentence before it."""

from __future__ import annotations

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

QUOTATION = "“It is not safe any more and nobody will pay.”"
SAID = "It is not safe any more and nobody will pay."
ROWS = [
    # text, whether the quotation is a statement
    (f"Mayor Ann Holt said the pier would close. {QUOTATION} The pier was built in 1901.", True),
    (f"Mayor Ann Holt said the pier would close.\n\n{QUOTATION} The pier was built in 1901 and shut in 1950.", True),
    (f"Mayor Ann Holt shut the pier. {QUOTATION} The pier was built in 1901.", False),
    ("Mayor Ann Holt said the pier would close. “It is not safe any more and nobody will pay” was on the door.", False),
    ("Mayor Ann Holt said the pier would close. “All at Sea.” was sung.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_goes_on(text: str, expected: bool) -> None:
    """It is the speaker's of that statement."""
    found = [one for one in parse(Document("a.txt", text, "0" * 64)).statements if SAID in one.text]

    assert [one.speaker for one in found] == (["Ann Holt"] if expected else [])
