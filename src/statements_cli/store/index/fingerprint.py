"""Name the installed extractor, so that its results can be distinguished."""

from __future__ import annotations

import os
import sys

from statements_cli.data import FOLDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from statements_cli.model import ModelName

_PACKAGE = os.path.dirname(FOLDER)  # noqa: PTH120  (pathlib is slow)
_ABOVE = frozenset({"cli", "output", "query", "store", "samples"})  # don't bear on what is found
_UNREAD = frozenset({"__pycache__"})
_NO_CODE = (".c", ".pxd", ".pyc")
_OTHERS = ("rapidfuzz/__init__.py", "dateutil/_version.py")  # other packages that do, by what tells their version


def fingerprint(model: ModelName = "fast") -> str:
    """Return the SHA-256 of all code, weights and word lists that extraction uses.

    The same wherever the same is installed; each model has its own. Raises ``OSError`` where the package itself
    can't be read.
    """
    return _digest(model, tuple([(name, _digest_of(path)) for name, path in _bearing(model)]))


def installation(model: ModelName = "fast") -> str:
    """Return a name unique to the extractor installed here, without reading any of it.

    It is the SHA-256 of the sizes, times of change and places on the disk of what ``fingerprint`` reads, so it
    changes, too, where the same is installed again. Raises ``OSError`` as that does.
    """
    return _digest(model, tuple([(name, *_state(path)) for name, path in _bearing(model)]))


def _digest(model: ModelName, about: tuple[tuple[str | int, ...], ...]) -> str:
    from marshal import dumps

    from statements_cli.documents import digest

    # made twice as fast as repr; later forms than the second depend on what else holds a value
    return digest(dumps((sys.version, model, about), 2))


def _bearing(model: ModelName) -> list[tuple[str, str]]:
    files, others = sorted(_files(_PACKAGE, "")), list(_OTHERS)
    if model == "accurate":
        from statements_cli.attribution.encoder.runtime import folder

        weights = str(folder())
        files += sorted(_files(weights, f"{os.path.basename(weights)}/"))  # noqa: PTH119
        others.append("onnxruntime/__init__.py")
    return files + [(name, path) for name in others if (path := _in_site(name))]


def _files(folder: str, within: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _UNREAD or (not within and entry.name in _ABOVE):
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{within}{entry.name}/")
            elif not entry.name.endswith(_NO_CODE):
                yield within + entry.name, entry.path


def _in_site(name: str) -> str | None:
    for folder in sys.path:
        path = os.path.join(folder, name)  # noqa: PTH118
        if os.path.exists(path):  # noqa: PTH110
            return path
    return None


def _state(path: str) -> tuple[int, int, int, int]:
    state = os.stat(path)  # noqa: PTH116
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def _digest_of(path: str) -> str:
    from statements_cli.documents import digest

    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return digest(file.read())
