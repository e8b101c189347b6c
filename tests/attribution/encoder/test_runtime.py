"""The accurate model where its extra is installed, and what is said where it isn't."""

from __future__ import annotations

import importlib.util
import re

import pytest

import statements_cli
from statements_cli.attribution.encoder import runtime
from statements_cli.attribution.encoder.runtime import MissingModelError
from statements_cli.model import Document
from statements_cli.store import Store
from statements_cli.store.index.fingerprint import fingerprint, installation

MISSING = [name for name in (runtime.WEIGHTS, "onnxruntime") if importlib.util.find_spec(name) is None]
installed = pytest.mark.skipif(bool(MISSING), reason=f"takes the extra accurate: {', '.join(MISSING)}")
TEXT = (
    "Bridge to reopen\n\n"
    "The bridge over the river will reopen in May, Transport Minister Ann Lee said on Monday.\n\n"
    "“We have kept our promise,” she told reporters. “Drivers will be glad.”\n\n"
    "According to the city council, repairs cost 12 million dollars.\n"
)


def document() -> Document:
    """Return the article as a document."""
    return Document(path="bridge.txt", text=TEXT, digest="0" * 64)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """Hide an installed package, or all but one that is not."""
    hidden: str = request.param
    found = importlib.util.find_spec

    class Spec:
        origin = __file__

    def find(name: str, package: str | None = None) -> object:
        if name == hidden:
            return None
        return Spec if name in (runtime.WEIGHTS, "onnxruntime") else found(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    return hidden


@pytest.mark.parametrize("without", [runtime.WEIGHTS, "onnxruntime"], indirect=True)
def test_a_missing_extra_is_named(without: str) -> None:
    """Parsing and opening a store say which package is missing and how to install it."""
    wanted = rf"{without.replace('_', '-')}.* not installed\. Install it: pip install 'statements-cli\[accurate\]'"
    with pytest.raises(MissingModelError, match=wanted):
        statements_cli.parse(document(), model="accurate")
    with pytest.raises(MissingModelError, match=wanted):
        Store.from_paths([], model="accurate")


def test_another_model_is_refused() -> None:
    """There are two models."""
    with pytest.raises(ValueError, match="'best'"):
        statements_cli.parse(document(), model="best")  # type: ignore[arg-type]


@installed
def test_both_models_give_records_of_the_same_kind() -> None:
    """The statements of plain sentences, with speakers and offsets into the text, whichever model finds them."""
    fast, accurate = (statements_cli.parse(document(), model=model) for model in ("fast", "accurate"))

    def told(parsed: statements_cli.Parsed) -> set[tuple[str | None, str]]:
        return {(one.speaker, TEXT[one.spans.content[0][0] : one.spans.content[0][1]]) for one in parsed.statements}

    assert ("Ann Lee", "The bridge over the river will reopen in May") in told(accurate)
    assert told(fast) == told(accurate)


@installed
def test_weights_in_8_bits_are_multiplied_in_32(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the encoder holds is what its graph says when nothing of it is rewritten."""
    import onnxruntime

    words = [one.strip() for one in re.split(r"(\W)", TEXT) if one.strip()]
    quick = runtime.Encoder(runtime.folder()).window(words)

    class Plain(onnxruntime.SessionOptions):  # type: ignore[misc, unused-ignore]
        def __init__(self) -> None:
            super().__init__()
            self.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL

    monkeypatch.setattr(onnxruntime, "SessionOptions", Plain)
    plain = runtime.Encoder(runtime.folder()).window(words)
    assert plain.chances == pytest.approx(quick.chances, abs=1e-4)


@installed
def test_the_same_text_is_read_alike_twice() -> None:
    """Nothing of what is found hangs on what was read before."""
    assert statements_cli.parse(document(), model="accurate") == statements_cli.parse(document(), model="accurate")


@installed
def test_models_are_told_apart_by_cache_and_index() -> None:
    """What one model found is never taken for what the other would."""
    assert fingerprint() != fingerprint("accurate")
    assert installation() != installation("accurate")
