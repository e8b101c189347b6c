"""Make the JSON Schema of the record (draft 2020-12)."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from statements_cli.model import RECORD_KEYS, Statement, StatementSpans

DESCRIPTIONS = {
    "id": "Stable: the same document bytes and content give the same id, wherever the file lies.",
    "date": "The day it was said, ISO 8601; a month or a year where no more is known, or null.",
    "date_basis": (
        "stated: a date in the text; relative: a weekday or 'yesterday' resolved against the day published; "
        "article: the day published; inferred: from the content or from another article."
    ),
    "speaker": "Canonical name: the fullest form known, one form across the corpus.",
    "type": "What the speaker is; null only where the speaker is.",
    "role": "As the article gives it.",
    "country": "ISO 3166-1 alpha-2 of the country spoken for, or the acronym of an international body.",
    "kind": "direct: all of the content is quoted; mixed: part of it; indirect: none.",
    "act": "speech; writing: a post, letter, article; report: of a medium, study; attitude: believes, wants.",
    "text": "What was said, without the outer quotation marks, white space folded.",
    "quotes": "The verbatim pieces inside it.",
    "cue": "The words that attribute it.",
    "source": "The speaker as mentioned there.",
    "via": "Who relays it, nearest first.",
    "audience": "Told to whom.",
    "channel": "Where it was said: a network, a press briefing, a phone call.",
    "headline": "Of the article.",
    "outlet": "Who printed the article.",
    "byline": "Who wrote the article.",
    "published": "Day, and time with zone where given, the article was published; ISO 8601.",
    "published_basis": "How the day published is known.",
    "article": "The article's id.",
    "path": "The document it stands in; - for standard input.",
    "url": "The article's address.",
    "spans": "Where content, cue and source stand: [start, end) in code points of the decoded document.",
    "confidence": "Probability that content and speaker are both right.",
    "language": "Of the article, ISO 639-1.",
    "question": "In a transcript, the question that the statement answers.",
    "asked_by": "Who asked it, where the transcript tells: an outlet or a person.",
    "non_answer": "Whether an answer to a question tells nothing: no comment, a reference elsewhere.",
    "utterance": "Id of the group of statements that report the same utterance; null in extract, which has no corpus.",
}


def record_schema() -> dict[str, Any]:
    """Return a record's JSON Schema, made from ``model.Statement``."""
    hints = get_type_hints(Statement)
    properties = {}
    for key in RECORD_KEYS:
        properties[key] = {"description": DESCRIPTIONS[key], **_schema_of(hints[key])}
    properties["confidence"] |= {"minimum": 0, "maximum": 1}
    properties["date"] |= {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Statement",
        "description": "Who said what, when, to whom, and how it is known.",
        "type": "object",
        "properties": properties,
        "required": list(RECORD_KEYS),
    }


def _schema_of(hint: Any) -> dict[str, Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        kind, *_ = (a for a in arguments if a is not NoneType)
        return _nullable(_schema_of(kind))
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _schema_of(arguments[0])}
    if origin is tuple:
        items = [_schema_of(argument) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if hint is StatementSpans:
        parts = get_type_hints(StatementSpans)
        return {
            "type": "object",
            "properties": {part: _schema_of(kind) for part, kind in parts.items()},
            "required": list(parts),
        }
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[hint]}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if "enum" in schema:
        return {"type": ["string", "null"], "enum": [*schema["enum"], None]}
    return schema | {"type": [schema["type"], "null"]}
