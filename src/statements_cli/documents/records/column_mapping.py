"""Map a record's columns to the text and metadata of a document.

The columns are recognised by their usual names (``data/documents/record_columns.tsv``) or by what the user says of
them. The text of the document is the text of that column as it stands; where it is HTML, what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from statements_cli.data import table, word_list
from statements_cli.documents.plain import digest
from statements_cli.documents.records.dates import published_moment
from statements_cli.model import Clue, Document, Metadata
from statements_cli.text.languages import language_code

_SHOWN = 12  # columns that a message names
_LONGEST_NAME = 40  # characters of a column that a message shows

FIELDS = ("text", "title", "date", "source", "author", "url", "language")
"""What a record may say, and what a user may map to a column."""
OWN_COLUMNS = frozenset({"date_basis", "cue", "spans", "speaker"})
"""Columns that only the records of this program have."""
LONGEST_FIELD = 1000
"""Characters of a headline, byline or outlet that are kept, for each statement of the record repeats them."""
LONGEST_ADDRESS = 4000
"""Characters of the longest address that is one."""
_INSIDE = {"text": ("text", "value", "body", "content", "html")}
_NAMED = ("name", "title", "main", "value", "text", "original", "fullname", "displayname", "label", "href")
_DEEPEST = 6


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in table("documents/record_columns.tsv")}


@cache
def _wrappers() -> frozenset[str]:
    return frozenset(word_list("documents/record_wrappers.txt"))


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a column's name in lower case, without spaces and marks."""
    return "".join(filter(str.isalnum, name.casefold()))


def is_wrapper(name: str) -> bool:
    """Return whether a key is one that articles are wrapped under."""
    return folded(name) in _wrappers()


def is_text_column(name: str, columns: Mapping[str, str] | None) -> bool:
    """Return whether a column of this name holds the text of articles."""
    if columns and "text" in columns:
        return name == columns["text"] or folded(name) == folded(columns["text"])
    return folded(name) in _names()["text"]


def is_read_column(name: str, columns: Mapping[str, str] | None) -> bool:
    """Return whether a column holds text, or a summary or title in its stead."""
    if is_text_column(name, columns) or (columns and "text" in columns):
        return is_text_column(name, columns)
    return folded(name) in _names()["summary"] + _names()["title"]


def no_text_column(names: Iterable[str], columns: Mapping[str, str] | None) -> str:
    """Say on one line that no column holds text, and which there are."""
    wanted = f"no column {columns['text']}" if columns and "text" in columns else "no column of text known by its name"
    known = [" ".join("".join(c if c.isprintable() else " " for c in name).split()) for name in names]
    shown = [name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..." for name in known if name]
    more = ", ..." if len(shown) > _SHOWN else ""
    return f"has {wanted}; it has {', '.join(shown[:_SHOWN])}{more}. Name it with --map text=COLUMN"


def is_own(record: Mapping[str, Any] | Iterable[str]) -> bool:
    """Return whether a record, or its columns, are those that this program writes itself."""
    return OWN_COLUMNS.issubset(record)


def has_text(record: Mapping[str, Any], columns: Mapping[str, str] | None) -> bool:
    """Return whether a record has its own text, not only a title or summary."""
    return bool(_value(_flattened(record), "text", columns)[1])


def day_first_among(records: Iterable[Mapping[str, Any]], columns: Mapping[str, str] | None) -> bool | None:
    """Return whether numeric dates of records have the day first, by the unambiguous ones."""
    found: set[bool] = set()
    for record in records:
        match = _digits().match(_value(_flattened(record), "date", columns)[1].strip())
        if match and (int(match[1]) > 12) != (int(match[2]) > 12):
            found.add(int(match[1]) > 12)
    return found.pop() if len(found) == 1 else None


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)")


def make_record(
    path: str, record: Mapping[str, Any], columns: Mapping[str, str] | None, day_first: bool | None = None
) -> Document | None:
    """Return the document that a record is, None for one without any text.

    Where there is no text, the summary counts, then the title. The digest is that of what the record says,
    so that the same article has the same ids whatever file of records it stands in. ``day_first`` says how
    days in digits are to be read that could be read two ways.
    """
    flat = _flattened(record)
    found = {field: _value(flat, field, columns) for field in FIELDS}
    column, text = found["text"]
    if not text and not (columns and "text" in columns):
        column, text = _value(flat, "summary", None)
        if not text:
            column, text = found["title"]
        if not text:
            column, text = _quotations(record)
    text = _cut_off().sub("", _shown(text))
    if not text.strip():
        return None
    title = _short(_shown(found["title"][1]))
    published = published_moment(flat.get(folded(found["date"][0])) if found["date"][0] else None, day_first)
    metadata = Metadata(
        headline=title,
        byline=_short(found["author"][1]),
        outlet=_short(_shown(found["source"][1])),
        published=published,
        language=language_code(found["language"][1]),
        url=_address(found["url"][1]) if len(found["url"][1]) <= LONGEST_ADDRESS else None,
        evidence=tuple(_clues({folded(str(name)): str(name) for name in record}, found, published, column)),
    )
    said = (text, title, published, metadata.byline, metadata.outlet, metadata.url)
    return Document(path, text, digest("\0".join(part or "" for part in said).encode()), metadata.url, metadata)


def _short(words: str) -> str | None:
    """Return a field that each statement repeats, white space folded, not longer than ``LONGEST_FIELD``."""
    return " ".join(words.split())[:LONGEST_FIELD].rstrip() or None


@cache
def _cut_off() -> re.Pattern[str]:
    """Match what NewsAPI puts where it cuts a text off."""
    return re.compile(r"…? ?\[\+\d+ chars\]$")


def _clues(
    names: Mapping[str, str], found: Mapping[str, tuple[str, str]], published: str | None, text: str
) -> Iterator[Clue]:
    """Say which column each field was taken from, under the record's own names."""
    yield Clue("column", ("text", names.get(text, text)))
    for field, shown in (("title", "headline"), ("source", "outlet"), ("author", "byline")):
        if found[field][1]:
            yield Clue("column", (shown, names.get(found[field][0], found[field][0])))
    if published:
        yield Clue("column", ("published", names.get(found["date"][0], found["date"][0])))


def _flattened(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record by folded names, with what is wrapped inside it.

    Dotted names lead inside: ``fields.body`` is there as ``fieldsbody`` too.
    """
    flat: dict[str, Any] = {}
    for name, value in record.items():
        # a source is an outlet, but "_source" is what search engines wrap a document in
        if not _is_empty(value) and name != "_source":
            flat.setdefault(folded(str(name)), value)
    for name, value in record.items():
        key = folded(str(name))
        if isinstance(value, Mapping):
            for inner, below in value.items():
                if not _is_empty(below):
                    if name != "_source":
                        flat.setdefault(key + folded(str(inner)), below)
                    if name == "_source" or (key in _wrappers() and key != "source"):
                        flat.setdefault(folded(str(inner)), below)
    return flat


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


def _value(flat: Mapping[str, Any], field: str, columns: Mapping[str, str] | None) -> tuple[str, str]:
    """Return the column that holds a field of a record, and what it says.

    Two empty strings where none does.
    """
    if columns and field in columns:
        return columns[field], _words(flat.get(folded(columns[field])), field)
    for name in _names()[field]:
        if name in flat:
            words = _words(flat[name], field)
            if words.strip():
                return name, words
    return "", ""


def _words(value: Any, field: str, depth: int = 0) -> str:
    """Return what a value says as text.

    A string, a number, a list of such, or what an object holds of a name or text.
    """
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, (list, tuple)) and depth < _DEEPEST:
        parts = [_words(item, field, depth + 1) for item in value]
        if field in ("title", "url", "language", "source"):
            return next(filter(None, parts), "")
        return ("\n\n" if field == "text" else ", ").join(dict.fromkeys(filter(None, parts)))
    if isinstance(value, Mapping) and depth < _DEEPEST:
        by_name = {folded(str(name)): inner for name, inner in value.items()}
        return next(
            (w for name in _INSIDE.get(field, _NAMED) if (w := _words(by_name.get(name), field, depth + 1))), ""
        )
    return "" if value is None or isinstance(value, (bool, Mapping, list, tuple)) else _whole(str(value))


def _whole(text: str) -> str:
    """Return the text, halves of characters that JSON may hold replaced: no encoding has them."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _halves().search(text) else text


@cache
def _halves() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")


def _shown(text: str) -> str:
    if "<" not in text and "&" not in text:
        return text
    from statements_cli.documents.records.fragments import is_fragment, plain_text

    return plain_text(text) if is_fragment(text) else text


def _address(url: str) -> str | None:
    url = url.strip()
    return url if re.match(r"(?i)https?://\S+$", url) else None


def _quotations(record: Mapping[str, Any]) -> tuple[str, str]:
    """Return a record's quotations with their surroundings (GDELT's quotation graph)."""
    quotes = record.get("quotes")
    if not isinstance(quotes, list):
        return "", ""
    passages = [
        " ".join(part for part in (str(q.get("pre") or ""), f"“{q['quote']}”", str(q.get("post") or "")) if part)
        for q in quotes
        if isinstance(q, Mapping) and isinstance(q.get("quote"), str)
    ]
    return "quotes", _whole("\n\n".join(passages))
