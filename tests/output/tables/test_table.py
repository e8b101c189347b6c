"""Tables fit every terminal and take text only as text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest

from statements_cli.output.environment import Environment
from statements_cli.output.tables.table import write_table
from statements_cli.output.tables.table_columns import ARTICLES, HITS, SPEAKERS, STATEMENTS

ROW: dict[str, Any] = {
    "id": "0123456789abcdef",
    "date": "2025-05-20",
    "date_basis": "stated",
    "speaker": "Mao Ning",
    "kind": "direct",
    "text": "China supports direct dialogue and negotiation between the parties",
    "outlet": "Global Times",
    "score": 98.5,
}


def drawn(
    rows: Sequence[dict[str, Any]],
    width: int,
    fields: Sequence[str] = (),
    color: str = "never",
    terminal: bool = True,
    **more: Any,
) -> str:
    """Return the table as drawn on a terminal of this width."""
    out = io.StringIO()
    environment = Environment(io.StringIO(), out, io.StringIO(), {"TERM": "xterm-256color"})
    environment.stdout_is_terminal, environment.width, environment.color = terminal, width, color
    write_table(rows, fields, more.pop("layout", STATEMENTS), environment, **more)
    return out.getvalue()


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 120, 200])
def test_fits(width: int) -> None:
    """No line is wider than the terminal."""
    text = drawn([ROW, ROW | {"text": "wide 对话" * 40, "speaker": "习近平" * 9}], width)

    from rich.cells import cell_len

    assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize(("terminal", "shown"), [(True, "2025-05-20T14:30 "), (False, "+05:30")])
def test_moment_published(terminal: bool, shown: str) -> None:
    """A terminal shows when an article was published to the minute, on one line; a pipe has the zone, too."""
    row = dict.fromkeys(ARTICLES.fields) | {"published": "2025-05-20T14:30+05:30", "statements": 3}
    text = drawn([row], 80, layout=ARTICLES, terminal=terminal)

    assert shown in text
    assert terminal == ("05:30" not in text)


@pytest.mark.parametrize(
    ("width", "shown", "dropped"),
    [
        (40, ["Mao Ning", "01234567"], ["Speaker", "Global Times"]),
        (80, ["Speaker"], ["Global Times"]),
        (200, ["Global Times"], []),
    ],
)
def test_columns_drop_out(width: int, shown: list[str], dropped: list[str]) -> None:
    """Narrow terminals drop the columns that matter least, the narrowest stack the values."""
    text = drawn([ROW], width)

    assert all(words in text for words in shown)
    assert not any(words in text for words in dropped)


def test_terminal_cuts_long_text_and_pipe_does_not() -> None:
    """Only the table on a terminal shortens anything."""
    long = ROW | {"text": "word " * 400 + "end"}

    assert "…" in drawn([long], 80) and "end" not in drawn([long], 80)
    assert "end" in drawn([long], 80, terminal=False)


def test_text_is_data() -> None:
    """Markup, emoji codes and escape sequences in a text are shown, not taken."""
    text = drawn([ROW | {"text": "[red]x[/red] :smile: \x1b[31m [link=a]"}], 200)

    assert "[red]x[/red] :smile: \\x1b[31m [link=a]" in text
    assert "\x1b" not in text


def test_matches_are_highlighted() -> None:
    """Matched words are coloured on a terminal, also where the text must begin later to show them."""
    long = ROW | {"text": "word " * 200 + "dialogue ends"}
    start = len("word " * 200)
    highlights = {ROW["id"]: [(start, start + 8)]}

    text = drawn([long], 80, color="always", layout=HITS, highlights=highlights)

    assert "\x1b[1;33mdialogue\x1b[0m" in text


def test_unsure_days_are_shown_so() -> None:
    """An inferred day has a question mark, an unknown one says so."""
    text = drawn([ROW | {"date_basis": "inferred"}, ROW | {"date": None}], 80)

    assert "2025-05-20?" in text and "undated" in text


def test_ids_are_as_long_as_needed() -> None:
    """Ids are cut on a terminal, but stay different."""
    assert "0123456789ab" in drawn([ROW, ROW | {"id": "0123456789aa"}], 80).split()
    assert "012345678" not in drawn([ROW], 80)


def test_fields() -> None:
    """The fields asked for are the columns, in that order."""
    head = drawn([ROW], 120, fields=("speaker", "score")).splitlines()[0].split()

    assert ["Speaker", "Score"] == head


def test_other_layouts() -> None:
    """Speakers and articles are drawn at any width."""
    speaker = {
        "speaker": "Mao Ning",
        "type": "person",
        "role": "spokesperson",
        "country": "CN",
        "statements": 6,
    }
    speaker |= {"first": "2025-05", "last": None, "spellings": ("Mao", "Mao Ning")}
    article = {"published": None, "outlet": None, "headline": "Talks", "byline": None, "statements": 3}
    article |= {"article": "a1", "path": "x.txt"}
    for width in (20, 40, 80, 200):
        assert "Mao Ning" in drawn([speaker], width, layout=SPEAKERS)
        assert "Talks" in drawn([article], width, layout=ARTICLES)


def test_nothing_is_no_table() -> None:
    """No rows, no header."""
    assert "" == drawn([], 80)
