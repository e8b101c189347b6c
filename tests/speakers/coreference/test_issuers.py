"""Who issued a document stands before it or behind, at the nearest of its mentions that says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.issuers import issuer
from statements_cli.speakers.names.capitalised_runs import MentionScan

ISSUERS = [
    ("Norway and Sweden issued a joint statement.", "statement", "Norway and Sweden"),
    ("On Monday, the council released its first report.", "report", "the council"),
    ("On Monday it rained on a report.", "report", ""),
    # behind it, with a day between, up to the end of the name or of the phrase
    ("A report published by the rights group on Monday tells more.", "report", "the rights group"),
    ("A report released on Friday by Skarv Research came.", "report", "Skarv Research"),
    ("Two reports by the research firm Skarv came.", "report", "the research firm Skarv"),
    ("A letter from the mayor of Oslo came.", "letter", "the mayor of Oslo"),
    ("A report from the U.S. Fishing Office came.", "report", "the U.S. Fishing Office"),
    ("A report by then was late.", "report", ""),
    ("A report posted online by Ann Lee came.", "report", "Ann Lee"),
    ("Data provided by Ann Lee came.", "Data", "Ann Lee"),
    ("A report read by Ann Lee came.", "report", ""),
    # mentioned again since; five mentions are looked at
    ("A report by Ann Lee came. The report helped. The report won.", "report", "Ann Lee"),
    ("A report by Ann Lee came. It was a report by Ole Berg.", "report", "Ole Berg"),
    (f"A report by Ann Lee came.{' A report won.' * 4}", "report", "Ann Lee"),
    (f"A report by Ann Lee came.{' A report won.' * 5}", "report", ""),
    ("It rained.", "report", ""),
]


@pytest.mark.parametrize(("before", "noun", "expected"), ISSUERS)
def test_issuer(scan_of: Callable[[str], MentionScan], before: str, noun: str, expected: str) -> None:
    """The words are given as they stand."""
    assert issuer(noun, len(before) + 1, scan_of(f"{before} The {noun} said so.")) == expected


@pytest.mark.parametrize(("between", "expected"), [(2480, "Ann Lee"), (2500, "")])
def test_a_document_told_of_long_ago_is_another(
    scan_of: Callable[[str], MentionScan], between: int, expected: str
) -> None:
    """Its mention stands at most 2,500 characters before."""
    before = "report by Ann Lee."
    text = f"{before}{' ' * between}It said so."
    assert issuer("report", text.index("It"), scan_of(text)) == expected


@pytest.mark.parametrize(("between", "expected"), [(1400, "Ann Lee"), (1600, "")])
def test_however_often_it_is_mentioned_since(
    scan_of: Callable[[str], MentionScan], between: int, expected: str
) -> None:
    """A mention between doesn't let an issuer stand farther back."""
    text = f"report by Ann Lee.{' ' * between}A report won.{' ' * 1000}It said so."
    assert issuer("report", text.index("It"), scan_of(text)) == expected
