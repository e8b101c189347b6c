"""Write parsed documents into an index, and remove them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.dates.from_other_articles import is_dated
from statements_cli.model import Article, Statement
from statements_cli.store.tables.file_rows import FileRows, FileState
from statements_cli.store.tables.rows import (
    STATEMENT_COLUMNS,
    Row,
    article_text,
    is_writable,
    packed_article_text,
    packed_text,
    place_of,
    plain_text,
    statement_row,
    writable,
)
from statements_cli.store.tables.table_definitions import create_indexes, create_utterance_index

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.resolution.reports import Removed

MOST_STATEMENTS = 5_000  # of an article, which are compared with those of others; what has more is no article

_HELD = 50_000  # counts kept in memory before they are written
_MANY = 1000  # statements of an article whose evidence is compressed while it is written down
_TEXT = STATEMENT_COLUMNS.index("text")
_INSERT = f"insert into statement ({', '.join(STATEMENT_COLUMNS)}) values ({', '.join('?' * len(STATEMENT_COLUMNS))})"


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
    of one corpus come, with their days and groups settled, into an index that is empty. Raises ``sqlite3.Error``.
    """

    def __init__(
        self, connection: Connection, names: Names | None = None, *, packed: bool = True, settled: bool = False
    ) -> None:
        self._connection = connection
        self._names = names
        self._settled = settled
        self._pack: Callable[[str], str | bytes] = packed_text if packed else plain_text
        self._mentions: dict[Row, int] = {}
        self._outlets: dict[str, int] = {}
        self._files = FileRows(connection)
        self._said: Counter[int] = Counter()
        self._named: Counter[tuple[int, str]] = Counter()
        self._touched: set[int] = set()
        self._changes = Changes([], [])
        self._texts = _Texts([], [])
        self._fresh = connection.execute("select 1 from statement limit 1").fetchone() is None
        self._next_statement = 1 + int(connection.execute("select ifnull(max(number), 0) from statement").fetchone()[0])

    def add(self, parsed: Parsed, file: FileState | None = None, number: int = 0, place: str | None = None) -> bool:
        """Put a document in; False where there is one of that path already.

        ``file`` is where it stands, as document ``number``. ``place`` orders documents, else they are as folders are.
        """
        from statements_cli.pipeline.packed_statements import by_article

        document = parsed.document
        file = file or FileState(document.path)
        values = (
            self._files.number(file),
            document.path,
            place or place_of(file.path, number),
            document.digest,
            document.url,
            self._pack(document.text),
        )
        added = self._connection.execute(
            "insert or ignore into document (file, path, place, digest, url, packed) values (?, ?, ?, ?, ?, ?)",
            writable(values),
        )
        if not added.rowcount:
            return False
        rows = added.lastrowid or 0
        said = by_article(parsed.statements)
        whole = is_writable(f"{document.text}{document.path}{document.url}{document.metadata}")
        for article in parsed.articles:
            self._add_article(article, rows, said.pop(article.id, ()), whole)
        if len(self._named) + len(self._said) + len(self._texts.added) > _HELD:
            self._flush()
        return True

    def remove_file(self, path: str) -> None:
        """Take a file out, with all documents in it."""
        found = self._connection.execute("select number from file where path = ?", (path,)).fetchone()
        if found is None:
            return
        if self._texts.added:  # which may be of this very file
            self._flush()
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
        """Note a file whose documents take the place of those it held before."""
        if not self._files.add(file):
            self.remove_file(file.path)
            self._files.add(file)

    def forget_file(self, path: str) -> None:
        """Forget how a file was, so that it is read again, or an empty file."""
        self._files.forget(path)

    def finish(self) -> None:
        """Settle speakers, versions of utterances and lent days, which depend on all documents."""
        from statements_cli.query.fulltext.matching import add_all_texts
        from statements_cli.store.resolution.canonical_names import settle
        from statements_cli.store.resolution.lent_dates import lend_all_days, lend_days
        from statements_cli.store.resolution.spellings import write_spellings
        from statements_cli.store.resolution.utterance_groups import group_all, keep_groups, regroup

        self._flush()
        if self._fresh:
            create_indexes(self._connection)
            add_all_texts(self._connection)
        before, respelt = settle(self._connection, self._names, self._touched)
        write_spellings(self._connection, respelt)
        if self._fresh:
            if self._settled:
                keep_groups(self._connection)
            else:
                lend_all_days(self._connection)
                group_all(self._connection)
            create_utterance_index(self._connection)
        else:
            redated = lend_days(self._connection, *self._changes, before)
            regroup(self._connection, *self._changes, before, redated)
        self._connection.execute(
            "delete from outlet where not exists (select 1 from article where outlet = outlet.number)"
        )
        self._touched.clear()
        self._mentions.clear()
        self._outlets.clear()
        self._changes = Changes([], [])
        self._texts = _Texts([], [])
        self._fresh = self._settled = False

    def finish_lean(self) -> None:
        """Settle speakers and lend days in a database that is filled only once."""
        from statements_cli.store.resolution.canonical_names import settle
        from statements_cli.store.resolution.lent_dates import lend_all_days

        self._flush()
        settle(self._connection, self._names, self._touched, for_good=True)
        lend_all_days(self._connection)

    def _add_article(self, article: Article, document: int, statements: Sequence[Statement], whole: bool) -> None:
        many = len(statements) > _MANY
        more = packed_article_text(article, statements) if many else self._pack(article_text(article, statements))
        values = (
            *(article.id, document, *article.span, article.headline, self._outlet(article.outlet), article.byline),
            *(article.published, article.published_basis, article.language, article.url),
            *(self._next_statement, int(is_dated(article)), int(len(statements) <= MOST_STATEMENTS), more),
        )
        added = self._connection.execute(
            "insert into article (id, document, first, last, headline, outlet, byline, published, published_basis,"
            " language, url, opening, dated, compared, packed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            writable(values),
        )
        number = added.lastrowid or 0
        self._changes.articles.append(number)
        self._connection.executemany(_INSERT, self._noted_rows(statements, number, whole))

    def _noted_rows(self, statements: Iterable[Statement], article: int, whole: bool) -> Iterator[Row]:
        """Yield an article's statement rows, their texts noted for an existing full-text index."""
        for row in self._statement_rows(statements, article):
            written = row if whole else writable(row)
            if not self._fresh:
                self._texts.added.append((written[0], written[_TEXT]))
            yield written

    def _statement_rows(self, statements: Iterable[Statement], article: int) -> Iterator[Row]:
        for statement in statements:
            mention = self._mention(statement)
            self._said[mention] += 1
            if statement.speaker and statement.source:
                self._named[mention, statement.source] += 1
            utterance = statement.utterance if self._settled else None  # else found when all documents are there
            yield statement_row(statement, self._next_statement, article, mention, utterance)
            self._next_statement += 1

    def _outlet(self, name: str | None) -> int | None:
        if name is None:
            return None
        if name not in self._outlets:
            written = writable((name,))
            self._connection.execute("insert or ignore into outlet (name) values (?)", written)
            found = self._connection.execute("select number from outlet where name = ?", written).fetchone()
            self._outlets[name] = found[0]
        return self._outlets[name]

    def _mention(self, statement: Statement) -> int:
        told = (statement.speaker, statement.type, statement.role, statement.country)
        if told not in self._mentions:
            written = writable(tuple(value or None for value in told))
            added = self._connection.execute(
                "insert or ignore into mention (name, own_type, own_role, own_country) values (?, ?, ?, ?)", written
            )
            number = added.lastrowid or 0
            if not added.rowcount:
                (number,) = self._connection.execute(
                    "select number from mention where ifnull(name, '') = ifnull(?, '') and ifnull(own_type, '') ="
                    " ifnull(?, '') and ifnull(own_role, '') = ifnull(?, '') and ifnull(own_country, '') ="
                    " ifnull(?, '')",
                    written,
                ).fetchone()
            self._mentions[told] = number
        return self._mentions[told]

    def _remove_statements(self, article: int) -> None:
        from statements_cli.store.resolution.reports import removed_from

        self._changes.removed.extend(removed_from(self._connection, article))
        if not self._fresh:
            said = self._connection.execute("select number, text from statement where article = ?", (article,))
            self._texts.removed.extend(said)
        for mention, source, name in self._connection.execute(
            "select s.mention, s.source, m.name from statement s join mention m on m.number = s.mention"
            " where s.article = ?",
            (article,),
        ):
            self._said[mention] -= 1
            if source and name:
                self._named[mention, source] -= 1
        self._connection.execute(
            "delete from lent_date where statement in (select number from statement where article = ?)", (article,)
        )
        self._connection.execute("delete from statement where article = ?", (article,))

    def _flush(self) -> None:
        self._connection.executemany(
            "update mention set statements = statements + ? where number = ?",
            ((count, mention) for mention, count in self._said.items()),
        )
        self._connection.executemany(
            "insert into naming (mention, source, statements) values (?, ?, ?)"
            " on conflict (mention, source) do update set statements = statements + excluded.statements",
            (writable((mention, source, count)) for (mention, source), count in sorted(self._named.items())),
        )
        self._touched.update(self._said)
        self._said.clear()
        self._named.clear()
        if len(self._mentions) > _HELD:
            self._mentions.clear()  # which the table knows, too
        if not self._fresh:
            from statements_cli.query.fulltext.matching import add_texts, remove_texts

            remove_texts(self._connection, self._texts.removed)
            add_texts(self._connection, self._texts.added)
            self._texts = _Texts([], [])
