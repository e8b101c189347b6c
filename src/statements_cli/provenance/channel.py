"""Find the channel by which something was said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern

from statements_cli.data import table, word_list, word_set
from statements_cli.model import Span
from statements_cli.provenance.frame import GAP, Frame
from statements_cli.provenance.noun_heads import document_of


@cache
def _acts() -> dict[str, str]:
    return {row[0]: row[1] for row in table("channels/channels.tsv")}


@cache
def _platforms() -> dict[str, str]:
    return {row[0]: row[1] for row in table("channels/platforms.tsv")}


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"\w+")


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Return nouns by their first word, longest first, faster than a compiled pattern."""
    nouns: dict[str, list[str]] = {}
    for noun in sorted(_acts(), key=len, reverse=True):
        nouns.setdefault(_word().findall(noun)[0], []).append(noun)
    return {opening: tuple(found) for opening, found in nouns.items()}


def _nouns_in(frame: Frame) -> Iterator[Span]:
    """Yield where nouns for channels stand, the longest at each place."""
    nouns, at, words = _nouns(), 0, frame.words
    openings = nouns.keys() & frame.plain
    if not openings:
        return
    lower = words.lower()
    if len(lower) > len(words):  # a letter whose small form is two characters, which would move all after it
        lower = "".join([small if len(small := letter.lower()) == 1 else letter for letter in words])
    for start, opening in sorted([place for word in openings for place in _places(word, lower)]):
        if start < at or words[start - 1 : start] == "-":
            continue
        for noun in nouns[opening]:
            end = start + len(noun)
            follows = words[end : end + 1]
            if lower[start:end] == noun and not (follows.isalnum() or follows in ("-", "_")):
                if not _is_title(words, start, noun):
                    yield start, end
                at = end
                break


def _is_title(words: str, start: int, noun: str) -> bool:
    """Return whether a noun for something written is a name: ``according to the Post``."""
    if not words[start].isupper() or not words[start + 1 : start + 2].islower() or _acts()[noun] != "writing":
        return False
    before = words[:start].rstrip("“\"‘'( ")
    return bool(before) and before[-1] not in ".!?:" + GAP


def _places(word: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield where a word stands in a text, parts of longer words left out."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if "_" not in around and not any(map(str.isalnum, around)):
            yield start, word
        start = text.find(word, end)


@cache
def _platform_openings() -> frozenset[str]:
    return frozenset(_word().findall(name)[0].lower() for name in _platforms())


@cache
def _platform_use() -> Pattern[str]:
    import re

    names = "|".join(sorted(map(re.escape, _platforms()), key=len, reverse=True))
    service = (
        r"(?:(?:the|his|her|its|their)\s+)?(?:(?:official|own|online|social|media|messaging|microblogging|forum|"
        r"platform|network|site|app|website|channel|account)\s+){0,4}"
    )
    return re.compile(
        rf"\b(?:on|to|via|over|through|in)\s+{service}(?:[\w’']+[’']s\s+)?(?P<on>{names})(?![\w-])"
        rf"|\b(?:a|an|the|his|her|its|their|one|another|last|several|of)\s+(?:[\w.-]+\s+){{0,2}}?(?P<of>{names})\s+"
        r"(?:post|posts|thread|message|messages|video|account|page|channel|update|statement)\b"
        rf"|(?P<whose>{names})\s+(?:page|profile|account|posts?|feed|channel)\b"
    )


_MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec."),
    )
)


def _of_date(word: str) -> bool:
    """Return whether a word is part of a date: ``may``, ``feb.``, ``3rd,``, ``2021``."""
    day = word.removesuffix(",")
    return word in _MONTHS or (day[:-2] if day.endswith(("st", "nd", "rd", "th")) else day).isdecimal()


def channel_act(channel: str) -> str:
    """Return what saying something by a channel is: ``speech`` or ``writing``."""
    if channel in _platforms().values():
        return "writing"
    last = channel.lower()
    while last:
        if last in _acts():
            return _acts()[last]
        last = last.partition(" ")[2]
    head = channel.lower().split()[-1].removesuffix("s") if channel.strip() else ""
    return "writing" if head in word_list("channels/documents_writing.txt") else "speech"


def channel_of(frame: Frame, source: str = "") -> str | None:
    """Return the frame's channel: a platform, ``letter``, ``press briefing``; None if none.

    A document that is itself the source is its own channel (``the letter said``).
    """
    if platform := _platform(frame):
        return platform
    for noun in _nouns_in(frame):
        if (channel := _told(frame, noun)) is not None:
            return channel
    return _tweeted(frame) or _own(source)


def _platform(frame: Frame) -> str | None:
    named = not _platform_openings().isdisjoint(frame.plain)
    for match in _platform_use().finditer(frame.words) if named else ():
        name = match.group("on") or match.group("of") or match.group("whose")
        inside_cue = frame.cue and match.start() >= frame.cue[0] - 1 and match.end() <= frame.cue[1] + 1
        if inside_cue or attaches(frame, match.start()):
            return _platforms()[name]
    return None


def _tweeted(frame: Frame) -> str | None:
    return "Twitter" if "tweet" in frame.cue_words.lower() else None


def _own(source: str) -> str | None:
    document = document_of(source)
    return (
        document
        if document and (document in _acts() or document not in word_set("channels/documents_no_channel.txt"))
        else None
    )


def _told(frame: Frame, span: Span) -> str | None:
    """Return a noun's channel, None where it isn't led in as one."""
    at = span[0]
    noun = frame.words[slice(*span)].lower()
    if within(at, frame.source):
        return None
    lead, kept = _led(frame.words[max(0, at - 80) : at].split())
    if any(start <= at < end for start, end in frame.cues):
        return _modified(kept if lead else [], noun)
    if lead is None:
        return noun if _conveys(frame, at) else None
    if lead == "told" and "briefing" not in noun and "conference" not in noun:
        return None
    if lead == "on" and noun.split()[-1] not in {"call", "podcast", "livestream"}:
        return None
    if not attaches(frame, at):
        return None
    emailed = noun == "statement" and frame.words[span[1] :].lstrip().startswith(("emailed ", "e-mailed "))
    return ("emailed " if emailed else "") + _modified(kept, noun)


def _led(words: list[str]) -> tuple[str | None, list[str]]:
    """Return the preposition before a noun, and words between, nearest first, or None."""
    kept: list[str] = []
    determined = False
    for word in reversed(words[-9:]):
        plain = word.lower().strip("“”\"'‘’(")
        if plain in word_set("channels/channel_leads.txt"):
            return plain, kept
        if plain in {"told", "addressed", "addressing", "telling"}:
            return "told", kept
        if determined and not _of_date(plain):
            break
        if plain in word_set("channels/channel_stops.txt") or word[-1] in ",;:)—" or GAP in word or len(kept) > 5:
            break
        determined = plain in word_set("grammar/determiners.txt")
        kept.append(word)
    return None, kept


def _conveys(frame: Frame, start: int) -> bool:
    """Return the channel of another's ``according to a statement``, which is the document."""
    before = frame.words[max(0, start - 60) : start].lower()
    at = before.rfind("according to ")
    if at < 0 or len(before[at:].split()) > 6 or "," in before[at:]:
        return False
    begin = start - len(before) + at
    return not within(begin, frame.cue) and not within(start, frame.source)


def within(at: int, span: Span | None) -> bool:
    return span is not None and span[0] <= at < span[1]


def _modified(kept: list[str], noun: str) -> str:
    words: list[str] = []
    for word in reversed(kept):
        plain = word.lower().strip(',.“”"(')
        if plain in word_set("grammar/determiners.txt") or plain in word_set("channels/channel_modifiers.txt"):
            continue
        if _of_date(plain) or _of_date(plain + "."):
            continue
        if word.endswith(("’s", "'s", "s’")):
            words.clear()
            continue
        words.append(word.strip(',“”"('))
    return " ".join([*words[-3:], noun])


def attaches(frame: Frame, at: int) -> bool:
    """Return whether words at an offset belong to the saying, by their place."""
    if frame.cue is None and frame.source is None:
        return True
    spans = [span for span in (frame.cue, frame.source) if span]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    if first <= at < last:
        return True
    if at < first:
        lead = frame.words[:first]
        return (
            (GAP not in lead[at:] or len(lead[:at].split()) <= 4)
            and (len(lead[:at].split()) <= 8 or "," not in lead[at:])
            and not _turns(lead[at:])
        )
    gap = frame.words[last:at]
    return gap.count(GAP) <= 1 and len(gap.split()) <= 14 and not _turns(gap)


def _turns(words: str) -> bool:
    """Return whether another clause begins in a stretch of words."""
    return not word_set("cues/clause_turns.txt").isdisjoint(words.replace(",", " ").split())
