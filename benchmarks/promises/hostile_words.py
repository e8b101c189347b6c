"""Try articles, names and questions full of what steers terminals, spreadsheets, pages and databases."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from benchmarks.promises.command import STATEMENTS, Run, run, surroundings
from benchmarks.promises.outcome import CLOCK, Outcome

_HOSTILE = (
    "\x1b[31mred", "\x1b]0;title\x07", "\x9b2J", "\u202eback", "\u2066isolated", "\x08\x08\x7f", "\r", "\x00",
    "\U000e0041", "\ufeff", "=HYPERLINK(1)", "+1+1", "@SUM(A1)", "-cmd|x", "\t=1", "\uff1d1",
    "<script>alert(1)</script>", "<img src=x onerror=y>", "&lt;b&gt;", "a|b", "`code`", "[x](javascript:y)",
    "![x](http://x)", "| --- |", "\\|", "'; drop table statement; --", '" or 1=1', "%s%n", "{0}", "$(touch x)",
    "`touch x`", "; rm x", "\u2028line", "\x85line", "\x0bline", "\x0cpage",
)  # fmt: skip
"""What is put into names, quotations, headlines, questions and names of files."""
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_FORMULA = re.compile(r"\s*[=+@＝＋＠]|\s*-(?![\d.]+$)")
_FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
_COMMANDS = ("list", "search", "who-said", "speakers", "articles", "show", "count", "timeline", "matrix")
_ON_WORDS = ("compare", "track")
_CITATIONS = ("text", "markdown", "bibtex", "ris", "csl-json")
_EXPORTS = ("csv", "jsonl", "webannotation", "jsonld", "citron", "quotebank")


def try_hostile_words(count: int, _seed: int) -> Outcome:
    """Ask everything, in every format, of hostile articles and of their index; ``count`` bounds the questions."""
    failures: list[str] = []
    tried = 0
    with tempfile.TemporaryDirectory() as place:
        folder, index = Path(place) / "news", Path(place) / "news.db"
        _write(folder)
        made = run("index", folder, "-o", index, folder=Path(place))
        failures += [f"index: {fault}" for fault in _steering(made)]
        digest = sha256(index.read_bytes()).hexdigest()
        (ids, *_) = re.findall(r'"id": ?"([0-9a-f]{6})', run("list", index, "--format", "jsonl").out) or [""]
        questions = _questions(folder, index, ids)
        for number in CLOCK.turns(min(count, len(questions)), "hostile words"):
            arguments, form = questions[number]
            done = run(*arguments, folder=Path(place))
            tried += 1
            found = (_steering(done) if form != "as read" else []) + _FORM_FAULTS.get(form, _no_faults)(done)
            if done.status not in (0, 1, 2) or "Traceback" in done.err or "fault of the program" in done.err:
                found.append(f"ended with {done.status}: {done.err[:300]}")
            failures += [f"{' '.join(map(repr, map(str, arguments)))}: {fault}" for fault in found]
        for command in _COMMANDS:
            tried += 1
            whole = ["--document"] if command == "show" else []
            shown = _on_a_terminal(*_asked(command, ids), *whole, str(folder), place=place)
            found_there = _STEERING.sub("", _without_colours(shown))
            if found_there != _without_colours(shown):
                failures.append(f"{command} on a terminal lets something through: {shown[:300]!r}")
        if sha256(index.read_bytes()).hexdigest() != digest:
            failures.append("the index was changed by questions")
        if {"news", "news.db"} != {path.name for path in Path(place).iterdir()}:
            failures.append("something was made beside the articles and the index")
    return Outcome(tried, tuple(failures), "calls", f"{len(_HOSTILE)} hostile pieces everywhere")


def _write(folder: Path) -> None:
    """Write articles with the pieces in headlines, bylines, names, quotations and their own names."""
    folder.mkdir()
    for number, piece in enumerate(_HOSTILE):
        name = re.sub(r"[\x00/]", "_", f"{number} {piece}.txt")
        text = (
            f"Talks {piece} go on\nBy Ann {piece} Field\nPARIS, May 20, 2025 ({piece} Reuters) -\n\n"
            f"“We hope so {piece} very much,” Foreign Minister Mao {piece} Ning said on Monday. {piece} Mao {piece} "
            f"Ning said that China {piece} supports all efforts. “{piece} There is no other way,” Putin told {piece}.\n"
        )
        (folder / name).write_text(text, "utf-8", newline="")
    keys = ("title", "source", "author", "url")
    rows = [{"text": f"“{piece} is what we want,” Mao Ning said.", **dict.fromkeys(keys, piece)} for piece in _HOSTILE]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _asked(command: str, id_: str) -> list[str]:
    beside = {"search": ["hope"], "who-said": ["hope"], "show": [id_], "count": ["--by", "speaker"]}
    return [command, *beside.get(command, [])]


def _questions(folder: Path, index: Path, id_: str) -> list[tuple[list[str | Path], str]]:
    """Return calls with the format that they print."""
    calls: list[tuple[list[str | Path], str]] = []
    for command in _COMMANDS:
        for form in _FORMATS:
            calls += [([*_asked(command, id_), place, "--format", form], form) for place in (folder, index)]
    calls.append((["extract", folder], "jsonl"))
    calls += [([command, "hope", index, "--json"], "json") for command in _ON_WORDS]
    calls += [([command, "hope", index], "") for command in _ON_WORDS]
    calls += [(["cite", id_, index, "--format", form], "") for form in _CITATIONS]
    calls += [(["export", index, "--format", form, "-o", "-"], form) for form in _EXPORTS]
    calls += [(["open", id_, index, "--print"], ""), (["report", index, "-o", "-"], "page")]
    calls.append((["show", id_, index, "--document"], "as read"))  # into a file or pipe, to the byte
    for piece in _HOSTILE:
        piece = piece.replace("\x00", "")
        calls += [
            (["search", piece, index], ""),
            (["list", index, "--speaker", piece, "--role", piece, "--outlet", piece, "--via", piece], ""),
            (["show", piece, index], ""),
            (["list", f"./{piece}"], ""),
            (["list", index, "--since", piece], ""),
            (["list", index, "--fields", piece], ""),
        ]
    return calls


def _steering(done: Run) -> list[str]:
    found = [match[0] for said in (done.out, done.err) if (match := _STEERING.search(said))]
    return [f"lets {found} through"] if found else []


def _no_faults(_: Run) -> list[str]:
    return []


def _table_faults(delimiter: str) -> Callable[[Run], list[str]]:
    def faults(done: Run) -> list[str]:
        rows = list(csv.reader(io.StringIO(done.out), delimiter=delimiter))
        found = [f"a row of {len(row)} cells under {len(rows[0])}" for row in rows if len(row) != len(rows[0])]
        return found + [f"a spreadsheet would run {cell!r}" for row in rows for cell in row if _FORMULA.match(cell)]

    return faults


def _markdown_faults(done: Run) -> list[str]:
    lines = [line for line in done.out.splitlines() if line.startswith("|")]
    if len(lines) != len(done.out.split("\n")) - 1:
        return ["a line that is no row of the table"] if lines else []
    cells = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines}
    found = [f"rows of {sorted(cells)} bars"] if len(cells) > 1 else []
    live = re.search(r"(?<!\\)<(script|img)|(?<!\\)\[[^\]]*(?<!\\)\]\(", done.out)
    return (
        [*found, f"markup gets through: {done.out[max(0, live.start() - 40) : live.end() + 20]!r}"] if live else found
    )


def _json_faults(done: Run) -> list[str]:
    try:
        json.loads(done.out or "[]")
    except ValueError as error:
        return [f"is no JSON: {error}"]
    return []


def _lines_faults(done: Run) -> list[str]:
    try:
        for line in done.out.split("\n"):
            json.loads(line or "{}")
    except ValueError as error:
        return [f"is no JSON Lines: {error}"]
    return []


def _page_faults(done: Run) -> list[str]:
    pieces = [piece for piece in _HOSTILE if piece.startswith("<") and piece in done.out]
    return [f"markup gets through: {pieces}"] if pieces or "</html>" not in done.out else []


_FORM_FAULTS: dict[str, Callable[[Run], list[str]]] = {
    "csv": _table_faults(","),
    "tsv": _table_faults("\t"),
    "markdown": _markdown_faults,
    "json": _json_faults,
    "jsonl": _lines_faults,
    "page": _page_faults,
}


def _on_a_terminal(*arguments: str, place: str) -> str:
    """Return what a call prints on a terminal, in colour."""
    ours, theirs = pty.openpty()
    environment = surroundings() | {"TERM": "xterm-256color", "COLUMNS": "120"}
    running = subprocess.Popen(
        [*STATEMENTS, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=place
    )
    os.close(theirs)
    printed = b""
    try:
        while more := os.read(ours, 65536):
            printed += more
    except OSError:  # Linux reports the other end's closing so
        pass
    os.close(ours)
    running.wait()
    return printed.decode("utf-8", "backslashreplace").replace("\r\n", "\n")


def _without_colours(shown: str) -> str:
    """Return what was printed without the colours and the counting line, which are the program's own."""
    return re.sub(r"\x1b\[[\d;]*m|\r {20,}\r|\r(?=\d+ documents| *statements:)", "", shown)
