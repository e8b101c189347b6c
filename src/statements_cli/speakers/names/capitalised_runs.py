"""Scan an article for capitalised runs, he and she, and sentence starts.

The text is scanned once by three patterns that each begin with a plain character class, which the
regular-expression engine searches for at the speed of a byte search; all are linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from statements_cli.model import Article, Span
from statements_cli.speakers.names import name_lexicon
from statements_cli.text.straight_marks import straight

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText

_PARTICLES = (
    "of the|of|de la|de los|de|del|della|di|da|dos|du|la|le|von der|von|van der|van den|van|der|den"
    "|bin|ibn|al|el|ter|ten"
)
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Pres|Amb|Lt|Gen|Col|Cmdr|Capt|Maj|Sgt|Adm|Rev|Hon|Jr|Sr|St|Inc|Corp|Co|Ltd|Supt"
    "|Det|Insp|Brig|Fr|Cpl|No|Bros|Messrs"
)
_BEGINNING = "The|It|She|They|This|These|But|While"  # which go on no name: "Skarv Co. | The firm"

_CAPTION = 600  # characters of a caption that are read
_TWO_NAMES = 5  # words of two full names and a verb
_MOST_WORDS = 14  # in a run: bounds what a text all in capitals costs


@cache
def _accented() -> re.Pattern[str]:
    return re.compile("[\u00c0-\u024f]")


def _plain(text: str) -> str:
    """Return a text with straight marks and plain hyphens; all offsets stay."""
    return straight(text).replace("‘", "'").replace("‐", "-").replace("‑", "-")


def _runs(text: str) -> re.Pattern[str]:
    """Match a run, at four times the cost where capitals may have accents."""
    return _run_pattern(accents=not text.isascii() and _accented().search(text) is not None)


@cache
def _run_pattern(*, accents: bool) -> re.Pattern[str]:
    capital = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if accents and c.isupper())
    rest = r"(?:\w*(?:'(?!s\b|S\b)\w+|[-&]\w+)*\+?)"
    initials = rf"\.(?:-?[{capital}]\.)*"
    word = rf"(?!(?:{_BEGINNING})\b)(?:(?:{_ABBREVIATIONS})\.|[{capital}](?:{initials}|{rest})|al-[{capital}]{rest}|&)"
    first = rf"[{capital}](?<!\w\w)(?:(?<=(?=(?:{_ABBREVIATIONS})\.).)\w+\.|{initials}|{rest})"
    gap = r"[ \t\u00a0\r\n]{1,3}"
    nickname = rf"(?:{gap}[\"'][{capital}][\w ]{{1,20}}[\"'](?={gap}[{capital}]))?"  # Marcus “Tiny” Delgado
    return re.compile(rf"{first}{nickname}(?:{gap}(?:(?:{_PARTICLES}){gap})?{word}){{0,{_MOST_WORDS}}}")


@cache
def _pronoun_pattern() -> re.Pattern[str]:
    return re.compile(r"[HhSs](?<!\w\w)(?:e|he)\b")


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile(r"[.!?…:](?<![A-Z]\.)[\"')\]]*\s+(?=[^\sa-z])")


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(word.lower() for word in _ABBREVIATIONS.split("|"))


class MentionScan:
    """Where an article's text may mention people and bodies, in text order: ``article_text.once(MentionScan)``.

    ``runs`` are ``(start, end, words)`` with white space folded, words left out that only open a
    sentence; ``pronouns`` are ``(start, end,
    gender)`` with gender ``m`` or ``f``; ``sentences`` are the offsets where sentences begin;
    ``blocks`` the stretches read, furniture left out.
    """

    __slots__ = (
        "_beside", "_headlines", "_plain", "_run_pattern", "blocks", "pronouns", "runs", "sentences", "starts", "text",
        "tokens",
    )  # fmt: skip

    def __init__(self, article_text: ArticleText) -> None:
        self.text = text = article_text.text
        self._plain = _plain(text)
        self.tokens = article_text.tokens
        self.blocks = _blocks(article_text.article, text)
        titles = [block for block in article_text.article.blocks if block.role in ("headline", "crosshead")]
        self._headlines = {block.span[0] for block in titles}
        self._beside = tuple([block.span for block in article_text.article.blocks if block.role == "furniture"])
        self._run_pattern = _runs(text)
        self.runs: list[tuple[int, int, str]] = []
        self.pronouns: list[tuple[int, int, str]] = []
        self.sentences: list[int] = []
        for start, end in self.blocks:
            self._read(start, end)
        self.starts = [start for start, _ in self.blocks]

    def _read(self, start: int, end: int) -> None:
        text, plain, runs, openings = self.text, self._plain, self.runs, name_lexicon.openings()
        first = len(runs)
        for found in self._run_pattern.finditer(plain, start, end):
            words = text[found.start() : found.end()]
            if words in openings:
                continue
            if "\n" in words or "  " in words or "\u00a0" in words or "\t" in words:
                words = " ".join(words.split())
            names = _names_beside_verb(words) if start in self._headlines else ()
            if names:
                runs += [(found.start() + low, found.start() + high, words[low:high]) for low, high in names]
                continue
            runs.append((found.start(), found.end(), words))
        if text.find(") ", start, end) >= 0:
            runs[first:] = _with_nicknames(text, runs[first:])
        for found in _pronoun_pattern().finditer(text, start, end):
            word = found.group()
            self.pronouns.append((found.start(), found.end(), "m" if len(word) == 2 else "f"))
        self.sentences.append(start)
        for found in _stop_pattern().finditer(plain, start, end):
            at = found.start()
            if text[at] != "." or _last_word(text, at) not in _short_forms():
                self.sentences.append(found.end())

    def runs_beside(self, words: Collection[str]) -> Iterator[tuple[int, int, str]]:
        """Yield runs of captions and other furniture with one of ``words``, in order."""
        for start, end in self._beside:
            beside = self.text[start : min(end, start + _CAPTION)]
            if any(word in beside for word in words):
                yield from [(start + low, start + high, run) for low, high, run in runs_in(beside)]

    def tag(self, at: int) -> int:
        """Return a word's part of speech by its offset, -1 where it is unknown."""
        place = bisect_left(self.tokens.starts, at)
        return self.tokens.tags[place] if place < len(self.tokens) and self.tokens.starts[place] == at else -1

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that offset ``at`` stands in."""
        return max(0, bisect_right(self.sentences, at) - 1)

    def sentence_span(self, number: int) -> Span:
        """Return where sentence ``number`` begins, and where it ends.

        At the next one's start or the block's end.
        """
        start = self.sentences[number]
        block = self.blocks[self.block(start)]
        following = self.sentences[number + 1] if number + 1 < len(self.sentences) else block[1]
        return start, max(start, min(following, block[1]))

    def block(self, at: int) -> int:
        """Return the number of the block at offset ``at``, or before it."""
        return max(0, bisect_right(self.starts, at) - 1)

    def in_headline(self, at: int) -> bool:
        """Return whether an offset stands in a headline or crosshead."""
        return bool(self._headlines) and self.blocks[self.block(at)][0] in self._headlines


def _names_beside_verb(words: str) -> tuple[Span, ...]:
    """Return where two full names stand in a headline's run that a verb parts.

    For example: "Ann Lee Warns Ole Berg".
    """
    parts = words.split(" ")
    if len(parts) != _TWO_NAMES or not all(name_lexicon.gender_of(parts[at]) for at in (0, 3)):
        return ()
    verb = parts[2].lower()
    if not verb.endswith("s") or verb in name_lexicon.surnames() or name_lexicon.gender_of(parts[2]):
        return ()
    first, second = len(" ".join(parts[:2])), len(words) - len(" ".join(parts[3:]))
    return (0, first), (second, len(words))


def _blocks(article: Article, text: str) -> list[Span]:
    end = len(text)
    spans = sorted(block.span for block in article.blocks if block.role != "furniture")
    if not article.blocks:
        spans = [article.span]
    kept: list[Span] = []
    at = 0
    for low, high in spans:
        low, high = max(at, min(low, end)), min(high, end)
        if low < high:
            kept.append((low, high))
            at = high
    return kept


def _last_word(text: str, at: int) -> str:
    begin = at
    while begin > max(0, at - 8) and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:at].lower()


def runs_in(phrase: str) -> Sequence[tuple[int, int, str]]:
    """Return the runs of capitalised words of a phrase, as in an article."""
    places = [found.span() for found in _runs(phrase).finditer(_plain(phrase))]
    runs = [(start, end, phrase[start:end]) for start, end in places]
    return _with_nicknames(phrase, runs) if ") " in phrase else runs


def _with_nicknames(text: str, runs: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the runs, joined where a short form in brackets parts a name.

    For example: "Raymond (Ray) Tully".
    """
    joined: list[tuple[int, int, str]] = []
    for start, end, words in runs:
        joined.append((start, end, words))
        if len(joined) < 3 or text[start - 2 : start] != ") ":
            continue
        (low, first_end, first), (open_, close, short) = joined[-3:-1]
        if text[first_end:open_] != " (" or close != start - 2 or " " in short:
            continue
        if not name_lexicon.gender_of(first.split()[0]) or not _is_short_form(short, first):
            continue
        joined[-3:] = [(low, end, f"{first} ({short}) {words}")]
    return joined


def _is_short_form(short: str, first: str) -> bool:
    """Return whether a bracketed word is a first name, or shortens the one before.

    For example: "Raymond (Ray)".
    """
    return bool(name_lexicon.gender_of(short)) or first.lower().startswith(short.lower()[:2])
