"""Who speaks under the labels of a transcript, as its title, introductions and address tell."""

from __future__ import annotations

import pytest

from statements_cli.articles import split
from statements_cli.articles.article_text import ArticleText
from statements_cli.documents import digest
from statements_cli.model import Document
from statements_cli.transcripts.label_speakers import resolve_labels
from statements_cli.transcripts.label_spelling import spelt_out
from statements_cli.transcripts.spoken_turns import read_turns

Told = tuple[str, str | None, str | None]

# title, address: the labels with the name, role and country that they stand for
TITLES: list[tuple[str, str, dict[str, Told]]] = [
    (
        "Press Briefing by Press Secretary Jen Psaki and Deputy National Security Advisor for Cyber and Emerging "
        "Technology Anne Neuberger, February 17, 2021",
        "https://www.whitehouse.gov/briefing-room/",
        {
            "MS. PSAKI": ("Jen Psaki", "Press Secretary", "US"),
            "MS. NEUBERGER": (
                "Anne Neuberger",
                "Deputy National Security Advisor for Cyber and Emerging Technology",
                "US",
            ),
        },
    ),
    (
        "Press Briefing by Press Secretary Karine Jean-Pierre, Senior Advisor to the President Mitch Landrieu, and EPA "
        "Administrator Michael S. Regan",
        "https://www.whitehouse.gov/briefing-room/",
        {
            "MS. JEAN-PIERRE": ("Karine Jean-Pierre", "Press Secretary", "US"),
            "MR. LANDRIEU": ("Mitch Landrieu", "Senior Advisor to the President", None),
            "ADMINISTRATOR REGAN": ("Michael S. Regan", "EPA Administrator", "US"),
        },
    ),
    (
        "Remarks by Vice President Harris and Secretary of Transportation Pete Buttigieg at a Bridge",
        "https://www.whitehouse.gov/briefing-room/",
        {
            "THE VICE PRESIDENT": ("Kamala Harris", "Vice President", "US"),
            "SECRETARY BUTTIGIEG": ("Pete Buttigieg", "Secretary of Transportation", "US"),
        },
    ),
    (
        "Remarks by President Biden and First Lady Jill Biden at a Reception",
        "https://www.whitehouse.gov/briefing-room/",
        {
            "THE PRESIDENT": ("Joe Biden", "President", "US"),
            "THE FIRST LADY": ("Jill Biden", "First Lady", "US"),
        },
    ),
    (
        "Remarks by President Biden, President Emmanuel Macron of France, and Prime Minister Giorgia Meloni of Italy",
        "https://www.whitehouse.gov/briefing-room/",
        {
            "PRESIDENT BIDEN": ("Joe Biden", "President", "US"),
            "PRESIDENT MACRON": ("Emmanuel Macron", "President", "FR"),
            "PRIME MINISTER MELONI": ("Giorgia Meloni", "Prime Minister", "IT"),
        },
    ),
    (
        "Secretary Antony J. Blinken And British Foreign Secretary David Lammy at a Joint Press Availability",
        "https://www.state.gov/secretary-antony-j-blinken/",
        {
            "SECRETARY BLINKEN": ("Antony J. Blinken", "Secretary", "US"),
            "FOREIGN SECRETARY LAMMY": ("David Lammy", "British Foreign Secretary", "GB"),
        },
    ),
    (
        "Briefing by Foreign Ministry Spokeswoman Maria Zakharova, Moscow, March 2, 2023",
        "https://mid.ru/en/press_service/",
        {"Maria Zakharova": ("Maria Zakharova", "Foreign Ministry Spokeswoman", "RU")},
    ),
    (
        "Press conference by President von der Leyen and Prime Minister Trudeau",
        "https://ec.europa.eu/commission/presscorner/",
        {
            "PRESIDENT VON DER LEYEN": ("Ursula von der Leyen", "President", "EU"),
            "PRIME MINISTER TRUDEAU": ("Justin Trudeau", "Prime Minister", "CA"),
        },
    ),
    (
        "Transcript of weekly media briefing by the Official Spokesperson",
        "https://www.mea.gov.in/media-briefings.htm",
        {"Shri Arindam Bagchi, Official Spokesperson": ("Arindam Bagchi", "Official Spokesperson", "IN")},
    ),
]


@pytest.mark.parametrize(("title", "url", "expected"), TITLES)
def test_titles(title: str, url: str, expected: dict[str, Told]) -> None:
    """Titles give full names and roles; the country is that of the role, the leader, or the site."""
    turns = "\n\n".join(
        f"{label}: Thank you for coming.\n\nQ: What will happen next?\n\n{label}: We will see." for label in expected
    )
    text = f"---\ntitle: '{title.replace(chr(39), chr(8217))}'\nsource_url: {url}\n---\n\n{turns}\n"
    (article,) = split(Document("any.md", text, digest(text.encode())))
    article_text = ArticleText.plain(article, text)
    found = resolve_labels(article_text, read_turns(article_text))
    assert expected == {label: (found[label].speaker, found[label].role, found[label].country) for label in expected}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("MS. JEAN-PIERRE", "Ms. Jean-Pierre"),
        ("SENATOR McCARTHY (R-TX)", "Senator McCarthy"),
        ("MR. O’BRIEN", "Mr. O’Brien"),
        ("PRESIDENT VON DER LEYEN", "President von der Leyen"),
        ("JAKE TAPPER, CNN HOST", "Jake Tapper, CNN Host"),
        ("SECRETARY OF STATE RUBIO", "Secretary of State Rubio"),
        ("Shri Arindam Bagchi", "Arindam Bagchi"),
        ("Vladimir Putin", "Vladimir Putin"),
        ("TV 24", "Tv 24"),
        ("CHANNEL 4", "Channel 4"),
        ("SPEAKER 1", "Speaker 1"),
        ("24", "24"),
    ],
)
def test_spelt_out(label: str, expected: str) -> None:
    """A label in capitals is spelt as prose would; what stands in brackets and honorifics are left out."""
    assert expected == spelt_out(label)
