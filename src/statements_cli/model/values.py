"""Define the values that flow from room to room: documents, articles, statements.

Every span is a pair ``(start, end)``, half-open, in characters (Unicode code points) of the decoded
text of the document. Days are ISO 8601 strings: ``2025-05-20``, or ``2025-05`` or ``2025`` where no
more is known.
"""

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from statements_cli.model.evidence import Clue, Evidence
from statements_cli.model.field_values import (
    Act,
    BlockRole,
    DateBasis,
    Kind,
    PublishedBasis,
    Span,
    Spans,
    SpeakerType,
)

NOTHING_KNOWN = Evidence()


class Metadata(NamedTuple):
    """What a document's own format says of the text beside the text.

    A page's head, a record's columns.

    ``published`` is an ISO 8601 day, or day and time with zone where given; ``language`` an ISO 639-1
    code; ``evidence`` says where each was found.
    """

    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    evidence: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read, with the place it came from.

    ``path`` is the path as the user gave it (``-`` for standard input); ``digest`` is the SHA-256 of
    the document's bytes in hexadecimal, from which ids are made; ``text`` is the decoded text, line
    ends as they are, a byte-order mark left out. ``metadata`` is what the format says beside the text;
    a document that has it is one article. ``form`` says that the text holds markup which is not to be read;
    spans are nevertheless those of the text as it stands.
    """

    path: str
    text: str
    digest: str
    url: str | None = None
    metadata: Metadata | None = None
    form: Literal["plain", "markdown"] = "plain"


class Block(NamedTuple):
    """A stretch of an article, usually one paragraph, and the part it plays.

    ``furniture`` is what yields neither statements nor dates: menus, captions, bylines, date lines,
    newsletter lines, banners, doubled lines. In a transcript a ``label`` names who speaks, and each
    ``speech`` up to the next label is a paragraph of what they say.
    """

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document.

    Where it stands, what it is called, who printed it and when.

    ``published`` is an ISO 8601 day, or day and time with zone where given; ``blocks`` are in text
    order and do not overlap. ``evidence`` says how each of these is known.
    """

    id: str
    path: str
    span: Span
    blocks: tuple[Block, ...]
    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    url: str | None = None
    evidence: tuple[Clue, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return what the command shows of an article, by name; ``article`` is the id."""
        return {key: getattr(self, "id" if key == "article" else key) for key in ARTICLE_KEYS}


class StatementSpans(NamedTuple):
    """Where content, cue and source of a statement stand in the document."""

    content: Spans = ()
    cue: Spans = ()
    source: Spans = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as users see it.

    The fields but ``evidence`` are the record, in its order.

    ``utterance`` is the id of the group of statements that report the same utterance. Only a store knows it, as it
    takes all documents: it is None in what was parsed.
    """

    id: str
    date: str | None
    date_basis: DateBasis | None
    speaker: str | None
    type: SpeakerType | None
    role: str | None
    country: str | None
    kind: Kind
    act: Act
    text: str
    quotes: tuple[str, ...]
    cue: str | None
    source: str | None
    via: tuple[str, ...]
    audience: str | None
    channel: str | None
    headline: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_basis: PublishedBasis | None
    article: str
    path: str
    url: str | None
    spans: StatementSpans
    confidence: float
    language: str | None
    question: str | None = None
    asked_by: str | None = None
    non_answer: bool = False
    utterance: str | None = None
    evidence: Evidence = field(default=NOTHING_KNOWN, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the record, with lists and dictionaries as JSON has them."""
        record = {key: list(value) if type(value := getattr(self, key)) is tuple else value for key in RECORD_KEYS}
        spans = self.spans
        parts = (("content", spans.content), ("cue", spans.cue), ("source", spans.source))
        return record | {"spans": {name: [[start, end] for start, end in part] for name, part in parts}}


RECORD_KEYS: tuple[str, ...] = tuple(name for name in Statement.__match_args__ if name != "evidence")

ARTICLE_KEYS = ("article", "headline", "outlet", "byline", "published", "published_basis", "language", "url", "path")
