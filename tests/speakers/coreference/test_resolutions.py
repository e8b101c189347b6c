"""Names of bodies and media, the role that says most, and the country that somebody speaks for."""

from __future__ import annotations

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Block, Clue, Resolution, SpeakerEvidence
from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.resolutions import Answers, best_role, lowered
from statements_cli.speakers.names.capitalised_runs import MentionScan


def answers_of(text: str) -> tuple[Answers, MentionScan]:
    """Return what makes the resolutions of an article of one paragraph, published by the Lund Post."""
    article = Article("a", "a.txt", (0, len(text)), (Block((0, len(text)), "paragraph"),), outlet="Lund Post")
    scan = ArticleText.plain(article, text).once(MentionScan)
    return Answers(article, scan, Bodies(scan)), scan


BODIES = [
    # media: listed, of a known kind, an address, the article's own, a medium's department
    ("BBC", "BBC News|media|"),
    ("Guardian", "The Guardian|media|"),
    ("Lund Daily", "Lund Daily|media|"),
    ("fishnews.com", "fishnews.com|media|"),
    ("Fish.org", "Fish.org|media|"),
    ("Fish.dog", "Fish.dog|organisation|"),
    ("Lund Post", "Lund Post|media|"),
    ("Lund Ghost", "Lund Ghost|organisation|"),
    ("The Washington Post's Fact Checker", "Washington Post's Fact Checker|media|"),
    ("Washington Post’s Fact Checker", "Washington Post’s Fact Checker|media|"),
    ("Moe's Fact Checker", "Moe's Fact Checker|organisation|"),
    ("Russia's TASS News Agency", "TASS|media|"),
    ("Russia’s TASS News Agency", "TASS|media|"),
    ("Moe's TASS News Agency", "Moe's TASS News Agency|organisation|"),
    # countries, capitals and seats; peoples are none
    ("Norway", "Norway|country|NO"),
    ("Moscow", "Russia|country|RU"),
    ("the Kremlin", "Kremlin|organisation|RU"),
    ("Norwegian", "Norwegian|organisation|"),
    ("EU", "European Union|organisation|EU"),
    # bodies under their fullest names
    ("Harbour Office", "Norland Harbour Office|organisation|"),
    ("German Fish Office", "German Fish Office|organisation|DE"),
    ("chairman", "chairman|organisation|"),
]

ROLES = [
    (["Mr"], None),
    (["Sir", "Dr."], None),
    ([], None),
    (["Mr.", "president"], "president"),
    (["president", "president of Norway"], "president of Norway"),
    (["minister", "judge"], "minister"),  # the first
    (["a b c", "a b c d"], "a b c"),  # three words say enough
    (["a b", "a b c"], "a b c"),
]

# the text; the country of its last person, and where Sweden spoke last
COUNTRIES = [
    ("German Chancellor Ann Lee met.", "DE", "DE"),
    ("Norway met. Foreign Minister Ann Lee came.", "NO", "SE"),
    ("Prime Minister Ann Lee came.", None, "SE"),
    ("Norway met. President Ann Lee came.", "NO", "NO"),
    ("Norway met. Senator Ann Lee came.", None, None),
    ("Norway met. Ann Lee, a lawyer, came.", None, None),
    ("President Vladimir Putin met.", "RU", "RU"),
    ("The German Harbour Office (GHO) met. Ann Lee, head of GHO, came.", "DE", "DE"),
    # a leader behind whose country's name
    ("Hungary's Viktor Orbán met.", "HU", "HU"),
    ("Hungary’s Viktor Orbán met.", "HU", "HU"),
    ("Slovakia's Viktor Orbán met.", None, None),
    ("Viktor Orbán met.", None, None),
    ("Viktor Orbán. Orbán. Orbán. Hungary's Orbán met.", "HU", "HU"),  # within four mentions
    ("Viktor Orbán. Orbán. Orbán. Orbán. Hungary's Orbán met.", None, None),
]

# the text; a body; the state that spoke last; name and country
OFFICES = [
    ("Norway met.", "Foreign Ministry", None, "Foreign Ministry", "NO"),
    ("Norway met.", "Ministry of Fish", None, "Ministry of Fish", "NO"),
    ("Norway met.", "Foreign Ministry", "SE", "Foreign Ministry", "SE"),
    ("Norway met.", "Harbour Office", None, "Harbour Office", None),
    ("It rained.", "Foreign Ministry", None, "Foreign Ministry", None),
    ("The Norland Harbour Office met.", "NHO", None, "Norland Harbour Office", None),
    ("The Norland Harbour Office met.", "Harbour Office", None, "Harbour Office", None),
]


@pytest.mark.parametrize(("name", "expected"), BODIES)
def test_body_named(name: str, expected: str) -> None:
    """A name is a medium's, a country's or another body's."""
    answers, _ = answers_of("The Norland Harbour Office met.")
    body = answers.body_named(name)

    assert expected == f"{body.name}|{body.type}|{body.code}"


@pytest.mark.parametrize(("roles", "expected"), ROLES)
def test_best_role(roles: list[str], expected: str | None) -> None:
    """An office says more than a form of address, and one with what it is of says more."""
    assert expected == best_role(roles)


@pytest.mark.parametrize(("text", "alone", "behind_sweden"), COUNTRIES)
def test_country(text: str, alone: str | None, behind_sweden: str | None) -> None:
    """Somebody speaks for the country of the office, else that of the state that spoke last or of the opening."""
    answers, scan = answers_of(text)
    person = Cast(scan, ()).people[-1]
    found = answers.country(person)
    answers.state = "SE"

    assert (alone, behind_sweden) == (found, answers.country(person))


@pytest.mark.parametrize(("text", "name", "state", "speaker", "country"), OFFICES)
def test_body(text: str, name: str, state: str | None, speaker: str, country: str | None) -> None:
    """A ministry without a country is that of the state that speaks."""
    answers, _ = answers_of(text)
    answers.state = state
    clue = Clue("last body", ("it",))

    expected = Resolution(speaker, "organisation", None, country, 0.5, SpeakerEvidence((clue,)))

    assert expected == answers.body(Body(name, "organisation", ""), 0.5, clue)


def test_lowered() -> None:
    """A resolution taken over keeps who it is, is less sure, and has evidence of its own."""
    clue = Clue("last speaker", ("it",))
    one = Resolution("Ann Lee", "person", "judge", "NO", 0.97, SpeakerEvidence((Clue("named as", ("Lee",)),)))

    assert Resolution("Ann Lee", "person", "judge", "NO", 0.647, SpeakerEvidence((clue,))) == lowered(one, 2 / 3, clue)
