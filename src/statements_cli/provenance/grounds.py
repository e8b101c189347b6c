"""Find on what ground unnamed sources are quoted: on condition of anonymity, people familiar."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Match, Pattern

from statements_cli.data import word_set
from statements_cli.provenance.frame import Frame

_TELLERS = (
    *("person", "persons", "people", "source", "sources", "official", "officials", "diplomat", "diplomats", "aide"),
    *("aides", "adviser", "advisers"),
)
_KNOWING = ("who", "with", "familiar", "briefed", "close", "involved", "in", "speaking")
_GROUNDS: tuple[tuple[tuple[tuple[str, ...], ...], str], ...] = (
    # words of each of which a wording has one, and its pattern, which is made only where these stand
    ((("anonymity",), ("condition",)), r"(?:speaking\s+|spoke\s+)?on\s+(?:the\s+)?condition\s+of\s+anonymity"),
    (
        (("citing", "cited", "quoting"),),
        r"\b(?:citing|cited|quoting)\s+(?:(?:unnamed|anonymous|unidentified|multiple|several|two|three|four|some|its|their|"
        r"people|persons?|sources?|officials?|a|an|own)(?:\s+|(?=[,.]))){1,3}[^,.;:\x1a\n]{0,80}",
    ),
    (
        (("according",), _TELLERS, _KNOWING),
        r"\baccording\s+to\s+(?:(?:a|an|one|two|three|four|several|multiple|some|many|the|unnamed|anonymous|other)\s+)*"
        r"(?:\w+\s+){0,3}?(?:persons?|people|sources?|officials?|diplomats?|aides?|advisers?)\s+(?:who|with|familiar|briefed|"
        r"close|involved|in|speaking)\b[^,.;:\x1a\n]{0,80}",
    ),
    (
        (("name", "named", "names", "namely", "identified", "anonymous", "anonymously", "anonymity", "publicly"),),
        r"\b(?:who|and)\s+(?:asked|declined|requested|did\s+not\s+(?:wish|want)|wished|spoke|was\s+not\s+authori[sz]ed|"
        r"were\s+not\s+authori[sz]ed|refused)\s+(?:not\s+)?(?:to\s+be|for|to\s+remain|to\s+speak|to)\s*(?:named|identified|"
        r"anonym\w+|publicly|name)[^,.;:\x1a\n]{0,60}|\b(?:asking|requesting|preferring|wishing|declining|refusing)\s+"
        r"(?:not\s+to\s+be|to\s+be|to\s+remain|to\s+give\s+(?:his|her|their)|that\s+(?:his|her|their))\s+(?:(?:full|real)\s+)?"
        r"(?:named|identified|anonym\w+|names?)|\b(?:requesting|requested|granted|seeking)\s+anonymity|\b(?:speaking|spoke)"
        r"\s+anonymously|\bwhose\s+name\s+(?:is|was|has\s+been)\s+(?:being\s+)?withheld",
    ),
)


@cache
def _ground(pattern: str) -> Pattern[str]:
    import re

    return re.compile(pattern, re.IGNORECASE)


def _ground_matches(frame: Frame) -> Iterator[Match[str]]:
    """Yield the wordings of grounds in order, none within another."""
    at = 0
    patterns = [
        _ground(pattern) for words, pattern in _GROUNDS if not any(frame.plain.isdisjoint(each) for each in words)
    ]
    while found := [match for pattern in patterns if (match := pattern.search(frame.words, at))]:
        first = min(found, key=lambda match: match.start())
        yield first
        at = first.end()


def grounds(frame: Frame) -> tuple[str, ...]:
    """Return on what ground it is known, where sources are unnamed: the wordings, in order."""
    found = []
    for match in _ground_matches(frame):
        stop = min((start for start, _ in frame.cues if match.start() < start < match.end()), default=match.end())
        stop = max(stop, match.start() + 1) if frame.words[match.start()].islower() else match.end()
        ground = " ".join(frame.words[match.start() : stop].split())
        if ground.lower().startswith(("who ", "and ")):
            ground = ground.split(" ", 1)[1]
        if ground.lower().startswith(("citing", "cited", "quoting")) and not _anonymous(ground):
            continue
        found.append(ground)
    return tuple(found)


def _anonymous(phrase: str) -> bool:
    return any(word.strip(".,").lower() in word_set("names/unnamed_words.txt") for word in phrase.split())
