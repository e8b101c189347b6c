"""The sample articles: headline, byline, outlet and day published as a reader would give them."""

from pathlib import Path

import pytest

from statements_cli.articles import split
from statements_cli.documents import read
from statements_cli.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"

EXPECTED = [
    (
        "000_ec9e3053e9893cb4.txt",
        "Chinese FM says China supports direct dialogue and negotiation between Russia, Ukraine after Putin-Trump call",
        None,
        "Global Times",
        None,
        None,
    ),
    (
        "000_ec9e3053e9893cb4.txt",
        "‘Red study tours’ to lay a solid foundation for future Vietnam-China ties: Vietnamese Ambassador to China",
        None,
        "Global Times",
        None,
        None,
    ),
    (
        "001_403fd37b315acb09.txt",
        "China backs direct talks between Ukraine, Russia for immediate ceasefire",
        "HT News Desk",
        "Hindustan Times",
        "2025-05-20T14:30+05:30",
        "byline",
    ),
    (
        "002_99e0fc6441cc1dca.txt",
        "China Reacts to Trump and Putin’s Ukraine War Talks",
        None,
        "Newsweek",
        None,
        None,
    ),
    (
        "003_1e245f9fa4fb9267.txt",
        "China will continue to promote peace talks in Ukraine crisis: Xi",
        "GT staff reporters",
        "Global Times",
        "2025-08-08T22:52",
        "byline",
    ),
    ("004_143caf6f61325b1c.txt", None, None, "AFP", "2025-02-13", "metadata"),
]


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str, Article]]:
    """File name, text and article for every article of the samples."""
    return [
        (Path(document.path).name, document.text, article)
        for document in read([str(SEEDS)], report=print)
        for article in split(document)
    ]


def test_heads(found: list[tuple[str, str, Article]]) -> None:
    """Every article is found, with its head and day published."""
    heads = [(name, a.headline, a.byline, a.outlet, a.published, a.published_basis) for name, _, a in found]
    assert EXPECTED == heads


def test_crossheads_and_furniture(found: list[tuple[str, str, Article]]) -> None:
    """Crossheads, captions, banners and closing lines are no paragraphs."""
    lines = {
        text[slice(*block.span)][:40]: block.role
        for _, text, article in found
        for block in article.blocks
        if block.role not in ("paragraph", "headline")
    }
    expected = {
        "date 2025-05-20": "furniture",
        "Menu Explore": "furniture",
        "ByHT News Desk": "furniture",
        "May 20, 2025 02:30 PM IST": "furniture",
        "This combination of pictures created on ": "furniture",
        "Trump Calls For Direct Talks": "crosshead",
        "Read breaking news, latest updates from ": "furniture",
        "Why It Matters": "crosshead",
        "What To Know": "crosshead",
        "What People Are Saying": "crosshead",
        "What’s Next": "crosshead",
        "The post China Reacts to Trump and Putin": "furniture",
        "UNITED24 - Make a charitable donation in": "furniture",
        "Weapons of Mass Destruction (WMD)": "furniture",
        "Global Times": "furniture",
        "Xi holds phone talks with Putin": "furniture",
        "By GT staff reporters Published: Aug 08,": "furniture",
        "Timely communication": "crosshead",
        "Gathering at SCO": "crosshead",
        "NEWSLETTER": "furniture",
        "Join the GlobalSecurity.org mailing list": "furniture",
        "date 2025-02-13": "furniture",
        "AFP": "furniture",
    }
    assert expected == lines


def test_quotation_after_a_colon(found: list[tuple[str, str, Article]]) -> None:
    """A block quotation that a colon introduces is a paragraph, where only line ends part paragraphs."""
    (newsweek,) = [(text, article) for name, text, article in found if name.startswith("002")]
    paragraphs = [newsweek[0][slice(*b.span)] for b in newsweek[1].blocks if b.role == "paragraph"]
    assert any(p.endswith("wrote on X (formerly Twitter):") for p in paragraphs)
    assert any(p.startswith("“It is unconscionable") for p in paragraphs)
