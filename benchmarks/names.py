"""Measure time and memory of the registry that unites made-up names.

    python benchmarks/names.py [--mentions 100000] [--articles PATH...] [--write]

Names are put together from the lists of first names and surnames, each with and without an initial. Shown
are the CPU seconds to take up all mentions and to name each of them again, and the memory of the registry when
the same names are mentioned ten times as often, and when there are ten times as many names; times also as a
ratio to sorting the mentions. With ``--articles`` real documents are read too, and the same is shown of the
first quarter, the first half and all of their articles, and of all told ten times over.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.machine import measured_on
from statements_cli.data import word_list
from statements_cli.model import SpeakerType
from statements_cli.speakers.corpus.name_matching import CorpusSpeaker
from statements_cli.speakers.corpus.registry import Key, brought_together, by_key, told_under

RESULTS = Path(__file__).resolve().parent / "results" / "names.json"


class Mention(NamedTuple):
    """A speaker as an article names it."""

    name: str
    type: SpeakerType | None
    role: str | None
    country: str | None


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time and memory of the registry of names.")
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--articles", nargs="+", default=[], metavar="PATH", help="real documents to read too")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    mentions = options.mentions
    figures: dict[str, Any] = {"measured": measured_on()}
    for title, count, names in (
        ("few names, often", mentions, mentions // 100),
        ("as many names, ten times as often", mentions * 10, mentions // 100),
        ("ten times as many names", mentions, mentions // 10),
        ("nearly every mention another name", mentions, mentions),
    ):
        figures[title] = measured(made_up(count, names))
        print(title, figures[title], file=sys.stderr, flush=True)
    if options.articles:
        figures["articles"] = of_articles(options.articles)
    print(json.dumps(figures, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def of_articles(paths: list[str]) -> list[dict[str, float]]:
    """The same of the speakers of real articles, taken up part by part."""
    from statements_cli.documents import read
    from statements_cli.pipeline import parse

    told: list[list[Mention]] = []
    begin = time.process_time()
    for document in read(paths, report=_unheard):
        parsed = parse(document)
        homes: dict[str, list[Mention]] = {article.id: [] for article in parsed.articles}
        for one in parsed.statements:
            if one.speaker is not None:
                homes[one.article].append(Mention(one.speaker, one.type, one.role, one.country))
        told += homes.values()
    reading = time.process_time() - begin
    figures = []
    for count, times in ((len(told) // 4, 1), (len(told) // 2, 1), (len(told), 1), (len(told), 10)):
        mentions = [mention for article in told[:count] for mention in article] * times
        figures.append({"articles": count * times, **measured(mentions)})
        if times == 1:
            figures[-1]["share of reading"] = round(figures[-1]["seconds"] / (reading * count / len(told)), 4)
        print(figures[-1], file=sys.stderr, flush=True)
    return figures


def _unheard(notice: object) -> None:
    """Take no notice of what can't be read."""


def measured(mentions: list[Mention]) -> dict[str, float]:
    """CPU seconds, and MiB of the registry once every mention has its canonical name."""
    begin = time.process_time()
    sorted(mentions, key=lambda mention: mention.name)
    sorting = time.process_time() - begin
    begin = time.process_time()
    found = named_anew(mentions)
    seconds = time.process_time() - begin
    tracemalloc.start()
    meant = meant_by(mentions)
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del meant
    return {
        "mentions": len(mentions),
        "names": len({mention.name for mention in mentions}),
        "speakers": found,
        "seconds": round(seconds, 2),
        "times sorting": round(seconds / sorting, 1),
        "MiB": round(memory / 2**20, 1),
    }


def meant_by(mentions: list[Mention]) -> dict[Key, CorpusSpeaker]:
    """Who is meant by each name, type and country that the mentions tell."""
    told = told_under(((one.name, one.type or "", one.country or ""), one.role, 1) for one in mentions)
    return by_key(brought_together(told))


def named_anew(mentions: list[Mention]) -> int:
    """How many canonical names the mentions come down to."""
    meant = meant_by(mentions)
    return len({meant[one.name, one.type or "", one.country or ""].best_name for one in mentions})


def made_up(count: int, names: int) -> list[Mention]:
    """Mentions of about so many names, the same for the same numbers."""
    chance = random.Random(7)
    first = [*word_list("names/first_names_male.txt")[::9], *word_list("names/first_names_female.txt")[::9]]
    last = word_list("names/surnames.txt")[::7]
    speakers: list[tuple[list[str], str | None, str | None]] = []
    while len(speakers) * 2 < names:
        given, family = chance.choice(first).title(), chance.choice(last).title()
        country = chance.choice(("US", "GB", "CN", "RU", None))
        forms = [f"{given} {family}", f"{given} {chance.choice('ABCDEFG')}. {family}"]
        speakers.append((forms, chance.choice(("minister", "analyst", "police chief", None)), country))
    return [
        Mention(chance.choice(forms), "person", role, chance.choice((country, None)))
        for forms, role, country in chance.choices(speakers, k=count)
    ]


if __name__ == "__main__":
    sys.exit(main())
