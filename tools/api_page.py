"""Write the page on the library, docs/api.md, from its signatures and docstrings.

    python tools/api_page.py [--check]

With ``--check`` nothing is written, and a page that is not current ends it with 1.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import statements_cli
from statements_cli.documents import Notice
from statements_cli.query.filters import FilterError
from statements_cli.store.results import CountedArticle, Found, Hit, Passage

TOP = Path(__file__).resolve().parent.parent
PAGE = TOP / "docs" / "api.md"
OTHERS = (Found, Hit, CountedArticle, Passage, Notice, FilterError)
"""What the functions and methods return, pass on or raise, which nobody needs to import."""
INTRODUCTION = """\
# The library

Made from the docstrings by `python tools/api_page.py`; a test holds that it is current.

"""
_LONG = 80  # characters from which on a signature stands on several lines
_REFERENCE = re.compile(r"``([^`]+)``")


def page() -> str:
    """Return the page in Markdown."""
    parts = [INTRODUCTION + text_of(statements_cli)]
    parts += [part for name in statements_cli.__all__ for part in described(getattr(statements_cli, name), "##")]
    parts.append("## What comes back\n\nNobody needs to import these.\n")
    parts += [part for kind in OTHERS for part in described(kind, "###")]
    return "\n".join(parts)


def described(thing: Any, mark: str) -> Iterator[str]:
    """Yield the sections of a function, or of a class and its methods."""
    if not inspect.isclass(thing):
        yield f"{mark} {thing.__name__}\n\n```py\n{thing.__name__}{signature_of(thing)}\n```\n\n{text_of(thing)}"
        return
    yield f"{mark} {thing.__name__}\n\n{text_of(thing)}{_fields_of(thing)}"
    for name, method in _methods(thing):
        call = f"{thing.__name__}.{name}"
        if isinstance(method, property):
            yield f"{mark}# {call}\n\n{text_of(method)}"
        else:
            yield f"{mark}# {call}\n\n```py\n{call}{signature_of(method)}\n```\n\n{text_of(method)}"


def signature_of(function: Any) -> str:
    """Return a signature as its source has it, one parameter a line where it is long, without ``self``."""
    signature, written = inspect.signature(function), annotations_of(function)
    shown: list[str] = []
    for name, parameter in signature.parameters.items():
        if name in ("self", "cls"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in "".join(shown):
            shown.append("*")
        star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        kind = parameter.annotation if isinstance(parameter.annotation, str) else written[name]
        shown.append(f"{star}{name}: {kind}{default}")
    returned = f" -> {written['return']}"
    line = f"({', '.join(shown)}){returned}"
    return line if len(line) < _LONG else "(\n" + "".join(f"    {one},\n" for one in shown) + f"){returned}"


def annotations_of(thing: Any) -> dict[str, str]:
    """Return the annotations of a function, ``return`` among them, or of a class's fields, as the source has them."""
    if inspect.isclass(thing):
        own = [base for base in reversed(thing.__mro__) if base.__module__.startswith("statements_cli")]
        nodes = [node for base in own for node in _node(base).body if isinstance(node, ast.AnnAssign)]
        return {ast.unparse(node.target): ast.unparse(node.annotation) for node in nodes} | {"return": "None"}
    node = _node(thing)
    given = node.args
    every = [*given.posonlyargs, *given.args, *filter(None, (given.vararg, given.kwarg)), *given.kwonlyargs]
    found = {one.arg: ast.unparse(one.annotation) for one in every if one.annotation}
    return found | {"return": ast.unparse(node.returns)}


def _node(thing: Any) -> Any:
    return ast.parse(textwrap.dedent(inspect.getsource(thing))).body[0]


def text_of(thing: Any) -> str:
    """Return a docstring in Markdown: examples as code, names in single backticks."""
    text = inspect.getdoc(thing) or ""
    written: list[str] = []
    for block in text.split("\n\n"):
        code = block.lstrip().startswith(">>>")
        written.append(f"```pycon\n{inspect.cleandoc(block)}\n```" if code else _REFERENCE.sub(r"`\1`", block))
    return "\n\n".join(written) + "\n"


def _fields_of(kind: Any) -> str:
    """Return the fields of a dataclass or named tuple as a table."""
    written = annotations_of(kind)
    if is_dataclass(kind) and kind is not statements_cli.Filter:
        found = [(name, written[name]) for name in kind.__dataclass_fields__]
    elif hasattr(kind, "_fields"):
        found = [(name, written[name]) for name in kind._fields]
    elif kind is statements_cli.Filter:
        return f"\n```py\nFilter{signature_of(kind)}\n```\n"
    else:
        return ""
    rows = "".join(f"| `{name}` | `{type_}` |\n".replace(" | None", " \\| None") for name, type_ in found)
    return f"\n| field | type |\n| --- | --- |\n{rows}"


def _methods(kind: Any) -> Iterator[tuple[str, Any]]:
    """Yield the public methods and properties of a class with their docstrings, its own before those it inherits."""
    seen: set[str] = set()
    for base in kind.__mro__:
        if not base.__module__.startswith("statements_cli"):
            continue
        for name, held in vars(base).items():
            method = held.__func__ if isinstance(held, (classmethod, staticmethod)) else held
            if name in seen or name.startswith("_") or not (inspect.isfunction(method) or isinstance(method, property)):
                continue
            seen.add(name)
            if inspect.getdoc(method):
                yield name, method


def main() -> int:
    """Write the page, or check it."""
    made = page()
    if "--check" in sys.argv[1:]:
        if PAGE.read_text("utf-8") == made:
            return 0
        print("docs/api.md is not current: python tools/api_page.py", file=sys.stderr)
        return 1
    PAGE.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
