"""What must hold for the articles and statements of any document: one function for tests, fuzzers and long runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from statements_cli.model import JOINT, Article, Document, Evidence, Metadata, Spans, Statement
from statements_cli.model.codec import record_of
from statements_cli.output.json_schema import record_schema
from statements_cli.pipeline import Parsed
from statements_cli.pipeline.statement_making import statement_id
from statements_cli.query.filters import Filter
from statements_cli.store import Store
from statements_cli.store.cache import packing
from statements_cli.store.tables.rows import writable
from statements_cli.text.repair.mending import repairs
from statements_cli.text.repair.soundness import is_shouted, plain_spaces

_ALL = Filter(acts=("any",), confidence=0.0)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_CLOCK = re.compile(r"(?:T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)
_RESOLVED = (
    "speaker",
    "type",
    "role",
    "country",
    "date",
    "date_basis",
    "published",
    "published_basis",
    "via",
    "evidence",
    "utterance",
)
"""Fields that a corpus may settle otherwise than a document does on its own."""
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "null": (type(None),),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list, tuple),
    "object": (dict,),
}


def check(parsed: Parsed) -> None:
    """Assert that nothing is wrong with what was found in a document."""
    found = list(faults(parsed))
    assert not found, "\n".join(found)


def faults(parsed: Parsed, *, stored: bool = True) -> Iterator[str]:
    """Yield what is wrong with what was found in a document, one sentence each; nothing for a sound result.

    Spans lie inside the text and in order, records are worded as the text is, ids are unique and made from the
    content, dates are ISO 8601 days that exist, a confidence is between 0 and 1, records fit the schema, and the
    cache and the tables of an index give back what they were given. Without ``stored`` the index is left out, for
    those who ask of many documents at once (``index_faults``).
    """
    text = parsed.document.text
    articles = {article.id: article for article in parsed.articles}
    if len(articles) < len(parsed.articles):
        yield "two articles have one id"
    if len({statement.id for statement in parsed.statements}) < len(parsed.statements):
        yield "two statements have one id"
    for article in parsed.articles:
        yield from _article_faults(article, text)
    mended = bool(parsed.statements) and (parsed.document.form != "plain" or any(True for _ in repairs(text)))
    for statement in parsed.statements:
        for fault in _statement_faults(statement, parsed.document, articles.get(statement.article), mended):
            yield f"{fault}: {statement!r}"
    kept = through_cache(parsed)
    if kept != parsed or _evidence(kept.statements) != _evidence(parsed.statements):
        yield "the cache gives back something else"
    if stored and parsed.statements:
        yield from index_faults([parsed])


def index_faults(documents: Sequence[Parsed]) -> Iterator[str]:
    """Yield what the tables of an index give back otherwise than they were given; the paths must differ."""
    held = Store(documents)
    try:
        found = list(held.statements(_ALL, "article"))
    finally:
        held.close()
    given = [statement for parsed in documents for statement in parsed.statements]
    if len(found) != len(given):
        yield f"an index holds {len(found)} statements of {len(given)}"
        return
    for before, after in zip(given, found, strict=True):
        for name in Statement.__match_args__:
            if name not in _RESOLVED and _writable(getattr(before, name)) != getattr(after, name):
                yield f"an index gives back another {name}: {getattr(before, name)!r}, {getattr(after, name)!r}"
        yield from schema_faults(record_of(after), _schema())


def document_faults(document: Document) -> Iterator[str]:
    """Yield what is wrong with a document as a reader gives it."""
    if not re.fullmatch(r"[0-9a-f]{64}", document.digest):
        yield f"{document.digest!r} is no digest"
    metadata = document.metadata or Metadata()
    if metadata.published is not None and not is_moment(metadata.published):
        yield f"the day published {metadata.published!r} is not ISO 8601"
    if metadata.language is not None and not re.fullmatch(r"[a-z]{2,3}", metadata.language):
        yield f"{metadata.language!r} is no code of a language"
    for name in ("headline", "byline", "outlet", "url"):
        value = getattr(metadata, name)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            yield f"the {name} is {value!r}"


def is_day(value: str) -> bool:
    """Return whether a value is a day, month or year that exists, in ISO 8601."""
    match = _DAY.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def is_moment(value: str) -> bool:
    """Return whether a value is such a day, or a day and a time with or without a zone."""
    clock = _CLOCK.fullmatch(value[10:])
    if clock is None or not is_day(value[:10]):
        return False
    hour, minute, second = (int(part or 0) for part in clock.groups())
    return hour < 25 and minute < 60 and second < 61


def schema_faults(value: Any, schema: dict[str, Any], where: str = "record") -> list[str]:
    """Return where a value breaks a JSON Schema, by the keywords that the schema of records uses."""
    names: list[str] = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not isinstance(value, tuple(kind for name in names for kind in _TYPES[name])):
        return [f"{where}: {value!r} is no {names}"]
    if value is None:
        return []
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r} is none of {schema['enum']}"]
    if "pattern" in schema and not re.search(str(schema["pattern"]), str(value)):
        return [f"{where}: {value!r} does not match {schema['pattern']}"]
    if "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
        return [f"{where}: {value!r} is out of bounds"]
    if isinstance(value, dict):
        missing = [f"{where}.{key} is missing" for key in schema["required"] if key not in value]
        parts = schema["properties"]
        return missing + [f for key, one in value.items() if key in parts for f in schema_faults(one, parts[key], key)]
    if isinstance(value, (list, tuple)):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            return [f"{where}: {value!r} has too few or too many items"]
        items = schema.get("prefixItems") or [schema["items"]] * len(value)
        return [fault for item, part in zip(value, items, strict=True) for fault in schema_faults(item, part, where)]
    return []


@cache
def _schema() -> dict[str, Any]:
    return record_schema()


def _article_faults(article: Article, text: str) -> Iterator[str]:
    start, end = article.span
    if not 0 <= start <= end <= len(text):
        yield f"the article's span {article.span} is outside a text of {len(text)} characters"
    spans = tuple(block.span for block in article.blocks)
    if not _is_ordered(spans) or any(not start <= a <= b <= end for a, b in spans):
        yield f"blocks are out of order or of the article {article.span}: {spans}"
    if article.published is not None and not is_moment(article.published):
        yield f"the day published {article.published!r} is not ISO 8601"
    if (article.published is None) != (article.published_basis is None):
        yield "a day published without its basis, or a basis without its day"


def _statement_faults(statement: Statement, document: Document, article: Article | None, mended: bool) -> Iterator[str]:
    text, spans = document.text, statement.spans
    if article is None:
        yield "the article is unknown"
    elif any(not article.span[0] <= start <= end <= article.span[1] for start, end in spans.content):
        yield "the content is outside its article"
    if not spans.content or not statement.text:
        yield "there is no content"
    for part in (spans.content, spans.cue, spans.source):
        if any(not 0 <= start < end <= len(text) for start, end in part) or list(part) != sorted(part):
            yield f"spans outside the text or out of order: {part}"
    if not _is_ordered(spans.content):
        yield "pieces of the content overlap"
    if not mended:  # what is mended is worded otherwise than it stands
        yield from _wording_faults(statement, text)
    if any(quote not in statement.text for quote in statement.quotes):
        yield "a quote is not in the text"
    if (statement.kind == "indirect") != (not statement.quotes):
        yield "the kind does not fit the quotes"
    if statement.speaker is not None and statement.speaker in statement.via:
        yield "the speaker relays itself"
    if (statement.date is None) != (statement.date_basis is None):
        yield "a date without its basis, or a basis without its date"
    if statement.date is not None and not is_day(statement.date):
        yield f"the date {statement.date!r} is not ISO 8601"
    if (statement.speaker is None) != (statement.type is None):
        yield "a speaker without a type, or a type without a speaker"
    if statement_id(document.digest, spans.content) != statement.id:
        yield "the id is not made from the document and the content"
    yield from schema_faults(record_of(statement), _schema())


def _wording_faults(statement: Statement, text: str) -> Iterator[str]:
    spans = statement.spans
    joint = JOINT.strip()  # stands only where words lie between the pieces
    cased = str.casefold if is_shouted(plain_spaces(text)) else str  # capitals are read as print would have them
    expected = [cased(word) for word in _words(text, spans.content, JOINT) if word != joint]
    if [cased(word) for word in statement.text.split() if word != joint] != expected:
        yield "the text is not what stands in the text"
    for name, words, part in (("cue", statement.cue, spans.cue), ("source", statement.source, spans.source)):
        if [*map(cased, (words or "").split())] != [*map(cased, _words(text, part, ""))]:
            yield f"the {name} is not what stands in the text"


def _words(text: str, spans: Spans, joint: str) -> list[str]:
    """Return the words of the spans, with those of the joint between spans that have any."""
    pieces = [words for start, end in spans if (words := text[start:end].split())]
    return [word for number, words in enumerate(pieces) for word in (*(joint.split() if number else ()), *words)]


def _is_ordered(spans: Spans) -> bool:
    return all(before[1] <= after[0] for before, after in pairwise(spans))


def through_cache(parsed: Parsed) -> Parsed | None:
    """Return what the cache makes of its own entry."""
    return packing.unpacked(packing.packed(parsed), parsed.document)


def _evidence(statements: Sequence[Statement]) -> list[Evidence]:
    return [statement.evidence for statement in statements]


def _writable(value: Any) -> Any:
    """Return a value as a file can hold it: half characters replaced."""
    return writable((value,))[0] if isinstance(value, str) else writable(value) if isinstance(value, tuple) else value
