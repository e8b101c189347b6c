"""Find who said what, when and to whom in news articles.

And how that is known.

>>> import statements_cli
>>> store = statements_cli.Store.from_paths("seeds")
>>> sorted(store.search("dialoge negociation")[0].matched)
['dialogue', 'negotiation']
>>> wanted = statements_cli.Filter(countries="China", since="20 May 2025", until="22 May 2025")
>>> store.statements(wanted, limit=1).to_dicts()[0]["outlet"]
'Global Times'

``read`` yields documents, ``parse`` gives a document's articles and statements, ``Store`` holds those of a
corpus or an index and answers questions about them, ``Filter`` says about which. Everything is loaded when it is
first asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, whose import would cost every call
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from statements_cli.documents import Notice
    from statements_cli.model import Article as Article
    from statements_cli.model import Document as Document
    from statements_cli.model import ModelName
    from statements_cli.model import Speaker as Speaker
    from statements_cli.model import Statement as Statement
    from statements_cli.pipeline import Parsed as Parsed
    from statements_cli.query.filters import Filter as Filter
    from statements_cli.store import Store as Store
    from statements_cli.version import VERSION as __version__  # noqa: F401, N811  (its usual name)

__all__ = ["Article", "Document", "Filter", "Parsed", "Speaker", "Statement", "Store", "parse", "read"]

_HOMES = {
    "Article": "statements_cli.model",
    "Document": "statements_cli.model",
    "Filter": "statements_cli.query.filters",
    "Parsed": "statements_cli.pipeline",
    "Speaker": "statements_cli.model",
    "Statement": "statements_cli.model",
    "Store": "statements_cli.store",
}


def read(
    *paths: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    report: Callable[[Notice], None] | None = None,
    columns: Mapping[str, str] | None = None,
    max_size: int | None = None,
) -> Iterator[Document]:
    """Yield the documents of files, folders, archives and files of records, one at a time.

    They come in the order of the paths.

    Paths may be given one by one or as a list.

    ``columns`` says which column or key of a record is its ``text``, ``title``, ``date``, ``source``,
    ``author``, ``url`` or ``language``, where the usual names don't tell. ``max_size`` bounds the bytes of
    a document (256,000,000 unless given). What can't be read is reported to ``report`` and passed over; the
    rest is still read. Without ``report`` it raises ``OSError`` with the reason.
    """
    import os

    from statements_cli.documents import read as read_all
    from statements_cli.documents.plain import MAX_SIZE

    notices: list[Notice] = []
    names: list[str] = []
    for path in paths:
        names += [os.fspath(path)] if isinstance(path, (str, os.PathLike)) else [os.fspath(one) for one in path]
    bound = MAX_SIZE if max_size is None else max_size
    for document in read_all(names, report=report or notices.append, columns=columns, max_size=bound):
        _raise_failures(notices)
        yield document
    _raise_failures(notices)


def _raise_failures(notices: list[Notice]) -> None:
    """Raise ``OSError`` for the first notice that is a failure, and forget the others."""
    for notice in notices:
        if notice.failed:
            raise OSError(f"{notice.path}: {notice.message}")
    notices.clear()


def parse(document: Document, *, model: ModelName = "fast") -> Parsed:
    """Return all articles and statements of a document, speakers and days resolved within each article.

    ``model`` is ``"fast"``, or ``"accurate"``: a pretrained encoder, slower and more often right, whose weights are
    an extra. Raises ``ImportError`` where that isn't installed, and ``ValueError`` for another model.
    """
    from statements_cli.pipeline import parse as parse_document
    from statements_cli.pipeline import require

    require(model)
    return parse_document(document, model=model)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        name, home = "VERSION", "statements_cli.version"
    elif name in _HOMES:
        home = _HOMES[name]
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)
