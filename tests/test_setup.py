"""What an installation compiles, and when."""

from __future__ import annotations

import importlib.util
import sys
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
