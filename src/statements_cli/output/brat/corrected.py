"""Read a folder of corrected annotations back into records.

An annotation whose content is that of a statement found by the program keeps what nobody annotates: the channel, who
relays it, the role of an unchanged speaker. What an annotator says comes first, and has the confidence 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from statements_cli.model import Act, Article, Document, Kind, Span, Spans, Statement, StatementSpans
from statements_cli.output.brat.standoff import AnnotatedAttribution, StandoffError, annotated_in, fragments
from statements_cli.output.brat.word_overlap import Words, best_pairs

if TYPE_CHECKING:
    from statements_cli.model import SpeakerType

_MARKS = "\"“”„‟«»「」『』〝〞＂'‘’ \t\r\n,;:"
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SURE = 1.0
_TYPES: dict[str, SpeakerType] = {"body": "organisation", "media": "media"}


class BratError(Exception):
    """A pair of files that can't be read: which, and what is wrong with it."""


class AnnotatedDocument(NamedTuple):
    """A document of the folder with what stands in its annotations."""

    document: Document
    annotated: tuple[AnnotatedAttribution, ...]


def pairs_in(folder: Path) -> list[Path]:
    """Return the texts of a folder that have annotations, in alphabetical order.

    Links are passed over.
    """
    texts = (path for path in sorted(folder.glob("*.txt")) if path.is_file() and not path.is_symlink())
    return [path for path in texts if path.with_suffix(".ann").is_file() and not path.with_suffix(".ann").is_symlink()]


def read_pair(text: Path) -> AnnotatedDocument:
    """Return a text with its annotations.

    Raises ``BratError`` where they can't be read or don't fit the text.
    """
    from statements_cli.documents import digest

    path = text.with_suffix(".ann")
    try:
        data = text.read_bytes()
        held = data.decode("utf-8")
        annotated = annotated_in(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BratError(f"{text}: text or annotations are not UTF-8 ({error.reason})") from error
    except StandoffError as error:
        raise BratError(f"{path}: {error}") from error
    except OSError as error:
        raise BratError(f"{error.filename or text}: {error.strerror or error}") from error
    last = max((end for one in annotated for part in (one.content, one.cue, one.source) for _, end in part), default=0)
    if last > len(held):
        raise BratError(f"{path}: a span ends at {last}, and the text has {len(held)} characters")
    return AnnotatedDocument(Document(str(text), held, digest(data)), tuple(annotated))


def corrected_statements(
    held: AnnotatedDocument, articles: Sequence[Article], found: Sequence[Statement], known: Sequence[Statement] = ()
) -> Iterator[Statement]:
    """Yield the records of a document's annotations, in the order of the text.

    ``articles`` and the statements ``found`` are those of the document; ``known`` are statements of all documents, from
    which a speaker's type, role and country are taken.
    """
    text = held.document.text
    words = Words(text)
    contents = [words.within(one.content) for one in held.annotated]
    pairs = best_pairs([words.within(one.spans.content) for one in found], contents)
    speakers: dict[str | None, Statement] = {one.speaker: one for one in (*known, *found) if one.speaker}
    for at, annotated in enumerate(held.annotated):
        base = found[pairs[at]] if at in pairs else _nothing(held.document, _article_at(annotated, articles))
        yield _corrected(annotated, base, held.document, speakers)


def _corrected(
    annotated: AnnotatedAttribution, base: Statement, document: Document, speakers: dict[str | None, Statement]
) -> Statement:
    from statements_cli.pipeline.statement_making import content_wording, statement_id, wording

    text = document.text
    content = _spans(annotated.content, base.spans.content, text, trimmed=True)
    cue = _spans(annotated.cue, base.spans.cue, text)
    source = _spans(annotated.source, base.spans.source, text)
    # what nobody changed reads as it did: the words of a record are mended, those of the document may not be
    changed = replace(
        base,
        text=base.text if content == base.spans.content else content_wording(text, content),
        cue=base.cue if cue == base.spans.cue else wording(text, cue) or None,
        source=base.source if source == base.spans.source else wording(text, source) or None,
        act=_one_of(annotated.attributes.get("Act"), get_args(Act)) or base.act,
        spans=StatementSpans(content, cue, source),
        confidence=_SURE,
        **_said_by(annotated, base, speakers, wording(text, source)),
        **_said_on(annotated, base),
    )
    if content != base.spans.content:
        changed = replace(changed, id=statement_id(document.digest, content))
    kind = _one_of(annotated.attributes.get("Kind"), get_args(Kind))
    return _quoted(changed, kind, text, same=content == base.spans.content)


def _spans(annotated: Spans, found: Spans, text: str, *, trimmed: bool = False) -> Spans:
    """Return what is annotated.

    Where it is what was found, that, which may go over line ends.
    """
    if fragments(found, text) == annotated:
        return found
    joined: list[Span] = []
    for start, end in annotated:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(_trimmed(span, text) for span in joined) if trimmed else tuple(joined)


def _trimmed(span: Span, text: str) -> Span:
    """Return a content without the quotation marks and commas around it.

    One of nothing else stays.
    """
    start, end = span
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return (start, end) if start < end else span


def _said_by(
    annotated: AnnotatedAttribution, base: Statement, speakers: dict[str | None, Statement], source: str
) -> dict[str, Any]:
    name = annotated.notes.get("speaker")
    if name is None and base.source == (source or None):
        name = base.speaker
    name = name or source or None
    if name == base.speaker:
        return {}
    known = speakers.get(name)
    if known is not None:
        return {"speaker": name, "type": known.type, "role": known.role, "country": known.country}
    return {"speaker": name, "role": None, **_type_of(name)}


def _type_of(name: str | None) -> dict[str, Any]:
    """Return type and country of a name that no other statement has."""
    if name is None:
        return {"type": None, "country": None}
    from statements_cli.speakers.names.name_parts import take_apart

    named = take_apart(name)
    if named.place is not None:
        return {"type": named.place.type, "country": named.place.code or None}
    return {"type": _TYPES.get(named.sort, "person"), "country": None}


def _said_on(annotated: AnnotatedAttribution, base: Statement) -> dict[str, Any]:
    date = annotated.notes.get("date", "")
    if date == base.date or not _DATE.fullmatch(date):
        return {}
    return {"date": date, "date_basis": "stated"}


def _quoted(statement: Statement, kind: Kind | None, text: str, *, same: bool) -> Statement:
    """Return a statement with its kind and its verbatim pieces."""
    from statements_cli.pipeline.statement_making import wording

    if same and kind in (None, statement.kind):
        return statement
    content = statement.spans.content
    inside = _inside_marks(content, text)
    if kind is None:
        words = Words(text)
        quoted, all_words = words.within(inside), words.within(content)
        kind = "direct" if all_words and quoted >= all_words else "mixed" if quoted else "indirect"
    if kind == "direct":
        whole = (statement.text,) if len(content) == 1 else tuple(wording(text, (span,)) for span in content)
        return replace(statement, kind=kind, quotes=whole)
    pieces = tuple(wording(text, (span,)) for span in inside) if kind == "mixed" else ()
    return replace(statement, kind=kind, quotes=pieces)


def _inside_marks(content: Spans, text: str) -> Spans:
    """Return the pieces of a content between quotation marks, those inside others left out."""
    from statements_cli.quotations.marks import find_quotations

    first, last = content[0][0], content[-1][1]
    begin, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    begin, end = max(0, begin), len(text) if end < 0 else end
    regions = [one.inner for one in find_quotations(text, ((begin, end),)) if not one.depth]
    shared = ((max(a, start), min(b, stop)) for start, stop in regions for a, b in content)
    return tuple(sorted(span for span in shared if span[0] < span[1]))


def _article_at(annotated: AnnotatedAttribution, articles: Sequence[Article]) -> Article | None:
    start = annotated.content[0][0]
    within = (one for one in articles if one.span[0] <= start < one.span[1])
    return next(within, articles[0] if articles else None)


def _nothing(document: Document, article: Article | None) -> Statement:
    """Return a statement of which nothing is known but the article it stands in."""
    published = article.published if article is not None else None
    return Statement(
        id="",
        date=published[:10] if published else None,
        date_basis="article" if published else None,
        speaker=None,
        type=None,
        role=None,
        country=None,
        kind="indirect",
        act="speech",
        text="",
        quotes=(),
        cue=None,
        source=None,
        via=(),
        audience=None,
        channel=None,
        headline=article.headline if article else None,
        outlet=article.outlet if article else None,
        byline=article.byline if article else None,
        published=published,
        published_basis=article.published_basis if article else None,
        article=article.id if article else document.digest[:12],
        path=document.path,
        url=article.url if article else None,
        spans=StatementSpans(),
        confidence=_SURE,
        language=article.language if article else None,
    )


def _one_of(value: str | None, known: tuple[Any, ...]) -> Any:
    return value if value in known else None
