"""Inputs that once stopped, hung or broke the program are read, those kept beside the checkout too."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from fuzz import invariants
from statements_cli.cli.app import main
from statements_cli.documents import Notice, read
from statements_cli.documents.plain import digest
from statements_cli.model import Document
from statements_cli.output.environment import Environment
from statements_cli.pipeline import attempt, parse

KEPT = Path(__file__).parents[2] / "shared" / "cases" / "faults"
MADE = {
    "comments.html": "<!---->" * 100 + "<x>hello</x>",
    "labels.txt": "MODERATOR: Thank you.\n\nTV 24: Will you go there?\n\nMR. MILLER: No.\n\nCHANNEL 4: Why?\n\nMR. MILLER: So.\n",
    "halves.jsonl": '{"title": "A", "text": "Mao Ning said: \\u201cWe want \\ud800 peace.\\u201d", "author": "a\\udc80b"}\n',
    "french.txt": "« Nous devons " * 3000,
    "chinese.txt": "“中国" * 3000,
    "marks.txt": "“ " * 5000,
}


def read_whole(path: Path) -> list[Notice]:
    """Return what was said of a file that is read and parsed."""
    notices: list[Notice] = []
    for document in read([str(path)], report=notices.append):
        fault = attempt(document).fault
        notices += [fault] if fault else []
    return [notice for notice in notices if notice.failed]


@pytest.mark.parametrize("name", MADE)
def test_made(tmp_path: Path, name: str) -> None:
    """Each is read and parsed, and nothing fails."""
    (tmp_path / name).write_text(MADE[name], encoding="utf-8")

    assert [] == read_whole(tmp_path / name)


@pytest.mark.parametrize("name", ["comments.html", "stopiteration.txt", "surrogate.jsonl"])
def test_kept(name: str) -> None:
    """So are the inputs by which the faults were found."""
    if not (KEPT / name).exists():
        pytest.skip("the inputs lie beside the checkout")

    assert [] == read_whole(KEPT / name)


@pytest.mark.parametrize(
    "text",
    [
        ". PRESIDENT: Wir müssen handeln?\n Q: e",  # a part of a line without anything in it
        ". HENT: ?\n Q: e",  # a label within a line, found twice
    ],
)
def test_found_by_chance(text: str) -> None:
    """Texts at which fuzzing found something wrong hold what must hold for any."""
    invariants.check(parse(Document("a.txt", text, digest(text.encode()))))


def test_kept_bomb() -> None:
    """The archive that unpacks to quotation marks alone is read or refused; a beginning of what it holds is parsed."""
    if not (KEPT / "u.gz").exists():
        pytest.skip("the inputs lie beside the checkout")
    notices: list[Notice] = []
    found = list(read([str(KEPT / "u.gz")], report=notices.append))

    assert len(found) + len(notices) == 1
    for document in found:
        invariants.check(parse(replace(document, text=document.text[:20_000])))


def test_kept_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A NUL in a path of the settings is told in one line, and isn't a fault of the program."""
    if not (KEPT / "nul.toml").exists():
        pytest.skip("the inputs lie beside the checkout")
    (tmp_path / "statements.toml").write_bytes((KEPT / "nul.toml").read_bytes())
    monkeypatch.chdir(tmp_path)
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO(), {})
    status = main(["list"], environment)
    said = environment.stderr.getvalue()  # type: ignore[attr-defined]

    assert (2, 1) == (status, said.count("statements: error:"))
    assert "fault of the program" not in said
