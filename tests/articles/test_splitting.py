"""What articles a text holds: heads, crossheads, furniture and paragraphs told apart."""

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles import split
from statements_cli.model import Article, Clue, Document, Metadata

BODY = (
    "China supports all efforts conducive to peace and supports direct dialogue and negotiation between the "
    "parties, Foreign Ministry spokesperson Mao Ning said on Tuesday."
)
MORE = "“We hope parties will reach a fair and durable peace deal through dialogue,” Mao said."
VIENNA = (
    "Inspectors of the United Nations nuclear watchdog arrived in Vienna after a visit to Iran, Director "
    "General Rafael Grossi said. He met President Masoud Pezeshkian and Foreign Minister Abbas "
    "Araghchi in Tehran."
)


def articles(text: str) -> tuple[Article, ...]:
    """The articles of a text."""
    return split(Document("-", text, "0" * 64))


def texts(text: str, role: str) -> list[str]:
    """The blocks of a role, in all articles."""
    return [text[slice(*b.span)] for a in articles(text) for b in a.blocks if b.role == role]


HEADS = [
    # head, headline, byline, outlet
    ("Talks to resume next week\nReuters\n2025-05-20", "Talks to resume next week", None,
     "Reuters"),
    ("Talks to resume next week\n\nSamya Kullab, Vasilisa Stepanenko\n\n2026-05-24 10:05:10-04:00",
     "Talks to resume next week", "Samya Kullab, Vasilisa Stepanenko", None),
    ("Talks to resume next week\n\nAssociated Press\n\n2024-01-07 01:20:00+00:00",
     "Talks to resume next week", None, "Associated Press"),
    ("Talks to resume soon | Al Bawaba\nAl Bawaba\n2019-11-20", "Talks to resume soon", None, "Al Bawaba"),
    ("Talks to resume soon - BBC News", "Talks to resume soon", None, "BBC News"),
    ("Talks to resume soon : NPR", "Talks to resume soon", None, "NPR"),
    ("Headline: Talks to resume soon, Moe says : NPR", "Talks to resume soon, Moe says", None, "NPR"),
    # a site nobody knows: of three words with capitals at most, behind a colon after a space
    ("Talks to resume soon : The Springfield Shopper", "Talks to resume soon", None, None),
    ("Talks to resume soon : The New Springfield Shopper", "Talks to resume soon : The New Springfield Shopper", None, None),
    ("Talks to resume soon : a report", "Talks to resume soon : a report", None, None),
    ("Talks to resume soon: Moe", "Talks to resume soon: Moe", None, None),
    ("Talks to resume soon\nCNN\nBy Analysis by Chris Cillizza, CNN Editor-at-large\n2019-11-18",
     "Talks to resume soon", "Analysis by Chris Cillizza, CNN Editor-at-large", "CNN"),
    ("What is the value of talks now?\n@politifact", "What is the value of talks now?", None, "PolitiFact"),
    ("Talks\nBBC News\n2019-11-19T09:44:09+00:00", "Talks", None, "BBC News"),
    ("WORLD\nTalks to resume next week\nBy GT staff reporters", "Talks to resume next week",
     "GT staff reporters", "Global Times"),
    ("Global Times\nXi holds phone talks with Putin\nGlobal Times\nChina will promote peace talks\n"
     "By GT staff reporters Published: Aug 08, 2025 10:52 PM", "China will promote peace talks",
     "GT staff reporters", "Global Times"),
    ("Talks to resume soon\nTalks to resume soon\nThe Daily Planet\n2025-05-20",
     "Talks to resume soon", None, "The Daily Planet"),  # a doubled headline, a paper nobody knows
    ("Headline: Talks to resume\nAuthor: Staff Reporter\nPublication: The Springfield Shopper",
     "Talks to resume", "Staff Reporter", "The Springfield Shopper"),
    ("usatoday\n0001-01-01T00:00:00Z", None, None, "USA Today"),
    ("Talks to resume next week\n\nPatrick Wintour Diplomatic editor\nTue 20 May 2025 10.15 BST",
     "Talks to resume next week", "Patrick Wintour Diplomatic editor", None),
    ("Home > World > Asia\nTalks to resume next week\nAFP - Beijing\nPublished: 20 May 2025, 06:20 PM",
     "Talks to resume next week", None, "AFP"),
    ("Talks to resume next week\nSource: Xinhua\nEditor: huaxia\n2025-05-20 21:15:30",
     "Talks to resume next week", None, "Xinhua"),
    ("By Xinhua News Agency", None, "Xinhua News Agency", "Xinhua"),
    # a headline of whole sentences, by the outlet and day below it; a day alone makes none
    ("Talks fail again. ‘They must go on.’\nReuters\nBy Staff Reporter\n2025-05-20", "Talks fail again. ‘They must go on.’",
     "Staff Reporter", "Reuters"),
    ("Talks fail again. ‘They must go on.’\n2025-05-20", None, None, None),
    # hyphens in a day and an address part no words by hand: such lines were not wrapped
    ("Talks on the new border to resume in the capital next week\nPublished: 2025-05-20\nSource: DW\n"
     "URL: https://www.dw.com/en/talks-to-resume/a-1", "Talks on the new border to resume in the capital next week",
     None, "Deutsche Welle"),
    ("Talks to resume next week\nby Ana Paz\n20 May 2025", "Talks to resume next week", "Ana Paz", None),
    ("Talks to resume next week\nby next year\n20 May 2025", "Talks to resume next week by next year", None, None),
    ("Talks to resume next week\nAl Jazeera, May 20, 2025", "Talks to resume next week", None, "Al Jazeera"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "headline", "byline", "outlet"), HEADS)
def test_heads(head: str, headline: str | None, byline: str | None, outlet: str | None) -> None:
    """Headline, byline and outlet are read from the lines above the text."""
    (found,) = articles(f"{head}\n\n{BODY}\n\n{MORE}\n")
    assert (headline, byline, outlet) == (found.headline, found.byline, found.outlet)


OUTLETS = [
    ("BEIJING, May 20 (Reuters) - " + BODY, "Reuters"),
    ("HAYWARD, Calif. (AP) — " + BODY, "Associated Press"),
    ("(CNN) " + BODY, "CNN"),
    ("BEIJING, May 20 (Xinhua) -- " + BODY, "Xinhua"),
    ("MOSCOW, May 20. /TASS/. " + BODY, "TASS"),
    (BODY + "\n\nAFP", "AFP"),
    (BODY + "\n\n(With inputs from ANI)", "ANI"),
    (BODY + "\n\nThe post China Backs Talks appeared first on Newsweek.", "Newsweek"),
    (BODY + "\n\nThe ceasefire is not in sight, a scholar told the Global Times on Tuesday.", "Global Times"),
    (BODY + "\n\nNewsweek reached out to the White House with written requests for comment.", "Newsweek"),
    (BODY + "\n\nhttps://www.theguardian.com/world/talks", "The Guardian"),
    (BODY + "\n\nThe talks may go on for weeks, Reuters reported.", None),  # who is cited is not who prints
    (BODY, None),
]


@pytest.mark.parametrize(("text", "outlet"), OUTLETS)
def test_outlets(text: str, outlet: str | None) -> None:
    """The outlet is told by dateline, credit line, closing line, address, or how the text speaks of it."""
    (found,) = articles("China backs direct talks between the parties\n\n" + text)
    assert outlet == found.outlet


CROSSHEADS = [
    "Trump Calls For Direct Talks",
    "Timely communication",
    "What People Are Saying",
    "What’s Next",
    "Gathering at SCO",
    "Russia had vowed to strike back for an attack Friday",
    "STRATEGIC CORRIDORS",
    "“A Regret I Will Carry”",
]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("line", CROSSHEADS)
def test_crossheads(line: str, blank: str) -> None:
    """A short crosshead begins no article and is no paragraph, with blank lines or without."""
    text = blank.join(("China backs direct talks between the parties", BODY, line, MORE, BODY))
    assert 1 == len(articles(text))
    assert [line] == texts(text, "crosshead")
    assert [BODY, MORE, BODY] == texts(text, "paragraph")


SECOND = [
    "Nuclear watchdog says inspectors were refused entry to the enrichment plant near the capital",
    "Nuclear watchdog says inspectors were refused entry\nReuters\n2025-06-01",
    "Nuclear watchdog says inspectors were refused entry\n\nBy Staff Reporter",
    " date 2025-06-01 Menu Explore\nNuclear watchdog refused entry",
]


@pytest.mark.parametrize("head", SECOND)
def test_second_article(head: str) -> None:
    """A headline with what belongs to it begins a new article in the same file."""
    text = f"China backs direct talks between the parties\n\n{BODY}\n\n{MORE}\n\n{head}\n\n{VIENNA}\n"
    first, second = articles(text)
    assert text[slice(*first.span)].endswith(MORE)
    assert second.headline is not None and second.headline.startswith("Nuclear watchdog")
    assert first.id != second.id


LINKS = [
    "These 2 Nets Will Catch Every Fish (Try It)",
    "The Harbour Club",
    "Skippers Beg You: Stop Doing This Now",
    "SeaCare",
]


OTHER = (
    "Ministers in Lisbon met Portuguese fishermen from Setubal and Faro. Ana Sousa of the Algarve union told "
    "Minister Rui Alves in Evora that Sardinia and Corsica pay twice as much as Madeira does."
)


@pytest.mark.parametrize(
    ("head", "below", "count"),
    [
        ("", "", 2),  # names all new below a long line: another article
        ("May 2, 2025\n\n", "", 1),  # but articles of one document begin alike
        ("May 2, 2025\n\n", "May 3, 2025\n\n", 2),
        ("By Jane Roe\n\n", "", 1),
    ],
)
def test_headings_without_a_day(head: str, below: str, count: int) -> None:
    """A heading among dated articles begins one where a day or byline goes with it, as with the first."""
    heading = "Fishermen along the Algarve coast await an answer about the price of sardines and tuna"
    top = f"China backs direct talks between the parties\n\n{head}{BODY}\n\n{MORE}"
    assert count == len(articles(f"{top}\n\n{heading}\n\n{below}{OTHER}\n\n{OTHER}"))


def test_rows_of_adverts() -> None:
    """Two adverts with the names of their advertisers neither cut an article nor name an outlet; one alone may."""
    for lines, outlets, furniture in ((LINKS, [None], LINKS), (LINKS[:2], [None, "The Harbour Club"], LINKS[1:2])):
        text = "\n".join(("China backs direct talks between the parties", BODY, MORE, *lines, BODY))
        assert (outlets, furniture) == ([found.outlet for found in articles(text)], texts(text, "furniture"))


@pytest.mark.parametrize(("entries", "day"), [(20, "2025-07-07"), (60, "2025-07-07"), (420, None)])
def test_day_below_a_menu(entries: int, day: str | None) -> None:
    """The entries of a menu don't count as lines of the head, up to some hundreds."""
    menu = "\n".join(f"Harbour {number}" for number in range(entries))
    text = f"{menu}\nTalks to resume next week in the town\nTora Lund\nMon, July 7, 2025\n\n{BODY}\n\n{MORE}\n"
    assert day == articles(text)[0].published


@pytest.mark.parametrize(("above", "count"), [(0, 1), (1, 1), (2, 1), (3, 2)])
def test_headline_told_again(above: int, count: int) -> None:
    """A headline that a page repeats behind an advert or two begins no new article; behind a text it may."""
    head = "Nuclear watchdog says inspectors were refused entry to the enrichment plant"
    text = "\n\n".join(
        (f"{head}\nReuters\n2025-06-01", *[BODY, MORE, BODY][:above], head, "VIENNA (Reuters) - " + VIENNA)
    )
    assert count == len(articles(text))
    assert "2025-06-01" == articles(text)[0].published


def test_second_article_after_a_credit_line() -> None:
    """A credit line ends an article, and the shorter headline after it begins the next."""
    second = "Nuclear watchdog says inspectors were refused entry"
    text = f"{BODY}\n\n{MORE}\n\nAFP\n\n{second}\n\n{VIENNA}\n\nReuters\n"
    assert ["AFP", "Reuters"] == [a.outlet for a in articles(text)]


PARAGRAPHS = [
    "That’s correct,” Volker said.",
    "“It is time.”",
    "How did things go for you?",
    "Q. You open your book on May 17, 2001. What did you find?",
    "MR. KIRBY: We have nothing to announce today",
    "Mao Ning: China’s position is consistent and clear",
    "According to the ministry’s spokesperson:",
    "- Kyiv expects the talks to go on",
    "By Tuesday, China had agreed to send an envoy.",
    "For more than two years, Beijing has called for talks, the spokesman said.",
    "The Post said a White House official had dismissed the proposal as “not viable at all”.",
    "Russia's TASS News Agency reported on Friday that the summit may be held in an Arab country. (TASS)",
    "Read the statement again, he told reporters: “We are ready.”",
    "“NATO WASN'T THERE WHEN WE NEEDED THEM, AND THEY WON'T BE THERE AGAIN.”",
    "Follow the money, she said on X.",
]


@pytest.mark.parametrize("line", PARAGRAPHS)
def test_paragraphs(line: str) -> None:
    """What could hold a statement is a paragraph, however short or odd."""
    text = f"China backs direct talks between the parties\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert [BODY, line, MORE] == texts(text, "paragraph")


FURNITURE = [
    "UNITED24 - Make a charitable donation in support of Ukraine!",
    "Read breaking news, latest updates from US, UK and other countries along with Live Updates",
    "Join the GlobalSecurity.org mailing list",
    "NEWSLETTER",
    "Sign up for our newsletter",
    "Follow NBC Latino on Facebook, Twitter and Instagram.",
    "ADVERTISEMENT",
    "___",
    "* * *",
    "(Reporting by a correspondent in Beijing; Editing by the desk)",
    "© 2025 All rights reserved",
    "This combination of pictures created on May 12, 2025 shows the presidents of both countries.(AFP)",
    "FILE - President Xi Jinping speaks in Beijing on May 12, 2024. (AP Photo/File)",
    "The president at a meeting in Kyiv. Photograph: Pool/Getty Images",
    "https://www.example.com/2025/05/20/talks",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    """Menus, banners, captions and production notes are furniture."""
    text = f"China backs direct talks between the parties\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert [line] == texts(text, "furniture")


def test_doubled_lines() -> None:
    """A line that stands twice in a row counts once."""
    text = f"China backs direct talks between the parties\n\n{BODY}\n{BODY}\n\n{MORE}"
    assert [BODY, MORE] == texts(text, "paragraph")


def test_doubled_standfirst() -> None:
    """A standfirst that is printed again as the first paragraph counts once."""
    text = f"China backs direct talks between the parties\n\n{MORE}\n\nBy Staff Reporter\n\n{MORE}\n{BODY}"
    assert [MORE, BODY] == [t for role in ("standfirst", "paragraph") for t in texts(text, role)]


ADVERTS = [
    "Advertisement: “The best mattress I have ever owned,” says Linda from Ohio. Shop now and save 20%.",
    'Sponsored: "I lost 20 pounds in a month," says Dr Smith. Click here.',
    "ADVERTISEMENT\n\n“This app changed my life,” said one user. Download it today.",
    "Promoted: “It pays for itself,” says one owner.",
]


@pytest.mark.parametrize("advert", ADVERTS)
def test_adverts_with_quotations(advert: str) -> None:
    """What is advertised quotes somebody too, and is no part of the article."""
    assert [BODY, MORE] == texts(
        f"China backs direct talks between the parties\n\n{BODY}\n\n{advert}\n\n{MORE}", "paragraph"
    )


LIVE = """Ceasefire talks live: envoys gather in Doha

Show key events only
Please turn on JavaScript to use this feature

Key events
2h ago
Summary

14.32 BST
Rubio arrives in Doha
US secretary of state Marco Rubio has arrived in Doha for the talks, AFP reports.
Share

Updated at 14.40 BST

13.05 BST
Qatar’s foreign ministry spokesman said the talks were moving in the right direction.
Share
"""


def test_live_blog() -> None:
    """The entries of a live blog are its paragraphs; times, buttons and lists of entries are none."""
    said = (
        "US secretary of state Marco Rubio has arrived in Doha for the talks, AFP reports.",
        "Qatar’s foreign ministry spokesman said the talks were moving in the right direction.",
    )
    assert list(said) == texts(LIVE, "paragraph")


def test_dateline_is_no_part_of_the_paragraph() -> None:
    """The paragraph begins after its dateline."""
    text = f"China backs direct talks between the parties\n\nBEIJING, May 20 (Reuters) - {BODY}"
    assert [BODY] == texts(text, "paragraph")
    assert ["BEIJING, May 20 (Reuters) -"] == texts(text, "furniture")


def test_date_before_the_lead() -> None:
    """A date that stands before the lead on its line is furniture, and the article has no headline."""
    text = f" date 2025-02-13 {BODY}\n\n{MORE}\n\nAFP"
    (found,) = articles(text)
    assert (None, "2025-02-13", "AFP") == (found.headline, found.published, found.outlet)
    assert [BODY, MORE] == texts(text, "paragraph")


def test_headline_in_the_closing_line() -> None:
    """A headline that only the closing line gives is the article's."""
    text = f"{BODY}\n{MORE}\nThe post China Backs Peace Talks appeared first on Newsweek."
    assert ["China Backs Peace Talks"] == [a.headline for a in articles(text)]


def test_nothing_but_a_line() -> None:
    """A line without a full stop, alone, is a paragraph, not a headline."""
    assert ["China is ready for talks, Mao Ning said"] == texts("China is ready for talks, Mao Ning said", "paragraph")


def test_empty() -> None:
    """A text that shows nothing has no articles."""
    assert () == articles("") == articles(" \n\u200b\n\r\n\t")


WRAPPED = """China backs direct talks between the parties

China supports all efforts conducive to peace and supports direct dialogue
and negotiation between the parties, Foreign Ministry spokesperson Mao Ning
said on Tuesday.

"We hope parties will reach a fair and durable peace deal that is binding
and accepted by all," Mao said. She added that Beijing will work with the
international community.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\r"])
def test_hard_wraps(end: str) -> None:
    """Lines wrapped by hand are one paragraph, whatever ends the lines."""
    text = WRAPPED.replace("\n", end)
    found = texts(text, "paragraph")
    assert ["China supports", '"We hope'] == [" ".join(p.split()[:2]) for p in found]


def test_hard_wraps_without_blank_lines() -> None:
    """Wrapped paragraphs that only a short last line ends are told apart."""
    text = WRAPPED.replace("\n\n", "\n")
    assert 2 == len(texts(text, "paragraph"))


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("url: https://www.example.org/harbour\ndate: 2025-05-20\n\nTalks to resume next week", "2025-05-20"),
        ("Talks to resume next week\nsource: https://www.example.org/harbour\npublished: 2025-05-20", "2025-05-20"),
        ("Talks to resume next week\nand the week after\nsees: 2025-05-20", None),  # no label of metadata
    ],
)
def test_small_labels(lines: str, day: str | None) -> None:
    """A line that begins small with a label of metadata carries on none above it."""
    (found,) = articles(f"{lines}\n\n{BODY}")
    assert day == found.published


def test_broken_lines() -> None:
    """A sentence that a link broke into lines is one paragraph."""
    broken = "The ministry regularly\ncalls for\ndialogue."
    text = f"China backs direct talks between the parties\n\n{broken}\n\n{BODY}"
    assert [broken, BODY] == texts(text, "paragraph")


def test_invisible_characters() -> None:
    """Zero-width and non-breaking characters around a line don't hide what it is."""
    headline = "\u200b\u00a0China backs direct talks between the parties\u00a0\u200b"
    text = f"{headline}\n\n\ufeff{BODY}\u200b\n\n\u00a0AFP\u200b"
    (found,) = articles(text)
    assert ("China backs direct talks between the parties", "AFP") == (found.headline, found.outlet)
    assert [BODY] == texts(text, "paragraph")


def check(text: str) -> None:
    """Assert that blocks are in order, apart, within their article, and articles within the text."""
    end = 0
    for found in articles(text):
        assert end <= found.span[0] < found.span[1] <= len(text)
        for block in found.blocks:
            assert end <= block.span[0] < block.span[1] <= found.span[1]
            end = block.span[1]


LINES = [
    BODY, MORE, VIENNA, "AFP", "Reuters", "2025-05-20", "By Staff Reporter", "Trump Calls For Talks",
    "", "",
    "date 2025-05-20 Menu", "Published: May 20, 2025", "The post A appeared first on B.", "Title: A | B",
    "Title:", "BEIJING (Reuters) -", "https://a.b/2025/05/20/", "___", "A", "\u200b", "x" * 700,
    "Source: AFP", "By: A. B.",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]))
def test_any_lines(lines: list[str], end: str) -> None:
    """Lines in any order make articles whose blocks are in order and within the text."""
    check(end.join(lines))


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """No text whatever makes splitting raise or yield a span outside it."""
    check(text)


def test_ids_are_stable() -> None:
    """The same bytes give the same ids wherever the file lies, other bytes give others."""
    one, two = (split(Document(path, BODY, "1" * 64)) for path in ("a.txt", "b/c.txt"))
    assert [a.id for a in one] == [a.id for a in two]
    assert [a.id for a in one] != [a.id for a in split(Document("a.txt", BODY, "2" * 64))]


def test_no_dateutil() -> None:
    """Splitting an article with a common time stamp loads neither dateutil nor datetime parsers."""
    for name in [name for name in sys.modules if name.startswith("dateutil")]:
        del sys.modules[name]
    articles(f"China backs direct talks\n\nByHT News Desk\nMay 20, 2025 02:30 PM IST\n\n{BODY}\n\n{MORE}")
    assert not any(name.startswith("dateutil") for name in sys.modules)


FRONT = """---
title: "Readout of the Minister\\u2019s Meeting with\\
  \\ the Secretary\\_General"
published_time: 2023-05-01 22:06:57-04:00
author: 'Press Office'
source_url: https://www.example.gov/2023/05/01/readout
tags: statements
---

"""


def test_front_matter() -> None:
    """The fields of front matter are the head, quoted values unfolded, and none of it is text."""
    (found,) = articles(FRONT + BODY)
    assert ("Readout of the Minister’s Meeting with the Secretary General", "Press Office") == (
        found.headline,
        found.byline,
    )
    assert ("2023-05-01T22:06:57-04:00", "metadata") == (found.published, found.published_basis)
    assert "https://www.example.gov/2023/05/01/readout" == found.url
    assert [BODY] == texts(FRONT + BODY, "paragraph")


FRENCH = (
    "Le ministre a déclaré mardi que les discussions se poursuivraient et que les deux parties étaient proches "
    "d’un accord, ce qui n’avait pas été le cas depuis des mois."
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", BODY),
        ("fr", FRENCH),
        ("es", "---\ntitle: A\nlang: es-MX\n---\n" + BODY),  # what is stated comes first
        ("de", "Talks to resume next week\nLANGUAGE: GERMAN; DEUTSCH\n\n" + BODY),
        (None, "Talks to resume"),
    ],
)
def test_language(language: str | None, text: str) -> None:
    """An article's language is the one that its head states, or that its text is told to be in."""
    assert [language] == [article.language for article in articles(text)]


def test_each_article_has_its_language() -> None:
    """A document may hold articles in several languages."""
    text = f"Talks to resume next week\nReuters\n2025-05-20\n\n{BODY}\n\nDiscussions à Vienne la semaine prochaine\n\n2025-05-21\n\n{FRENCH}\n"
    assert ["en", "fr"] == [article.language for article in articles(text)]


@pytest.mark.parametrize("text", ["---\n\n" + BODY, "---\nno fields\n---\n" + BODY, "---\ntitle: A\n" + BODY])
def test_no_front_matter(text: str) -> None:
    """A rule above the text, or front matter that never ends, hides no text."""
    assert any(p.endswith(BODY[-20:]) for p in texts(text, "paragraph"))


@pytest.mark.parametrize("unit", ['"', "A ", "Trump Calls For Direct Talks\n", " \n", "May 20, 2025 ", BODY + "\n\n"])
def test_large_texts(unit: str) -> None:
    """Eight times as much of whatever kind takes nowhere near sixty-four times as long, be it one line."""
    spent = []
    for size in (16_000, 128_000):
        text = unit * (size // len(unit))
        start = time.process_time()
        articles(text)
        spent.append(time.process_time() - start)
    assert spent[1] < 24 * max(spent[0], 0.02)


def test_metadata_comes_before_the_text() -> None:
    """What a document's format says beside the text is believed, what it leaves out is read in the text."""
    text = (
        f"Talks to resume next week\nReuters\n2025-05-20\n\n{BODY}\n\nGrossi Visits Tehran\n\n2025-05-21\n\n{VIENNA}\n"
    )
    said = Metadata(
        headline="Talks resume",
        published="2025-05-19",
        language="en",
        evidence=(Clue("column", ("headline", "title")),),
    )
    (found,) = split(Document("-", text, "0" * 64, metadata=said))
    assert ("Talks resume", "Reuters", "2025-05-19", "metadata", "en") == (
        found.headline,
        found.outlet,
        found.published,
        found.published_basis,
        found.language,
    )
    assert Clue("column", ("headline", "title")) in found.evidence


@pytest.mark.parametrize(
    ("claimed", "text", "language"),
    [
        (None, BODY, "en"),
        ("de", BODY, "en"),
        ("xx", BODY, "en"),
        (
            "de",
            "Der Minister sagte, dass die Gespräche in der nächsten Woche in Wien weitergehen und nicht enden.",
            "de",
        ),
        ("de", "Nein.", "de"),
    ],
)
def test_language_that_is_claimed(claimed: str | None, text: str, language: str) -> None:
    """A format's word for the language counts unless the text is English, which is told surely."""
    [found] = split(Document("-", text, "0" * 64, metadata=Metadata(language=claimed)))

    assert language == found.language
