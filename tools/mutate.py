"""Measure how many small faults the tests of one room notice, with mutmut.

    python tools/mutate.py attribution/bounds
    python tools/mutate.py dates/said.py --share 10 --at-least 85

Each function of the room is broken in many small ways, one at a time, and the tests that reach it are run.
A fault that no test notices is a survivor. Survivors that change nothing that can be seen, or that are not
worth a test, stand in tools/survivors.toml with the reason; they count as survivors all the same. The
script ends with 1 where fewer than ``--at-least`` per cent are killed. Survivors without a reason are printed
as entries for that file, and warned of: new code brings some each week, and they fail nothing by themselves.

It takes hours for a whole room, so it runs once a week; ``--share`` takes a random part, the same each time
for the same ``--seed``. Needs the extra ``mutation``, and a system that can fork.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PACKAGE = Path("src", "statements_cli")
REASONS = TOP / "tools" / "survivors.toml"
# the tests of a room, where they are more than those in the folder of its name
TESTS = {
    "attribution/bounds": ("tests/attribution",),
    "provenance": ("tests/provenance", "tests/attribution/test_unwrapped.py", "tests/attribution/test_grounds.py"),
    "speakers/coreference": ("tests/speakers",),
}
KILLED = {"killed", "timeout", "suspicious", "segfault", "caught by type check"}
# run in the copy: the differences of many mutants, for each by itself takes seconds to start
SHOWING = """
import contextlib, io, json, sys
from mutmut.__main__ import cli
shown = {}
for name in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        cli(["show", name], standalone_mode=False)
    shown[name] = out.getvalue()
json.dump(shown, sys.stdout)
"""
_RESULT = re.compile(r"^\s+(\S+): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Survivor:
    """A fault that no test noticed: the function, the line as it is and as it was broken."""

    function: str
    line: str
    broken: str


def room_tests(room: str) -> list[str]:
    """Return the tests of a room or module, from the nearest folder that has some."""
    for name in (room, *map(str, Path(room).parents)):
        wanted = TESTS.get(name, (f"tests/{name}",))
        if name != "." and all((TOP / path).exists() for path in wanted):
            return list(wanted)
    raise ValueError(f"no tests for {room}: name them with --tests")


def copy_project(target: Path) -> None:
    """Copy what is tracked, and the compiled modules, into an empty folder."""
    listed = subprocess.run(["git", "-C", str(TOP), "ls-files", "-z"], capture_output=True, check=True).stdout
    compiled = [path.relative_to(TOP) for path in (TOP / "src").rglob("*.so")]
    for path in [*map(Path, filter(None, listed.decode().split("\0"))), *compiled]:
        source, copied = TOP / path, target / path
        copied.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():  # the samples, a link to a folder
            shutil.copytree(source, copied, dirs_exist_ok=True)
        elif source.exists():
            shutil.copy2(source, copied)


def configure(project: Path, room: str, tests: Sequence[str]) -> None:
    """Add mutmut's settings to the copied pyproject.toml."""
    where = PACKAGE / room
    settings = {
        "source_paths": ["src"],
        "only_mutate": [where.as_posix() if where.suffix else f"{where.as_posix()}/*"],
        "also_copy": sorted(path.name for path in project.iterdir() if path.name not in {"src", "tests", ".git"}),
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-x"],
        "pytest_add_cli_args_test_selection": list(tests),
        "use_git_change_detection": False,
        # each mutant starts from a process that has run no test: what lru_cache remembers of a run would hide faults
        "process_isolation": "forkserver",
    }
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in settings.items()]
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n[tool.mutmut]\n" + "".join(lines))


def mutmut(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run mutmut in the copy of the project."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def results(project: Path) -> dict[str, str]:
    """Return the state of every mutant by its name."""
    return dict(_RESULT.findall(mutmut(project, "results", "--all", "true").stdout))


def differences(project: Path, names: Sequence[str]) -> dict[str, str]:
    """Return how each mutant differs from the source, as lines removed and added."""
    command = [sys.executable, "-c", SHOWING]
    done = subprocess.run(command, cwd=project, input=json.dumps(names), capture_output=True, text=True, check=True)
    shown: dict[str, str] = json.loads(done.stdout)
    return shown


def sample(names: Sequence[str], share: float, seed: int) -> list[str]:
    """Return a random part of the names, ``share`` per cent of them and at least one."""
    ordered = sorted(names)
    number = min(len(ordered), max(1, round(len(ordered) * share / 100)))
    return sorted(random.Random(seed).sample(ordered, number))


def survivor(name: str, diff: str) -> Survivor:
    """Read what a mutant broke from its difference to the source."""
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++", "# "))]
    before = "\n".join(line[1:].strip() for line in lines if line.startswith("-"))
    after = "\n".join(line[1:].strip() for line in lines if line.startswith("+"))
    module, _, mangled = re.sub(r"__mutmut_\d+$", "", name).rpartition(".")
    function = re.sub(r"^x_|^xǁ", "", mangled).replace("ǁ", ".")
    return Survivor(f"{module.removeprefix('statements_cli.')}.{function}", before, after)


def read_reasons(text: str) -> dict[Survivor, str]:
    """Read the survivors that have a reason; ``ValueError`` where one is empty."""
    found = {}
    for entry in tomllib.loads(text).get("survivor", []):
        key = Survivor(entry["function"], entry["line"], entry["broken"])
        if not entry["reason"].strip():
            raise ValueError(f"a survivor of {key.function} has no reason")
        found[key] = entry["reason"]
    return found


def report(states: Mapping[str, str], survivors: Sequence[Survivor], reasons: Mapping[Survivor, str]) -> float:
    """Print the survivors that have no reason, and the figure; return the share killed in per cent."""
    missing = [one for one in survivors if one not in reasons]
    for one in missing:
        lines = [("function", one.function), ("line", one.line), ("broken", one.broken), ("reason", "")]
        entry = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines)
        print(f"[[survivor]]\n{entry}")
    killed = sum(state in KILLED for state in states.values())
    share = 100 * killed / len(states) if states else 100.0
    known = len(survivors) - len(missing)
    print(f"# {killed} of {len(states)} mutants killed, {share:.1f}%; {known} of {len(survivors)} survivors explained")
    if missing:
        # GitHub shows a line that begins so at the head of the run
        mark = "::warning::" if os.environ.get("GITHUB_ACTIONS") == "true" else "# warning: "
        functions = ", ".join(sorted({one.function for one in missing}))
        print(f"{mark}{len(missing)} survivors without a reason, in {functions}")
    return share


def main(arguments: Sequence[str] | None = None) -> int:
    """Break the room that the command line names, and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("room", help="a folder or module of the package: attribution/bounds, dates/said.py")
    parser.add_argument("--tests", nargs="+", metavar="PATH", help="the tests to run, if not those of the room")
    parser.add_argument("--share", type=float, default=100, metavar="PERCENT", help="of the mutants [100]")
    parser.add_argument("--seed", type=int, default=1, help="of the random choice [1]")
    parser.add_argument("--jobs", type=int, default=2, help="mutants tried at once [2]")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT", help="that must be killed [0]")
    options = parser.parse_args(arguments)
    if not (TOP / PACKAGE / options.room).exists():
        parser.error(f"{PACKAGE / options.room} does not exist")
    tests = options.tests or room_tests(options.room)
    reasons = read_reasons(REASONS.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        copy_project(project)
        configure(project, options.room, tests)
        # a name that fits no mutant makes them all and notes which test reaches which function
        made = mutmut(project, "run", "--max-children", str(options.jobs), "no such mutant")
        names = sample(list(results(project)), options.share, options.seed)
        if not names:
            print(made.stdout[-3000:], made.stderr[-3000:], sep="\n", file=sys.stderr)
            return 2
        ran = mutmut(project, "run", "--max-children", str(options.jobs), *names)
        all_states = results(project)
        states = {name: all_states[name] for name in names}
        if "not checked" in states.values():
            print(ran.stdout[-3000:], ran.stderr[-3000:], sep="\n", file=sys.stderr)
            return 2
        alive = [name for name, state in states.items() if state not in KILLED]
        survivors = [survivor(name, shown) for name, shown in differences(project, alive).items()]
    share = report(states, survivors, reasons)
    return 1 if share < options.at_least else 0


if __name__ == "__main__":
    sys.exit(main())
