"""The network and a batch of windows in; how wrong both heads are about it out."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from statements_cli.attribution.encoder.word_pieces import TokenSpan
from training.encoder.network import ROLES, Network
from training.encoder.sheets import CUE, Sheet, TaughtSheet, batch_of, cue_labels, distances
from training.encoder.spans import likely_spans
from training.encoder.texts import Link

MOST_CUES = 40  # of a batch


def shown(group: Sequence[Sheet], chances: Any, luck: random.Random) -> list[tuple[int, TokenSpan, Link | None]]:
    """The cues that the second head is shown: those annotated, and likely words that are none."""
    cues: list[tuple[int, TokenSpan, Link | None]] = []
    for n, s in enumerate(group):
        taken = [span for link in s.links for span in link.cue]
        unknown = set(np.flatnonzero(s.labels[:, CUE] != 0).tolist())
        cues += [(n, link.cue[0], link) for link in s.links if link.cue[0][1] - link.cue[0][0] < 24]
        others = [span for span in likely_spans(chances[n][: len(s.firsts)]) if unknown.isdisjoint(range(*span))]
        luck.shuffle(others)
        cues += [(n, span, None) for span in others[: 2 + len(taken) // 2]]
    luck.shuffle(cues)
    return cues[:MOST_CUES]


def pair_scores(
    network: Network, read: Sequence[Tensor], cues: Sequence[tuple[int, TokenSpan, Any]], sizes: Sequence[int]
) -> Tensor:
    """The second head's scores of every cue and token of its window."""
    _, place, factor, cue, cue_factor = read
    most = place.shape[1]
    rows = torch.tensor([n for n, _, _ in cues])
    weights = torch.zeros(len(cues), 1, most)
    table = np.zeros((len(cues), most), np.int64)
    for k, (n, span, _) in enumerate(cues):
        weights[k, 0, span[0] : span[1]] = 1 / (span[1] - span[0])
        table[k, : sizes[n]] = distances(span, sizes[n])
    mine, other = (torch.bmm(weights.to(one.dtype), one[rows]) for one in (cue, cue_factor))
    scores: Tensor = network.pairs(place[rows], factor[rows], mine, other, torch.from_numpy(table))
    return scores


def loss_of(network: Network, group: Sequence[Sheet], luck: random.Random) -> tuple[Tensor, Tensor]:
    """How wrong both heads are about a batch."""
    pieces, cases, firsts, mask, labels = batch_of(group)
    read = network.encoder(pieces, cases, firsts, mask)
    b, t, _ = read[0].shape
    by_notion = read[0].float().view(b, t, 2, ROLES, 3)
    scores = torch.stack([by_notion[n, :, s.notion] for n, s in enumerate(group)])
    first = functional.cross_entropy(scores.reshape(-1, 3), labels.reshape(-1), ignore_index=-100)
    with torch.no_grad():
        chances = 1 - torch.softmax(scores[:, :, CUE], -1)[..., 0]
    cues = shown(group, chances.numpy(), luck)
    if not cues:
        return first, first * 0
    sizes = [len(s.firsts) for s in group]
    pairs = pair_scores(network, read, cues, sizes).float()
    wanted = np.full((len(cues), t), -100, np.int64)
    for k, (n, span, link) in enumerate(cues):
        wanted[k, : sizes[n]] = cue_labels(link, span, sizes[n])
    kinds = pairs.shape[-1] // 2
    pairs = torch.stack([pairs[k, :, group[n].notion * kinds :][:, :kinds] for k, (n, _, _) in enumerate(cues)])
    second = functional.cross_entropy(
        pairs.reshape(-1, kinds), torch.from_numpy(wanted).reshape(-1), ignore_index=-100
    )  # fmt: skip
    return first, second


def taught_loss(network: Network, group: Sequence[TaughtSheet], luck: random.Random) -> tuple[Tensor, Tensor]:
    """How far both heads are, by both notions, from what a teacher holds of a batch."""
    pieces, cases, firsts, mask, _ = batch_of([one.sheet for one in group])
    read = network.encoder(pieces, cases, firsts, mask)
    b, t, _ = read[0].shape
    wanted = np.zeros((b, t, 2, ROLES, 3), np.float32)
    for n, one in enumerate(group):
        wanted[n, : len(one.labels)] = one.labels
    first = _apart(read[0].float().view(b, t, 2, ROLES, 3), wanted)
    cues = [(n, span, k) for n, one in enumerate(group) for k, span in enumerate(one.cues)]
    if not cues:
        return first, first * 0
    luck.shuffle(cues)
    cues = cues[:MOST_CUES]
    pairs = pair_scores(network, read, cues, [len(one.labels) for one in group]).float()
    parts = np.zeros((len(cues), t, 2, pairs.shape[-1] // 2), np.float32)
    for row, (n, _, k) in enumerate(cues):
        its = group[n].parts[k]
        parts[row, : len(its)] = its
    return first, _apart(pairs.view(parts.shape), parts)


def _apart(scores: Tensor, wanted: Any) -> Tensor:
    """The mean cross entropy of scores and probabilities wanted, where any are; those of a token sum to 255."""
    wanted = torch.from_numpy(wanted)
    return -(wanted * torch.log_softmax(scores, -1)).sum() / wanted.sum()
