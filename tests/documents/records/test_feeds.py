"""Entries of RSS and Atom feeds as documents, and what hostile XML comes to."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read
from statements_cli.model import Document

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Morning Paper &ndash; World</title><link>https://example.org</link><language>en-gb</language>
<image><title>Logo</title><url>x</url></image>
<item><title>Leaders agree</title><link>https://example.org/a</link><dc:creator>Ann Field</dc:creator>
<pubDate>Tue, 20 May 2025 10:00:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The minister said &ldquo;no&rdquo;.</p><p>He left.</p>]]></content:encoded></item>
<item><title>No talks</title><description>It&nbsp;was over, she said.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Evening Paper</title><updated>2025-01-01T00:00:00Z</updated>
<entry><title type="html">Talks &amp;amp; more</title><link rel="self" href="https://example.org/self"/>
<link href="https://example.org/b"/><updated>2025-05-21T10:00:00Z</updated><published>2025-05-20T10:00:00Z</published>
<author><name>Bo Hill</name><email>x@example.org</email></author><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>minister</b> said so.</p><p>He left.</p></div></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old Paper</title></channel>
<item><title>One</title><dc:date>2025-05-20</dc:date><description>She said so.</description></item></rdf:RDF>"""


def gather(data: str | bytes) -> tuple[list[Document], list[Notice]]:
    """Read standard input and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    documents = list(read(["-"], report=notices.append, stdin=stream))
    return documents, [notice for notice in notices if not notice.detail]


def said(document: Document) -> tuple[str | None, ...]:
    """Headline, byline, outlet, day, language and address of a document."""
    meta = document.metadata
    assert meta is not None
    return meta.headline, meta.byline, meta.outlet, meta.published, meta.language, meta.url


def test_rss() -> None:
    """An entry is its content, or its description, with what the feed says of it and of itself."""
    documents, notices = gather(RSS)
    assert ["The minister said “no”.\n\nHe left.", "It\xa0was over, she said."] == [d.text for d in documents]
    paper = "Morning Paper – World"
    expected = ("Leaders agree", "Ann Field", paper, "2025-05-20T10:00:00+03:00", "en", "https://example.org/a")
    assert [expected, ("No talks", None, paper, None, "en", None)] == [said(d) for d in documents]
    assert (["-#1", "-#2"], []) == ([d.path for d in documents], notices)


def test_atom() -> None:
    """Markup in an Atom entry parts paragraphs; the day is the one published."""
    (document,), _ = gather(ATOM)
    assert "The minister said so.\n\nHe left." == document.text
    expected = ("Talks & more", "Bo Hill", "Evening Paper", "2025-05-20T10:00:00Z", None, "https://example.org/b")
    assert expected == said(document)


def test_rss_1() -> None:
    """Entries of RSS 1.0 stand beside the channel."""
    (document,), _ = gather(RDF)
    assert ("One", None, "Old Paper", "2025-05-20", None, None) == said(document)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    """A feed is read in the encoding it declares or is marked with."""
    name = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "latin-1": "ISO-8859-1"}[encoding]
    data = RDF.replace("She said so.", "Café, she said.")
    (document,), _ = gather(f'<?xml version="1.0" encoding="{name}"?>{data}'.encode(encoding))
    assert "Café, she said." == document.text


def laughs(kind: str) -> str:
    """A document that defines entities which would swell, or that name a file."""
    lines = [
        '<!ENTITY a "haha">',
        *(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
    if kind == "file":
        lines = ['<!ENTITY i SYSTEM "file:///etc/passwd">']
    return f"<!DOCTYPE rss [{''.join(lines)}]><rss><channel><item><title>&i;</title></item></channel></rss>"


@pytest.mark.parametrize("kind", ["swelling", "file"])
def test_entities_are_refused(kind: str) -> None:
    """A feed that defines entities is one failure, whatever they are."""
    documents, notices = gather('<?xml version="1.0"?>' + laughs(kind))
    assert ([], [True]) == (documents, [n.failed for n in notices])
    assert "defines entities" in notices[0].message


def test_deep_nesting() -> None:
    """Elements nested without end are one failure."""
    documents, notices = gather("<rss>" + "<a>" * 100_000)
    assert ([], [True]) == (documents, [n.failed for n in notices])


def test_entries_before_damage() -> None:
    """Entries before damage are delivered, and the damage is a failure."""
    documents, notices = gather(RSS.replace("No talks", "No <b>talks"))
    assert (["-#1"], [True]) == ([d.path for d in documents], [n.failed for n in notices])


def test_other_xml() -> None:
    """XML of another kind is passed over with a word; text with a tag is text."""
    documents, notices = gather('<?xml version="1.0"?><config><a>1</a></config>')
    assert ([], [False]) == (documents, [n.failed for n in notices])
    assert 1 == len(gather("<minister> said so\n")[0])


@given(st.sampled_from([RSS, ATOM, RDF]), st.integers(0, 900), st.binary(max_size=9))
def test_damage_anywhere(feed: str, at: int, damage: bytes) -> None:
    """Damage anywhere raises nothing."""
    data = feed.encode()
    documents, _ = gather(data[:at] + damage + data[at + len(damage) :])
    assert len(documents) <= 2
