"""The annotation of pages goes back beside the text that is made of them, or is refused."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("lxml")

from training import pages
from training.annotated import digest

BODY = "Ann Lee said on Monday that the pier would close. “It is not safe,” she told the town council."
HTML = (
    "<html><body><nav><p>Sign up for more of our letters today</p></nav><h1>Pier closes</h1><div><p>"
    "Ann Lee said on <b>Monday</b> that the pier\n would close.</p><p>“It is not safe,” she told the town council.</p>"
    "<p>“It is not safe,” she told the town council.</p></div><p>More stories that you may like</p></body></html>"
)
SAID = {"file": "Pier.html.gz", "title": "Pier  closes", "published": "2025-05-02T10:00:00+00:00", "body": BODY}
TEXT = (
    "Pier closes\n\n2025-05-02 10:00\n\nAnn Lee said on Monday that the pier would close.\n\n"
    "“It is not safe,” she told the town council.\n"
)


def test_text_of_a_page() -> None:
    """The paragraphs that belong to the body, each once, below the headline and the time."""
    assert pages.page_text(HTML, SAID) == TEXT


@pytest.mark.parametrize("html", [HTML, HTML.replace("Monday", "Tuesday")])
def test_annotation_belongs_to_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, html: str) -> None:
    """A page gets its annotation; another page under its name gets none."""
    gold: dict[str, Any] = {"published": "2025-05-02", "outlet": None, "statements": []}
    lines = tmp_path / "pages.jsonl"
    lines.write_text(json.dumps({"page": "Pier", "digest": digest(TEXT), "gold": gold}) + "\n", "utf-8")
    monkeypatch.setattr(pages, "ANNOTATION", lines)
    (tmp_path / "gold.jsonl").write_text(json.dumps(SAID) + "\n", "utf-8")
    (tmp_path / "Pier.html.gz").write_bytes(gzip.compress(html.encode()))
    if html != HTML:
        with pytest.raises(ValueError, match="is not the one that was annotated"):
            pages.write_pages(tmp_path, tmp_path / "out")
        return
    assert 1 == pages.write_pages(tmp_path, tmp_path / "out")
    assert TEXT == (tmp_path / "out" / "Pier.txt").read_text("utf-8")
    assert {**gold, "headline": "Pier closes"} == json.loads((tmp_path / "out" / "Pier.gold.json").read_text("utf-8"))
