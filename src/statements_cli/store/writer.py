"""Write parsed documents into an index, and remove them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from statements_cli.store.tables.file_rows import FileRows, FileState
from statements_cli.store.tables.mention_rows import MentionRows
from statements_cli.store.tables.packed_documents import STATEMENT_COLUMNS, PackedDocument, packed_document
from statements_cli.store.tables.packed_records import recorded_article_columns, recorded_document_columns
from statements_cli.store.tables.record_buffer import AT_ONCE, RecordBuffer
from statements_cli.store.tables.row_buffer import RowBuffer
from statements_cli.store.tables.rows import packed_text, place_of, plain_text, writable
from statements_cli.store.tables.table_definitions import create_indexes, create_name_indexes, create_utterance_index

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.resolution.reports import Removed
    from statements_cli.store.tables.packed_documents import Pack, PackedArticle
    from statements_cli.store.tables.packed_records import RecordedDocument
    from statements_cli.store.tables.row_buffer import Tell
    from statements_cli.store.tables.rows import Row

_HELD = 50_000  # counts kept in memory before they are written
_NUMBERS = 3  # columns of a statement that an index gives it, the first ones
_TEXT, _SOURCE = (STATEMENT_COLUMNS.index(column) - _NUMBERS for column in ("text", "source"))


class _Texts(NamedTuple):
    """Numbers and texts of statements that the full-text index doesn't know of yet."""

    added: list[tuple[int, str]]
    removed: list[tuple[int, str]]


class Changes(NamedTuple):
    """What a writer changed: articles it added, and statements it removed."""

    articles: list[int]
    removed: list[Removed]


class Writer:
    """Write and remove an index's documents; ``finish`` settles what depends on all.

    ``connection`` is to a database made by ``schema.create``, in a transaction or not: the caller commits. ``names``
    are the user's own names of speakers; ``packed`` says whether texts are compressed, ``settled`` that all statements
    of one corpus come, made of records, with their days and groups settled, into an index that is empty: ``settled``
    then hears of each row of documents, articles and statements that is written, but not of their groups. ``recorded``
    says that all documents are made of records. Raises ``sqlite3.Error``.
    """

    def __init__(
        self,
        connection: Connection,
        names: Names | None = None,
        *,
        packed: bool = True,
        settled: Tell | None = None,
        recorded: bool = False,
    ) -> None:
        self._connection = connection
        self._names = names
        self._settled = settled is not None
        self._pack: Pack = packed_text if packed else plain_text
        self._mentions = MentionRows(connection)
        self._outlets: dict[str, int] = {}
        self._files = FileRows(connection)
        self._changes = Changes([], [])
        self._texts = _Texts([], [])
        self._rows = RowBuffer(connection, settled)
        self._fresh = connection.execute("select 1 from statement limit 1").fetchone() is None
        self._is_recorded = recorded
        self._told_days: set[str] = set()
        self._recorded = RecordBuffer(self._rows, self._mentions, grouped=self._settled or (recorded and self._fresh))
        tables = "select 1 from sqlite_schema where name = 'statement_words'"
        self._has_words = connection.execute(tables).fetchone() is not None  # in memory these come later, or never

    def add(
        self, found: Parsed | PackedDocument, file: FileState | None = None, number: int = 0, place: str | None = None
    ) -> bool:
        """Put a document in; False where there is one of that path already.

        ``file`` is where it stands, as document ``number``. ``place`` orders documents, else they are as folders are.
        """
        document = found if isinstance(found, PackedDocument) else packed_document(found, self._pack)
        file = file or FileState(document.path)
        added = self._connection.execute(
            "insert or ignore into document (file, place, path, digest, url, packed) values (?, ?, ?, ?, ?, ?)",
            (self._files.number(file), *writable((place or place_of(file.path, number),)), *document.columns),
        )
        if not added.rowcount:
            return False
        self._flush_many()
        for article in document.articles:
            self._add_article(article, added.lastrowid or 0)
        return True

    def add_records(self, found: RecordedDocument, file: FileState, number: int) -> None:
        """Put a document in that was made of records, of whose path there is none."""
        document = self._rows.next_document
        place = place_of(file.path, number)
        columns = recorded_document_columns(found, self._pack)
        self._rows.add_document((document, self._files.number_of_new(file), place, *columns))
        for one in found.articles:
            columns = recorded_article_columns(one, self._pack, is_writable=found.is_writable)
            article = self._add_article_row(document, one.article.outlet, columns)
            if one.article.published_basis == "inferred" and one.is_settled:
                self._told_days.add(one.article.id)
            self._recorded.add(document, article, one, is_writable=found.is_writable)
        if self._recorded.is_full():
            self._add_texts(self._recorded.write())
            self._flush_many()

    def remove_file(self, path: str) -> None:
        """Take a file out, with all documents in it."""
        self._files.write()
        found = self._connection.execute("select number from file where path = ?", (path,)).fetchone()
        if found is None:
            return
        if self._texts.added:  # which may be of this very file
            self._flush()
        self._write_rows()
        documents = self._connection.execute("select number from document where file = ?", found).fetchall()
        for (document,) in documents:
            for (article,) in self._connection.execute("select number from article where document = ?", (document,)):
                self._remove_statements(article)
            self._connection.execute("delete from article where document = ?", (document,))
        self._connection.execute("delete from document where file = ?", found)
        self._files.remove(*found)

    def keep_file(self, file: FileState) -> None:
        """Note an unchanged file's new size and time, or one that holds none."""
        self._files.keep(file)

    def begin_file(self, file: FileState) -> None:
        """Note a file, begun once, whose documents take the place of those it held before."""
        if not self._files.begin(file):
            self.remove_file(file.path)
            self._files.add(file)

    def forget_file(self, path: str) -> None:
        """Forget how a file was, so that it is read again, or an empty file."""
        self._files.forget(path)

    def finish(self) -> None:
        """Settle speakers, versions of utterances and lent days, which depend on all documents."""
        from statements_cli.query.fulltext.matching import count_all_words

        self._flush()
        if self._fresh:
            create_indexes(self._connection)
            count_all_words(self._connection)
        if self._settled:
            self._keep_settled()
        else:
            self._settle()
        self._connection.execute(
            "delete from outlet where not exists (select 1 from article where outlet = outlet.number)"
        )
        self._mentions.forget()
        self._outlets.clear()
        self._changes = Changes([], [])
        self._texts = _Texts([], [])
        self._told_days.clear()
        self._fresh = self._settled = False

    def _keep_settled(self) -> None:
        from statements_cli.store.resolution.canonical_names import keep_names
        from statements_cli.store.resolution.lent_dates import keep_lent_days
        from statements_cli.store.resolution.spellings import write_spellings
        from statements_cli.store.resolution.utterance_groups import keep_groups

        write_spellings(self._connection, keep_names(self._connection))
        create_name_indexes(self._connection)
        keep_groups(self._connection)
        create_utterance_index(self._connection)
        keep_lent_days(self._connection)

    def _settle(self) -> None:
        from statements_cli.store.resolution.canonical_names import settle
        from statements_cli.store.resolution.lent_dates import lend_all_days, lend_days
        from statements_cli.store.resolution.spellings import write_spellings
        from statements_cli.store.resolution.utterance_groups import group_all, regroup

        if self._fresh:
            create_name_indexes(self._connection)
        before, respelt = settle(self._connection, self._names, self._mentions.touched)
        write_spellings(self._connection, respelt)
        if self._fresh:
            lend_all_days(self._connection, self._told_days)
            group_all(self._connection, grouped=self._is_recorded)
            create_utterance_index(self._connection)
        else:
            redated = lend_days(self._connection, *self._changes, before, self._told_days)
            regroup(self._connection, *self._changes, before, redated)

    def finish_lean(self) -> None:
        """Settle speakers and lend days in a database that is filled only once."""
        from statements_cli.store.resolution.canonical_names import settle
        from statements_cli.store.resolution.lent_dates import lend_all_days

        self._flush()
        settle(self._connection, self._names, self._mentions.touched, for_good=True)
        lend_all_days(self._connection)

    def _add_article(self, article: PackedArticle, document: int) -> None:
        """Put an article in, with its statements."""
        number = self._add_article_row(document, article.outlet, article.columns)
        rows, count = self._rows, self._mentions.count
        for told, columns in article.statements:
            self._add_texts([(rows.next_statement, columns[_TEXT])])
            rows.add_statement((rows.next_statement, number, count(told, columns[_SOURCE]), *columns))

    def _add_article_row(self, document: int, outlet: str | None, columns: Row) -> int:
        """Put an article in whose statements follow; return its number."""
        number = self._rows.next_article
        self._changes.articles.append(number)
        self._rows.add_article((number, document, self._outlet(outlet), self._rows.next_statement, *columns))
        return number

    def _add_texts(self, texts: Iterable[tuple[int, str]]) -> None:
        """Take texts for the full-text index."""
        self._texts.added.extend(texts)  # also where there is none, for to take them is to write them
        if self._fresh and len(self._texts.added) >= AT_ONCE:
            self._write_texts()

    def _write_rows(self) -> None:
        self._add_texts(self._recorded.write())
        self._files.write()
        self._mentions.write_new()
        self._rows.write()

    def _outlet(self, name: str | None) -> int | None:
        if name is None:
            return None
        if name not in self._outlets:
            written = writable((name,))
            self._connection.execute("insert or ignore into outlet (name) values (?)", written)
            found = self._connection.execute("select number from outlet where name = ?", written).fetchone()
            self._outlets[name] = found[0]
        return self._outlets[name]

    def _remove_statements(self, article: int) -> None:
        from statements_cli.store.resolution.reports import removed_from

        self._changes.removed.extend(removed_from(self._connection, article))
        if self._has_words:
            said = self._connection.execute("select number, text from statement where article = ?", (article,))
            self._texts.removed.extend(said)
        self._mentions.take_back(article)
        self._connection.execute(
            "delete from lent_date where statement in (select number from statement where article = ?)", (article,)
        )
        self._connection.execute("delete from statement where article = ?", (article,))

    def _flush_many(self) -> None:
        if len(self._mentions) + len(self._texts.added) > _HELD:
            self._flush()

    def _flush(self) -> None:
        self._write_rows()
        self._mentions.write()
        self._write_texts()

    def _write_texts(self) -> None:
        if self._has_words:
            from statements_cli.query.fulltext.matching import add_texts, put_texts, remove_texts, take_texts

            put, take = (put_texts, take_texts) if self._fresh else (add_texts, remove_texts)
            take(self._connection, self._texts.removed)
            put(self._connection, self._texts.added)
        self._texts = _Texts([], [])
