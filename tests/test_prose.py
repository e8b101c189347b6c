"""Docstrings, comments and pages are in the plain English that the project has agreed on."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "statements_cli"
LONGEST_FIRST_LINE = 15  # words
# how the first line of a function's docstring doesn't begin: it is a verb
NO_VERBS = frozenset(
    ("A", "All", "An", "Each", "Every", "How", "It", "One", "The", "Those", "What", "When", "Where", "Whether", "Which",
     "Who", "Whom", "Whose")
)  # fmt: skip
COMMANDS = frozenset(("run", "_statements"))  # functions of commands, whose docstring is their help
UNPLAIN = re.compile(
    r"\b(?:anew|untold|whoever|likest|brought together|told apart|comes? in(?=;)|go(?:es)? out(?=[,.;])"
    r"|(?:is|are|was|were) told (?:by|from|of))\b",
    re.IGNORECASE,
)


def sources() -> list[Path]:
    """Return all Python files of the package and of the tools around it."""
    return sorted(path for folder in ("src", "tools", "benchmarks", "training", "docs", "fuzz")
                  for path in (ROOT / folder).rglob("*.py"))  # fmt: skip


def statements_in(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield a tree and the statements in it, at any depth; expressions, which are most of it, are passed over."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, part, ())
            waiting += inner if isinstance(inner, list) else ()


def documented(source: str) -> Iterator[tuple[ast.AST, str]]:
    """Yield the modules, classes and functions of a source that have a docstring, with it."""
    for node in statements_in(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node)
            if docstring:
                yield node, docstring


def unplain_first_lines(source: str) -> list[str]:
    """Return the first lines of docstrings that are too long, or no verb begins."""
    found = []
    for node, docstring in documented(source):
        if isinstance(node, ast.FunctionDef) and node.name in COMMANDS:
            continue
        first = docstring.splitlines()[0]
        verb = not isinstance(node, ast.FunctionDef) or first.split()[0] not in NO_VERBS
        if len(first.split()) > LONGEST_FIRST_LINE or not verb:
            found.append(first)
    return found


def prose_of(source: str) -> Iterator[str]:
    """Yield the docstrings and comments of a source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def test_first_lines_say_what_is_done() -> None:
    """A docstring's first line has at most fifteen words, and a function's begins with a verb."""
    found = {
        (path.relative_to(PACKAGE).as_posix(), line)
        for path in PACKAGE.rglob("*.py")
        for line in unplain_first_lines(path.read_text("utf-8"))
    }

    assert set() == found


@pytest.mark.parametrize(
    ("docstring", "plain"),
    [
        ("Return one two three four five six seven eight nine ten eleven twelve thirteen fourteen.", True),
        ("Return one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.", False),
        ("The name of a speaker.", False),
        ("Whether it is one.", False),
        ("Return whether it is one.", True),
    ],
)
def test_what_a_plain_first_line_is(docstring: str, plain: bool) -> None:
    """Fifteen words are plain and sixteen are not; a noun or a clause is no verb."""
    assert plain == (not unplain_first_lines(f'def function():\n    """{docstring}"""\n'))


def test_prose_has_no_strange_words() -> None:
    """No docstring, comment or page has a word that the project has agreed to leave out."""
    found = {
        (path.relative_to(ROOT).as_posix(), match.group())
        for path in sources()
        if UNPLAIN.search(source := path.read_text("utf-8"))  # in few files, and only those need be parsed
        for text in prose_of(source)
        for match in UNPLAIN.finditer(text)
    }
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    found |= {
        (page.relative_to(ROOT).as_posix(), match.group())
        for page in pages
        for match in UNPLAIN.finditer(page.read_text("utf-8"))
    }

    assert set() == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The index is made anew.", 1),
        ("A file comes in; its text goes out.", 2),
        ("What is known by whoever asks.", 1),
        ("Formats are told by content, and days are told of.", 2),
        ("What the source told the paper is its content.", 0),
        ("Records come in the same order.", 0),
    ],
)
def test_which_words_are_strange(text: str, count: int) -> None:
    """Telling is a verb of speech, and records may come; other uses of such words are found."""
    assert count == len(UNPLAIN.findall(text))
