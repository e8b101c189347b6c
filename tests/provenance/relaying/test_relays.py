"""Media that relay a statement are named around it, with the words that say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import Framer
from statements_cli.provenance.relaying.relays import Relay, relays

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

# the story; each medium or reporter, nearest first, with the words that say so. "It" is the Sun.
RELAYED = [
    ("{She} <said> [so], according to Reuters.", "Reuters: according to Reuters"),
    ("According to Reuters, {she} <said> [so].", "Reuters: According to Reuters"),
    ("as per Reuters, {she} <said> [so].", "Reuters: as per Reuters"),
    ("{She} <said> [so], per Reuters.", "Reuters: per Reuters"),
    ("{She} <said> [so] via Reuters.", "Reuters: via Reuters"),
    ("{She} <said> [so], first reported by Reuters.", "Reuters: first reported by Reuters"),
    ("{She} <said> [so], reported by Reuters.", "Reuters: reported by Reuters"),
    ("{She} <said> [so], published by Reuters.", "Reuters: published by Reuters"),
    ("{She} <said> [so], posted by Reuters.", "Reuters: posted by Reuters"),
    ("In remarks carried live by Reuters, {she} <said> [so].", "Reuters: carried live by Reuters"),
    ("In remarks aired on Fox News, {she} <said> [so].", "Fox News: aired on Fox News"),
    ("In remarks shown on Fox News, {she} <said> [so].", "Fox News: shown on Fox News"),
    ("In remarks streamed by Fox News, {she} <said> [so].", "Fox News: streamed by Fox News"),
    ("{She} <said> [so], as told to Reuters.", ""),
    ("{She} <said> [so], as told by Reuters.", "Reuters: as told by Reuters"),
    ("{She} was quoted as <saying> by Reuters [so].", "Reuters: as saying by Reuters"),
    ("{She} was <quoted as saying by> Reuters [so].", "Reuters: as saying by Reuters"),
    ("{She} was <quoted as telling by> Reuters [so].", "Reuters: as telling by Reuters"),
    ("{She} was <quoted as writing by> Reuters [so].", "Reuters: as writing by Reuters"),
    ("{She} was <cited by> Reuters as saying [so].", "Reuters: cited by Reuters as saying"),
    ("In a memo obtained by Reuters, {she} <said> [so].", "Reuters: obtained by Reuters"),
    ("In a memo seen by Reuters, {she} <said> [so].", "Reuters: seen by Reuters"),
    ("In a memo leaked to Reuters, {she} <said> [so].", "Reuters: leaked to Reuters"),
    ("In a memo leaked first to Reuters, {she} <said> [so].", "Reuters: leaked first to Reuters"),
    ("In a memo shared with Reuters, {she} <said> [so].", "Reuters: shared with Reuters"),
    ("In a memo given to friends, {she} <said> [so].", ""),
    # people who pass it on
    ("{She} <said> [so], according to two people in the room.",
     "two people in the room: according to two people in the room"),
    ("{She} <said> [so], according to the people who heard it.", "people: according to the people who heard it"),
    ("According to prosecutors, {she} <said> [so].", "prosecutors: According to prosecutors"),
    ("{She} <told> aides that [so], three officials said.", "three officials: three officials said"),
    ("{She} <said> [so], according to plan.", ""),
    ("{She} <said> [so], according to them.", ""),
    ("{She} <said> [so], according to an essay.", ""),
    # papers of a court or the police, unless those speak who write them
    ("{She} <told> them [so], according to an affidavit.", "affidavit: according to an affidavit"),
    ("{She} <told> them [so], according to a criminal complaint.", "criminal complaint: according to a criminal complaint"),
    ("According to court documents, {she} <told> them [so].", "court documents: According to court documents"),
    ("{Prosecutors} <said> [so], according to the complaint.", ""),
    ("{The sheriff’s office} <said> [so], according to the affidavit.", ""),
    # a sentence of its own, and another noun's relay
    ("{She} <said> [so]. According to two people, it rained.", ""),
    ("The news, first reported by Reuters, made quite a few of them angry, and {she} <said> [so].", ""),
    # names between marks
    ("{She} <said> [so], according to the “Amaq” news agency.", "Amaq: according to the “Amaq” news agency"),
    ("{She} <said> [so], according to the newspaper “Nordlys.”", "Nordlys: according to the newspaper “Nordlys"),
    ("{She} <said> [so], according to the “big” news.", ""),
    # who is quoted by a medium is the source
    ("[So], <according to> {an official quoted by Reuters}.", "Reuters: quoted by Reuters"),
    ("[So], <according to> {an official liked by Reuters}.", ""),
    # who hands out what somebody says
    ("{She} <said> in a statement released by her lawyer [so].", "lawyer: statement released by her lawyer"),
    ("{She} <said> in a statement released on Monday through her lawyer, Ida Holm, [so].", "lawyer: statement released on Monday through her lawyer"),
    ("{She} <said> in a statement provided to Skarv by Ida Holm [so].", "Ida Holm: statement provided to Skarv by Ida Holm"),
    ("{She} <said> in a video circulated by its Amaq news agency [so].", "Amaq: video circulated by its Amaq news agency"),
    ("{She} <said> in a statement released by the town [so].", ""),
    ("[So], <according to> {a statement released by Ida Holm}.", ""),
    ("{She} <said> in a house built by her lawyer [so].", ""),
    # what a station is called
    ("KTVX TV ran it. In a memo obtained by the station, {she} <said> [so].", "KTVX TV: obtained by the station"),
    ("Reuters ran it. In a memo obtained by the station, {she} <said> [so].", "Reuters: obtained by the station"),
    ("Reuters ran it. In a memo obtained by the town, {she} <said> [so].", ""),
    ("{She} <said> [so], which was in a memo obtained by Reuters.", ""),
    # "as" governs the sentence
    ("As Reuters reports, it rained last week, when {she} <said> [so].", "Reuters: As Reuters reports"),
    ("As Reuters reports, it rained last week, and {she} <said> [so].", ""),
    ("Reuters reports it rained last week, when {she} <said> [so].", ""),
    ("{She} <told> aides that [so], her brother said.", ""),
    ("In a memo reviewed by Reuters and Fox News, {she} <said> [so].", "Reuters: reviewed by Reuters and Fox News; Fox News: reviewed by Reuters and Fox News"),
    ("{She} was <quoted> by TASS, AFP and Interfax as saying [so].", "TASS: quoted by TASS; AFP: quoted by TASS; Interfax: quoted by TASS"),
    ("{She} was <quoted> by TASS and others as saying [so].", "TASS: quoted by TASS and others as saying"),
    ("{She} <said> [so], published by Nordlys on Monday.", "Nordlys: published by Nordlys on Monday"),
    ("{She} was quoted in the daily Nordlys as <saying> [so].", "Nordlys: quoted in the daily Nordlys as saying"),
    ("[So], <according to> local media citing {the ministry}.", "local media: according to local media citing the ministry"),
    ("[So], <according to> local media and {the ministry}.", ""),
    ("{She} <said> [so], Reuters reported.", "Reuters: Reuters reported"),
    ("{She} <said> [so], Reuters also reported on Friday.", "Reuters: Reuters also reported on Friday"),
    ("{She} <said> [so], Reuters has reported.", "Reuters: Reuters has reported"),
    ("{She} <said> [so], Reuters later reported earlier.", "Reuters: Reuters later reported earlier"),
    ("{She} <said> [so], reported Reuters.", "Reuters: reported Reuters"),
    ("{She} <said> [so]; Reuters reported.", ""),
    ("{She} <said> [so], KTVX reported.", "KTVX: KTVX reported"),
    ("{She} <said> [so], KTVX reports.", "KTVX: KTVX reports"),
    ("{She} <said> [so], KTVX said.", ""),
    ("{She} <said> [so], reported KTVX.", ""),
    ("{She} <said> [so], Ida Holm of Reuters reported.", "Ida Holm: Ida Holm of Reuters reported; Reuters: Ida Holm of Reuters reported"),
    ("Reuters reported that {she} <said> [so].", "Reuters: Reuters reported"),
    ("Reuters said she ate but {she} <said> [so].", ""),
    ("Reuters said one two three four five six seven eight nine ten eleven twelve thirteen {she} <said> [so].", "Reuters: Reuters said"),
    ("Reuters said one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen {she} <said> [so].", ""),
    ("It reported {she} <said> [so].", "the Sun: It reported"),
    ("But Reuters reported {she} <said> [so].", "Reuters: But Reuters reported"),
    ("However, Reuters also said {she} <said> [so].", "Reuters: However, Reuters also said"),
    ("In May, Reuters on Friday said {she} <said> [so].", "Reuters: In May, Reuters on Friday said"),
    ("Reuters reported, when it rained, {she} <said> [so].", ""),
    ("Ida Holm reports for Reuters that {she} <said> [so].", "Ida Holm: Ida Holm reports for Reuters; Reuters: Ida Holm reports for Reuters"),
    ("Reuters said it, and {she} <said> [so].", ""),
    ("Reuters said it rained; {she} <said> [so].", "Reuters: Reuters said"),
    ("{She} <said> [so], per WXYZ.", "WXYZ: per WXYZ"),
    ("{She} <said> [so] via WXYZ.", "WXYZ: via WXYZ"),
    ("{She} <said> [so], according to WXYZ.", "WXYZ: according to WXYZ"),
    ("Per WXYZ, {she} <said> [so].", ""),
    ("{She} <said> [so], according to WXYZ plans.", ""),
    ("{She} <said> [so], according to WXYZ and others.", ""),
    ("{She} <said> [so], published by WXYZ.", "WXYZ: published by WXYZ"),
    ("{She} <said> [so], posted by WXYZ.", ""),
    ("{She} <said> [so], quoted by El Watan on Friday.", "El Watan: quoted by El Watan on Friday"),
    ("{She} <said> [so], quoted by the old state news agency KNA.", "KNA: quoted by the old state news agency KNA"),
    ("{She} <said> [so], cited by officials.", ""),
    ("Reuters ran it. {She} <said> [so], the agency reported.", ""),
    ("Reuters ran a report. {She} <said> [so], the report said.", "Reuters: the report said"),
    ("Reuters ran it. {She} <said> [so], the report said.", "Reuters: the report said"),
    ("Reuters ran a story. {She} <said> [so], the story said.", "Reuters: the story said"),
    ("Reuters ran an article. {She} <said> [so], the article said.", "Reuters: the article said"),
    ("Reuters ran an article. {She} <said> [so], that report said.", "Reuters: that report said"),
    ("Reuters ran an article. {She} <said> [so], this report said.", ""),
    ("{She} <said> [so], obtained by Reuters.", "Reuters: obtained by Reuters"),
    ("{She}, who saw Reuters, <said> [so].", ""),
    ("{She} <said>, Reuters reported, [so].", "Reuters: Reuters reported"),
    ("{She} <said> [so], Reuters’s Ida Holm reported.", "Ida Holm: Reuters’s Ida Holm reported; Reuters: Reuters’s Ida Holm reported"),
    ("{She} <said> [so], according to Reuters, Fox News reported.", "Reuters: according to Reuters; Fox News: Fox News reported"),
    ("{She} <said> [so], Reuters reported, according to Reuters.", "Reuters: Reuters reported"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_relays(text: str, expected: str, marked: Marked) -> None:
    """A medium relays where a preposition, a closing or an opening clause says so."""
    plain, article, attributions = marked(text)
    (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)
    found = relays(frame, plain, None, None, "the Sun")

    assert expected == "; ".join(f"{one.name}: {one.words}" for one in found)


def test_who_speaks_relays_nothing(marked: Marked) -> None:
    """The medium that is itself the source is no relay of its statement."""
    plain, article, attributions = marked("{Reuters} <said> [so], Reuters reported.")
    (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)

    assert () == relays(frame, plain, None, "Reuters", None)
    assert (Relay("Reuters", "Reuters reported"),) == relays(frame, plain, None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "{She} <said> [so], according to the Lund Post.",
        "{She} <said> [so], the Lund Post reported.",
        "The Lund Post said {she} <said> [so].",
        "In a memo seen by the Lund Post, {she} <said> [so].",
    ],
)
def test_the_outlet_relays(text: str, marked: Marked) -> None:
    """The article's own outlet relays as others do."""
    plain, article, attributions = marked(text)
    (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)

    assert ["The Lund Post"] == [one.name for one in relays(frame, plain, "The Lund Post", None, None)]


@pytest.mark.parametrize("verb", ["carried", "broadcast", "televised", "aired", "shown", "streamed"])
def test_broadcast(verb: str, marked: Marked) -> None:
    """Remarks that somebody broadcasts are relayed."""
    plain, article, attributions = marked(f"In remarks {verb} on Fox News, {{she}} <said> [so].")
    (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)

    assert (Relay("Fox News", f"{verb} on Fox News"),) == relays(frame, plain, None, None, None)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("but", 0), ("while", 0), ("although", 0), ("after", 0), ("when", 0), ("and", 0), ("so", 1)],
)
def test_another_clause(word: str, expected: int, marked: Marked) -> None:
    """An opening clause relays nothing where another clause stands between."""
    for between in (word, f"it rained, {word} now"):
        plain, article, attributions = marked(f"Reuters said it {between} {{she}} <said> [so].")
        (frame,) = Framer(ArticleText.plain(article, plain)).frames(attributions)

        assert expected == len(relays(frame, plain, None, None, None))
