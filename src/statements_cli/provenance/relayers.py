"""Tell who relays where that depends on what was said before, and by whom.

``They cited Moe as saying`` has a pronoun for who relays, ``the report quoted Moe`` a document, ``victims quoted in the
report`` the document alone, and ``..., she added`` goes on with what was relayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.model import Attribution, Chain, Resolution
from statements_cli.provenance.media import last_medium
from statements_cli.provenance.noun_heads import document_of, head_words, words_of

_LATELY = 6
"""Statements within which a document still is what a bare "is quoted as saying" is read in."""

_NEAR = 80  # characters before who speaks in which the document is named
_GOES_ON = 240  # characters between a relayed statement and one of the same speaker that goes on with it
_ABOUT = 400  # characters before "they cited Moe" in which those who are meant have spoken
_PASSIVE = frozenset(("was", "were", "is", "are", "been", "being"))
_STORIES = frozenset(("report", "article", "story"))


@cache
def _quoted_in() -> Pattern[str]:
    import re

    return re.compile(r"\b(?:quoted|cited)\s+(?:in|by)\s+(?:the|that|this|its|their)\s+(?P<what>[\w -]{3,40})")


def with_relayers(
    text: str, chained: Sequence[tuple[Attribution, Chain]], resolutions: Sequence[Resolution]
) -> list[tuple[Attribution, Chain]]:
    """Return the attributions and chains, in order, with the relays that the statements around tell.

    ``text`` is the article's; the sequences have the same length and are in the order of the text.
    """
    issuers = _issuers(text, chained, resolutions)
    found: list[tuple[Attribution, Chain]] = []
    for index, ((attribution, chain), who) in enumerate(zip(chained, resolutions, strict=True)):
        via = [name for one in chain.via for name in _meant(one, text, index, chained, resolutions, issuers)]
        if not via:
            via = [name for name in _read_in(text, attribution, chain, index, who, issuers) if name != who.speaker]
        if not via and found and who.speaker and who.speaker == resolutions[index - 1].speaker:
            via = _gone_on(text, attribution, chain, found[-1])
        if via != list(chain.via):
            chain = chain._replace(via=tuple(dict.fromkeys(via)))
        found.append((attribution, chain))
    return found


class _Issuers:
    """Who issued which document, by the number of the statement that tells it."""

    def __init__(self) -> None:
        self._told: dict[str, list[tuple[int, str]]] = {}

    def add(self, document: str, index: int, name: str) -> None:
        """Add that a statement tells who issued a document."""
        self._told.setdefault(document, []).append((index, name))

    def of(self, document: str | None, index: int) -> str | None:
        """Return who issued the document that a statement names: last before it, else next."""
        told = self._told.get(document or "", [])
        before = [name for at, name in told if at < index]
        after = [name for at, name in told if at > index]
        return before[-1] if before else after[0] if after else None

    def lately(self, index: int) -> str | None:
        """Return who issued the last document, if that was named lately."""
        told = [one for known in self._told.values() for one in known if index - _LATELY <= one[0] < index]
        return max(told)[1] if told else None


def _issuers(text: str, chained: Sequence[tuple[Attribution, Chain]], resolutions: Sequence[Resolution]) -> _Issuers:
    """Return whose document speaks, or in whose document a body speaks."""
    issuers = _Issuers()
    for index, ((attribution, chain), who) in enumerate(zip(chained, resolutions, strict=True)):
        if who.speaker is None or who.type == "media" or _document(who.speaker) is not None:
            continue
        document = _document(words_of(text, attribution.source))
        if document is None and who.type in ("organisation", "group"):
            document = _document(chain.channel or "")
        if document is not None:
            issuers.add(document, index, who.speaker)
    return issuers


def _meant(
    name: str,
    text: str,
    index: int,
    chained: Sequence[tuple[Attribution, Chain]],
    resolutions: Sequence[Resolution],
    issuers: _Issuers,
) -> list[str]:
    """Return who is meant by the name of a relay.

    Nobody by a pronoun, where nobody else spoke just before.
    """
    at = _start(chained[index][0])
    if name in word_set("grammar/pronouns.txt"):
        before = resolutions[index - 1].speaker if index else None
        near = index > 0 and at - _start(chained[index - 1][0]) <= _ABOUT
        return [before] if near and before is not None and before != resolutions[index].speaker else []
    words = name.split()
    definite = words[0].lower() in ("the", "that", "its", "their") and " ".join(words[1:]).islower()
    document = _document(name) if definite else None
    if document is None:
        return [name]
    medium = last_medium(text, at) if document in _STORIES else None
    return [issuers.of(document, index) or medium or name]


def _read_in(
    text: str, attribution: Attribution, chain: Chain, index: int, who: Resolution, issuers: _Issuers
) -> list[str]:
    """Return whose document a statement is read in; nothing where no words say so.

    That is of what somebody is "quoted" as saying, and of what somebody unnamed says in another's document.
    """
    source, cue = words_of(text, attribution.source), words_of(text, attribution.cue)
    if "quoted" in source or "quoted" in cue or "cited" in source or "cited" in cue:
        inside = _quoted_in().search(f"{source}, {cue},")
        if inside is not None:
            issuer = issuers.of(_document(inside["what"].strip()), index)
            return [issuer] if issuer is not None else []
        passive = "quoted" in cue and not _PASSIVE.isdisjoint(cue.lower().split())
        lately = issuers.lately(index) if passive else None
        return [lately] if lately is not None else []
    if who.type not in ("anonymous", "group") or chain.channel is None or chain.audience is not None:
        return []
    some = source.partition(" ")[0].lower() in word_set("grammar/indefinite.txt")
    known = some and _mentioned_again(chain.channel, text[max(0, _start(attribution) - _NEAR) : _end(attribution)])
    issuer = issuers.of(_document(chain.channel), index) if known else None
    return [issuer] if issuer is not None and len(issuer) < 60 else []


def _mentioned_again(channel: str, around: str) -> bool:
    """Return whether a channel is a document named before: ``in the report``."""
    before = around.rpartition(f" {channel.split()[-1]}")[0].lower().split()[-3:]
    return not {"the", "that", "its", "their"}.isdisjoint(before) and "in" in before


def _gone_on(text: str, attribution: Attribution, chain: Chain, last: tuple[Attribution, Chain]) -> list[str]:
    """Return who relayed the statement before, where this one of the same speaker goes on."""
    relayed, told = last
    source = words_of(text, attribution.source).lower()
    if not told.via or chain.audience is not None or (source and source not in word_set("grammar/pronouns.txt")):
        return []
    if chain.channel is not None and chain.channel != told.channel:
        return []
    between = text[_end(relayed) : _start(attribution)]
    close = 0 <= _start(attribution) - _end(relayed) <= _GOES_ON and "\n" not in between
    return list(told.via) if close and between.count(". ") <= 1 else []


def _document(words: str) -> str | None:
    """Return the singular noun of the document that a phrase means; None for no document."""
    heads = head_words(words)
    if heads and heads[-1].removesuffix("s") in word_set("channels/document_nouns.txt"):
        return heads[-1].removesuffix("s")
    return document_of(words) if words else None


def _start(attribution: Attribution) -> int:
    return min(attribution.content + attribution.cue + attribution.source)[0]


def _end(attribution: Attribution) -> int:
    return max(end for _, end in attribution.content + attribution.cue + attribution.source)
