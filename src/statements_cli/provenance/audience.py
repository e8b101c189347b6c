"""Find to whom something was said."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.provenance.channel import attaches, within
from statements_cli.provenance.frame import GAP, Frame
from statements_cli.provenance.media import known_name
from statements_cli.text.straight_marks import straight


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
        return _named(phrase, outlet)
    return None


def _named(phrase: str, outlet: str | None) -> str:
    if outlet and outlet.removeprefix("The ") == phrase.removeprefix("the ").removeprefix("The "):
        return outlet
    if (medium := known_name(phrase)) is not None:
        return medium
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() == "the" and rest[:1].isupper() else phrase
