"""Mark the paragraphs of a transcript as labels and speech."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.articles.lines import SPACE, Line, ends_sentence
from statements_cli.articles.paragraphs import Paragraph
from statements_cli.articles.turns.detect import Turns

LONGEST_NOTE = 300
"""Characters of a paragraph in brackets that tells what happens: "(A reporter sneezes.)"."""
_WHITE = SPACE + "\n\r\x0b\x0c\x85\u2028\u2029"


def mark_turns(text: str, paragraphs: list[Paragraph], turns: Turns) -> list[Paragraph]:
    """The paragraphs with each label parted from what is said, as ``turn`` and ``speech``.

    What happens between turns, closing lines and rules become furniture; the title of another transcript
    in the same document ends the turns. Where the turns stand in an article, only their first paragraph
    is theirs.
    """
    begins = {turn.line: turn for turn in turns.found}
    marked: list[Paragraph] = []
    speaking = False
    for paragraph in paragraphs:
        turn = begins.get(paragraph.start)
        if turn is not None:
            speaking = turns.whole
            marked.append(Paragraph(Line(*turn.label, paragraph.line.blank), "turn"))
            at = turn.speech
            while at < paragraph.end and text[at] in _WHITE:
                at += 1
            if at < paragraph.end:
                marked.append(Paragraph(Line(at, paragraph.end, 0), "speech"))
        elif not speaking:
            marked.append(paragraph)
        elif _is_occasion(paragraph):
            speaking = False
            marked.append(paragraph._replace(kind="heading", field="occasion"))
        elif _ends(paragraph.words):
            speaking = False
            marked.append(paragraph._replace(kind="furniture"))
        elif _is_aside(paragraph):
            marked.append(paragraph._replace(kind="furniture"))
        else:
            marked.append(Paragraph(paragraph.line, "speech"))
    return marked


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:press|media|news) (?:conference|availability|gaggle|call)|briefing|remarks|transcript)\b",
        re.IGNORECASE,
    )


def _is_occasion(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the title of a transcript: the occasion, and the year of its day."""
    words = paragraph.words
    if not words or len(words) > 220 or ends_sentence(words, 0, len(words)):
        return False
    dated = re.search(r"\b(?:19|20)\d\d\b", words) is not None
    return dated and _occasion().search(words) is not None


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"[(\[-]*\s?(?:END|End of (?:transcript|briefing))\b.{0,30}|\d{1,2}:\d\d [AaPp]\.?[Mm]\b.{0,8}")


def _ends(words: str) -> bool:
    """Whether a paragraph closes a transcript: "END 2:15 P.M. EST", a rule."""
    return bool(words) and (_closing().fullmatch(words) is not None or not any(map(str.isalnum, words)))


def _is_aside(paragraph: Paragraph) -> bool:
    """Whether a paragraph is no speech: a note in brackets, an advert line, an address."""
    words = paragraph.words.strip("*_ ")
    if words[:1] in ("(", "[") and words.rstrip(".")[-1:] in (")", "]") and len(words) <= LONGEST_NOTE:
        return words[1:-1].count(words[0]) == 0
    return paragraph.kind in ("furniture", "url") and not ends_sentence(words, 0, len(words))
