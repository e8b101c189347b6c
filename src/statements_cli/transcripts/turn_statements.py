"""Turn the answers of a transcript into statements.

An answer is one direct statement, or one a paragraph where it is long; the question before it goes with it.
What an answer reports of others ("the President said ...") is part of it and no statement of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.metadata.outlets import known_outlet, looks_like_outlet
from statements_cli.articles.turns.labels import key_of, kind_of, plain
from statements_cli.model import Article, Attribution, Chain, Clue
from statements_cli.transcripts.non_answers import is_non_answer
from statements_cli.transcripts.spoken_turns import SpokenTurn
from statements_cli.transcripts.stage_notes import interpreted

LONG = 400
"""Characters from which on an answer of several paragraphs is one statement a paragraph."""
INTERJECTION = 25
"""Words; a shorter turn of another speaker between question and answer is no answer of its own."""
MOST_QUESTIONS = 8
"""Turns of questions before an answer that are kept with it."""
GREETING = 4
"""Words up to which a turn without a question mark asks nothing: "Hello.", "Thank you, Karine."."""
LONGEST_ASKED = 5000
"""Characters of a question that are kept with each of its answers: its end, where it is longer."""
NEAR = 300
"""Characters at the edge of a turn in which the asker's name is looked for."""
SURE = 0.97
"""How sure it is that a label names who speaks."""


class Spoken(NamedTuple):
    """A statement of a transcript.

    The chain's ``asked_by`` may be a label, yet to be resolved.
    """

    attribution: Attribution
    chain: Chain


def turn_attributions(article_text: ArticleText, turns: Sequence[SpokenTurn]) -> Iterator[Spoken]:
    """Yield the statements of turns that don't ask, each with its question."""
    text = article_text.text
    channel = _channel(article_text.article, turns)
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
        yield from _statements(text, turn, channel, asked if answers else _NONE)


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
    words = _end_of(" ".join(filter(None, (_said(text, turn) for turn in asking))))
    labels = dict.fromkeys(filter(None, (_asker(turn.words) for turn in asking)))
    asker = ", ".join(labels) if labels else _named(text, turns, first)
    greets = "?" not in words and len(words.split()) <= GREETING
    return _NONE if greets else _Question(words, asker)


def _end_of(words: str) -> str:
    """Return what is asked, or its end where it is long.

    Each of many answers would repeat it.
    """
    if len(words) <= LONGEST_ASKED:
        return words
    return words[-LONGEST_ASKED:].partition(" ")[2] or words[-LONGEST_ASKED:]


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


def _statements(text: str, turn: SpokenTurn, channel: str | None, asked: _Question) -> Iterator[Spoken]:
    """Yield one statement a turn, or one a paragraph where the turn is long."""
    size = sum(end - start for pieces in turn.paragraphs for start, end in pieces)
    together = size <= LONG or len(turn.paragraphs) == 1
    contents = [tuple(piece for pieces in turn.paragraphs for piece in pieces)] if together else turn.paragraphs
    voice = (Clue("interpreter"),) if interpreted(text, turn.label) else ()
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
        yield Spoken(attribution, chain)


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
