"""Write statements as W3C Web Annotations, one collection in JSON-LD.

https://www.w3.org/TR/annotation-model/: each statement is an annotation whose targets are the pieces of its content,
selected by position (Unicode code points of the document's text) and by quotation with what stands around it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TextIO

from statements_cli.model import Span, Statement
from statements_cli.output.citations.footnote import saying
from statements_cli.output.exports.exported import URN, Exported, in_text, iri_of

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of prefix and suffix


def write_web_annotations(exported: Exported, out: TextIO, encode: Callable[[Any], str]) -> None:
    """Write an annotation collection with one page that holds all annotations."""
    collection = {
        "@context": _CONTEXT,
        "id": f"{URN}collection",
        "type": "AnnotationCollection",
        "label": "Statements",
        "total": exported.total,
        "last": f"{URN}page",
    }
    page = {"id": f"{URN}page", "type": "AnnotationPage", "partOf": f"{URN}collection", "startIndex": 0}
    out.write(f'{encode(collection)[:-1]}, "first": {encode(page)[:-1]}, "items": [')
    count = 0
    for document in exported.by_document():
        for statement in document.statements:
            out.write(f"{',' if count else ''}\n{encode(annotation(statement, document.text))}")
            count += 1
    out.write("\n]}}\n")


def annotation(statement: Statement, text: str) -> dict[str, Any]:
    """Return a statement as an annotation of its document's ``text``."""
    bodies = [{"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": saying(statement)}]
    if statement.speaker:
        bodies.append({"type": "TextualBody", "purpose": "identifying", "value": statement.speaker})
    bodies.append({"type": "TextualBody", "purpose": "tagging", "value": statement.kind})
    if statement.language:
        bodies[0]["language"] = statement.language
    source = iri_of(statement)
    return {
        "id": f"{URN}{statement.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": [_target(source, span, text) for span in in_text(statement.spans.content, text)]
        or [{"source": source}],
    }


def _target(source: str, span: Span, text: str) -> dict[str, Any]:
    start, end = span
    quotation = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    return {"source": source, "selector": [quotation, {"type": "TextPositionSelector", "start": start, "end": end}]}
