"""Write statements as Quotations of schema.org, one graph in JSON-LD.

https://schema.org/Quotation: the creator is who said it, the work that it is part of the article.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TextIO

from statements_cli.model import Statement
from statements_cli.output.exports.exported import URN, Exported, iri_of

_KINDS = {"person": "Person", "anonymous": "Person", "country": "Country", "media": "NewsMediaOrganization"}
_OTHER_KIND = "Organization"


def write_quotations(exported: Exported, out: TextIO, encode: Callable[[Any], str]) -> None:
    """Write a graph of quotations."""
    out.write('{"@context": "https://schema.org", "@graph": [')
    for number, statement in enumerate(exported.read()):
        out.write(f"{',' if number else ''}\n{encode(quotation(statement))}")
    out.write("\n]}\n")


def quotation(statement: Statement) -> dict[str, Any]:
    """Return a statement as a Quotation; what isn't known is left out."""
    return _known(
        {
            "@type": "Quotation",
            "@id": f"{URN}{statement.id}",
            "text": statement.text,
            "creator": _creator(statement),
            "dateCreated": statement.date,
            "inLanguage": statement.language,
            "keywords": [statement.kind, statement.act],
            "isPartOf": _known(
                {
                    "@type": "NewsArticle",
                    "@id": f"{URN}{statement.article}",
                    "headline": statement.headline,
                    "author": _named("Person", statement.byline),
                    "publisher": _named("NewsMediaOrganization", statement.outlet),
                    "datePublished": statement.published,
                    "url": iri_of(statement) if statement.url else None,
                    "inLanguage": statement.language,
                }
            ),
        }
    )


def _creator(statement: Statement) -> dict[str, Any] | None:
    if statement.speaker is None:
        return None
    kind = _KINDS.get(statement.type or "", _OTHER_KIND)
    if kind == "Person":
        body = {"affiliation": {"@type": "Organization", "name": statement.country}} if statement.country else {}
        return _known({"@type": kind, "name": statement.speaker, "jobTitle": statement.role}) | body
    return _named(kind, statement.speaker)


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    return None if name is None else {"@type": kind, "name": name}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
