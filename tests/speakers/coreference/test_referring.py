"""Sources are resolved in text order, each way with a confidence and evidence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.model import Resolution

# the story; of its last source: speaker, type, country, confidence, kind of evidence and its words
ROWS: list[tuple[str, str | None, str | None, str | None, float, str | None, tuple[str, ...]]] = [
    # persons by name
    ("[Ann Lee] said {it rained}.", "Ann Lee", "person", None, 0.97, None, ()),
    ("Ann Lee left. [Lee] said {it rained}.", "Ann Lee", "person", None, 0.93, "named as", ("Lee",)),
    ("[WALLACE] said {it rained}.", "Wallace", "person", None, 0.93, "named as", ("WALLACE",)),
    ("[Ostrander] <said> {he was worried}.", "Ostrander", "person", None, 0.93, None, ()),
    ("[Smith] <said> {trade was down}.", "Smith", "person", None, 0.93, None, ()),
    ("Neel Kashkari came. [Kashkari] said {he was worried}.", "Neel Kashkari", "person", None, 0.93, "named as", ("Kashkari",)),
    # handles
    ("“Rain,” wrote Ann Lee (@annlee). [@annlee] wrote {it rained}.", "Ann Lee", "person", None, 0.9, "identified as", ("@annlee", "Ann Lee")),
    ("[@rainman] wrote {it rained}.", "@rainman", "person", None, 0.7, "handle only", ()),
    # bodies
    ("[BBC] said {it rained}.", "BBC News", "media", None, 0.9, None, ()),
    ("[The Tribune] said {it rained}.", "Tribune", "organisation", None, 0.9, None, ()),
    ("The Maritime Safety Office opened. [MSO] said {so}.", "Maritime Safety Office", "organisation", None, 0.9, None, ()),
    ("The Norland Police Department, or NPD, opened. [NPD] said {so}.", "Norland Police Department", "organisation", None, 0.9, None, ()),
    ("[The harbour authority] said {it rained}. The union met. [The body] said {so}.", "harbour authority", "organisation", None, 0.6, "identified as", ("The body", "harbour authority")),
    # of a name that a source gives in full a part is no body of its own
    ("[The Danish Bureau of Trade and Industry] said {it rained}. [The bureau] said {so}.", "Danish Bureau of Trade and Industry", "organisation", "DK", 0.8, "identified as", ("The bureau", "Danish Bureau of Trade and Industry")),
    ("[The Danish Agency for Trade] said {it rained}. [The agency] said {so}.", "Danish Agency for Trade", "organisation", "DK", 0.8, "identified as", ("The agency", "Danish Agency for Trade")),
    ("[The Kremlin] said {it rained}. [The country] said {so}.", "country", "organisation", None, 0.55, "unknown body", ("country",)),
    # two, of one country or of two
    ("[Ann Lee and Bo Berg] said {it rained}.", "Ann Lee and Bo Berg", "group", None, 0.85, None, ()),
    ("[Ann Lee, Bo Berg and Kari Moe] said {it rained}.", "Ann Lee, Bo Berg and Kari Moe", "group", None, 0.85, None, ()),
    ("[Ann Lee and her lawyer] said {it rained}.", "Ann Lee and her lawyer", "group", None, 0.85, None, ()),
    ("[The White House and the Pentagon] said {it rained}.", "White House and Pentagon", "group", "US", 0.85, None, ()),
    ("[The White House and the Kremlin] said {it rained}.", "White House and Kremlin", "group", None, 0.85, None, ()),
    # nobody named: the last speaker, surer in the same paragraph, none beyond the next
    ("[Ann Lee] said {it rained}. [] {It was cold.}", "Ann Lee", "person", None, 0.679, "last speaker goes on", ()),
    ("[Ann Lee] said {it rained}.\n[] {It was cold.}", "Ann Lee", "person", None, 0.582, "last speaker goes on", ()),
    ("[Ann Lee] said {it rained}.\nThe town slept.\n[] {It was cold.}", "Ann Lee", "person", None, 0.582, "last speaker goes on", ()),
    ("[Ann Lee] said {it rained}.\nThe town slept.\nThe sun set.\n[] {It was cold.}", None, None, None, 0.2, "nobody beside", ()),
    ("[] {It was cold.}", None, None, None, 0.2, "nobody beside", ()),
    # pronouns
    ("Ann Lee came. [She] said {it rained}.", "Ann Lee", "person", None, 0.97, "identified as", ("She", "Ann Lee")),
    ("Nobody came. [She] said {it rained}.", "She", "anonymous", None, 0.3, "unknown referent", ()),
    ("[Ann Lee] said {it rained}. [I] said {it was cold}.", "Ann Lee", "person", None, 0.388, "last speaker's words", ()),
    ("[I] said {it was cold}.", "I", "anonymous", None, 0.3, "unknown referent", ()),
    ("[The World Bank] said {growth slowed}. [It] said {trade fell}.", "World Bank", "organisation", "WB", 0.675, "last speaker", ("It",)),
    ("The World Bank met. [It] said {trade fell}.", "World Bank", "organisation", "WB", 0.5, "last body", ("It",)),
    ("[It] said {trade fell}.", "It", "anonymous", None, 0.3, "unknown referent", ()),
    ("[Ann Lee] said {it rained}. [It] said {trade fell}.", "It", "anonymous", None, 0.3, "unknown referent", ()),
    ("[Residents] said {it rained}. [They] said {it was cold}.", "Residents", "group", None, 0.675, "last speaker", ("They",)),
    ("German Chancellor Ann Lee and French President Bo Berg met in Oslo. [The two leaders] said {it rained}.", "Ann Lee and Bo Berg", "group", None, 0.6, "two named last", ("The two leaders",)),
    # relatives
    ("Ann Lee, [who] said {it rained}, left.", "Ann Lee", "person", None, 0.8, "last name", ("who",)),
    ("Ann Lee left. The World Bank, [which] said {trade fell}, met.", "World Bank", "organisation", "WB", 0.7, "last name", ("which",)),
    ("[Ann Lee] said {it rained}. From a place beyond the hills, [who] said {so}.", "Ann Lee", "person", None, 0.485, "last speaker assumed", ("who",)),
    ("[who] said {it rained}.", "who", "anonymous", None, 0.3, "unknown referent", ()),
    # what somebody wrote
    ("[Ann Lee] said {it rained} in a letter. [The letter] said {trade fell}.", "Ann Lee", "person", None, 0.825, "last speaker's document", ("The letter",)),
    ("[Ann Lee] said {the letter was false}. [The letter] said {trade fell}.", "Ann Lee", "person", None, 0.485, "last speaker's document", ("The letter",)),
    ("A report by Ann Lee came out. [The report] said {trade fell}.", "Ann Lee", "person", None, 0.679, "issuer of document", ("The report", "Ann Lee")),
    ("A letter by Ann Lee came out. [Her letter] said {trade fell}.", "Ann Lee", "person", None, 0.803, "author of document", ()),
    ("[A report of the World Bank] said {trade fell}.", "World Bank", "organisation", "WB", 0.81, "author of document", ()),
    ("[The Labour Office’s statement] said {trade fell}.", "Labour Office", "organisation", None, 0.81, "author of document", ()),
    # descriptions of several, of bodies and of persons, surer the more they say
    ("[Critics of the plan] said {trade fell}.", "Critics of the plan", "group", None, 0.9, None, ()),
    ("[Chinese officials] said {trade fell}.", "Chinese officials", "group", "CN", 0.9, None, ()),
    ("[The group] said {trade fell}.", "group", "organisation", None, 0.55, "unknown body", ("group",)),
    ("NISS, a Washington-based think tank, counts boats. [The think tank] said {nets were lost}.", "NISS", "organisation", None, 0.75, "identified as", ("The think tank", "NISS")),
    ("Ann Lee, a lawyer, came. [The lawyer] said {so}.", "Ann Lee", "person", None, 0.82, "identified as", ("The lawyer", "Ann Lee")),
    ("Bo Berg, a lawyer, came. Ann Lee, a German lawyer, came. [The German lawyer] said {so}.", "Ann Lee", "person", None, 0.9, "identified as", ("The German lawyer", "Ann Lee")),
    ("Ann Lee, a lawyer, came. Bo Berg, a lawyer, came. [The lawyer] said {so}.", "Bo Berg", "person", None, 0.82, "identified as", ("The lawyer", "Bo Berg")),
    ("Iraqi Foreign Minister Ann Lee met his Iranian counterpart Bo Berg. [The Iranian minister] said {so}.", "Bo Berg", "person", "IR", 0.9, "identified as", ("The Iranian minister", "Bo Berg")),
    # misspelt
    ("Sophie Mortensen came. [Mortenson] said {so}.", "Sophie Mortensen", "person", None, 0.93, "named as", ("Mortenson",)),
]  # fmt: skip


@pytest.mark.parametrize(("story", "speaker", "kind", "country", "confidence", "clue", "words"), ROWS)
def test_each_way_has_its_evidence(
    told: Callable[..., list[Resolution]],
    story: str,
    speaker: str | None,
    kind: str | None,
    country: str | None,
    confidence: float,
    clue: str | None,
    words: tuple[str, ...],
) -> None:
    """The last source of a story has this speaker, as surely as its way, and the evidence says which way that was."""
    one = told(story)[-1]
    clues = [(found.kind, found.words) for found in one.evidence.clues]

    assert (speaker, kind, country, confidence) == (one.speaker, one.type, one.country, round(one.confidence, 3))
    assert clues == ([(clue, words)] if clue is not None else [])
