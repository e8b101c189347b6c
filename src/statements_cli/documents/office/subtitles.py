"""Read the words of subtitles (SubRip and WebVTT), without their numbers and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import IO

from statements_cli.documents.decoding import decode
from statements_cli.documents.plain import digest
from statements_cli.documents.streams import Reading, UnreadableError, read_whole
from statements_cli.model import Document

_PARAGRAPH = 400  # characters from which on a sentence's end closes a paragraph


@cache
def _times() -> re.Pattern[str]:
    """Match the line that opens a subtitle: from when to when."""
    return re.compile(r"(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}[ \t]+-->[ \t]+(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}\b.*")


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"</?(?:[bciuv]|ruby|rt|lang|font)(?:[ .][^<>]{0,200})?>|<[\d:.]{5,12}>|\{\\an?\d\}")


@cache
def _voice() -> re.Pattern[str]:
    """Match the tag by which WebVTT names who speaks."""
    return re.compile(r"<v(?:\.[\w.]{1,60})?[ \t]+([^<>\n]{1,100})>")


@cache
def _label() -> re.Pattern[str]:
    """Match what opens another speaker's words: a name before a colon, a dash, two arrows."""
    return re.compile(r"(?:[A-Z][\w.'’-]*(?: [\w.'’-]+){0,5}:|[-–—]|>>) ?(?=\S)")


def is_subtitles(head: bytes) -> bool:
    """Return whether a document with these first bytes is subtitles."""
    if re.match(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)", head):
        return True
    return re.match(rb"(?:\xef\xbb\xbf)?\s{0,8}\d{1,6}[ \t]*\r?\n\d\d:\d\d:\d\d[.,]\d{3} --> \d\d:", head) is not None


def read_subtitles(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the document of the words shown, a paragraph for each turn."""
    data = read_whole(b"", stream, reading)
    known = decode(data)
    text = "\n\n".join(_paragraphs(known.text)) if known else ""
    if not text:
        raise UnreadableError("is subtitles without words")
    yield Document(path, text, digest(data))


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the words shown, joined until somebody else is named.

    Where nobody is, a paragraph ends with a sentence once it is long enough.
    """
    words: list[str] = []
    length = 0
    last = ""
    for line, voice in _lines(text):
        closes = length > _PARAGRAPH and words[-1].endswith((".", "!", "?", "”", '"'))
        if words and (closes or voice != last or _label().match(line)):
            yield " ".join(words)
            words, length = [], 0
        if voice and not words:
            line = f"{voice}: {line}"
        last = voice
        words.append(line)
        length += len(line)
    if words:
        yield " ".join(words)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line of words with who is tagged as speaking.

    What stands between a blank line and the next times, a number or a note, isn't shown.
    """
    shown = False
    voice = ""
    for line in text.splitlines():
        bare = line.strip()
        if not bare:
            shown = False
        elif _times().fullmatch(bare):
            shown, voice = True, ""
        elif shown:
            named = _voice().match(bare)
            voice = " ".join(named[1].split()) if named else voice
            if words := " ".join(_tag().sub("", _voice().sub("", bare)).split()):
                yield words, voice
