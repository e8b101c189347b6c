"""Unwrap the statement inside an attribution that only relays it.

"US President Donald Trump said on Thursday that ..., according to NBC News" may be found with the medium
for a source and the whole sentence for content, or with ", Reuters reported" at the content's end.
"""

from __future__ import annotations

from functools import cache
from re import Match, Pattern

from statements_cli.data import word_set
from statements_cli.model import Attribution, Kind, Span, Spans
from statements_cli.provenance.media import stands_for
from statements_cli.text.straight_marks import straight

TAIL = 140
"""Characters at a content's end in which a relaying clause is looked for."""

HEAD = 260
"""Characters at a content's beginning in which its own source and cue are looked for."""

_TELLING = (
    *("said", "says", "stated", "confirmed", "announced", "told", "noted", "warned", "insisted", "claimed"),
    *("reiterated", "stressed", "denied", "dismissed", "thanked", "accused", "called", "rejected", "condemned"),
    *("expressed", "vowed", "added", "argued", "acknowledged", "pledged", "promised", "urged", "declared"),
    *("emphasised", "emphasized", "asserted", "admitted"),
)
_REPORTING = (
    *(*_TELLING, "responded", "replied", "explained", "testified", "wrote", "complained", "suggested", "agreed"),
    *("boasted", "joked", "hinted", "advised"),
)
_VERBS = f"(?:{'|'.join(_TELLING)})"
_RELAYING = ("reported", "reports", "said", "says", "wrote", "writes")
_WORKS_SAY = ("stating", "saying", "writing", "telling", "says", "said")
# of straight marks, as the patterns that have it
_NOUN_PHRASE = r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Ss]ome|[Hh]is|[Hh]er)\s++)?(?:[\w'.&-]++\s++){0,9}?[\w'.&-]++"


@cache
def _tail() -> Pattern[str]:
    """Match a relaying clause behind a comma, up to the end of a content."""
    import re

    return re.compile(
        r",\s++(?:(?P<by>[^,;:“”\"]{2,90}?)(?<!\s)\s++(?:also\s++)?(?:reported|reports|said|says|wrote|writes)"
        r"(?:\s++(?:on\s++)?\w+day)?|(?:according\s++to|per)\s++(?P<per>[^,;:“”\"]{2,60}?)(?<!\s)"
        r"|(?:reported|reports|writes|wrote)\s++(?P<after>[A-Z][^,;:“”\"]{2,60}?)(?<!\s)"
        r"|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}\s(?:reported|reports|writes|wrote)\s(?:in|for)\s(?P<of>[^,;:“”\"]{2,60}?)(?<!\s)"
        r")\s*+(?:\.\s*+)?$"
    )


@cache
def _head() -> Pattern[str]:
    import re

    return re.compile(
        r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Ee]arlier|[Ll]ast|[Ll]ate|[Dd]uring|[Aa]fter|[Bb]efore|[Ff]ollowing|[Ss]peaking)\s"
        r"[^,;\"]{2,60},\s++)?"
        rf"(?P<source>{_NOUN_PHRASE})\s++(?:spoke\s[^;\"]{{4,150}}?(?<!\s)\s++and\s++)?"
        rf"(?P<cue>(?>(?:(?:also|had|has|have|later|earlier)\s++)*){_VERBS})"
        r"(?P<when>\s++(?:late\s++|early\s++)?(?:on\s++)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?:\s++that)?\s++"
    )


@cache
def _spoken() -> Pattern[str]:
    import re

    return re.compile(rf"[,.?!]?\"\s*(?P<source>{_NOUN_PHRASE})\s++(?P<cue>{_VERBS})\b[^\"]{{0,60}}$")


def unwrap(text: str, attribution: Attribution, relays: bool, outlet: str | None = None) -> Attribution:
    """Return the attribution without the relay around it, if any.

    ``relays`` says that its source is a medium or document, so that content with a source and cue of
    its own is another's statement. The relay's words stay in the sentence, where ``relay`` finds them.
    """
    if len(attribution.content) != 1 or attribution.kind == "direct":
        return attribution
    swallowed = _swallowed(text, attribution, outlet) or _introduced(text, attribution, outlet)
    swallowed = swallowed or _quoted_work(text, attribution)
    if swallowed is not None:
        return swallowed
    if relays:
        inside = (
            _spoken_inside(text, attribution) or _told_inside(text, attribution) or _closed_inside(text, attribution)
        )
        return inside or attribution
    return _passed_on(text, attribution) or _trimmed(text, attribution, outlet)


@cache
def _reporting() -> Pattern[str]:
    """Match a clause of reporting that cannot be read otherwise, for it has a "that"."""
    import re

    return re.compile(
        rf"(?P<source>{_NOUN_PHRASE})\s++(?P<cue>(?>(?:(?:also|had|has|have|later|earlier)\s++)*)(?:{'|'.join(_REPORTING)}))"
        r"(?:\s++(?:[\w'.-]++\s++){0,5}?|\s++)that\s++"
    )


def _passed_on(text: str, attribution: Attribution) -> Attribution | None:
    """Return ``[The mayor told aides that ...], two officials said``: the mayor's."""
    if not attribution.cue or not attribution.source:
        return None
    start, end = attribution.content[0]
    first, last = attribution.cue[-1]
    cue = text[first:last].lower()
    if attribution.cue[0][0] < end or attribution.source[0][0] < end or cue not in ("said", "say", "says", "recalled"):
        return None
    stop = min(end, start + HEAD)
    that = text.rfind("that", start, stop) if " that " in text[start:stop] else start
    if not _holds_one(_REPORTING, text, start, that):
        return None
    match = _reporting().match(straight(text[start : min(end, start + HEAD)]))
    return _said_in(match, attribution)


def _trimmed(text: str, attribution: Attribution, outlet: str | None) -> Attribution:
    """Return without ", Reuters reported" at the end of the content."""
    start, end = attribution.content[0]
    comma = text.rfind(",", max(start, end - TAIL), end)  # no other stands in a relaying clause
    if comma < 0 or not (
        _holds_one(_RELAYING, text, comma, end) or text[comma + 1 : end].lstrip().startswith(("according", "per"))
    ):
        return attribution
    match = _tail().match(text, comma, end)
    if match is None:
        return attribution
    by = match.lastgroup or "by"
    named = all(word[:1].isupper() for word in match.group(by).removeprefix("the ").split())
    short = by == "per" and named and text.startswith("per ", match.start() + 2)
    medium = stands_for(match.group(by), text, match.start(by), outlet)
    if (medium is None and not short) or match.start() <= start:
        return attribution
    return _cut(attribution, (start, match.start()), attribution.cue, attribution.source)


@cache
def _verb_first() -> Pattern[str]:
    import re

    return re.compile(rf"(?P<cue>{_VERBS}(?:\s+(?:earlier|later|also))?)\s+(?:that\s+)?")


def _swallowed(text: str, attribution: Attribution, outlet: str | None) -> Attribution | None:
    """Return ``According to {TASS, aide Yury Ushakov} [said that ...]``: the aide's."""
    if len(attribution.source) != 1:
        return None
    start, end = attribution.source[0]
    medium, comma, _ = text[start:end].partition(", ")
    begun = comma and text.startswith(_TELLING, *attribution.content[0])
    match = _verb_first().match(text, *attribution.content[0]) if begun else None
    if match is None or match.end() >= attribution.content[0][1]:
        return None
    if stands_for(medium, text, start, outlet) is None:
        return None
    source = (start + len(medium) + 2, end)
    return _cut(attribution, (match.end(), attribution.content[0][1]), (match.span("cue"),), (source,))


@cache
def _work() -> Pattern[str]:
    import re

    return re.compile(
        r"(?:from\s++)?(?:an?|the|his|her)\s++(?:[\w-]++\s++){0,4}\w++\s++(?:by|of|from)\s++"
        r"[^;:“”\"\n]{2,160}?(?:,|(?<!\s))\s++"
        r"(?:stating|saying|writing|which\s++says|which\s++said|that\s++says|that\s++said)\b(?:\s++that\b)?[,:]?\s*+"
        r"|[^,;:“”\"\n]{2,100}?(?<!\s)\s++as\s++(?:saying|stating|telling|writing)\b(?:\s++that\b)?[,:]?\s*+"
    )


def _quoted_work(text: str, attribution: Attribution) -> Attribution | None:
    """Return the content of a statement quoted by another, without its source.

    ``Pham quoted [an article by To Lam, stating, "..."]``, ``TASS quoted [Peskov as saying ...]``.
    """
    if not attribution.cue:
        return None
    first, last = attribution.cue[-1]
    if not text[first:last].lower().endswith(("quoted", "quoting", "quotes", "cited", "citing")):
        return None
    start, end = attribution.content[0]
    if not _holds_one(_WORKS_SAY, text, start, min(end, start + HEAD)):
        return None
    match = _work().match(text, start, min(end, start + HEAD))
    if match is None or match.end() >= end:
        return None
    said = (match.end(), end)
    inside = [span for span in attribution.quotes if said[0] <= span[0] and span[1] <= end]
    if len(inside) == 1 and inside[0][0] - said[0] <= 1 and end - inside[0][1] <= 2:
        said = inside[0]
    return _cut(attribution, said, attribution.cue, attribution.source)


def _holds_one(words: tuple[str, ...], text: str, start: int, end: int) -> bool:
    """Return whether one of the words stands in a stretch.

    Told before a pattern is tried that needs one.
    """
    return any(text.find(word, start, end) >= 0 for word in words)


def _told_inside(text: str, attribution: Attribution) -> Attribution | None:
    """Return ``[Trump said on Thursday that ...], according to NBC News``: Trump's."""
    start, end = attribution.content[0]
    if not _holds_one(_TELLING, text, start, min(end, start + HEAD)):
        return None
    match = _head().match(straight(text[start : min(end, start + HEAD)]))
    return _said_in(match, attribution)


def _said_in(match: Match[str] | None, attribution: Attribution) -> Attribution | None:
    """Return what is said behind a source and cue matched at the content's beginning."""
    start, end = attribution.content[0]
    if match is None or start + match.end() >= end - 8 or not _names_somebody(match.group("source")):
        return None
    cue, source = _moved(match.span("cue"), start), _moved(match.span("source"), start)
    return _cut(attribution, (start + match.end(), end), (cue,), (source,))


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


@cache
def _closing() -> Pattern[str]:
    import re

    return re.compile(rf",\s++(?P<source>{_NOUN_PHRASE})\s++(?P<cue>(?>(?:(?:also|has|have|had)\s++)*){_VERBS})\s*+,?$")


def _closed_inside(text: str, attribution: Attribution) -> Attribution | None:
    """Return ``[The harbour is shut, the board said], according to Reuters``: the board's."""
    start, end = attribution.content[0]
    comma = text.rfind(", ", max(start, end - TAIL), end - 3)
    closes = comma > start + 8 and _holds_one(_TELLING, text, comma, end)
    match = _closing().match(straight(text[comma:end])) if closes else None
    if match is None or not _names_somebody(match.group("source")):
        return None
    cue, source = _moved(match.span("cue"), comma), _moved(match.span("source"), comma)
    return _cut(attribution, (start, comma), (cue,), (source,))


@cache
def _introducing() -> Pattern[str]:
    import re

    return re.compile(
        r"^(?P<by>[^,;:“”\"]{2,60}?)\s++(?:also\s++)?(?:reports|reported|says|said|writes|wrote)\s++(?:that\s++)?"
    )


def _introduced(text: str, attribution: Attribution, outlet: str | None) -> Attribution | None:
    """Return ``{The BBC reports that the minister} said [...]``: the minister's."""
    if len(attribution.source) != 1:
        return None
    start, end = attribution.source[0]
    match = _introducing().match(text[start:end]) if _holds_one(_RELAYING, text, start, end) else None
    if match is None or match.end() >= end - start or stands_for(match.group("by"), text, start, outlet) is None:
        return None
    return attribution._replace(source=((start + match.end(), end),))


def _spoken_inside(text: str, attribution: Attribution) -> Attribution | None:
    """Return ``["...," he told settlers], according to a statement``: his."""
    start, end = attribution.content[0]
    low = max(start, end - HEAD)
    mark = max(text.rfind('"', low, end), text.rfind("”", low, end))
    if mark < 0 or not _holds_one(_TELLING, text, mark, end):
        return None
    match = _spoken().search(straight(text[low:end]))
    opening = start + 1 if text[start : start + 1] in ("“", '"') else start
    if match is None or low + match.start() <= opening or not _names_somebody(match.group("source")):
        return None
    said = (opening, low + match.start() + (1 if text[low + match.start()] in ".?!" else 0))
    cue, source = (_moved(match.span("cue"), low),), (_moved(match.span("source"), low),)
    return attribution._replace(content=(said,), quotes=(said,), cue=cue, source=source, kind="direct")


def _names_somebody(phrase: str) -> bool:
    """Return whether a phrase can be a speaker.

    A name, a pronoun, or a noun with an article.
    """
    words = phrase.split()
    if words[1:-1].count("and") == 1 and words[0][:1].isupper() and words[-1][:1].isupper():
        words.remove("and")  # "Xi and Putin"
    if any(word.lower() in word_set("names/not_in_names.txt") for word in words):
        return False
    if words[-1][:1].isupper() and len(words) < 6:
        return True  # "minister Kari Moe"
    return words[0][:1].isupper() or words[0].lower() in ("the", "a", "an", "he", "she", "they", "one", "some")


def _cut(attribution: Attribution, content: Span, cue: Spans, source: Spans) -> Attribution:
    quotes = tuple(span for span in attribution.quotes if content[0] <= span[0] and span[1] <= content[1])
    kind: Kind = "direct" if quotes == (content,) else "mixed" if quotes else "indirect"
    return attribution._replace(content=(content,), quotes=quotes, cue=cue, source=source, kind=kind)
