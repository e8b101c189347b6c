"""The encoder's network: a pretrained transformer, a head that labels tokens and one that labels a cue's own parts.

The first head says of every token whether it begins or goes on with a cue, a source and a content, each by itself,
for they may nest. The second takes a cue and says which tokens are that cue's source and content: from both
tokens' states, their product and their distance (after Dozat and Manning, ICLR 2017), smoothed over neighbours.
Both heads give two answers, one for either notion of a statement, the second as what it adds to the first.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WORDS, PLACES = 30522, 512
ROLES = 3  # cue, source, content
KINDS = 5  # of a cue's tokens: none, source's first and others, content's first and others
PAIR = 192
REACH = 64  # the farthest distance that is distinguished
DISTANCES = 2 * REACH + 2


@dataclass(frozen=True, slots=True)
class Size:
    """How large an encoder is; ``reaches`` counts the kinds of distance that its attention tells apart, if it does."""

    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    epsilon: float = 1e-12
    reaches: int = 0


SMALL = Size()
FARTHEST = 128  # from here on an encoder that tells distances apart calls all alike


class Layer(nn.Module):
    """One layer of a BERT encoder."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads, width = size.heads, size.width
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=size.epsilon)
        self.inner, self.outer = nn.Linear(width, size.inner), nn.Linear(size.inner, width)
        self.last = nn.LayerNorm(width, eps=size.epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States to states; ``mask`` is 0 where there is a piece and very low where there is none."""
        b, n, width = x.shape
        each = width // self.heads
        q, k, v = (f(x).view(b, n, self.heads, each).transpose(1, 2) for f in (self.query, self.key, self.value))
        y = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        y = y.transpose(1, 2).reshape(b, n, width)
        x = self.norm(x + self.out(y))
        return self.last(x + self.outer(functional.gelu(self.inner(x))))


def reaches(places: Tensor, kinds: int) -> Tensor:
    """The kind of distance from each place to each: near ones one by one, farther ones by their logarithm.

    As Raffel and others (JMLR 21, 2020) part them, half of the kinds for either side.
    """
    away = places[None, :] - places[:, None]
    side = kinds // 2
    exact = side // 2
    far = away.abs()
    steps = (far.float().clamp(min=1) / exact).log() / math.log(FARTHEST / exact) * (side - exact)
    kind = torch.where(far < exact, far, (exact + steps.long()).clamp(max=side - 1))
    return kind + (away > 0).long() * side


class Encoder(nn.Module):
    """Word pieces and how they are written to states of tokens, labels and what the second head reads."""

    def __init__(self, size: Size = SMALL, drop: float = 0.1) -> None:
        super().__init__()
        self.fixed = 0  # of the lower layers, those that are not learned
        self.drop, self.reaches, width = drop, size.reaches, size.width
        self.words, self.places = nn.Embedding(WORDS, width), nn.Embedding(PLACES, width)
        if size.reaches:
            self.near = nn.Embedding(size.reaches, size.heads)
        self.kind = nn.Parameter(torch.zeros(width))
        self.cases = nn.Embedding(3, width)
        self.norm = nn.LayerNorm(width, eps=size.epsilon)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.labels, self.more_labels = nn.Linear(width, 3 * ROLES), nn.Linear(width, 3 * ROLES)
        self.place, self.place_factor = nn.Linear(width, PAIR), nn.Linear(width, PAIR)
        self.cue, self.cue_factor = nn.Linear(width, PAIR), nn.Linear(width, PAIR)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.more_labels.weight)
        nn.init.zeros_(self.more_labels.bias)

    def fix(self, layers: int) -> None:
        """Keep the tables of words and places, and so many of the lower layers, as they are."""
        self.fixed = layers
        kept: list[nn.Module] = [self.words, self.places]
        if self.reaches:
            kept.append(self.near)
        if layers:  # nothing below them can be learned, then
            kept += [self.norm, *self.layers[:layers]]
            self.kind.requires_grad_(False)
        for part in kept:
            part.requires_grad_(False)

    def states(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """The state of every piece; ``mask`` is 0 where there is one and very low where there is none."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        written = self.cases(cases)
        x = self.words(pieces) + self.places(places) + self.kind
        x = self.norm(x if self.fixed else x + written)
        x = functional.dropout(x, self.drop, self.training and not self.fixed)
        if self.reaches:
            mask = mask + self.near(reaches(places, self.reaches)).permute(2, 0, 1)
        if self.fixed:
            with torch.no_grad():
                for layer in self.layers[: self.fixed]:
                    x = layer(x, mask)
            x = x + written  # above them, so that it is learned
        for layer in self.layers[self.fixed :]:
            x = layer(x, mask)
        return x

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Of every token: its labels' scores by both notions, and four readings for the second head."""
        x = self.states(pieces, cases, mask)
        x = torch.gather(x, 1, firsts.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
        wide = self.labels(x)
        labels = torch.cat([wide, wide + self.more_labels(x)], dim=-1)
        return labels, self.place(x), self.place_factor(x), self.cue(x), self.cue_factor(x)


class Pairs(nn.Module):
    """A cue and the tokens around it to the scores of what each is of that cue."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.distances = nn.Embedding(DISTANCES, PAIR)
        self.norm = nn.LayerNorm(PAIR)
        self.near = nn.Conv1d(PAIR, PAIR, 3, padding=1)
        self.out, self.more = nn.Linear(PAIR, KINDS), nn.Linear(PAIR, KINDS)
        nn.init.normal_(self.distances.weight, std=0.1)
        nn.init.zeros_(self.more.weight)
        nn.init.zeros_(self.more.bias)

    def forward(self, place: Tensor, factor: Tensor, cue: Tensor, cue_factor: Tensor, distances: Tensor) -> Tensor:
        """Scores of cue x token x kind by both notions; ``place`` is cue x token, ``cue`` cue x 1."""
        x = place + cue + self.distances(distances) + factor * cue_factor
        x = functional.gelu(self.norm(x))
        x = functional.dropout(x, self.drop, self.training)
        x = x + functional.gelu(self.near(x.transpose(1, 2)).transpose(1, 2))
        wide = self.out(x)
        return torch.cat([wide, wide + self.more(x)], dim=-1)


class Network(nn.Module):
    """Both parts."""

    def __init__(self, size: Size = SMALL) -> None:
        super().__init__()
        self.encoder, self.pairs = Encoder(size), Pairs()


SHARED = {"intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "last"}
BERT = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "out", "attention.output.LayerNorm": "norm", **SHARED,
}  # fmt: skip
MPNET = {
    "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value",
    "attention.attn.o": "out", "attention.LayerNorm": "norm", **SHARED,
}  # fmt: skip
FRAMES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[UNK]": "<unk>"}  # MPNet's names of BERT's
FIRST_PLACE = 2  # of MPNet's table; those before it stand for nothing


def size_of(folder: Path) -> Size:
    """The size of a pretrained encoder, BERT or MPNet (Song and others, NeurIPS 2020)."""
    told = json.loads((folder / "config.json").read_text("utf-8"))
    return Size(
        told["hidden_size"], told["num_hidden_layers"], told["num_attention_heads"], told["intermediate_size"],
        told["layer_norm_eps"], told.get("relative_attention_num_buckets", 0),
    )  # fmt: skip


def pretrained(folder: Path, vocabulary: Sequence[str]) -> Network:
    """The network with the weights of a pretrained encoder, heads as they begin, words in the vocabulary's order."""
    size = size_of(folder)
    network = Network(size)
    known: dict[str, Any] = load_file(folder / "model.safetensors")
    mine = network.encoder
    theirs = {word: n for n, word in enumerate((folder / "vocab.txt").read_text("utf-8").split("\n"))}
    order = [theirs[FRAMES.get(word, word) if size.reaches else word] for word in vocabulary[:WORDS]]
    first = FIRST_PLACE if size.reaches else 0
    with torch.no_grad():
        mine.words.weight[: len(order)].copy_(known["embeddings.word_embeddings.weight"][order])
        mine.places.weight.copy_(known["embeddings.position_embeddings.weight"][first : first + PLACES])
        if size.reaches:
            mine.near.weight.copy_(known["encoder.relative_attention_bias.weight"])
        else:
            mine.kind.copy_(known["embeddings.token_type_embeddings.weight"][0])
        mine.norm.weight.copy_(known["embeddings.LayerNorm.weight"])
        mine.norm.bias.copy_(known["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(mine.layers):
            for its, ours in (MPNET if size.reaches else BERT).items():
                for part in ("weight", "bias"):
                    value = known[f"encoder.layer.{number}.{its}.{part}"]
                    getattr(getattr(layer, ours), part).copy_(value)
    return network
