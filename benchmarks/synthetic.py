"""Make a corpus of so many statements, like news, from texts and a seed.

    python benchmarks/synthetic.py FOLDER COUNT [--seed 7] > statements.jsonl

Sentences are walks through the folder's own sentences that now and then step over to another place of the same
word, so that words and pairs of words come as often as there; a few words are names made of syllables, as often
as Zipf has it, so that the vocabulary grows with the corpus as it does in life. 20,000 speakers talk as often
as Zipf has it too, over ten years, in articles of one to six statements. It is the same for the same seed, and
the first statements of a bigger corpus are those of a smaller one.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from statements_cli.model import RECORD_KEYS, Article, Block, Document, Statement, StatementSpans
from statements_cli.pipeline import Parsed

SPEAKERS = 20_000
FIRST_DAY, DAYS = date(2015, 1, 1), 3653
_STEP_OVER, _NAME, _PLANTED = 0.22, 0.012, 0.0005
_NAMES = 2_000_000
_SYLLABLES = (
    "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se "
    "si so su ta te ti to tu va ve vi vo zha zhe sha shi kha gha stan grad burg ov sky sen son ez ian yan"
).split()
_ROLES = "Foreign Minister|President|Prime Minister|Spokesperson|Ambassador|UN envoy|Chancellor|Senator".split("|")
_COUNTRIES = "US RU CN UA GB FR DE TR IN BR ZA JP KR IR IL SA PL IT EU UN".split()
_OUTLETS = [
    f"{one} {other}"
    for one in ("Daily", "Global", "Morning", "National", "Evening")
    for other in ("Post", "Times", "Herald", "Wire", "Tribune", "Gazette", "Observer", "News")
]
_SPOKEN = ("dialogue", "and", "negotiation")  # planted now and then, so that there is something to look for
_DIPLOMACY = (
    "talks sanctions agreement dialogue negotiations peace security ceasefire sovereignty negotiation diplomacy "
    "resolution treaty aggression envoy ambassador summit bilateral cooperation embargo nuclear missile alliance "
    "mediation escalation integrity annexation provocation humanitarian refugees stability partnership consensus "
    "reconciliation disarmament tariffs retaliation withdrawal troops border delegation negotiated"
).split()


_NOTHING: dict[str, Any] = dict.fromkeys(RECORD_KEYS) | {"non_answer": False}


class Speaker(NamedTuple):
    """Someone who makes statements."""

    name: str
    role: str
    country: str


class Words:
    """The words of some texts, and where each stands, to walk through."""

    def __init__(self, folder: Path) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        for path in sorted(folder.rglob("*.txt")):
            for line in path.read_text("utf-8", "replace").splitlines():
                told = line.split()
                if len(told) > 4:
                    self.starts.append(len(self.words))
                    self.words += told
        if not self.starts:
            raise SystemExit(f"no texts in {folder}")
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self._places.setdefault(word, []).append(place)

    def elsewhere(self, word: str, random: Random) -> int:
        """Another place of a word."""
        places = self._places[word]
        return places[int(random.random() * len(places))]


class Corpus:
    """Makes documents of statements, each time the same for a folder and a seed."""

    def __init__(self, folder: Path, seed: int = 7) -> None:
        self._words = Words(folder)
        self._seed = seed
        random = Random(seed)
        firsts = [_name(Random(10_000_000 + number)) for number in range(800)]
        lasts = [_name(Random(20_000_000 + number)) for number in range(12_000)]
        names: dict[str, None] = {}
        while len(names) < SPEAKERS:
            names[f"{random.choice(firsts)} {random.choice(lasts)}"] = None
        self.speakers = [Speaker(name, random.choice(_ROLES), random.choice(_COUNTRIES)) for name in names]
        self._often = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(1, SPEAKERS + 1)))
        self._spoken = list(accumulate(1 / rank**0.7 for rank in range(1, len(_DIPLOMACY) + 1)))

    def documents(self, count: int) -> Iterator[Parsed]:
        """Yield documents of one article each with ``count`` statements in all."""
        random = Random(self._seed + 1)
        made = number = 0
        while made < count:
            size = random.randint(1, 6)
            yield self._document(number, min(size, count - made), random)
            made += size
            number += 1

    def _document(self, number: int, size: int, random: Random) -> Parsed:
        day = (FIRST_DAY + timedelta(int(random.random() * DAYS))).isoformat()
        outlet = _OUTLETS[int(random.random() * len(_OUTLETS))]
        path, article = f"news/{day[:4]}/{number:08}.txt", f"{number:016x}"
        headline = self.sentence(random)[:80]
        texts, statements, at = [headline], [], len(headline) + 1
        for place in range(size):
            speaker = self.speakers[bisect(self._often, random.random() * self._often[-1])]
            text = self.sentence(random)
            content = (at + 1, at + 1 + len(text))
            cue = (content[1] + 2, content[1] + 6)
            source = (cue[1] + 1, cue[1] + 1 + len(speaker.name))
            statements.append(
                Statement(
                    **_NOTHING
                    | {
                        "id": f"{random.getrandbits(64):016x}",
                        "date": day,
                        "date_basis": "article",
                        "speaker": speaker.name,
                        "type": "person",
                        "role": speaker.role,
                        "country": speaker.country,
                        "kind": ("direct", "direct", "mixed", "indirect")[place % 4],
                        "act": "attitude" if random.random() < 0.08 else "speech",
                        "text": text,
                        "quotes": (text,),
                        "cue": "said",
                        "source": speaker.name,
                        "via": (),
                        "headline": headline,
                        "outlet": outlet,
                        "published": day,
                        "published_basis": "metadata",
                        "article": article,
                        "path": path,
                        "spans": StatementSpans((content,), (cue,), (source,)),
                        "confidence": 0.9,
                    }
                )
            )
            texts.append(f"“{text}” said {speaker.name}.")
            at += len(texts[-1]) + 1
        whole = "\n".join(texts)
        return Parsed(
            Document(path=path, text=whole, digest=article * 4),
            (
                Article(
                    id=article,
                    path=path,
                    span=(0, len(whole)),
                    blocks=(Block((0, len(whole)), "paragraph"),),
                    headline=headline,
                    outlet=outlet,
                    published=day,
                    published_basis="metadata",
                ),
            ),
            tuple(statements),
        )

    def sentence(self, random: Random) -> str:
        """A sentence of 5 to 80 words, as long as those of news are."""
        words, chance = self._words, random.random
        length = min(80, max(5, int(random.lognormvariate(3.05, 0.5))))
        said: list[str] = []
        at = words.starts[int(chance() * len(words.starts))]
        while len(said) < length:
            run = min(1 + int(random.expovariate(_STEP_OVER)), length - len(said), len(words.words) - at)
            said += words.words[at : at + run]
            at = words.elsewhere(said[-1], random) + 1
            if at >= len(words.words):
                at = 0
            if chance() < 5 * _NAME:
                said[int(chance() * len(said))] = self._made_name(random)
            elif chance() < 0.08:
                said[int(chance() * len(said))] = _DIPLOMACY[bisect(self._spoken, chance() * self._spoken[-1])]
        if chance() < _PLANTED:
            said[2:2] = _SPOKEN
        return " ".join(said)[:900]

    def _made_name(self, random: Random) -> str:
        # a law like Zipf's by its inverse: a rank above r comes as often as 1 / r ** 0.125
        rank = int(min((1 - random.random()) ** -8.0, 1e12))
        return _name(Random(rank if rank < _NAMES else int(random.random() * _NAMES)))


def _name(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()


def main() -> None:
    """Write the corpus as JSON Lines, the records that ``extract`` would write."""
    import json

    from statements_cli.model.codec import record_of

    parser = argparse.ArgumentParser(description="A made-up corpus of statements.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    for parsed in Corpus(options.folder, options.seed).documents(options.count):
        for statement in parsed.statements:
            print(json.dumps(record_of(statement), ensure_ascii=False))


if __name__ == "__main__":
    main()
