"""The encoder's network: a pretrained transformer, a head that labels tokens and one that labels a cue's own parts.

The first head says of every token whether it begins or goes on with a cue, a source and a content, each by itself,
for they may nest. The second takes a cue and says which tokens are that cue's source and content: from both
tokens' states, their product and their distance (after Dozat and Manning, ICLR 2017), smoothed over neighbours.
Both heads give two answers, one for either notion of a statement, the second as what it adds to the first.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ROLES = 3  # cue, source, content
KINDS = 5  # of a cue's tokens: none, source's first and others, content's first and others
PAIR = 192
REACH = 64  # the farthest distance that is distinguished
DISTANCES = 2 * REACH + 2


class Layer(nn.Module):
    """One layer of a BERT encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States to states; ``mask`` is 0 where there is a piece and very low where there is none."""
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = torch.softmax(q @ (k.transpose(2, 3) / math.sqrt(WIDTH // HEADS)) + mask.to(q.dtype), dim=-1)
        y = weights @ v
        y = y.transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm(x + self.out(y))
        return self.last(x + self.outer(functional.gelu(self.inner(x))))


class Encoder(nn.Module):
    """Word pieces and how they are written to states of tokens, labels and what the second head reads."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.cases = nn.Embedding(3, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.labels, self.more_labels = nn.Linear(WIDTH, 3 * ROLES), nn.Linear(WIDTH, 3 * ROLES)
        self.place, self.place_factor = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.cue, self.cue_factor = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.more_labels.weight)
        nn.init.zeros_(self.more_labels.bias)

    def states(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """The state of every piece; ``mask`` is 0 where there is one and very low where there is none."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.words(pieces) + self.places(places) + self.kind + self.cases(cases))
        x = functional.dropout(x, self.drop, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Of every token: its labels' scores by both notions, and four readings for the second head."""
        x = self.states(pieces, cases, mask)
        x = torch.gather(x, 1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))
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

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.pairs = Encoder(), Pairs()


NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "out", "attention.output.LayerNorm": "norm", "intermediate.dense": "inner",
    "output.dense": "outer", "output.LayerNorm": "last",
}  # fmt: skip


def pretrained(folder: Path) -> Network:
    """The network with the weights of a BERT encoder of this size, heads as they begin."""
    size = json.loads((folder / "config.json").read_text("utf-8"))
    assert (size["hidden_size"], size["num_hidden_layers"], size["num_attention_heads"]) == (WIDTH, LAYERS, HEADS)
    network = Network()
    known: dict[str, Any] = load_file(folder / "model.safetensors")
    mine = network.encoder
    with torch.no_grad():
        mine.words.weight.copy_(known["embeddings.word_embeddings.weight"])
        mine.places.weight.copy_(known["embeddings.position_embeddings.weight"])
        mine.kind.copy_(known["embeddings.token_type_embeddings.weight"][0])
        mine.norm.weight.copy_(known["embeddings.LayerNorm.weight"])
        mine.norm.bias.copy_(known["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(mine.layers):
            for theirs, ours in NAMES.items():
                for part in ("weight", "bias"):
                    value = known[f"encoder.layer.{number}.{theirs}.{part}"]
                    getattr(getattr(layer, ours), part).copy_(value)
    return network
