"""Annotations are what the W3C's model asks, and lead back to the words of the text."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest

from statements_cli.output.environment import Environment
from statements_cli.output.exports.export_formats import write_text
from statements_cli.output.exports.exported import Exported

MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}


def collection_faults(collection: dict[str, Any]) -> list[str]:
    """Return what of https://www.w3.org/TR/annotation-model/#collections a collection fails."""
    page = collection.get("first", {})
    items = page.get("items", [])
    checks = {
        "context": collection.get("@context") == "http://www.w3.org/ns/anno.jsonld",
        "collection id": _is_iri(collection.get("id")),
        "collection type": collection.get("type") == "AnnotationCollection",
        "total": collection.get("total") == len(items),
        "page id": _is_iri(page.get("id")),
        "page type": page.get("type") == "AnnotationPage",
        "page's collection": page.get("partOf") == collection.get("id"),
        "start": page.get("startIndex") == 0,
        "last page": collection.get("last") == page.get("id"),
        "ids differ": len({one.get("id") for one in items}) == len(items),
    }
    return [name for name, holds in checks.items() if not holds] + [
        fault for one in items for fault in annotation_faults(one)
    ]


def annotation_faults(one: dict[str, Any]) -> list[str]:
    """Return what of the model an annotation fails: its id, type, bodies and targets with their selectors."""
    checks = {
        "id": _is_iri(one.get("id")),
        "type": one.get("type") == "Annotation",
        "motivation": one.get("motivation") in MOTIVATIONS,
        "target": bool(one.get("target")),
        "body": all(
            body["type"] == "TextualBody" and isinstance(body["value"], str) and body["purpose"] in MOTIVATIONS
            for body in one["body"]
        ),
        "source": all(isinstance(target.get("source"), str) and target["source"] for target in one["target"]),
    }
    selectors = [selector for target in one["target"] for selector in target.get("selector", [])]
    kinds = {"TextQuoteSelector": {"exact", "prefix", "suffix"}, "TextPositionSelector": {"start", "end"}}
    return [name for name, holds in checks.items() if not holds] + [
        str(selector) for selector in selectors if {"type"} | kinds[selector["type"]] != selector.keys()
    ]


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and ":" in value and not set(value) & set(' <>"{}|\\^`')


def read_collection(exported: Exported) -> dict[str, Any]:
    """Return what the export writes, read as JSON."""
    import io

    out = io.StringIO()
    write_text(exported, "webannotation", Environment(out, out, out))
    read: dict[str, Any] = json.loads(out.getvalue())
    return read


def test_they_are_what_the_model_asks(exported: Exported) -> None:
    """The collection, its page and every annotation have what the model says they must."""
    collection = read_collection(exported)

    assert [] == collection_faults(collection)
    assert exported.total == collection["total"]


@pytest.mark.parametrize("change", [{"total": 99}, {"id": None}, {"type": "x"}, {"last": "urn:x"}, {"@context": ""}])
def test_faults_are_found(exported: Exported, change: dict[str, Any]) -> None:
    """The check finds what is wrong."""
    assert collection_faults(read_collection(exported) | change)


def test_selectors_lead_to_the_words(exported: Exported) -> None:
    """By position, and by quotation with what stands around it, each target is the content of its statement."""
    items = read_collection(exported)["first"]["items"]
    statements = list(exported.read())
    selected = []
    for item in items:
        spans = []
        for target in item["target"]:
            path = unquote(target["source"])
            text = exported.text_of(path)
            quotation, position = target["selector"]
            whole = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            at = text.index(whole) + len(quotation["prefix"])
            assert (at, at + len(quotation["exact"])) == (position["start"], position["end"])
            spans.append((position["start"], position["end"]))
        selected.append(tuple(spans))

    assert [one.spans.content for one in statements] == selected
    assert ["Adela Brandt" in json.dumps(item["body"]) for item in items][:3] == [True] * 3
