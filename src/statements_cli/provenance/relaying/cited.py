"""Find the speaker whom a source quotes or cites by name."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.model import Span
from statements_cli.provenance.frame import Frame
from statements_cli.text.straight_marks import straight

_QUOTING = ("quoted", "quoting", "quotes", "cited", "citing")
_WORKS = (
    *("article", "letter", "statement", "speech", "book", "essay", "report", "op-ed", "remarks", "message", "poem"),
    *("post", "interview", "words", "study"),
)
_BEHIND = 60  # characters between a source and the verb by which it quotes, where that is not the cue
_SAYING = ("saying", "telling", "writing", "stating")


@cache
def _work_words() -> frozenset[str]:
    return frozenset(work.partition("-")[0] for work in _WORKS)


@cache
def _quoting() -> Pattern[str]:
    import re

    quoting = "(?:" + "|".join(_QUOTING) + ")"
    work = f"(?:{'|'.join(_WORKS)})"
    return re.compile(
        rf"\b{quoting}\s++(?:(?:from\s++)?(?:an?|the|his|her)?\s*+(?:[\w-]++\s++){{0,4}}{work}\s++(?:by|of|from)\s++"
        r"(?P<author>[^,;:\"\x1a]{2,120}))"
        rf"|\b(?<!was\s)(?<!were\s)(?<!been\s){quoting}\s++(?P<person>[^,;:\"\x1a]{{2,100}}?)(?<!\s)"
        rf"(?:,[^,;:\"\x1a]{{2,60}},)?\s++as\s++(?:once\s++|also\s++)?(?:{'|'.join(_SAYING)})\b"
    )


@cache
def _citing(verb: str) -> Pattern[str]:
    import re

    return re.compile(rf"\b{verb}\s+(?P<cited>[^;:\"\x1a]{{2,120}})")


def quoted_source(frame: Frame) -> Span | None:
    """Return whom the source quotes, as a span of the frame.

    For example: ``Pham quoted an article by To Lam, stating``.

    None where the source speaks for itself.
    """
    if frame.source is None or frame.plain.isdisjoint(_QUOTING):
        return None
    if frame.plain.isdisjoint(_work_words()) and ("as" not in frame.plain or frame.plain.isdisjoint(_SAYING)):
        return None
    for match in _quoting().finditer(straight(frame.words), frame.source[1]):
        group = "author" if match.group("author") else "person"
        named = group == "person" or any(c.isupper() for c in match.group(group))
        cue = any(start <= match.start() < end for start, end in frame.cues)
        if (cue or match.start() - frame.source[1] < _BEHIND) and named:
            return _trimmed(frame.words, match.span(group))
    return None


def cited_source(frame: Frame, verb: str = "citing") -> Span | None:
    """Return the source that a medium cites, or a document quotes, by name.

    It is a span of the frame. ``the Guardian reported, citing the German chancellor, Friedrich Merz``. None
    where its sources are unnamed.
    """
    for match in _citing(verb).finditer(straight(frame.words)) if verb in frame.plain else ():
        words = frame.words[slice(*match.span("cited"))].rstrip(" .,").split(", ")
        phrase = words[0]
        if len(words) > 1 and words[1][:1].isupper() and len(words[1].split()) <= 4:
            phrase = f"{words[0]}, {words[1]}"
        plain = {word.strip(".,’'").lower() for word in phrase.split()}
        named = [word for word in phrase.split() if word[:1].isupper()]
        if named and not plain & word_set("outlets/cited_things.txt"):
            start = match.start("cited")
            return start, start + len(phrase)
    return None


def _trimmed(words: str, span: Span) -> Span:
    import re

    end = r"(?<!\s)\s++(?:published|written|dated|that|which|who|in|on)\b|(?:[.,]\s*+|(?<!\s)\s*+)$"
    cut = re.search(end, words[span[0] : span[1]])
    return (span[0], span[0] + cut.start()) if cut and cut.start() else span
