"""Read what the day of each statement is decided by.

Its frame, its speaker, its own words of time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from re import Pattern
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_list, word_set
from statements_cli.dates.attachment import attached
from statements_cli.dates.expressions import Expression
from statements_cli.dates.timed_words import Timed, event_day, issue_day, opening_day, today_by_date
from statements_cli.model import Attribution, Span
from statements_cli.provenance.frame import GAP, Frame, Framer
from statements_cli.provenance.media import named_medium
from statements_cli.provenance.noun_heads import document_of, head_words
from statements_cli.text.straight_marks import straight

DOUBTFUL = 0.15
"""Confidence below which a statement takes no words of time away from another.

Of thresholds from .05 to .45 this one gives most days that are right on annotated news.
"""

AUDIENCE = 5
"""Words after "told" in which a medium is looked for."""

_GOING_ON = frozenset(("also", "earlier", "later", "afterward", "afterwards", "then", "meanwhile", "separately", "too"))


class Entry(NamedTuple):
    """A statement whose day is asked for.

    ``place`` is that among the attributions, ``number`` that in the text; ``keys`` are what its speakers
    are known by, ``paragraph`` and ``sentence`` are where these begin and ``position`` and
    ``end`` bound it itself (characters).
    ``own`` is the expression of time that dates it, ``manner`` what its cue and its frame say of the occasion;
    ``event`` is where the day of what was said stands before it, if one leads it in.
    """

    place: int
    number: int
    attribution: Attribution
    frame: Frame
    source: str
    keys: frozenset[str]
    paragraph: int
    sentence: int
    position: int
    end: int
    own: Expression | None
    manner: tuple[str, ...]
    event: Span | None = None

    def contains(self, at: int) -> bool:
        """Return whether an offset stands in what was said, which has days of its own."""
        if self.event is not None and self.event[0] <= at < self.event[1]:
            return True
        return any(start <= at < end for start, end in self.attribution.content)


def entries_of(
    article_text: ArticleText, attributions: Sequence[Attribution], speakers: Sequence[str | None] | None = None
) -> list[Entry]:
    """Return the statements in text order; ``speakers`` are their resolved names, one an attribution."""
    text = article_text.text
    framer = article_text.once(Framer)
    frames = framer.frames(attributions, DOUBTFUL)
    timed = Timed(article_text)
    entries: list[Entry] = []
    order = sorted(range(len(attributions)), key=lambda index: _bounds(attributions[index])[0])
    for number, index in enumerate(order):
        attribution, frame = attributions[index], frames[index]
        source = " ".join(text[a:b] for a, b in attribution.source)
        named = speakers[index] if speakers is not None else None
        keys = _keys(source, named, entries[-1].keys if entries else None)
        paragraph = framer.paragraph(attribution)
        own = attached(frame, document_of(source) is not None) if timed.touches(frame) else None
        event = event_day(text, attribution, frame, own) if own is not None else None
        own = own if event is None else None
        if own is None and attribution.content and timed.within(*attribution.content[0]):
            own = opening_day(text, attribution, frame) or today_by_date(text, attribution, frame)
            if own is None and document_of(" ".join(source.split()[-2:])) is not None:
                own = issue_day(text, attribution, frame)
        position, end = _bounds(attribution)
        manner = _manner(frame, source, named)
        anchor = min((start for start, _ in (*attribution.cue, *attribution.source)), default=position)
        sentence = article_text.sentences.of(paragraph).around(anchor)[0]
        places = (paragraph[0], sentence, position, end)
        entries.append(Entry(index, number, attribution, frame, source, keys, *places, own, manner, event))
    return entries


def _bounds(attribution: Attribution) -> Span:
    spans = (*attribution.cue, *attribution.source, *attribution.content)
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)


def _keys(source: str, named: str | None, before: frozenset[str] | None) -> frozenset[str]:
    """Return what the speaker is known by.

    More than one for several people, those ``before`` for a pronoun.
    """
    if named:
        return frozenset(part.strip().casefold() for part in named.replace(", ", " and ").split(" and "))
    words = head_words(source)
    unnamed = not words or words[-1] in word_set("grammar/pronouns.txt") or not source[:1].isupper()
    return before if unnamed and before is not None else frozenset(words[-1:])


def _by_first_word(nouns: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for noun in nouns:
        found.setdefault(noun.replace("-", " ").split()[0], []).append(noun)
    return found


@cache
def _new_nouns() -> dict[str, list[str]]:
    """Return nouns of occasions and documents by their first word."""
    more = ("address", "appearance", "briefing", "news conference", "press conference", "speech")
    return _by_first_word((*word_list("dates/occasion_nouns.txt"), *word_list("channels/document_nouns.txt"), *more))


@cache
def _known_nouns() -> dict[str, list[str]]:
    """Return nouns of occasions, and of those who listen at one, by their first word."""
    return _by_first_word((*word_list("dates/occasion_nouns.txt"), *word_list("dates/assemblies.txt")))


@cache
def _assemblies() -> dict[str, list[str]]:
    return _by_first_word(word_list("dates/assemblies.txt"))


@cache
def _new() -> Pattern[str]:
    import re

    return re.compile(r"(?i)\b(?:an?|another|separate)\s+")


@cache
def _known() -> Pattern[str]:
    import re

    return re.compile(r"(?i)\b(?:the|that|this|same|his|her|their|its|\w+day's)\s+")


@cache
def _told() -> Pattern[str]:
    import re

    return re.compile(r"(?i)\b(?:told|tells|telling)\s+")


@cache
def _behind() -> Pattern[str]:
    import re

    return re.compile(r"(?i)\b(?:after|following)\s+(?:the|his|her|their|its)\s+\w+")


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"\w+")


@cache
def _word_between() -> Pattern[str]:
    import re

    return re.compile(r"[\w'-]+\s+")


def _leads_to(opening: Pattern[str], words: str, nouns: dict[str, list[str]], between: int) -> bool:
    """Return whether one of some nouns follows an opening.

    With at most so many words between. They are looked up: a pattern of all of them takes longer to make than some
    articles to read.
    """
    for match in opening.finditer(words):
        at = match.end()
        for _ in range(between + 1):
            if _stands_at(words, at, nouns):
                return True
            word = _word_between().match(words, at)
            if word is None:
                break
            at = word.end()
    return False


def _stands_at(words: str, at: int, nouns: dict[str, list[str]]) -> bool:
    first = _word().match(words, at)
    for noun in nouns.get(first.group().lower(), ()) if first else ():
        end = at + len(noun)
        follows = words[end : end + 1]
        if words[at:end].lower() == noun and not follows.isalnum() and follows != "_":
            return True
    return False


def _of_new_occasion(words: str) -> bool:
    """Return whether an occasion or a document is mentioned for the first time.

    For example: ``in an interview``, ``in a statement``.
    """
    return _leads_to(_new(), words, _new_nouns(), 2)


def _of_known_occasion(words: str) -> bool:
    """Return whether a known occasion is mentioned, or those who listen at one.

    For example: ``after the vote``, ``at Tuesday's hearing``, ``told senators``.
    """
    if _leads_to(_known(), words, _known_nouns(), 2) or _leads_to(_told(), words, _assemblies(), 0):
        return True
    return _behind().search(words) is not None


@cache
def _occasion_words() -> frozenset[str]:
    """Return words of which every mention of a known occasion has one."""
    nouns = (*word_list("dates/occasion_nouns.txt"), *word_list("dates/assemblies.txt"))
    return frozenset(("after", "following", *(noun.split()[-1] for noun in nouns)))


def _told_a_medium(frame: Frame) -> bool:
    """Return whether it was said to a medium, which has asked.

    For example: ``told the Gazette that``.
    """
    if frame.cue is None or frame.cue_words.split()[-1:] not in (["told"], ["tells"]):
        return False
    return named_medium(" ".join(frame.words[frame.cue[1] :].partition(GAP)[0].split()[:AUDIENCE])) is not None


@cache
def _perfect() -> Pattern[str]:
    import re

    return re.compile(r"(?i)\b(ha(?:s|ve|d)|’ve|'ve)(?:\s+(?:\w+ly|also|long|often|since|never|not))*\s*$")


@cache
def _respondents() -> Pattern[str]:
    """Match a share of those who were asked in a poll."""
    import re

    return re.compile(
        r"(?i)\d%|\bper ?cent\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine) in (?:10|ten)\b|\brespondents\b"
    )


def _manner(frame: Frame, source: str, named: str | None) -> tuple[str, ...]:
    """Return what the cue's tense, the source and nearby words say of the occasion."""
    found = []
    if frame.cue is not None:
        cue = frame.cue_words.strip()
        before = frame.words[max(0, frame.cue[0] - 30) : frame.cue[0]].lower()
        helped = any(verb in before for verb in ("has", "have", "had", "’ve", "'ve"))
        perfect = _perfect().search(frame.words, max(0, frame.cue[0] - 30), frame.cue[0]) if helped else None
        first = cue.split()[0].lower() if cue else ""
        if first in ("has", "have", "had"):
            found.append("had said" if first == "had" else "has said")
        elif perfect is not None:
            found.append("had said" if perfect.group(1).lower() == "had" else "has said")
        elif first.endswith("s") and not first.endswith("ss"):
            found.append("says")
    if not frame.plain.isdisjoint(("a", "an", "another", "separate")) and _of_new_occasion(straight(frame.words)):
        found.append("new occasion")
    elif _told_a_medium(frame):
        found.append("told a medium")
    elif not frame.plain.isdisjoint(_occasion_words()) and _of_known_occasion(straight(frame.words)):
        found.append("known occasion")
    if not frame.plain.isdisjoint(_GOING_ON):
        found.append("going on")
    lower = source.lower()
    if any(word in lower for word in ("%", "cent", "10", "ten", "respondents")) and _respondents().search(source):
        found.append("respondents")
    elif (named or source)[:1].islower():
        found.append("unnamed source")
    return tuple(found)
