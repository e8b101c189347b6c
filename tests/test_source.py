"""What the source of the package never does, whatever it is about."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "statements_cli"


def bare_nexts(source: str) -> Iterator[int]:
    """Yield the lines of calls of ``next`` that have no default and stand in no ``try`` for ``StopIteration``."""
    if not re.search(r"\bnext\(|__next__", source):  # nor need most sources be parsed
        return
    tree = ast.parse(source)
    tried = {
        id(node)
        for attempt in ast.walk(tree)
        if isinstance(attempt, ast.Try) and any(_catches(handler) for handler in attempt.handlers)
        for statement in attempt.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "next":
            if len(node.args) < 2 and id(node) not in tried:
                yield node.lineno
        elif isinstance(node, ast.Attribute) and node.attr == "__next__":
            yield node.lineno


def _catches(handler: ast.ExceptHandler) -> bool:
    return handler.type is not None and "StopIteration" in ast.unparse(handler.type)


def test_no_generator_is_driven_by_a_bare_next() -> None:
    """An empty generator would raise StopIteration, which whatever drives the caller takes for its own end."""
    found = {
        (path.relative_to(PACKAGE).as_posix(), line)
        for path in PACKAGE.rglob("*.py")
        for line in bare_nexts(path.read_text(encoding="utf-8"))
    }

    assert set() == found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x = next(y)", [1]),
        ("x = next(z for z in y)", [1]),
        ("x = y.__next__()", [1]),
        ("x = next(y, None)", []),
        ("try:\n    x = next(y)\nexcept StopIteration:\n    pass", []),
        ("try:\n    x = next(y)\nexcept (KeyError, StopIteration):\n    pass", []),
        ("try:\n    x = next(y)\nexcept KeyError:\n    pass", [2]),
        ("x = archive.next()", []),
    ],
)
def test_what_a_bare_next_is(source: str, lines: list[int]) -> None:
    """With a default, or within a try that expects the end, it is none."""
    assert lines == list(bare_nexts(source))
