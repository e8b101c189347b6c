"""The compiled inner loops give the same as their Python source, to the last bit."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.attribution.finder import find_attributions
from statements_cli.model import Spans
from statements_cli.text import scan
from statements_cli.text.tagging import linear

ROOT = Path(__file__).parents[2]
COMPILED = (
    "attribution.labelling.sweeps",
    "attribution.labelling.second_pass_features",
    "attribution.labelling.first_pass_features",
    "attribution.labelling.judge_features",
    "attribution.labelling.counts",
    "attribution.labelling.tree_features",
    "text.tagging.arcs",
    "text.tagging.linear",
    "text.scan",
    "text.tagging.tag_features",
)
WORDINGS = st.sampled_from(
    [
        *(
            "said",
            "told",
            "hopes",
            "according to",
            "that",
            "Mao Ning",
            "Trump",
            "he",
            "the ministry",
            "China",
        ),
        *(
            "peace talks",
            "on Monday",
            "will",
            "be held",
            "U.S.",
            "1,340km",
            "don’t",
            "Russia–Ukraine",
            "王毅",
        ),
        *"“”\"'‘’,.:?—;\n😀İßǅé\u00a0\x00",
    ]
)
TEXTS = st.lists(WORDINGS, max_size=60).map(" ".join) | st.text(max_size=80)


def plain(name: str) -> ModuleType:
    """A module of the package as run from its source."""
    path = ROOT / "src" / "statements_cli" / f"{name.replace('.', '/')}.py"
    loader = SourceFileLoader(f"plain_{name.replace('.', '_')}", str(path))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    for short in COMPILED:  # what it calls runs from source, too
        used = short.rpartition(".")[2]
        if isinstance(getattr(module, used, None), ModuleType):
            setattr(module, used, plain(short))
    return module


def both(name: str, compiled: Callable[..., Any], source: Callable[..., Any]) -> Callable[..., Any]:
    """A function that runs both forms on the same values and compares all that they set."""

    def run(*given: Any) -> Any:
        copies = [array(v.typecode, v) if isinstance(v, array) else v for v in given]
        result = compiled(*given)
        assert result == source(*copies), name
        for number, (value, copy) in enumerate(zip(given, copies, strict=True)):
            assert value == copy, f"{name}, argument {number}"
        return result

    return run


@pytest.fixture(scope="module")
def compared() -> Iterator[set[str]]:
    """Every use of a compiled function compared with its source; the names of those used."""
    used: set[str] = set()
    patch = pytest.MonkeyPatch()
    for short in COMPILED:
        module = import_module(f"statements_cli.{short}")
        if not str(module.__file__).endswith((".so", ".pyd")):
            pytest.skip("nothing is compiled here")
        source = plain(short)
        for name, function in vars(module).items():
            form: Any = getattr(source, name, None)
            if getattr(form, "__module__", "") != source.__name__ or isinstance(form, type) or name == "load":
                continue
            for user in [m for n, m in sys.modules.items() if n.startswith("statements_cli.")]:
                if user is not module and vars(user).get(name, user) is function:
                    used.add(f"{short}.{name}")
                    patch.setattr(user, name, both(f"{short}.{name}", function, form))
    yield used
    patch.undo()


def lines(text: str) -> Spans:
    """The spans of a text's lines."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


@pytest.mark.parametrize("seed", ["001_403fd37b315acb09.txt", "004_143caf6f61325b1c.txt"])
def test_articles(seed: str, compared: set[str]) -> None:
    """Reading an article, each step agrees with its source; all that does the work is compared."""
    text = (ROOT / "seeds" / seed).read_text(encoding="utf-8")
    assert find_attributions(text_of_paragraphs(text, lines(text)))
    assert {
        "attribution.labelling.sweeps.first_sweep", "attribution.labelling.sweeps.second_sweep", "text.tagging.linear.score",
        "attribution.labelling.judge_features.judge_features", "attribution.labelling.tree_features.content_features",
        "attribution.labelling.counts.borders", "text.tagging.arcs.parse_all", "text.tagging.linear.best_each",
        "text.scan.scan", "text.scan.places_of", "text.scan.split_sentences", "text.tagging.tag_features.tag_features",
    } <= compared  # fmt: skip


@given(text=TEXTS)
def test_any_text(compared: set[str], text: str) -> None:
    """Whatever the text, each step agrees with its source."""
    assert compared
    find_attributions(text_of_paragraphs(text, lines(text)))


@given(st.text(max_size=20))
def test_words(word: str) -> None:
    """A word's number is the same from either form."""
    assert plain("text.scan").hash_word(word) == scan.hash_word(word)


@given(st.data())
def test_probabilities(data: st.DataObject) -> None:
    """Best labels and probabilities agree for any scores and weights, and probabilities sum to one."""
    width = data.draw(st.integers(1, 5))
    count = data.draw(st.integers(0, 6))
    numbers = st.integers(-3000, 3000)
    scores = array("i", data.draw(st.lists(numbers, min_size=count * width, max_size=count * width)))
    transitions = array("i", data.draw(st.lists(numbers, min_size=width * width, max_size=width * width)))
    model = linear.Model(memoryview(b"\0\0").cast("H"), memoryview(b""), transitions, width, 100)
    results = []
    for form in (linear, plain("text.tagging.linear")):
        room, forward = array("d", bytes(16 * width)), array("d", bytes(8 * count * width))
        marginals = array("d", bytes(8 * count * width))
        form.posteriors(scores[:], count, width, model.potentials, model.decays, room, forward, marginals)
        labels = array("b", bytes(count))
        form.viterbi(scores[:], count, width, transitions, labels)
        each = array("b", bytes(count))
        form.best_each(scores[:], count, width, each)
        results.append((marginals, labels, each))
    assert results[1] == results[0]
    for i in range(count):
        total = sum(results[0][0][i * width : (i + 1) * width])
        assert total == pytest.approx(1.0) or total == 0.0
