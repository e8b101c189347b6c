"""The same rows come out in every format, whole and machine-readable."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.model import RECORD_KEYS
from statements_cli.model.codec import record_of
from statements_cli.output.environment import Environment
from statements_cli.output.writers import writer
from statements_cli.store import Store

ROWS: list[dict[str, object]] = [
    {"speaker": "Mao Ning", "text": "Two\nlines\twith a tab", "via": ["Tass", "Reuters"], "n": 1.5},
    {"speaker": None, "text": "=HYPERLINK(1)|“quoted”", "via": [], "n": 0},
]
FIELDS = ("speaker", "text", "via", "n")


def environment(encoding: str = "utf-8") -> tuple[Environment, io.BytesIO]:
    """Return an environment whose stdout is bytes in memory."""
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding=encoding, errors="backslashreplace", newline="")
    return Environment(io.StringIO(), stream, io.StringIO()), held


def written(format_: str, rows: list[dict[str, object]], encoding: str = "utf-8") -> str:
    """Return what a format's writer writes."""
    surroundings, held = environment(encoding)
    writer(format_)(rows, FIELDS, surroundings, True)
    surroundings.stdout.flush()
    return held.getvalue().decode(encoding)


def test_json() -> None:
    """JSON is one array that reads back as the rows."""
    assert ROWS == json.loads(written("json", ROWS))


def test_json_lines() -> None:
    """JSON Lines is an object a line."""
    assert ROWS == [json.loads(line) for line in written("jsonl", ROWS).splitlines()]


@pytest.mark.parametrize(
    ("format_", "nothing"),
    [("json", "[]\n"), ("jsonl", ""), ("csv", "speaker,text,via,n\n"), ("markdown", ""), ("table", "")],
)
def test_no_rows(format_: str, nothing: str) -> None:
    """Nothing found is still well-formed."""
    assert nothing == written(format_, [])


@pytest.mark.parametrize(("format_", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_separated(format_: str, delimiter: str) -> None:
    """CSV and TSV have a header, lists as JSON text, and no cell that a spreadsheet would run."""
    rows = list(csv.reader(io.StringIO(written(format_, ROWS)), delimiter=delimiter))

    assert list(FIELDS) == rows[0]
    assert ["Mao Ning", "Two\nlines\twith a tab", '["Tass", "Reuters"]', "1.5"] == rows[1]
    assert ["", "'=HYPERLINK(1)|“quoted”", "[]", "0"] == rows[2]


def test_plain() -> None:
    """Plain is a header line and a line a row, tabs between the columns."""
    assert ["speaker\ttext\tvia\tn", "Mao Ning\tTwo lines with a tab\tTass; Reuters\t1.5"] == written(
        "table", ROWS
    ).splitlines()[:2]


def test_markdown_escapes() -> None:
    """Markdown keeps a row on a line and takes no mark in a text for its own."""
    text = written("markdown", [{"speaker": "a|b", "text": "*x* [y](z) <b>\n`c`", "via": [], "n": 0}])

    assert "| a\\|b | \\*x\\* \\[y\\](z) \\<b\\> \\`c\\` |  | 0 |" == text.splitlines()[2]


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_stream_that_is_not_unicode(encoding: str) -> None:
    """Where the stream can't take a character JSON is escaped and still reads back the same."""
    assert ROWS == json.loads(written("json", ROWS, encoding))
    assert "\\u201cquoted\\u201d" in written("table", ROWS, "ascii")


def test_record_keys_in_order(store: Store) -> None:
    """A record has every key of the contract, in its order."""
    assert list(RECORD_KEYS) == list(record_of(store.statements()[0]))


@given(text=st.text(), format_=st.sampled_from(["json", "jsonl", "csv", "tsv", "markdown", "table"]))
def test_any_text(text: str, format_: str) -> None:
    """No text makes a writer raise, in whatever encoding."""
    rows: list[dict[str, object]] = [{"speaker": text, "text": text, "via": [text], "n": 1}]

    assert written(format_, rows, "ascii")
    if format_ in ("json", "jsonl"):
        [row] = [json.loads(written(format_, rows))] if format_ == "jsonl" else json.loads(written(format_, rows))
        assert rows[0] == row
