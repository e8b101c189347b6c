"""Open the store of a command.

An index, or the articles read and parsed, with or without a cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.article_options import ArticleOptions, CachedArticleOptions
from statements_cli.cli.reading.corpus import cache_folder, corpus_paths, indexes_among, names_beside
from statements_cli.cli.session import Session
from statements_cli.model import FAST, ModelName
from statements_cli.output.messages import counted

if TYPE_CHECKING:
    from statements_cli.model import Document
    from statements_cli.pipeline import Attempt, Parsed
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.cache.parse_cache import Cache
    from statements_cli.store.store import Store


def open_store(session: Session, articles: CachedArticleOptions) -> Store:
    """Open the index, or parse the articles into a store, saying what can't be read."""
    paths = named_paths(session, articles)
    if indexes := indexes_among(paths):
        return _open_indexes(indexes, session, articles)
    from statements_cli.cli.reading.documents import ReadingReport, read_documents, say_copies
    from statements_cli.cli.reading.workers import jobs_of, worked
    from statements_cli.pipeline import attempt, parse
    from statements_cli.store.store import Store

    names = user_names(session, articles, paths)
    variables, model = session.environment.variables, chosen_model(session, articles)
    cache = None if articles.no_cache else _cache(variables, model)
    report = ReadingReport(session.messages, paths, index_helps=True)
    documents = read_documents(
        paths, session.environment, report, record_columns(session, articles), max_size(session, articles)
    )
    work = partial(attempt, names=names, parser=partial(parse, model=model) if cache is None else cache.parse)
    at_hand = None if cache is None else partial(_attempted_before, cache=cache, names=names)
    done = 0

    def parsed() -> Iterator[Parsed]:
        nonlocal done
        for one in worked(work, documents, jobs_of(articles, paths), at_hand):
            done += 1
            if not report.failed(one.fault):
                yield one.parsed

    try:
        store = Store(parsed(), names)
    except KeyboardInterrupt:
        session.messages.end_progress()
        session.messages.error("interrupted", _kept(done, kept=cache is not None))
        raise
    report.sum_up()
    say_copies(session.messages, store.copies())
    session.messages.explain(f"{len(store)} statements read")
    return store


def _kept(documents: int, *, kept: bool) -> str:
    """Return in words what a reading that was interrupted left."""
    if kept and documents:
        return f"What was found in {counted(documents, 'document')} is kept, and need not be looked for again"
    return "Nothing was kept"


def named_paths(session: Session, articles: ArticleOptions) -> list[str]:
    """Return the paths to read.

    Those given, else what the environment or a configuration file names.

    Raises ``UsageError`` for an empty one and for an address of the web among them.
    """
    paths = corpus_paths(articles.named, session.settings, session.environment, session.messages)
    for path in paths:
        if not path:
            raise UsageError("a path is empty, and names nothing", "Name a file or folder, or leave it out")
        if path.startswith(("http://", "https://")):
            raise UsageError(
                f"{path} is an address, and nothing is fetched",
                f"Save the page first: curl -L -o page.html '{path}', then name page.html",
            )
    return paths


def names_articles(session: Session, articles: ArticleOptions) -> bool:
    """Return whether the call, environment or settings name articles, instead of the samples."""
    return bool(articles.named or session.environment.variables.get("STATEMENTS_CORPUS") or session.settings.corpus)


def document_paths(session: Session, articles: ArticleOptions) -> list[str]:
    """Return the paths to read documents from. Raises ``UsageError`` where an index is among them."""
    paths = named_paths(session, articles)
    if indexes := indexes_among(paths):
        index = indexes[0]
        raise UsageError(
            f"{index} is an index, and {session.command} reads documents",
            f"Name files or folders, or ask the index: statements list -c {index} --format jsonl",
        )
    return paths


def user_names(session: Session, articles: ArticleOptions, beside: Sequence[str] = ()) -> Names | None:
    """Return what the user's own ``names.toml`` says: the one given, or one beside these paths.

    Raises ``UsageError`` for a file that cannot be used.
    """
    path = articles.names or session.settings.option(session.command, "names") or names_beside(beside)
    if path is None:
        return None
    from statements_cli.speakers.user_names import NamesError, load_names

    session.messages.explain(f"speakers are named after {path}")
    try:
        return load_names(path)
    except FileNotFoundError as error:
        raise UsageError(f"there is no file {path} that names speakers", "Give the path of a names.toml") from error
    except NamesError as error:
        raise UsageError(str(error), "Mend that file") from error


def record_columns(session: Session, articles: ArticleOptions) -> dict[str, str] | None:
    """Return which column of a record holds which field. Raises ``UsageError`` for what maps nothing."""
    given = articles.map or session.settings.option(session.command, "map")
    if not given:
        return None
    from statements_cli.cli.options.column_map import columns_of

    return columns_of([given] if isinstance(given, str) else given)


def max_size(session: Session, articles: ArticleOptions) -> int:
    """Return the bytes of the largest document to read.

    Raises ``UsageError`` for a bound that lets nothing through.
    """
    from statements_cli.documents.plain import MAX_SIZE, MEGABYTE

    given = articles.max_size or session.settings.option(session.command, "max_size")
    if given is None:
        return MAX_SIZE
    if given < 1:
        raise UsageError(f"documents of {given} MB at most are none", "Set max-size to a number of megabytes")
    return int(given) * MEGABYTE


def chosen_model(session: Session, articles: ArticleOptions) -> ModelName:
    """Return the model given, else the one set, else the fast one.

    Raises ``UsageError`` where the model's extra isn't installed.
    """
    from statements_cli.pipeline import require

    model: ModelName = articles.model or session.settings.option(session.command, "model") or FAST
    try:
        require(model)
    except ModuleNotFoundError as missing:
        what, _, mend = str(missing).partition(". ")
        raise UsageError(what, mend) from missing
    return model


def _open_indexes(paths: Sequence[str], session: Session, articles: CachedArticleOptions) -> Store:
    """Return the index at a path, or several as one.

    Raises ``UsageError`` for one that can't be read.

    So it does for options that come too late. Of several, those that can't be read are said, and the rest is read.
    """
    from statements_cli.store.index.index_fault import IndexFault
    from statements_cli.store.store import Store

    given_options = {
        "names": articles.names,
        "map": articles.map,
        "max-size": articles.max_size,
        "model": articles.model,
    }
    for option, given in given_options.items():
        if given:
            raise UsageError(
                f"--{option} bears on how articles are read, and {paths[0]} holds what was found in them",
                f"Give it when the index is made: statements index PATH -o {paths[0]} --{option} ...",
            )
    try:
        if len(paths) == 1:
            session.index = paths[0]
            return Store.open(paths[0])
        return _joined(paths, session, cached=not articles.no_cache)
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault


def _joined(paths: Sequence[str], session: Session, *, cached: bool) -> Store:
    """Return several indexes as one. Raises ``IndexFault`` where none can be read."""
    from statements_cli.store.shards.joined import join
    from statements_cli.store.store import Store

    folder = cache_folder(session.environment.variables) if cached else None
    joined = join(paths, folder, session.messages.explain)
    session.index = joined.path
    for fault in joined.faults:
        session.messages.error(fault.what, fault.mend)
    if joined.twice:
        twice = counted(joined.twice, "document")
        session.messages.note(f"{twice} in several of these indexes; each was taken from the first that has it")
    return Store(index=joined.connection)


def _cache(variables: Mapping[str, str], model: ModelName) -> Cache | None:
    """Return what keeps a model's findings, None where there is no folder for them."""
    folder = cache_folder(variables)
    if folder is None:
        return None
    from statements_cli.store.cache.parse_cache import Cache

    return Cache(folder, model)


def _attempted_before(document: Document, cache: Cache, names: Names | None) -> Attempt | None:
    """Return what was found in a document before, None where nothing is kept."""
    from statements_cli.pipeline import Attempt

    kept = cache.kept(document, names)
    return None if kept is None else Attempt(kept)
