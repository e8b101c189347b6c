"""What an installation compiles, and when."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

setuptools = pytest.importorskip("setuptools")
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """``setup.py`` as a module, in whose place mypyc makes one extension."""
    spec = importlib.util.spec_from_file_location("setup_of_project", ROOT / "setup.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "rooms", lambda: [setuptools.Extension("room", ["room.c"])])
    return module


def test_compiled_modules_exist(build: ModuleType) -> None:
    """Every module that is to be compiled is there, and is compiled in one way only."""
    loops = [ROOT / "src" / f"{name.replace('.', '/')}.py" for name in build.COMPILED]
    rooms = [ROOT / path for path in build.room_modules()]

    assert [] == [path for path in [*loops, *rooms] if not path.is_file()]
    assert len({*loops, *rooms}) == len(loops) + len(rooms)
    assert [] == [path for path in rooms if path.with_suffix(".pxd").exists()]


def test_parts_are_compiled_whole_or_not_at_all(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one of the inner loops can't be compiled, none stays: others need what it shares. The rooms stay."""
    made = [*build.COMPILED, build.SHARED, "room"]
    monkeypatch.setattr(build.build_ext, "build_extensions", lambda _: [(tmp_path / name).touch() for name in made[1:]])
    monkeypatch.setattr(build.Build, "get_ext_fullpath", lambda _, name: str(tmp_path / name))
    builder = build.Build(setuptools.Distribution())
    builder.extensions = [setuptools.Extension(name, []) for name in made]
    builder.compiler = ModuleType("compiler")
    builder.compiler.compile = None

    builder.build_extensions()

    assert ["room"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("command", "compiled"),
    [("egg_info", []), ("dist_info", []), ("editable_wheel", []), ("build_ext", []), ("bdist_wheel", ["room"])],
)
def test_rooms_are_compiled_for_a_wheel_only(
    build: ModuleType, command: str, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What pip asks about the package before it builds the wheel, and an editable install, wait for no mypyc."""
    monkeypatch.setattr(sys, "argv", ["setup.py", command])
    builder = build.Build(setuptools.Distribution())
    builder.finalize_options()

    assert compiled == [extension.name for extension in builder.extensions or []]


def unpacked_memberships(source: str) -> Iterator[int]:
    """Yield the lines where something is looked for in a tuple that unpacks others."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and any(isinstance(one, ast.In | ast.NotIn) for one in node.ops):
            tuples = (one for one in node.comparators if isinstance(one, ast.Tuple))
            if any(isinstance(item, ast.Starred) for one in tuples for item in one.elts):
                yield node.lineno


def test_rooms_have_nothing_that_mypyc_gives_up_on(build: ModuleType) -> None:
    """One such line, and everything in the wheel would run as plain Python."""
    found = {
        (path.name, line)
        for path in build.room_modules()
        for line in unpacked_memberships((ROOT / path).read_text(encoding="utf-8"))
    }

    assert set() == found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x = a in (*b, *c)", [1]),
        ("x = a not in (1, *b)", [1]),
        ("x = a in (b, c)", []),
        ("x = a in frozenset((*b, *c))", []),
        ("x = a == (*b, *c)", []),
    ],
)
def test_what_an_unpacked_membership_is(source: str, lines: list[int]) -> None:
    """Only what is written so is found."""
    assert lines == list(unpacked_memberships(source))
