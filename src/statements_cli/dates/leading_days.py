"""Decide whether a day before both source and cue leads a statement in."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.dates.expressions import WEEKDAYS, Expression
from statements_cli.provenance.frame import GAP, Frame

_ASKED = frozenset(("asked", "pressed", "questioned", "quizzed"))
_QUESTIONS = ("about ", "how ", "if ", "what ", "whether ", "who ", "why ")
_RELATIVES = ("that ", "which ")
_COUNTED = frozenset(("month", "shift", "week", "year"))
"""Kinds of expressions that no weekday or date is, so that a capital letter begins a sentence with them."""
_WITHIN = frozenset(("at", "during", "in"))
_OPENING = _WITHIN | {"addressing", "appearing", "on", "speaking", "testifying"}
"""Words that open a phrase of speaking, in which no verb stands."""
_HEARD = 4  # words behind "before" among which those who hear it stand: "before the Senate committee"
OCCASION = 3  # words behind "last year's" among which the occasion stands
_SOON_OPENING = frozenset(("hours", "immediately", "minutes", "moments", "right", "shortly", "soon"))
_PLACE = 8  # words behind a day that go on with its occasion: "before a hearing Wednesday of the panel"


def is_year_of(expression: Expression) -> bool:
    """Return whether the expression is the bare year of a document or an occasion.

    For example: ``a 2013 memo``.
    """
    return expression.words.isdigit()


def speech_follows(words: str, at: int, near: int = 3) -> bool:
    """Return whether a word of speaking stands among the next words, as in ``Monday's speech``."""
    rest = words[at:].removeprefix("'s").removeprefix("’s").split()[:near]
    return any(word.strip(",.").lower() in _speech() for word in rest)


def _speech() -> frozenset[str]:
    return word_set("channels/speech_events.txt")


def introducing(frame: Frame, expression: Expression, anchor: int) -> tuple[int, int] | None:
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
    if is_year_of(expression) and not (before.endswith(GAP) or word_set("cues/clause_words.txt") & {*lead}):
        return 2, 0
    if expression.possessive and is_at_occasion(frame, expression):
        return 2, 0
    if after.isspace() and _behind_comma(before, expression):
        return 2, 0  # "In a word, in 2014 Berg went on air and said"
    if _linked(frame, expression, after):
        return 2, 0  # "The dispute began last week, when the mayor said"
    if after.isspace() and frame.words[anchor:].startswith(_RELATIVES) and lead and lead[-1] in _speech():
        return 2, 0  # "referred to its statement last week that said"
    if after.split()[:1] in (["call"], ["meeting"]) and " when" in after:
        return 3, len(after)
    if _soon(before, lead, after):
        return 3, len(after)  # "Minutes before the vote on Monday, Berg said"
    if _asked(lead) and after.lstrip().startswith(_QUESTIONS):
        return 2, 0  # "Asked by the Gazette on Sunday whether he would, he said"
    heard = _heard_before(lead)
    if any(word in word_set("cues/clause_words.txt") for word in lead[-6:] if word != "before" or not heard):
        return None
    if _led_in(before, lead, after):
        return 3, len(after)
    near = [word for word in lead[-6:] if word not in word_set("cues/finite_cues.txt")]
    near += [word.strip(",.’").lower() for word in after.split()[:2]]
    spoken = any(word in _speech() or word in word_set("channels/issued_words.txt") for word in near)
    return (3, len(after)) if spoken or _at_occasion(lead, after) else None


@cache
def _clock() -> Pattern[str]:
    import re

    return re.compile(
        r"(?i)\b(?:(?:just|moments|right|shortly|soon)\s+)?(?:before|after|since)\s+(?:dawn|daybreak|dusk|midday|midnight|noon|sunrise|sunset"
        r"|\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?|\s+o[’']clock)|\d{1,2}[:.]\d\d)(?=[\s,]|$)"
    )


def without_clock(words: str) -> str:
    """Return words without the times of day before or after which something was said.

    For example: ``shortly after 9 p.m. on Monday``, ``just before midnight``.
    """
    return _clock().sub("", words) if any(word in words for word in ("before ", "after ", "since ")) else words


def _behind_comma(before: str, expression: Expression) -> bool:
    """Return whether nothing but a preposition stands between a comma and a day."""
    _, comma, led = before.rpartition(",")
    words = f"{led} {expression.words}".split()
    return bool(comma) and words[0] in ("in", "on") and len(led.split()) < 2


def _soon(before: str, lead: list[str], after: str) -> bool:
    """Return whether words set the saying shortly before or after an event of the day.

    The first comma stands right behind the day, and no clause begins before it.
    """
    opens = not _SOON_OPENING.isdisjoint(lead[:1]) and lead[1:2] in (["after"], ["before"])
    if not opens or "," in before or after.strip() != ",":
        return False
    return word_set("cues/clause_words.txt").isdisjoint(lead[2:])


def _asked(lead: list[str]) -> bool:
    """Return whether words open with a verb of asking: ``When asked on Monday``."""
    return not _ASKED.isdisjoint(lead[1:2] if lead[:1] == ["when"] else lead[:1])


def _heard_before(lead: list[str]) -> bool:
    """Return whether "before" leads to those who hear what is said.

    For example: ``In testimony before the Senate committee``, not ``In a speech before the vote``.
    """
    if not lead or lead[0] not in _OPENING or "before" not in lead:
        return False
    at = lead.index("before")
    return not (word_set("dates/assemblies.txt") | {"hearing"}).isdisjoint(lead[at + 1 : at + 1 + _HEARD])


def _linked(frame: Frame, expression: Expression, after: str) -> bool:
    """Return whether only a conjunction stands between the day of an event and who speaks.

    For example: ``began last week, when the mayor said``. What was said before an event was said in the same month or
    year, if not on the same day: ``freed last month after the court ruled``.
    """
    link = after.strip(" ,")
    whole = expression.kind in ("month", "year") or (expression.day is not None and expression.day.day is None)
    when = link == "when" and not _is_present(frame.cue_words)  # "shut last month when, police say, a pipe burst"
    return when or (whole and link in ("after", "as", "while"))


def _is_present(cue: str) -> bool:
    """Return whether a cue speaks of now: ``say``, ``says``, ``has said``."""
    first = next(iter(cue.lower().split()), "")
    return first in ("say", "have") or (first.endswith("s") and not first.endswith("ss"))


def is_at_occasion(frame: Frame, expression: Expression) -> bool:
    """Return whether a sentence opens with an occasion of a day and a comma.

    For example: ``During last year's campaign, Berg said``.
    """
    start, end = expression.span
    anchor = min(span[0] for span in (frame.source, frame.cue) if span)
    if start >= anchor or frame.words[:start].lower().split()[:-1] or GAP in frame.words[:start]:
        return False
    after, comma, rest = frame.words[end + 2 : anchor].partition(",")
    words = after.lower().split()
    led = frame.words[:start].lower().split()[-1:]
    known = "campaign" in words[:OCCASION] or not word_set("dates/occasion_nouns.txt").isdisjoint(words[:OCCASION])
    return bool(comma) and not rest.strip() and led != [] and led[0] in _WITHIN and known


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
    if not after.lstrip().startswith(",") or GAP in after:
        return False
    if after.strip() != "," and expression.kind not in _COUNTED:
        return False  # but "The next day, speaking by phone, Berg said"
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
    words = [word.strip(',.“"-–—').lower() for word in without_clock(before.rpartition(GAP)[2]).split()]
    words = [word for word in words if word]
    opening = max((at for at, word in enumerate(words) if word in ("that", "and", "but", "while")), default=-1)
    return words[opening + 1 :]


def _led_in(before: str, lead: list[str], after: str) -> bool:
    """Return whether the day ends the phrase that opens the sentence.

    For example: ``During a visit to Kyiv on Monday, ...``.
    """
    if not lead or lead[0] not in _OPENING or "," in before or GAP in before:
        return False
    return after.lstrip(" ").startswith(",") or _goes_on(after)


def _goes_on(after: str) -> bool:
    """Return whether the words behind a day go on with its occasion.

    They end with a comma before who speaks: ``a hearing Wednesday of the House panel, the general said``.
    """
    words = after.split()
    whole = after.startswith(" of ") and after.endswith(", ") and "," not in after[:-2] and GAP not in after
    return whole and len(words) <= _PLACE and word_set("cues/clause_words.txt").isdisjoint(words)
