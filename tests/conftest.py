"""What tests of several rooms share: a corpus whose statements are known, without extraction."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from statements_cli.model import Article, Attribution, Document
from statements_cli.pipeline import Parsed
from statements_cli.store import Store

# Tests make many objects and next to no cycles; looking for cycles as often as usual is a fifth of their time.
gc.set_threshold(200_000, 20, 20)

# The same few examples in each run, so that a change is not refused for what chance finds, and no limit of time, which
# a busy machine misses; with --hypothesis-profile=chance, weekly, the examples are many and new.
settings.register_profile("same", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("chance", deadline=None, max_examples=200)
settings.load_profile("same")


CORPUS = """\
# China backs talks | Global Times | 2025-05-20
2025-05-20 | Mao Ning | CN | speech | China supports direct dialogue and negotiation between the parties
2025-05-19 | Vladimir Putin | RU | speech | Russia is ready to work on a memorandum on a future peace treaty
2025-05 | Mao Ning | CN | writing | We hope for a fair and durable peace deal
- | Volodymyr Zelensky | UA | speech | Negotiations must be held without delay
# Nothing was said here | Reuters |
# Studies | AFP | 2025-02-13
2025-02-13 | Guo Jiakun | CN | speech | China is glad to see all efforts conducive to peace
2025-02-12 | Kiel Institute | DE | report | Aid to Ukraine fell by a third
2025-02-13 | Guo Jiakun | CN | attitude | Beijing wants the sanctions lifted
"""


def _load(name: str) -> ModuleType:
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What commands keep of articles is kept apart from what the user's own have kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STATEMENTS_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def own_bytecode(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where no bytecode is to be written beside the source, commands in processes of their own share some elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        if sys.dont_write_bytecode:
            patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
            patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("bytecode")))
        yield


@pytest.fixture(scope="session")
def fake_parse() -> Callable[[Document], Parsed]:
    """The pipeline's stand-in: a document of marked lines in, known statements out."""
    parse: Callable[[Document], Parsed] = _load("fake_pipeline").parse
    return parse


@pytest.fixture(scope="session")
def store(fake_parse: Callable[[Document], Parsed]) -> Store:
    """A store of seven known statements in three articles."""
    return Store([fake_parse(Document("known.txt", CORPUS, "0" * 64))])


@pytest.fixture
def corpus_file(tmp_path: Path) -> Path:
    """The same corpus as a file, in a folder of its own."""
    path = tmp_path / "news" / "known.txt"
    path.parent.mkdir()
    path.write_text(CORPUS, encoding="utf-8")
    return path


MARKED = Path(__file__).parent / "attribution" / "marked.py"


@pytest.fixture(scope="session")
def marked() -> Callable[..., tuple[str, Article, tuple[Attribution, ...]]]:
    """Text, article and attributions of a text in which source, cue and content are marked."""
    spec = spec_from_file_location("marked", MARKED)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["marked"] = module
    spec.loader.exec_module(module)
    read: Callable[..., tuple[str, Article, tuple[Attribution, ...]]] = module.read_marked
    return read
