"""Read the articles in a news database's export.

Read are the full-text exports of LexisNexis (``1 of 120 DOCUMENTS`` and ``End of Document``) and of Factiva
(with field codes, and as printed). The text of a document is the article's body as it stands in the export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import IO

from statements_cli.documents.decoding import decode
from statements_cli.documents.notices import Notice
from statements_cli.documents.plain import make_document
from statements_cli.documents.records.column_mapping import make_record
from statements_cli.documents.streams import Reading, read_whole
from statements_cli.model import Document

HEADER = 60
"""Lines at the beginning of an article in which its title, outlet, day and length stand."""
Record = dict[str, str]


@cache
def _parting(style: str) -> re.Pattern[str]:
    """Match the lines that part the articles of an export."""
    return re.compile(
        {
            "counted": r"(?m)^[ \t\f]*(?:Document )?\d{1,6} of \d{1,6}(?: DOCUMENTS)?[ \t]*\r?$",
            "ended": r"(?m)^[ \t]*End of Document[ \t]*\r?$",
            "coded": r"(?m)^AN {1,4}Document [A-Za-z]\w{9,40}[ \t]*\r?$",
            "printed": r"(?m)^Document [A-Z]\w{9,40}[ \t]*\r?$",
        }[style]
    )


def style_of(text: str) -> str | None:
    """Return which kind of export a text is by its beginning.

    None for any other text.
    """
    if re.search(r"(?m)^[ \t\f]*LENGTH:\s+[\d,]+ words", text) and _parting("counted").search(text):
        return "counted"
    if re.search(r"(?m)^[ \t]*Length:[\s\xa0]*[\d,]+ words", text) and re.search(r"(?m)^[ \t]*Body[ \t]*\r?$", text):
        return "ended"
    if re.search(r"(?m)^WC {1,4}[\d,]+ words", text) and re.search(r"(?m)^HD\b", text):
        return "coded"
    if _length_line().search(text) and _parting("printed").search(text):
        return "printed"
    return None


@cache
def _length_line() -> re.Pattern[str]:
    """Match the length with the day below it, as Factiva prints them."""
    return re.compile(r"(?m)^[\d,]+ words[ \t]*\r?\n(\d{1,2} \w+ \d{4})[ \t]*\r?$")


def is_export(head: bytes) -> bool:
    """Return whether a text that begins so is an export of such a database."""
    known = decode(head[: head.rfind(b"\n") + 1])
    return known is not None and style_of(known.text) is not None


def read_export(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of an export as plain text."""
    data = read_whole(b"", stream, reading)
    document = make_document(path, data, reading.report)
    if document is not None:
        yield from documents_of_text(path, document.text, document.digest, reading)


def documents_of_text(path: str, text: str, digest: str, reading: Reading) -> Iterator[Document]:
    """Yield the documents of a text that may be an export.

    A text of another kind is one document of that digest.
    """
    style = style_of(text)
    if style is None:
        yield Document(path, text, digest)
        return
    number = 0
    without: list[int] = []
    for part in _parts(text, style):
        record = _READERS[style](part)
        if record is None:
            continue
        number += 1
        document = make_record(f"{path}#{number}", record, None)
        if document is None:
            without.append(number)
        else:
            yield document
    if without:
        what = f"{len(without)} of {number} articles without text, passed over (the first is #{without[0]})"
        reading.report(Notice(path, what))
    reading.report(Notice(path, f"read as an export of {number} articles", detail=True))


def _parts(text: str, style: str) -> Iterator[str]:
    marks = [match.span() for match in _parting(style).finditer(text)]
    if style == "counted":  # the mark opens an article; what stands before the first is a cover sheet
        starts = [end for _, end in marks]
        ends = [start for start, _ in marks[1:]] + [len(text)]
    else:
        starts = [0] + [end for _, end in marks]
        ends = [start for start, _ in marks] + [len(text)]
    yield from (text[start:end] for start, end in zip(starts, ends, strict=True))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?im)^[ \t]*(byline|section|length|dateline|headline|highlight|series|source|body)"
        r"(?::[ \t\xa0]*(.*?)|[ \t]*)\r?$"
    )


@cache
def _tail() -> re.Pattern[str]:
    """Match what LexisNexis puts below an article."""
    return re.compile(
        r"(?m)^[ \t]*(?:(?:LOAD-DATE|Load-Date|LANGUAGE|Language|PUBLICATION-TYPE|Publication-Type|GRAPHIC|Graphic"
        r"|SUBJECT|Subject|JOURNAL-CODE|Journal Code|URL|NOTES|CORRECTION-DATE|DOCUMENT-TYPE|ORGANIZATION|COUNTRY"
        r"|PERSON|TICKER|INDUSTRY|GEOGRAPHIC|CITY|STATE|COMPANY|TYPE|DOC-TYPE):|Classification[ \t]*\r?$"
        r"|Copyright (?:©|\(c\))? ?\d{4}\b|All Rights Reserved)"
    )


def _read_lexis(part: str) -> Record | None:
    labels = [
        m for m in _label().finditer(part, 0, _line_at(part, HEADER)) if m[2] is not None or m[1].lower() == "body"
    ]
    length = next((m for m in labels if m[1].lower() == "length"), None)
    if length is None:
        return None
    last = length
    for match in labels:  # the labels below the length belong to it, unless text stands between
        if match.start() > last.end() and part[last.end() : match.start()].strip():
            break
        last = match if match.start() >= last.start() else last
    body = part[last.end() :]
    tail = _tail().search(body)
    fields = {m[1].lower(): (m[2] or "").strip() for m in labels}
    top = part[: min(labels[0].start(), length.start())]
    record = _read_top(top)
    below = body[tail.start() :] if tail else ""
    language = re.search(r"(?im)^[ \t]*language:[ \t\xa0]*([^\r\n;]+)", below)
    url = re.search(r"(?m)^[ \t]*(?:URL:[ \t]*)?(https?://\S+)", below)
    return record | {
        "text": _stripped(body[: tail.start()] if tail else body),
        "title": fields.get("headline") or record.get("title", ""),
        "author": re.sub(r"(?i)^by\s+", "", fields.get("byline", "")),
        "language": language[1].strip() if language else "",
        "url": url[1] if url else "",
    }


def _read_top(top: str) -> Record:
    """Title, outlet and day of the lines above the labels, in either order."""
    from statements_cli.text.written_dates import find_days

    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n\s*\n", top)]
    lines = [(number, line) for number, block in enumerate(blocks) for line in block]
    day_at, day = next(
        (
            (at, d.day.iso)
            for at, (_, line) in enumerate(lines)
            if len(line) < 80
            for d in find_days(line)
            if d.day.complete
        ),
        (None, None),
    )
    if day_at is None:
        return {"title": lines[0][1] if lines else ""}
    before = lines[:day_at]
    after = [line for line in lines[day_at + 1 :] if not _tail().match(line[1])]
    found = {"date": day or "", "source": before[-1][1] if before else ""}
    if len(before) > 1:  # title, outlet, day
        return found | {"title": " ".join(line for _, line in before[:-1])}
    last = after[-1][0] if after else -1
    return found | {"title": " ".join(line for number, line in after if number == last and number != lines[day_at][0])}


def _read_coded(part: str) -> Record | None:
    """Return an article of Factiva's with two-letter codes before its fields."""
    pieces = re.split(
        r"(?m)^(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|PUB|IPC|IPD|CLM|SE|VOL|AN)(?: {1,4}|\s*$)",
        part,
    )
    fields: Record = {}
    for code, value in zip(pieces[1::2], pieces[2::2], strict=False):
        fields.setdefault(code, _stripped(value))
    if "HD" not in fields:
        return None
    return {
        "text": "\n\n".join(fields[code] for code in ("LP", "TD") if fields.get(code)),
        "title": fields["HD"],
        "author": re.sub(r"(?i)^by\s+", "", fields.get("BY", "")),
        "date": fields.get("PD", ""),
        "source": fields.get("SN", ""),
        "language": fields.get("LA", ""),
    }


def _read_printed(part: str) -> Record | None:
    """Return an article of Factiva's as it is printed.

    Title, byline, length, day, outlet, code, language, rights, body.
    """
    match = _length_line().search(part, 0, _line_at(part, HEADER))
    if match is None:
        return None
    top = [line.strip() for line in part[: match.start()].split("\n") if line.strip()]
    byline = top.pop() if len(top) > 1 and top[-1].lower().startswith("by ") else ""
    head, _, body = part[match.end() :].lstrip("\r\n").partition("\n\n")
    if not _:
        head, _, body = part[match.end() :].lstrip("\r\n").partition("\r\n\r\n")
    below = [line.strip() for line in head.split("\n") if line.strip()]
    below = [line for line in below if not re.fullmatch(r"\d{1,2}:\d\d", line)]
    languages = [line for line in below[1:] if line.isalpha() and line.istitle()]
    return {
        "text": _stripped(body),
        "title": " ".join(top),
        "author": byline[3:],
        "date": match[1],
        "source": below[0] if below else "",
        "language": languages[0] if languages else "",
    }


_READERS = {"counted": _read_lexis, "ended": _read_lexis, "coded": _read_coded, "printed": _read_printed}


def _line_at(text: str, number: int) -> int:
    """Return where a line of a text begins that has so many before it."""
    at = 0
    for _ in range(number):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at


def _stripped(text: str) -> str:
    """Return the text without blank lines around it.

    The indent of its first line goes too.
    """
    return text.strip(" \t\r\n\f\xa0")
