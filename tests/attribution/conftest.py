"""The reader of marked texts, for the tests of this folder."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from statements_cli.model import Article, Attribution

MARKED = Path(__file__).parents[1] / "attribution" / "marked.py"


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
