"""What a saved web page yields: its main text as blocks, and what its head says of the article."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles import split
from statements_cli.documents import Notice
from statements_cli.documents import read as read_paths
from statements_cli.documents.pages.days import told_since
from statements_cli.documents.pages.page import decode_page, is_page, read_page
from statements_cli.model import Document
from statements_cli.pipeline import parse

BODY = """\
<p>The harbour will stay open through the winter, the port authority said on Monday after a week of talks.</p>
<p>“We have enough ice-breakers, and we have enough crews,” said its director, Ingrid Solheim, in an interview.</p>
<p>Shipping companies had warned that a closure would cost them more than the new terminal brought in last year.</p>
<p>The ministry of transport, which pays for the ice-breakers, will decide in March how many of them to keep.</p>"""
FURNITURE = """\
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">“World news you can trust,” says our editor</a></li></ul></nav>
<div class="cookie-banner"><p>“We value your privacy,” said the site. It would like to set cookies.</p></div>"""
BESIDE = """\
<figure><img src="a.jpg"><figcaption>Ingrid Solheim said the port was “ready”. Photo: Port</figcaption></figure>
<p>Read more: <a href="/b">Minister says terminal was “a mistake”</a></p>
<div class="relatedLinks"><p>Fishermen said they would “never” leave</p></div>
<aside><p>Sign up: “the best letter there is”, says a reader</p></aside>
<blockquote class="twitter-tweet"><p>What a winter, said nobody</p></blockquote>"""


def page(head: str = "", body: str = BODY, title: str = "Harbour to stay open through the winter") -> str:
    """A page with what usually stands around an article."""
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><meta charset='utf-8'><title>{title} | The Coast</title>{head}</head>"
        f"<body>{FURNITURE}<main><article><h1>{title}</h1>{body}{BESIDE}</article></main>"
        "<footer><p>Copyright The Coast, the paper that “never sleeps”, it says</p></footer></body></html>"
    )


def linked(**said: object) -> str:
    """A script with JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org"} | said)}</script>'


def read(markup: str | bytes) -> Document:
    """The document of a page."""
    pytest.importorskip("trafilatura")
    data = markup.encode() if isinstance(markup, str) else markup
    notices: list[Notice] = []
    document = read_page("page.html", data, notices.append)
    assert [] == notices
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\r\n <!doctype HTML public>", True),
        ("<!doctype html><html>".encode("utf-16"), True),
        (b"<html lang=en>", True),
        (b"<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML'>", True),
        (b"<!-- saved from url=(0020)https://example.com -->\n<html>", True),
        (b"<div><p>One.</p><p>Two.</p><p>Three.</p></div>", True),
        (b"<?xml version='1.0'?><rss version='2.0'><channel>", False),
        (b"<htmlish> is what he called it", False),
        (b"<p>One stray tag, then text. He said so.", False),
        (b"The <html> element, he said, is the root. <p></p><p></p><p></p>", False),
        (b"<3 is a heart, she said", False),
        (b"", False),
        (b"<", False),
    ],
)
def test_is_page(head: bytes, expected: bool) -> None:
    """A page is told by what it begins with, and text in which tags stand is none."""
    assert expected == is_page(head)


def test_text() -> None:
    """The text is headline and paragraphs in blocks, without menus, captions, related links and banners."""
    document = read(page())
    paragraphs = [line.removeprefix("<p>").removesuffix("</p>") for line in BODY.splitlines()]

    assert ["Harbour to stay open through the winter", *paragraphs] == document.text.split("\n\n")


def test_blocks() -> None:
    """The page's document is one article whose first block is its headline."""
    (article,) = split(read(page()))

    assert ["headline", *["paragraph"] * 4] == [block.role for block in article.blocks]


@pytest.mark.parametrize(
    "title",
    [
        "Icebound",
        "“We have enough ice-breakers,” the harbour's director says.",
        "The harbour stays open. The ships are glad. The ministry isn't.",
        "Harbour news | Daily Mail",
        "By the sea",
        "Menu",
        "3 November 2025",
    ],
)
def test_headline_of_any_form(title: str) -> None:
    """What the page says is its headline is the headline, whatever form it has."""
    (article,) = split(read(page(title=title)))

    assert ["headline", *["paragraph"] * 4] == [block.role for block in article.blocks]
    assert title == article.headline


def test_outlet_by_the_name_it_is_known_by() -> None:
    """An outlet goes by the name it is known by, which its address may tell."""
    (article,) = split(read(page('<link rel="canonical" href="https://www.reuters.com/harbour">' + META)))

    assert "Reuters" == article.outlet


META = '<meta property="og:site_name" content="reuters international edition">'


def test_digest() -> None:
    """The digest is that of the page's own bytes."""
    assert hashlib.sha256(page().encode()).hexdigest() == read(page()).digest


def test_standfirst_that_readers_see() -> None:
    """A description is part of the text, once, where the page shows it; one for search engines is not."""
    words = "A week of talks ends with a promise to the shipping companies."
    shown = page(f'<meta name="description" content="{words}">', f"<p class='x'>{words}</p>{BODY}")
    hidden = page(f'<meta name="description" content="{words}">')

    assert words == read(shown).text.split("\n\n")[1]
    assert 1 == read(shown).text.count(words)
    assert words not in read(hidden).text


@pytest.mark.parametrize(
    ("published", "modified", "told", "since"),
    [
        ("2012-05-10T14:29:05Z", "2026-04-24T11:16:53Z", "In August 2025 he said no.", "2025-08"),
        ("2012-05-10", "2013-05-02", "In May 2013 he said no.", "2013-05"),
        # less than a year, a forecast beyond the change, a year alone, a change in the same year, none
        ("2012-05-10", "2013-05-02", "In April 2013 he said no.", None),
        ("2012-05-10", "2020-05-02", "It will end on 3 June 2020.", None),
        ("2012-05-10", "2020-05-02", "It ended in 2019.", None),
        ("2012-05-10", "2012-12-02", "It will end in June 2013.", None),
        ("2012-05-10", None, "In August 2025 he said no.", None),
        (None, "2026-04-24", "In August 2025 he said no.", None),
    ],
)
def test_told_since(published: str | None, modified: str | None, told: str, since: str | None) -> None:
    """A text was changed years later where its head says so and it tells of a month since."""
    assert since == told_since(f"He met them on 3 March 2011. {told}", published, modified)


@pytest.mark.parametrize(
    ("told", "dates"), [("August 2024", [None, "2024-08"]), ("August 2011", ["2012-05-10", "2011-08"])]
)
def test_explainer(told: str, dates: list[str | None]) -> None:
    """What is said in a page that is kept up to date for years isn't dated by the day it was first published."""
    body = (
        f"<p>“We will stay,” Ann Lee, the harbour master, said. In {told} Bo Ek, a pilot, said that they would go.</p>"
    )
    head = linked(**{"@type": "NewsArticle", "datePublished": "2012-05-10", "dateModified": "2026-04-24"})

    assert dates == [one.date for one in parse(read(page(head, body + BODY.replace("on Monday ", "")))).statements][:2]


def test_repeated_headline_stands_once() -> None:
    """A headline that the text repeats stands once."""
    title = "Harbour to stay open through the winter"

    assert 1 == read(page(body=f"<h2>{title}</h2>{BODY}")).text.count(title)


def test_text_in_the_head_only() -> None:
    """A page that a program fills in is read from its JSON-LD."""
    text = "The harbour stays open, the port said.\n\n“We have crews,” said Ingrid Solheim.\n" * 3
    head = linked(**{"@type": "NewsArticle", "headline": "Harbour to stay open", "articleBody": text})

    assert "“We have crews,” said Ingrid Solheim." in read(page(head, "<div id='root'></div>")).text


def test_many_children_of_one_element() -> None:
    """A text of thousands of lines in one element is all there, in order."""
    lines = [f"Line {n} was said by the director of the port." for n in range(4000)]
    document = read(page(body=f"<div>{'<br>'.join(f'<i>{line}</i> ' for line in lines)}</div>"))

    assert lines == [line for line in document.text.splitlines() if line.startswith("Line ")]


def test_form_around_the_page() -> None:
    """A form that some systems set the whole page in is no clutter."""
    whole = page().replace("<main>", "<form id='aspnetForm' class='subscribe'>").replace("</main>", "</form>")

    assert read(page()).text == read(whole).text


def test_line_breaks() -> None:
    """Two line breaks part paragraphs as blank lines do."""
    lines = [line.removeprefix("<p>").removesuffix("</p>") for line in BODY.splitlines()]

    assert lines == read(page(body=f"<div>{'<br><br>'.join(lines)}</div>")).text.split("\n\n")[1:]


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "utf-16", "utf-8-sig", "utf-8"])
def test_encodings(encoding: str) -> None:
    """The encoding is the one that the page has, names, or begins with the mark of."""
    written = encoding if encoding != "iso-8859-1" else "windows-1252"  # as browsers take it
    markup = page(body=BODY.replace("Solheim", "Sølheim")).replace("charset='utf-8'", f"charset={encoding}")

    assert "“We have enough ice-breakers" in read(markup.encode(written)).text
    assert "Ingrid Sølheim" in read(markup.encode(written)).text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<meta charset=latin1>\xe9\x80", "<meta charset=latin1>é€"),
        (b"<meta charset=utf-8>na\xc3\xafve", "<meta charset=utf-8>naïve"),
        ("<meta charset=windows-1251>Привет".encode("cp1251"), "<meta charset=windows-1251>Привет"),
        ("<meta charset=gb2312>你好，世界".encode("gb18030"), "<meta charset=gb2312>你好，世界"),
        (b"<meta charset=no-such>caf\xe9 cr\xe8me br\xfbl\xe9e", "<meta charset=no-such>café crème brûlée"),
        (b"<meta charset=rot13>caf\xe9 cr\xe8me br\xfbl\xe9e", "<meta charset=rot13>café crème brûlée"),
    ],
)
def test_decode(data: bytes, expected: str) -> None:
    """An encoding that is declared is believed where the bytes allow it."""
    assert expected == decode_page(data)


def read_file(folder: Path, name: str, data: bytes) -> tuple[list[Document], list[Notice]]:
    """What the front door makes of a file."""
    notices: list[Notice] = []
    (folder / name).write_bytes(data)
    return list(read_paths([str(folder / name)], report=notices.append)), notices


@pytest.mark.parametrize("name", ["saved.txt", "saved.html", "saved"])
def test_told_by_content(tmp_path: Path, name: str) -> None:
    """A file is read as a page by its content, whatever it is called."""
    pytest.importorskip("trafilatura")
    (document,), notices = read_file(tmp_path, name, page().encode())

    assert document.metadata is not None
    assert [] == notices


def test_packed(tmp_path: Path) -> None:
    """A page is read out of what it is packed in; the digest is still that of the page."""
    pytest.importorskip("trafilatura")
    (document,), _ = read_file(tmp_path, "saved.html.gz", gzip.compress(page().encode()))

    assert hashlib.sha256(page().encode()).hexdigest() == document.digest


def test_text_stays_text(tmp_path: Path) -> None:
    """A text that begins with a tag is read as it is."""
    text = "<b>Bold</b> was the word, the minister said.\n"
    (document,), _ = read_file(tmp_path, "a.html", text.encode())

    assert text == document.text


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without trafilatura a page is reported as failed, and the extra named."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    documents, (notice,) = read_file(tmp_path, "a.html", page().encode())

    assert [] == documents
    assert notice.failed
    assert "pip install 'statements-cli[html]'" in notice.message


@pytest.mark.parametrize(
    "markup",
    [
        "<!doctype html>",
        "<html><head><title>Nothing</title></head></html>",
        "<html><body><img src=a></body></html>",
        "<!doctype html>" + "<div>" * 50_000,
        "<!doctype html><body>" + "<" * 100_000,
        "<!doctype html><body>" + "<!--" * 50_000,
        "<!doctype html><body>" + "<table><tr><td>" * 5_000,
        "<!doctype html><body><p>" + "&a;" * 20_000 + "<!DOCTYPE x [<!ENTITY a '&b;&b;'>]>",
    ],
)
def test_pages_without_text(markup: str) -> None:
    """A page with no text in it, or none that a parser finds, is passed over with a notice."""
    pytest.importorskip("trafilatura")
    notices: list[Notice] = []
    document = read_page("a.html", markup.encode(), notices.append)

    assert document is not None or ["a.html"] == [notice.path for notice in notices]
    assert not any(notice.failed for notice in notices)


HOSTILE = [
    linked(**{"@type": "NewsArticle", "headline": "Half a \ud83d character", "articleBody": "\udc00 " * 2000}),
    linked(**{"@type": "NewsArticle", "headline": ["A", {"b": 1}], "author": [[["x"]]], "publisher": 7}),
    '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    '<script type="application/ld+json">' + '{"@graph":' * 20_000 + "</script>",
    '<script type="application/ld+json">{"@type": "Article", "headline": "Broken\nline",}</script>',
    '<link rel=canonical href="http://[bad"><base href="http://[::1"><meta property=og:url content="javascript:alert(1)">',
    "<meta name=author content='By x'>" * 20_000,
    "<div " + " ".join(f"a{n}=1" for n in range(50_000)) + ">",
    "<svg><style><!--</style><math><mi>" * 100,
]


@pytest.mark.parametrize("head", HOSTILE)
def test_hostile_heads(head: str) -> None:
    """Whatever a page's head holds, nothing is raised."""
    pytest.importorskip("trafilatura")

    document = read_page("a.html", page(head).encode(), lambda _: None)

    assert document is None or document.text.encode()


@given(data=st.binary(max_size=400), at=st.integers(0, 1500))
def test_any_bytes(data: bytes, at: int) -> None:
    """Whatever bytes stand in a page, nothing is raised, and the spans of its article lie within the text."""
    pytest.importorskip("trafilatura")
    whole = page().encode()
    document = read_page("a.html", whole[:at] + data + whole[at:], lambda _: None)

    assert document is None or all(0 <= a.span[0] < a.span[1] <= len(document.text) for a in split(document))


SHARED = Path(__file__).parents[2].parent / "shared" / "pages"


@pytest.mark.skipif(not SHARED.is_dir(), reason="real pages are no part of the project")
def test_real_pages() -> None:
    """Of real pages the headline is a form of the page's own, and the day that of its own zone."""
    pytest.importorskip("trafilatura")
    gold = [json.loads(line) for line in (SHARED / "gold.jsonl").read_text("utf-8").splitlines()][::4]
    documents = [(one, read(gzip.decompress((SHARED / one["file"]).read_bytes()))) for one in gold]
    days = [one["published"][:10] == ((d.metadata and d.metadata.published) or "")[:10] for one, d in documents]
    headlines = [one["title"] == (d.metadata and d.metadata.headline) for one, d in documents]

    assert len(days) == sum(days)
    assert sum(headlines) >= 0.7 * len(headlines)


def test_no_socket(tmp_path: Path) -> None:
    """Reading a page opens no socket, though packages that come with trafilatura would when they are imported."""
    pytest.importorskip("trafilatura")
    (tmp_path / "page.html").write_text(page(), encoding="utf-8")
    script = (
        "import sys\n"
        "sys.addaudithook(lambda event, _: event.startswith('socket.') and sys.exit(event))\n"
        "from statements_cli import read\n"
        "sys.exit(len(list(read(sys.argv[1]))) != 1)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "page.html")], capture_output=True, check=False)

    assert (0, b"") == (done.returncode, done.stderr)
