"""Who speaks about whom is counted by statement; nobody speaks about themselves."""

from __future__ import annotations

import pytest

from statements_cli.speakers.corpus.role_query import KnownSpeaker
from statements_cli.utterances.named_in_text import KnownNames
from statements_cli.utterances.who_about_whom import Said, matrix_of

KNOWN = KnownNames.of([KnownSpeaker("Vladimir Putin", (), "person", (), ("RU",))])


@pytest.mark.parametrize(
    ("by", "said", "pairs"),
    [
        ("speaker", [("A", "Russia and Russia"), ("A", "Russia, NATO")], "A Russia 2, A NATO 1"),
        ("speaker", [("Russia", "Russia and China")], "Russia China 1"),
        ("speaker", [("Vladimir Putin", "Putin and Russia")], "Vladimir Putin Russia 1"),
        ("speaker", [("Xi Jinping and Vladimir Putin", "Putin and NATO")], "Xi Jinping and Vladimir Putin NATO 1"),
        ("country", [("RU", "Putin, Russia, Moscow and China")], "RU China 1"),
        ("country", [("CN", "Putin")], "CN Vladimir Putin 1"),
        ("speaker", [(None, "NATO"), (None, "NATO"), ("A", "NATO")], "A NATO 1, None NATO 2"),
        ("speaker", [("A", "nothing")], ""),
    ],
)
def test_pairs(by: str, said: list[tuple[str | None, str]], pairs: str) -> None:
    """Each statement counts once for each whom it names, the unknown speakers last."""
    found = matrix_of((Said(*one) for one in said), KNOWN, by)

    assert pairs == ", ".join(f"{one.speaker} {one.about.name} {one.statements}" for one in found)
