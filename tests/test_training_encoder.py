"""What fine-tunes the encoder of the accurate model: the teacher's probabilities, kept; its size; what is learned."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

np = pytest.importorskip("numpy")

from statements_cli.attribution.encoder.runtime import KINDS, NOTIONS, ROLES  # noqa: E402
from training.encoder.spans import likely_spans  # noqa: E402
from training.encoder.teach import held_of, read, write  # noqa: E402
from training.encoder.texts import CORPUS, annotated  # noqa: E402

TEXT = "Wu said the talks would go on.\n\nLin agreed, and added that they would end soon."


@pytest.mark.parametrize(
    ("chances", "spans"),
    [
        ([0.0, 0.119, 0.1], []),
        ([0.0, 0.12, 0.1], [(1, 2)]),
        ([0.9, 0.9, 0.0, 0.9], [(0, 2), (3, 4)]),
        ([0.5] * 8, [(0, 8)]),
        ([0.5] * 9, [(0, 8), (8, 9)]),
    ],
)
def test_runs_of_likely_tokens(chances: Sequence[float], spans: list[tuple[int, int]]) -> None:
    """From a probability of .12 on, no more than eight tokens at once."""
    assert likely_spans(np.array(chances)) == spans


class Teacher:
    """One that holds every "said" and "added" a cue, and what stands behind it content."""

    pieces = SimpleNamespace(cut=lambda word: [len(word)])

    def window(self, words: Sequence[str]) -> Any:
        """Everything else probable by a fifth, but as a cue."""
        chances = np.full((len(words), len(NOTIONS), ROLES, 3), (0.8, 0.12, 0.08))
        for place, word in enumerate(words):
            if word not in ("said", "added"):
                chances[place, CORPUS, 0] = (1, 0, 0)
        return SimpleNamespace(chances=chances)

    def kinds(self, window: Any, cues: Sequence[tuple[int, int]]) -> Any:
        """The tokens behind a cue as its content; distances are not asked for."""
        found = np.zeros((len(cues), len(window.chances), len(NOTIONS), KINDS))
        found[..., 0] = 1
        for number, (_, end) in enumerate(cues):
            found[number, end:] = (0, 0, 0, 0.25, 0.75)
        return found, None


def _held(path: Path) -> Any:
    write(path, held_of([annotated("one", TEXT, (), CORPUS)], Teacher()))  # type: ignore[arg-type]
    return read(path)


def test_what_a_teacher_holds_is_kept(tmp_path: Path) -> None:
    """Labels of every token, cues with their windows, and the parts of each, in steps of 1/255."""
    held = _held(tmp_path / "held.npz")
    words = TEXT.replace(".", " .").replace(",", " ,").split()
    assert held.labels.shape == (len(words), len(NOTIONS), ROLES, 3)
    assert held.labels[words.index("said"), CORPUS, 0].tolist() == [204, 31, 20]
    assert [words[start:end] for _, start, end in held.cues.tolist()] == [["said"], ["added"]]
    assert held.parts.shape == (2 * len(words), len(NOTIONS), KINDS)
    assert held.parts[0, 0].tolist() == [255, 0, 0, 0, 0]
    assert held.parts[-1, 0].tolist() == [0, 0, 0, 64, 191]


def test_windows_get_what_a_teacher_holds_of_them(tmp_path: Path) -> None:
    """In the order in which it read them; other texts than it read are told."""
    pytest.importorskip("torch")
    from training.encoder.sheets import taught_sheets

    held = _held(tmp_path / "held.npz")
    (one,) = taught_sheets([annotated("one", TEXT, (), CORPUS)], Teacher.pieces, held)  # type: ignore[arg-type]
    assert list(one.cues) == [(1, 2), (12, 13)]
    assert len(one.parts) == 2 and len(one.parts[0]) == len(one.labels) == len(one.sheet.firsts)
    with pytest.raises(AssertionError, match="other texts"):
        list(taught_sheets([annotated("one", TEXT[:31], (), CORPUS)], Teacher.pieces, held))  # type: ignore[arg-type]


def test_a_network_learns_what_its_teacher_holds(tmp_path: Path) -> None:
    """The loss falls; layers that are fixed stay as they are, those above don't."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("safetensors")
    from training.encoder.losses import taught_loss
    from training.encoder.network import Network, Size
    from training.encoder.sheets import taught_sheets

    held = _held(tmp_path / "held.npz")
    windows = list(taught_sheets([annotated("one", TEXT, (), CORPUS)], Teacher.pieces, held))  # type: ignore[arg-type]
    torch.manual_seed(1)
    network = Network(Size(width=24, layers=2, heads=2, inner=48, reaches=8))
    network.encoder.fix(1)
    before = [one.clone() for one in network.encoder.layers.parameters()]
    optimizer = torch.optim.AdamW([one for one in network.parameters() if one.requires_grad], lr=1e-2)
    losses = []
    for _ in range(30):
        first, second = taught_loss(network, windows, random.Random(1))
        optimizer.zero_grad()
        (first + second).backward()
        optimizer.step()
        losses.append((float(first.detach()), float(second.detach())))
    assert losses[-1][0] < 0.7 * losses[0][0] and losses[-1][1] < 0.5 * losses[0][1]
    same = [a.equal(b) for a, b in zip(before, network.encoder.layers.parameters(), strict=True)]
    assert same == [True] * (len(same) // 2) + [False] * (len(same) // 2)


@pytest.mark.parametrize(
    ("away", "kind"),
    [(0, 0), (-1, 1), (-7, 7), (-8, 8), (-127, 15), (-500, 15), (1, 17), (7, 23), (8, 24), (500, 31)],
)
def test_kinds_of_distance(away: int, kind: int) -> None:
    """Near places one by one, far ones by their logarithm, all from 128 on alike; those behind by other kinds."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("safetensors")
    from training.encoder.network import reaches

    places = torch.arange(501)
    table = reaches(places, 32)
    assert int(table[500, 500 + away] if away <= 0 else table[0, away]) == kind


@pytest.mark.parametrize("family", ["bert", "mpnet"])
def test_pretrained_weights_come_in_the_vocabularys_order(family: str, tmp_path: Path) -> None:
    """Of either family of encoders; a word that stands elsewhere in the encoder's own list has its own weights."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("safetensors")
    from safetensors.torch import save_file

    from training.encoder import network
    from training.encoder.network import BERT, MPNET, Size, pretrained

    size = Size(width=4, layers=1, heads=2, inner=8, epsilon=1e-5, reaches=6 if family == "mpnet" else 0)
    words = ["[CLS]", "[SEP]", "said", "talks"]
    own = ["<s>", "</s>", "[CLS]", "[SEP]", "talks", "said"] if family == "mpnet" else words
    state = {
        "embeddings.word_embeddings.weight": torch.arange(float(4 * len(own))).view(-1, 4),
        "embeddings.position_embeddings.weight": torch.arange(float(4 * 514)).view(-1, 4),
        "embeddings.token_type_embeddings.weight": torch.ones(2, 4),
        "encoder.relative_attention_bias.weight": torch.ones(6, 2),
        "embeddings.LayerNorm.weight": torch.ones(4),
        "embeddings.LayerNorm.bias": torch.ones(4),
    }
    layer = network.Layer(size)
    for theirs, ours in (MPNET if family == "mpnet" else BERT).items():
        for part in ("weight", "bias"):
            state[f"encoder.layer.0.{theirs}.{part}"] = getattr(getattr(layer, ours), part).detach().clone()
    save_file(state, tmp_path / "model.safetensors")
    (tmp_path / "vocab.txt").write_text("\n".join(own), "utf-8")
    told = {"hidden_size": 4, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 8}
    more = {"relative_attention_num_buckets": 6} if family == "mpnet" else {}
    (tmp_path / "config.json").write_text(json.dumps({**told, **more, "layer_norm_eps": 1e-5}), "utf-8")
    made = pretrained(tmp_path, words).encoder
    rows = [0, 1, 5, 4] if family == "mpnet" else [0, 1, 2, 3]
    assert made.words.weight[: len(words), 0].tolist() == [4 * row for row in rows]
    assert made.places.weight[0, 0].item() == (8 if family == "mpnet" else 0)
    assert made.layers[0].outer.weight.equal(layer.outer.weight)
