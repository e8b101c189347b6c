"""Mutants are chosen at random but the same each time, and survivors need a reason."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools import mutate
from tools.mutate import REASONS, TESTS, TOP, Survivor, configure, read_reasons, report, room_tests, sample, survivor

NAMES = [f"m{number}" for number in range(100)]
DIFF = """\
# statements_cli.dates.x.x_far__mutmut_3: survived
--- src/statements_cli/dates/x.py
+++ src/statements_cli/dates/x.py
@@ -1,3 +1,3 @@
 def far(days):
-    return days > 7
+    return days >= 7
"""
FAR = Survivor("dates.x.far", "return days > 7", "return days >= 7")
ENTRY = '[[survivor]]\nfunction = "dates.x.far"\nline = "return days > 7"\nbroken = "return days >= 7"\nreason = "%s"\n'


@pytest.mark.parametrize(("share", "expected"), [(10, 10), (0.1, 1), (100, 100), (400, 100)])
def test_sample(share: float, expected: int) -> None:
    """A share of the names, at least one, the same for the same seed in any order."""
    chosen = sample(NAMES, share, 1)

    assert expected == len(set(chosen))
    assert chosen == sample(NAMES[::-1], share, 1)
    assert share >= 100 or chosen != sample(NAMES, share, 2)


def test_sample_of_none() -> None:
    """Where no mutants are, none are chosen."""
    assert [] == sample([], 10, 1)


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("statements_cli.dates.x.x_far__mutmut_3", "dates.x.far"),
        ("statements_cli.dates.x.x__far__mutmut_31", "dates.x._far"),
        ("statements_cli.dates.x.xǁDayǁfar__mutmut_1", "dates.x.Day.far"),
    ],
)
def test_survivor(name: str, function: str) -> None:
    """A survivor is its function with the line before and after."""
    assert Survivor(function, FAR.line, FAR.broken) == survivor(name, DIFF)


def test_reasons() -> None:
    """A reason belongs to one fault, and may not be empty."""
    assert {FAR: "the same"} == read_reasons(ENTRY % "the same")
    with pytest.raises(ValueError, match="no reason"):
        read_reasons(ENTRY % " ")


def test_own_reasons_can_be_read() -> None:
    """The project's own list of survivors is well formed."""
    assert len(read_reasons(REASONS.read_text("utf-8"))) == REASONS.read_text("utf-8").count("[[survivor]]")


def test_report(capsys: pytest.CaptureFixture[str]) -> None:
    """What is killed counts; a survivor without a reason is printed as an entry to fill in, others are not."""
    states = {"a": "killed", "b": "timeout", "c": "survived", "d": "no tests"}
    near = Survivor("dates.x.near", 'return "day"', 'return "DAY"')

    assert 50.0 == report(states, [FAR, near], {FAR: "the same"})
    printed = capsys.readouterr().out
    entry = tomllib.loads(printed)["survivor"]
    assert [{"function": near.function, "line": near.line, "broken": near.broken, "reason": ""}] == entry
    assert "\n# 2 of 4 mutants killed, 50.0%; 1 of 2 survivors explained\n" in printed


@pytest.mark.parametrize(("actions", "mark"), [("true", "::warning::"), ("", "# warning: ")])
def test_warning(actions: str, mark: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Survivors without a reason are warned of in one line, which GitHub shows where it runs; explained ones are not."""
    monkeypatch.setenv("GITHUB_ACTIONS", actions)
    alike = Survivor(FAR.function, FAR.line, "return days > 8")

    report({"a": "survived", "b": "survived"}, [FAR, alike], {})
    assert (
        f"{mark}2 survivors without a reason, in dates.x.far\n" == capsys.readouterr().out.splitlines(keepends=True)[-1]
    )
    report({"a": "survived"}, [FAR], {FAR: "the same"})
    assert "warning" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("killed", "least", "explained", "expected"),
    [(85, "85", False, 0), (84, "85", False, 1), (84, "85", True, 1), (84, "84", False, 0), (0, "0", False, 0)],
)
def test_main(killed: int, least: str, explained: bool, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The share that is killed decides how the script ends, and reasons do not."""
    states = {name: "killed" if number < killed else "survived" for number, name in enumerate(NAMES)}
    shown = {f"statements_cli.dates.x.x_far__mutmut_{number}": DIFF for number in range(killed, len(NAMES))}
    for name, given in [("copy_project", None), ("configure", None), ("mutmut", None), ("results", states)]:
        monkeypatch.setattr(mutate, name, lambda *_, given=given: given)
    monkeypatch.setattr(mutate, "differences", lambda *_: shown)
    monkeypatch.setattr(mutate, "read_reasons", lambda _: {FAR: "the same"} if explained else {})

    assert expected == mutate.main(["dates", "--at-least", least])


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ("dates", "tests/dates"),
        ("dates/said.py", "tests/dates"),
        ("attribution/bounds", "tests/attribution"),
        ("attribution/bounds/spans.py", "tests/attribution"),
    ],
)
def test_tests_of(room: str, expected: str) -> None:
    """A room has the tests of its name or those named for it; a module those of its room."""
    assert [expected] == room_tests(room)


def test_no_tests() -> None:
    """A room without tests is an error."""
    with pytest.raises(ValueError, match="--tests"):
        room_tests("nowhere/x.py")


def test_named_tests_exist() -> None:
    """Every folder of tests that is named for a room is there, and so is the room."""
    paths = [path for paths in TESTS.values() for path in paths]
    rooms = [f"src/statements_cli/{room}" for room in TESTS]

    assert [] == [path for path in [*paths, *rooms] if not (TOP / path).exists()]


@pytest.mark.parametrize(
    ("room", "expected"), [("dates", "src/statements_cli/dates/*"), ("dates/x.py", "src/statements_cli/dates/x.py")]
)
def test_configure(room: str, expected: str, tmp_path: Path) -> None:
    """Only the room is broken, and all beside it is there for its tests."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "src").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")

    configure(tmp_path, room, ["tests/dates"])

    settings = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    assert [expected] == settings["only_mutate"]
    assert ["pyproject.toml", "seeds"] == settings["also_copy"]
    assert ["tests/dates"] == settings["pytest_add_cli_args_test_selection"]
    assert "forkserver" == settings["process_isolation"]
