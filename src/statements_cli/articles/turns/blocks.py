"""Mark the paragraphs of a transcript as labels and speech."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from statements_cli.articles.lines import SPACE, ends_sentence
from statements_cli.articles.paragraphs import Paragraph
from statements_cli.articles.turns.detect import Turns
from statements_cli.data import word_list

RUNNING = 120
"""Characters of the longest line that is a page's head or foot, or tells of proceedings."""
LONGEST_NOTE = 300
"""Characters of a paragraph in brackets that tells what happens: "(A reporter sneezes.)"."""
_WHITE = SPACE + "\n\r\x0b\x0c\x85\u2028\u2029"


def mark_turns(text: str, paragraphs: list[Paragraph], turns: Turns) -> list[Paragraph]:
    """Return the paragraphs with each label parted from what is said, as ``turn`` and ``speech``.

    What happens between turns, closing lines and rules become furniture; the title of another transcript
    in the same document ends the turns. Where the turns stand in an article, only their first paragraph
    is theirs. The list of ``paragraphs`` is used up, so that a long transcript isn't held twice.
    """
    begins = {turn.line: turn for turn in turns.found}
    running = _running_lines(paragraphs)
    marked: list[Paragraph] = []
    speaking = False
    paragraphs.reverse()
    while paragraphs:
        paragraph = paragraphs.pop()
        turn = begins.pop(paragraph.start, None)
        if turn is not None:
            speaking = turns.whole
            marked.append(Paragraph(*turn.label, paragraph.blank, "turn"))
            at = turn.speech
            while at < paragraph.end and text[at] in _WHITE:
                at += 1
            if at < paragraph.end:
                marked.append(Paragraph(at, paragraph.end, 0, "speech"))
        elif not speaking:
            marked.append(paragraph)
        elif _is_occasion(paragraph):
            speaking = False
            marked.append(paragraph._replace(kind="heading", field="occasion"))
        elif _ends(paragraph.words):
            speaking = False
            marked.append(paragraph._replace(kind="furniture"))
        elif _is_aside(paragraph) or _numberless(paragraph.words) in running or _proceeds(paragraph.words):
            marked.append(paragraph._replace(kind="furniture"))
        else:
            marked.append(Paragraph(*paragraph[:3], "speech"))
    return marked


def _running_lines(paragraphs: list[Paragraph]) -> frozenset[str]:
    """Return heads and feet of pages.

    Short lines that come again with another number or the same, and are no sentence.
    """
    counts = Counter(
        _numberless(p.words) for p in paragraphs if p.words and len(p.words) < RUNNING and _is_running(p.words)
    )
    return frozenset(("#", "Page #", "Page # of #", "# of #", *(words for words, count in counts.items() if count > 1)))


def _is_running(words: str) -> bool:
    return any(map(str.isdigit, words)) and not ends_sentence(words, 0, len(words))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d+")


def _numberless(words: str) -> str:
    """Return a short line with "#" for each number, which pages count up.

    Empty for any other.
    """
    if not words or len(words) > RUNNING:
        return ""
    return _number().sub("#", words).strip(" -–—[]|")


@cache
def _proceedings() -> re.Pattern[str]:
    return re.compile("|".join(word_list("transcripts/proceedings.txt")), re.IGNORECASE)


def _proceeds(words: str) -> bool:
    """Return whether a line of a record tells what happens.

    For example: "Mr Bligh interjecting—", "There was no objection.".
    """
    return bool(words) and len(words) < RUNNING and _proceedings().fullmatch(words) is not None


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:press|media|news) (?:conference|availability|gaggle|call)|briefing|remarks|transcript)\b",
        re.IGNORECASE,
    )


def _is_occasion(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is the title of a transcript.

    The occasion, and the year of its day.
    """
    words = paragraph.words
    if not words or len(words) > 220 or ends_sentence(words, 0, len(words)):
        return False
    dated = re.search(r"\b(?:19|20)\d\d\b", words) is not None
    return dated and _occasion().search(words) is not None


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"[(\[-]*\s?(?:ENDS?|End of (?:transcript|briefing))\b.{0,30}|\d{1,2}:\d\d [AaPp]\.?[Mm]\b.{0,8}")


def _ends(words: str) -> bool:
    """Return whether a paragraph closes a transcript: "END 2:15 P.M. EST", a rule."""
    return bool(words) and (_closing().fullmatch(words) is not None or not any(map(str.isalnum, words)))


def _is_aside(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is no speech.

    A note in brackets, an advert line, an address.
    """
    words = paragraph.words.strip("*_ ")
    if words[:1] in ("(", "[") and words.rstrip(".")[-1:] in (")", "]") and len(words) <= LONGEST_NOTE:
        return words[1:-1].count(words[0]) == 0
    return paragraph.kind in ("furniture", "url") and not ends_sentence(words, 0, len(words))
