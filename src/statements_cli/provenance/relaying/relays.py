"""Find the media that relay a statement, and the ground they give."""

from __future__ import annotations

from collections.abc import Callable
from re import Match, Pattern
from typing import NamedTuple, TypeAlias

from statements_cli.data import word_set
from statements_cli.model import Span
from statements_cli.provenance.frame import GAP, Frame
from statements_cli.provenance.media import broadcaster, last_medium, proper_name, stands_for
from statements_cli.provenance.relaying.reporters import in_full, reporters
from statements_cli.provenance.relaying.tellers import (
    court_paper,
    described_name,
    enumerated,
    phrases,
    speaks_for,
    teller,
    unquoted,
)
from statements_cli.provenance.relaying.wordings import (
    handed_out,
    leading,
    marked,
    obtained,
    passed,
    telling,
    trailing,
)

_APART = 6  # words between a medium that passes something on and whose words that are
_SHORTEST = 6  # letters of a clause in which a medium tells
_Judge: TypeAlias = Callable[[Frame, Match[str], str, str | None, str | None], tuple[str, ...]]
_Way: TypeAlias = tuple[Callable[[], Pattern[str]], _Judge, int, int]


class Relay(NamedTuple):
    """A medium that relays, and the words that say so."""

    name: str
    words: str


def relays(frame: Frame, text: str, outlet: str | None, speaking: str | None, it: str | None) -> tuple[Relay, ...]:
    """Return the media that the frame names as relaying, nearest first.

    ``speaking`` is the medium that is itself the source, if one is; ``it`` the medium that a leading
    "It" stands for. Neither people nor documents are relays here: a document is a channel.
    """
    found: list[tuple[int, Relay]] = []
    marked_straight = unquoted(frame.words.replace("“", '"').replace("”", '"'), frame.plain)
    for pattern, judge, low, high in _ways(frame):
        for match in pattern().finditer(marked_straight, low, high):
            if _parted(frame, match.start()):
                continue
            distance = min((abs(match.start() - edge) for edge in _edges(frame)), default=0)
            words = " ".join(frame.words[match.start() : match.end()].strip(' ,"”' + GAP).split())
            names = judge(frame, match, text, outlet, it)
            found += [(distance, Relay(name, words)) for name in names if name != speaking]
    if not found:
        return ()
    named: dict[str, Relay] = {}
    for _, relay in sorted(found, key=lambda pair: pair[0]):
        named.setdefault(relay.name, relay)
    return tuple(named.values())


def _ways(frame: Frame) -> list[_Way]:
    """Return wordings of relays that a frame can hold, with their judges and places."""
    words, plain, ways = frame.words, frame.plain, list[_Way]()
    by = "by" in plain and " by " in words
    on = "on" in plain and not plain.isdisjoint(("carried", "broadcast", "televised", "aired", "shown", "streamed"))
    if (
        by
        or on
        or "via" in plain
        or "quoted in " in words
        or "cited in " in words
        or ("according" in plain and "ccording to " in words)
        or ("per" in plain and " per " in words)
    ):
        ways.append((marked, _by, 0, len(words)))
    to = by or not plain.isdisjoint(("to", "with"))
    handed = to and not plain.isdisjoint(word_set("outlets/handed_on.txt"))
    if handed or (by and not plain.isdisjoint(word_set("outlets/obtained.txt"))):
        ways.append((obtained, _obtaining, 0, len(words)))
    if not plain.isdisjoint(("by", "through", "via")) and not plain.isdisjoint(word_set("outlets/handed_out.txt")):
        ways.append((handed_out, _handing_out, 0, len(words)))
    if not _only_own(frame):
        first = min(_edges(frame), default=0)
        if len(words) - first > _SHORTEST:
            ways.append((trailing, _closing, first, len(words)))
        if first > _SHORTEST:
            ways.append((leading, _opening, 0, first))
    return ways


def _only_own(frame: Frame) -> bool:
    """Return whether all verbs by which media report are the attribution's own cue."""
    return all(
        frame.words.count(verb) == sum(frame.words.count(verb, *cue) for cue in frame.cues)
        for verb in frame.plain & telling()
    )


def _edges(frame: Frame) -> list[int]:
    return [edge for span in (frame.cue, frame.source) if span for edge in span]


def _overlaps(span: Span | None, start: int, end: int) -> bool:
    return span is not None and start < span[1] and span[0] < end


def _parted(frame: Frame, at: int) -> bool:
    """Return whether a semicolon parts an offset of the frame from the attribution: another clause."""
    edges = _edges(frame)
    return bool(edges) and ";" in frame.words[max(edges) : at]


def _by(frame: Frame, match: Match[str], text: str, outlet: str | None, _: str | None) -> tuple[str, ...]:
    """Return the medium after a marking preposition, unless that preposition is the attribution's own cue."""
    own = any(_overlaps(cue, match.start(), match.start("by")) for cue in frame.cues)
    if own and not _passes_on(match) and not _cites(frame, match):
        return ()
    if _of_another(frame, match):
        return ()
    return _by_whom(frame, match, text, outlet, _) or _unlisted(frame, match)


def _of_another(frame: Frame, match: Match[str]) -> bool:
    """Return whether a relay belongs to another noun, or opens the next sentence.

    For example: ``The news, first reported by Reuters, angered the mayor, and {a man} <said>``.
    """
    edges = _edges(frame)
    if not edges:
        return False
    if match.start() >= max(edges):
        return match.group().startswith("According to ")
    return passed().match(match.group()) is not None and len(frame.words[match.end() : min(edges)].split()) > _APART


def _cites(frame: Frame, match: Match[str]) -> bool:
    """Return whether who is named after "according to" cites the source.

    For example: ``according to local reports citing {the ministry}``.
    """
    start = match.start("by")
    return frame.source is not None and "citing" in frame.words[start : max(start, frame.source[0])]


def _unlisted(frame: Frame, match: Match[str]) -> tuple[str, ...]:
    """Return who passes on what is said with a cue of its own.

    For example: ``she said, per WXYZ``, ``he told them, according to two people in the room``.
    """
    edges = _edges(frame)
    if _passes_on(match):
        described = described_name(match.group("by"))
        return (described,) if described is not None else ()
    led_in = match.group().lower().startswith(("according to ", "per ", "via "))
    leads = bool(edges) and match.end() <= min(edges) and match.group().startswith("According to ")
    if not edges or (led_in and match.start() < max(edges) and not leads):
        return ()
    if not (led_in or passed().match(match.group())):
        return ()
    whole = match.group("by")
    names = map(proper_name, [whole] if led_in else phrases(whole))
    name = next(filter(None, names), None)
    if name is None and led_in:
        source = frame.words[slice(*frame.source)] if frame.source is not None else ""
        name = teller(whole) or court_paper(whole, source)
    after = frame.words[match.end() : match.end() + 1]
    return (name,) if name is not None and after in ("", ".", ",", ")") else ()


def _passes_on(match: Match[str]) -> bool:
    """Return whether a relay's words say that somebody else is quoted.

    For example: "quoted by", "as saying by".
    """
    return match.group().startswith(("as saying", "as telling", "as writing", "quoted", "cited"))


def _by_whom(frame: Frame, match: Match[str], text: str, outlet: str | None, _: str | None) -> tuple[str, ...]:
    before = frame.place((match.start(), match.start()))[0]
    if len(several := enumerated(frame.words, match.start("by"))) > 1:
        return several
    for phrase in phrases(match.group("by")):
        names = _relaying(phrase, text, before, outlet)
        if not names and (station := broadcaster(phrase, text, before, outlet)) is not None:
            names = (station,)
        if names:
            return names
    return ()


def _obtaining(frame: Frame, match: Match[str], text: str, outlet: str | None, it: str | None) -> tuple[str, ...]:
    """Return the medium that has obtained a document, unless a clause apart says so."""
    edges = _edges(frame)
    aside = bool(edges) and ", which " in frame.words[max(edges) : match.start()]
    return () if aside else _by_whom(frame, match, text, outlet, it)


def _handing_out(frame: Frame, match: Match[str], text: str, outlet: str | None, _: str | None) -> tuple[str, ...]:
    """Return who hands out what the source says: a medium, or who speaks for others."""
    if _overlaps(frame.source, match.start("by"), match.end("by")):
        return ()
    before = frame.place((match.start(), match.start()))[0]
    for phrase in phrases(match.group("by")):
        names = _relaying(phrase, text, before, outlet)
        if not names and (person := proper_name(phrase)) is not None and not phrase.lower().startswith("the "):
            names = (in_full(person, text, before),)
        if names or (names := speaks_for(phrase)):
            return names
    return ()


def _relaying(phrase: str, text: str, before: int, outlet: str | None) -> tuple[str, ...]:
    """Return who relays in a phrase.

    A reporter, and the medium it names or stands for.
    """
    name = stands_for(phrase, text, before, outlet)
    if name is None and phrase.lower() in {"the report", "the article", "the story", "that report"}:
        name = reported(text, before)
    owner, possessed, person = phrase.replace(" ’s", "’s").replace("'s ", "’s ").partition("’s ")
    if name is None and possessed and person[:1].isupper():
        name = stands_for(owner, text, before, outlet)
    people = reporters(phrase, text, before, name is not None)
    return (*people, *([name] if name is not None else []))


def reported(text: str, before: int) -> str | None:
    """Return the medium whose report was mentioned before an offset: whose ``the report`` is."""
    name = last_medium(text, before)
    if name is None:
        return None
    at = text.rfind(name.removeprefix("The ").split()[-1], max(0, before - 4000), before)
    near = text[max(0, at - 60) : at + 80] if at >= 0 else ""
    return name if "report" in near or "story" in near or "article" in near else None


def _closing(frame: Frame, match: Match[str], text: str, outlet: str | None, _: str | None) -> tuple[str, ...]:
    """Return the medium of a clause that closes the sentence and isn't the attribution's own."""
    group = "by" if match.group("by") else "after"
    if any(_overlaps(cue, match.start(), match.end()) for cue in frame.cues):
        return ()
    if _overlaps(frame.source, match.start(group), match.end(group)):
        return ()
    edges = _edges(frame)
    if not edges or match.end() <= min(edges):
        return ()
    phrase = match.group(group).strip()
    if not phrase[:1].isalnum():
        return ()
    found = _relaying(phrase, text, frame.place((match.start(group), match.end(group)))[0], outlet)
    if found or group == "after":
        return found
    name = proper_name(phrase)
    reporting = frame.words[match.end("by") : match.end()].split()[:1] in (["reported"], ["reports"])
    if name is not None and reporting:
        return (name,)
    behind = frame.words[: match.start() + 1].rstrip(' ,”"’').endswith(GAP) and match.start() >= max(edges)
    unnamed = behind and not word_set("outlets/unnamed_tellers.txt").isdisjoint(phrase.lower().split())
    passing = teller(phrase) if unnamed else None
    return (passing,) if passing is not None else ()


def _opening(frame: Frame, match: Match[str], text: str, outlet: str | None, it: str | None) -> tuple[str, ...]:
    """Return the medium of an opening clause whose content is the attribution."""
    edges = _edges(frame)
    if not edges:
        return ()
    between = frame.words[match.end() : min(edges)]
    joined = not {"but", "while", "although", "and"}.isdisjoint(between.split())
    whole = match.group().lstrip(" ,;").startswith("As ")  # "As Reuters reports, ..." holds for the whole sentence
    apart = GAP in between or len(between.split()) > 14 or not {"after", "when"}.isdisjoint(between.split())
    if joined or (apart and not whole):
        return ()
    phrase = match.group("by").strip()
    if phrase in {"It", "it"}:
        return (it,) if it is not None else ()
    if match.group("employer"):
        phrase = f"{phrase} {match.group('employer').strip()}"
    return _relaying(phrase, text, frame.place((match.start("by"), match.end("by")))[0], outlet)
