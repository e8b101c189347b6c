"""A user's query finds the speakers meant, exactly, in part, or misspelt, and suggests the nearest."""

from __future__ import annotations

import pytest

from statements_cli.speakers.corpus.lookup import lookup
from statements_cli.speakers.names.folding import fold

SPEAKERS = [
    ("Mao Ning", ("Mao", "Mao Ning")),
    ("Volodymyr Zelensky", ("Zelensky", "Zelenskyy")),
    ("Guo Jiakun", ("Guo",)),
    ("Donald Trump", ("Trump",)),
    ("Melania Trump", ()),
    ("Türkiye", ("Turkey",)),
    ("Jean-Noël Barrot", ()),
]

FOUND = [
    ("Mao Ning", ("Mao Ning",), True),
    ("mao ning", ("Mao Ning",), True),
    ("Mao", ("Mao Ning",), False),
    ("zelenskyy", ("Volodymyr Zelensky",), False),
    ("Zelenskiy", ("Volodymyr Zelensky",), False),
    ("Guo", ("Guo Jiakun",), False),
    ("jiakun guo", ("Guo Jiakun",), False),
    ("trump", ("Donald Trump", "Melania Trump"), False),  # several fit: all of them
    ("donald", ("Donald Trump",), False),
    ("Zelinsky", ("Volodymyr Zelensky",), False),  # misspelt
    ("Jiakum", ("Guo Jiakun",), False),
    ("turkiye", ("Türkiye",), True),
    ("Turkey", ("Türkiye",), False),
    ("jean noel barrot", ("Jean-Noël Barrot",), True),
    ("barr", ("Jean-Noël Barrot",), False),  # the beginning of a word
    ("", (), False),
    ("qqqqqq", (), False),
]

FOLDS = [
    ("Zelenskyy", "zelensky"), ("Zelenskiy", "zelensky"), ("Erdoğan", "erdogan"), ("J.D. Vance", "jd vance"),
    ("Cheuk Hau-yip", "cheuk hau yip"), ("O’Neill", "oneill"), ("Łódź", "lodz"), ("  The  EU ", "the eu"), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("query", "matches", "exact"), FOUND)
def test_lookup(query: str, matches: tuple[str, ...], exact: bool) -> None:
    """Any spelling or part of a name finds its speaker, and says whether it was the name itself."""
    found = lookup(query, SPEAKERS)
    assert found.matches == matches
    assert found.exact == exact


def test_suggestions() -> None:
    """Where nothing fits, the nearest names are suggested."""
    found = lookup("Zolunska", SPEAKERS)
    assert found.matches == ()
    assert "Volodymyr Zelensky" in found.suggestions


@pytest.mark.parametrize(("name", "folded"), FOLDS)
def test_fold(name: str, folded: str) -> None:
    """Case, accents, points, hyphens and transliterated endings do not count."""
    assert fold(name) == folded
