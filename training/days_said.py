"""Learn the weights by which a statement without a day of its own gets one, from annotated news.

``python -m training --days --news FOLDER --news FOLDER [--corpus PATH]`` writes ``weights/days_said.tsv``. A folder
holds ``NNN.txt`` and ``NNN.gold.json``, whose ``statements`` have ``content`` as spans and a ``date`` where the text
fixes the day. With the corpus ``training/days_said.tsv`` tells the days of more statements: the text's name, where the
content begins and ends (characters), and the day, or a hyphen where nothing fixes it. The model is a conditional
log-linear one over the candidates of each statement, with a Gaussian prior around weights set by hand; an article's
statements weigh less the more of them there are, for their days are seldom independent of each other.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from statements_cli.articles import split
from statements_cli.articles.article_text import ArticleText
from statements_cli.attribution.finder import find_attributions
from statements_cli.data import table, word_list
from statements_cli.dates.carrying import day_ranking
from statements_cli.dates.carrying.day_ranking import WEIGHTS, DayCandidate, likeliest
from statements_cli.dates.said import said_on
from statements_cli.dates.statement_frames import Entry
from statements_cli.documents import read
from statements_cli.model import Attribution, Document
from statements_cli.provenance.chain import chain
from statements_cli.speakers.coreference.resolve import resolve

LABELS = Path(__file__).with_name("days_said.tsv")
FOLDS = 5
STRENGTH = 2.0  # inverse variance of a weight around what the prior has
UNDATED = 0.25  # weight of a statement whose day nothing fixes, beside one whose day is known
ROUNDS = 2  # the days of earlier statements are candidates of later ones
CHECKED = frozenset(("news", "newer"))  # folders whose annotation second readers have checked
CHECKED_WEIGHT = 3.0  # of a statement of theirs, beside one of another folder
OVERLAP = 0.5  # share of the characters of both contents that must be in common

PRIOR = {
    "published, has said": 1.0,
    "published, unknown": 1.0,
    "published, had said": 0.7,
    "published, new occasion": 0.5,
    "published, unnamed source": 0.3,
    "another time": 0.5,
    "for then": 1.0,
    "speaker's day": 1.5,
    "speaker's day, same sentence": 0.5,
    "speaker's day, same paragraph": 0.5,
    "speaker's day, next paragraph": 0.3,
    "speaker's day, far": -0.3,
    "speaker's day, old": -1.0,
    "speaker's day, lately": -0.3,
    "speaker's day, a year": -2.5,
    "speaker's day, next paragraph, a year": -1.0,
    "speaker's recent day": 0.8,
    "speaker's day, overtaken": -0.7,
    "speaker's next day": 0.8,
    "body's day": 1.0,
    "document's day": 1.0,
    "document's day, old": -1.5,
    "document's day, lately": -1.5,
    "document's day, a year": -1.5,
    "same occasion": 2.0,
    "answer": 1.0,
    "speaker's lasting occasion": 1.2,
    "speaker's occasion": 0.8,
    "speaker's scene": 0.3,
    "speaker's scene, same paragraph": 0.3,
    "speaker's occasion after": 0.4,
    "crowd's scene": 1.5,
    "occasion of nobody": 0.8,
    "occasion, old": -0.7,
    "lead's day": -0.8,
    "lead's day, of a statement": -0.4,
    "lead's day, known occasion": 0.5,
    "lead's day, going on": 0.3,
    "lead's day, told a medium": -0.5,
    "lead's day, has said": -0.5,
    "lead's day, new occasion": -0.3,
    "sentence's day": -0.5,
    "sentence's day, before": 0.3,
    "sentence's day, after": 0.3,
    "sentence's day, following": 0.3,
    "sentence's day, as": 0.3,
    "sentence's day, while": 0.3,
    "sentence's day, coming": -1.0,
    "sentence's day, of a thing": -0.5,
    "sentence's day, old": -1.0,
    "sentence's day, a year": -1.5,
    "paragraph's day": -0.7,
    "paragraph's day, coming": -1.0,
    "paragraph's day, old": -1.0,
    "paragraph's day, a year": -1.5,
    "other's day": -1.0,
    "other's day, known occasion": 0.5,
    "other's day, going on": 0.3,
    "other's day, same sentence": 1.0,
    "other's day, same paragraph": 0.5,
    "other's day, old": -0.5,
    "other's day, respondents": 1.0,
    "main occasion, of words": 2.0,
    "dated document": 0.5,
    "dated document, known": 0.7,
    "poll's day": 1.5,
    "programme's day": 2.5,
    "only day": 0.3,
}
"""What each feature is taken to weigh before anything is learned; nought where none is given."""


@dataclass(frozen=True, slots=True)
class Known:
    """One annotated article: its text, its statements with their speakers, and the days that are known of them.

    ``days`` has the place of each statement that is annotated, with its day, None where nothing fixes it.
    """

    name: str
    text: ArticleText
    attributions: list[Attribution]
    speakers: list[str | None]
    days: dict[int, str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One statement: the features of its candidates, which of them are right, and what it weighs."""

    rows: list[list[int]]
    right: Any
    weight: float


def articles_of(folders: Iterable[Path], corpus: Path | None) -> Iterator[Known]:
    """The annotated articles of folders, and those of the corpus that are labelled, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.glob("*.gold.json")):
            statements = [one for one in json.loads(path.read_text("utf-8"))["statements"] if not one.get("optional")]
            spans = [(one["content"][0][0], one["content"][-1][1], one.get("date")) for one in statements]
            name = path.name.removesuffix(".gold.json")
            for document in read([str(path.with_name(f"{name}.txt"))], report=print):
                yield from _known(f"{folder.name}_{name}", document, None, spans)
    if corpus is None:
        return
    labels: dict[str, list[tuple[int, int, str | None]]] = defaultdict(list)
    for line in LABELS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, start, end, day = line.split("\t")
            labels[name].append((int(start), int(end), None if day == "-" else day))
    for name, spans in sorted(labels.items()):
        [path] = corpus.glob(f"*/text/{name}.txt")
        for document in read([str(path)], report=print):
            yield from _known(name, document, name.split("_")[1], spans)


def _known(
    name: str, document: Document, published: str | None, spans: Sequence[tuple[int, int, str | None]]
) -> Iterator[Known]:
    for article in split(document):
        text = ArticleText(replace(article, published=published) if published else article, document)
        attributions = [attribution for attribution, _ in chain(text, find_attributions(text))]
        if not attributions:
            continue
        speakers = [resolution.speaker for resolution in resolve(text, attributions)]
        days: dict[int, str | None] = {}
        for start, end, day in spans:
            shares = [_share(one, start, end) for one in attributions]
            best = max(range(len(shares)), key=shares.__getitem__)
            if shares[best] >= OVERLAP:
                days[best] = day
        yield Known(name, text, attributions, speakers, days)


def _share(attribution: Attribution, start: int, end: int) -> float:
    first, last = attribution.content[0][0], attribution.content[-1][1]
    return max(0, min(end, last) - max(start, first)) / max(end - start, last - first, 1)


class Features:
    """The names of features, numbered as they are met."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def row(self, candidate: DayCandidate) -> list[int]:
        """The numbers of a candidate's features."""
        return [self.numbers.setdefault(name, len(self.numbers)) for name in candidate.features]


def cases_of(known: Known, features: Features) -> list[Case]:
    """The statements of one article whose day the ranking decides, by the weights that it has."""
    seen: list[tuple[int, Sequence[DayCandidate]]] = []

    def choose(entry: Entry, candidates: Sequence[DayCandidate]) -> DayCandidate:
        seen.append((entry.place, candidates))
        return likeliest(candidates)

    said_on(known.text, known.attributions, known.speakers, choose)
    asked = [(index, candidates) for index, candidates in seen if index in known.days]
    sizes = Counter(known.days[index] is not None for index, _ in asked)
    found = []
    for index, candidates in asked:
        day = known.days[index]
        days = [candidate.said.date for candidate in candidates]
        right = np.array([one == (day if day is not None else days[-1]) for one in days])
        weight = (1.0 if day is not None else UNDATED) / sizes[day is not None] ** 0.5
        weight *= CHECKED_WEIGHT if known.name.partition("_")[0] in CHECKED else 1.0
        rows = [features.row(candidate) for candidate in candidates]
        found.append(Case(rows, right, weight))
    return found


def prior_of(names: Sequence[str]) -> Any:
    """What the features of these names are taken to weigh before anything is learned."""
    return np.array([PRIOR.get(name, 0.0) for name in names])


def learn(cases: Sequence[Case], names: Sequence[str], strength: float = STRENGTH, steps: int = 300) -> Any:
    """The weights of the features of these names, by gradient ascent with momentum of each its own pace (Adam)."""
    size, prior = len(names), prior_of(names)
    taught = [case for case in cases if case.right.any()]
    sizes = np.array([len(case.rows) for case in taught])
    starts, count = np.cumsum(sizes) - sizes, int(sizes.sum())
    of_case = np.repeat(np.arange(len(taught)), sizes)
    rows = [row for case in taught for row in case.rows]
    feature = np.array([number for row in rows for number in row])
    candidate = np.repeat(np.arange(count), [len(row) for row in rows])
    right = np.concatenate([case.right for case in taught]).astype(float)
    heavy = np.array([case.weight for case in taught])[of_case]
    weights, first, second = prior.copy(), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        scores = np.bincount(candidate, weights[feature], count)
        share = np.exp(scores - np.maximum.reduceat(scores, starts)[of_case])
        share /= np.add.reduceat(share, starts)[of_case]
        gold = share * right
        gold /= np.add.reduceat(gold, starts)[of_case]
        gradient = np.bincount(feature, (heavy * (gold - share))[candidate], size) - strength * (weights - prior)
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        weights += 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def taught_by(known: Sequence[Known], output: Path) -> bytes:
    """The table of weights learned from articles; what earlier statements were given is judged by those before."""
    features = Features()
    ship(table_of(list(PRIOR), list(PRIOR.values())), output)
    for _ in range(ROUNDS):
        cases = [case for one in known for case in cases_of(one, features)]
        names = list(features.numbers)
        found = table_of(names, learn(cases, names))
        ship(found, output)
    return found


def table_of(names: Sequence[str], weights: Sequence[float]) -> bytes:
    """The weights as the data file the package reads, by name."""
    head = (
        "# What speaks for a day told of before to be that of a statement, and its weight in a log-linear model.\n"
        "# Learned from annotated news by training/days_said.py.\n"
    )
    rows = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(zip(names, weights, strict=True)))
    return (head + "".join(rows)).encode()


def right_of(known: Sequence[Known]) -> Counter[str]:
    """How many statements with a known day are given it, and how many without one are given none of the text's."""
    found: Counter[str] = Counter()
    for one in known:
        said = said_on(one.text, one.attributions, one.speakers)
        for index, day in one.days.items():
            evidence = said[index].evidence
            found["undated" if day is None else "dated"] += 1
            if day is not None:
                found["right"] += said[index].date == day
            else:
                found["left undated"] += evidence is None or evidence.words is None
    return found


def learned_files(folders: Sequence[Path], corpus: Path | None, output: Path, say: bool = True) -> dict[str, bytes]:
    """The table of weights, and on stderr how many days are right in cross-validation over articles."""
    known = list(articles_of(folders, corpus))
    held_out: Counter[str] = Counter()
    for fold in range(FOLDS if say else 0):
        here = [sum(map(ord, one.name)) % FOLDS == fold for one in known]
        taught_by([one for one, its in zip(known, here, strict=True) if not its], output)
        held_out += right_of([one for one, its in zip(known, here, strict=True) if its])
    found = taught_by(known, output)
    if say:
        print(
            f"{held_out['right']} of {held_out['dated']} days right, {held_out['left undated']} of "
            f"{held_out['undated']} statements left undated, held out",
            file=sys.stderr,
        )
    return {WEIGHTS: found}


def ship(weights: bytes, output: Path) -> None:
    """Write the table of weights where the package reads it, and let it be read once more."""
    (output / WEIGHTS).write_bytes(weights)
    for remembered in (word_list, table, day_ranking.weights):
        remembered.cache_clear()
