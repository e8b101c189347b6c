"""Attach the expression of time that dates the saying itself."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.dates.expressions import WEEKDAYS, Expression, find
from statements_cli.model import Span
from statements_cli.provenance.frame import GAP, Frame

_ATTRIBUTIVE = frozenset(("a", "an", "the", "his", "her", "its", "their"))

_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))

_AUXILIARIES = frozenset(("has", "have", "had"))

_PRINTED = frozenset(("aired", "posted", "published"))
"""Participles that none but a document has, whatever it is called."""

_ON = frozenset(("in", "on"))

_ISSUED = "channels/issued_words.txt"
_LED = 3  # characters of the "on" before a day
_LEADING_IN = 2  # rank of a day that leads the sentence in
_OUT = frozenset(("disclosed", "out", "unveiled"))  # besides those, what a report is: "a poll out Wednesday"
_WITHIN = frozenset(("at", "during", "in"))


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
            ranked.append((rank, expression.kind == "shift", nearest_first, expression))
    return min(ranked, key=lambda entry: entry[:3])[3] if ranked else None


def _counted_back(frame: Frame, expression: Expression) -> Expression | None:
    """Return an expression as it dates the saying.

    None where it dates what it is counted from.

    In "the vote came a day after the minister said" the saying lies before the day told of; "told reporters a day
    after the vote" leaves it open.
    """
    if not _counts(expression):
        return expression
    following = frame.words[expression.span[1] :].lstrip()
    if not following[:1].isalnum():
        return expression
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
    if any(a <= start and end <= b for a, b in frame.cues):
        return 0, 0
    if frame.source and frame.source[0] <= start < frame.source[1]:
        lead = words[frame.source[0] : start].split()
        if end >= frame.source[1] - 1 and frame.cue is not None and frame.cue[0] >= end and not _RELATIVE & {*lead}:
            return 1, 0  # the source was found with the day behind it: "The court last week ruled"
        if start - frame.source[0] <= _LED and words[end : frame.source[1]].strip(" ,")[:1].isupper():
            return 1, 0  # or before it: "Two weeks ago Bailey said"
        if _is_year_of(expression) and len(lead) <= 1:
            return 1, 0  # "A 2014 study found"
        if lead and lead[-1].lower() in _ATTRIBUTIVE and _speech_follows(words[: frame.source[1]], end, 4):
            return 1, 0  # "An Oct. 11 letter said", "said the head of the agency at an Aug. 4 briefing"
        if document and lead and lead[-1] in word_set(_ISSUED) | _ON | _OUT:
            return 1, 0
        if document and not lead and expression.possessive:
            return 1, 0  # "Thursday's article said"
        issuing = lead[-2:-1] if lead and lead[-1] in _ON else lead[-1:]
        return (1, 0) if _PRINTED.issuperset(issuing) and issuing else None
    spans = [*frame.cues, *([frame.source] if frame.source else [])]
    if _counts(expression) and _follows(frame, expression, min(spans)[0]):
        return 2, 0
    edges = [b for _, b in spans if b <= start]
    if expression.possessive and not _speech_follows(words, end):
        return None
    if not edges:
        return _introducing(frame, expression, min(a for a, _ in spans))
    at = max(edges)
    gap = words[at:start]
    following = [a for a, _ in spans if a >= end]
    if GAP in gap:
        bare = gap.rpartition(GAP)[2].split()
        if _going_on(frame, end, bare):
            return 3, len(bare)
        trailing = gap.count(GAP) == 1 and _empty(gap.partition(GAP)[0]) and len(bare) <= 2
        return (4, len(gap)) if trailing and not following else None
    if following and _stating(words, end, frame.cue):
        return 1, 0  # "sent the board a letter this month saying"
    if following and gap.split()[:1] and gap.split()[0] in _AUXILIARIES:
        gap = gap.lstrip().removeprefix(gap.split()[0])  # that of the cue: "had in a March report said"
    if _blocked(gap) or (not following and len(gap.split()) > 14):
        return None
    issued = document and gap.lstrip(", ").split()[:1] and gap.lstrip(", ").split()[0] in word_set(_ISSUED)
    if following and (len(gap.split()) > 12 or (_apposed(gap) and not issued)):
        return None  # but "a review, published in a journal in 2023, found"
    return 1, len(gap.split())


def _stating(words: str, end: int, cue: Span | None) -> bool:
    """Return whether a day stands right before a participle of speaking.

    For example: ``wrote to him on Monday asking``.
    """
    return cue is not None and words[end : cue[0]].isspace() and words[slice(*cue)].split()[0].endswith("ing")


def _going_on(frame: Frame, end: int, bare: list[str]) -> bool:
    """Return whether a day dates what a participle goes on with.

    For example: ``described the scene in a post on Saturday, adding``. ``bare`` are the words before the day.
    """
    if frame.cue is None or frame.words[end : frame.cue[0]].strip() != ",":
        return False
    words = [word.lower() for word in bare]
    spoken = len(words) <= 2 or not word_set("channels/speech_events.txt").isdisjoint(words)
    return frame.words[slice(*frame.cue)].partition(" ")[0].endswith("ing") and spoken and not _blocked(" ".join(bare))


def _is_year_of(expression: Expression) -> bool:
    """Return whether the expression is the bare year of a document or an occasion.

    For example: ``a 2013 memo``.
    """
    return expression.words.isdigit()


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
    match = _soon().match(gap) if any(word in gap for word in _SOON) else None
    gap = gap[match.end() :] if match else gap
    return any(word.strip(',."“”').lower() in word_set("cues/clause_words.txt") for word in gap.split())


def _speech_follows(words: str, at: int, near: int = 3) -> bool:
    rest = words[at:].removeprefix("'s").removeprefix("’s").split()[:near]
    return any(word.strip(",.").lower() in word_set("channels/speech_events.txt") for word in rest)


def _introducing(frame: Frame, expression: Expression, anchor: int) -> tuple[int, int] | None:
    """Return the rank of an expression before both source and cue.

    At the head, or with a word of speaking.
    """
    start, end = expression.span
    before, after = frame.words[:start], frame.words[end:anchor]
    if GAP in after and len(before.split()) > 4:
        return None
    lead = _clause(before)
    if all(word in word_set("dates/day_bridges.txt") for word in lead) and len(lead) <= 5 and not before.endswith(GAP):
        return 2, 0
    if _set_apart(before, after) or _beginning(expression, before, after):
        return 2, 0
    if _is_year_of(expression) and not (before.endswith(GAP) or word_set("cues/clause_words.txt") & {*lead}):
        return 2, 0
    if after.strip(" ,") == "when":
        return 2, 0  # "The dispute began last week, when the mayor said"
    if after.split()[:1] in (["call"], ["meeting"]) and " when" in after:
        return 3, len(after)
    if any(word in word_set("cues/clause_words.txt") for word in lead[-6:]):
        return None
    if _led_in(before, lead, after):
        return 3, len(after)
    near = [word for word in lead[-6:] if word not in word_set("cues/finite_cues.txt")]
    near += [word.strip(",.’").lower() for word in after.split()[:2]]
    spoken = any(
        word in word_set("channels/speech_events.txt") or word in word_set("channels/issued_words.txt") for word in near
    )
    return (3, len(after)) if spoken or _at_occasion(lead, after) else None


def _at_occasion(lead: list[str], after: str) -> bool:
    """Return whether a sentence opens with an occasion that a day stands before.

    For example: ``At his 20 January inauguration, ...``.
    """
    if not lead or lead[0] not in _WITHIN or len(lead) > 2 or not after.endswith(", "):
        return False
    words = after.rstrip(", ").lower().split()
    return 0 < len(words) <= 2 and words[-1] in word_set("dates/occasion_nouns.txt")


def _beginning(expression: Expression, before: str, after: str) -> bool:
    """Return whether a day begins a sentence before which no stop stands.

    For example: ``A new opening Earlier Friday, a spokesman``.
    """
    if after.strip() != "," or GAP in after:
        return False
    first = expression.words
    for word in reversed(before.split()):
        if word.lower() not in word_set("dates/day_bridges.txt"):
            break
        first = word
    return first[:1].isupper() and first.split()[0].lower() not in WEEKDAYS and not expression.words[:3].isdigit()


def _set_apart(before: str, after: str) -> bool:
    """Return whether a day stands between commas right before who speaks.

    For example: ``Shortly after that, in June 2023, Berg wrote``.
    """
    _, comma, led = before.rpartition(",")
    words = led.lower().split()
    return (
        bool(comma)
        and GAP not in led
        and len(words) < 3
        and {*words} <= word_set("dates/day_bridges.txt")
        and (after.strip() == ",")
    )


def _clause(before: str) -> list[str]:
    """Return the lower-case words from the start of a stretch's last clause."""
    words = [word.strip(',.“"-–—').lower() for word in before.rpartition(GAP)[2].split()]
    words = [word for word in words if word]
    opening = max((at for at, word in enumerate(words) if word in ("that", "and", "but", "while")), default=-1)
    return words[opening + 1 :]


def _led_in(before: str, lead: list[str], after: str) -> bool:
    """Return whether the day ends the phrase that opens the sentence.

    For example: ``During a visit to Kyiv on Monday, ...``.
    """
    opens = lead[:1] and lead[0] in ("at", "in", "during", "on", "speaking", "addressing")
    return bool(opens) and "," not in before and GAP not in before and after.lstrip(" ").startswith(",")
