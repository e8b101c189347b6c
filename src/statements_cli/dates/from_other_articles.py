"""Infer the days of undated articles from dated ones that report the same utterances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from re import Pattern
from typing import NamedTuple

from statements_cli.data import word_list
from statements_cli.dates.expressions import WEEKDAYS, find
from statements_cli.dates.normalise import published_day, reckon
from statements_cli.model import Article, Clue, DayEvidence, Statement

SHARED_RUN = 5
"""Words in a row that two wordings of one speaker must share to be counted as one utterance."""

ALIKE = 0.5
"""Share of the shorter wording's words of substance that must return in the other; at least four of them."""

COMMON = 200
"""A run of words that more statements than this share says nothing about which utterance it is."""


class Inference(NamedTuple):
    """The day inferred for an undated article, and the reasoning."""

    day: str
    clues: tuple[Clue, ...]


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"\w+(?:[’']\w+)?")


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word_list("grammar/small_words.txt"))


class _Wording(NamedTuple):
    """A statement reduced to what tells an utterance: who, the words in order, those of substance."""

    article: str
    speaker: str
    text: str
    words: tuple[str, ...]
    substance: frozenset[str]
    date: str | None
    day_words: str | None


def infer_across(parts: Iterable[tuple[Article, Sequence[Statement]]]) -> dict[str, Inference]:
    """For each undated article that reports what a dated one reports too, its day; keyed by article id.

    Two statements are one utterance when speaker and wording agree: five words in a row, or at least
    half of the words of substance. The dated article gives the day: the one on which it was printed,
    checked against the weekdays that the undated one names for the same utterances. Where dated
    articles disagree, the one with most in common counts, then the earliest, then the least id, so that
    the order of the files does not matter. Cost grows with the statements that share a run of words.
    """
    dated: dict[str, Article] = {}
    undated: dict[str, Article] = {}
    wordings: list[_Wording] = []
    for article, statements in parts:
        (dated if is_dated(article) else undated)[article.id] = article
        wordings.extend(_wording(article.id, statement) for statement in statements if statement.speaker)
    if not undated or not dated:
        return {}
    common = _pairs(wordings, undated.keys(), dated.keys())
    inferred = {}
    for identity in sorted(undated):
        candidates = sorted(
            (-_weight(pairs), dated[other].published or "", other)
            for (mine, other), pairs in common.items()
            if mine == identity and _enough(pairs)
        )
        for _, _, other in candidates:
            inference = _inference(dated[other], common[identity, other])
            if inference is not None:
                inferred[identity] = inference
                break
    return inferred


def utterance_keys(statement: Statement) -> set[tuple[str, ...]]:
    """Return what a statement must share with another, if only one of these, to be compared with it at all."""
    return _keys(_wording(statement.article, statement)) if statement.speaker else set()


def is_dated(article: Article) -> bool:
    """Whether an article's own day is known, so that it can lend it to others."""
    return published_day(article.published) is not None and article.published_basis != "inferred"


def _wording(article: str, statement: Statement) -> _Wording:
    words = tuple(map(str.casefold, _word().findall(statement.text)))
    small = _small_words()
    substance = frozenset(
        [_stem(word) if word[-1] in "gds" else word for word in {*words} if word not in small and len(word) > 1]
    )
    speaker = (statement.speaker or "").casefold().removeprefix("the ")
    day_words = statement.evidence.day.words if statement.evidence.day else None
    known = statement.date if statement.date_basis in ("stated", "relative") else None
    return _Wording(article, speaker, statement.text, words, substance, known, day_words)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _pairs(
    wordings: list[_Wording], undated: Iterable[str], dated: Iterable[str]
) -> dict[tuple[str, str], list[tuple[_Wording, _Wording]]]:
    """Pairs of wordings of one utterance, by undated and dated article; found by blocks, not all by all."""
    mine, theirs = set(undated), set(dated)
    blocks: dict[tuple[str, ...], list[int]] = {}
    shared: dict[tuple[str, ...], list[int]] = {}
    for index, wording in enumerate(wordings):
        if wording.article in mine:
            for key in _keys(wording):
                if key in blocks:
                    blocks[key].append(index)
                else:
                    blocks[key] = [index]
    for index, wording in enumerate(wordings):
        if wording.article in theirs:
            for key in blocks.keys() & _keys(wording):  # what no undated article has pairs with none
                shared.setdefault(key, []).append(index)
    pairs: dict[tuple[str, str], list[tuple[_Wording, _Wording]]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for key, others in shared.items():
        ours = blocks[key]
        if len(ours) + len(others) > COMMON:
            continue
        for i in ours:
            for j in others:
                if (i, j) not in seen:
                    seen.add((i, j))
                    if _same_utterance(wordings[i], wordings[j]):
                        pairs[wordings[i].article, wordings[j].article].append((wordings[i], wordings[j]))
    return pairs


def _keys(wording: _Wording) -> set[tuple[str, ...]]:
    """Blocks: runs of words, and for each speaker pairs of words of substance that stand near each other."""
    words = wording.words
    keys: set[tuple[str, ...]] = {words[i : i + SHARED_RUN] for i in range(len(words) - SHARED_RUN + 1)}
    surname = wording.speaker.split()[-1] if wording.speaker else ""
    ranked = sorted(sorted(wording.substance), key=len, reverse=True)[:8]
    keys.update([("", surname, *pair) for pair in combinations(sorted(ranked), 2)])
    return keys


def _same_utterance(one: _Wording, other: _Wording) -> bool:
    if not _same_speaker(one.speaker, other.speaker):
        return False
    shared = one.substance & other.substance
    if len(shared) >= 4 and len(shared) >= ALIKE * min(len(one.substance), len(other.substance)):
        return True
    return _run(one.words, other.words) >= SHARED_RUN


def _same_speaker(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


def _run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The longest run of words that two wordings share, looked for up to SHARED_RUN."""
    runs = {one[i : i + SHARED_RUN] for i in range(len(one) - SHARED_RUN + 1)}
    return SHARED_RUN if any(other[i : i + SHARED_RUN] in runs for i in range(len(other) - SHARED_RUN + 1)) else 0


def _weight(pairs: list[tuple[_Wording, _Wording]]) -> int:
    return sum(len(one.substance & other.substance) for one, other in pairs)


def _enough(pairs: list[tuple[_Wording, _Wording]]) -> bool:
    """Whether it can't be chance: two utterances in common, or one with a long run of the same words."""
    if len({one.text for one, _ in pairs}) > 1:
        return True
    return any(len(one.substance & other.substance) >= 5 or _run(one.words, other.words) for one, other in pairs)


def _inference(article: Article, pairs: list[tuple[_Wording, _Wording]]) -> Inference | None:
    """The day the dated article was printed, None where the undated one's weekdays speak against it."""
    published = published_day(article.published)
    if published is None:
        return None
    days = []
    for one, other in pairs:
        weekday = _weekday(one.day_words)
        said = published_day(other.date)
        if weekday is not None and said is not None and said.weekday() != weekday:
            return None
        if weekday is not None and said is not None:
            days.append(Clue("day in common", (WEEKDAYS[weekday].capitalize(), said.isoformat())))
    one, other = max(pairs, key=lambda pair: (len(pair[0].substance & pair[1].substance), pair[0].text))
    quoted = other.text if len(other.text) <= 90 else other.text[:90].rsplit(" ", 1)[0] + " …"
    return Inference(
        published.isoformat(),
        (
            Clue("same utterance", (article.path, published.isoformat(), quoted)),
            Clue("wordings in common", (str(len(pairs)),)),
            *dict.fromkeys(days),
        ),
    )


def _weekday(words: str | None) -> int | None:
    if words is None:
        return None
    for expression in find(words):
        if expression.kind == "weekday":
            return expression.number
    return None


def redated(statement: Statement, day: str) -> Statement:
    """Return a statement of an article whose day was inferred, with its own day reckoned from that.

    ``day`` is an ISO day or month. Dates stated in the text stay; "Tuesday", kept in the evidence as
    the words that indicate the day, is resolved; where there are none the article's day stands in. The basis
    is ``inferred``.
    """
    known = statement.date is not None and statement.date_basis in ("stated", "relative")
    evidence = statement.evidence.day or DayEvidence()
    found: str | None = day
    if known:
        found = statement.date
    elif evidence.words is not None:
        found = _day_of(evidence.words, day)
    elif evidence.another_time is not None:
        found = None
    return replace(
        statement,
        date=found,
        date_basis=statement.date_basis if known else "inferred" if found else None,
        published=day,
        published_basis="inferred",
    )


def _day_of(words: str, published: str) -> str | None:
    for expression in find(f"in {words}"):
        resolved = reckon(expression, published)
        if resolved is not None:
            return resolved[0]
    return None
