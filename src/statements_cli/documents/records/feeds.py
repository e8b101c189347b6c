"""Read the entries of an RSS or Atom feed as documents.

RSS 0.9 to 2.0, RSS 1.0 and Atom 1.0, with the modules Content and Dublin Core. The parser is Python's own
expat, told to expand no entity that a document defines and to load nothing: definitions end the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from xml.parsers import expat

from statements_cli.documents.line_reader import LONGEST_LINE
from statements_cli.documents.notices import Notice
from statements_cli.documents.records.tally import Tally
from statements_cli.documents.streams import Reading, UnreadableError, brief
from statements_cli.model import Document

_CHUNK = 1 << 16
_DEEPEST = 200
"""Elements in each other; no feed has more, and a bomb has."""
_ENTRIES = frozenset({"item", "entry"})
_FIELDS = {
    "title": "title",
    "encoded": "content",
    "content": "content",
    "description": "description",
    "summary": "description",
    "pubdate": "pubDate",
    "date": "pubDate",
    "published": "pubDate",
    "updated": "updated",
    "creator": "author",
    "author": "author",
    "link": "url",
    "language": "language",
}


def is_feed(head: bytes) -> bool:
    """Return whether XML that opens so is a feed.

    By the name of its first element.
    """
    return _first_element(head) in ("rss", "feed", "RDF")


def is_xml(head: bytes) -> bool:
    """Return whether bytes open as XML does that is no web page."""
    return head.startswith(b"<?xml") and _first_element(head).lower() not in ("html", "")


def _first_element(head: bytes) -> str:
    at = 0
    while (at := head.find(b"<", at)) >= 0:
        if head.startswith(b"<!--", at):
            at = head.find(b"-->", at)
            if at < 0:
                return ""
        elif head[at + 1 : at + 2] not in (b"?", b"!"):
            name = head[at + 1 : at + 80].split(None, 1)[0] if head[at + 1 : at + 80].split() else b""
            return name.split(b">")[0].rstrip(b"/").rpartition(b":")[2].decode("ascii", "replace")
        at += 1
    return ""


def read_xml(path: str, _stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Return no documents: XML of other kinds is passed over with a word."""
    reading.report(Notice(path, "is XML, but neither a feed nor a page, passed over"))
    return iter(())


def read_feed(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of the entries of a feed; those before damage are delivered."""
    feed = _Feed()
    tally = Tally(path, "a feed", reading)
    try:
        while chunk := stream.read(_CHUNK):
            feed.parser.Parse(chunk, False)
            yield from tally.documents_of(feed.taken())
        feed.parser.Parse(b"", True)
        yield from tally.documents_of(feed.taken())
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter for unknown encodings
        yield from tally.documents_of(feed.taken())
        tally.close()
        raise UnreadableError(f"is no well-formed feed after entry {tally.records} ({brief(error)})") from error
    tally.close()


class _Feed:
    """What is open while a feed is parsed.

    The elements, the entry, and the entries done but not taken.
    """

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.UseForeignDTD(True)  # entities of HTML are then skipped, which can be told, not errors
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.CharacterDataHandler = self._read
        self.parser.SkippedEntityHandler = self._skip_entity
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = lambda *_: 1
        self._above: list[str] = []
        self._entry: dict[str, Any] | None = None
        self._entry_at = 0
        self._whole: dict[str, str] = {}
        self._words: list[str] | None = None
        self._words_at = 0
        self._length = 0
        self._done: list[dict[str, Any]] = []

    def taken(self) -> list[dict[str, Any]]:
        """Return the entries done since the last call."""
        done, self._done = self._done, []
        return done

    def _refuse(self, *_: object) -> None:
        raise UnreadableError("defines entities, as no feed does, so it is not read")

    def _skip_entity(self, name: str, is_parameter: bool) -> None:
        from html import unescape

        if not is_parameter:
            self._read(unescape(f"&{name};"))

    def _open(self, full: str, attributes: dict[str, str]) -> None:
        name = full.rpartition(" ")[2].lower()
        self._above.append(name)
        depth = len(self._above)
        if depth > _DEEPEST:
            raise UnreadableError(f"nests more than {_DEEPEST} elements, so it is not read")
        if name in _ENTRIES and self._entry is None:
            self._entry, self._entry_at = {}, depth
        if self._words is not None:  # markup in the text of an Atom entry
            self._words.append(f"<{name}>")
        elif name in _FIELDS and self._is_direct(depth):
            if name == "link" and attributes.get("rel", "alternate") == "alternate" and "href" in attributes:
                self._keep("url", attributes["href"])
            self._words, self._words_at, self._length = [], depth, 0

    def _is_direct(self, depth: int) -> bool:
        """Return whether an element at a depth describes the entry or the feed."""
        return depth == self._entry_at + 1 if self._entry is not None else depth <= 3

    def _close(self, _full: str) -> None:
        name = self._above.pop()
        depth = len(self._above) + 1
        if self._words is not None:
            if depth > self._words_at:
                self._words.append(f"</{name}>")
                return
            words, self._words = "".join(self._words), None
            if name == "author" and "<" in words:
                words = words.partition("<name>")[2].partition("</name>")[0] or words
            if words.strip():
                self._keep(_FIELDS[name], words)
        if self._entry is not None and depth == self._entry_at:
            self._done.append(self._finished(self._entry))
            self._entry = None

    def _read(self, words: str) -> None:
        if self._words is not None:
            self._length += len(words)
            if self._length > LONGEST_LINE:
                raise UnreadableError("has an entry without end")
            self._words.append(words)

    def _keep(self, field: str, words: str) -> None:
        into = self._whole if self._entry is None else self._entry
        if len(words) > len(into.get(field, "")) if field == "content" else field not in into:
            into[field] = words

    def _finished(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Return the entry as a record, with its feed's name and language as defaults."""
        whole = {"source": self._whole.get("title"), "language": self._whole.get("language")}
        day = entry.get("pubDate") or entry.pop("updated", None)
        return {**whole, **entry, "pubDate": day, "updated": None}
