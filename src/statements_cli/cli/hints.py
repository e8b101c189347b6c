"""Say on stderr why a command found nothing, and what would find something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.cli.filtering import OPTIONS
from statements_cli.output.messages import counted
from statements_cli.query.filters import DEFAULT_ACTS, DEFAULT_CONFIDENCE, Filter

if TYPE_CHECKING:
    from statements_cli.output.messages import Messages
    from statements_cli.query.asking import Query
    from statements_cli.store.store import Store

_EVERYTHING = Filter(acts=("any",), confidence=0.0)
_NAMED = ("person", "organisation", "media")
_LONGEST_NAME = 5  # words
_SHOWN = 3  # names

Alternative = tuple[str, Filter]
"""A filter that asks for less, and in words how it differs from the one asked."""


def say_what_emptied(total: Callable[[Filter], int], wanted: Filter, messages: Messages, things: str) -> None:
    """Say which filter excluded everything; ``total`` returns how many ``things`` pass a filter."""
    if messages.quiet:
        return
    dropped = alternatives(wanted)
    found = [(what, count) for what, filter in dropped if (count := total(filter))]
    if not found and len(dropped) > 1 and (count := total(_EVERYTHING)):
        found = [("without any of these filters", count)]
    say_alternatives(found, messages, things)


def say_why_nothing(
    store: Store, asked: Query | None, wanted: Filter, messages: Messages, text: str | None = None
) -> None:
    """Say which filter, phrase or word excluded everything, or that a name did.

    ``asked`` is the query, ``text`` what was typed of it, None without one.
    """
    if text is not None and not wanted.speakers and say_it_is_a_name(store, text, messages, found=False):
        return
    if asked is not None:
        say_hints(store, asked, wanted, messages)
    else:
        say_what_emptied(lambda less: store.statements(less, limit=1).total, wanted, messages, "statements")


def say_alternatives(found: Sequence[tuple[str, int]], messages: Messages, things: str = "statements") -> None:
    """Say how much there would be otherwise."""
    for what, count in found:
        messages.note(f"{counted(count, things.removesuffix('s'))} {what}")


def alternatives(wanted: Filter) -> list[Alternative]:
    """Return the filter without each option that was given, and which one, in words."""
    fields = [name for name in Filter.__slots__ if getattr(wanted, name) != getattr(_EVERYTHING, name)]
    dropped = [(_dropping(wanted, name), _less(wanted, name)) for name in fields if name in OPTIONS]
    if wanted.acts == DEFAULT_ACTS:
        dropped.append(("with --act any", replace(wanted, acts=("any",))))
    elif wanted.acts and "any" not in wanted.acts:
        dropped.append((f"without --act {' or '.join(wanted.acts)}", replace(wanted, acts=("any",))))
    return dropped


def say_hints(store: Store, asked: Query, wanted: Filter, messages: Messages) -> None:
    """Say which filter excluded everything, or which known words are near those asked for."""
    if messages.quiet:
        return
    found = list(_without(store, asked, wanted))
    say_alternatives(found, messages)
    if found or not store.statements(_EVERYTHING, limit=1).total:
        return
    for term in asked.terms:
        if not store.search(asked._replace(terms=(term,)), _EVERYTHING, limit=1).total:
            near = store.words_near(term.words[0]) if term.kind == "word" else []
            if near:
                messages.note(f"nothing like {term.text}; nearest words: {', '.join(near)}")
            elif len(asked.terms) > 1:  # of one word that nothing was found says as much
                messages.note(f"nothing like {term.text}")


def speakers_named(store: Store, text: str, *, by_part: bool = False) -> tuple[str, ...]:
    """Return the speakers whose name ``text`` is, with a role or without.

    With ``by_part``, also those of whose name it is a part, and those who hold it as a role.
    """
    if len(text.split()) > _LONGEST_NAME:
        return ()
    found = store.lookup(text.strip('"'))
    if found.how == "role" and not by_part and _is_role_alone(text):  # it may be spoken of as well
        return ()
    if found.how not in ("name", "spelling", "role") and not (by_part and found.how == "part"):
        return ()
    names = [name for name in found.matches if name not in found.pairs]
    known = store.speakers(replace(_EVERYTHING, speakers=tuple(names)), limit=len(names))
    return tuple(speaker.speaker for speaker in known if speaker.type in _NAMED)


def say_it_is_a_name(store: Store, text: str, messages: Messages, *, found: bool) -> bool:
    """Say that a query is a speaker's name, and return whether it is.

    Where something was ``found``, only capitalised ones are taken for names, otherwise parts of names as well.
    """
    if messages.quiet or (found and text.casefold() == text and text.isascii()):
        return False
    names = speakers_named(store, text, by_part=not found)
    if names:
        shows = " ".join(f'--speaker "{name}"' for name in names[:_SHOWN])
        what = "a role" if _is_role_alone(text) else "a speaker's name"
        messages.note(f"{text} is {what}; {shows} shows what they said")
    return bool(names)


def _is_role_alone(text: str) -> bool:
    from statements_cli.speakers.corpus.role_query import has_role, without_role

    return has_role(text) and not without_role(text)


def _without(store: Store, asked: Query, wanted: Filter) -> Iterator[tuple[str, int]]:
    """Yield what would be found without each filter, phrase or exclusion, else without any."""
    dropped = [(what, asked, filter) for what, filter in alternatives(wanted)]
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


def _dropping(wanted: Filter, name: str) -> str:
    """Return in words what drops a field.

    To leave its option out, or to give it where it is there without.
    """
    if name == "confidence" and wanted.confidence == DEFAULT_CONFIDENCE:
        return "with --min-confidence 0"
    return f"without {OPTIONS[name]}"


def _less(wanted: Filter, name: str) -> Filter:
    return replace(wanted, **{name: getattr(_EVERYTHING, name)})


def _loose(asked: Query) -> Query:
    """Return the query with the words of its phrases as words."""
    terms = []
    for term in asked.terms:
        terms += [term._replace(kind="word", words=(word,)) for word in term.words] if term.kind == "phrase" else [term]
    return asked._replace(terms=tuple(dict.fromkeys(terms)))
