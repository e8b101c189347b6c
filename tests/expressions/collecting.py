"""Every regular expression of the package, those compiled when they are first needed too."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import statements_cli

PACKAGE = Path(statements_cli.__file__).parent
_FUNCTIONS = ("compile", "match", "search", "fullmatch", "sub", "subn", "findall", "finditer", "split")
_NAMES = frozenset(f"re.{name}" for name in _FUNCTIONS)
_CALL = re.compile(rf"\bre\.(?:{'|'.join(_FUNCTIONS)})\(")
_ANCHORED = frozenset(("match", "fullmatch"))


class Expression(NamedTuple):
    """A pattern with its flags, where it is compiled (file and line), and whether it is only matched at a place."""

    pattern: str | bytes
    flags: int
    place: str
    line: int
    anchored: bool


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def sites() -> dict[tuple[str, int], tuple[ast.Call, ast.AST]]:
    """Return the calls of functions of ``re`` that take a pattern, by file and line, with the function around them."""
    found: dict[tuple[str, int], tuple[ast.Call, ast.AST]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        lines = path.read_text(encoding="utf-8").splitlines()
        called = [number for number, line in enumerate(lines, 1) if _CALL.search(line)]
        if not called:
            continue
        tree = parsed(path)
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        # the rest need not be walked through again
        around = [one for one in functions if any(one.lineno <= at <= (one.end_lineno or 0) for at in called)]
        for outer in (tree, *around):
            for node in ast.walk(outer):
                if isinstance(node, ast.Call) and node.lineno in called and ast.unparse(node.func) in _NAMES:
                    found[path.relative_to(PACKAGE).as_posix(), node.lineno] = (node, outer)
    return found


@cache
def anchored_makers(module: Any) -> frozenset[str]:
    """Return the names of a module's functions whose pattern is only ever matched at a given place.

    A name that other modules can use, or that is used otherwise (passed on, searched with), isn't among them.
    """
    file = Path(module.__file__)
    source = file.with_name(f"{file.name.partition('.')[0]}.py")  # a compiled module's stands beside it
    tree = parsed(source)
    matched = {
        id(node.value.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in _ANCHORED and isinstance(node.value, ast.Call)
    }
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    otherwise = {node.id for node in names if id(node) not in matched}
    return frozenset(node.id for node in names if node.id.startswith("_")) - otherwise


@contextmanager
def noted(held: list[Expression]) -> Iterator[None]:
    """Note every pattern that code of the package asks ``re`` for."""
    original: Any = vars(re)["_compile"]

    def compile_noted(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(2)
        if frame.f_code.co_filename.startswith(str(PACKAGE)) and isinstance(pattern, (str, bytes)):
            place = Path(frame.f_code.co_filename).relative_to(PACKAGE).as_posix()
            held.append(Expression(pattern, int(flags), place, frame.f_lineno, False))
        return original(pattern, flags)

    setattr(re, "_compile", compile_noted)  # noqa: B010
    try:
        yield
    finally:
        setattr(re, "_compile", original)  # noqa: B010


def modules() -> list[Any]:
    """Import and return all modules of the package."""
    names = [info.name for info in pkgutil.walk_packages([str(PACKAGE)], "statements_cli.")]
    return [import_module(name) for name in names if not name.endswith("__main__")]


def makers() -> Iterator[tuple[Callable[[], Any], bool]]:
    """Yield the functions without parameters that return patterns, with whether these are only matched at a place."""
    for module in modules():
        for value in list(vars(module).values()):
            if getattr(value, "__module__", "") != module.__name__ or not callable(value):
                continue
            plain = inspect.unwrap(value)
            returned = str(getattr(plain, "__annotations__", {}).get("return", ""))
            if returned.startswith(("re.Pattern", "Pattern")) and not inspect.signature(plain).parameters:
                yield plain, plain.__name__ in anchored_makers(module)


def calls() -> Iterator[Callable[[], Any]]:
    """Yield calls of the functions that make a pattern out of what they are given."""
    from statements_cli.dates import expression_patterns
    from statements_cli.documents.records import exports
    from statements_cli.languages import chinese
    from statements_cli.output.exports import quotebank_articles
    from statements_cli.provenance import grounds
    from statements_cli.quotations import marks

    for holidays_named in (False, True):
        yield partial(inspect.unwrap(expression_patterns.time_expression), holidays_named)
    for name in marks._PATTERNS:
        yield partial(inspect.unwrap(marks._pattern), name)
    for _, pattern in grounds._GROUNDS:
        yield partial(inspect.unwrap(grounds._ground), pattern)
    for style in ("counted", "ended", "coded", "printed"):
        yield partial(inspect.unwrap(exports._parting), style)
    yield partial(quotebank_articles._spaced, "two words")
    yield partial(inspect.unwrap(chinese.longest_first), frozenset({"说", "表示"}))


def stood_in(pattern: ast.expr, inside: ast.AST) -> Any:
    """Return a pattern made up in a call with stand-ins for what isn't known before; None where it can't be."""
    if isinstance(pattern, ast.Constant):
        return pattern.value if isinstance(pattern.value, (str, bytes)) else str(pattern.value)
    if isinstance(pattern, ast.JoinedStr):
        parts = [stood_in(part, inside) for part in pattern.values]
        return "".join(part or "Name" for part in parts)
    if isinstance(pattern, ast.FormattedValue):
        return stood_in(pattern.value, inside)
    if isinstance(pattern, ast.BinOp):
        return f"{stood_in(pattern.left, inside) or 'Name'}{stood_in(pattern.right, inside) or 'Name'}"
    if isinstance(pattern, ast.IfExp):
        return max(stood_in(pattern.body, inside) or "", stood_in(pattern.orelse, inside) or "", key=len)
    if isinstance(pattern, ast.Name):
        if pattern.id == "length" or pattern.id.startswith("_MOST_"):  # a number of repetitions
            return "1"
        for node in ast.walk(inside):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == pattern.id:
                return stood_in(node.value, inside)
    return None


def _is_anchored(call: ast.Call, inside: ast.AST) -> bool:
    """Whether a pattern is only matched at a place: ``re.match(...)``, ``re.compile(...).match(...)``."""
    if isinstance(call.func, ast.Attribute) and call.func.attr in _ANCHORED:
        return True
    return any(isinstance(n, ast.Attribute) and n.value is call and n.attr in _ANCHORED for n in ast.walk(inside))


def _flags(call: ast.Call) -> int:
    """The flags that a call names as ``re.NAME``."""
    named = [n.attr for n in ast.walk(call) if isinstance(n, ast.Attribute) and n.attr.isupper()]
    return sum(int(getattr(re, name)) for name in named)


def collected() -> tuple[list[Expression], list[tuple[str, int]]]:
    """Return all expressions, each once, and the places whose patterns could not be had."""
    held: list[Expression] = []
    with noted(held):
        for maker, anchored in makers():
            before = len(held)
            maker()
            held[before:] = [one._replace(anchored=anchored) for one in held[before:]]
        for call in calls():
            call()
    had = {(one.place, one.line) for one in held}
    missing: list[tuple[str, int]] = []
    for (place, line), (call_, inside) in sites().items():
        first = call_.args[0]
        if not had & {(place, at) for at in range(line, (call_.end_lineno or line) + 1)}:
            anchored = _is_anchored(call_, inside)
            made = (
                stood_in(first, inside)
                if isinstance(first, (ast.Constant, ast.JoinedStr, ast.BinOp, ast.Name))
                else None
            )
            if made is None:
                missing.append((place, line))
            else:
                held.append(Expression(made, _flags(call_), place, line, anchored))
    # those in functions that were called are there twice: searched with, unless only matched
    unique: dict[tuple[str | bytes, int], Expression] = {}
    for one in held:
        known = unique.get((one.pattern, one.flags))
        if known is None:
            unique[one.pattern, one.flags] = one
    parsed.cache_clear()  # the trees of so many files are much to keep until the end
    return list(unique.values()), missing
