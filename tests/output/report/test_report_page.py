"""The page of a report holds its data whole, runs nothing but its own program, and loads nothing."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from statements_cli.data import FOLDER
from statements_cli.output.report.page_rows import Heading
from statements_cli.output.report.report_page import PROGRAM, report_page

HOSTILE = "</script><!--<img src=x onerror=alert(1)>\u2028{program} & \"quotes\" 'n'"


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text of those that hold text alone."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))
        self.texts.append("")
        self.open = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """Leave an element; what follows is not its text."""
        self.open = False

    def handle_data(self, data: str) -> None:
        """Keep text with the element that was opened last."""
        if self.open:
            self.texts[-1] += data

    def texts_of(self, tag: str) -> list[str]:
        """Return the texts of all elements of a kind."""
        return [text for (name, _), text in zip(self.found, self.texts, strict=True) if name == tag]


def page(*rows: dict[str, Any], title: str = "What was said") -> str:
    """Return the page of some rows."""
    return "".join(report_page(Heading(title, ["country CN"], "2025-05-20", "0.1.0"), rows))


def rows_in(text: str) -> list[Any]:
    """Return the rows that a page holds."""
    packed = Elements(text).texts_of("script")[0]
    return [json.loads(line) for line in gzip.decompress(base64.b64decode(packed)).decode().split("\n")[:-1]]


@pytest.mark.parametrize("count", [0, 1, 2000])
def test_rows_come_back(count: int) -> None:
    """What is written is what the page's program reads, with the heading before it, whatever the length."""
    rows = [{"path": f"news/{hashlib.md5(bytes([at % 251])).hexdigest()}", "n": at} for at in range(count)]
    heading, *others = rows_in(page(*rows))

    assert rows == others
    assert ("What was said", ["country CN"], "2025-05-20") == (heading["title"], heading["asked"], heading["made"])


def test_the_same_rows_give_the_same_page() -> None:
    """A page doesn't depend on when it is made, but for the day that is given."""
    assert page({"path": "a"}) == page({"path": "a"})


def test_policy_names_what_runs() -> None:
    """The policy allows the page's own style and program by their hashes, and nothing else."""
    elements = Elements(page())
    [policy] = [a["content"] for tag, a in elements.found if a.get("http-equiv") == "Content-Security-Policy"]
    sources = dict(part.strip().split(" ", 1) for part in (policy or "").split(";"))
    texts = {"style-src": elements.texts_of("style")[0], "script-src": elements.texts_of("script")[1]}
    hashes = {name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for name, text in texts.items()}

    assert {name: f"'sha256-{value}'" for name, value in hashes.items()} == {name: sources[name] for name in hashes}
    assert ("'none'",) * 4 == tuple(
        sources[name] for name in ("default-src", "base-uri", "form-action", "trusted-types")
    )
    assert not {"img-src", "connect-src", "font-src", "frame-src"} & sources.keys()


def test_hostile_texts_open_no_element() -> None:
    """A title or a text of an article adds no element and no attribute to the page, and comes back as it was."""
    hostile = page({"path": HOSTILE}, title=HOSTILE)
    tags = [tag for tag, _ in Elements(hostile).found]

    assert [tag for tag, _ in Elements(page({"path": "a"})).found] == tags
    assert HOSTILE == rows_in(hostile)[1]["path"]
    assert HOSTILE.replace("\u2028", "\n") == rows_in(hostile)[0]["title"]
    assert "</script><!--" in Elements(hostile).texts_of("h1")[0]
    assert 2 == hostile.count("</script>")


def test_no_element_loads_anything() -> None:
    """No element of the page names a file or an address."""
    elements = Elements(page({"path": "a", "url": "https://example.org/"}))

    assert not [a for _, a in elements.found if {"src", "srcset", "data", "action", "poster", "style"} & a.keys()]
    assert ["#results"] == [a["href"] for _, a in elements.found if "href" in a]
    assert "@import" not in elements.texts_of("style")[0] and "url(" not in elements.texts_of("style")[0]


@pytest.mark.parametrize("name", PROGRAM)
def test_texts_stay_texts(name: str) -> None:
    """No file of the program makes markup, styles or programs out of text, or ends the element it stands in."""
    with open(f"{FOLDER}/report/{name}.js", encoding="utf-8") as file:  # noqa: PTH123
        text = file.read()
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|<script|</|srcdoc"

    assert [] == re.findall(markup, text)
    assert text.startswith("// ") and text.endswith("\n") and len(text.splitlines()) <= 300
