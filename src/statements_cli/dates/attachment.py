"""Attach the expression of time that dates the saying itself."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.dates.expressions import Expression, find
from statements_cli.dates.leading_days import introducing, is_at_occasion, is_year_of, speech_follows, without_clock
from statements_cli.model import Span
from statements_cli.provenance.frame import GAP, Frame
from statements_cli.provenance.noun_heads import document_of

_ATTRIBUTIVE = frozenset(("a", "an", "the", "his", "her", "its", "their"))

_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))

_AUXILIARIES = frozenset(("has", "have", "had"))

_SHORT = 2  # words of a source without a name before the day that ends it: "the company last week"
_PRINTED = frozenset(("aired", "posted", "published"))
"""Participles that none but a document has, whatever it is called."""

_ON = frozenset(("in", "on"))
_PART_OF_DAY = frozenset(("early", "earlier", "late"))
_PART = frozenset(("of", "the"))  # "in the middle of last month", "on the 12th of May"
_LASTING = frozenset(("since", "till", "until"))
"""Words before a day up to which, or from which, something else lasts: ``in office since January, said``."""
_WITHIN = frozenset(("at", "during", "in", "speaking", "testifying"))
"""Words with which an occasion or a document is set in between commas: ``, in a submission on Feb. 28, rejected``."""
_SUBMITTED = frozenset(("brief", "opinion", "ruling", "submission"))
"""Documents of courts that are no documents elsewhere."""

_ISSUED = "channels/issued_words.txt"
_LED = 3  # characters of the "on" before a day
_LEADING_IN = 2  # rank of a day that leads the sentence in
_OUT = frozenset(("disclosed", "out", "unveiled"))  # besides those, what a report is: "a poll out Wednesday"
_BEFORE_DAY = frozenset(("in", "on", "early", "late", "earlier", "mid"))
"""Words that may stand between a name and the day that ends a source."""


def attached(frame: Frame, document: bool = False) -> Expression | None:
    """Return the expression that says when it was said.

    None where only other events are dated.

    It must stand in the cue, right after it, between source and cue, or lead the sentence in:
    "On Monday, ...", "In a post on Wednesday, ...", "Speaking on Friday, ...". ``document`` says that
    the source is a document, which may be dated itself ("data released Friday").
    """
    if frame.cue is None and frame.source is None:
        return None
    ranked = []
    for found in find(frame.words):
        expression = _counted_back(frame, found)
        rank = _rank(frame, expression, document) if expression is not None else None
        if expression is not None and rank is not None:
            start = expression.span[0]
            nearest_first = -start if rank[0] == _LEADING_IN else start
            of_thing = is_year_of(expression)  # "at the 2016 annual meeting on March 14"
            ranked.append((of_thing, rank, expression.kind == "shift", nearest_first, expression))
    return min(ranked, key=lambda entry: entry[:4])[4] if ranked else None


def _counted_back(frame: Frame, expression: Expression) -> Expression | None:
    """Return an expression as it dates the saying.

    None where it dates what it is counted from.

    In "the vote came a day after the minister said" the saying lies before the day told of; "told reporters a day
    after the vote" leaves it open.
    """
    if not _counts(expression):
        return expression
    following = frame.words[expression.span[1] :].lstrip()
    if not following[:1].isalnum() or following.partition(GAP)[0].strip() == "that":
        return expression  # at the end, or right before what was said: "warned the day before that"
    anchors = [span[0] for span in (frame.source, frame.cue) if span]
    return expression._replace(number=-expression.number) if _follows(frame, expression, min(anchors)) else None


def _counts(expression: Expression) -> bool:
    """Return whether an expression counts from what follows it: "a day after"."""
    return expression.kind == "shift" and expression.words.split()[-1] in ("after", "before")


def _follows(frame: Frame, expression: Expression, anchor: int) -> bool:
    """Return whether nothing but an article stands between an expression and who speaks."""
    return expression.span[1] <= anchor and frame.words[expression.span[1] : anchor].strip().lower() in ("", "the", "a")


def _rank(frame: Frame, expression: Expression, document: bool) -> tuple[int, int] | None:
    start, end = expression.span
    words = frame.words
    if _lasts(words, expression):
        return None
    if any(a <= start and end <= b for a, b in frame.cues):
        return 0, 0
    if frame.source and frame.source[0] <= start < frame.source[1]:
        lead = words[frame.source[0] : start].split()
        if end >= frame.source[1] - 1 and frame.cue is not None and frame.cue[0] >= end and _whose_cue_follows(lead):
            return 1, 0  # the source was found with the day behind it: "The court last week ruled"
        if start - frame.source[0] <= _LED and words[end : frame.source[1]].strip(" ,")[:1].isupper():
            return 1, 0  # or before it: "Two weeks ago Bailey said"
        if is_year_of(expression) and len(lead) <= 1:
            return 1, 0  # "A 2014 study found"
        if lead and lead[-1].lower() in _ATTRIBUTIVE and _of_speech(words[end : frame.source[1]].split()[:4]):
            return 1, 0  # "An Oct. 11 letter said", "said the head of the agency at an Aug. 4 briefing"
        if lead and _ends_source(frame, end, lead):
            return 1, 0  # "according to the Fed on Friday", "said Bailey last week"
        if lead and _is_issued(expression, lead, frame.source):
            return 1, 0  # "according to a statement from the mayor's office on May 12"
        if lead and lead[-1] in _OUT:
            document = document or document_of(" ".join(lead[:-1])) is not None
        until = lead[:-1] if lead and lead[-1] in _PART_OF_DAY else lead  # "released late Monday"
        if document and until and until[-1] in word_set(_ISSUED) | _ON | _OUT:
            return 1, 0
        if document and not lead and expression.possessive:
            return 1, 0  # "Thursday's article said"
        issuing = lead[-2:-1] if lead and lead[-1] in _ON else lead[-1:]
        return (1, 0) if _PRINTED.issuperset(issuing) and issuing else None
    spans = [*frame.cues, *([frame.source] if frame.source else [])]
    if _counts(expression) and _follows(frame, expression, min(spans)[0]):
        return 2, 0
    edges = [b for _, b in spans if b <= start]
    if expression.possessive:
        behind = min((a for a, _ in spans if a >= end), default=len(words))
        if not speech_follows(words[:behind], end) and not is_at_occasion(frame, expression):
            return None
    if not edges:
        return introducing(frame, expression, min(a for a, _ in spans))
    at = max(edges)
    gap = words[at:start]
    following = [a for a, _ in spans if a >= end]
    if GAP in gap:
        bare = gap.rpartition(GAP)[2].split()
        if _going_on(frame, end, bare):
            return 3, len(bare)
        trailing = gap.count(GAP) == 1 and _empty(gap.partition(GAP)[0]) and len(bare) <= 2
        return (4, len(gap)) if trailing and not following else None
    if following and _stating(words, end, frame.cue, gap):
        return 1, 0  # "sent the board a letter this month saying"
    if following and _right_before(frame, end, gap):
        return 1, 0  # "The bank, a lender to the poor, in January put"
    if following and _set_in(frame, end, gap):
        return 1, 0  # "did not appear, but, in a submission on Feb. 28, rejected"
    if following and _dates_relative_clause(frame, start, end):
        return None
    if following and gap.split()[:1] and gap.split()[0] in _AUXILIARIES:
        gap = gap.lstrip().removeprefix(gap.split()[0])  # that of the cue: "had in a March report said"
    if _blocked(gap) or (not following and len(gap.split()) > 14):
        return None
    issued = document and gap.lstrip(", ").split()[:1] and gap.lstrip(", ").split()[0] in word_set(_ISSUED)
    if following and (len(gap.split()) > 12 or (_apposed(gap) and not issued)):
        return None  # but "a review, published in a journal in 2023, found"
    return 1, len(gap.split())


def _lasts(words: str, expression: Expression) -> bool:
    """Return whether a day is the beginning or the end of something that lasts.

    For example: ``until last year``, ``since 2003``.
    """
    before = words[: expression.span[0]].split()[-1:]
    return not _LASTING.isdisjoint(word.lower() for word in (*before, expression.words.split()[0]))


def _of_speech(words: list[str]) -> bool:
    """Return whether a document or an occasion of speaking stands among some words."""
    nouns = word_set("channels/document_nouns.txt") | word_set("channels/speech_events.txt") | _SUBMITTED
    return any(word.strip(",.").lower() in nouns for word in words)


def _set_in(frame: Frame, end: int, gap: str) -> bool:
    """Return whether a day closes a phrase of speaking between commas before the cue."""
    if frame.cue is None or frame.words[end : frame.cue[0]].strip() != ",":
        return False
    _, comma, led = gap.rpartition(",")
    words = led.lower().split()
    return bool(comma) and words[:1] != [] and words[0] in _WITHIN and _of_speech(words) and not _blocked(led)


def _dates_relative_clause(frame: Frame, start: int, end: int) -> bool:
    """Return whether a day belongs to the relative clause with which a source ends.

    The cue stands further on: ``The rebel leader, who led talks last month in Astana, told``.
    """
    if frame.source is None or frame.cue is None or frame.words[end : frame.cue[0]].isspace():
        return False
    clause = frame.words[slice(*frame.source)].rpartition(", ")[2].split()[:1]
    return not (_RELATIVE | {"where"}).isdisjoint(clause) and frame.words[frame.source[1] : start].isspace()


def _whose_cue_follows(lead: list[str]) -> bool:
    """Return whether the verb behind a source and its day is the cue.

    It may be that of a relative clause about the source. For example: ``The court last week``, ``who in 2010``.
    ``lead`` are the source's words before the day.
    """
    return _RELATIVE.isdisjoint(lead) or (lead[0] in _RELATIVE and _BEFORE_DAY.issuperset(lead[1:]))


def _ends_source(frame: Frame, end: int, lead: list[str]) -> bool:
    """Return whether a day ends a source that stands behind its cue.

    For example: ``according to the Fed on Friday``. ``lead`` are the source's words before the day.
    """
    if frame.source is None or frame.cue is None or frame.cue[1] > frame.source[0] or end < frame.source[1] - 1:
        return False
    named = [word for word in lead if word not in _BEFORE_DAY]
    if not named or not _RELATIVE.isdisjoint(named):
        return False
    return named[-1][:1].isupper() or (len(named) <= _SHORT and not named[-1].endswith(("ed", "en", "ing")))


def _is_issued(expression: Expression, lead: list[str], source: Span) -> bool:
    """Return whether a day ends a source that is something said or written.

    For example: ``a statement from the mayor's office on May 12``. ``lead`` are the source's words before the day.
    """
    if lead[0].lower() not in ("a", "an") or expression.span[1] < source[1] - 1 or not _of_speech(lead[1:4]):
        return False
    led = lead[-1] in _BEFORE_DAY | _PART or expression.kind != "day"
    return led and (_RELATIVE | {"after", "before", "following"}).isdisjoint(lead)


def _stating(words: str, end: int, cue: Span | None, gap: str) -> bool:
    """Return whether a day stands right before a participle of speaking.

    For example: ``wrote to him on Monday asking``, ``knocked the ban Wednesday, telling``. ``gap`` are the words
    between the source and the day; a comma behind the day may close what it began.
    """
    if cue is None or not any(word.endswith("ing") and word != "according" for word in words[slice(*cue)].split()[:2]):
        return False
    between = words[end : cue[0]]
    if between.isspace():
        return words[slice(*cue)].split()[0].endswith("ing")
    return between.strip() == "," and "," not in gap and GAP not in gap and _RELATIVE.isdisjoint(gap.split())


def _right_before(frame: Frame, end: int, gap: str) -> bool:
    """Return whether a day stands right before the cue, behind a comma and a preposition."""
    if frame.cue is None or not frame.words[end : frame.cue[0]].isspace():
        return False
    _, comma, led = gap.rpartition(",")
    return bool(comma) and _BEFORE_DAY.issuperset(led.split())


def _going_on(frame: Frame, end: int, bare: list[str]) -> bool:
    """Return whether a day dates what a participle goes on with.

    For example: ``described the scene in a post on Saturday, adding``. ``bare`` are the words before the day.
    """
    if frame.cue is None or frame.words[end : frame.cue[0]].strip() != ",":
        return False
    words = [word.lower() for word in bare]
    spoken = len(words) <= 2 or not word_set("channels/speech_events.txt").isdisjoint(words)
    return frame.words[slice(*frame.cue)].partition(" ")[0].endswith("ing") and spoken and not _blocked(" ".join(bare))


_SOON = ("soon", "shortly", "right", "just", "moments", "minutes", "immediately", "hours")


@cache
def _soon() -> Pattern[str]:
    """Match what puts the saying on the day of the event before it.

    For example: ``soon after the hearing ended on Tuesday``.
    """
    import re

    return re.compile(rf"\s*+(?:,\s*+)?(?:{'|'.join(_SOON)}) (?:after|before)\b")


def _empty(gap: str) -> bool:
    """Return whether nothing but marks and "that" stands in a stretch of words."""
    return all(word.strip(",“”\"'’") in ("", "that") for word in gap.split())


def _apposed(gap: str) -> bool:
    """Return whether an apposition stands between source and day: ``The bank, founded in 1997, said``."""
    words = gap.split()
    if words[:1] == [","]:
        words = words[1:]
    elif not gap.startswith(","):
        return False
    first = words[0].strip(",").lower() if words else ""
    known = first in word_set("channels/speech_events.txt") or first in word_set("dates/day_bridges.txt")
    return bool(words) and not known


def _blocked(gap: str) -> bool:
    gap = without_clock(gap)
    match = _soon().match(gap) if any(word in gap for word in _SOON) else None
    gap = gap[match.end() :] if match else gap
    return any(word.strip(',."“”').lower() in word_set("cues/clause_words.txt") for word in gap.split())
