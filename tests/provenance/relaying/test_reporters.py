"""Reporters are named with their medium, or called by surname after that; titles are no reporters."""

from __future__ import annotations

import pytest

from statements_cli.provenance.relaying.reporters import reporters


@pytest.mark.parametrize(
    ("phrase", "named", "expected"),
    [
        ("Ida Holm of the Tribune", True, ("Ida Holm",)),
        ("Ida Holm, from the BBC", True, ("Ida Holm",)),
        ("the Tribune’s Ida Holm", True, ("Ida Holm",)),
        ("the Tribune's Ida Holm", True, ("Ida Holm",)),
        ("the Tribune ’s Ida Holm", True, ("Ida Holm",)),
        ("the Tribune 's Ida Holm", True, ("Ida Holm",)),
        ("the Tribune’s reporter Ida Holm", True, ("Ida Holm",)),
        ("the Tribune’s correspondent Ida Holm", True, ("Ida Holm",)),
        ("Radio Five of the BBC", True, ()),
        ("the Tribune", True, ()),
    ],
)
def test_with_a_medium(phrase: str, named: bool, expected: tuple[str, ...]) -> None:
    """Beside a medium a person is its reporter, and a medium's own words are none."""
    assert expected == reporters(phrase, phrase, 0, named)


@pytest.mark.parametrize(
    ("before", "phrase", "expected"),
    [
        ("Ida Holm of Reuters was there.", "Holm", ("Ida Holm",)),
        ("Ida Holm of Reuters was there.", "Ida Holm", ("Ida Holm",)),
        ("Ida Holm reports for Reuters.", "Holm", ("Ida Holm",)),
        ("Ida Holm reported for Reuters.", "Holm", ("Ida Holm",)),
        ("Ida Holm writes for Reuters.", "Holm", ("Ida Holm",)),
        ("Ida Holm wrote for Reuters.", "Holm", ("Ida Holm",)),
        ("Reuters’s Ida Holm was there.", "Holm", ("Ida Holm",)),
        ("Reuters's Ida Holm was there.", "Holm", ("Ida Holm",)),
        ("Ida Holm of Reuters, the agency, was there.", "Holm", ("Ida Holm",)),
        ("Ida Holm of the town, Reuters said.", "Holm", ()),
        ("Ida Holm sat. Ida Holm ate. Ida Holm of Reuters sang.", "Holm", ("Ida Holm",)),
        ("Ida Holm of Reuters sang. Ida Holm sat.", "Holm", ("Ida Holm",)),
        # named without the medium first, or by surname alone
        ("Ida Holm slept. Ida Holm of Reuters woke.", "Holm", ("Ida Holm",)),
        ("A Holm fell. Ida Holm of Reuters came.", "Holm", ("Ida Holm",)),
        # the words that open a sentence are no given names
        ("As Ida Holm of Reuters saw it.", "Holm", ("Ida Holm",)),
        ("But Ida Holm of Reuters saw it.", "Holm", ("Ida Holm",)),
        ("And Ida Holm of Reuters saw it.", "Holm", ("Ida Holm",)),
        ("The Ida Holm of Reuters saw it.", "Holm", ("Ida Holm",)),
        ("In Ida Holm of Reuters we trust.", "Holm", ("Ida Holm",)),
        ("When Ida Holm of Reuters came.", "Holm", ("Ida Holm",)),
        ("While Ida Holm of Reuters came.", "Holm", ("Ida Holm",)),
        # who tells a medium something is a source of it
        ("Ida Holm told Reuters so.", "Holm", ()),
        ("Ida Holm of Norland came.", "Holm", ()),
        ("Reuters and Ida Holm came.", "Holm", ()),
        ("Nobody came.", "Holm", ()),
        ("Ida Holm of Reuters was there.", "holm", ()),
        ("Ida Holm of Reuters was there.", "HOLM", ()),
        ("Ida Maria Holm of Reuters was there.", "Ida Maria Holm", ("Ida Maria Holm",)),
        ("Ida Maria Lise Holm of Reuters was there.", "Ida Maria Lise Holm", ()),  # four words
    ],
)
def test_called_so_before(before: str, phrase: str, expected: tuple[str, ...]) -> None:
    """Without a medium somebody is a reporter who was named with one in the text before."""
    text = f"{before} {phrase}"

    assert expected == reporters(phrase, text, len(before) + 1, False)


def test_only_the_text_before_counts() -> None:
    """Who is named with a medium only later is no reporter yet."""
    text = "Ida Holm slept. Ida Holm of Reuters woke."

    assert () == reporters("Holm", text, text.index("Ida Holm of"), False)
    assert ("Ida Holm",) == reporters("Holm", text, len(text), False)
