"""The span that names a source holds its whole name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Attribution
from statements_cli.speakers.mentions.source_span import source_of
from statements_cli.speakers.names.capitalised_runs import MentionScan

ROWS = [
    # what explains a person's name belongs to it
    ("Ole Berg, {a spokesman for the bank} said so.", "Ole Berg, a spokesman for the bank"),
    ("On Monday, General Ole Berg, {one of the oldest men} said so.", "General Ole Berg, one of the oldest men"),
    ("Ole Berg,-{Trump's top adviser} said so.", "Ole Berg,-Trump's top adviser"),
    # but not what was said about somebody, a body, a surname or what begins another clause
    ("[It was built by Ole Berg], {a spokesman} said.", "a spokesman"),
    ("[It rained in Oslo], {a town spokesman} said.", "a town spokesman"),
    ("Berg, {a spokesman for the bank} said so.", "a spokesman for the bank"),
    ("Norges Bank, {a lender to the poor} said so.", "a lender to the poor"),
    ("When he met Ole Berg, {the spokesman} said so.", "the spokesman"),
    ("When he met Ole Berg, {Ann Lee} said so.", "Ann Lee"),
    ("When he met Ole Berg, {she} said so.", "she"),
    ("Ole Berg came, {a spokesman for the bank} said.", "a spokesman for the bank"),
    # a website's name has its end, a sentence none
    ("According to {a report by berghof}.com it rained.", "a report by berghof.com"),
    ("According to {Berghof}.co.uk it rained.", "Berghof.co.uk"),
    ("According to {Berghof}. it rained.", "Berghof"),
    ("According to {Berghof}.then it rained.", "Berghof"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_source_of(text: str, expected: str, scan_of: Callable[[str], MentionScan]) -> None:
    """The source stands in braces, what was said in brackets."""
    plain, spans = "", {}
    for letter in text:
        if letter in "[]{}":
            spans[letter] = len(plain)
        else:
            plain += letter
    content = ((spans["["], spans["]"]),) if "[" in spans else ()
    attribution = Attribution(content=content, cue=(), source=((spans["{"], spans["}"]),), quotes=(), kind="indirect")
    found = source_of(attribution, scan_of(plain))
    assert expected == (plain[slice(*found)] if found else None)


WRITERS = [
    ("Lee quoted a letter by {Ann Moe}, <stating> so.", "Ann Moe"),
    ("Lee cited the old report from the {Moe Institute}, <saying> so.", "Moe Institute"),
    ("Lee signed a letter by {Ann Moe}, <stating> so.", "Lee"),
    ("Lee quoted a man from {Ann Moe}, <stating> so.", "Lee"),
    ("It rained. Lee quoted a letter. Holt met the boy by {Ann Moe}, <stating> so.", "Holt"),
]


@pytest.mark.parametrize(("text", "expected"), WRITERS)
def test_who_wrote_what_is_quoted(text: str, expected: str, scan_of: Callable[[str], MentionScan]) -> None:
    """The sentence's subject speaks itself, unless it quotes a document; the cue stands in angle brackets."""
    plain, spans = "", {}
    for letter in text:
        if letter in "<>{}":
            spans[letter] = len(plain)
        else:
            plain += letter
    cue, source = ((spans["<"], spans[">"]),), ((spans["{"], spans["}"]),)
    found = source_of(Attribution(content=(), cue=cue, source=source, quotes=(), kind="indirect"), scan_of(plain))
    assert expected == (plain[slice(*found)] if found else None)
