"""Complete names of speakers, roles, outlets and countries from articles to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Literal, TypeAlias

Completer: TypeAlias = Callable[..., list[str]]
Field: TypeAlias = Literal["speaker", "country", "outlet", "role"]

_MOST = 50  # names offered
_SECONDS = 0.1  # for reading names; a shell waits for them
_SHELL = "_STATEMENTS_COMPLETE"  # the variable in which a shell says which one it is


def one_of(choices: Sequence[str]) -> Completer:
    """Return what completes one of these values."""

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in choices if choice.startswith(incomplete)]

    return complete


def name_in(field: Field) -> Completer:
    """Return what completes a name that a field of the records has.

    Names come from the index that is named, or from what is kept of the articles; what would have to be read first
    isn't offered. Only names of letters, digits, spaces, dots and hyphens are: a shell runs what is not quoted.
    Bash takes what it is given as typed, so that spaces are escaped for it. What was typed stays as it is, since
    Typer drops what begins otherwise: ``mao`` becomes ``mao Ning``, which means the same.
    """

    def complete(ctx: Any, incomplete: str) -> list[str]:
        try:
            names = _names(field, ctx, incomplete)
        except Exception:  # whatever is wrong with the articles, the command itself says it
            return []
        escaped = ctx.obj.environment.variables.get(_SHELL, "").endswith("bash")
        offered = [incomplete + name[len(incomplete) :] for name in names if _plain(name)]
        return [name.replace(" ", "\\ ") if escaped else name for name in offered][:_MOST]

    return complete


def _names(field: Field, context: Any, incomplete: str) -> list[str]:
    from statements_cli.cli.reading.corpus import cache_folder, corpus_paths, indexes_among
    from statements_cli.output.messages import Messages

    environment, settings = context.obj.environment, context.obj.settings
    named = [*(context.params.get("corpus") or ()), *(context.params.get("paths") or ())]
    paths = corpus_paths(named, settings, environment, Messages(environment, quiet=True))
    folder = cache_folder(environment.variables)
    if indexes := indexes_among(paths):
        return _indexed_names(field, indexes, folder, incomplete)
    if folder is None:
        return []
    found = {name for name in _kept_names(field, paths, folder) if name.casefold().startswith(incomplete.casefold())}
    return sorted(found)


def _indexed_names(field: Field, indexes: Sequence[str], folder: str | None, incomplete: str) -> list[str]:
    """Return the names in an index.

    Of several, those in what was joined of them, or in each.
    """
    from statements_cli.store.index.connection import open_index
    from statements_cli.store.tables.names_held import names_held

    opened = partial(open_index, sealed=False, of_records=False)  # what is damaged, the command itself says
    if len(indexes) > 1:
        from statements_cli.store.shards.joined import kept_join

        joined = kept_join(indexes, folder) if folder else None
        if joined is not None:
            return names_held(joined.connection, field, incomplete, _MOST)
    return sorted({name for path in indexes for name in names_held(opened(path), field, incomplete, _MOST)})


def _kept_names(field: Field, paths: Sequence[str], folder: str) -> Iterator[str]:
    from time import monotonic

    from statements_cli.documents import read
    from statements_cli.store.cache.parse_cache import Cache

    cache = Cache(folder)
    end = monotonic() + _SECONDS
    for document in read([path for path in paths if path != "-"], report=lambda _: None):
        parsed = cache.kept(document)
        for statement in parsed.statements if parsed is not None else ():
            if name := getattr(statement, field):
                yield name
        if monotonic() > end:
            return


def _plain(name: str) -> bool:
    return all(letter.isalnum() or letter in " .-" for letter in name)
