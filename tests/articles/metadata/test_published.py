"""When articles were published, and how that is known: heads in, day and basis out."""

import pytest

from statements_cli.articles import split
from statements_cli.articles.metadata.stamps import address_day
from statements_cli.model import Article, Block, Clue, Document

LEAD = (
    "China on Tuesday welcomed the resumption of direct talks between the parties and said it supports all "
    "efforts conducive to peace."
)
REST = "“Dialogue and negotiation is the only viable way out of the crisis,” the spokesperson said."


def article(head: str, lead: str = LEAD, tail: str = REST, url: str | None = None) -> Article:
    """The one article of a text with a head above and a tail below."""
    (found,) = split(Document("-", f"{head}\n\n{lead}\n\n{tail}\n", "0" * 64, url))
    return found


HEADLINE = "China welcomes resumption of direct talks"

STAMPS = [
    # lines as pages and exports have them; the day, or day and time, that must come out; its basis
    ("{h}\nGlobal Times\n2019-11-18", "2019-11-18", "metadata"),
    ("{h}\nDeccan Herald\n2019-11-20T11:06:01+05:30", "2019-11-20T11:06:01+05:30", "metadata"),
    ("{h}\n\nGopal Sharma\n\n2023-04-25 12:26:15+00:00", "2023-04-25T12:26:15+00:00", "metadata"),
    ("{h}\nBy Rodrigo Campos\n2019-11-19T21:57:01+0000", "2019-11-19T21:57:01+00:00", "metadata"),
    ("{h}\nMoneycontrol\n01:38:07 PM IST Nov 20, 2019", "2019-11-20T13:38:07+05:30", "byline"),
    ("{h}\n\nByHT News Desk\nMay 20, 2025 02:30 PM IST", "2025-05-20T14:30+05:30", "byline"),
    ("{h}\n\nBy GT staff reporters Published: Aug 08, 2025 10:52 PM", "2025-08-08T22:52", "byline"),
    ("{h}\nBy Staff Reporter | May 20, 2025", "2025-05-20", "byline"),
    ("{h}\nTuesday 20 May 2025 14.30 BST", "2025-05-20T14:30+01:00", "byline"),
    ("{h}\nPublished 20 May 2025", "2025-05-20", "byline"),
    ("{h}\nPublished: 20/05/2025", "2025-05-20", "byline"),
    ("{h}\n20 May 2025 • 3 min read", "2025-05-20", "byline"),
    ("{h}\nXinhua | 2025-05-20 21:15:30", "2025-05-20T21:15:30", "metadata"),
    ("{h}\nUpdated May 21, 2025 9:00 AM ET; Published May 20, 2025 8:00 AM ET", "2025-05-20T08:00", "byline"),
    ("{h}\nFirst published on Tue 20 May 2025 10.15 BST\nLast modified on Wed 21 May 2025 09.00 BST",
     "2025-05-20T10:15+01:00", "byline"),
    ("Title: {h}\nSource: Reuters\nDate: 2025-05-20", "2025-05-20", "metadata"),
    ("Date: May 20, 2025\nTitle: {h}", "2025-05-20", "metadata"),
    ("published_at: 2025-05-20\ntitle: {h}", "2025-05-20", "metadata"),
    ("title: {h}\nauthor: Staff Reporter\ndatePublished: 2025-05-20", "2025-05-20", "metadata"),
    ("title: {h}\ndate_modified: 2025-05-22\ndate_published: 2025-05-20", "2025-05-20", "metadata"),
    ("{h}\nPublished: 20-05-2025", "2025-05-20", "byline"),
    ("{h}\nPosted on May 20, 2025 by admin", "2025-05-20", "byline"),
    ("{h}\n20 мая 2025", "2025-05-20", "byline"),
    ("{h}\n20 Mai 2025, 10:55", "2025-05-20", "byline"),  # times behind months of other languages
    ("{h}\n20. Mai 2025, 10:55 Uhr", "2025-05-20", "byline"),
    ("{h}\n20 de mayo de 2025 a las 10:55", "2025-05-20", "byline"),
    ("{h}\n20 décembre 2025 à 10h55", "2025-12-20", "byline"),
    ("{h}\n2025年05月20日 15:30", "2025-05-20T15:30", "byline"),
    ("{h}\nBy Staff Reporter\nMay 20, 20253:15 PM GMT+8Updated 3 hours ago", "2025-05-20T15:15+08:00",
     "byline"),
    ("{h}\nMay 19, 2025, 20:00, Sochi", "2025-05-19T20:00", "byline"),
    ("{h}\nBeijing says dialogue is the only way.\n\nBy Al Jazeera Staff\nPublished On 20 May 2025",
     "2025-05-20", "byline"),
    ("{h}\nBy Staff Reporter, CNN\n4 minute read\nPublished 9:15 PM EDT, Tue May 20, 2025", "2025-05-20",
     "byline"),
    ("The Straits Times\nMay 20, 2025 Tuesday\n\n{h}\n\nBYLINE: Staff Reporter\n\nLENGTH: 600 words",
     "2025-05-20", "byline"),
    (" date 2025-05-20 Menu Explore\n{h}", "2025-05-20", "metadata"),
    ("{h}\nhttps://www.reuters.com/world/2025/05/20/talks/", "2025-05-20", "address"),
    ("{h}\nhttps://www.fmprc.gov.cn/eng/wjb/202305/t20230504_11070480.html", "2023-05-04", "address"),
    ("{h}\nhttps://example.com/2025-05-20-talks.html", "2025-05-20", "address"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "published", "basis"), STAMPS)
def test_stamps(head: str, published: str, basis: str) -> None:
    """A time stamp above the text, in whatever form, is the day published; the headline stays."""
    found = article(head.format(h=HEADLINE))
    assert (published, basis, HEADLINE) == (found.published, found.published_basis, found.headline)


NO_DAY = [
    "{h}",
    "{h}\nusatoday\n0001-01-01T00:00:00Z",  # null dates
    "{h}\n1970-01-01T00:00:00Z",
    "{h}\nMonday",
    "{h}\n14:30",
    "{h}\nPublished: 05/06/2025",  # the fifth of June or the sixth of May
    "{h}\nMay 2025",
    "{h}\n\nMay 20, 2025 by all accounts was a calm day in the capital.",
    "{h}\n\nThis combination of pictures created on May 12, 2025 shows the two presidents.(AFP)",
    "{h}\n\nFILE - The president speaks in Beijing on May 12, 2025. (AP Photo/File)",
]


@pytest.mark.parametrize("head", NO_DAY)
def test_no_day(head: str) -> None:
    """Where no day is stated there is none; a caption's date is never taken."""
    found = article(head.format(h=HEADLINE))
    assert (None, None) == (found.published, found.published_basis)


@pytest.mark.parametrize(
    "lead",
    [
        "The agreement signed on May 8, 2024 has held so far, foreign ministry officials said there.",
        "On 20 May 2025, the ministry will publish its report on the talks, an official told reporters.",
        "BEIJING, May 20 (Reuters) - China welcomed the resumption of direct talks, a spokesperson said.",
    ],
)
def test_dates_in_the_text(lead: str) -> None:
    """An event's date, and a dateline whose year nothing tells, give no day published."""
    assert article(HEADLINE, lead).published is None


@pytest.mark.parametrize(
    ("lead", "published"),
    [
        ("BEIJING, May 20, 2025 (Reuters) - China welcomed the resumption of direct talks.", "2025-05-20"),
        ("MOSCOW, 20 May 2025. /TASS/. Russia is ready to continue talks, an aide said there.", "2025-05-20"),
    ],
)
def test_dateline(lead: str, published: str) -> None:
    """A dateline with its year is the day published."""
    found = article(HEADLINE, lead)
    assert (published, "dateline") == (found.published, found.published_basis)


def test_dateline_with_the_year_of_the_address() -> None:
    """A dateline's day takes its year from the address."""
    lead = "BEIJING, May 20 (Reuters) - China welcomed the resumption of direct talks, a spokesperson said."
    found = article(HEADLINE, lead, url="https://www.reuters.com/world/2025/05/21/talks/")
    assert ("2025-05-20", "dateline", "Reuters") == (found.published, found.published_basis, found.outlet)


@pytest.mark.parametrize(
    ("outlet", "published"),
    [("The Guardian", "2025-06-05"), ("USA Today", "2025-05-06"), ("Rappler", "2025-05-06")],
)
def test_order_by_country(outlet: str, published: str) -> None:
    """Figures that can be read two ways are read as the outlet's country writes them."""
    assert published == article(f"{HEADLINE}\n{outlet}\nPublished: 05/06/2025").published


def test_order_by_other_dates() -> None:
    """Figures that can be read two ways are read as another date in the text is written."""
    tail = "The ceasefire of 19/03/2025 was broken within hours, the ministry said."
    assert "2025-06-05" == article(f"{HEADLINE}\nPublished: 05/06/2025", tail=tail).published


def test_update_alone() -> None:
    """Where only an update is dated, its day is taken and a clue says so."""
    found = article(f"{HEADLINE}\nUpdated: May 20, 2025")
    assert "2025-05-20" == found.published
    assert Clue("day of update") in found.evidence


CONTRADICTED = [
    (
        "{h}\nJohn Hudson\n2012-05-10",
        "The conflict, which began in 2022, and talks in 2025 failed.",
        "contradicting text",
    ),
    (
        "{h}\nJohn Hudson\n2012-05-10",
        "The conflict, which began since May 2022, ended late 2023.",
        "contradicting text",
    ),
    ("{h}\n2025-05-20\nPublished: May 18, 2025 10:00 AM", REST, "contradicting line"),
    ("{h}\nPublished: May 20, 2025\nhttps://example.com/2024/01/07/talks", REST, "contradicting address"),
]


OVERRULED = [
    # head with an address of 10 March 2025, opening, day published, basis
    ("---\ntitle: {h}\nsource: {a}\ndate: 2026-03-10\n---", LEAD, "2025-03-10", "address"),  # the day of a crawl
    (
        "---\ntitle: {h}\nsource: {a}\ndate: 2026-03-10\n---",
        "OSLO, March 10 (Reuters) - " + LEAD,
        "2025-03-10",
        "address",
    ),
    ("---\ntitle: {h}\nsource: {a}\ndate: 2019-06-28\n---", "March 10 (Reuters) - " + LEAD, "2025-03-10", "address"),
    ("---\ntitle: {h}\nsource: {a}\ndate: unknown\n---", LEAD, "2025-03-10", "address"),
    ("{h}\nUpdated: May 20, 2025\n{a}", LEAD, "2025-03-10", "address"),
    ("---\ntitle: {h}\nsource: {a}\ndate: 2025-03-13\n---", LEAD, "2025-03-13", "metadata"),  # three days are near
    ("---\ntitle: {h}\nsource: {a}\ndate: 2025-03-14\n---", LEAD, "2025-03-10", "address"),
    (
        "---\ntitle: {h}\nsource: {a}\ndate: 2025-06-04\n---",
        "OSLO, June 4 (Reuters) - " + LEAD,
        "2025-06-04",
        "metadata",
    ),
    ("{h}\nPublished: June 4, 2025\n{a}", LEAD, "2025-06-04", "byline"),  # readers see it
    ("{h}\nPublished: June 4, 2025\n{a}", "OSLO, March 10 (Reuters) - " + LEAD, "2025-03-10", "address"),
]


@pytest.mark.parametrize(
    "address", ["2025/03/10/talks", "talks-go-on-2025-03-10", "2025/mar/10/talks", "talks-march-10-2025"]
)
@pytest.mark.parametrize(("head", "lead", "day", "basis"), OVERRULED)
def test_address_against_stamp(head: str, lead: str, day: str, basis: str, address: str) -> None:
    """The day of the address beats a field that contradicts it, and a visible line where the dateline agrees."""
    found = article(head.format(h=HEADLINE, a=f"https://example.com/world/{address}"), lead)
    assert (day, basis) == (found.published, found.published_basis)


ADDRESSES = [
    ("https://example.com/2025/may/20/talks", "2025-05-20"),
    ("https://example.com/2025/foo/20/talks", None),
    ("https://example.com/a-may-20-2025", "2025-05-20"),
    ("https://example.com/a-may-32-2025", None),
    ("https://example.com/may-2025-20", None),
]


@pytest.mark.parametrize(("url", "day"), ADDRESSES)
def test_address_with_month_name(url: str, day: str | None) -> None:
    """An address tells a day by a month's name, too, where the calendar has it."""
    found = address_day(url)
    assert day == (found.iso if found else None)


def test_dateline_below_a_caption() -> None:
    """A dateline opens the text behind a caption; its words are no part of what is said."""
    caption = "Prime Minister Ola Berg speaks in Bergen, Norway, June 28, 2019. REUTERS/Jon Lie/File Photo"
    lead = "OSLO, March 10, 2025 (Reuters) - The talks are near an end, Foreign Minister Kari Moe said on Monday."
    found = article(f"{HEADLINE}\n\n{caption}", lead)
    assert ("2025-03-10", "dateline") == (found.published, found.published_basis)
    assert ["OSLO, March 10, 2025 (Reuters) -"] == [
        block_text
        for block in found.blocks
        if (block_text := _words(block, f"{HEADLINE}\n\n{caption}\n\n{lead}")).startswith("OSLO")
    ]


def _words(block: Block, text: str) -> str:
    return text[slice(*block.span)]


@pytest.mark.parametrize(("head", "tail", "kind"), CONTRADICTED)
def test_contradiction(head: str, tail: str, kind: str) -> None:
    """A day that the text, another line or the address contradicts is said in the evidence."""
    found = article(head.format(h=HEADLINE), tail=tail)
    assert kind in [clue.kind for clue in found.evidence]


SHORT = "DOHA (Reuters) - Negotiators will meet again on Sunday, officials in Qatar said after a day of talks."


@pytest.mark.parametrize("tail", ["Published: 14 Aug 2025", "Published: 14 Aug 2025 18:02 GST"])
def test_a_day_below_a_short_text_leaves_the_dateline_its_outlet(tail: str) -> None:
    """A text so short that it looks like a standfirst above a time stamp still names its agency."""
    (found,) = split(Document("-", f"Talks to resume\n\n{SHORT}\n\n{tail}\n", "0" * 64, None))
    assert ("Reuters", "2025-08-14") == (found.outlet, (found.published or "")[:10])


def test_a_day_above_the_dateline() -> None:
    """A day alone above the dateline counts where lines like running text, marks damaged, stand above it."""
    head = 'Russia ready to take part in direct talks on the settlement "?diplomat'
    deck = 'A diplomat believes terms for the island"?reunification should be approved by the population at referendum'
    text = f"{head}\n\n{deck}\n\nMay 20, 2025\n\nMOSCOW, May 20. /TASS/. {LEAD}\n\n{REST}"
    (found,) = split(Document("-", text, "0" * 64))
    assert ("2025-05-20", "byline") == (found.published, found.published_basis)


@pytest.mark.parametrize(("above", "count"), [('China backs talks on the North "?Foreign Ministry', 1), (LEAD, 2)])
def test_a_sentence_below_a_damaged_headline(above: str, count: int) -> None:
    """A line without a stop below the metadata is the headline, and the next line begins no article of its own."""
    deck = "The Russian Foreign Ministry has condemned the attack and offered condolences to families of the victims"
    text = f"url: http://tass.com/1\ndate: 2025-05-20\n\n{above}\n\n{deck}\n\nMOSCOW, May 20. /TASS/. {LEAD}\n\n{REST}"
    assert count == len(split(Document("-", text, "0" * 64)))
