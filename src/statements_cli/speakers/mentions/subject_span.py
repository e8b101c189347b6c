"""Find the subject of a cue, where the source beside it is another.

A finder looks no farther than a few words, so it may take what a preposition brings in for the speaker:
"Zelensky spoke with {the leaders of France and Germany}, and said", "lawmakers, led by {the chairman},
requested", "after a meeting with {Mark Rutte, the US President} said".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from statements_cli.model import Attribution, Span
from statements_cli.speakers.mentions.source_mention import read_mention
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan

_BEFORE = 40  # characters before a source in which the preposition stands
_NEAR = 8  # characters between a source and its cue
_PARTED = 30  # characters between a source and a cue within which another may be the subject
_LONGEST = 160  # characters of a subject
_WORK_NOUNS = ("report", "article", "story", "memo", "letter", "piece", "editorial")


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(r"\b(?:with|to|from|by|of|against|alongside|as)\s+(?:the\s+)?$")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(r",\s+(?:led|headed|chaired|joined|accompanied|represented|flanked|backed)\s+by\s+$")


@cache
def _work() -> re.Pattern[str]:
    return re.compile(r"\s[a-z]+(?:s|ed)\s(?=(?:an?|the|another)\s)")


def brought_in(span: Span, text: str) -> bool:
    """Return whether a preposition but a work's "by" stands right before a span."""
    found = _preposition().search(text[max(0, span[0] - _BEFORE) : span[0]])
    return found is not None and not found.group().startswith("by")


def subject_of(span: Span, attribution: Attribution, scan: MentionScan) -> Span:
    """Return where the subject of the cue stands.

    The source itself unless a preposition brings it in.
    """
    start, end = span
    text = scan.text
    cue = attribution.cue[0][0] if attribution.cue else -1
    quoted = _quoted(attribution, text)
    if quoted is not None:
        return quoted
    if cue < end or cue - end > _PARTED:
        return span
    if text[cue : cue + 9].lower().startswith(_WORK_NOUNS):
        return _work_named(text, span)
    if text[start : start + 8].lower() == "because ":
        return _opening(start, scan) or span
    inserted = _inserted(span, cue, scan)
    if inserted is not None:
        return inserted
    if cue - end > _NEAR:
        return span
    before = text[max(0, start - _BEFORE) : start]
    if _preposition().search(before) is None or _wrote_what_is_quoted(start, scan):
        return span
    if text[end:cue].strip() == "" and ", " in text[start:end]:
        named = _after_comma(text, span)
        if named is not None:
            return named
    led = _led().search(before) if before.rstrip().endswith(" by") else None
    if led is not None:
        return _before(start - len(before) + led.start(), scan) or span
    if text[end - 1] == "," or re.fullmatch(r",\s*and\s*|,\s*", text[end:cue]) or text[cue : cue + 4] == "and ":
        return _opening(start, scan) or span
    if text[end:cue].strip() == "":
        return _envoy(span, scan) or span
    return span


def _wrote_what_is_quoted(at: int, scan: MentionScan) -> bool:
    """Return whether a quoted document is by the one named here.

    For example: "quoted an article by {Ann Moe}".
    """
    low = max(scan.sentence_span(scan.sentence(at))[0], at - _LONGEST)
    found = _quoted_work().search(scan.text, low, at)
    return found is not None and found[1].lower() in name_lexicon.document_nouns()


@cache
def _quoted_work() -> re.Pattern[str]:
    return re.compile(r"\b(?:quot|cit)(?:ed|es|ing)\s[^,;]*?\b(\w+)\s(?:by|from)\s+(?:the\s+)?\Z")


def _inserted(span: Span, cue: int, scan: MentionScan) -> Span | None:
    """Return who speaks in a clause set between commas.

    For example: "Kern, {Marek} told me, has lost the match".
    """
    start = span[1] + (0 if scan.text[span[1] - 1] == "," else 1) + 1
    place = bisect_left(scan.runs, (start,))
    if place < len(scan.runs) and scan.text[start - 2 : start] == ", ":
        low, high, _ = scan.runs[place]
        if low == start and high + 1 == cue:
            return low, high
    return None


def _quoted(attribution: Attribution, text: str) -> Span | None:
    """Return whom another quotes: "the statement quoted {Director Rolf Meyer} as saying"."""
    if not attribution.cue:
        return None
    start, end = attribution.cue[-1]
    if not text.startswith(("quot", "cit"), start):
        return None
    found = _as_saying().match(text, end) if " as " in text[end : end + _LONGEST_QUOTED] else None
    return found.span(1) if found is not None else None


_LONGEST_QUOTED = 180  # characters of a phrase for somebody quoted, an apposition, and what follows


@cache
def _as_saying() -> re.Pattern[str]:
    said = "as (?:(?:once|also|later|recently) )?(?:saying|telling|having said|having told|writing)"
    return re.compile(rf"\s([^.,;“”\"\n]{{3,80}}?)(?:, [^.,;“”\"\n]{{3,80}},)? {said}\b")


def _envoy(span: Span, scan: MentionScan) -> Span | None:
    """Return the whole phrase whose noun before a preposition speaks.

    For example: "Iraq's ambassador to {Turkey} said".
    """
    text, (start, end) = scan.text, span
    low = max(scan.sentence_span(scan.sentence(start))[0], start - _LONGEST)
    low = max(
        [low, *(text.rfind(mark, low, start) + len(mark) for mark in (", ", "“", '"', "; ") if mark in text[low:start])]
    )
    words = [word.strip(",").lower() for word in text[low:start].split()]
    if words[-1:] == ["the"]:
        words.pop()
    if len(words) < 2 or words[-2] not in name_lexicon.person_nouns() or words[-1] not in ("to", "of", "for", "with"):
        return None
    if not name_lexicon.words("cues/finite_verbs.txt").isdisjoint(words):
        return None
    return (low, end) if read_mention(text[low:end]).kind in ("person", "nominal") else None


def _work_named(text: str, span: Span) -> Span:
    """Leave out the clause before the work that speaks.

    For example: "the call follows {a Wall Street Journal} report".
    """
    found = _work().search(text, *span)
    return (found.end(), span[1]) if found is not None else span


def _after_comma(text: str, span: Span) -> Span | None:
    """Return the last part of a source, where a clause ends and the subject follows.

    For example: ", the US President".
    """
    at = text.rfind(", ", *span) + 2
    words = text[at : span[1]]
    kind = read_mention(words).kind
    opens = words.split(" ")[0] in ("the", "The", "he", "she", "they", "it") or kind == "person"
    return (at, span[1]) if opens and kind in ("person", "pronoun", "nominal") else None


def _before(at: int, scan: MentionScan) -> Span | None:
    """Return the noun phrase that ends at a comma.

    From the comma before it, or from the sentence's start.
    """
    low = max(scan.sentence_span(scan.sentence(at))[0], at - _LONGEST)
    comma = scan.text.rfind(", ", low, at)
    start = comma + 2 if comma >= 0 else low
    return (start, at) if read_mention(scan.text[start:at]).kind not in ("none", "relative") else None


def _opening(at: int, scan: MentionScan) -> Span | None:
    """Return the name, pronoun or description that opens the sentence ``at`` stands in."""
    low = scan.sentence_span(scan.sentence(at))[0]
    words = re.findall(r"\S+\s*", scan.text[low : min(at, low + _LONGEST)])
    end = low
    for count, word in enumerate(words):
        plain = word.strip().lower()
        if count and (
            plain in _CLOSING or plain in name_lexicon.words("cues/finite_verbs.txt") or plain.endswith("ed")
        ):
            break
        if word.strip().endswith(","):
            follows = words[count + 1].strip() if count + 1 < len(words) else ""
            if follows not in ("who", "which", "whose"):
                return None
            end += len(word.rstrip()) - 1
            break
        end += len(word)
        if plain in ("he", "she", "they", "it"):
            break
    else:
        return None
    end = low + len(scan.text[low:end].rstrip())
    return (low, end) if read_mention(scan.text[low:end]).kind in ("person", "pronoun", "name", "nominal") else None


_CLOSING = frozenset(("who", "that", "which", "spoke", "met", "also", "later", "earlier", "then", "talked", "held"))
