"""The patterns compiled when the program was installed come in; ``re`` finds them as if it had compiled them.

A short run needs about a hundred regular expressions, and to compile them takes ``re`` three times as long
as Python takes to start. So what they compile to is kept beside the modules, as Python keeps bytecode: made
by ``setup.py`` for the Python that it runs under, read only by one that understands the same code, and found
by the pattern's own text. Where it is missing, or a pattern is not in it, ``re`` compiles as ever.

    python -m statements_cli.patterns FILE
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # typing itself is not loaded for a plain call
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_HERE = __file__.rpartition("patterns.py")[0]
KEPT = _HERE + "patterns.bin"
_SAMPLES = _HERE + "samples"
# what a cache answers compiles nothing, and installing writes none
_CALLS = (["list", "--json"], ["search", "dialogue"], ["speakers"], ["articles"])


def use_kept(path: str = KEPT) -> int:
    """Put the patterns kept in a file where ``re`` looks before it compiles; return how many."""
    import re
    from marshal import loads

    found = getattr(re, "_cache", None)
    tag = _tag()
    try:
        with open(path, "rb") as file:  # noqa: PTH123  (to load pathlib costs more than all of this)
            held = file.read()
        if not isinstance(found, dict) or not tag or not held.startswith(tag):
            return 0
        kept = loads(held[len(tag) :])
    except (OSError, EOFError, ValueError, TypeError):
        return 0
    from _sre import compile as from_code  # type: ignore[import-not-found]

    for pattern, given, flags, code, groups, places, names in kept:
        built = from_code(pattern, flags, memoryview(code).cast("I").tolist(), groups, places, names)
        found[str, pattern, given] = built
    return len(kept)


def _tag() -> bytes:
    """What the code depends on; nothing where this Python keeps no such code."""
    try:
        from _sre import CODESIZE, MAGIC
    except ImportError:
        return b""
    kind = f"{sys.implementation.cache_tag} {sys.byteorder} {MAGIC}\n"
    return kind.encode() if CODESIZE == 4 else b""


def keep(path: str) -> int:
    """Write what the patterns that the sample articles need compile to; return how many there are."""
    from marshal import dumps

    kept = list(_compiled_for_samples()) if _tag() else []
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(_tag() + dumps(kept))
    return len(kept)


def _compiled_for_samples() -> Iterator[tuple[Any, ...]]:
    import importlib
    import re
    from array import array
    from io import StringIO
    from types import SimpleNamespace

    from statements_cli.cli.app import main
    from statements_cli.output.environment import Environment

    compiler: Any = importlib.import_module("re._compiler")
    compile_fully, engine = compiler.compile, compiler._sre
    made: list[tuple[Any, ...]] = []

    def note(*parts: Any) -> Any:
        made.append(parts)
        return engine.compile(*parts)

    def compile_noted(pattern: Any, flags: int) -> Any:
        given.append(int(flags))
        return compile_fully(pattern, flags)

    given: list[int] = []
    compiler.compile, compiler._sre = compile_noted, SimpleNamespace(**vars(engine) | {"compile": note})
    re.purge()
    try:
        for call in _CALLS:
            main([*call, "-q", "--no-cache", "-c", _SAMPLES], Environment(StringIO(), StringIO(), StringIO()))
    finally:
        compiler.compile, compiler._sre = compile_fully, engine
    for asked, (pattern, flags, code, groups, places, names) in zip(given, made, strict=True):
        if isinstance(pattern, str):
            yield pattern, asked, flags, array("I", code).tobytes(), groups, places, names


if __name__ == "__main__":
    print(keep(sys.argv[1]), "patterns")
