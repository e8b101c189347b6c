"""Look up the known speakers that a name as typed means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from statements_cli.speakers.names.folding import fold

_ALIKE = 80.0  # likeness of a misspelt name: one letter of a short surname, two of a long one
_NEAR = 60.0
_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Lookup:
    """The canonical names that fit a query.

    ``exact`` is true when the query is such a name itself, but for case, accents and points.
    ``suggestions`` are the nearest canonical names, given only when nothing fits.
    """

    matches: tuple[str, ...]
    exact: bool
    suggestions: tuple[str, ...] = ()


def lookup(query: str, speakers: Sequence[tuple[str, tuple[str, ...]]]) -> Lookup:
    """Find the speakers that ``query`` names: by any spelling, by a part of the name, or misspelt.

    ``speakers`` are pairs of canonical name and spellings seen. Matches keep their order. The first
    of these that finds anyone decides: the canonical name itself; whole words of a spelling;
    beginnings of its words; nearly the same letters.
    """
    wanted = fold(query)
    if not wanted:
        return Lookup((), False)
    known = [(name, tuple({fold(form): None for form in (name, *forms)})) for name, forms in speakers]
    if same := _kept(known, lambda forms: forms[0] == wanted):
        return Lookup(same, True)
    words = wanted.split()
    tests: tuple[Callable[[tuple[str, ...]], bool], ...] = (
        lambda forms: any(form == wanted or set(words) <= set(form.split()) for form in forms),
        lambda forms: any(_begin(words, form.split()) for form in forms),
        lambda forms: wanted.replace(" ", "") in {form.replace(" ", "") for form in forms},
    )
    for test in tests:
        if found := _kept(known, test):
            return Lookup(found, False)
    return _misspelt(wanted, known)


def _kept(known: Sequence[tuple[str, tuple[str, ...]]], test: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    return tuple({name: None for name, forms in known if test(forms)})


def _begin(words: Sequence[str], name: Sequence[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)


def _misspelt(wanted: str, known: Sequence[tuple[str, tuple[str, ...]]]) -> Lookup:
    from statements_cli.text.similarity import nearest

    forms: list[str] = []
    owners: list[str] = []
    single = " " not in wanted
    for name, spellings in known:
        # One word is compared with each word of a name: a name's length must not count against it.
        parts = {part for form in spellings for part in (form.split() if single else (form,))}
        parts = {part for part in parts if len(part) > 2}
        forms += sorted(parts)
        owners += [name] * len(parts)
    ranked = nearest(wanted, forms, _NEAR, 64)
    alike = {owners[place]: None for place, score in ranked if score >= _ALIKE}
    if alike:
        return Lookup(tuple(name for name, _ in known if name in alike), False)
    near = {owners[place]: None for place, _ in ranked}
    return Lookup((), False, tuple(near)[:_SUGGESTED])
