"""Turn the answers of a transcript into statements.

An answer is one direct statement, or one a paragraph where it is long; the question before it goes with it.
What an answer reports of others ("the President said ...") is part of it and no statement of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.metadata.outlets import known_outlet, looks_like_outlet
from statements_cli.articles.turns.labels import key_of, kind_of, plain
from statements_cli.model import Article, Attribution, Chain, Clue, Span, Spans
from statements_cli.transcripts.non_answers import is_non_answer
from statements_cli.transcripts.stage_notes import interpreted, said_in

LONG = 400
"""Characters from which on an answer of several paragraphs is one statement a paragraph."""
INTERJECTION = 25
"""Words; a shorter turn of another speaker between question and answer is no answer of its own."""
ASKING = 0.5
"""Share of the turns under an unknown label that end in a question, above which it is an asker's."""
HOST = 1 / 3
"""Share of a named speaker's turns that end in a question, from which these are a host's questions."""
LONGEST_QUESTION = 1000
"""Characters of the longest turn that a host only asks in."""
MOST_QUESTIONS = 8
"""Turns of questions before an answer that are kept with it."""
GREETING = 4
"""Words up to which a turn without a question mark asks nothing: "Hello.", "Thank you, Karine."."""
NEAR = 300
"""Characters at the edge of a turn in which the asker's name is looked for."""
SURE = 0.97
"""How sure it is that a label names who speaks."""


class SpokenTurn(NamedTuple):
    """One turn: label, its words, the pieces said by paragraph, and whether it asks."""

    label: Span
    words: str
    paragraphs: tuple[Spans, ...]
    asks: bool = False


class Spoken(NamedTuple):
    """A statement of a transcript.

    The chain's ``asked_by`` may be a label, yet to be resolved.
    """

    attribution: Attribution
    chain: Chain


def read_turns(article_text: ArticleText) -> tuple[SpokenTurn, ...]:
    """Return the turns of an article that has any, in order, those that ask marked."""
    text = article_text.text
    turns: list[SpokenTurn] = []
    label: Span | None = None
    paragraphs: list[Spans] = []
    for block in article_text.article.blocks:
        if block.role == "label":
            if label is not None:
                turns.append(_turn(text, label, paragraphs))
            label, paragraphs = block.span, []
        elif block.role == "speech" and label is not None:
            pieces = said_in(text, *block.span)
            if pieces:
                paragraphs.append(pieces)
    if label is not None:
        turns.append(_turn(text, label, paragraphs))
    return _with_askers(text, turns)


def _turn(text: str, label: Span, paragraphs: list[Spans]) -> SpokenTurn:
    return SpokenTurn(label, " ".join(text[slice(*label)].split()), tuple(paragraphs))


def _with_askers(text: str, turns: list[SpokenTurn]) -> tuple[SpokenTurn, ...]:
    """Return the turns with those marked that ask.

    Of the unnamed, of outlets, of a host whose turns mostly ask.
    """
    kinds = {turn.words: kind_of(turn.words) for turn in turns}
    keys = [key_of(turn.words) for turn in turns]
    ends = [_ends_asking(text, turn) for turn in turns]
    counts = Counter(keys)
    asking = Counter(key for key, asks in zip(keys, ends, strict=True) if asks)
    shares = {key: asking[key] / count for key, count in counts.items()}
    least = min(shares.values(), default=0.0)
    marked = any(kind in ("question", "outlet") for kind in kinds.values())
    found = []
    for turn, key, asks in zip(turns, keys, ends, strict=True):
        kind = kinds[turn.words]
        hosts = not marked or kind == "moderator" or _outlet_of(turn.words) is not None
        host = hosts and asks and shares[key] >= HOST and shares[key] > 2 * least
        stranger = kind == "unknown" and shares[key] > ASKING
        found.append(turn._replace(asks=host or stranger or kind in ("question", "outlet")))
    return tuple(found)


def _ends_asking(text: str, turn: SpokenTurn) -> bool:
    """Return whether a turn, not too long for a question, ends in one."""
    pieces = [piece for paragraph in turn.paragraphs for piece in paragraph]
    if not pieces or sum(end - start for start, end in pieces) > LONGEST_QUESTION:
        return False
    start, end = pieces[-1]
    return "?" in text[max(start, end - NEAR // 2) : end]


def _outlet_of(label: str) -> str | None:
    """Return the outlet that a label is or ends with: "Reuters", "JAKE TAPPER, CNN"."""
    words = plain(label)
    return known_outlet(words) or (known_outlet(words.rpartition(", ")[2].split(" ")[0]) if ", " in words else None)


def turn_attributions(article_text: ArticleText, turns: Sequence[SpokenTurn]) -> tuple[Spoken, ...]:
    """Return the statements of turns that don't ask, each with its question."""
    text = article_text.text
    channel = _channel(article_text.article, turns)
    found: list[Spoken] = []
    asked, alive, last = _NONE, False, ""
    for at, turn in enumerate(turns):
        if turn.asks or not turn.paragraphs:
            continue
        key = key_of(turn.words)
        if at and turns[at - 1].asks:
            asked, alive, last = _question(text, turns, at), True, key
        elif key != last:
            # another's remark is no answer, and what comes after it is one only of the one who was answering
            alive = alive and _words(text, turn) >= INTERJECTION
            last = key if alive else last
        follows = at > 0 and turns[at - 1].asks
        answers = key == last and (follows or _words(text, turn) >= INTERJECTION)
        found += _statements(text, turn, channel, asked if answers else _NONE)
    return tuple(found)


class _Question(NamedTuple):
    words: str | None
    asker: str | None


_NONE = _Question(None, None)


def _question(text: str, turns: Sequence[SpokenTurn], at: int) -> _Question:
    """Return what the turns right before one ask, and who does."""
    first = at
    while first and turns[first - 1].asks and at - first < MOST_QUESTIONS:
        first -= 1
    asking = turns[first:at]
    words = " ".join(filter(None, (_said(text, turn) for turn in asking)))
    labels = dict.fromkeys(filter(None, (_asker(turn.words) for turn in asking)))
    asker = ", ".join(labels) if labels else _named(text, turns, first)
    greets = "?" not in words and len(words.split()) <= GREETING
    return _NONE if greets else _Question(words, asker)


def _asker(label: str) -> str | None:
    """Return who asks, as a label tells.

    An outlet, a person (the label itself), the outlet in brackets behind it.
    """
    if kind_of(label) in ("question", "moderator"):
        inside = re.search(r"[(\[]([^()\[\]]+)[)\]]|(?:from|by) (.+)", label)
        words = (inside[1] or inside[2]) if inside else ""
        outlet = words and (known_outlet(words) or (words if looks_like_outlet(words) else None))
        return outlet or None
    return (known_outlet(plain(label)) or plain(label)) if kind_of(label) == "outlet" else label


def _said(text: str, turn: SpokenTurn) -> str:
    return " ".join(" ".join(text[start:end].split()) for pieces in turn.paragraphs for start, end in pieces)


def _words(text: str, turn: SpokenTurn) -> int:
    return sum(len(text[start:end].split()) for pieces in turn.paragraphs for start, end in pieces)


@cache
def _introduced() -> re.Pattern[str]:
    name = r"[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|(?:al|el|de|van|von)[ -][A-Z][\w'’-]+)){0,2}"
    return re.compile(rf"\b(?=({name})(?:,? (?:here )?(from|with|of|at|for)|,) (?:the )?({name}))")


def _named(text: str, turns: Sequence[SpokenTurn], at: int) -> str | None:
    """Return the asker who names themselves and their outlet, or whom the turn before calls.

    For example: "Asma Khalid from NPR".
    """
    calling = _said(text, turns[at - 1])[-NEAR:] if at and not turns[at - 1].asks else ""
    for words in (_said(text, turns[at])[:NEAR], calling):
        for match in _introduced().finditer(words):
            name, link, medium = match.groups()
            outlet = known_outlet(medium) or (medium if link and looks_like_outlet(medium) else None)
            if outlet is not None and (link or " " in name) and known_outlet(name) is None:
                return f"{name} ({outlet})"
    return None


def _statements(text: str, turn: SpokenTurn, channel: str | None, asked: _Question) -> list[Spoken]:
    """Return one statement a turn, or one a paragraph where the turn is long."""
    size = sum(end - start for pieces in turn.paragraphs for start, end in pieces)
    together = size <= LONG or len(turn.paragraphs) == 1
    contents = [tuple(piece for pieces in turn.paragraphs for piece in pieces)] if together else turn.paragraphs
    voice = (Clue("interpreter"),) if interpreted(text, turn.label) else ()
    made = []
    for number, content in enumerate(contents, 1):
        turn_clue = Clue("turn") if together else Clue("paragraph of turn", (str(number), str(len(contents))))
        attribution = Attribution(
            content=content,
            quotes=content,
            cue=(),
            source=(turn.label,),
            kind="direct",
            confidence=SURE,
            evidence=(turn_clue, *voice),
        )
        empty = asked.words is not None and is_non_answer(" ".join(text[start:end] for start, end in content))
        chain = Chain(channel=channel, question=asked.words, asked_by=asked.asker, non_answer=empty)
        made.append(Spoken(attribution, chain))
    return made


def _channel(article: Article, turns: Sequence[SpokenTurn]) -> str | None:
    """Return where the turns were spoken, by the title and by who asks."""
    title = (article.headline or "").lower()
    named = next((noun for noun in ("interview", "debate", "hearing", "podcast", "town hall") if noun in title), None)
    if named is not None:
        return named
    if any(turn.asks and kind_of(turn.words) in ("question", "outlet") for turn in turns):
        return "press briefing"
    if any(noun in title for noun in ("briefing", "press ", "news conference", "gaggle")):
        return "press briefing"
    return "interview" if any(turn.asks for turn in turns) else None
