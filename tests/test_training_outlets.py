"""The annotation of other outlets' articles goes back beside the text that is made of their pages, or is refused."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("lxml")

from training import outlets
from training.annotated import digest

HTML = (
    "<html><head><title>Pier closes | The Gull</title><script>var said = 1;</script></head><body><nav><a>News</a>"
    "<a>Sport</a></nav><h1>Pier  closes</h1><div>Ann Lee said on <b>Mon</b>day that the\n pier would close.<br><br>"
    "“It is not safe,” she told the town council.<!-- end --></div><p>More stories</p></body></html>"
)
PARAGRAPHS = [
    "NewsSport",
    "Pier closes",
    "Ann Lee said on Monday that the pier would close.",
    "“It is not safe,” she told the town council.",
    "More stories",
]
TEXT = "Pier closes\n\n2025-05-02\n\n" + "\n\n".join(PARAGRAPHS[2:4]) + "\n"
STATEMENT = {"content": [[57, 79]], "cue": [[33, 37]], "source": [[25, 32]], "kind": "indirect", "speaker": "Ann Lee"}
LINE: dict[str, Any] = {
    "name": "Gull_2025_05_02",
    "round": 1,
    "archive": "pages-1.0.tar.gz",
    "page": "pages-1.0/tests/pier.html",
    "paragraphs": [[1, 2], [2, 4]],
    "stamp": "2025-05-02",
    "digest": digest(TEXT),
    "published": "2025-05-02",
    "outlet": "The Gull",
    "statements": [STATEMENT],
}
LATER = LINE | {"name": "Gull_2025_05_03", "round": 2, "archive": "more-1.0.tgz", "page": "package/test/pier.html.gz"}


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a file with an article of each round the annotation."""
    file = tmp_path / "outlets.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in (LINE, LATER)), "utf-8")
    monkeypatch.setattr(outlets, "ANNOTATION", file)


def packed(folder: Path, page: bytes, line: dict[str, Any] = LINE) -> Path:
    """Write an archive that holds the page of an article."""
    member = tarfile.TarInfo(line["page"])
    member.size = len(page)
    with tarfile.open(folder / line["archive"], "w:gz") as archive:
        archive.addfile(member, io.BytesIO(page))
    return folder


def test_paragraphs_of_a_page() -> None:
    """Line breaks and blocks part paragraphs, parts of a line and comments don't, and nothing hidden is among them."""
    assert PARAGRAPHS == outlets.paragraphs(HTML)


@pytest.mark.parametrize(
    ("ranges", "stamp", "text"),
    [
        ([[1, 4]], "2025-05-02", TEXT),
        ([[1, 2], [3, 4]], None, "Pier closes\n\n“It is not safe,” she told the town council.\n"),
        ([[2, 3], [1, 2]], None, "Ann Lee said on Monday that the pier would close.\n\nPier closes\n"),
    ],
)
def test_text_of_a_page(ranges: list[list[int]], stamp: str | None, text: str) -> None:
    """Ranges of paragraphs in the order given, the day below the first."""
    assert text == outlets.page_text(HTML, ranges, stamp)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.usefixtures("lines")
def test_articles_are_written(tmp_path: Path, encoding: str) -> None:
    """A text stands beside its annotation with every field, whichever of the two encodings the page has."""
    assert 1 == outlets.write_articles(packed(tmp_path, HTML.encode(encoding)), tmp_path / "out", 1)
    assert TEXT == (tmp_path / "out" / "Gull_2025_05_02.txt").read_text("utf-8")
    gold = json.loads((tmp_path / "out" / "Gull_2025_05_02.gold.json").read_text("utf-8"))
    assert ("2025-05-02", "The Gull", "Pier closes") == (gold["published"], gold["outlet"], gold["headline"])
    plain = dict.fromkeys(("act", "type", "role", "audience", "channel", "date"))
    assert [{**STATEMENT, **plain, "via": [], "optional": False}] == gold["statements"]


@pytest.mark.usefixtures("lines")
@pytest.mark.parametrize(("rounds", "names"), [(1, [LINE["name"]]), (2, [LINE["name"], LATER["name"]])])
def test_articles_of_the_first_rounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rounds: int, names: list[str]
) -> None:
    """Later rounds are left out with the archives that they need, else a page gzipped in its archive is read."""
    packed(tmp_path, HTML.encode())
    if rounds > 1:
        packed(tmp_path, gzip.compress(HTML.encode()), LATER)
    arguments = ["outlets", "--archives", str(tmp_path), "--output", str(tmp_path / "out"), "--rounds", str(rounds)]
    monkeypatch.setattr("sys.argv", arguments)
    assert 0 == outlets.main()
    assert dict.fromkeys(names, TEXT) == {
        path.stem: path.read_text("utf-8") for path in (tmp_path / "out").glob("*.txt")
    }


@pytest.mark.usefixtures("lines")
def test_every_round_is_written(tmp_path: Path) -> None:
    """Without a number of rounds the articles of all are written."""
    packed(packed(tmp_path, HTML.encode()), gzip.compress(HTML.encode()), LATER)
    assert 2 == outlets.write_articles(tmp_path, tmp_path / "out")


@pytest.mark.usefixtures("lines")
def test_another_page_is_refused(tmp_path: Path) -> None:
    """A page with another text gets no annotation."""
    with pytest.raises(ValueError, match="is not the one that was annotated"):
        outlets.write_articles(packed(tmp_path, HTML.replace("Lee", "Low").encode()), tmp_path / "out", 1)


def test_articles_kept_aside() -> None:
    """Forty articles of as many outlets and 18 more, whose spans are in order and whose statements have a speaker."""
    articles = [json.loads(line) for line in outlets.ANNOTATION.read_text("utf-8").splitlines()]
    first = [article for article in articles if article["round"] == 1]
    assert 40 == len({article["outlet"] for article in first}) == len(first)
    assert 58 == len({article["name"] for article in articles}) == len(articles)
    assert {1, 2} == {article["round"] for article in articles}
    for article in articles:
        assert len(article["statements"]) >= 4, article["name"]
        for statement in article["statements"]:
            assert statement["speaker"]
            for name in ("content", "cue", "source"):
                assert all(first < end for first, end in statement[name])
