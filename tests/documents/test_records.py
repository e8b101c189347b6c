"""Records of JSON, JSON Lines and tables: their texts as documents, with what the other columns say."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read
from statements_cli.documents import line_reader as lines
from statements_cli.documents.records import json_values
from statements_cli.documents.records.dates import published_moment
from statements_cli.model import Clue, Document

BODY = "The minister said on Monday that talks would go on.\n\nHe gave no date."


def gather(data: bytes | str, columns: dict[str, str] | None = None) -> tuple[list[Document], list[Notice]]:
    """Read standard input and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    documents = list(read(["-"], report=notices.append, stdin=stream, columns=columns))
    return documents, [notice for notice in notices if not notice.detail]


def said(document: Document) -> dict[str, str | None]:
    """What a document says beside its text."""
    assert document.metadata is not None
    names = ("headline", "byline", "outlet", "published", "language", "url")
    return {name: value for name in names if (value := getattr(document.metadata, name)) is not None}


RECORDS: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    (
        "NewsAPI",
        {
            "source": {"id": "the-times", "name": "The Times"},
            "author": "Ann Field",
            "title": "Talks go on",
            "description": "Short.",
            "url": "https://example.org/a",
            "publishedAt": "2025-05-20T10:00:00Z",
            "content": BODY,
        },
        {
            "headline": "Talks go on",
            "byline": "Ann Field",
            "outlet": "The Times",
            "published": "2025-05-20T10:00:00Z",
            "url": "https://example.org/a",
        },
    ),
    (
        "MediaCloud",
        {"id": 7, "publish_date": "2025-05-20", "media_name": "example.org", "language": "en", "text": BODY},
        {"outlet": "example.org", "published": "2025-05-20", "language": "en"},
    ),
    (
        "the Guardian",
        {
            "webTitle": "Talks go on",
            "webPublicationDate": "2025-05-20T10:00:00Z",
            "webUrl": "https://example.org/b",
            "fields": {"bodyText": BODY, "byline": "Ann Field", "publication": "The Paper"},
        },
        {
            "headline": "Talks go on",
            "byline": "Ann Field",
            "outlet": "The Paper",
            "published": "2025-05-20T10:00:00Z",
            "url": "https://example.org/b",
        },
    ),
    (
        "schema.org",
        {
            "@type": "NewsArticle",
            "headline": "Talks go on",
            "articleBody": BODY,
            "datePublished": "2025-05-20T18:00:00+08:00",
            "author": [{"@type": "Person", "name": "Ann Field"}, {"name": "Bo Hill"}],
            "publisher": {"name": "The Paper"},
            "inLanguage": "en-GB",
        },
        {
            "headline": "Talks go on",
            "byline": "Ann Field, Bo Hill",
            "outlet": "The Paper",
            "published": "2025-05-20T18:00:00+08:00",
            "language": "en",
        },
    ),
    (
        "ninjs",
        {
            "uri": "urn:x:1",
            "headlines": [{"role": "main", "value": "Talks go on"}],
            "bodies": [{"role": "main", "contenttype": "text/plain", "value": BODY}],
            "versioncreated": "2025-05-20T10:00:00+00:00",
            "language": "eng",
        },
        {"headline": "Talks go on", "published": "2025-05-20T10:00:00+00:00", "language": "en"},
    ),
    (
        "Event Registry",
        {"title": "Talks go on", "body": BODY, "dateTime": "2025-05-20T10:00:00Z", "source": {"title": "The Paper"}},
        {"headline": "Talks go on", "outlet": "The Paper", "published": "2025-05-20T10:00:00Z"},
    ),
    (
        "Elasticsearch",
        {"_index": "news", "_source": {"title": "Talks go on", "text": BODY, "date": 1747735200}},
        {"headline": "Talks go on", "published": "2025-05-20T10:00:00Z"},
    ),
    (
        "a data set",
        {"article": BODY, "publication": "The Paper", "date": "May 20, 2025", "Author Name": "Ann Field"},
        {"outlet": "The Paper", "published": "2025-05-20", "byline": "Ann Field"},
    ),
    ("paragraphs in a list", {"text": BODY.split("\n\n")}, {}),
]


@pytest.mark.parametrize(("record", "expected"), [case[1:] for case in RECORDS], ids=[case[0] for case in RECORDS])
def test_usual_names(record: dict[str, Any], expected: dict[str, str]) -> None:
    """The columns of the usual interfaces and exports are told by their names."""
    (document,), notices = gather(json.dumps(record))
    assert (BODY, expected, "-", []) == (document.text, said(document), document.path, notices)


WRAPPED = [
    ("a list", lambda a: json.dumps(a)),
    ("a list over lines", lambda a: json.dumps(a, indent=2)),
    ("lines", lambda a: "\n".join(map(json.dumps, a)) + "\n"),
    ("objects over lines, one after the other", lambda a: "\n".join(json.dumps(r, indent=1) for r in a)),
    ("articles", lambda a: json.dumps({"status": "ok", "totalResults": 2, "articles": a})),
    ("response.results", lambda a: json.dumps({"response": {"status": "ok", "results": a}})),
    (
        "hits.hits",
        lambda a: json.dumps({"took": 3, "hits": {"total": {"value": 2}, "hits": [{"_source": r} for r in a]}}),
    ),
    ("a feed with its own title", lambda a: json.dumps({"title": "News", "description": "All", "items": a})),
    ("@graph", lambda a: json.dumps({"@context": "https://schema.org", "@graph": a})),
    ("pages of results", lambda a: json.dumps([{"page": 1, "articles": a[:1]}, {"page": 2, "articles": a[1:]}])),
]


@pytest.mark.parametrize("wrap", [case[1] for case in WRAPPED], ids=[case[0] for case in WRAPPED])
@pytest.mark.parametrize("small", [1 << 20, 50])
def test_lists_of_articles(monkeypatch: pytest.MonkeyPatch, wrap: Any, small: int) -> None:
    """Articles are found however they are wrapped, whether the whole fits into memory or not."""
    monkeypatch.setattr(json_values, "SMALL", small)
    documents, notices = gather(wrap([{"title": "One", "text": BODY}, {"title": "Two", "text": "Fine."}]))
    assert [("-#1", BODY), ("-#2", "Fine.")] == [(d.path, d.text) for d in documents]
    assert ["One", "Two"] == [said(d)["headline"] for d in documents]
    assert [] == notices


@pytest.mark.parametrize("small", [1 << 17, 50])
def test_path_of_one_record(monkeypatch: pytest.MonkeyPatch, small: int) -> None:
    """A file that is one record has its own path, a list of one a number."""
    monkeypatch.setattr(json_values, "SMALL", small)
    record = {"title": "One", "text": BODY, "authors": [{"name": "A" * 40}, {"name": "B" * 40}]}
    paths = [gather(json.dumps(value))[0][0].path for value in (record, [record], {"articles": [record]})]
    assert ["-", "-#1", "-#1"] == paths


def test_damaged_line() -> None:
    """A line that is no JSON is one failure, and the next ones are read under their own numbers."""
    good = json.dumps({"text": BODY})
    documents, notices = gather(f"{good}\n{{'text': no}}\n{good[:-9]}\n{good}\n")
    assert ["-#1", "-#4"] == [d.path for d in documents]
    assert [("2 of 4 records damaged, passed over (the first is #2)", True)] == [(n.message, n.failed) for n in notices]


def test_list_cut_off() -> None:
    """A list that breaks off gives what stands before."""
    documents, notices = gather(json.dumps([{"text": BODY}] * 3)[:-20])
    assert ([], [True]) == (documents, [n.failed for n in notices])
    documents, notices = gather(json.dumps([{"text": BODY * 9999}] * 3)[:-20])
    assert (2, [True]) == (len(documents), [n.failed for n in notices])


def test_records_without_text() -> None:
    """Records without text are counted in one notice; a summary or title stands in for the text."""
    records = [{"text": BODY}, {"text": ""}, {"text": " ", "title": None}, {"title": "Talks will end, minister says"}]
    documents, notices = gather("\n".join(map(json.dumps, records)))
    assert ["-#1", "-#4"] == [d.path for d in documents]
    assert [("2 of 4 records without text, passed over (the first is #2)", False)] == [
        (n.message, n.failed) for n in notices
    ]


def test_own_statements() -> None:
    """What the program itself writes isn't taken for articles."""
    record: dict[str, Any] = {"id": "1", "date_basis": None, "speaker": "A", "cue": "said", "text": "so", "spans": {}}
    for data in (
        json.dumps(record) + "\n",
        json.dumps([record]),
        "id,date_basis,speaker,text,cue,spans\n1,,A,so,said,{}\n",
    ):
        documents, notices = gather(data)
        assert ([], 1) == (documents, len(notices))
        assert "statements as this program writes them" in notices[0].message


@pytest.mark.parametrize(
    "text", ["[Reuters] The minister said so.", "{not json", "[1] See the notes.", "{{title}} said"]
)
def test_text_with_brackets(text: str) -> None:
    """Text that opens with a bracket is text."""
    (document,), _ = gather(text)
    assert (text, None) == (document.text, document.metadata)


@pytest.mark.parametrize("text", ["{}", "[]", "[[1], 2]", '{"a": {"b": 1}}'])
def test_json_without_articles(text: str) -> None:
    """JSON that holds no articles is passed over with a word."""
    documents, notices = gather(text)
    assert ([], [False]) == (documents, [n.failed for n in notices])


def test_same_article_same_ids() -> None:
    """An article has the same digest in JSON, JSON Lines and a table, whatever stands beside it."""
    record = {"title": "Talks", "text": BODY, "date": "2025-05-20"}
    table = io.StringIO()
    writer = csv.DictWriter(table, [*record, "other"])
    writer.writeheader()
    writer.writerows([{"text": "x"}, record])
    digests = {
        gather(data)[0][-1].digest
        for data in (json.dumps(record), json.dumps([{"text": "x"}, record]), table.getvalue())
    }
    assert 1 == len(digests)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
@pytest.mark.parametrize("kind", ["csv", "tsv", "semicolons", "json", "jsonl"])
def test_encodings(encoding: str, kind: str) -> None:
    """Records come in any usual encoding."""
    text = "Министр заявил: «Переговоры продолжатся»."
    record = {"id": "1", "text": text, "title": "Переговоры"}
    if kind.startswith("json"):
        data = json.dumps(record, ensure_ascii=False)
    else:
        into = io.StringIO()
        writer = csv.DictWriter(into, list(record), delimiter={"csv": ",", "tsv": "\t", "semicolons": ";"}[kind])
        writer.writeheader()
        writer.writerow(record)
        data = into.getvalue()
    (document,), notices = gather(data.encode(encoding))
    assert (text, "Переговоры", []) == (document.text, said(document)["headline"], notices)


def test_quoted_newlines() -> None:
    """A cell of several lines is one text, its line ends kept."""
    rows = 'title;text\r\nOne;"First; line.\r\n\r\nSecond ""line""."\r\nTwo;Fine.\r\n'
    documents, _ = gather(rows)
    assert ['First; line.\r\n\r\nSecond "line".', "Fine."] == [d.text for d in documents]


def test_spreadsheet_line() -> None:
    """The line in which a spreadsheet names its delimiter is no header."""
    documents, _ = gather("sep=|\ntitle|text\nOne|Fine.\n")
    assert ["Fine."] == [d.text for d in documents]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["05/04/2025", "05/20/2025"], ["2025-05-04", "2025-05-20"]),
        (["05/04/2025", "20/05/2025"], ["2025-04-05", "2025-05-20"]),
        (["05.04.2025 10:00", "20.05.2025 11:00"], ["2025-04-05T10:00", "2025-05-20T11:00"]),
        (["05/04/2025", "06/05/2025"], [None, None]),
        (["05/04/2025", "20/05/2025", "05/20/2025"], [None, "2025-05-20", "2025-05-20"]),
    ],
)
def test_days_in_digits(dates: list[str], expected: list[str | None]) -> None:
    """The rows of a table tell together whether the day or the month comes first."""
    documents, _ = gather("text,date\n" + "".join(f"Fine.,{day}\n" for day in dates))
    assert expected == [said(d).get("published") for d in documents]


def test_evidence_names_the_columns() -> None:
    """The evidence names the columns as the file does."""
    (document,), _ = gather("Body Text,Publication Date\nFine.,2025-05-20\n")
    expected = (Clue("column", ("text", "Body Text")), Clue("column", ("published", "Publication Date")))
    assert expected == (document.metadata and document.metadata.evidence)


def test_text_cut_off() -> None:
    """The mark with which an interface cuts texts off is none of the text."""
    (document,) = gather('{"articles": [{"content": "He said that talks… [+1204 chars]"}]}')[0]
    assert "He said that talks" == document.text


def test_list_of_titles() -> None:
    """Articles without text, as GDELT lists them, are their titles."""
    record = {
        "title": "Talks will end, Peskov says",
        "seendate": "20250520T101500Z",
        "domain": "example.org",
        "language": "English",
    }
    (document,), _ = gather(json.dumps({"articles": [record]}))
    expected = {
        "headline": record["title"],
        "outlet": "example.org",
        "published": "2025-05-20T10:15:00Z",
        "language": "en",
    }
    assert (record["title"], expected) == (document.text, said(document))


def test_headline_with_commas() -> None:
    """A text whose first line has commas is no table."""
    text = "China, Russia, India\n\nThe minister said so, and text, title, body followed.\n"
    (document,), _ = gather(text)
    assert (text, None) == (document.text, document.metadata)


@pytest.mark.parametrize("data", ["id,words\n1,Fine.\n", '{"id": 1, "words": "Fine."}'])
def test_mapped_columns(data: str) -> None:
    """A column the user names is taken, whatever it is called."""
    (document,), notices = gather(data, {"text": "words", "title": "id"})
    assert ("Fine.", "1", []) == (document.text, said(document)["headline"], notices)


def test_mapped_inside() -> None:
    """A dot leads into what a record wraps."""
    (document,), _ = gather('{"a": {"b": "Fine.", "c": {"d": 1}}}', {"text": "a.b"})
    assert "Fine." == document.text


def test_table_without_text(tmp_path: Any) -> None:
    """A table without a column of text is a failure that says which columns there are."""
    path = tmp_path / "x.csv"
    path.write_text("id,words\n1,Fine.\n", encoding="utf-8")
    notices: list[Notice] = []
    assert [] == list(read([str(path)], report=notices.append))
    assert [True] == [n.failed for n in notices]
    assert "it has id, words" in notices[0].message


def test_html_in_a_column() -> None:
    """Text that is HTML is what it shows, paragraph by paragraph; script is none of it."""
    html = "<p>The minister said &ldquo;no&rdquo;.</p><script>var x = '<p>';</script>\n<p>He <b>left</b>.<br/>Then</p><!-- x -->"
    (document,), _ = gather(json.dumps({"content": html, "title": "A &amp; B"}))
    assert "The minister said “no”.\n\nHe left.\nThen" == document.text
    assert "A & B" == said(document)["headline"]


def test_quotation_graph() -> None:
    """A record that holds quotations with what stands around them is read as their passages."""
    quotes = [{"pre": "The minister said", "quote": "We go on", "post": "on Monday."}, {"quote": "No"}]
    (document,), _ = gather(json.dumps({"url": "https://example.org/a", "quotes": quotes}))
    assert "The minister said “We go on” on Monday.\n\n“No”" == document.text


def test_half_characters() -> None:
    """Half a character, which JSON may hold, doesn't reach the text."""
    (document,), _ = gather('{"text": "Fine \\ud83d \\u0000 \\ud83d\\ude00."}')
    assert "Fine \ufffd \0 😀." == document.text


def test_endless_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table with a line or cell of megabytes ends with a failure."""
    monkeypatch.setattr(lines, "LONGEST_LINE", 1000)
    documents, notices = gather("title,text\nOne,Fine.\nTwo," + "x" * 5000 + "\n")
    assert (["Fine."], [True]) == ([d.text for d in documents], [n.failed for n in notices])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-05-20", "2025-05-20"),
        ("2025-05-20T10:00:00Z", "2025-05-20T10:00:00Z"),
        ("2025-05-20 10:00:00.123+0800", "2025-05-20T10:00:00+08:00"),
        ("2025-05-20 10:00:00 UTC", "2025-05-20T10:00:00Z"),
        ("20250520T101500Z", "2025-05-20T10:15:00Z"),
        ("20250520", "2025-05-20"),
        # of a time that no day has the day alone holds
        ("2025-05-20T10:00:59Z", "2025-05-20T10:00:59Z"),
        ("2025-05-20T10:00:60Z", "2025-05-20"),
        ("2025-05-20T24:30Z", "2025-05-20"),
        ("2025-05-20T10:00+25:00", "2025-05-20"),
        ("20250520T101560Z", "2025-05-20"),
        ("Tue, 20 May 2025 10:00:00 GMT", "2025-05-20T10:00:00Z"),
        ("Tue, 20 May 2025 10:00:00 -0400", "2025-05-20T10:00:00-04:00"),
        ("May 20, 2025 Tuesday", "2025-05-20"),
        ("20 May 2025", "2025-05-20"),
        ("May 2025", "2025-05"),
        (2025, "2025"),
        (1747735200, "2025-05-20T10:00:00Z"),
        (1747735200000, "2025-05-20T10:00:00Z"),
        ("05/20/2025", "2025-05-20"),
        ("05/04/2025", None),
        ("2025-13-40", None),
        ("soon", None),
        (True, None),
        (None, None),
        ([], None),
    ],
)
def test_published(value: Any, expected: str | None) -> None:
    """Days are read in the forms that exports have them in; what can be read two ways is no day."""
    assert expected == published_moment(value)


VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["text", "articles", "title", "date", "author", "url", "x", "quotes"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(VALUES, st.booleans(), st.integers(0, 40))
def test_any_json(value: Any, whole: bool, cut: int) -> None:
    """No JSON, whole or cut off, raises anything, and no text holds half a character."""
    data = json.dumps(value)
    documents, _ = gather(data if whole else data[: len(data) - cut])
    for document in documents:
        document.text.encode()


@given(
    st.sampled_from(["title,text\n", "text\tdate\n", '{"text": "', "[{", '["', "text;title\r\n"]),
    st.binary(max_size=200),
)
def test_any_bytes_after_an_opening(opening: str, rest: bytes) -> None:
    """Whatever follows the opening of records raises nothing."""
    documents, _ = gather(opening.encode() + rest)
    for document in documents:
        document.text.encode()


@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=4), max_size=5), st.sampled_from(",\t;|"))
def test_any_table(rows: list[list[str]], delimiter: str) -> None:
    """Tables as they are written come back cell by cell."""
    into = io.StringIO()
    writer = csv.writer(into, delimiter=delimiter)
    writer.writerows([["id", "text"], *rows])
    documents, _ = gather(into.getvalue().encode("utf-8", "replace"))
    assert len(documents) <= len(rows)
    shown = [row[1] for row in rows if row[1].strip()]
    plain = all(character.isprintable() and character not in "<&" for row in rows for cell in row for character in cell)
    if plain and not any("text" in cell for row in rows for cell in row):
        assert shown == [d.text for d in documents]
