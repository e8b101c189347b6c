"""Media that no list has are named by what they are called."""

from __future__ import annotations

import pytest

from statements_cli.provenance.media_called import called


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Nordlys newspaper", "Nordlys"),
        ("Nordlys newspaper,", "Nordlys"),
        ("PA news agency", "PA"),
        ("the Old Nordlys Radio tv station", "Old Nordlys Radio"),
        ("the old Nordlys newspaper", None),
        ("the Nordlys paper", None),
        ("the State newspaper", None),
        ("the Norwegian broadcaster", None),
        # an article is no name
        ("The broadcaster", None),
        ("The Nordlys broadcaster", "Nordlys"),
        ("A daily", None),
        # the name may stand behind
        ("the TV channel Haber 7", "Haber 7"),
        ("state news agency KNA", "KNA"),
        ("the Norwegian newspaper Nordlys", "Nordlys"),
        ("a local affiliate KTVX", "KTVX"),
        ("the one two three four five daily Nordlys", None),
        ("the newspaper editor", None),
        ("the paper Nordlys", None),
    ],
)
def test_called(phrase: str, expected: str | None) -> None:
    """An unlisted medium is named where what it is stands beside its name."""
    assert expected == called(phrase)
