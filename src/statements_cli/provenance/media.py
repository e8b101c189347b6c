"""Recognise the medium that a phrase names or stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from re import Pattern

from statements_cli.data import table, word_list, word_set
from statements_cli.model import Span
from statements_cli.provenance.media_called import called
from statements_cli.text.straight_marks import straight

NOMINAL_REACH = 4000
"""How far back, in characters, the medium that "the newspaper" stands for is looked for."""


@cache
def _names() -> dict[str, str]:
    """Return every name of media, without article, to the name in records."""
    ambiguous = word_set("outlets/outlets_ambiguous.txt")
    names: dict[str, str] = {}
    for canonical, _, others, *_ in table("outlets/outlets.tsv"):
        for name in (canonical, *others.split("|")):
            bare = name.removeprefix("The ")
            if bare and bare not in ambiguous and not bare.islower():
                names.setdefault(bare, canonical)
    return names | {row[0]: row[1] for row in table("outlets/relays.tsv")}


@cache
def _with_article() -> frozenset[str]:
    """Return names that mean something else without an article before them: ``the Hill``."""
    listed = {row[0] for row in table("outlets/relays.tsv") if row[2:] == ("the",)}
    titles = {
        row[0][4:] for row in table("outlets/outlets.tsv") if row[0].startswith("The ") and row[0].count(" ") == 1
    }
    return frozenset(listed | titles)


@cache
def _by_opening() -> dict[str, tuple[str, ...]]:
    """Return names by their first word, longest first.

    A pattern of them all would take 5 ms to make.
    """
    found: dict[str, list[str]] = {}
    for name in sorted(_names(), key=len, reverse=True):
        opening = _word().match(name)
        if opening is not None:
            found.setdefault(opening.group(), []).append(name)
    return {opening: tuple(names) for opening, names in found.items()}


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"\w+")


def _mentions(text: str, low: int, high: int) -> Iterator[tuple[Span, str]]:
    """Yield the listed media named in a text, by their names in records."""
    openings, at = _by_opening(), low
    for match in _word().finditer(text, low, high):
        start = match.start()
        names = openings.get(match.group(), ())
        if not names or start < at or text[start - 1 : start] in ("’", "'", "-"):
            continue
        for name in names:
            end = start + len(name)
            if end > high or not text.startswith(name, start) or _word().match(text, end) or text[end : end + 1] == "-":
                continue
            if name in _with_article() and text[max(0, start - 4) : start] not in ("the ", "The "):
                continue
            at = end
            yield (start, end), _names()[name]
            break


@cache
def _titled() -> Pattern[str]:
    """Match a capitalised name that ends as names of media do: ``Straits Times``, ``News-Register``."""
    import re

    words = "|".join(word.capitalize() for word in word_list("outlets/media_words.txt") if len(word) > 2)
    return re.compile(
        r"(?<![\w-])(?:[A-Z][\w&.'-]*+\s++(?:(?:of|and|de|la|the|&)\s++(?=[A-Z]))?){0,5}"
        rf"(?:(?:[A-Z]\w*-)?(?:{words}|TV))(?![\w-])(?:\s+(?:News|Agency|TV|Network|Service|Corporation)\b)*"
    )


@cache
def _generic() -> Pattern[str]:
    """Match a medium by what it is: ``the US daily``, ``state television``, ``local media reports``."""
    import re

    return re.compile(
        r"^(?:(?:the|a|an|one|some|several|many|local|state|state-run|state-owned|national|foreign|its)\s+)*"
        r"(?:[\w'.-]+\s+){0,4}?(?:media(?:\s+outlets?)?|newspapers?|daily|tabloid|broadcasters?|(?:news\s+)?outlets?|"
        r"news\s+agenc(?:y|ies)|magazine|publication|(?:tv|television|news)\s+(?:network|station|channel)|television|"
        r"tv|radio|news\s+site|newswire|(?:media|news|press|newspaper|pool)\s+reports?)$|^the\s+paper$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1024)
def head_phrase(phrase: str) -> str:
    """Return a noun phrase up to its head.

    For example: ``a Pentagon memo`` of ``a Pentagon memo seen by Reuters``.
    """
    kept: list[str] = []
    for word in phrase.split():
        if kept and word in word_set("cues/phrase_ends.txt"):
            break
        kept.append(word)
        if word.endswith(","):
            break
    return " ".join(kept).rstrip(",")


_AGENCIES = (" news agency", " News Agency")


@lru_cache(maxsize=1024)
def known_name(phrase: str) -> str | None:
    """Return the record's name of a medium that the phrase names and nothing else."""
    bare = phrase.strip(" ,.'\"“”‘’").removesuffix("’s").removesuffix("'s")
    named = bare.removeprefix("the ").removeprefix("The ")
    if named == bare and bare in _with_article():
        return None
    listed = _names().get(named)
    if listed is None and named.endswith(_AGENCIES):
        listed = _names().get(named[: -len(" news agency")])
    return listed


@lru_cache(maxsize=1024)
def named_medium(phrase: str, outlet: str | None = None) -> str | None:
    """Return the medium named in a noun phrase.

    None where there is none or where people or polls are meant.

    >>> named_medium("Russian state media outlet Tass")
    'TASS'
    >>> named_medium("an AFP report")
    'AFP'
    >>> named_medium("a Reuters reporter") is None
    True
    """
    tokens = [word.strip(".,'’\"") for word in phrase.split()]
    if any(token.lower() in word_set("names/person_words.txt") for token in tokens):
        return None
    if outlet and outlet.removeprefix("The ").casefold() == phrase.removeprefix("the ").removeprefix("The ").casefold():
        return outlet
    if (exact := known_name(phrase)) is not None:
        return exact
    found = None
    for (start, end), name in _mentions(phrase, 0, len(phrase)):
        rest = phrase[end:].lstrip()
        if rest.startswith(("’s ", "'s ")):
            rest = rest[3:]
        if not _goes_on(rest):
            found = start, end, name
    titled = None
    bare = (token.lower().removesuffix("'s").removesuffix("’s").rpartition("-")[2] for token in tokens)
    ends = not word_set("outlets/media_words.txt").isdisjoint(bare)
    for match in _titled().finditer(straight(phrase)) if ends else ():
        if not _goes_on(phrase[match.end() :].lstrip()) and match.group() not in ("TV", "News", "Radio"):
            titled = match
    if titled and (not found or titled.start() <= found[0] < found[1] < titled.end()):
        name = _bare(phrase[titled.start() : titled.end()])
        return _names().get(name, name)
    if found:
        return found[2]
    if outlet and outlet in phrase:
        return outlet
    return None


def _goes_on(rest: str) -> bool:
    """Return whether a capitalised word follows a name.

    Then the name is part of a longer one or of a person's.
    """
    return rest[:1].isupper() and rest.split()[0].strip(",.") not in {
        "News",
        "Agency",
        "TV",
        "Network",
        "Service",
    }


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 1 and (words[0] in {"The", "A", "An", "In", "As", "But"} or words[0].endswith(("’s", "'s"))):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1024)
def is_generic(phrase: str) -> bool:
    """Return whether a phrase means a medium without naming it: ``the newspaper``, ``state media``."""
    words = [word.strip(".,'’\"").lower() for word in phrase.split()]
    if len(phrase) >= 80 or not words or words[-1] not in word_set("outlets/media_nouns.txt"):
        return False
    people = not word_set("names/person_words.txt").isdisjoint(words)
    return not people and _generic().match(straight(phrase.strip())) is not None


def proper_name(phrase: str) -> str | None:
    """Return the name that a phrase consists of, which may be an unlisted medium's.

    For example: ``KTVX``, ``the Nordlys``, ``ABC 7``.
    """
    words = phrase.strip(' ,."“”').removeprefix("the ").split()
    named = words and words[0][:1].isupper() and all(word[:1].isupper() or word.isdigit() for word in words)
    return " ".join(words) if named and len(words) < 5 else None


def last_medium(text: str, before: int, outlet: str | None = None, ending: str = "") -> str | None:
    """Return the medium named last before an offset.

    With ``ending``, the last whose name ends so (``Journal``).
    """
    low = max(0, before - NOMINAL_REACH)
    found = None
    for (start, end), name in _mentions(text, low, before):
        if text[start:end].endswith(ending):
            found = name
    if found is None and ending:
        for match in _titled().finditer(straight(text[low:before])):
            name = _bare(text[low + match.start() : low + match.end()])
            if name.endswith(ending) and name != ending:
                found = name
        if found is None and outlet and outlet.endswith(ending):
            found = outlet
    return found


_BROADCASTERS = frozenset(("the station", "the network", "the channel", "the site", "the website", "the agency"))


def broadcaster(phrase: str, text: str, before: int, outlet: str | None = None) -> str | None:
    """Return the medium that ``the station`` or the like stands for; None for other phrases.

    The last one named before; the article's own where there is none.
    """
    if " ".join(phrase.lower().split()[:2]) not in _BROADCASTERS:
        return None
    low = max(0, before - NOMINAL_REACH)
    named = [(start, name) for (start, _), name in _mentions(text, low, before)]
    titled = _titled().finditer(straight(text[low:before]))
    named += [(low + match.start(), _bare(match.group())) for match in titled]
    named = [(at, name) for at, name in named if " " in name or name in _names().values()]
    return max(named)[1] if named else outlet


def stands_for(phrase: str, text: str, before: int, outlet: str | None = None) -> str | None:
    """Return the medium a phrase names or stands for; None for no medium.

    The text before it says for which it stands.

    A generic phrase without a medium before it is returned as it stands: ``state media``.
    """
    bare = phrase.strip(' ,."“”').removeprefix("the ").removeprefix("The ")
    if bare.istitle() and bare.lower() in word_set("outlets/media_words.txt") and bare not in _names():
        return last_medium(text, before, outlet, bare) or bare
    if (name := named_medium(phrase, outlet)) is not None:
        _, affiliated, own = phrase.partition(" affiliate ")
        return own.split()[0].strip(' ,."”') if affiliated and own[:1].isupper() else name  # "ABC affiliate WXYZ"
    if (name := called(phrase)) is not None:
        return name
    if is_generic(phrase):
        definite = phrase.lower().startswith("the ")
        return (last_medium(text, before, outlet) if definite else None) or (None if definite else phrase.strip())
    return None
