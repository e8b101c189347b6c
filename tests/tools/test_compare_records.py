"""Two installations are compared by all that their commands answer."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.compare_records import main, read_kept
from tools.installations import QUERIES, RUNS, Installation, questions
from tools.record_differences import Answer, Difference, compare, rows_of

RECORD = {"id": "a1", "path": "x.txt", "speaker": "Ann", "text": "yes", "spans": {"content": [[10, 20]]}}

# An installation as small as can be: it answers each command from a file of records beside it.
MAIN = """
import json, pathlib, sys
records = json.loads(pathlib.Path(__file__).with_name("records.json").read_text())
command = sys.argv[1]
if command == "index":
    pathlib.Path(sys.argv[-1]).write_text("")
elif command == "extract":
    for record in records:
        print(json.dumps(record))
elif command == "show":
    found = [{**record, "evidence": record["why"]} for record in records if record["id"] == sys.argv[2]]
    print(json.dumps(found[0] if found else None))
    sys.exit(0 if found else 1)
else:
    print(json.dumps(records))
print("read", command, file=sys.stderr)
"""


@pytest.fixture
def few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run only the commands that the questions to an index are made from: each is a process."""
    monkeypatch.setattr("tools.installations.RUNS", {name: RUNS[name] for name in ("list", "speakers")})
    monkeypatch.setattr("tools.installations.QUERIES", QUERIES[:1])


def answer(*rows: dict[str, Any], status: int = 0, err: str = "") -> Answer:
    """Return the answer of a command that wrote these rows as JSON."""
    return Answer(status, json.dumps(rows), err)


def checkout(folder: Path, *records: dict[str, Any]) -> str:
    """Make a checkout whose commands know these records, and return its path."""
    package = folder / "src" / "statements_cli"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(MAIN, encoding="utf-8")
    (package / "records.json").write_text(json.dumps([{"why": "a cue", **record} for record in records]), "utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (answer(RECORD), answer(RECORD), []),
        (answer(RECORD), answer({**RECORD, "text": "no"}), [("a1 x.txt", "text", "yes", "no")]),
        (answer(RECORD), answer({**RECORD, "via": []}), [("a1 x.txt", "via", "no such key", "[]")]),
        (answer(RECORD), answer({**RECORD, "speaker": None}), [("a1 x.txt", "speaker", "Ann", "null")]),
        (answer(RECORD), answer(), [("a1 x.txt", "only OLD", "Ann | yes", "")]),
        (answer(), answer(RECORD), [("a1 x.txt", "only NEW", "", "Ann | yes")]),
        # one statement with other bounds is one difference of its text, not two statements
        (
            answer(RECORD),
            answer({**RECORD, "id": "b2", "text": "yes, yes", "spans": {"content": [[19, 30]]}}),
            [
                ("a1 x.txt > b2 x.txt", "text", "yes", "yes, yes"),
                ("a1 x.txt > b2 x.txt", "spans", '{"content": [[10, 20]]}', '{"content": [[19, 30]]}'),
            ],
        ),
        # contents that only touch are two statements
        (
            answer(RECORD),
            answer({**RECORD, "id": "b2", "spans": {"content": [[20, 30]]}}),
            [("a1 x.txt", "only OLD", "Ann | yes", ""), ("b2 x.txt", "only NEW", "", "Ann | yes")],
        ),
        # the same document under two paths
        (
            answer(RECORD, {**RECORD, "path": "y.txt"}),
            answer(RECORD),
            [("a1 y.txt", "only OLD", "Ann | yes", "")],
        ),
        # the same row twice
        (answer(RECORD, RECORD), answer(RECORD), [("a1 x.txt #2", "only OLD", "Ann | yes", "")]),
        (
            answer(RECORD, {**RECORD, "id": "c3"}),
            answer({**RECORD, "id": "c3"}, RECORD),
            [("", "order", "a1 x.txt", "c3 x.txt")],
        ),
        (answer({"speaker": "A", "type": "x"}), answer({"type": "x", "speaker": "A"}), [("A", "keys", "speaker type", "type speaker")]),
        (answer(status=0), answer(status=1), [("", "status", "0", "1")]),
        (answer(err="a\nb\n"), answer(err="b\nc\n"), [("", "stderr", "a", "c")]),
        (Answer(0, "plain", ""), Answer(0, "plainer", ""), [("", "stdout", "plain", "plainer")]),
        (Answer(0, '["é"]', ""), Answer(0, '["\\u00e9"]', ""), [("", "stdout", '["é"]', '["\\u00e9"]')]),
    ],
)  # fmt: skip
def test_differences(old: Answer, new: Answer, expected: list[tuple[str, ...]]) -> None:
    """Rows are compared by their id and path, field by field, and so are order, messages and exit status."""
    assert [Difference(*given) for given in expected] == list(compare(old, new))


@pytest.mark.parametrize("field", ["text", "status", "stderr", "order"])
def test_ignored(field: str) -> None:
    """What is ignored is no difference; the others stay."""
    second = {**RECORD, "id": "c3", "path": "y.txt"}
    old = answer(RECORD, second, err="a")
    new = answer(second, {**RECORD, "text": "no"}, status=1, err="b")

    assert {"text", "status", "stderr", "order"} - {field} == {found.field for found in compare(old, new, [field])}


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ('[{"a": 1}, {"a": 2}]', [{"a": 1}, {"a": 2}]),
        ('{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}]),
        ('{"a": 1}', [{"a": 1}]),
        ("null", []),
        ('{"a": 1}\nbroken', []),
        ("", []),
    ],
)
def test_rows_of(output: str, expected: list[dict[str, int]]) -> None:
    """A JSON array, one object and JSON Lines are rows."""
    assert expected == rows_of(output)


@pytest.mark.parametrize(("shown", "expected"), [(0, 0), (1, 1), (4, 4), (9, 9), (10, 10), (11, 10)])
def test_ids_shown_are_spread(shown: int, expected: int) -> None:
    """At most so many ids are shown, from the whole corpus, and 0 shows none."""
    records = answer(*({**RECORD, "id": f"{number:02}"} for number in range(10)))

    asked = questions({"list": records, "speakers": answer()}, shown)

    found = [name for name in asked if name.startswith("index: show")]
    assert len(found) <= expected
    assert (expected > 0) == ("index: show 00" in found)


def test_equal_installations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two installations that answer the same end with 0."""
    corpus = tmp_path / "news"
    corpus.mkdir()
    old, new = checkout(tmp_path / "old", RECORD), checkout(tmp_path / "new", RECORD)

    assert 0 == main([old, new, str(corpus)])
    assert ["0 differences", "0 differences"] == [
        line.rpartition(", ")[2] for line in capsys.readouterr().out.splitlines()
    ]


@pytest.mark.usefixtures("few_runs")
def test_evidence_may_be_ignored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Evidence that is worded in another way is listed with the runs that show it, unless it is ignored."""
    old, new = checkout(tmp_path / "old", RECORD), checkout(tmp_path / "new", {**RECORD, "why": "a verb"})

    assert 1 == main([old, new])
    assert ["evidence: 1", "  a1 x.txt  (index: show a1)", "    - a cue", "    + a verb"] == [
        line for line in capsys.readouterr().out.splitlines() if "why" not in line
    ][-4:]
    assert 0 == main([old, new, "--ignore", "evidence", "--ignore", "why"])


@pytest.mark.usefixtures("few_runs")
def test_kept_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the old one answered can be kept, and stands for it later; a corpus it lacks is an error."""
    old, new = checkout(tmp_path / "old", RECORD), checkout(tmp_path / "new", {**RECORD, "text": "no"})
    kept = tmp_path / "kept.json"

    assert 0 == main([old, old, "--keep", str(kept)])
    assert 1 == main([str(kept), new])
    assert 0 == main([str(kept), old])
    assert {"samples"} == set(read_kept(kept))
    assert 2 == main([str(kept), old, str(tmp_path)])
    assert "has no answers for" in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["old", "new", "corpus"])
def test_what_is_missing_is_said(missing: str, tmp_path: Path) -> None:
    """A path that is no installation or doesn't exist ends the comparison with 2."""
    good = checkout(tmp_path / "good", RECORD)
    arguments = {"old": good, "new": good, "corpus": good} | {missing: str(tmp_path / "nothing")}

    assert 2 == main(list(arguments.values()))


def test_a_command_without_end(tmp_path: Path) -> None:
    """A command that doesn't end in time has the status -1."""
    installation = Installation(Path(checkout(tmp_path / "one")), timeout=0.2)

    assert -1 == installation.run(["-c", "while True: pass"], tmp_path).status


def test_an_interpreter_is_an_installation(tmp_path: Path) -> None:
    """An interpreter is run as it is, without the settings of this process."""
    installation = Installation(Path(sys.executable), timeout=60)

    found = installation.run(["-c", "import os; print(os.environ.get('PYTHONPATH'))"], tmp_path)

    assert "None" == found.out.strip()
    assert os.environ.get("HOME") != installation.run(["-c", "import os; print(os.environ['HOME'])"], tmp_path).out
