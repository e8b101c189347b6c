"""Name who passes on what others said: people, papers, media in a row."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_list, word_set
from statements_cli.provenance.media import known_name
from statements_cli.provenance.noun_heads import document_of, head_words
from statements_cli.provenance.relaying.wordings import listed_next
from statements_cli.text.straight_marks import straight

_LONGEST = 8
"""Words of the longest phrase that names who passes on another's words."""


def teller(phrase: str) -> str | None:
    """Return who passes on another's words, without article and what is added of them.

    None for pronouns, for what is no noun phrase, and for documents, which are channels. For example: ``two people
    in the room who ...``.
    """
    import re

    words = re.split(r"\s(?:who|which|that|whose|because)\s", phrase.strip(' ,."“”'), maxsplit=1)[0].split()
    if words and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    if not 0 < len(words) <= _LONGEST or words[0].lower() in word_set("grammar/pronouns.txt"):
        return None
    first = words[0].lower()
    if "and" in words or first in word_set("outlets/no_tellers.txt") or first in word_set("cues/clause_words.txt"):
        return None
    if words[-1].lower() in word_set("channels/document_nouns.txt") or document_of(" ".join(words)) is not None:
        return None
    return " ".join(words)


@cache
def _described_name() -> Pattern[str]:
    """Match a name that no list has where only a medium's can stand.

    For example: ``the state news agency KNA``, ``El Watan``.
    """
    import re

    return re.compile(
        r"(?:(?:the|its|a|an)\s+)?(?:[a-z][\w’'-]*\s+){0,5}(?P<name>(?:The\s+)?[A-Z][\w&’'-]*(?:\s+(?:[A-Z][\w&’'-]*|de|la|of))"
        r"{0,3})(?=$|\s+(?:on|as|in|late|early|at|that|earlier|last|this)\b)"
    )


def described_name(phrase: str) -> str | None:
    """Return the name that a phrase describes, or consists of; None where it has none."""
    found = _described_name().match(phrase)
    return found["name"] if found is not None else None


def court_paper(phrase: str, source: str) -> str | None:
    """Return the paper of a court or the police that passes on a statement.

    It has no article. None for other documents, and where the source is who writes such papers. For example:
    ``criminal complaint`` for ``she told officers [...], according to a criminal complaint``.
    """
    words = phrase.strip(' ,."“”').split()
    if words and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    if not 0 < len(words) <= _LONGEST:
        return None
    heads = head_words(" ".join(words))
    if not {heads[-1], " ".join(heads[-2:])} & word_set("outlets/court_papers.txt"):
        return None
    own = {word.strip(",.").lower().removesuffix("’s").removesuffix("'s") for word in source.split()}
    if not source or not own.isdisjoint(word_set("outlets/write_court_papers.txt")):
        return None
    return " ".join(words[: len(heads)])


@cache
def speakers_for_others() -> str:
    """Return a pattern of the nouns for those who speak for others, the longest first."""
    return "|".join(sorted(word_list("outlets/speak_for_others.txt"), key=len, reverse=True))


@cache
def _speaking_for() -> Pattern[str]:
    """Match who speaks for others, with the name that may follow: ``his lawyer, Ida Holm``."""
    import re

    return re.compile(
        rf"(?:(?:an?|the|his|her|its|their|one)\s+)?(?P<who>(?:[\w’'.-]+\s+){{0,4}}?(?:{speakers_for_others()}))s?"
        r"(?:,?\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,3}))?$"
    )


def speaks_for(phrase: str) -> tuple[str, ...]:
    """Return who speaks for others in a phrase, by name if told; else nothing."""
    found = _speaking_for().match(phrase.strip(' ,."“”'))
    return () if found is None else (found["name"] or found["who"],)


@cache
def _kinds() -> frozenset[str]:
    """Return the last words of what media are called."""
    return frozenset(kind.rpartition(" ")[2] for kind in word_list("outlets/media_kinds.txt"))


@cache
def _quoted_name() -> Pattern[str]:
    """Match a name between marks beside what its bearer is: ``the "Amaq" news agency``."""
    import re

    kinds = "|".join(sorted(_kinds()))
    name = r"[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3}"
    return re.compile(rf"\"{name}\"(?=(?: [\w-]+)? (?:{kinds})\b)|\b(?:{kinds}) \"{name},?\"")


def unquoted(words: str, plain: frozenset[str]) -> str:
    """Return words with spaces for the quotation marks around names of media.

    ``plain`` are the same words in lower case, for telling at once that there are none.
    """
    if plain.isdisjoint(_kinds()) or '"' not in words:
        return words
    return _quoted_name().sub(lambda found: found.group().replace('"', " "), words)


def enumerated(words: str, at: int) -> tuple[str, ...]:
    """Return the listed media enumerated from an offset: ``TASS, RIA Novosti and Interfax``."""
    found: list[str] = []
    plain, closed = straight(words), False
    match = listed_next().match(plain, at)
    while match is not None and not closed and (name := known_name(words[slice(*match.span("name"))])) is not None:
        found.append(name)
        closed = match.group().lstrip(", ").startswith("and ")
        match = listed_next().match(plain, match.end())
    return tuple(found) if closed else ()


def phrases(words: str) -> list[str]:
    """Return a noun phrase cut where it may end.

    Before a preposition of time, a relative, an ``and``.
    """
    import re

    parts = re.split(
        r"(?<!\s)\s++(?:on|that|which|who|in|at|as|citing|through|under|after|while|when|last|this|earlier|if|and)\s++",
        words,
        maxsplit=1,
    )
    shorter = [parts[0]] if len(parts) > 1 else []
    return [" ".join(phrase.split()) for phrase in [*shorter, words] if phrase.strip()]
