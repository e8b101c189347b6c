"""Say on stderr what kept a search from finding anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.cli.filtering import OPTIONS
from statements_cli.output.messages import counted
from statements_cli.query.filters import DEFAULT_ACTS, Filter

if TYPE_CHECKING:
    from statements_cli.output.messages import Messages
    from statements_cli.query.asking import Query
    from statements_cli.store.store import Store

_EVERYTHING = Filter(acts=("any",), confidence=0.0)


def say_hints(store: Store, asked: Query, wanted: Filter, messages: Messages) -> None:
    """Say which filter excluded everything, or which words of the corpus are nearest to those asked for."""
    if messages.quiet:
        return
    said = False
    for what, total in _without(store, asked, wanted):
        messages.note(f"{counted(total, 'statement')} {what}")
        said = True
    if said:
        return
    for term in asked.terms:
        if term.kind == "word" and not store.search(asked._replace(terms=(term,)), _EVERYTHING, limit=1).total:
            near = store.words_near(term.words[0])
            if near:
                messages.note(f"nothing like {term.text}; nearest words: {', '.join(near)}")


def _without(store: Store, asked: Query, wanted: Filter) -> Iterator[tuple[str, int]]:
    """Yield what would be found without each of the filters, phrases and exclusions alone, else without any."""
    fields = [name for name in Filter.__slots__ if getattr(wanted, name) != getattr(_EVERYTHING, name)]
    dropped = [(f"without {OPTIONS[name]}", asked, _less(wanted, name)) for name in fields if name in OPTIONS]
    if wanted.acts == DEFAULT_ACTS:
        dropped.append(("with --act any", asked, replace(wanted, acts=("any",))))
    elif wanted.acts and "any" not in wanted.acts:
        dropped.append((f"without --act {' or '.join(wanted.acts)}", asked, replace(wanted, acts=("any",))))
    if asked.excluded:
        dropped.append(("with the words left out by -", asked._replace(excluded=()), wanted))
    if any(term.kind == "phrase" for term in asked.terms):
        dropped.append(("without the quotation marks", _loose(asked), wanted))
    found = False
    for what, query, filter in dropped:
        total = store.search(query, filter, limit=1).total
        if total:
            found = True
            yield what, total
    if not found and len(dropped) > 1 and (total := store.search(asked, _EVERYTHING, limit=1).total):
        yield "without any of these filters", total


def _less(wanted: Filter, name: str) -> Filter:
    return replace(wanted, **{name: getattr(_EVERYTHING, name)})


def _loose(asked: Query) -> Query:
    """Return the query with the words of its phrases as words."""
    terms = []
    for term in asked.terms:
        terms += [term._replace(kind="word", words=(word,)) for word in term.words] if term.kind == "phrase" else [term]
    return asked._replace(terms=tuple(dict.fromkeys(terms)))
