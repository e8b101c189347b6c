"""The labels of a transcript's turns in; who speaks under each, as title, introductions and labels tell, out.

What tells it is written out as a little article, the title, the lines above the turns, the words around
each speaker's first turn and the labels in ordinary spelling, and resolved as any other article is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from statements_cli.articles.turn_labels import in_capitals, kind_of, plain
from statements_cli.model import Article, Attribution, Block, Resolution
from statements_cli.speakers import lexicon
from statements_cli.speakers.folding import fold
from statements_cli.speakers.resolving import resolve

if TYPE_CHECKING:
    from statements_cli.attribution.turns import Turn
    from statements_cli.speakers.names import Names

ABOVE = 3000
"""Characters above the first turn that are read for who speaks."""
AROUND = 1200
"""Characters read before a speaker's first turn, and of it."""
_SMALL = frozenset(("OF", "THE", "FOR", "AND", "TO", "IN", "ON", "AT", "WITH", "FROM"))
_SHORT_FORMS = frozenset(("CEO", "CFO", "COO", "CTO", "EU", "UN", "US", "USA", "UK", "FBI", "CIA", "NSC", "MP", "MEP"))
_PARTICLES = frozenset(("VON", "VAN", "DER", "DEN", "DE", "DA", "DI", "DEL", "DU", "AL", "EL", "BIN", "IBN"))


def resolve_labels(
    article: Article, text: str, turns: Sequence[Turn], names: Names | None = None
) -> dict[str, Resolution]:
    """Who speaks under each label of the turns, by the label's words.

    Unnamed people who ask or lead through are anonymous under what the label calls them.
    """
    first: dict[str, Turn] = {}
    before: dict[str, Turn] = {}
    for at, turn in enumerate(turns):
        if turn.words not in first:
            first[turn.words] = turn
            if at:
                before[turn.words] = turns[at - 1]
    named = [words for words in first if kind_of(words) not in ("question", "moderator", "outlet")]
    introductions = _introductions(article, text, turns, [(before.get(words), first[words]) for words in named])
    mentions = [spelt_out(words) for words in named]
    resolved = _resolve(article, introductions, mentions, names)
    found = {}
    for words, resolution in zip(named, resolved, strict=True):
        found[words] = _completed(resolution, introductions)
    for words in first:
        if words not in found:
            name = plain(words).capitalize() if words.isupper() else plain(words)
            found[words] = Resolution(name, "anonymous", None, None, 0.9, ("unnamed in the transcript",))
    return found


def _introductions(
    article: Article, text: str, turns: Sequence[Turn], firsts: Sequence[tuple[Turn | None, Turn]]
) -> list[str]:
    """The passages that may tell who speaks: the title, what stands above the turns, around each first turn."""
    passages = [_uncapitalised(article.headline)] if article.headline else []
    top = turns[0].label[0]
    for block in article.blocks:
        start, end = block.span
        if start >= top:
            break
        if block.role != "headline" and end - start < ABOVE and not _is_field(text[start:end]):
            passages.append(" ".join(text[start:end].split()))
    if article.byline:
        passages.append(article.byline)
    for earlier, turn in firsts:
        if earlier is not None:
            passages += [words[-AROUND:] for words in _paragraphs(text, earlier)[-2:]]
        passages += [words[:AROUND] for words in _paragraphs(text, turn)[:2]]
    return list(dict.fromkeys(passages))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:After|Ahead|And|As|At|Before|By|During|Following|For|From|Holds?|Hosts?|In|Of|On|Delivers?|Gives?|To|With)\b"
    )


def _uncapitalised(title: str) -> str:
    """A title with the small words between names in lower case: "Biden Before Departure" is no name."""
    return _between().sub(lambda match: match[0].lower(), title)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(r"---|[a-z_]+:\s")


def _is_field(line: str) -> bool:
    """Whether a line above the turns is front matter."""
    return _field().match(line) is not None or not any(map(str.isalpha, line))


def _paragraphs(text: str, turn: Turn) -> list[str]:
    return [" ".join(" ".join(text[start:end].split()) for start, end in pieces) for pieces in turn.paragraphs]


def _resolve(
    article: Article, passages: Sequence[str], mentions: Sequence[str], names: Names | None
) -> tuple[Resolution, ...]:
    """Resolve the mentions, each a paragraph below the passages of a little article."""
    parts: list[str] = []
    blocks: list[Block] = []
    attributions: list[Attribution] = []
    at = 0
    for number, words in enumerate((*passages, *mentions)):
        mention = number >= len(passages)
        paragraph = f"{words}{',' * (', ' in words)} spoke." if mention else words
        if mention:
            attributions.append(Attribution((), (), (), ((at, at + len(words)),), "direct"))
        blocks.append(Block((at, at + len(paragraph)), "paragraph"))
        parts.append(paragraph)
        at += len(paragraph) + 2
    little = replace(article, span=(0, max(0, at - 2)), blocks=tuple(blocks))
    return resolve(little, "\n\n".join(parts), attributions, names)


def spelt_out(label: str) -> str:
    """A label as prose mentions the speaker: ``MS. JEAN-PIERRE`` is "Ms. Jean-Pierre"; asides are left out.

    >>> spelt_out("SENATOR McCARTHY (R-TX)")
    'Senator McCarthy'
    """
    words = plain(label).split()
    if not in_capitals(words):
        return " ".join(words)
    spelt = [_spelt(word) for word in words]
    return " ".join(["The", *spelt[1:]] if spelt[0] == "the" else spelt)


def _spelt(word: str) -> str:
    if word in _SMALL or word in _PARTICLES:
        return word.lower()
    bare = word.strip(".,")
    if not word.isupper() or bare in lexicon.media() or "." in word[:-1] or bare in _SHORT_FORMS:
        return word
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), re.sub(r"(['’])S\b", r"\1s", word))


@cache
def _affiliated() -> re.Pattern[str]:
    name = r"[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}"
    return re.compile(
        rf"\b(?:[Tt]his is|I[’']m|I am|[Mm]y name is|[Ii]t[’']s) ({name}),? (?:here )?(?:from|with|of|at) (?:the )?"
        r"([A-Z][\w'’-]+(?:,? (?:(?:of|for|on|and) (?:the )?)?[A-Z][\w'’-]+){0,6})"
    )


def _completed(resolution: Resolution, passages: Sequence[str]) -> Resolution:
    """A resolution with the body that the speaker says to come from, and a leader's given name."""
    name = resolution.speaker or ""
    if resolution.type != "person":
        return resolution
    if resolution.role is None or resolution.role.rstrip(".").lower() in lexicon.words("address_words.txt"):
        for passage in passages:
            for match in _affiliated().finditer(passage):
                if fold(match[1]) == fold(name):
                    return replace(resolution, role=match[2])
    if " " not in name and resolution.role and resolution.role.split()[-1].lower() in lexicon.words("leader_words.txt"):
        full = [leader for leader in lexicon.leaders() if leader.split()[-1] == name]
        if len(full) == 1:
            return replace(resolution, speaker=full[0], notes=(*resolution.notes, f"the one {resolution.role} {name}"))
    return resolution
