"""Find to whom something was said."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.model import Attribution
from statements_cli.provenance.channel import attaches, within
from statements_cli.provenance.frame import GAP, Frame
from statements_cli.provenance.media import known_name
from statements_cli.text.straight_marks import straight

_TOLD = ("told", "informed", "notified", "assured", "reminded")
_VERB = 60  # characters from a subject to the end of its verb


@cache
def _audience() -> Pattern[str]:
    import re

    stop = (
        r"(?=\s+(?:that|in|at|on|during|after|before|last|this|earlier|later|previously|recently|afterwards|again|about|via|by|as|ahead|following|when|"
        r"while|yesterday|today|to|about|with|how|why|what|whether|if|he|she|they|it|there|of|and\s+\w+ed|next|"
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\s*[,:;\"" + GAP + r"]|\s*‘|\s+—|\s*$"
        # "the U.S. Senate" and "Mr. Moe" don't end with their full stops
        r"|\s*\.(?:$|(?<![\s.][A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St)\.)(?<!\b(?:Mrs|Sen|Rep|Gov|Gen)\.)\s))"
    )
    telling = r"told|tells|telling|tell|informed|informs|assured|reminded|briefed|addressed|addressing"
    sending = r"(?:email|e-mail|letter|letters|emailed|memo|message|statement|remarks|written)"
    return re.compile(
        rf"\b(?:(?P<telling>{telling})|(?:interview|interviews|conversation|call)\s+with|{sending}\s+to"
        r"|(?:[Ss]peaking|spoke|talking)\s+(?:to|with))\s+"
        r"(?P<to>(?:[\w$&.'/-]+\s+){0,7}?[\w$&'/-]+(?:\.\w+)*)" + stop
    )


@cache
def _passive() -> Pattern[str]:
    """Match a passive verb of telling, with the rest of a name before it."""
    import re

    been = r"(?:was|were|is|are|(?:has|have|had) (?:\w+ )?been|being)"
    return re.compile(rf"(?: [A-Z]\w+){{0,3}},? {been} (?:\w+ )?(?:{'|'.join(_TOLD)})")


def told_subject(text: str, attribution: Attribution) -> str | None:
    """Return the source where it is the subject of a passive verb of telling.

    For example: "{The court} was told [...]", but nothing where the one who told it follows behind "by".
    """
    if not attribution.cue or len(attribution.source) != 1:
        return None
    (start, end), stop = attribution.source[0], attribution.cue[-1][1]
    if not end <= stop <= end + _VERB or not text.endswith(_TOLD, end, stop):
        return None
    between = " ".join(text[end:stop].split())
    match = _passive().fullmatch(f" {between}")
    if match is None or text.startswith((" by ", ", by "), stop):
        return None
    whole = " ".join(text[start:end].split())
    name = between.split(" ") if between[:1].isupper() else []
    named = [word for word in name if word[:1].isupper()]
    return " ".join([whole, *named])


def audience_of(frame: Frame, outlet: str | None = None) -> str | None:
    """Return the audience: ``Global Times``, ``a regular press briefing``; None if unknown."""
    if word_set("channels/audience_triggers.txt").isdisjoint(frame.plain):
        return None
    for match in _audience().finditer(straight(frame.words)):
        # "Trump also spoke with Zelensky, who said": the one spoken with is the speaker
        told = match.group("telling") is not None or match.group().startswith("spoke ")
        if told and not any(start - 1 <= match.start() <= end for start, end in frame.cues):
            continue
        if not attaches(frame, match.start()) or within(match.start(), frame.source):
            continue
        phrase = frame.words[slice(*match.span("to"))]
        if phrase.lower() in {"us", "me"}:
            return outlet
        first = phrase.lower().split()[0]
        if first in word_set("channels/channel_stops.txt") or first in word_set("channels/channel_leads.txt"):
            continue
        if phrase.lower() in word_set("grammar/pronouns.txt") or phrase.lower() in ("that", "the"):
            continue
        return named_audience(phrase, outlet)
    return None


def named_audience(phrase: str, outlet: str | None) -> str:
    """Return the name of an audience, without an article before a name."""
    if outlet and outlet.removeprefix("The ") == phrase.removeprefix("the ").removeprefix("The "):
        return outlet
    if (medium := known_name(phrase)) is not None:
        return medium
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() == "the" and rest[:1].isupper() else phrase
