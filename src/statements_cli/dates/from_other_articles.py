"""Infer the days of undated articles from dated ones that report the same utterances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from re import Pattern
from typing import NamedTuple

from statements_cli.data import word_set
from statements_cli.dates.expressions import WEEKDAYS, Expression, find
from statements_cli.dates.normalise import published_day, reckon
from statements_cli.model import Article, Clue, DayEvidence, Statement

_AGAINST = 2  # one report in so many whose weekdays differ speaks against a day: speakers repeat themselves
_WEEKDAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS)
_ENOUGH = 5  # words of substance in common, or utterances two, from which on it can't be chance


class Inference(NamedTuple):
    """The day inferred for an undated article, and the reasoning."""

    day: str
    clues: tuple[Clue, ...]


class _Reported(NamedTuple):
    """One utterance as an undated and a dated article report it.

    ``shared`` is how many words of substance they have in common.
    """

    one: Statement
    other: Statement
    shared: int


def infer_across(articles: Mapping[str, Article], pairs: Iterable[tuple[Statement, Statement]]) -> dict[str, Inference]:
    """For each undated article that reports what a dated one reports too, its day.

    Keyed by article id.

    ``pairs`` are versions of one utterance, one from an undated article and one from a dated; ``articles`` are
    theirs, by id. The dated article gives the day: the one on which it was printed, checked against the weekdays that
    the undated one names for the same utterances. Where dated articles disagree, the one with most in common counts,
    then the earliest, then the least id, so that the order of the files does not matter.
    """
    common: dict[str, dict[str, list[_Reported]]] = {}
    for one, other in pairs:
        if is_dated(articles[other.article]) and not is_dated(articles[one.article]):
            reported = _Reported(one, other, len(_substance(one.text) & _substance(other.text)))
            common.setdefault(one.article, {}).setdefault(other.article, []).append(reported)
    inferred = {}
    for identity, by_article in sorted(common.items()):
        candidates = sorted(
            (-sum([reported.shared for reported in found]), articles[other].published or "", other)
            for other, found in by_article.items()
            if _enough(found)
        )
        for _, _, dated in candidates:
            inference = _inference(articles[dated], by_article[dated])
            if inference is not None:
                inferred[identity] = inference
                break
    return inferred


def is_dated(article: Article) -> bool:
    """Return whether an article's own day is known, so that others can take it."""
    return published_day(article.published) is not None and article.published_basis != "inferred"


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"\w+(?:[’']\w+)?")


@lru_cache(maxsize=4096)  # reprints share few texts, and each of them with many others
def _substance(text: str) -> frozenset[str]:
    words = {word.casefold() for word in _word().findall(text)} - word_set("grammar/small_words.txt")
    return frozenset(_stem(word) if word[-1] in "gds" else word for word in words)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _enough(found: Sequence[_Reported]) -> bool:
    """Return whether it can't be chance.

    Two utterances in common, or one in much the same words.
    """
    return len({reported.one.text for reported in found}) > 1 or any(reported.shared >= _ENOUGH for reported in found)


def _inference(article: Article, found: Sequence[_Reported]) -> Inference | None:
    """Return the day the dated article was printed.

    None where most of the undated one's weekdays speak against it.
    """
    published = published_day(article.published)
    if published is None:
        return None
    days = []
    against = 0
    for one, other, _ in found:
        weekday = _weekday(one.evidence.day.words if one.evidence.day else None)
        said = published_day(other.date if other.date_basis in ("stated", "relative") else None)
        if weekday is None or said is None:
            continue
        if said.weekday() == weekday:
            days.append(Clue("day in common", (WEEKDAYS[weekday].capitalize(), said.isoformat())))
        else:
            against += 1
    if against * _AGAINST >= len(found):
        return None
    _, other, _ = max(found, key=lambda reported: (reported.shared, reported.one.text, reported.other.text))
    quoted = other.text if len(other.text) <= 90 else other.text[:90].rsplit(" ", 1)[0] + " …"
    return Inference(
        published.isoformat(),
        (
            Clue("same utterance", (article.path, published.isoformat(), quoted)),
            Clue("wordings in common", (str(len(found)),)),
            *dict.fromkeys(days),
        ),
    )


def _weekday(words: str | None) -> int | None:
    if words is None:
        return None
    *_, last = words.lower().split() or ("",)
    if last in WEEKDAYS and words.count(" ") < 2:  # "Tuesday", "on Tuesday": most are, and need no pattern
        return WEEKDAYS.index(last)
    for expression in find(words):
        if expression.kind == "weekday":
            return expression.number
    return None


def redated(statement: Statement, day: str) -> Statement:
    """Return a statement whose article's day was inferred, with its own day computed from that.

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
    if words in _WEEKDAY_NAMES:  # most are, and need no pattern
        expressions = [Expression((0, len(words)), words, "weekday", _WEEKDAY_NAMES.index(words))]
    else:
        expressions = find(f"in {words}")
    for expression in expressions:
        resolved = reckon(expression, published)
        if resolved is not None:
            return resolved[0]
    return None
