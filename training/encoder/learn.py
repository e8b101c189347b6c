"""Annotated texts and a pretrained encoder in; its fine-tuned weights out.

``python -m training.encoder.learn --corpus PATH --articles PATH ... --encoder PATH --output FILE``
needs torch and safetensors. Seeds are fixed; a checkpoint is written after each part of a pass.
"""

from __future__ import annotations

import argparse
import copy
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import distributed

from statements_cli.attribution.encoder.word_pieces import WordPieces
from training.encoder.export import exported
from training.encoder.losses import loss_of, taught_loss
from training.encoder.network import Network, pretrained
from training.encoder.sheets import TaughtSheet, batches, sheets, straightened, taught_sheets
from training.encoder.teach import read as read_held
from training.encoder.teach import texts_of
from training.encoder.texts import article_texts, corpus_texts, kept

STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
BATCH = 8  # windows
TOGETHER = 8  # steps after which those who learn side by side take the mean of their weights
FLOATS = {16: torch.bfloat16, 32: torch.float32}  # by bits
HEADS_FASTER = 6.7  # than the encoder, which knows something already


def main() -> int:
    """Fine-tune and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of the pretrained encoder")
    parser.add_argument("--vocabulary", type=Path, help="the word pieces to read by, else the encoder's own")
    parser.add_argument("--begin", type=Path, help="weights to go on from instead, or a folder of exported graphs")
    parser.add_argument("--floats", type=int, choices=FLOATS, default=16, help="bits; 16 where the processor has them")
    parser.add_argument("--unannotated", type=Path, help="a zip with a table of articles that a teacher has read")
    parser.add_argument("--taught", type=Path, help="what it holds of those of this rank, by training.encoder.teach")
    parser.add_argument("--count", type=int, help="how many it has read, else all")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--passes", type=float, default=2.5)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument(
        "--keep-aside",
        action="store_true",
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=int, default=3, help="how often a pass reads an article, of the corpus once")
    parser.add_argument("--fixed", type=int, default=0, help="how many of the lower layers stay as they are")
    parser.add_argument(
        "--threads", type=int, default=1, help="a second one waits for the first more than it helps a small encoder"
    )
    parser.add_argument("--side", type=int, default=1, help="how many learn side by side")
    parser.add_argument("--rank", type=int, default=0, help="which of them this is, from 0")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    if options.side > 1:
        distributed.init_process_group(
            "gloo", init_method=f"file://{options.output.resolve()}.meeting", rank=options.rank, world_size=options.side
        )  # fmt: skip
    words = (options.vocabulary or options.encoder / "vocab.txt").read_text("utf-8").split("\n")
    vocabulary = WordPieces(words)
    texts = corpus_texts(options.corpus, "train")
    articles = [one for folder in options.articles for one in article_texts(folder)]
    if options.keep_aside:
        texts, articles = kept(texts), kept(articles)
    known = [*sheets(texts, vocabulary), *(s for _ in range(options.copies) for s in sheets(articles, vocabulary))]
    taught = list[TaughtSheet]()
    if options.taught:
        read_texts = texts_of(options.unannotated, options.count)[options.rank :: options.side]
        taught = list(taught_sheets(read_texts, vocabulary, read_held(options.taught)))
    marks = {vocabulary.cut(curly)[0]: vocabulary.cut(mark)[0] for curly, mark in STRAIGHT.items()}
    network = pretrained(options.encoder, words)
    if options.begin:
        network.load_state_dict(exported(options.begin) if options.begin.is_dir() else torch.load(options.begin))
    network.encoder.fix(options.fixed)
    learned = Learned(network, options.rate, FLOATS[options.floats])
    mine = known[:]
    random.Random(options.seed).shuffle(mine)
    mine = mine[options.rank :: options.side]
    steps = int(options.passes * (len(known) // options.side // BATCH))
    luck = random.Random(options.seed + options.rank)
    started, done, pieces, sums, told_sum = time.monotonic(), 0, 0, [0.0, 0.0], 0.0
    print(f"{len(texts)} texts, {len(articles)} articles, {len(known)} windows, {steps} steps", flush=True)
    lessons = endless(taught, luck)
    while done < steps:
        for group in batches(mine, BATCH, luck):
            group = [straightened(s, marks) if luck.random() < 0.2 else s for s in group]
            first, second = loss_of(learned.narrow, group, luck)
            (first + second).backward()
            if taught:
                told, said = taught_loss(learned.narrow, next(lessons), luck)
                (told + said).backward()
                told_sum += float((told + said).detach())
            learned.step(done, steps)
            done += 1
            if options.side > 1 and (done % TOGETHER == 0 or done == steps):
                learned.meet(options.side)
            pieces += sum(len(s.pieces) for s in group)
            sums = [sums[0] + float(first.detach()), sums[1] + float(second.detach())]
            if done % 20 == 0:
                spent = time.monotonic() - started
                print(f"{done} {spent:.0f} s, {pieces / spent:.0f} pieces/s, {time.process_time():.0f} s cpu, "
                      f"{sums[0] / 20:.4f} {sums[1] / 20:.4f} {told_sum / 20:.4f}", flush=True)  # fmt: skip
                sums, told_sum = [0.0, 0.0], 0.0
            if options.rank == 0 and (done % (5 * TOGETHER) == 0 or done == steps):
                torch.save(learned.wide.state_dict(), options.output)
            if done == steps:
                break
    return 0


def endless(taught: Sequence[TaughtSheet], luck: random.Random) -> Iterator[list[TaughtSheet]]:
    """Batches of what a teacher read, pass after pass."""
    while True:
        yield from batches(taught, BATCH, luck)


class Learned:
    """The weights in 32 bits, and a copy, in 16 where that is fast, that is read and learned from."""

    def __init__(self, network: Network, rate: float, floats: torch.dtype) -> None:
        self.wide, self.narrow = network, copy.deepcopy(network).to(floats)
        self.narrow.train()
        names = [name for name, one in network.named_parameters() if one.requires_grad]
        wide, narrow = dict(network.named_parameters()), dict(self.narrow.named_parameters())
        self.pairs = [(wide[name], narrow[name]) for name in names]
        heads = [wide[name] for name in names if not name.startswith("encoder.layers")]
        body = [wide[name] for name in names if name.startswith("encoder.layers")]
        groups = [{"params": body, "lr": rate}, {"params": heads, "lr": rate * HEADS_FASTER}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.rates = [rate, rate * HEADS_FASTER]

    def step(self, done: int, steps: int) -> None:
        """Learn from the gradients of the narrow copy; the rate rises for a tenth of the steps, then falls to 0."""
        warm = max(1, steps // 10)
        share = min((done + 1) / warm, max(0.0, (steps - done) / (steps - warm)))
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        for wide, narrow in self.pairs:
            assert narrow.grad is not None
            wide.grad = narrow.grad.float()
            narrow.grad = None
        torch.nn.utils.clip_grad_norm_([wide for wide, _ in self.pairs], 1.0)
        self.optimizer.step()
        self.copy()

    def copy(self) -> None:
        """Set the narrow copy to the weights."""
        with torch.no_grad():
            for wide, narrow in self.pairs:
                narrow.copy_(wide)

    def meet(self, count: int) -> None:
        """Take the mean of the weights of all who learn side by side (local SGD; Stich, ICLR 2019)."""
        flat = torch.cat([wide.detach().reshape(-1) for wide, _ in self.pairs])
        distributed.all_reduce(flat)
        flat /= count
        at = 0
        with torch.no_grad():
            for wide, _ in self.pairs:
                wide.copy_(flat[at : at + wide.numel()].view_as(wide))
                at += wide.numel()
        self.copy()


if __name__ == "__main__":
    sys.exit(main())
