"""Find the markup of a text in Markdown, which a reader doesn't see.

Nothing is changed but left out, so that every offset leads back to the file. The markup is that of CommonMark
0.31 with footnotes; front matter stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from heapq import merge

from statements_cli.documents.plain import make_document
from statements_cli.documents.walking import Report
from statements_cli.model import Document, Span
from statements_cli.text.text_view import Edit

_NAMES = (".md", ".markdown", ".mdown", ".qmd", ".rmd")
LONGEST_FRONT = 10_000
"""Characters; front matter ends before."""
LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph whose marks are looked for together; emphasis doesn't go on for longer."""


def is_markdown(head: bytes, name: str) -> bool:
    """Return whether a text is Markdown.

    By its name, or by two kinds of markup that plain text hasn't.
    """
    if name.lower().endswith(_NAMES):
        return True
    found = {match.lastgroup for match in _signs().finditer(head[:20_000])}
    return len(found) > 1


@cache
def _signs() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?m)(?P<heading>^#{1,6} \S)|(?P<link>\]\((?:https?:|/|#))|(?P<strong>\*\*\w[^*\n]{0,200}\*\*)"
        rb"|(?P<fence>^```)|(?P<reference>^\[\^?\w+\]: )"
    )


def read_markdown(path: str, data: bytes, report: Report) -> Document | None:
    """Return the document of a file in Markdown; its text is the file's own."""
    document = make_document(path, data, report)
    return document and replace(document, form="markdown")


def markup(text: str) -> Iterator[Edit]:
    """Yield the edits that take the markup out of a text in Markdown, in order.

    They are never held all at once: a text of nothing but markup has as many of them as it has words.
    """
    front = _front().match(text, 0, LONGEST_FRONT)
    body = front.end() if front else 0
    at = 0
    for start, end in merge(_of_lines(text, body), _of_paragraphs(text, body)):
        if max(at, start) < end:
            yield Edit(max(at, start), end)
            at = end


def _of_lines(text: str, at: int) -> Iterator[Span]:
    """Yield what is hidden as whole lines, or at their beginnings and ends, in order."""
    for block in _blocks().finditer(text, at):
        if block.lastgroup == "whole":
            yield block.span()
            continue
        opening = block.start()
        if mark := _line_start().match(text, opening, block.end()):
            yield mark.span()
            opening = mark.end()
        closing = _heading_end().search(text, max(opening, block.end() - 80), block.end())
        if closing and text[block.start() : opening].lstrip().startswith("#"):
            yield closing.span()


def _of_paragraphs(text: str, at: int) -> Iterator[Span]:
    """Yield the marks within paragraphs, in order; very long ones are read in parts."""
    for start, end in _paragraphs(text, at):
        while end - start > LONGEST_PARAGRAPH:
            stop = text.rfind(" ", start + 1, start + LONGEST_PARAGRAPH)
            stop = stop if stop > 0 else start + LONGEST_PARAGRAPH
            yield from sorted(_inline(text, start, stop))
            start = stop
        yield from sorted(_inline(text, start, end))


def _paragraphs(text: str, at: int) -> Iterator[Span]:
    for gap in _gaps().finditer(text, at):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


@cache
def _front() -> re.Pattern[str]:
    return re.compile(r"\s*---[ \t]*\r?\n(?s:.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


@cache
def _blocks() -> re.Pattern[str]:
    """Match what is no text as a whole: fenced code, comments, rules, definitions of links.

    Or else a line.
    """
    return re.compile(
        r"(?P<whole>^[ \t]{0,3}```(?s:.*?)(?:^[ \t]{0,3}```[ \t]*\r?$|\Z)|<!--(?s:.*?)(?:-->|\Z)"
        r"|^[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,}|=+[ \t]*)\r?$"
        r"|^[ \t]{0,3}\[[^\]\n^]{1,200}\]:[ \t]*\S+[^\n]*$)"
        r"|(?P<line>^[^\n]+$)",
        re.MULTILINE,
    )


@cache
def _line_start() -> re.Pattern[str]:
    """Match the marks of headings, quotations and footnotes before a line's text."""
    return re.compile(r"[ \t]{0,3}(?:>[ \t]?)*(?:#{1,6}(?=[ \t])[ \t]*|\[\^\w{1,40}\]:[ \t]*)?")


@cache
def _heading_end() -> re.Pattern[str]:
    return re.compile(r"(?<![ \t])[ \t]++#++[ \t]*+\r?$")


@cache
def _gaps() -> re.Pattern[str]:
    return re.compile(r"\n[ \t\r]*\n")


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"\\(?=[!-/:-@\[-`{-~]|\r?\n)|`+|\[\^\w{1,40}\](?!:)|!\[|\["
        r"|\](?:\((?:[^()\s]|\([^()\s]{0,500}\)){0,2000}(?:\s+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\s?\)|\[[^\[\]\n]{0,200}\])?"
        r"|<(?=https?://[^<>\s]{1,2000}>)|</?[a-zA-Z][^<>\n]{0,500}>|\*+|_+|~~"
    )


def _inline(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the marks of links, pictures, emphasis, code and escapes in a paragraph.

    What has no counterpart stays.
    """
    brackets: list[Span] = []
    emphases: list[Span] = []
    at = start
    while match := _tokens().search(text, at, end):
        token, (first, last) = match[0], match.span()
        at = last
        if token == "\\":
            yield first, last
            at = last + 1
        elif token[0] == "`":
            close = _code_end(text, last, end, len(token))
            if close:
                yield from ((first, last), close)
                at = close[1]
        elif token[0] == "<":
            yield first, last
            if token == "<":
                close_at = text.index(">", last)
                yield close_at, close_at + 1
                at = close_at + 1
        elif token.startswith("[^"):
            yield first, last
        elif token in ("[", "!["):
            brackets.append((first, last))
        elif token[0] == "]":
            if brackets:
                bracket = brackets.pop()
                if text[bracket[0]] == "!" and last - first > 1:
                    yield bracket[0], last
                elif last - first > 1:
                    yield from (bracket, (first, last))
        elif opening := _matched(text, first, last, emphases):
            yield from (opening, (first, last))


def _code_end(text: str, at: int, end: int, length: int) -> Span | None:
    close = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(text, at, min(end, at + 2000)) if length < 4 else None
    return close.span() if close else None


def _matched(text: str, first: int, last: int, open_: list[Span]) -> Span | None:
    """Return the opening that a run of emphasis marks closes, taken off those open.

    A run that opens is put there.
    """
    mark = text[first]
    before = text[first - 1] if first else " "
    after = text[last] if last < len(text) else " "
    within = before.isalnum() and after.isalnum()
    if mark == "_" and within:
        return None
    if not before.isspace():
        for depth in range(1, min(len(open_), 8) + 1):
            opening = open_[-depth]
            if text[opening[0] : opening[1]] == text[first:last] and opening[1] < first:
                del open_[-depth:]
                return opening
    if not after.isspace() and not (within and last - first == 1 and before.isdigit()):
        open_.append((first, last))
    return None
