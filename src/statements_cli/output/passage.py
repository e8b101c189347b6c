"""Show a statement in its passage with marked spans and worded evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from statements_cli.model import Span, Statement
from statements_cli.model.codec import record_of
from statements_cli.output.citations.footnote import footnote
from statements_cli.output.environment import Environment
from statements_cli.output.evidence_words import evidence_in_words
from statements_cli.output.safe import one_line, printable
from statements_cli.store.results import Passage

Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[int, Sequence[Piece]]  # how many columns what is wrapped of it is indented

_STYLES = {"content": "yellow", "cue": "underline cyan", "source": "bold green"}
_MARKS = {"content": ("[[", "]]"), "cue": ("{", "}"), "source": ("<", ">")}
_LABEL = 12
_BULLET = "- "
_EMPTY: Line = (0, ())


def passage_row(passage: Passage) -> dict[str, Any]:
    """Return a statement's record with ``passage``, ``evidence`` and the document's hash."""
    row = record_of(passage.statement)
    row["passage"] = passage.text
    row["evidence"] = list(evidence_in_words(passage.statement, passage.article))
    row["text_sha256"] = text_digest(passage.document) if is_of_document(passage) else None
    return row


def is_of_document(passage: Passage) -> bool:
    """Return whether a passage is the document's own text, not made of records' words."""
    return all(clue.kind != "record alone" for clue in passage.article.evidence)


def text_digest(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of a document's text in UTF-8."""
    from statements_cli.documents import digest

    return digest(text.encode("utf-8", "replace"))


def write_document(text: str, environment: Environment) -> None:
    """Write a document's text, which spans index, in UTF-8 with nothing after it.

    A terminal gets it made harmless, which is no longer the same text.
    """
    buffer = getattr(environment.stdout, "buffer", None)
    if environment.stdout_is_terminal:
        environment.stdout.write(printable(text.replace("\r\n", "\n").replace("\r", "\n")).rstrip("\n") + "\n")
    elif buffer is not None:
        environment.stdout.flush()
        buffer.write(text.encode("utf-8", "replace"))
        buffer.flush()
    else:
        environment.stdout.write(text)


def write_shown(passage: Passage, environment: Environment, matches: Sequence[Span] = ()) -> None:
    """Write a statement for people.

    Who, when, how, the passage with its parts marked, evidence and place.

    With colour the parts are recognised by style, otherwise by brackets: ``[[content]] {cue} <source>``. ``matches``
    are spans of the passage's text to highlight: reversed, without colour ``**so**``.
    """
    lines = _shown(passage, environment.colored, matches)
    if environment.stdout_is_terminal or environment.colored:
        from statements_cli.output.console import write_passage

        write_passage(list(lines), environment)
    else:
        environment.stdout.writelines("".join(piece for piece, _ in pieces) + "\n" for _, pieces in lines)


def _shown(passage: Passage, colored: bool, matches: Sequence[Span]) -> Iterator[Line]:
    yield from _facts(passage.statement)
    yield _EMPTY
    yield 0, list(_marked(passage, colored, matches))
    yield _EMPTY
    if colored:
        legend = [piece for part, style in _STYLES.items() for piece in (("  ", ""), (part, style))]
        yield 0, [("marked: ", "dim"), *legend[1:]]
    else:
        yield 0, [("marked: [[content]] {cue} <source>", "")]
    evidence = evidence_in_words(passage.statement, passage.article)
    if evidence:
        yield _EMPTY
        yield 0, [("evidence", "bold")]
        yield from ((len(_BULLET), [(_BULLET + one_line(words), "")]) for words in evidence)
    yield _EMPTY
    yield from _place(passage)


def _facts(statement: Statement) -> Iterator[Line]:
    speaker = statement.speaker or "unknown"
    about = ", ".join(filter(None, (statement.role, statement.country, statement.type)))
    yield _line("speaker", speaker, "bold", f" ({about})" if about else "")
    basis = f" ({statement.date_basis})" if statement.date_basis else ""
    yield _line("date", statement.date or "undated", "bold", basis)
    yield _line("said", f"{statement.kind} {statement.act}", "")
    said = {
        "cue": statement.cue,
        "source": statement.source,
        "via": " < ".join(statement.via),
        "audience": statement.audience,
        "channel": statement.channel,
        "question": statement.question,
        "asked by": statement.asked_by,
        "answer": "tells nothing" if statement.non_answer else None,
    }
    for label, value in said.items():
        if value:
            yield _line(label, value, "")
    published = f"published {statement.published}" if statement.published else "day published unknown"
    basis = f" ({statement.published_basis})" if statement.published_basis else ""
    yield _line("headline", statement.headline or "none", "")
    yield _line("outlet", statement.outlet or "unknown", "", f", {published}{basis}")
    yield _line("confidence", f"{statement.confidence:.2f}", "")


def _line(label: str, value: str, style: str, more: str = "") -> Line:
    return _LABEL, ((label.ljust(_LABEL), "dim"), (one_line(value), style), (one_line(more), ""))


def _marked(passage: Passage, colored: bool, matches: Sequence[Span]) -> Iterator[Piece]:
    at = passage.span[0]
    for start, end, part in _parts(passage.statement):
        if start < at or end > passage.span[1]:
            continue
        yield from _between(passage, at, start, "", colored, matches)
        opening, closing = ("", "") if colored else _MARKS[part]
        yield opening, ""
        yield from _between(passage, start, end, _STYLES[part], colored, matches)
        yield closing, ""
        at = end
    yield from _between(passage, at, passage.span[1], "", colored, matches)


def _parts(statement: Statement) -> list[tuple[int, int, str]]:
    spans = statement.spans
    parts = {"content": spans.content, "cue": spans.cue, "source": spans.source}
    return sorted((start, end, part) for part, pairs in parts.items() for start, end in pairs)


def _between(
    passage: Passage, start: int, end: int, style: str, colored: bool, matches: Sequence[Span]
) -> Iterator[Piece]:
    begin = passage.span[0]
    at = start
    for first, last in ((max(first + begin, at), min(last + begin, end)) for first, last in matches):
        if at <= first < last:
            yield _lines(passage, at, first), style
            matched = _lines(passage, first, last)
            yield (matched, f"{style} reverse".strip()) if colored else (f"**{matched}**", style)
            at = last
    yield _lines(passage, at, end), style


def _lines(passage: Passage, start: int, end: int) -> str:
    begin = passage.span[0]
    return printable(passage.text[start - begin : end - begin].replace("\r\n", "\n").replace("\r", "\n"))


def _place(passage: Passage) -> Iterator[Line]:
    offsets = ", ".join(f"{start}-{end}" for start, end in passage.statement.spans.content)
    yield _line("at", f"{one_line(passage.statement.path)}, characters {offsets or 'unknown'}", "")
    if passage.statement.url:
        yield _line("url", passage.statement.url, "")
    yield _line("id", passage.statement.id, "")
    yield _line("footnote", footnote(passage.statement), "")
