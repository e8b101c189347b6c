"""Name the reporters, spokesmen and polls that relay what was said.

``according to Ida Holm of the Tribune`` names a reporter with a medium, and ``per Holm`` the same later by surname
alone; ``In a Tribune poll, 18% of respondents said`` names a poll that relays what it was told.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.provenance.frame import GAP, Frame
from statements_cli.provenance.relaying.tellers import speakers_for_others

_LOOKED_BACK = 8_000  # characters within which a reporter may have been named in full
_POLL_BEFORE = 300  # characters before a share of people within which their poll is named
_SHARES = ("%", "percent", "per cent", "respondents", "surveyed", "polled", " in 10", " in ten")
_BEHIND = 30  # characters between a verb and who speaks for its subject: "said on Sunday through"
_NAME = r"[A-Z][\w’'-]+"
_LEADS = frozenset(("of", "at", "for", "from", "with"))


@cache
def _with_medium() -> Pattern[str]:
    """Match a person named before the medium.

    For example: ``Ida Holm of the Tribune``, ``Ida Holm reports for``.
    """
    import re

    return re.compile(rf"^({_NAME}(?:\s{_NAME}){{0,3}})(?:,)?\s(?:{'|'.join(sorted(_LEADS))})\s")


@cache
def _of_medium() -> Pattern[str]:
    """Match a person named after the medium whose they are: ``the Tribune's Ida Holm``."""
    import re

    return re.compile(rf"(?:’|')s?\s(?:reporter\s|correspondent\s|own\s)?({_NAME}(?:\s{_NAME}){{0,3}})$")


def reporters(phrase: str, text: str, before: int, named: bool) -> tuple[str, ...]:
    """Return the person a relaying phrase names, by the full name.

    None where it names nobody.

    ``named`` says that the phrase names a medium, too; without one, somebody is a reporter who was called so, with a
    medium, in the text before offset ``before``.
    """
    phrase = phrase.strip(' ,."“”').replace(" ’s", "’s").replace(" 's", "'s")
    if named:
        found = _with_medium().search(phrase) if not _LEADS.isdisjoint(phrase.split()) else None
        if found is None and ("’" in phrase or "'" in phrase):
            found = _of_medium().search(phrase)
        return (in_full(found[1], text, before),) if found and not _is_title(found[1]) else ()
    words = phrase.split()
    if not 0 < len(words) < 4 or not all(word[:1].isupper() and word[1:2].islower() for word in words):
        return ()
    full = in_full(phrase, text, before)
    return (full,) if _reports(full, text, before) else ()


def _is_title(name: str) -> bool:
    return name.split()[0].lower() in word_set("outlets/media_words.txt")


def in_full(name: str, text: str, before: int) -> str:
    """Return the name with the given names by which the text introduced it."""
    if " " in name:
        return name
    at = text.find(f" {name}", max(0, before - _LOOKED_BACK), before)
    while at >= 0:
        given: list[str] = []
        for word in reversed(text[max(0, at - 40) : at].split(" ")):
            if not word[:1].isupper() or not word[1:2].islower() or not word.replace("-", "").isalpha():
                break
            given.insert(0, word)
        if given and given[0] in ("As", "But", "And", "The", "In", "When", "While"):
            given = given[1:]
        if given:
            return " ".join([*given, name])
        at = text.find(f" {name}", at + 1, before)
    return name


def _reports(full: str, text: str, before: int) -> bool:
    """Return whether the text before an offset names somebody with a medium, as its reporter."""
    from statements_cli.provenance.media import named_medium

    at = text.find(full, max(0, before - _LOOKED_BACK), before)
    while at >= 0:
        after = text[at + len(full) : at + len(full) + 60]
        for joint in (" of ", " reports for ", " reported for ", " writes for ", " wrote for ", " told "):
            if after.startswith(joint) and joint != " told " and named_medium(_first_words(after[len(joint) :])):
                return True
        ahead = text[max(0, at - 40) : at].replace("’", "'").rstrip()
        if ahead.endswith("'s") and named_medium(" ".join(ahead.removesuffix("'s").split()[-4:])):
            return True
        at = text.find(full, at + 1, before)
    return False


def _first_words(text: str) -> str:
    return " ".join(text.replace(",", " ,").split(" ,")[0].split()[:5])


@cache
def _poll() -> Pattern[str]:
    """Match a poll that has a name: ``a Tribune/Channel 5 News poll``.

    Words begin where none goes on.
    """
    import re

    word = r"(?<![\w.’'-])(?!(?:[Pp]oll|[Ss]urvey)\b)[\dA-Z][\w.’'-]*+"
    return re.compile(rf"(?>(?:{word}\s?/?\s?+){{1,7}})(?:[Pp]oll|[Ss]urvey)\b")


def is_share(source: str) -> bool:
    """Return whether a source is a share of those asked: ``18% of respondents``."""
    lower = source.lower()
    return any(word in lower for word in _SHARES) or lower.replace(".", "").isdigit()


def poll(frame: Frame, source: str, text: str) -> str | None:
    """Return the named poll in which a share of the people asked said something.

    None where there is none.
    """
    if not is_share(source):
        return None
    if (pollster := _pollster(frame)) is not None:
        return pollster
    found = _poll().search(frame.words)
    if found is None and frame.source is not None:
        start = frame.place(frame.source)[0]
        near = list(_poll().finditer(text, max(0, start - _POLL_BEFORE), start))
        found = near[-1] if near else None
    if found is None:
        return None
    name = " ".join(found.group().split())
    for article in ("A ", "An ", "The ", "In ", "But ", "According "):
        name = name.removeprefix(article)
    return name if " " in name else None


def whose_sources(source: str) -> str | None:
    """Return the medium whose sources speak: ``the Tribune's sources``. None for other sources."""
    from statements_cli.provenance.media import named_medium

    owner, possessed, rest = source.replace("’s ", "'s ").partition("'s ")
    if not possessed or rest.rpartition(" ")[2].lower() not in ("source", "sources"):
        return None
    return named_medium(owner)


@cache
def _polled() -> Pattern[str]:
    """Match who asked people: ``investors polled by UBS``, ``workers that Skarv polled``."""
    import re

    asked = "polled|surveyed|questioned|interviewed|canvassed"
    name = rf"(?P<{{}}>{_NAME}(?:\s(?:(?:of|and|for|the)\s)?{_NAME}){{{{0,4}}}}|[A-Z]{{{{2,6}}}})"
    return re.compile(
        rf"\b(?:{asked})\s(?:[a-z]+\s){{0,3}}?by\s(?:the\s)?{name.format('by')}"
        rf"|\b(?:that|whom|which)\s(?:the\s)?{name.format('that')}\s(?:had\s|has\s)?(?:{asked})\b"
    )


def _pollster(frame: Frame) -> str | None:
    """Return who polled the people that are the source; None where nobody is named."""
    if frame.source is None or frame.plain.isdisjoint(("polled", "surveyed", "questioned", "interviewed", "canvassed")):
        return None
    found = _polled().search(frame.words, frame.source[0])
    return None if found is None else found["by"] or found["that"]


@cache
def _through() -> Pattern[str]:
    import re

    return re.compile(
        rf"(?:through|via)\s+(?:an?|the|his|her|its|their)\s+((?:[a-z-]+\s+){{0,2}}(?:{speakers_for_others()}))\b"
        rf"(?:,?\s+({_NAME}(?:\s{_NAME}){{1,2}}))?"
    )


def speaking_for(frame: Frame) -> str | None:
    """Return who speaks for the source; None for nobody.

    That stands right behind its verb, or behind what it said.

    For example: ``said through a spokesman``, ``denied the claims through her lawyer, Ida Holm``.
    """
    if frame.cue is None or frame.plain.isdisjoint(("through", "via")):
        return None
    behind = frame.cue[1]
    found = _through().search(frame.words, behind)
    if found is None:
        return None
    between = frame.words[behind : found.start()].lstrip(f" {GAP}")
    near = len(between) <= _BEHIND and GAP not in between and not {",", ".", ";"} & set(between)
    return (found[2] or found[1]) if near else None
