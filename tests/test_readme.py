"""The examples of the README and of the pages in docs come in; what they do is what they promise."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from statements_cli.cli.app import main
from statements_cli.output.environment import Environment

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def _load_make() -> ModuleType:
    spec = spec_from_file_location("docs_make", ROOT / "docs" / "make.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["docs_make"] = module
    spec.loader.exec_module(module)
    return module


make: Any = _load_make()
EXAMPLES = [example for page in make.pages() for example in make.examples(page)]
PROGRAMS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(re.findall(r"(?ms)^```python\n(.*?)^```$", page.read_text("utf-8")))
]


def test_there_are_examples() -> None:
    """README, tutorial and how-to all have examples to run."""
    assert {"README.md", "tutorial.md", "how-to.md"} <= {example.page.name for example in EXAMPLES}
    assert PROGRAMS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.page.name}: {example.command}")
def test_example_works(example: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command line of a page finds something, and what the page shows of it has the same first line."""
    if not example.runnable:
        pytest.skip("a program that it pipes into is not installed")

    monkeypatch.chdir(ROOT)
    status, printed = _run_here(example.command) or make.run(example.command)

    assert (0, True) == (status, bool(printed.strip())), printed
    assert _head(example.output) == _head(printed) or not _is_head(printed), (
        "the page is not current: python docs/make.py"
    )


def _run_here(command: str) -> tuple[int, str] | None:
    """Run a command that no shell is needed for in this process, as on a terminal, which takes a third of the time."""
    if not command.startswith("statements ") or set("|;&<>$`*") & set(command):
        return None
    printed = io.StringIO()
    variables = {"TERM": "xterm", "NO_COLOR": "1", "STATEMENTS_CACHE_DIR": os.environ["STATEMENTS_CACHE_DIR"]}
    environment = Environment(
        sys.stdin, printed, printed, variables, str(ROOT), stdout_is_terminal=True, width=make.WIDTH
    )
    return main(shlex.split(command)[1:], environment), printed.getvalue()


def _head(printed: str) -> list[str]:
    return printed.split("\n")[0].split()


def _is_head(printed: str) -> bool:
    """Whether the first line doesn't depend on what is found: a table's head, a message about a name."""
    return printed.startswith(("Date  ", "Speaker  ", "Published  ", "date,"))


@pytest.mark.parametrize("program", PROGRAMS)
def test_program_runs(program: str) -> None:
    """Every Python example of a page runs as it stands at the top of the project."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (0, "") == (ended.returncode, ended.stderr)


def test_pandas_blocks_run(tmp_path: Path) -> None:
    """What the page of how-tos has for pandas runs on the file that its command makes."""
    pytest.importorskip("pandas")
    made = subprocess.run(
        [sys.executable, "-m", "statements_cli", "extract", "seeds", "-q"], cwd=ROOT, capture_output=True, check=True
    )
    (tmp_path / "statements.jsonl").write_bytes(made.stdout)
    blocks = re.findall(r"(?ms)^```py\n(.*?)^```$", (ROOT / "docs" / "how-to.md").read_text("utf-8"))
    blocks = [block for block in blocks if "import pandas" in block]
    ended = [
        subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False)
        for block in blocks
    ]

    assert [(0, "")] * max(1, len(blocks)) == [(one.returncode, one.stderr) for one in ended]


def test_readme_sets_everything_up_twice() -> None:
    """The README has one command line for the main job and one for the tests, each from nothing."""
    lines = [line for line in (ROOT / "README.md").read_text("utf-8").split("\n") if "-m venv" in line]

    assert 2 == len(lines)
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/pip install ") for line in lines)
    assert lines[0].endswith('.venv/bin/statements search "dialogue"')
    assert lines[1].endswith(".venv/bin/python -m pytest")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project leads to one that is there."""
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    missing = [
        link
        for link in links
        if not link.startswith(("http://", "https://", "#")) and not (page.parent / link.partition("#")[0]).exists()
    ]

    assert [] == missing


def test_the_code_map_names_what_is_there() -> None:
    """Every file and folder of the package that the page on extraction names is where it says."""
    page = (ROOT / "docs" / "how-extraction-works.md").read_text("utf-8")
    named = re.findall(r"`(?!src/)((?:[a-z_]+/)+[a-z_]+(?:\.py)?)[`:]", page)

    assert len(named) > 60
    assert [] == [name for name in named if not (ROOT / "src" / "statements_cli" / name).exists()]


def test_every_page_is_linked() -> None:
    """A reader gets from the README to every page in docs."""
    seen, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        for link in re.findall(r"\]\(([\w./-]+\.md)(?:#[\w-]+)?\)", page.read_text("utf-8")):
            target = (page.parent / link).resolve()
            if target.exists() and target not in seen:
                waiting.append(target)

    assert set() == set((ROOT / "docs").glob("*.md")) - seen
