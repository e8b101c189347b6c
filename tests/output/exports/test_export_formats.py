"""Each format holds every statement, as a reader of that format's own reads it."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from statements_cli.model import RECORD_KEYS
from statements_cli.output.environment import Environment
from statements_cli.output.exports.export_formats import EXPORT_FORMATS, ExportFormat, format_of, write_into, write_text
from statements_cli.output.exports.exported import Exported


def written(exported: Exported, format_: ExportFormat) -> bytes:
    """Return what a format's file holds."""
    file = io.BytesIO()
    write_into(exported, format_, file)
    return file.getvalue()


@pytest.mark.parametrize("format_", [one for one in EXPORT_FORMATS if one not in ("parquet", "sqlite", "brat")])
def test_a_pipe_gets_the_same_as_a_file(exported: Exported, format_: ExportFormat) -> None:
    """Text goes to stdout as it goes into a file, and comes out the same each time."""
    out = io.StringIO()
    write_text(exported, format_, Environment(out, out, out))
    data = written(exported, format_)

    assert data == out.getvalue().encode() == written(exported, format_)
    assert data and not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)


def test_csv(exported: Exported) -> None:
    """A spreadsheet gets a column for each key, a row for each statement, and no formula."""
    rows = list(csv.DictReader(io.StringIO(written(exported, "csv").decode())))
    records = [one.to_dict() for one in exported.read()]

    assert [list(RECORD_KEYS)] * len(records) == [list(row) for row in rows]
    assert [record["text"] for record in records] == [row["text"] for row in rows]
    assert "'=SUM(A1)/.hidden.txt" == rows[-1]["path"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_jsonl(exported: Exported) -> None:
    """JSON Lines are the records."""
    assert [one.to_dict() for one in exported.read()] == [
        json.loads(line) for line in written(exported, "jsonl").splitlines()
    ]


def test_parquet(exported: Exported) -> None:
    """Parquet has the records, lists as lists and spans as a structure, in as many row groups as are needed."""
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(written(exported, "parquet")))

    assert list(RECORD_KEYS) == table.column_names
    assert [one.to_dict() for one in exported.read()] == table.to_pylist()
    assert ("string", "double", "bool") == tuple(
        str(table.schema.field(key).type) for key in ("text", "confidence", "non_answer")
    )


def test_parquet_of_many(exported: Exported) -> None:
    """More statements than are written at once are all there, in their order."""
    parquet = pytest.importorskip("pyarrow.parquet")
    many = list(exported.read()) * 500
    data = written(Exported(lambda: iter(many), len(many), exported.text_of), "parquet")

    assert [one.id for one in many] == parquet.read_table(io.BytesIO(data)).column("id").to_pylist()
    assert 3 == parquet.ParquetFile(io.BytesIO(data)).num_row_groups


def test_sqlite(exported: Exported, tmp_path: Path) -> None:
    """A file of SQLite has the statements, lists as JSON, and their articles."""
    path = tmp_path / "a.db"
    path.write_bytes(written(exported, "sqlite"))
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("select * from statements order by rowid")]
    articles = connection.execute("select article, headline, path from articles order by rowid").fetchall()
    whole = connection.execute("pragma integrity_check").fetchone()[0]
    connection.close()
    lists = ("quotes", "via", "spans")

    assert "ok" == whole
    assert [one.to_dict() for one in exported.read()] == [
        row | {key: json.loads(row[key]) for key in lists} | {"non_answer": bool(row["non_answer"])} for row in rows
    ]
    assert ["Envoy sees room for talks", "Mixed signals"] == [row["headline"] for row in articles][:2]


def test_markdown(exported: Exported) -> None:
    """A page has a heading for each article and an item for each statement; article text makes no mark-up."""
    lines = written(exported, "markdown").decode().splitlines()
    hostile = next(line for line in lines if "script" in line)

    assert 3 == sum(line.startswith("## ") for line in lines)
    assert exported.total == sum(line.startswith("- ") for line in lines)
    assert r"It is \<script\>alert('x')\</script\> \[a\](b) \*\*b\*\* \| =1+1 as ever" in hostile
    assert "- Adela Brandt (Foreign Minister): “We are glad \\[…\\] that both sides are ready to meet.”" in "\n".join(
        lines
    )


# What the properties of schema.org used here may stand on, and what they hold: https://schema.org/Quotation
SCHEMA_ORG: dict[str, dict[str, tuple[str, ...]]] = {
    "Quotation": {
        "@id": ("Text",),
        "text": ("Text",),
        "creator": ("Person", "Organization", "NewsMediaOrganization", "Country"),
        "dateCreated": ("Date",),
        "inLanguage": ("Text",),
        "keywords": ("Text",),
        "isPartOf": ("NewsArticle",),
    },
    "NewsArticle": {
        "@id": ("Text",),
        "headline": ("Text",),
        "author": ("Person",),
        "publisher": ("NewsMediaOrganization",),
        "datePublished": ("Date",),
        "url": ("URL",),
        "inLanguage": ("Text",),
    },
    "Person": {"name": ("Text",), "jobTitle": ("Text",), "affiliation": ("Organization",)},
    "Organization": {"name": ("Text",)},
    "NewsMediaOrganization": {"name": ("Text",)},
    "Country": {"name": ("Text",)},
}


def schema_org_faults(value: Any, kinds: tuple[str, ...]) -> list[str]:
    """Return what is wrong with a value that should be one of these types of schema.org."""
    if isinstance(value, list):
        return [fault for one in value for fault in schema_org_faults(one, kinds)]
    if isinstance(value, dict):
        kind = value.get("@type")
        if kind not in kinds:
            return [f"{kind} is none of {kinds}"]
        known = SCHEMA_ORG[kind]
        faults = [f"{kind} has no {key}" for key in value if key != "@type" and key not in known]
        return faults + [
            fault for key, one in value.items() if key in known for fault in schema_org_faults(one, known[key])
        ]
    if not isinstance(value, str) or not set(kinds) & {"Text", "URL", "Date"}:
        return [f"{value!r} is none of {kinds}"]
    if kinds == ("Date",) and not re.match(r"\d{4}(-\d\d(-\d\d)?)?($|T)", value):
        return [f"{value} is no date"]
    return []


def test_schema_org(exported: Exported) -> None:
    """Every statement is a Quotation whose properties are schema.org's, created by the speaker, part of the article."""
    read = json.loads(written(exported, "jsonld"))
    first = read["@graph"][0]

    assert {"@context", "@graph"} == read.keys() and "https://schema.org" == read["@context"]
    assert [] == schema_org_faults(read["@graph"], ("Quotation",))
    assert ["Quotation has no said"] == schema_org_faults({"@type": "Quotation", "said": "x"}, ("Quotation",))
    assert exported.total == len(read["@graph"]) == len({one["@id"] for one in read["@graph"]})
    assert {"@type": "Person", "name": "Adela Brandt", "jobTitle": "Foreign Minister"} == first["creator"]
    assert ("Envoy sees room for talks", "2025-05-20") == (first["isPartOf"]["headline"], first["dateCreated"])
    assert "dateCreated" not in read["@graph"][-1]


def test_citron(exported: Exported) -> None:
    """Each document has its text and quotes whose spans hold the words they say, quotation marks included."""
    documents = [json.loads(line) for line in written(exported, "citron").decode().split("\n")[:-1]]
    spans = [
        (document["text"], span)
        for document in documents
        for quote in document["quotes"]
        for span in (quote["cue"], *quote["sources"], *quote["contents"])
    ]

    assert 3 == len(documents)
    assert all({"text", "quotes"} <= document.keys() for document in documents)
    assert all({"cue", "sources", "contents"} <= quote.keys() for document in documents for quote in document["quotes"])
    assert all({"start", "end", "text"} == span.keys() for _, span in spans)
    assert all(text[span["start"] : span["end"]] == span["text"] != "" for text, span in spans)
    assert ["“We are glad,”", "“that both sides\nare ready to meet.”"] == [
        span["text"] for span in documents[0]["quotes"][1]["contents"]
    ]
    assert ["“We are glad that both sides are ready to meet,”"] == [
        span["text"] for span in documents[1]["quotes"][0]["contents"]
    ]


def test_citron_needs_cues(exported: Exported) -> None:
    """A statement without a cue has no place in Citron's layout, and is counted as left out."""
    from dataclasses import replace

    uncued = [replace(one, spans=one.spans._replace(cue=())) for one in exported.read()]
    of_none = Exported(lambda: iter(uncued), len(uncued), exported.text_of)

    assert b'"quotes": []' in written(of_none, "citron")
    assert {"without a cue": len(uncued)} == of_none.left_out


QUOTEBANK: dict[str, Any] = {
    "quoteID": r"\d{4}-\d\d-\d\d-\d{6}",
    "quotation": r"(?s).+",
    "speaker": r".+",
    "date": r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d",
    "phase": r"[A-E]",
}


def test_quotebank(exported: Exported) -> None:
    """Each verbatim quotation stands once, with its occurrences, whatever its case and punctuation."""
    rows = [json.loads(line) for line in written(exported, "quotebank").splitlines()]
    twice = next(row for row in rows if row["numOccurrences"] == 1 and "script" in row["quotation"])

    keys = ["quoteID", "quotation", "speaker", "qids", "date", "numOccurrences", "probas", "urls", "phase"]
    assert all(keys == list(row) for row in rows)
    assert all(re.fullmatch(pattern, row[key]) for row in rows for key, pattern in QUOTEBANK.items())
    assert all(row["speaker"] == row["probas"][0][0] for row in rows)
    assert all(abs(sum(float(share) for _, share in row["probas"]) - 1) < 0.001 for row in rows)
    assert ["2025-05-20-000001", "2025-05-20-000002", "2025-05-21-000001", "2025-05-21-000002"] == [
        row["quoteID"] for row in rows
    ]
    assert ["Piet Vos", "None"] == [name for name, _ in twice["probas"]]
    assert {"without verbatim words": 1, "in articles without a day": 1} == exported.left_out


def test_quotebank_joins_occurrences(exported: Exported) -> None:
    """The same words in two articles are one quotation: the longest form, the earliest day, all addresses."""
    from dataclasses import replace

    one, *_ = [statement for statement in exported.read() if statement.kind == "direct"]
    said = [
        replace(one, quotes=("We are glad",), speaker="A", confidence=0.8, published="2025-05-22", path="later.txt"),
        replace(
            one, quotes=("we are, glad!",), speaker="B", confidence=0.5, published="2025-05-21T08:05", path="a b.txt"
        ),
    ]
    [row] = [
        json.loads(line)
        for line in written(Exported(lambda: iter(said), 2, exported.text_of), "quotebank").splitlines()
    ]

    assert ("we are, glad!", "2025-05-21 08:05:00", 2) == (row["quotation"], row["date"], row["numOccurrences"])
    assert [["A", "0.4000"], ["None", "0.3500"], ["B", "0.2500"]] == row["probas"]
    assert ["later.txt", "a%20b.txt"] == row["urls"]


ARTICLE = {"articleID", "articleLength", "date", "names", "phase", "quotations", "title", "url"}
QUOTATION = {
    *("quoteID", "numOccurrences", "quotation", "quotationOffset", "leftContext", "rightContext"),
    *("globalTopSpeaker", "globalProbas", "localTopSpeaker", "localProbas"),
}


def test_quotebank_by_article(exported: Exported) -> None:
    """Each article has its quotations in their contexts, by the ids that they have by themselves."""
    articles = [json.loads(line) for line in written(exported, "quotebank-articles").splitlines()]
    ids = {json.loads(line)["quoteID"] for line in written(exported, "quotebank").splitlines()}
    quotations = [one for article in articles for one in article["quotations"]]
    first = articles[0]
    tokens = re.findall(r"\w+|[^\w\s]", exported.text_of(first["url"]))
    names = {one["name"]: [tokens[slice(*place)] for place in one["offsets"]] for one in first["names"]}

    assert [ARTICLE] * 2 == [set(article) for article in articles] and [QUOTATION] * 4 == [
        set(one) for one in quotations
    ]
    assert ids == {one["quoteID"] for one in quotations}
    assert ["We", "that"] == [tokens[one["quotationOffset"]] for one in first["quotations"]]
    assert {"Adela Brandt": [["Foreign", "Minister", "Adela", "Brandt"], ["Brandt"]]} == names
    assert len(tokens) == first["articleLength"]
    assert first["quotations"][0]["leftContext"].endswith("go on 🕊.\n\n“")
    assert first["quotations"][1]["rightContext"] == "”"
    assert all(one["localTopSpeaker"] == one["localProbas"][0]["speaker"] for one in quotations)


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.csv", "csv"),
        ("A.PARQUET", "parquet"),
        ("x.db", "sqlite"),
        ("x.md", "markdown"),
        ("x.json", None),
        ("", None),
    ],
)
def test_a_name_says_the_format(name: str, format_: str | None) -> None:
    """Where no format is given the ending of the file's name says it, if it can be only one."""
    assert format_ == format_of(name)
